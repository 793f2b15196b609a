"""What a source is and how it was read in; its rank, what it may be counted for, and what a conflict does, out."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.content.link import Facts, Key
from factsheets.content.records.base import Record
from factsheets.content.records.ids import SourceId
from factsheets.content.records.site import Site
from factsheets.content.records.source import InterestKind, Reading, Source, SourceKind, Tier
from factsheets.derive.receipts import goes_back_to, origins
from tests.world import WORLD, edited, found, lay

SITE = Site.model_validate(
    {"title": "x", "description": "x", "languages": ["en"], "address": "https://x.example/",
     "repository": "https://x.example/"}
)  # fmt: skip
RESOLUTION, SOURCE = "resolutions/resolution-1.yaml", "sources/record.yaml"
VIA = "via: {name: elsewhere.example}\n"
NAMED = "interests:\n  - {kind: %s, text: {en: x, de: x}, sources: [record]}\n"


def source(kind: str, read: str = "itself", *more: str) -> str:
    text = WORLD[SOURCE].replace("kind: official", f"kind: {kind}").replace("read: itself", f"read: {read}")
    return text + (VIA if read != "itself" else "") + "".join(more)


OTHERS = {
    "sources/blog.yaml": source("blog"),
    "sources/other-blog.yaml": source("blog", "itself", "repeats: blog\n"),
    "sources/copy.yaml": source("official", "copy", "repeats: record\n"),
    "sources/lone-copy.yaml": source("official", "copy"),
    "sources/agency.yaml": source("agency"),
    "sources/other-agency.yaml": source("agency"),
    "sources/state-agency.yaml": source("agency", "itself", NAMED % "state_media"),
    "sources/network.yaml": source("news", "itself", NAMED % "propaganda_network"),
    "sources/translated.yaml": source("news", "translation"),
    "sources/data.yaml": source("dataset"),
}


def codes(root: Path, *changes: dict[str, str]) -> list[tuple[str, str]]:
    every = {key: text for each in changes for key, text in each.items()}
    return [(each.code, each.subject) for each in found(root, {**OTHERS, **every})]


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("record", Tier.RECORD),
        ("copy", Tier.COPY),
        ("agency", Tier.REPORT),
        ("data", Tier.REFERENCE),
        ("state-agency", Tier.INTERESTED),
        ("network", Tier.RETOLD),
        ("translated", Tier.RETOLD),
        ("blog", Tier.RETOLD),
    ],
)
def test_the_rank_follows_from_what_it_is_and_how_it_was_read(tmp_path: Path, name: str, tier: Tier) -> None:
    assert pipeline.check(lay(tmp_path, OTHERS)).facts.one(Source, name).tier is tier


def test_nothing_that_was_not_read_itself_ranks_as_high_as_if_it_were() -> None:
    for kind, read, interest in product(SourceKind, Reading, [None, *InterestKind]):
        text = {"en": "x"}
        said = {"kind": kind.value, "read": read.value, "title": "x", "publisher": text}
        via = {} if read is Reading.ITSELF else {"via": {"name": "x"}}
        named = {"interests": [{"kind": interest.value, "text": text}]} if interest else {}
        itself = Source.model_validate({**said, "read": "itself"}).tier
        assert Source.model_validate({**said, **via, **named}).tier.rank >= itself.rank


@pytest.mark.parametrize(
    ("sources", "counts"),
    [
        ("blog", False),
        ("blog, other-blog", False),
        ("state-agency", False),
        ("network, translated", False),
        ("lone-copy", True),
        ("agency", True),
        ("data", True),
        ("blog, agency", True),
    ],
)
def test_what_a_vote_needs_before_it_is_counted(tmp_path: Path, *, sources: str, counts: bool) -> None:
    roll_call = edited(RESOLUTION, "      abstain: [GBR]\n", f"      abstain: [GBR]\n      sources: [{sources}]\n")
    assert codes(tmp_path / "1", roll_call) == ([] if counts else [("weak-source", "votes.1.roll_call")])
    member = edited(
        RESOLUTION, "      abstain: [GBR]\n", f"      abstain: [GBR]\n    member_sources:\n      GBR: [{sources}]\n"
    )
    assert codes(tmp_path / "2", member) == ([] if counts else [("weak-source", "votes.1.member_sources.GBR")])
    stated = edited(RESOLUTION, "no: 0, abstain: 1}", f"no: 0, abstain: 1, sources: [{sources}]}}")
    assert codes(tmp_path / "3", stated) == ([] if counts else [("weak-source", "votes.1.stated")])


def test_what_is_only_reported_may_rest_on_anything(tmp_path: Path) -> None:
    said = (
        "    reported_numbers:\n      - {yes: 2, no: 1, abstain: 0, why: {en: x, de: x}, sources: [blog]}\n"
        "    reported:\n      - {position: no, members: [GBR], why: {en: x, de: x}, sources: [network]}\n"
    )
    assert codes(tmp_path, edited(RESOLUTION, "      abstain: [GBR]\n", f"      abstain: [GBR]\n{said}")) == []


@pytest.mark.parametrize(
    ("sources", "beside"),
    [
        ("record, copy", [("copy-beside", "sources.1")]),
        ("copy, record", [("copy-beside", "sources.0")]),
        ("record, lone-copy", []),
        ("copy, agency", []),
        ("blog, other-blog", []),
    ],
)
def test_a_copy_never_stands_beside_what_it_copies(tmp_path: Path, sources: str, beside: list[tuple[str, str]]) -> None:
    assert codes(tmp_path, edited("events/meeting.yaml", "sources: [record]", f"sources: [{sources}]")) == beside


PREFERRED = "        preferred: Britain abstained\n"
WHY = "        why: {en: The record says so., de: So steht es im Protokoll.}\n"


@pytest.mark.parametrize(
    ("abstained", "away", "preferred", "is_settled"),
    [
        ("record", "agency", PREFERRED, True),
        ("agency", "record", PREFERRED, False),
        ("agency", "record", "        preferred: Britain was away\n", True),
        ("agency", "record", "", False),
        ("agency", "record", PREFERRED + WHY, True),
        ("agency", "record", WHY, True),
        ("agency", "other-agency", "", True),
        ("agency", "other-agency", PREFERRED, False),
        ("agency", "other-agency", PREFERRED + WHY, True),
        ("lone-copy", "agency", PREFERRED, True),
        ("record", "lone-copy", PREFERRED, True),
        ("blog", "agency", PREFERRED, False),
        ("state-agency", "agency", "", False),
        ("blog, agency", "other-agency", PREFERRED, False),
    ],
)
def test_a_conflict_is_settled_by_rank_or_says_why_not(
    tmp_path: Path, *, abstained: str, away: str, preferred: str, is_settled: bool
) -> None:
    text = WORLD[RESOLUTION].replace(PREFERRED + WHY, preferred)
    for side, sources in (("enthielt sich}", abstained), ("fehlte}", away)):
        text = text.replace(f"{side}, sources: [record]", f"{side}, sources: [{sources}]")
    assert [code for code, _ in codes(tmp_path, {RESOLUTION: text})] == ([] if is_settled else ["conflict-rank"])


@pytest.mark.parametrize(
    ("first", "second", "found_in"),
    [("one", "", ["one"]), ("two", "one", ["one", "two"]), ("two", "", [])],
)
def test_no_source_goes_back_to_itself(tmp_path: Path, first: str, second: str, found_in: list[str]) -> None:
    repeats = {
        f"sources/{name}.yaml": WORLD[SOURCE] + (f"repeats: {of}\n" if of else "")
        for name, of in (("one", first), ("two", second))
    }
    said = [each for each in found(tmp_path, repeats) if each.code == "bad-reading"]
    assert [each.place.file for each in said] == [f"content/sources/{name}.yaml" for name in found_in]


@given(st.lists(st.integers(0, 6), min_size=7, max_size=7))
def test_sources_that_go_back_to_one_are_one(links: list[int]) -> None:
    """Whatever repeats what, also in circles, the way back ends; and what repeats another has its origin."""
    names = [SourceId(f"s-{number}") for number in range(7)]
    records: dict[Key, Record] = {
        ("sources", str(name)): Source.model_validate(
            {"kind": "news", "read": "itself", "title": "x", "publisher": "x"}
            | ({"repeats": names[to]} if to < number else {})
        )
        for number, (name, to) in enumerate(zip(names, links, strict=True))
    }
    facts = Facts(SITE, (Source,), records)
    for number, (name, to) in enumerate(zip(names, links, strict=True)):
        if to < number:
            assert goes_back_to(facts, name)[0] == names[to]
            assert origins(facts, [name, names[to]]) == origins(facts, [names[to]])
        else:
            assert origins(facts, [name]) == {name}
