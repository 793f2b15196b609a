"""Agreement, unity and changes, counted again the long way round."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.content.records.body import Body
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position, Resolution
from factsheets.derive.agreement import ENOUGH, Unity, agreement, casts, unity
from factsheets.derive.count import Count, count
from factsheets.derive.series import compare
from factsheets.derive.standing import Standing, standing_of
from tests.world import WORLD, edited, lay

MEMBERS = [f"{letter}AA" for letter in "ABCDEFG"]
COUNCIL = Body.model_validate(
    {
        "name": "Council",
        "membership": [{"members": MEMBERS, "period": "2000/.."}],
        "rules": [
            {
                "id": "simple",
                "title": "x",
                "period": "2000/..",
                "majority": {"more_than": "1/2", "of": "present_and_voting"},
                "article": "x",
            }
        ],
        "sources": ["record"],
    }
)


def a_vote(positions: list[Position | None]) -> Count:
    """Return a vote in which member by member did this; of None it is not known what they did."""
    roll_call: dict[str, object] = {"rest": "unknown"}
    for position in Position:
        roll_call[position.value] = [name for name, each in zip(MEMBERS, positions, strict=True) if each is position]
    record = {
        "symbol": "X", "title": "x", "summary": "x", "body": "council", "date": "2020-01-01", "sources": ["record"],
        "votes": [{"id": "adoption", "on": ["resolution"], "rule": "simple", "roll_call": roll_call}],
    }  # fmt: skip
    resolution = Resolution.model_validate(record)
    return count(resolution.votes[0], resolution, COUNCIL)


maybe = st.sampled_from([*Position, None])
votes = st.lists(st.lists(maybe, min_size=len(MEMBERS), max_size=len(MEMBERS)), max_size=12)


@given(votes)
def test_agreement_is_lijpharts_index_over_the_votes_that_both_cast(rows: list[list[Position | None]]) -> None:
    cast = casts(a_vote(row) for row in rows)
    voting = {Position.YES: 1.0, Position.ABSTAIN: 0.0, Position.NO: -1.0}
    for one, other in combinations(range(len(MEMBERS)), 2):
        pairs = [(row[one], row[other]) for row in rows]
        distances = [abs(voting[a] - voting[b]) for a, b in pairs if a in voting and b in voting]
        if not distances:
            continue
        found = agreement(cast[MemberId(MEMBERS[one])], cast[MemberId(MEMBERS[other])])
        assert (found.same, found.half, found.opposite) == tuple(distances.count(each) for each in (0.0, 1.0, 2.0))
        if len(distances) < ENOUGH:
            assert found.index is None
        else:
            assert found.index is not None
            assert abs(float(found.index) - (1 - sum(distances) / len(distances) / 2)) < 1e-9


@given(st.lists(maybe, min_size=len(MEMBERS), max_size=len(MEMBERS)))
def test_a_group_is_united_as_far_as_its_votes_are_alike(row: list[Position | None]) -> None:
    found = unity(a_vote(row), [MemberId(each) for each in MEMBERS])
    yes, no, abstain = (row.count(each) for each in (Position.YES, Position.NO, Position.ABSTAIN))
    assert found.cast == yes + no + abstain
    assert sum(found.numbers.values()) == len(MEMBERS)
    if found.cast < 3 or found.cast <= len(row) - len([each for each in row if each]):
        assert found.index is None
    else:
        most = max(yes, no, abstain)
        assert found.index == Fraction(most, found.cast) - Fraction(found.cast - most, 2 * found.cast)


def test_the_ends_of_the_scale_of_unity() -> None:
    assert Unity({Standing.YES: 9, Standing.UNKNOWN: 8}).index == 1
    assert Unity({Standing.YES: 2, Standing.NO: 2, Standing.ABSTAIN: 2}).index == 0
    assert Unity({Standing.YES: 2, Standing.ABSENT: 5}).index is None
    assert Unity({Standing.YES: 3, Standing.UNKNOWN: 3}).index is None


@given(st.lists(maybe, min_size=7, max_size=7), st.lists(maybe, min_size=7, max_size=7))
def test_every_member_of_both_votes_is_in_one_list(before: list[Position | None], after: list[Position | None]) -> None:
    was, now = a_vote(before), a_vote(after)
    found = compare(was, now)
    listed = [*(each.member for each in found.switched), *found.steady, *found.unknown]
    assert sorted(listed) == sorted(MEMBERS)
    for each in found.switched:
        assert (standing_of(was, each.member), standing_of(now, each.member)) == (each.before, each.after)
        assert each.before is not each.after
        assert not (each.before.is_absent and each.after.is_absent)
    for member in found.steady:
        both = standing_of(was, member), standing_of(now, member)
        assert both[0] is both[1] or all(each.is_absent for each in both)


def test_what_is_inferred_or_reported_enters_nothing(tmp_path: Path) -> None:
    guess = "\n    {}:\n      - {{position: no, members: [NOR], why: {{en: Probably., de: Wohl.}}}}"
    before = pipeline.check(lay(tmp_path)).derived
    for kind in ("inferred", "reported"):
        changes = edited(
            "resolutions/resolution-1.yaml", "      rest: unknown", f"      rest: unknown{guess.format(kind)}"
        )
        checked = pipeline.check(lay(tmp_path, changes))
        assert not checked.failed
        assert checked.derived.casts == before.casts
        assert (
            checked.derived.counts["resolution-1", "change"].outcome == before.counts["resolution-1", "change"].outcome
        )


def test_a_veto_that_is_only_reported_enters_no_agreement(tmp_path: Path) -> None:
    checked = pipeline.check(lay(tmp_path))
    assert standing_of(checked.derived.counts["resolution-1", "change"], MemberId("FRA")) is Standing.NO
    assert checked.derived.casts[MemberId("FRA")].no == 0


def test_a_series_is_what_a_fact_sheet_has_from_one_body_and_is_shown_once(tmp_path: Path) -> None:
    second = WORLD["resolutions/resolution-1.yaml"].replace("date: 2025-02-24", "date: 2025-02-25")
    sheet = WORLD["factsheets/first-day.yaml"]
    both = sheet.replace("resolutions: [resolution-1]", "resolutions: [resolution-2, resolution-1]")
    changes = {
        "resolutions/resolution-2.yaml": second,
        "factsheets/first-day.yaml": both,
        "factsheets/again.yaml": both,
    }
    found = pipeline.check(lay(tmp_path, changes)).derived.series
    assert [(each.factsheet, each.resolutions) for each in found] == [("again", ("resolution-1", "resolution-2"))]
    assert list(found[0].steps()) == [("resolution-1", "resolution-2")]
