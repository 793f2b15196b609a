"""What a vote's record amounts to: who is listed where, who is not, and which numbers follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.membership import members_on, rule_on
from generator.derive.outcome import Outcome, Range, Veto, outcome
from generator.records.body import Body, Membership, Role, Rule
from generator.records.dates import Edtf
from generator.records.ids import MemberId
from generator.records.resolution import Position, Resolution, RollCall, Vote


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


def count(vote: Vote, resolution: Resolution, body: Body) -> Count:
    """Count one vote."""
    day = vote.date or resolution.date
    members = members_on(body, day)
    roll_call = vote.roll_call or RollCall(rest=tuple(Position))
    listed = roll_call.positions()
    unlisted = tuple(sorted(set(members) - set(listed)))
    numbers = {position: _range(vote, roll_call, position, len(unlisted)) for position in Position}
    rule = rule_on(body, vote.rule, day)
    result = None
    if rule:
        yes, no = numbers[Position.YES], numbers[Position.NO]
        veto = _veto(vote, members, listed, roll_call.rest, no) if rule.veto else Veto()
        result = outcome(rule.majority, yes, no, len(members), veto)
    return Count(day, members, listed, unlisted, roll_call.rest, numbers, rule, result)


def _range(vote: Vote, roll_call: RollCall, position: Position, unlisted: int) -> Range:
    stated = vote.stated.count(position)
    if stated is not None:
        return Range(stated, stated)
    least = len(roll_call.members(position))
    return Range(least, least + (unlisted if position in roll_call.rest else 0))


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
