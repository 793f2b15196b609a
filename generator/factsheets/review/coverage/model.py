"""What a comparison with a list found. Values only; each with the line of the list, and the place in the content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factsheets.diagnostics.reports import Line
from factsheets.review.upkeep.naming import Named


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of the list: what it is called, its day and title, its numbers for, against and abstaining."""

    symbol: str
    day: str | None
    title: str
    numbers: tuple[int, int, int] | None
    list: str
    line: int


@dataclass(frozen=True, slots=True)
class Missing:
    """An entry that the scope does not have, though it may be `recorded` elsewhere in the content.

    `perhaps` are records with its day and numbers, which may be the same.
    """

    entry: ListEntry
    recorded: tuple[str, ...]
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """A resolution recorded here that is not in the list, and entries with its day and numbers."""

    fact: Named
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is one here and another there."""

    fact: Named
    field: str
    here: str
    there: str
    list: str
    line: int


class Kind(StrEnum):
    """How the position of a member differs."""

    DIFFERS = "differs"
    UNKNOWN_HERE = "unknown_here"
    NOT_THERE = "not_there"


@dataclass(frozen=True, slots=True)
class PositionDifference:
    """Members whose positions differ in the same way: how they stand here and there; the line of each."""

    fact: Named
    kind: Kind
    here: str | None
    there: str | None
    members: tuple[str, ...]
    list: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Where the record of the comparison does not say what the list says."""

    fact: Named
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class Open:
    """What the list itself leaves open, or contradicts."""

    symbol: str
    list: str
    line: int
    words: Line


@dataclass(frozen=True, slots=True)
class Compared:
    """One scope, compared: how many entries it has in the list, how many are recorded here, and what differs."""

    scope: str
    fact: Named | None
    subject: str
    entries: int
    recorded: int
    left_out: int
    missing: tuple[Missing, ...]
    extra: tuple[Extra, ...]
    differences: tuple[Difference, ...]
    positions: tuple[PositionDifference, ...]
    remarks: tuple[Remark, ...]
    open: tuple[Open, ...]

    @property
    def is_different(self) -> bool:
        """Whether anything differs. What the list leaves open is not the content's."""
        return any((self.missing, self.extra, self.differences, self.positions, self.remarks))


@dataclass(frozen=True, slots=True)
class Against:
    """A list: what kind it is, and how many entries it has."""

    file: str
    layout: str
    total: int
    without_vote: int


@dataclass(frozen=True, slots=True)
class Report:
    """What the content was compared with, and what was found in each scope."""

    lists: tuple[Against, ...]
    scopes: tuple[Compared, ...]

    @property
    def is_different(self) -> bool:
        """Whether anything differs anywhere."""
        return any(each.is_different for each in self.scopes)
