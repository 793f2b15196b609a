"""Content and a list in; what is missing, extra or different, and what the list leaves open, out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.diagnostics.reports import line_of, plain
from factsheets.review.coverage import report, touched, wanted
from factsheets.review.coverage.model import Compared, Report
from factsheets.review.coverage.scopes import asked_for, recorded
from factsheets.review.lists import read
from tests.coverage.writing import (
    ASSEMBLY_2026,
    COVERAGE,
    COVERED,
    FIRST,
    LAYOUTS,
    RESOLUTION,
    SHEET,
    UNCOVERED,
    beside,
    extract,
    library,
    sound,
)
from tests.coverage.writing import plain as plain_list
from tests.world import WORLD, edited, lay

SECOND = replace(FIRST, symbol="RES/2", title="The second resolution")
LISTS = "      yes: [NOR, FRA]\n      abstain: [GBR]\n"


def only(found: Report) -> Compared:
    (scope,) = found.scopes
    return scope


def left_open(found: Compared) -> list[str]:
    return [f"{each.symbol}, {each.line}: {line_of(each.words, plain)}" for each in found.open]


def values(found: Compared) -> list[tuple[str, str, str]]:
    return [(each.field, each.here, each.there) for each in found.differences]


def turned(found: Compared) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    return [(each.kind.value, each.here, each.there, each.members) for each in found.positions]


def with_lists(lists: str, stated: str = "{result: adopted, yes: 2, no: 0, abstain: 1}") -> dict[str, str]:
    text = WORLD[RESOLUTION].replace(LISTS, lists).replace("{result: adopted, yes: 2, no: 0, abstain: 1}", stated)
    return {RESOLUTION: text}


def covering(old: str, new: str) -> dict[str, str]:
    assert COVERAGE.count(old) == 1
    return {SHEET: UNCOVERED + COVERAGE.replace(old, new)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_differs_where_nothing_does(tmp_path: Path, layout: str) -> None:
    found = only(beside(sound(tmp_path), tmp_path, LAYOUTS[layout]([FIRST])))
    assert not found.is_different
    assert (found.entries, found.recorded, found.open) == (1, 1, ())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_in_the_list_only_is_missing_and_what_is_here_only_is_extra(tmp_path: Path, layout: str) -> None:
    found = only(beside(sound(tmp_path), tmp_path, LAYOUTS[layout]([SECOND])))
    ((entry, perhaps),) = [(each.entry, each.perhaps) for each in found.missing]
    assert (entry.symbol, entry.day, entry.title, entry.numbers) == (
        "RES/2", "2025-02-24", "The second resolution", (2, 0, 1),
    )  # fmt: skip
    assert perhaps == ("resolution-1",)
    ((fact, also),) = [(each.fact, each.perhaps) for each in found.extra]
    assert (fact.record, fact.place, also) == ("resolutions/resolution-1", f"content/{RESOLUTION}:1", ("RES/2",))


def test_what_has_other_numbers_or_another_day_is_not_perhaps_the_same(tmp_path: Path) -> None:
    for each in (replace(SECOND, day=date(2025, 2, 25)), replace(SECOND, abstain=())):
        (missing,) = only(beside(sound(tmp_path), tmp_path, extract([each]))).missing
        assert missing.perhaps == ()


def test_only_what_is_in_scope_is_missing(tmp_path: Path) -> None:
    others = [
        replace(SECOND, title="Of something else", topic="else", symbol="RES/3"),
        replace(SECOND, day=date(2024, 12, 31), symbol="RES/4"),
        replace(SECOND, day=date(2026, 1, 1), symbol="RES/5"),
        replace(SECOND, symbol="A/RES/6"),
    ]
    checked = sound(tmp_path)
    found = only(beside(checked, tmp_path, library(ASSEMBLY_2026, [FIRST, *others])))
    assert not found.is_different
    by_topic = library(ASSEMBLY_2026, [FIRST, replace(others[0], topic="On RESOLUTION\u00a0making")])
    assert [each.entry.symbol for each in only(beside(checked, tmp_path, by_topic)).missing] == ["RES/3"]


def test_what_was_adopted_without_a_vote_is_not_missing(tmp_path: Path) -> None:
    silent = extract([replace(SECOND, yes=(), abstain=())], adoption_type="Without a vote")
    found = beside(sound(tmp_path), tmp_path, extract([FIRST]) + silent)
    assert not found.is_different
    assert found.lists[0].without_vote == 1


def test_an_entry_that_says_not_how_it_ended_is_left_open(tmp_path: Path) -> None:
    unsaid = extract([replace(SECOND, yes=(), abstain=())], adoption_type="")
    found = only(beside(sound(tmp_path), tmp_path, extract([FIRST]) + unsaid))
    assert (found.is_different, found.entries) == (False, 1)
    assert left_open(found) == ["RES/2, 2: it does not say whether there was a vote"]


def test_a_resolution_is_found_by_its_draft(tmp_path: Path) -> None:
    checked = sound(tmp_path, edited(RESOLUTION, "date: 2025-02-24", "draft: C/L.1/Rev.1\ndate: 2025-02-24"))
    other = replace(FIRST, symbol="RES/9", draft="C/L.1/REV.1 and C/L.1/Rev.1/Add.1")
    found = only(beside(checked, tmp_path, extract([other])))
    assert (values(found), found.missing, found.extra) == ([("symbol", "RES/1", "RES/9")], (), ())
    shared = [other, replace(other, symbol="RES/8")]
    assert len(only(beside(checked, tmp_path, extract(shared))).missing) == 2
    assert values(only(beside(checked, tmp_path, extract([FIRST, other])))) == []


def test_a_list_of_drafts_is_compared_with_drafts(tmp_path: Path) -> None:
    checked = sound(tmp_path, edited(RESOLUTION, "symbol: RES/1", "symbol: C/2025/1"))
    found = only(beside(checked, tmp_path, plain_list([replace(FIRST, symbol="C/2025/1")])))
    assert not found.is_different


def test_a_group_of_symbols_is_found_by_each_of_them(tmp_path: Path) -> None:
    checked = sound(tmp_path, edited(RESOLUTION, "symbol: RES/1", "symbol: RES/1 B"))
    found = only(beside(checked, tmp_path, extract([replace(FIRST, symbol="RES/1 A-C")])))
    assert not found.is_different
    assert only(beside(checked, tmp_path, extract([replace(FIRST, symbol="RES/1 C")]))).missing


def test_days_titles_and_numbers_that_differ(tmp_path: Path) -> None:
    other = replace(FIRST, day=date(2025, 2, 25), title="The first of resolutions", no=("UNITED KINGDOM",), abstain=())
    found = only(beside(sound(tmp_path), tmp_path, library(ASSEMBLY_2026, [other])))
    assert values(found) == [
        ("date", "2025-02-24", "2025-02-25"),
        ("title", "The first resolution", "The first of resolutions"),
        ("no", "0", "1"),
        ("abstain", "1", "0"),
    ]
    assert [each.fact.line for each in found.differences] == [5, 2, 21, 21]
    assert turned(found) == [("differs", "abstain", "no", ("GBR",))]


@pytest.mark.parametrize(
    "title",
    ["THE FIRST RESOLUTION", "The  first resolution : resolution / adopted by the Council", "", "First resolution."],
)
def test_a_title_is_the_same_in_capitals_and_with_what_the_library_adds(tmp_path: Path, title: str) -> None:
    assert not beside(sound(tmp_path), tmp_path, extract([replace(FIRST, title=title)])).is_different


def test_a_number_is_compared_with_what_is_stated_and_what_is_named(tmp_path: Path) -> None:
    checked = sound(tmp_path)
    found = only(beside(checked, tmp_path, extract([FIRST], MS_abstaining_count="2")))
    assert not found.is_different
    assert left_open(found) == ["RES/1, 1: abstain: 2 stated, 1 named"]
    doubled = replace(FIRST, yes=FIRST.yes * 2)
    assert not beside(checked, tmp_path, extract([doubled])).is_different
    without_names = extract([replace(FIRST, yes=(), abstain=())], MS_in_favour_count="2", MS_abstaining_count="1")
    found = only(beside(checked, tmp_path, without_names))
    assert (found.is_different, left_open(found)) == (False, ["RES/1, 1: it has numbers, and no names"])
    found = only(beside(checked, tmp_path, extract([replace(FIRST, yes=("NORWAY",))], MS_in_favour_count="3")))
    assert values(found) == [("yes", "2", "1 or 3")]


def test_no_vote_may_be_not_voting_or_not_entitled(tmp_path: Path) -> None:
    stated = "{result: adopted, yes: 2, no: 0, abstain: 0}"
    other = replace(FIRST, abstain=(), absent=("UNITED KINGDOM",))
    for position in ("not_voting", "not_entitled"):
        lists = f"      yes: [NOR, FRA]\n      {position}: [GBR]\n"
        checked = sound(tmp_path, with_lists(lists, stated))
        for text in (library(ASSEMBLY_2026, [other]), extract([other])):
            assert not beside(checked, tmp_path, text).is_different
    found = only(beside(checked, tmp_path, library(ASSEMBLY_2026, [FIRST])))
    assert turned(found) == [("differs", "not_entitled", "abstain", ("GBR",))]
    assert values(found) == [("abstain", "0", "1")]


def test_what_is_listed_on_one_side_only(tmp_path: Path) -> None:
    partial = sound(tmp_path, with_lists("      yes: [NOR]\n      rest: [yes, abstain]\n"))
    found = only(beside(partial, tmp_path, library(ASSEMBLY_2026, [FIRST])))
    assert turned(found) == [
        ("unknown_here", None, "abstain", ("GBR",)),
        ("unknown_here", None, "yes", ("FRA",)),
    ]
    other = replace(FIRST, abstain=(), absent=("UNITED KINGDOM",))
    for text in (library(ASSEMBLY_2026, [other]), extract([other])):
        found = only(beside(partial, tmp_path, text))
        assert turned(found)[0] == ("differs", "yes or abstain", "no vote", ("GBR",))
    fewer = library(ASSEMBLY_2026, [replace(FIRST, abstain=())], total_abstentions="1.0", total_ms="3.0")
    found = only(beside(sound(tmp_path), tmp_path, fewer))
    assert turned(found) == [("not_there", "abstain", None, ("GBR",))]


def test_who_must_have_done_the_only_thing_that_is_left_does_not_differ(tmp_path: Path) -> None:
    checked = sound(tmp_path, with_lists("      yes: [NOR, FRA]\n      rest: [abstain]\n"))
    assert not beside(checked, tmp_path, library(ASSEMBLY_2026, [FIRST])).is_different


def test_a_vote_of_which_nobody_is_known_here(tmp_path: Path) -> None:
    text = WORLD[RESOLUTION].replace(f"    roll_call:\n{LISTS}", "")
    start = text.index("    conflicts:")
    text = text[:start] + text[text.index("sources: [record]\n", -20) :]
    found = only(beside(sound(tmp_path, {RESOLUTION: text}), tmp_path, extract([FIRST])))
    assert turned(found) == [
        ("unknown_here", None, "abstain", ("GBR",)),
        ("unknown_here", None, "yes", ("FRA", "NOR")),
    ]


STATES = {
    "states/TUR.yaml": "alpha_2: TR\nother_names: [Turkey]\nsources: [record]\n",
    "states/NLD.yaml": "alpha_2: NL\nname_in_records: NETHERLANDS (KINGDOM OF THE)\nsources: [record]\n",
    "states/CIV.yaml": "alpha_2: CI\nsources: [record]\n",
    **edited("bodies/council.yaml", "members: [NOR]", "members: [CIV, NLD, NOR, TUR]"),
    **with_lists(LISTS.replace("NOR, FRA", "CIV, FRA, NLD, NOR, TUR"), "{result: adopted, yes: 5, no: 0, abstain: 1}"),
}  # fmt: skip


@pytest.mark.parametrize("turkey", ["TURKEY", "TURKIYE", "TÜRKIYE", "TÜRKİYE", "TÜRKÝYE", "TÃœRKIYE"])
@pytest.mark.parametrize("netherlands", ["NETHERLANDS", "NETHERLANDS (KINGDOM OF THE)"])
@pytest.mark.parametrize("ivory", ["COTE D'IVOIRE", "CÔTE D\u2019IVOIRE"])
def test_the_spellings_of_a_name_are_one_member(tmp_path: Path, turkey: str, netherlands: str, ivory: str) -> None:
    vote = replace(FIRST, yes=(*FIRST.yes, turkey, netherlands, ivory))
    checked = sound(tmp_path, STATES)
    for text in (extract([vote]), library(ASSEMBLY_2026, [vote])):
        found = only(beside(checked, tmp_path, text))
        assert not found.is_different
        is_broken = turkey in {"TÜRKÝYE", "TÃœRKIYE"}
        assert ["is read as TUR" in each for each in left_open(found)] == [True] * is_broken


def test_a_name_that_is_no_members_is_given_back(tmp_path: Path) -> None:
    checked = sound(tmp_path, STATES)
    names = ("FRANCE", "NORVAY", "NETHERLANDS", "COTE D'IVOIRE", "ATLANTIS", "TURKEY")
    found = only(beside(checked, tmp_path, extract([replace(FIRST, yes=names)], MS_in_favour_count="5")))
    assert left_open(found) == [
        "RES/1, 1: yes: 5 stated, 6 named",
        "RES/1, 1: NORVAY: no member is spelt so; did you mean NOR?",
        "RES/1, 1: ATLANTIS: no member is spelt so",
    ]
    assert turned(found) == []


def test_a_name_and_a_code_of_two_members_are_given_back(tmp_path: Path) -> None:
    text = library(ASSEMBLY_2026, [FIRST]).replace("NOR,NORWAY", "FRA,NORWAY")
    found = only(beside(sound(tmp_path), tmp_path, text))
    assert left_open(found) == ["RES/1, 4: the name NORWAY and the code FRA mean different members"]
    assert turned(found) == []


def test_a_member_under_two_positions_is_not_compared(tmp_path: Path) -> None:
    text = library(ASSEMBLY_2026, [FIRST, replace(FIRST, yes=("Norway",), abstain=("FRANCE", "UNITED KINGDOM"))])
    found = only(beside(sound(tmp_path), tmp_path, text))
    assert turned(found) == []
    assert "RES/1, 2: under more than one position, and not compared: FRANCE" in left_open(found)
    code = library(ASSEMBLY_2026, [replace(FIRST, abstain=("UNITED KINGDOM", "Kingdom of Norway"))], total_ms="4.0")
    changes = {"states/NOR.yaml": "alpha_2: NO\nother_names: [Kingdom of Norway]\nsources: [record]\n"}
    found = only(beside(sound(tmp_path, changes), tmp_path, code))
    assert "RES/1, 2: NOR stands there under several: abstain in line 2, yes in line 5; not compared" in left_open(
        found
    )


def test_by_a_vote_here_and_without_one_there(tmp_path: Path) -> None:
    checked = sound(tmp_path)
    silent = replace(FIRST, yes=(), abstain=())
    found = only(beside(checked, tmp_path, extract([silent], adoption_type="Without a vote")))
    assert values(found) == [("vote", "by a vote", "without a vote")]
    assert (found.entries, turned(found)) == (1, [])
    start, end = WORLD[RESOLUTION].index("  - id: adoption"), WORLD[RESOLUTION].rindex("sources: [record]\n")
    unvoted = sound(tmp_path, {RESOLUTION: WORLD[RESOLUTION][:start] + WORLD[RESOLUTION][end:]})
    found = only(beside(unvoted, tmp_path, extract([FIRST])))
    assert values(found) == [("vote", "no vote on the whole is recorded", "by a vote")]


def test_what_the_record_of_the_comparison_says_otherwise(tmp_path: Path) -> None:
    left_out = "    left_out:\n      - {symbol: RES/2, reason: other_subject, why: {en: x, de: x}}\n"
    checked = sound(tmp_path, covering("    entries: 1\n", f"    entries: 2\n{left_out}"))
    assert not beside(checked, tmp_path, extract([FIRST, SECOND])).is_different
    gone = only(beside(checked, tmp_path, extract([FIRST]))).remarks
    assert [(each.about, each.words) for each in gone] == [
        ("entries", "the record says 2, the list has 1"),
        ("RES/2", "it is left out, and is not in the list"),
    ]
    assert [each.fact.place for each in gone] == [f"content/{SHEET}:23", f"content/{SHEET}:25"]
    checked = sound(tmp_path, covering("    entries: 1\n", f"    entries: 1\n{left_out.replace('RES/2', 'RES/1')}"))
    (remark,) = only(beside(checked, tmp_path, extract([FIRST]))).remarks
    assert remark.words == "it is left out, and recorded: resolution-1"


def test_what_is_known_not_to_be_in_the_list_is_not_extra(tmp_path: Path) -> None:
    checked = sound(tmp_path, covering("    entries: 1\n", "    entries: 0\n    beyond: [resolution-1]\n"))
    empty = library(ASSEMBLY_2026, [])
    scopes = recorded(checked.facts)
    (tmp_path / "empty.csv").write_text(empty, "utf-8")
    lists = [read(tmp_path / "empty.csv", wanted(checked.facts, scopes))]
    assert touched(scopes, lists) == ()
    assert not report(checked, lists, scopes).is_different
    remarks = only(beside(checked, tmp_path, extract([FIRST]))).remarks
    assert [each.words for each in remarks] == [
        "the record says 0, the list has 1",
        f"it is said not to be in the list, and stands in {tmp_path}/list-1.txt:1",
    ]


def test_the_site_and_its_fact_sheets_are_compared_each(tmp_path: Path) -> None:
    site = {"site.yaml": WORLD["site.yaml"] + COVERAGE}
    found = beside(sound(tmp_path, site), tmp_path, extract([SECOND]))
    assert [each.scope for each in found.scopes] == ["site.council-votes", "first-day.council-votes"]
    assert all(len(each.extra) == 1 for each in found.scopes)
    without = UNCOVERED.replace("resolutions: [resolution-1]\n", "") + COVERAGE
    found = beside(sound(tmp_path, {**site, SHEET: without}), tmp_path, extract([SECOND]))
    assert [len(each.extra) for each in found.scopes] == [1, 0]
    found = beside(sound(tmp_path, {**site, SHEET: without}), tmp_path, extract([FIRST]))
    assert [[each.recorded for each in one.missing] for one in found.scopes] == [[], [("resolution-1",)]]


def test_several_files_are_one_list(tmp_path: Path) -> None:
    checked = sound(tmp_path, covering("entries: 1", "entries: 2"))
    found = beside(checked, tmp_path, extract([FIRST]), plain_list([SECOND]), library(ASSEMBLY_2026, [SECOND]))
    scope = only(found)
    assert [each.total for each in found.lists] == [1, 1, 1]
    assert [(each.entry.symbol, Path(each.entry.list).name) for each in scope.missing] == [("RES/2", "list-2.txt")]
    assert left_open(scope) == [f"RES/2, 2: it stands again in {tmp_path}/list-3.txt:2, with the same votes"]


def asked(root: Path, text: str, *terms: str, since: date | None = None) -> Compared:
    checked = pipeline.check(lay(root))
    (root / "list.txt").write_text(text, "utf-8")
    scope = asked_for(checked.facts, terms, since, None)
    return only(report(checked, [read(root / "list.txt", wanted(checked.facts, [scope]))], [scope]))


def test_what_is_asked_for_needs_no_record(tmp_path: Path) -> None:
    found = asked(tmp_path, extract([FIRST, SECOND]), "second")
    assert ([each.entry.symbol for each in found.missing], found.extra, found.entries) == (["RES/2"], (), 1)
    found = asked(tmp_path, extract([SECOND]), "resolution")
    assert (len(found.missing), len(found.extra)) == (1, 1)
    found = asked(tmp_path, extract([replace(SECOND, symbol="OTHER/2")]), "resolution")
    assert (len(found.missing), len(found.extra)) == (1, 0)
    found = asked(tmp_path, extract([SECOND]), since=date(2025, 3, 1))
    assert (len(found.missing), len(found.extra)) == (0, 0)


def test_the_world_covers(tmp_path: Path) -> None:
    assert pipeline.check(lay(tmp_path, COVERED)).diagnostics == []


def test_a_day_that_is_wrong_on_one_side_takes_nothing_out_of_the_scope(tmp_path: Path) -> None:
    found = only(beside(sound(tmp_path), tmp_path, extract([replace(FIRST, day=date(2015, 2, 24))])))
    assert (found.entries, values(found)) == (1, [("date", "2025-02-24", "2015-02-24")])
    wrong = sound(tmp_path, covering("since: 2025-01-01", "since: 2025-02-25"))
    ((entry, recorded_as),) = [
        (each.entry.symbol, each.recorded)
        for each in only(beside(wrong, tmp_path, extract([replace(FIRST, day=date(2025, 2, 26))]))).missing
    ]
    assert (entry, recorded_as) == ("RES/1", ("resolution-1",))
