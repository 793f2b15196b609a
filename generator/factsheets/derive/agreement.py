"""How often two members voted alike, and how united a group was: published measures, with their denominators.

Two members: Arend Lijphart's index of agreement ("The Analysis of Bloc Voting in the General Assembly: A Critique and a
Proposal", American Political Science Review 57 (4), 1963, pp. 902-917): (f + g/2) / t. Of the t votes in which both
took part, f are those in which they did the same, and g those in which one abstained and the other did not.

A group: the agreement index of Hix, Noury and Roland ("Power to the Parties: Cohesion and Competition in the European
Parliament, 1979-2001", British Journal of Political Science 35 (2), 2005, pp. 209-234). It counts abstentions as a
choice of their own: (max(Y, N, A) - (Y + N + A - max(Y, N, A)) / 2) / (Y + N + A).

Only votes that were cast and are known count: absent members and members whose position is not known, inferred or
merely reported enter neither; nor does a vote against that is known from a reported veto only enter the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from factsheets.content.records.ids import MemberId
from factsheets.derive.count import Count
from factsheets.derive.standing import Standing, standing_of

ENOUGH = 5
"""How many votes two members must share before an agreement is shown. With fewer, a single vote weighs over a fifth."""

ENOUGH_OF_A_GROUP = 3
"""How many votes of a group must be known before its unity is shown: two can only agree or not."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The votes a member cast, one bit for each vote, in the order in which the votes were given."""

    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def all(self) -> int:
        """The votes in which it took part."""
        return self.yes | self.no | self.abstain


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two members voted in the votes that both cast: alike, one abstaining, or one for and one against."""

    same: int
    half: int
    opposite: int

    @property
    def shared(self) -> int:
        """The denominator: in how many votes both took part."""
        return self.same + self.half + self.opposite

    @property
    def index(self) -> Fraction | None:
        """Lijphart's index from 0 to 1; None where they share too few votes."""
        return Fraction(2 * self.same + self.half, 2 * self.shared) if self.shared >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class Unity:
    """What the members of a group did in one vote: how many of each standing."""

    numbers: Mapping[Standing, int]

    @property
    def cast(self) -> int:
        """The denominator: how many votes of the group are known."""
        return sum(number for standing, number in self.numbers.items() if standing.is_cast)

    @property
    def index(self) -> Fraction | None:
        """The agreement index, from 0 (evenly split in three) to 1.

        None where fewer than `ENOUGH_OF_A_GROUP` votes are known, or no more than are not known.
        """
        if self.cast < ENOUGH_OF_A_GROUP or self.cast <= self.numbers.get(Standing.UNKNOWN, 0):
            return None
        most = max(number for standing, number in self.numbers.items() if standing.is_cast)
        return Fraction(3 * most - self.cast, 2 * self.cast)


def casts(counts: Iterable[Count]) -> dict[MemberId, Cast]:
    """Return for each member the votes it cast."""
    masks: dict[MemberId, dict[Standing, int]] = {}
    for place, count in enumerate(counts):
        for member in count.members:
            standing = standing_of(count, member)
            if standing.is_cast and member not in count.reported:
                mine = masks.setdefault(member, {})
                mine[standing] = mine.get(standing, 0) | 1 << place
    return {
        member: Cast(mine.get(Standing.YES, 0), mine.get(Standing.NO, 0), mine.get(Standing.ABSTAIN, 0))
        for member, mine in masks.items()
    }


def agreement(one: Cast, other: Cast) -> Agreement:
    """Return how two members agreed."""
    shared = one.all & other.all
    same = (one.yes & other.yes) | (one.no & other.no) | (one.abstain & other.abstain)
    opposite = (one.yes & other.no) | (one.no & other.yes)
    half = shared & ~same & ~opposite
    return Agreement(same.bit_count(), half.bit_count(), opposite.bit_count())


def unity(count: Count, group: Iterable[MemberId]) -> Unity:
    """Return what the members of a group that belong to the body did in a vote."""
    found = Counter(standing_of(count, member) for member in group if member in count.members)
    return Unity({standing: found[standing] for standing in Standing if found[standing]})
