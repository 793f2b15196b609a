"""Numbers in, outcome out: by the rule, and only as far as it is certain."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets.content.records.body import Rule
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position, Result
from factsheets.derive.outcome import NO_VETO, Outcome, Range, Reason, Tally, Veto, needed_votes, outcome


def rule(**fields: object) -> Rule:
    return Rule.model_validate({"id": "x", "title": "x", "period": "1900/..", "article": "x", **fields})


TWO_THIRDS = rule(majority={"at_least": "2/3", "of": "present_and_voting"})
MAJORITY = rule(majority={"more_than": "1/2", "of": "present_and_voting"})
ABSOLUTE = rule(majority={"more_than": "1/2", "of": "members"})
OF_SEATS = rule(majority={"more_than": "1/2", "of": "seats"})
THREE_FIFTHS = rule(majority={"at_least": "3/5", "of": "present"})
NINE = rule(majority={"at_least": "9"})
CHAIR = rule(majority={"more_than": "1/2", "of": "present_and_voting"}, tie="chair")
HALF_PRESENT = rule(
    majority={"more_than": "1/2", "of": "present_and_voting"}, quorum={"more_than": "1/2", "of": "members"}
)
WITHOUT_VOTE = rule(method="without_vote")
RUSSIA = Veto(by=(MemberId("RUS"),))
NOBODY = Range(0, 0)


def tally(yes: Range, no: Range, members: int, abstain: Range = NOBODY, present: Range | None = None) -> Tally:
    """Return numbers of a body in which each member has one vote; all that voted, and perhaps others, were there."""
    there = present or Range(yes.least + no.least + abstain.least, members)
    return Tally(yes, no, abstain, members, members, there, members)


KNOWN = [
    ("A/RES/ES-11/7", TWO_THIRDS, 93, 18, 193, Veto(), Result.ADOPTED, 74),
    ("A/RES/ES-11/1", TWO_THIRDS, 141, 5, 193, Veto(), Result.ADOPTED, 98),
    ("A/RES/ES-11/5", TWO_THIRDS, 94, 14, 193, Veto(), Result.ADOPTED, 72),
    ("Russian amendment in the Assembly", TWO_THIRDS, 31, 71, 193, Veto(), Result.REJECTED, 68),
    ("an amendment that misses two thirds", TWO_THIRDS, 89, 61, 193, Veto(), Result.REJECTED, 100),
    ("S/RES/2774", NINE, 10, 0, 15, Veto(), Result.ADOPTED, 9),
    ("amendment with too few votes", NINE, 6, 1, 15, Veto(), Result.REJECTED, 9),
    ("S/2022/155, vetoed", NINE, 11, 1, 15, RUSSIA, Result.REJECTED, 9),
    ("S/RES/2623, procedural", NINE, 11, 1, 15, Veto(), Result.ADOPTED, 9),
    ("73 to 72 of 150, by simple majority", MAJORITY, 73, 72, 150, Veto(), Result.ADOPTED, 73),
    ("73 to 72 of 150, by absolute majority", ABSOLUTE, 73, 72, 150, Veto(), Result.REJECTED, 76),
    ("a tie", MAJORITY, 50, 50, 150, Veto(), Result.REJECTED, 51),
    ("an empty chamber", TWO_THIRDS, 0, 0, 193, Veto(), Result.REJECTED, 1),
]


def known(number: int) -> Range:
    return Range(number, number)


@pytest.mark.parametrize(("name", "rule", "yes", "no", "members", "veto", "result", "needed"), KNOWN)
def test_known_votes(  # noqa: PLR0913, PLR0917 - one row of the table
    name: str, rule: Rule, yes: int, no: int, members: int, veto: Veto, result: Result, needed: int
) -> None:
    computed = outcome(rule, tally(known(yes), known(no), members), veto)
    assert (computed.result, computed.needed) == (result, known(needed)), name


def test_what_is_not_known_is_not_decided() -> None:
    assert outcome(NINE, tally(Range(8, 10), NOBODY, 15)).reason is Reason.NUMBERS_OPEN
    assert outcome(NINE, tally(known(9), Range(0, 2), 15), Veto(possible=True)).reason is Reason.VETO_OPEN
    assert outcome(NINE, tally(Range(0, 8), Range(0, 7), 15), Veto(possible=True)).reason is Reason.MISSED


@pytest.mark.parametrize(
    ("yes", "stated", "reason"),
    [
        (Range(0, 14), False, Reason.STOPPED),
        (Range(8, 9), False, Reason.STOPPED),
        (Range(9, 10), False, Reason.VETOED),
        (Range(0, 14), True, Reason.VETOED),
        (Range(0, 8), False, Reason.MISSED),
    ],
)
def test_no_veto_is_claimed_where_votes_in_favour_may_have_been_too_few(
    yes: Range, *, stated: bool, reason: Reason
) -> None:
    found = outcome(NINE, tally(yes, Range(1, 15), 15), Veto(by=RUSSIA.by, stated=stated))
    assert (found.result, found.reason) == (Result.REJECTED, reason)
    assert found.vetoed_by == (RUSSIA.by if reason is Reason.VETOED else ())


def test_a_share_of_those_present_counts_abstentions() -> None:
    assert outcome(THREE_FIFTHS, tally(known(60), known(30), 120, known(10))).needed == known(60)
    assert outcome(THREE_FIFTHS, tally(known(60), known(30), 120, known(11))).result is Result.REJECTED


def test_a_share_of_seats_counts_empty_seats() -> None:
    filled = Tally(known(75), known(70), NOBODY, 147, 150, Range(145, 147), 147)
    assert outcome(OF_SEATS, filled).result is Result.REJECTED
    assert outcome(ABSOLUTE, filled).result is Result.ADOPTED


def test_a_tie_is_lost_or_the_chair_decides() -> None:
    even = tally(known(72), known(72), 150)
    assert outcome(MAJORITY, even).result is Result.REJECTED
    assert outcome(CHAIR, even).reason is Reason.TIE_OPEN
    assert outcome(CHAIR, even, casting=Position.YES).result is Result.ADOPTED
    assert outcome(CHAIR, even, casting=Position.NO).result is Result.REJECTED
    assert outcome(CHAIR, tally(Range(70, 74), known(72), 150), casting=Position.YES).result is None


def test_too_few_members_decide_nothing() -> None:
    assert outcome(HALF_PRESENT, tally(known(40), known(10), 150)).reason is Reason.QUORUM_OPEN
    assert outcome(HALF_PRESENT, tally(known(40), known(10), 150, present=known(75))).reason is Reason.NO_QUORUM
    assert outcome(HALF_PRESENT, tally(known(40), known(10), 150, present=known(76))).result is Result.ADOPTED
    assert outcome(HALF_PRESENT, tally(known(70), known(10), 150)).result is Result.ADOPTED


def test_where_nobody_votes_nothing_is_counted() -> None:
    assert outcome(WITHOUT_VOTE, tally(NOBODY, NOBODY, 193)) == Outcome(
        Result.ADOPTED, Reason.WITHOUT_VOTE, tally(NOBODY, NOBODY, 193)
    )


counts = st.integers(0, 300)
shares = st.sampled_from(["1/2", "2/3", "3/5", "3/4", "1/1"])


@given(counts, counts, shares)
def test_at_least_a_share_is_the_least_number_that_reaches_it(yes: int, no: int, share: str) -> None:
    two_sides = rule(majority={"at_least": share, "of": "present_and_voting"})
    needed = needed_votes(two_sides, tally(known(yes), known(no), 300), yes=yes, no=no, abstain=0)
    bound = Fraction(share) * (yes + no)
    assert needed >= bound
    assert needed == 1 or needed - 1 < bound


ranges = st.builds(lambda least, more: Range(least, least + more), counts, st.integers(0, 3))
rules = st.sampled_from([TWO_THIRDS, MAJORITY, ABSOLUTE, NINE, THREE_FIFTHS, CHAIR, HALF_PRESENT])
casting_votes = st.sampled_from([None, Position.YES, Position.NO])


@given(ranges, ranges, ranges, rules, st.builds(Veto, possible=st.booleans()), casting_votes)
def test_a_certain_outcome_holds_whatever_the_unknown_votes_were(  # noqa: PLR0913, PLR0917 - all that can be unknown
    yes: Range, no: Range, abstain: Range, rule: Rule, veto: Veto, casting: Position | None
) -> None:
    certain = outcome(rule, tally(yes, no, 700, abstain), veto, casting).result
    for each_yes in range(yes.least, yes.most + 1):
        for each_no in range(no.least, no.most + 1):
            for each_abstain in range(abstain.least, abstain.most + 1):
                numbers = tally(known(each_yes), known(each_no), 700, known(each_abstain))
                exact = outcome(rule, numbers, NO_VETO, casting).result
                assert certain in {None, exact}
