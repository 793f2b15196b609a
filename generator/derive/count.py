"""What a vote's record amounts to: who is listed where, who is not, and which numbers follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.membership import members_on, rule_on
from generator.derive.outcome import Outcome, Range, Veto, outcome
from generator.records.body import Body, Membership, Role, Rule
from generator.records.dates import Edtf
from generator.records.ids import MemberId
from generator.records.resolution import ABSENT, Position, Resolution, RollCall, Vote


@dataclass(frozen=True, slots=True)
class Count:
    """One vote, counted.

    `members` are those of the body on the day; `listed` the position of each member that is listed; `unlisted` the
    others, in order; `rest` what those may have done. `numbers` has the possible range for each position. `outcome` is
    None where the body has no such rule.
    """

    day: Edtf
    members: Mapping[MemberId, Membership]
    listed: Mapping[MemberId, Position]
    unlisted: tuple[MemberId, ...]
    rest: tuple[Position, ...]
    numbers: Mapping[Position, Range]
    rule: Rule | None
    outcome: Outcome | None

    @property
    def is_complete(self) -> bool:
        """Whether the position of every member is listed."""
        return not self.unlisted

    @property
    def without_vote(self) -> int | None:
        """How many cast no vote, where that is certain but not for what reason; else None."""
        voted = [numbers for position, numbers in self.numbers.items() if position not in ABSENT]
        reasons = [numbers for position, numbers in self.numbers.items() if position in ABSENT]
        if not all(numbers.is_known for numbers in voted) or all(numbers.is_known for numbers in reasons):
            return None
        return max(0, len(self.members) - sum(numbers.least for numbers in voted))


def count(vote: Vote, resolution: Resolution, body: Body) -> Count:
    """Count one vote."""
    day = vote.date or resolution.date
    members = members_on(body, day)
    roll_call = vote.roll_call or RollCall(rest=tuple(Position))
    listed = roll_call.positions()
    unlisted = tuple(sorted(set(members) - set(listed)))
    numbers = _numbers(vote, roll_call, len(members), len(unlisted))
    rule = rule_on(body, vote.rule, day)
    result = None
    if rule:
        yes, no = numbers[Position.YES], numbers[Position.NO]
        veto = _veto(vote, members, listed, roll_call.rest, no) if rule.veto else Veto()
        result = outcome(rule.majority, yes, no, len(members), veto)
    return Count(day, members, listed, unlisted, roll_call.rest, numbers, rule, result)


def _numbers(vote: Vote, roll_call: RollCall, members: int, unlisted: int) -> dict[Position, Range]:
    """Return the possible range for each position: no more than the members that no other position needs."""
    least = {each: _least(vote, roll_call, each) for each in Position}
    spare = max(0, members - sum(least.values()))
    return {
        each: Range(least[each], least[each] + min(spare, unlisted))
        if vote.stated.count(each) is None and each in roll_call.rest
        else Range(least[each], least[each])
        for each in Position
    }


def _least(vote: Vote, roll_call: RollCall, position: Position) -> int:
    stated = vote.stated.count(position)
    return len(roll_call.members(position)) if stated is None else stated


def _veto(
    vote: Vote,
    members: Mapping[MemberId, Membership],
    listed: Mapping[MemberId, Position],
    rest: tuple[Position, ...],
    no: Range,
) -> Veto:
    permanent = [member for member, membership in members.items() if membership.role is Role.PERMANENT]
    reported = vote.stated.vetoed_by
    by = tuple(sorted({each for each in permanent if listed.get(each) is Position.NO or each in reported}))
    against = sum(position is Position.NO for position in listed.values())
    open_votes = Position.NO in rest and no.most > against
    possible = open_votes and any(member not in listed for member in permanent)
    return Veto(by, possible, as_reported=bool(rest))
