"""Numbers in, outcome out: by the rule, and only as far as it is certain."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.outcome import Range, Reason, Veto, needed_votes, outcome
from generator.records.body import Base, Majority
from generator.records.ids import MemberId
from generator.records.resolution import Result

TWO_THIRDS = Majority(at_least="2/3", of=Base.PRESENT_AND_VOTING)
MAJORITY = Majority(more_than="1/2", of=Base.PRESENT_AND_VOTING)
ABSOLUTE = Majority(more_than="1/2", of=Base.MEMBERS)
NINE = Majority(at_least="9")
RUSSIA = Veto(by=(MemberId("RUS"),))

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
    name: str, rule: Majority, yes: int, no: int, members: int, veto: Veto, result: Result, needed: int
) -> None:
    computed = outcome(rule, known(yes), known(no), members, veto)
    assert (computed.result, computed.needed) == (result, needed), name


def test_what_is_not_known_is_not_decided() -> None:
    assert outcome(NINE, Range(8, 10), known(0), 15, Veto()).reason is Reason.UNDECIDED
    assert outcome(NINE, known(9), Range(0, 2), 15, Veto(possible=True)).reason is Reason.UNDECIDED
    assert outcome(NINE, Range(0, 8), Range(0, 7), 15, Veto(possible=True)).reason is Reason.MISSED


counts = st.integers(0, 300)
shares = st.sampled_from(["1/2", "2/3", "3/5", "3/4", "1/1"])


@given(counts, counts, shares)
def test_at_least_a_share_is_the_least_number_that_reaches_it(yes: int, no: int, share: str) -> None:
    rule = Majority(at_least=share, of=Base.PRESENT_AND_VOTING)
    needed = needed_votes(rule, yes=yes, no=no, members=300)
    bound = Fraction(share) * (yes + no)
    assert needed >= bound
    assert needed == 1 or needed - 1 < bound


ranges = st.builds(lambda least, more: Range(least, least + more), counts, st.integers(0, 4))


@given(ranges, ranges, st.sampled_from([TWO_THIRDS, MAJORITY, ABSOLUTE, NINE]), st.builds(Veto, possible=st.booleans()))
def test_a_certain_outcome_holds_whatever_the_unknown_votes_were(
    yes: Range, no: Range, rule: Majority, veto: Veto
) -> None:
    certain = outcome(rule, yes, no, 700, veto).result
    for each_yes in range(yes.least, yes.most + 1):
        for each_no in range(no.least, no.most + 1):
            exact = outcome(rule, known(each_yes), known(each_no), 700, Veto()).result
            assert certain in {None, exact}
