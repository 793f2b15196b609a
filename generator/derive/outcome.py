"""Whether a motion passed, by the body's own rule, and what can be said with certainty when not all is known."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from generator.records.body import Base, Majority
from generator.records.ids import MemberId
from generator.records.resolution import Result


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
    """What decided the outcome."""

    REACHED = "reached"
    MISSED = "missed"
    VETOED = "vetoed"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The computed outcome and the numbers it rests on.

    `needed` is the number of votes in favour that the rule asks for, where it is certain. `vetoed_by` lists permanent
    members who voted against; `as_reported` says that this rests on a report and not on a roll call.
    """

    result: Result | None
    reason: Reason
    yes: Range
    no: Range
    members: int
    needed: int | None
    vetoed_by: tuple[MemberId, ...] = ()
    as_reported: bool = False


@dataclass(frozen=True, slots=True)
class Veto:
    """What is known of votes against by permanent members: certain ones, and whether others are possible."""

    by: tuple[MemberId, ...] = ()
    possible: bool = False
    as_reported: bool = False


def needed_votes(majority: Majority, *, yes: int, no: int, members: int) -> int:
    """Return how many votes in favour the rule asks for: at least one, whatever the share."""
    base = yes + no if majority.of is Base.PRESENT_AND_VOTING else members
    if majority.at_least is not None:
        return max(1, math.ceil(_amount(majority.at_least, base)))
    return max(1, math.floor(_amount(majority.more_than or 0, base)) + 1)


def _amount(threshold: int | Fraction, base: int) -> int | Fraction:
    return threshold * base if isinstance(threshold, Fraction) else threshold


def outcome(majority: Majority, yes: Range, no: Range, members: int, veto: Veto) -> Outcome:
    """Return what follows with certainty from what is known.

    A motion passes if even the fewest possible votes in favour against the most possible votes against suffice and no
    veto is possible; it fails if a veto is certain, or if even the best case does not suffice.
    """
    worst = needed_votes(majority, yes=yes.least, no=no.most, members=members)
    best = needed_votes(majority, yes=yes.most, no=no.least, members=members)
    needed = worst if worst == best else None
    if yes.most < best:
        result, reason = Result.REJECTED, Reason.MISSED
    elif veto.by:
        result, reason = Result.REJECTED, Reason.VETOED
    elif yes.least >= worst and not veto.possible:
        result, reason = Result.ADOPTED, Reason.REACHED
    else:
        return Outcome(None, Reason.UNDECIDED, yes, no, members, needed)
    by = veto.by if reason is Reason.VETOED else ()
    return Outcome(result, reason, yes, no, members, needed, by, bool(by) and veto.as_reported)
