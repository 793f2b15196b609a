"""What a vote's record amounts to: who is listed where, who is not, and which numbers follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from factsheets.content.records.body import Body, Membership, Method, Role, Rule
from factsheets.content.records.dates import Edtf
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import ABSENT, CAST, Position, Resolution, RollCall, Vote
from factsheets.derive.membership import members_on, rule_on, seats_on
from factsheets.derive.outcome import NO_VETO, Outcome, Range, Tally, Veto, outcome


@dataclass(frozen=True, slots=True)
class Count:
    """One vote, counted.

    `members` are those of the body on the day; `listed` the position of each member that is listed; `unlisted` the
    others, in order; `rest` what those may have done. `numbers` has the possible range for each position, in votes.
    `outcome` is None where the body has no such rule. `reported` are those whose vote against is known from a reported
    veto only, not from a roll call.
    """

    day: Edtf
    members: Mapping[MemberId, Membership]
    listed: Mapping[MemberId, Position]
    unlisted: tuple[MemberId, ...]
    rest: tuple[Position, ...]
    numbers: Mapping[Position, Range]
    rule: Rule | None
    outcome: Outcome | None
    reported: frozenset[MemberId] = frozenset()

    @property
    def is_by_name(self) -> bool:
        """Whether it can be known who voted how: not in a secret ballot, nor where nobody voted."""
        return self.rule is None or self.rule.method is Method.VOTE

    @property
    def votes(self) -> int:
        """How many votes all members have together."""
        return self.weight(self.members)

    @property
    def without_vote(self) -> int | None:
        """How many votes were not cast, where that is certain but not for what reason; else None."""
        cast = [self.numbers[position] for position in CAST]
        if not all(numbers.is_known for numbers in cast) or all(self.numbers[each].is_known for each in ABSENT):
            return None
        return max(0, self.votes - sum(numbers.least for numbers in cast))

    def weight(self, members: Iterable[MemberId]) -> int:
        """Return how many votes these members have: one each, unless the rule weighs votes."""
        if self.rule is None or not self.rule.weighted:
            return sum(1 for _ in members)
        return sum(self.members[each].weight if each in self.members else 1 for each in members)


def count(vote: Vote, resolution: Resolution, body: Body) -> Count:
    """Count one vote."""
    day = vote.date or resolution.date
    members = members_on(body, day)
    roll_call = vote.roll_call or RollCall(rest=tuple(Position))
    listed = roll_call.positions()
    unlisted = tuple(sorted(set(members) - set(listed)))
    rule = rule_on(body, vote.rule, day)
    reported = frozenset(each for each in vote.stated.vetoed_by if unlisted and listed.get(each) is Position.NO)
    blank = Count(day, members, listed, unlisted, roll_call.rest, {}, rule, None, reported)
    seats = seats_on(body, day)
    numbers = _numbers(vote, roll_call, blank, unrecorded=max(0, (seats or 0) - len(members)))
    if rule is None:
        return replace(blank, numbers=numbers)
    veto = _veto(vote, blank, numbers[Position.NO]) if rule.veto else NO_VETO
    tally = _tally(vote, blank, numbers, seats)
    result = outcome(rule, tally, veto, vote.casting_vote)
    return replace(blank, numbers=numbers, outcome=result)


def _numbers(vote: Vote, roll_call: RollCall, count: Count, *, unrecorded: int) -> dict[Position, Range]:
    """Return the possible range for each position: no more than the votes that no other position needs.

    `unrecorded` is the number of seats whose holders the record of the body does not name.
    """
    least = {each: _least(vote, roll_call, count, each) for each in Position}
    spare = max(0, count.votes + unrecorded - sum(least.values()))
    unlisted = count.weight(count.unlisted) + unrecorded
    return {
        each: Range(least[each], least[each] + min(spare, unlisted))
        if vote.stated.count(each) is None and each in roll_call.rest
        else Range(least[each], least[each])
        for each in Position
    }


def _least(vote: Vote, roll_call: RollCall, count: Count, position: Position) -> int:
    stated = vote.stated.count(position)
    return count.weight(roll_call.members(position)) if stated is None else stated


def _tally(vote: Vote, count: Count, numbers: Mapping[Position, Range], seats: int | None) -> Tally:
    yes, no, abstain = (numbers[each] for each in CAST)
    heads = len(count.members) or seats or 0
    present = _present(vote, count, numbers, max(heads, seats or 0))
    return Tally(yes, no, abstain, count.votes or heads, seats or heads, present, heads)


def _present(vote: Vote, count: Count, numbers: Mapping[Position, Range], most: int) -> Range:
    """Return how many members were present: as stated, else at least those who voted; with weights, those listed."""
    if vote.stated.present is not None:
        return Range(vote.stated.present, vote.stated.present)
    weighted = count.rule is not None and count.rule.weighted
    listed = sum(position in CAST for position in count.listed.values())
    cast = listed if weighted else sum(numbers[each].least for each in CAST)
    return Range(cast, max(cast, most))


def _veto(vote: Vote, count: Count, no: Range) -> Veto:
    permanent = [member for member, membership in count.members.items() if membership.role is Role.PERMANENT]
    listed = [member for member in permanent if count.listed.get(member) is Position.NO]
    unlisted = [each for each in permanent if each in vote.stated.vetoed_by and each not in count.listed]
    by = tuple(sorted({*listed, *unlisted}))
    against = sum(position is Position.NO for position in count.listed.values())
    open_votes = Position.NO in count.rest and no.most > against
    possible = open_votes and any(member not in count.listed for member in permanent)
    reported = count.reported.issuperset(listed)
    return Veto(by, possible, as_reported=reported, stated=bool(vote.stated.vetoed_by))
