"""What changes in a vote: who did what, the tally, the outcome, its proof; and which corrections are owed for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheets.content.records.base import Gravity
from factsheets.diagnostics.reports import Said
from factsheets.review.diff import compare
from factsheets.review.diff.missing_corrections import gravity_of
from factsheets.review.diff.model import Diff, Shift, VoteChange
from factsheets.review.diff.report import report
from tests.chamber import CHAMBER, YES
from tests.diff.sides import diff, side
from tests.world import WORLD, edited

RES = "resolutions/resolution-1.yaml"
ADA = "people/ada-moe.yaml"
RECORD = "sources/record.yaml"
CORRECTION = "corrections: [{date: 2025-03-01, was: {en: x}, now: {en: y}, gravity: GRAVITY, why: {en: z}}]\n"


def resolution(*edits: tuple[str, str]) -> dict[str, str]:
    text = WORLD[RES]
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {RES: text}


def only(result: Diff) -> VoteChange:
    (vote,) = result.votes
    return vote


def said(result: Diff) -> str:
    return "".join(part.text if isinstance(part, Said) else part for part in report(result).headline)


MOVED = resolution(
    ("result: adopted, yes: 2, no: 0, abstain: 1", "result: rejected, yes: 2, no: 1, abstain: 0"),
    ("      abstain: [GBR]", "      no: [GBR]"),
)
"""Britain votes against: as a permanent member it stops the resolution."""


def test_a_member_that_moves_is_named_with_the_tally_and_the_outcome(tmp_path: Path) -> None:
    result = diff(tmp_path, MOVED)
    vote = only(result)
    assert [(each.member, each.name, each.positions) for each in vote.moved] == [
        ("GBR", "United Kingdom", Shift("abstain", "no"))
    ]
    assert vote.tally == Shift("2–0–1", "2–1–0")
    assert vote.outcome == Shift("adopted", "rejected")
    assert vote.proof is not None
    assert "United Kingdom" in vote.proof.after
    assert [each.path for each in result.changes] == [("votes", "adoption", "stated", "result")]
    assert said(result).startswith(
        "RES/1: vote adoption: United Kingdom abstain → no; tally 2–0–1 → 2–1–0; OUTCOME adopted → rejected; "
    )


def test_a_position_that_becomes_known_owes_nothing(tmp_path: Path) -> None:
    result = diff(
        tmp_path, resolution(("      no: [FRA]\n      rest", "      no: [FRA]\n      yes: [NOR]\n      rest"))
    )
    vote = only(result)
    assert [(each.name, each.positions) for each in vote.moved] == [
        ("Norway", Shift("unknown", "yes")),
    ]
    assert vote.unlisted == Shift("2", "1")
    assert vote.outcome is None
    assert (vote.gravity, result.owed) == (None, ())


def test_what_the_rest_may_have_done_is_told(tmp_path: Path) -> None:
    vote = only(diff(tmp_path, resolution(("      rest: unknown", "      rest: [yes, abstain]"))))
    assert vote.rest == Shift("unknown", "yes or abstain")
    assert vote.moved == ()


def test_a_rule_or_a_membership_changes_the_votes_of_its_body(tmp_path: Path) -> None:
    stricter = diff(tmp_path / "1", edited("bodies/council.yaml", "at_least: 2", "at_least: 3"))
    assert [(each.vote, each.outcome) for each in stricter.votes] == [
        ("adoption", Shift("adopted", "rejected")),
    ]
    assert [each.code for each in stricter.found] == ["outcome-mismatch"]
    earlier = diff(tmp_path / "2", edited("bodies/council.yaml", "period: 2025\n", "period: 2024\n"))
    assert [(each.vote, [moved.positions for moved in each.moved]) for each in earlier.votes] == [
        ("change", [Shift("unknown", "none")])
    ]
    assert said(earlier).startswith(
        "2 ERRORS; 2 records change; no outcome changes; 1 position changes; pages not compared"
    )


def test_the_votes_of_a_renamed_person_and_resolution_are_the_same_votes(tmp_path: Path) -> None:
    old, new = YES[0], "a-new-name"
    world = {name: text.replace(old, new) for name, text in CHAMBER.items() if name != f"people/{old}.yaml"}
    world[f"people/{new}.yaml"] = CHAMBER[f"people/{old}.yaml"] + f"former_ids: [{old}]\n"
    world["resolutions/law.yaml"] = world.pop("resolutions/bill.yaml") + "former_ids: [bill]\n"
    result = compare(side(tmp_path / "base", world=CHAMBER), side(tmp_path / "head", world=world))
    assert [each.kind.value for each in result.changes] == ["renamed", "renamed"]
    assert result.votes == ()
    world["resolutions/law.yaml"] = world["resolutions/law.yaml"].replace(f"yes: [{new}, ", "yes: [", 1)
    moved = compare(side(tmp_path / "base", world=CHAMBER), side(tmp_path / "moved", world=world)).votes
    assert [(each.vote, [(one.member, one.positions) for one in each.moved]) for each in moved] == [
        ("charter", [(new, Shift("yes", "unknown"))])
    ]


def test_a_source_with_the_name_of_a_member_is_renamed_and_the_member_is_not(tmp_path: Path) -> None:
    source = CHAMBER["sources/record.yaml"]
    before = {**CHAMBER, f"sources/{YES[0]}.yaml": source}
    after = {**CHAMBER, "sources/gazette.yaml": f"{source}former_ids: [{YES[0]}]\n"}
    result = compare(side(tmp_path / "base", world=before), side(tmp_path / "head", world=after))
    assert [each.kind.value for each in result.changes] == ["renamed"]
    assert result.votes == ()


@pytest.mark.parametrize(
    ("gravity", "expected"),
    [
        (None, [("result", None)]),
        ("wording", [("result", "wording")]),
        ("fact", [("result", "fact")]),
        ("result", []),
    ],
)
def test_a_changed_outcome_owes_a_correction_of_the_result(
    tmp_path: Path, gravity: str | None, expected: list[tuple[str, str | None]]
) -> None:
    more = CORRECTION.replace("GRAVITY", gravity) if gravity else ""
    result = diff(tmp_path, {RES: MOVED[RES] + more})
    assert [(each.gravity.value, each.recorded and each.recorded.value) for each in result.owed] == expected


def test_a_correction_of_long_ago_pays_nothing(tmp_path: Path) -> None:
    recorded = CORRECTION.replace("GRAVITY", "result")
    result = diff(tmp_path, {RES: MOVED[RES] + recorded}, {RES: WORLD[RES] + recorded})
    assert [each.gravity for each in result.owed] == [Gravity.RESULT]


@pytest.mark.parametrize(
    ("name", "old", "new", "gravity"),
    [
        (ADA, "name: Ada Moe", "name: Ada Mo", "fact"),
        (ADA, "born: 1970", "born: 1971", "fact"),
        (ADA, "born: 1970\n", "", "fact"),
        (ADA, "born: 1970", "born: 1970-05", None),
        (ADA, "born: 1970", "born: 1970\nbirth_place: {en: Oslo, de: Oslo}", None),
        (ADA, "2020-05-01/\n", "2020-05-01/2025\n", None),
        (ADA, "2020-05-01/\n", "2021-05-01/\n", "fact"),
        (ADA, "seen: 2025-02", "seen: 2025-03", None),
        (ADA, "states: [NOR]", "states: [NOR, FRA]", None),
        (ADA, "states: [NOR]", "states: [FRA]", "fact"),
        ("factsheets/first-day.yaml", "It adopted a resolution.", "It adopted one resolution.", "wording"),
        ("factsheets/first-day.yaml", "reviewed: 2025-03-01", "reviewed: 2025-04-01", None),
        ("statements/first-words.yaml", "a good start", "a bad start", "fact"),
        ("statements/first-words.yaml", "Perhaps far way.", "Far way.", None),
        ("statements/first-words.yaml", "kind: machine", "kind: agency", "fact"),
        (RES, "date: 2025-02-24", "date: 2025-02-25", "fact"),
        (RECORD, "kind: official", "kind: agency", None),
        (RECORD, "read: itself", "read: copy\nvia: {name: The gazette}", None),
        (RECORD, "/record\n", "/other\n", None),
        (RECORD, "issued: 2025-03", "issued: 2025-04", "fact"),
    ],
)
def test_what_was_published_and_differs_owes_a_correction(
    tmp_path: Path, name: str, old: str, new: str, gravity: str | None
) -> None:
    result = diff(tmp_path, edited(name, old, new))
    assert [each.gravity.value for each in result.owed] == ([gravity] if gravity else [])
    assert max((gravity_of(each) is not None for each in result.changes), default=False) is (gravity is not None)


def test_what_a_source_is_is_kept_up_to_date(tmp_path: Path) -> None:
    name, read = "sources/gazette.yaml", "read: itself"
    more = f"{WORLD[RECORD]}interests:\n  - {{kind: partisan, text: {{en: Of a party., de: x}}, sources: [record]}}\n"
    was = more.replace(read, "read: copy\nvia: {name: A mirror}\nrepeats: record")
    now = more.replace(read, "read: extract\nvia: {name: A library}\nrepeats: journal").replace("party", "state")
    result = diff(tmp_path, *({name: each, "sources/journal.yaml": WORLD[RECORD]} for each in (now, was)))
    assert {each.path[0] for each in result.changes} == {"read", "via", "repeats", "interests"}
    assert result.owed == ()


def test_what_is_no_record_owes_nothing(tmp_path: Path) -> None:
    result = diff(tmp_path, edited("site.yaml", "en: Small world", "en: World 2"))
    assert len(result.changes) == 1
    assert result.owed == ()


def test_wording_that_may_owe_one_is_told_but_not_in_the_first_line(tmp_path: Path) -> None:
    result = diff(tmp_path, edited("factsheets/first-day.yaml", "It adopted a resolution.", "It adopted one."))
    assert "correction" not in said(result)
    titles = [section.title for section in report(result).sections if not section.is_grave]
    assert "Wording that may owe a correction" in titles


def test_numbers_in_a_text_are_facts(tmp_path: Path) -> None:
    name, old = "factsheets/first-day.yaml", "It adopted a resolution."
    before, after = (edited(name, old, f"It adopted a resolution by {number} votes.") for number in (2, 3))
    assert [each.gravity.value for each in diff(tmp_path, after, before).owed] == ["fact"]
