"""The numbers of a vote: as the content has them, and as an entry of a list does."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.records.resolution import CAST, Position, Resolution, Vote
from factsheets.review.lists.flaws import distinct
from factsheets.review.lists.model import Entry

Tally = tuple[int, int, int]
"""For, against and abstaining."""

_COMPARED = (*CAST, Position.NOT_VOTING)


def tally_here(resolution: Resolution) -> Tally | None:
    """Return the numbers of the last vote on the whole, where all are known."""
    found = [number_here(resolution.final, each) for each in CAST] if resolution.final else []
    return _whole(found)


def tally_there(entry: Entry) -> Tally | None:
    """Return an entry's numbers, as stated or else as named, where all are known."""
    named = distinct(entry.listed)
    return _whole([entry.numbers.get(each, len(named.get(each, ())) if entry.listed else None) for each in CAST])


def _whole(found: list[int | None]) -> Tally | None:
    match found:
        case [int(yes), int(no), int(abstain)]:
            return yes, no, abstain
        case _:
            return None


def number_here(vote: Vote, position: Position) -> int | None:
    """Return how many are stated under a position, else how many are listed, where nobody else can belong there."""
    stated = vote.stated.count(position)
    if stated is not None or vote.roll_call is None or position in vote.roll_call.rest:
        return stated
    return len(vote.roll_call.members(position))


def different_numbers(vote: Vote, entry: Entry) -> Iterator[tuple[Position, int, str]]:
    """Yield each number that is none of those that an entry gives: stated, or counted from its names."""
    named = distinct(entry.listed)
    for position in _COMPARED:
        here, there = _here(vote, position), set(_there(entry, position, len(named.get(position, ()))))
        if here and there and not here & there:
            yield position, min(here), " or ".join(map(str, sorted(there)))


def _here(vote: Vote, position: Position) -> set[int]:
    """Return the numbers that a position has here. Those without a right to vote may be among those not voting."""
    number = number_here(vote, position)
    if number is None:
        return set()
    more = number_here(vote, Position.NOT_ENTITLED) if position is Position.NOT_VOTING else None
    return {number, number + (more or 0)}


def _there(entry: Entry, position: Position, named: int) -> Iterator[int]:
    if position in entry.numbers:
        yield entry.numbers[position]
    if entry.listed and (position in CAST or entry.names_absent):
        yield named
