"""Every vote in its surroundings, as the checks look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.link import Facts, Key
from factsheets.content.records.body import Body
from factsheets.content.records.ids import could_be
from factsheets.content.records.resolution import Position, Resolution, RollCall, Vote
from factsheets.content.source.tree import Path
from factsheets.derive import Count, Derived


@dataclass(frozen=True, slots=True)
class Case:
    """One vote in its surroundings."""

    facts: Facts
    key: Key
    path: Path
    vote: Vote
    resolution: Resolution
    body: Body
    count: Count

    @property
    def mistyped(self) -> int:
        """How many of the listed names no record has. Each may be a member that seems to be missing."""
        return sum(member not in self.facts for member in self.count.listed)

    def listed(self, position: Position) -> int:
        """Return how many votes are listed under a position, a member listed twice counting where it is first."""
        return self.count.weight(member for member, each in self.count.listed.items() if each is position)

    @property
    def roll_call(self) -> RollCall:
        """Who voted how; nobody is listed where nothing is known."""
        return self.vote.roll_call or RollCall(rest=tuple(Position))


def cases(facts: Facts, derived: Derived) -> Iterator[Case]:
    """Yield every vote whose body is known, and whose list has one name an entry, so that it can be counted."""
    for name, resolution in facts.all(Resolution).items():
        body = facts.get(Body, resolution.body)
        for index, vote in enumerate(resolution.votes if body else ()):
            listed = vote.roll_call.positions() if vote.roll_call else {}
            if body and all(map(could_be, listed)) and (found := derived.counts.get((name, vote.id))):
                yield Case(facts, (Resolution.folder, name), ("votes", index), vote, resolution, body, found)
