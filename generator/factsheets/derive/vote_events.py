"""Votes with all that belongs to them, for whoever goes through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.link import Facts
from factsheets.content.records.resolution import RESOLUTION, Resolution, Vote
from factsheets.derive.count import Count


@dataclass(frozen=True, slots=True)
class VoteEvent:
    """One vote: the id and the record of the resolution it belongs to, and what it amounts to."""

    name: str
    resolution: Resolution
    vote: Vote
    count: Count

    @property
    def is_final(self) -> bool:
        """Whether it is the last vote on the text as a whole."""
        return self.vote is self.resolution.final

    @property
    def is_on_whole(self) -> bool:
        """Whether it is on the text as a whole."""
        return RESOLUTION in self.vote.on


Counts = Mapping[tuple[str, str], Count]
"""What each vote amounts to, by the id of its resolution and its own."""


def vote_events(facts: Facts, counts: Counts) -> Iterator[VoteEvent]:
    """Yield every vote whose body is known, resolution by resolution, in the order taken."""
    for name, resolution in facts.all(Resolution).items():
        for vote in resolution.votes:
            if count := counts.get((name, vote.id)):
                yield VoteEvent(name, resolution, vote, count)


def final_event(facts: Facts, counts: Counts, name: str) -> VoteEvent | None:
    """Return the final vote on the resolution of that id; None where there is none, or its body is not known."""
    resolution = facts.one(Resolution, name)
    return _event(counts, name, resolution, resolution.final)


def leading_event(facts: Facts, counts: Counts, name: str) -> VoteEvent | None:
    """Return the vote that stands for the record of that id; None where there is none, or its body is not known."""
    resolution = facts.one(Resolution, name)
    return _event(counts, name, resolution, resolution.leading)


def _event(counts: Counts, name: str, resolution: Resolution, vote: Vote | None) -> VoteEvent | None:
    count = counts.get((name, vote.id)) if vote else None
    return VoteEvent(name, resolution, vote, count) if vote and count else None
