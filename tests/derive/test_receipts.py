"""Content in; what rests on which source out."""

from __future__ import annotations

from pathlib import Path

from factsheets import pipeline
from factsheets.content.link import dotted
from factsheets.content.records.source import Source
from tests.conftest import REPOSITORY
from tests.world import WORLD, edited, lay

COPY = {"sources/copy.yaml": WORLD["sources/record.yaml"].replace("read: itself", "read: copy\nvia: {name: x.example}")}
RESOLUTION, PERSON, STATEMENT = "resolutions/resolution-1.yaml", "people/ada-moe.yaml", "statements/first-words.yaml"


def resting(root: Path, source: str, changes: dict[str, str] | None = None) -> dict[str, bool]:
    """Return what rests on a source, and whether on it alone."""
    claims = pipeline.check(lay(root, {**COPY, **(changes or {})})).derived.claims.get(source, ())
    return {f"{claim.key[1]}.{dotted(claim.path)}".rstrip("."): claim.is_single for claim in claims}


def test_what_has_no_source_of_its_own_rests_on_those_around_it(tmp_path: Path) -> None:
    found = resting(tmp_path, "record")
    assert found["ada-moe"]
    assert found["ada-moe.offices.0"]
    assert found["council.rules.0"]
    assert found["resolution-1.votes.0"]
    two = resting(tmp_path, "copy", edited(PERSON, "sources: [record]", "sources: [record, copy]"))
    assert two == {"ada-moe": False, "ada-moe.offices.0": False}


def test_its_own_sources_stand_in_the_place_of_those_around_it(tmp_path: Path) -> None:
    own = edited(PERSON, "    seen: 2025-02\n", "    seen: 2025-02\n    sources: [copy]\n")
    assert resting(tmp_path, "copy", own) == {"ada-moe.offices.0": True}
    assert "ada-moe.offices.0" not in resting(tmp_path, "record", own)


def test_two_places_in_a_source_are_one_source(tmp_path: Path) -> None:
    twice = edited(PERSON, "    seen: 2025-02\n", "    sources: [{source: copy, at: a}, {source: copy, at: b}]\n")
    assert resting(tmp_path, "copy", twice) == {"ada-moe.offices.0": True}


def test_a_part_of_a_fact_is_one_of_its_own_where_it_has_sources(tmp_path: Path) -> None:
    assert "resolution-1.votes.1.roll_call" not in resting(tmp_path, "record")
    apart = edited(RESOLUTION, "      abstain: [GBR]\n", "      abstain: [GBR]\n      sources: [copy]\n")
    assert resting(tmp_path, "copy", apart) == {"resolution-1.votes.1.roll_call": True}


def test_the_vote_of_one_member_may_have_sources(tmp_path: Path) -> None:
    by_name = "      abstain: [GBR]\n    member_sources: {GBR: [copy], NOR: [copy, record]}\n"
    votes = "resolution-1.votes.1.member_sources"
    found = resting(tmp_path, "copy", edited(RESOLUTION, "      abstain: [GBR]\n", by_name))
    assert found == {f"{votes}.GBR": True, f"{votes}.NOR": False}


def test_each_side_of_a_conflict_rests_on_who_says_so(tmp_path: Path) -> None:
    old = "Großbritannien fehlte}, sources: [record]"
    assert resting(tmp_path, "copy", edited(RESOLUTION, old, old.replace("record", "copy"))) == {
        "resolution-1.votes.1.conflicts.0.values.1": True
    }


def test_missing_words_rest_on_nothing_unless_somebody_says_where_they_are_missing(tmp_path: Path) -> None:
    assert "first-words.wordings.0" not in resting(tmp_path, "record")
    said = "    missing: {en: Not found., de: Nicht gefunden.}\n"
    own = edited(STATEMENT, said, f"{said}    sources: [copy]\n")
    assert resting(tmp_path, "copy", own) == {"first-words.wordings.0": True}


def test_every_citation_is_the_receipt_of_a_fact() -> None:
    checked = pipeline.check(REPOSITORY / "content")
    for (folder, name), mentions in checked.facts.mentions.items():
        if folder == Source.folder:
            claims = {(claim.key, claim.path) for claim in checked.derived.claims.get(name, ())}
            cited = (each for each in mentions if each.path[-1] == "source")
            for mention in (each for each in cited if each.key in checked.facts.records):
                around = mention.path[:-2]  # without the place in the list, and `source`
                assert (mention.key, around[:-1] if around[-1] == "sources" else around) in claims, mention
