"""What a roll call says once it is read. Values only; nothing in them was guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position


class Why(StrEnum):
    """Why a piece of the text stands on no list."""

    UNKNOWN = "unknown"
    """No member is spelt so."""
    AMBIGUOUS = "ambiguous"
    """More than one is."""
    NOT_A_MEMBER = "not_a_member"
    """Somebody else is, who was no member on the day."""
    CONTRADICTORY = "contradictory"
    """The columns of a table name different members."""
    NO_POSITION = "no_position"
    """It stands under no heading, or no vote stands beside it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A member, where the text names it and under which position."""

    member: MemberId
    position: Position
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A piece of the text that is on no list, and whom it may mean."""

    text: str
    line: int
    position: Position | None
    why: Why
    guesses: tuple[MemberId, ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """A line that was read as running text, so that nobody on it is on a list."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Stated:
    """Numbers of votes that the text states itself, and where."""

    counts: Mapping[Position, int]
    line: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """A member that is named more than once. Under two positions, it is on neither list."""

    member: MemberId
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A number that the text states, and how many members were recognised."""

    position: Position
    stated: int
    recognised: int
    line: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one way of reading found, before it is put together."""

    mentions: tuple[Mention, ...] = ()
    unrecognised: tuple[Unrecognised, ...] = ()
    headed: Stated | None = None
    stated: tuple[Stated, ...] = ()
    passed: tuple[Passed, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a roll call could not be read at all, and what to do."""

    message: str
    hint: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ReadRollCall:
    """A roll call as read: the lists, in the order of the members' ids, and all that is on none of them."""

    lists: Mapping[Position, tuple[MemberId, ...]]
    unrecognised: tuple[Unrecognised, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    headed: Stated | None = None
    """The numbers beside the headings of the lists."""
    stated: tuple[Stated, ...] = ()
    """The results that the text states in a sentence, in its order."""
    passed: tuple[Passed, ...] = ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where a stated number differs from how many were recognised. One result that fits is enough of several."""
        sentences = [tuple(self._differing(each)) for each in self.stated]
        in_sentences = () if () in sentences else tuple(each for found in sentences for each in found)
        beside_headings = tuple(self._differing(self.headed)) if self.headed else ()
        return beside_headings + in_sentences

    def _differing(self, stated: Stated) -> Iterator[Difference]:
        for position, number in stated.counts.items():
            recognised = len(self.lists[position])
            if number != recognised:
                yield Difference(position, number, recognised, stated.line)
