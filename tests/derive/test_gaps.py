"""Content in; what is missing from it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheets import pipeline
from tests.world import WORLD, edited, lay

SHEET = "factsheets/first-day.yaml"
RESOLUTION, PERSON, SOURCE = "resolutions/resolution-1.yaml", "people/ada-moe.yaml", "sources/record.yaml"
STATEMENT, COUNCIL = "statements/first-words.yaml", "bodies/council.yaml"
WORDING = """\
    text: It is a good start and a long road.
    doubts:
      - words: long road
        note: {en: Perhaps far way., de: Vielleicht weiter Weg.}
"""


def gaps(root: Path, changes: dict[str, str] | None = None) -> set[tuple[str, str, str, int]]:
    found = pipeline.check(lay(root, changes)).derived.gaps
    return {(each.kind.value, "/".join(each.key), ".".join(map(str, each.path)), each.number) for each in found}


def test_the_small_world_lacks_what_it_says_it_lacks(tmp_path: Path) -> None:
    assert gaps(tmp_path) == {
        ("roll_call", "resolutions/resolution-1", "votes.0", 2),
        ("proposer", "resolutions/resolution-1", "amendments.0", 0),
        ("original", "statements/first-words", "wordings.0", 0),
        ("office_period", "people/ada-moe", "offices.0", 0),
        *(("identifier", key, "", 0) for key in ("people/ada-moe", "states/FRA", "states/GBR", "states/NOR")),
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "gap"),
    [
        (RESOLUTION, "      abstain: [GBR]\n", "      rest: [abstain, not_voting]\n",
         ("positions", "resolutions/resolution-1", "votes.1", 1)),
        (RESOLUTION, "yes: 2, no: 0, abstain: 1}\n    roll_call:\n      yes: [NOR, FRA]\n      abstain: [GBR]\n",
         "yes: 2, no: 0, abstain: 0}\n    roll_call:\n      yes: [NOR, FRA]\n      rest: [not_voting, not_entitled]\n",
         ("entitlement", "resolutions/resolution-1", "votes.1", 1)),
        (RESOLUTION, "rejected, yes: 2, vetoed_by", "rejected, vetoed_by",
         ("numbers", "resolutions/resolution-1", "votes.0", 3)),
        (PERSON, "born: 1970\n", "", ("birth", "people/ada-moe", "", 0)),
        (PERSON, "    period: 2020-05-01/\n", "", ("office", "people/ada-moe", "offices.0", 0)),
        (PERSON, "2020-05-01/\n    seen: 2025-02", "2020-05-01/..\n  - title: {en: x, de: x}\n    period: /2019",
         ("office_period", "people/ada-moe", "offices.1", 0)),
        (COUNCIL, "    period: 2025\n", "    period: /..\n", ("membership", "bodies/council", "membership.1", 1)),
        (SOURCE, "URL: https://council.example/record\n", "", ("address", "sources/record", "", 0)),
        (SOURCE, "kind: official", "kind: blog", ("retold", "people/ada-moe", "", 0)),
        (RESOLUTION, "yes: 2, no: 0, abstain: 1}\n    roll_call:\n      yes: [NOR, FRA]\n      abstain: [GBR]\n",
         "yes: 2, no: 0, abstain: 0}\n    roll_call:\n      yes: [NOR, FRA]\n      not_entitled: [GBR]\n",
         ("exclusion", "resolutions/resolution-1", "votes.1", 1)),
        (COUNCIL, "{at_least: 2}", "{at_least: 2/3, of: present_and_voting}",
         ("rule", "resolutions/resolution-1", "votes.1", 0)),
        (STATEMENT, WORDING, "    missing: {en: Lost., de: Verloren.}\n",
         ("wording", "statements/first-words", "wordings.1", 0)),
    ],
)  # fmt: skip
def test_each_kind_of_gap_is_found(
    tmp_path: Path, name: str, old: str, new: str, gap: tuple[str, str, str, int]
) -> None:
    assert gap not in gaps(tmp_path / "before")
    assert gap in gaps(tmp_path / "after", edited(name, old, new))


def test_a_gap_says_where_somebody_looked(tmp_path: Path) -> None:
    looked = "searched: [{date: 2025-03-02, where: {en: the archive, de: im Archiv}}]"
    amendment = edited(RESOLUTION, "    by: unknown\n", f"    by: unknown\n    {looked}\n")
    found = pipeline.check(lay(tmp_path, amendment)).derived.gaps
    assert {each.kind.value for each in found if each.searched} == {"proposer"}
    whole = edited(PERSON, "born: 1970\n", f"{looked}\n")
    found = pipeline.check(lay(tmp_path / "whole", whole)).derived.gaps
    assert {each.kind.value for each in found if each.searched} == {"birth", "identifier"}


def test_words_may_come_from_a_blog(tmp_path: Path) -> None:
    weak = {"sources/weak.yaml": WORLD[SOURCE].replace("official", "blog")}
    lay(tmp_path, weak)
    wrong = """\
misreadings:
  - {id: a, where: {en: Top, de: Oben}, words: Vertag, lang: de, explanation: {en: b, de: c}, sources: [weak]}
"""
    sheet = {SHEET: WORLD[SHEET] + wrong}
    quoted = edited(STATEMENT, f"{WORDING}    sources: [record]", f"{WORDING}    sources: [weak]")
    assert not {each for each in gaps(tmp_path, {**weak, **quoted, **sheet}) if each[0] == "retold"}


@pytest.mark.parametrize(
    ("rest", "stated", "without"),
    [
        ("[not_voting, not_entitled]", "yes: 2, no: 0, abstain: 0", 1),
        ("[abstain, not_voting]", "yes: 2, no: 0", None),
        ("[not_voting, not_entitled]", "yes: 2, no: 0, abstain: 0, not_voting: 1, not_entitled: 0", None),
    ],
)
def test_those_without_a_vote_are_counted_where_only_the_reason_is_open(
    tmp_path: Path, rest: str, stated: str, without: int | None
) -> None:
    text = WORLD[RESOLUTION].replace("      abstain: [GBR]\n", f"      rest: {rest}\n")
    lay(tmp_path, {RESOLUTION: text.replace("yes: 2, no: 0, abstain: 1", stated)})
    assert pipeline.check(tmp_path / "content").derived.counts["resolution-1", "adoption"].without_vote == without
