"""Whether a motion passed, by the body's own rule, and what can be said with certainty when not all is known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factsheets.content.records.body import Base, Method, Rule, Threshold, Tie
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position, Result


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the greatest number that is possible. Equal where the number is known."""

    least: int
    most: int

    @property
    def is_known(self) -> bool:
        """Whether only one number is possible."""
        return self.least == self.most


class Reason(StrEnum):
    """What decided the outcome, or what would have to be known to decide it.

    `stopped` is a vote against by a permanent member where it is not known whether there were votes enough in favour:
    the motion failed either way, and only if there were was it a veto.
    """

    REACHED = "reached"
    MISSED = "missed"
    VETOED = "vetoed"
    STOPPED = "stopped"
    CHAIR = "chair"
    NO_QUORUM = "no_quorum"
    WITHOUT_VOTE = "without_vote"
    NUMBERS_OPEN = "numbers_open"
    VETO_OPEN = "veto_open"
    TIE_OPEN = "tie_open"
    QUORUM_OPEN = "quorum_open"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a rule is applied to. All are votes, except `present`, `heads` and `seats`, which are members.

    `members` is how many votes all members have together: their number, where a rule does not weigh votes.
    """

    yes: Range
    no: Range
    abstain: Range
    members: int
    seats: int
    present: Range
    heads: int


@dataclass(frozen=True, slots=True)
class Veto:
    """What is known of votes against by permanent members: certain ones, and whether others are possible.

    `stated` says that the record itself calls it a veto, whatever else is known.
    """

    by: tuple[MemberId, ...] = ()
    possible: bool = False
    as_reported: bool = False
    stated: bool = False


NO_VETO = Veto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The computed outcome and the numbers it rests on.

    `needed` is the number of votes in favour that the rule asks for, a range where that depends on votes not known;
    `quorum` the number of members that must be present. Both are None where the rule has none. `vetoed_by` lists
    permanent members who voted against; `as_reported` says that this rests on a report and not on a roll call.
    """

    result: Result | None
    reason: Reason
    tally: Tally
    needed: Range | None = None
    quorum: int | None = None
    vetoed_by: tuple[MemberId, ...] = ()
    as_reported: bool = False


def least_number(threshold: Threshold, base: int) -> int:
    """Return the least whole number that satisfies a threshold counted of `base`: at least one, whatever the share."""
    amount = threshold.amount * base if isinstance(threshold.amount, Fraction) else threshold.amount
    return max(1, math.ceil(amount) if threshold.at_least is not None else math.floor(amount) + 1)


def needed_votes(rule: Rule, tally: Tally, *, yes: int, no: int, abstain: int) -> int:
    """Return how many votes in favour the rule asks for, given the votes cast."""
    assert rule.majority  # a rule by which nobody votes needs no votes  # noqa: S101
    bases = {
        Base.PRESENT_AND_VOTING: yes + no,
        Base.PRESENT: yes + no + abstain,
        Base.MEMBERS: tally.members,
        Base.SEATS: tally.seats,
        None: 0,
    }
    return least_number(rule.majority, bases[rule.majority.of])


def outcome(rule: Rule, tally: Tally, veto: Veto = NO_VETO, casting: Position | None = None) -> Outcome:
    """Return what follows with certainty from what is known.

    A motion passes if even the fewest possible votes in favour against the most possible others suffice, no veto is
    possible and enough members were present for certain. It fails if a veto is certain, if even the best case does not
    suffice, or if too few can have been present. A tie is decided by the chair's vote, `casting`, where the rule says
    so and the vote is recorded.
    """
    if rule.method is Method.WITHOUT_VOTE:
        return Outcome(Result.ADOPTED, Reason.WITHOUT_VOTE, tally)
    bases = {Base.SEATS: tally.seats, Base.MEMBERS: tally.heads, None: 0}
    quorum = least_number(rule.quorum, bases[rule.quorum.of]) if rule.quorum else None
    yes, no, abstain = tally.yes, tally.no, tally.abstain
    worst = needed_votes(rule, tally, yes=yes.least, no=no.most, abstain=abstain.most)
    best = needed_votes(rule, tally, yes=yes.most, no=no.least, abstain=abstain.least)
    result, reason = _decide(rule, tally, veto, casting, worst=worst, best=best, quorum=quorum or 0)
    vetoed = reason is Reason.VETOED
    return Outcome(
        result,
        reason,
        tally,
        Range(min(worst, best), max(worst, best)),
        quorum,
        veto.by if vetoed else (),
        as_reported=vetoed and veto.as_reported,
    )


def _decide(  # noqa: PLR0911, PLR0913 - one decision, from everything it rests on
    rule: Rule, tally: Tally, veto: Veto, casting: Position | None, *, worst: int, best: int, quorum: int
) -> tuple[Result | None, Reason]:
    if tally.present.most < quorum:
        return Result.REJECTED, Reason.NO_QUORUM
    if rule.tie is Tie.CHAIR and _may_tie(tally):
        return _broken_tie(tally, casting, quorum)
    if tally.yes.most < best:
        return Result.REJECTED, Reason.MISSED
    if veto.by:
        was_needed = veto.stated or tally.yes.least >= worst
        return Result.REJECTED, Reason.VETOED if was_needed else Reason.STOPPED
    if tally.yes.least < worst:
        return None, Reason.NUMBERS_OPEN
    if veto.possible:
        return None, Reason.VETO_OPEN
    if tally.present.least < quorum:
        return None, Reason.QUORUM_OPEN
    return Result.ADOPTED, Reason.REACHED


def _may_tie(tally: Tally) -> bool:
    return tally.yes.least <= tally.no.most and tally.no.least <= tally.yes.most


def _broken_tie(tally: Tally, casting: Position | None, quorum: int) -> tuple[Result | None, Reason]:
    if not (tally.yes.is_known and tally.no.is_known):
        return None, Reason.NUMBERS_OPEN
    if casting is None:
        return None, Reason.TIE_OPEN
    if tally.present.least < quorum:
        return None, Reason.QUORUM_OPEN
    return Result.ADOPTED if casting is Position.YES else Result.REJECTED, Reason.CHAIR
