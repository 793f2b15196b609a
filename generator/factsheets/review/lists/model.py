"""What a list of votes says once it is read. Values only; names stand as the list has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from factsheets.content.records.resolution import Position
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.reports import Line


class ListError(Exception):
    """A list that cannot be read, with the place where that shows and the line that stands there."""

    def __init__(self, diagnostic: Diagnostic, text: str | None = None) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.text = text


class Listed(NamedTuple):
    """A member as a list names it, and how it voted. `not_voting` stands for no vote cast, whatever the reason."""

    name: str
    code: str
    position: Position
    line: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """What an entry itself leaves open or contradicts, and in which line."""

    line: int
    words: Line


@dataclass(frozen=True, slots=True)
class Head:
    """What an entry is about: all by which it can be found and chosen. `is_vote` is None where the list is silent."""

    file: str
    line: int
    symbol: str
    drafts: tuple[str, ...]
    day: date | None
    title: str
    topic: str = field(default="", repr=False)
    """Its item of the agenda and its subjects."""
    is_vote: bool | None = True

    @property
    def called(self) -> str:
        """What it is called: by its symbol, else by its draft's, else by its title."""
        return next(filter(None, (self.symbol, *self.drafts, self.title)), "(no symbol)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the numbers it states, the members it names, and what is wrong with it.

    `names_absent` tells whether those who cast no vote are named too; else they are in none of its lists.
    """

    head: Head
    numbers: Mapping[Position, int] = field(default_factory=dict)
    listed: tuple[Listed, ...] = field(default=(), repr=False)
    names_absent: bool = False
    flaws: tuple[Flaw, ...] = ()


Keep = Callable[[Head], bool]
"""Tells whether an entry is wanted. What is not wanted is forgotten at once."""


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list: what kind it is, how many entries it has, how many of them were adopted without a vote; those kept.

    `runs` are those of its symbols, such as A/RES/77.
    """

    file: str
    layout: str
    total: int
    without_vote: int
    runs: frozenset[str]
    entries: tuple[Entry, ...]
