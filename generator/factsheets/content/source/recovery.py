"""A file with something wrong in it: what of it is whole all the same, and where else it breaks.

Of a file that breaks, each name at the start of a line is read alone with what is indented below it; so is each entry
of a list that breaks. The lines around are left blank, so that every place stays right. What may follow from a break is
not said: it may have cut off the end of what stands above it, and a bracket or quotation mark that stays open may reach
into what stands below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from factsheets.content.source.spans import Lines
from factsheets.content.source.tree import Entry, List, Mapping
from factsheets.content.source.trouble import words
from factsheets.diagnostics import Diagnostic

_NAME = re.compile(r"""["']?[\w.-]+["']?\s*:(?:\s|$)""")
_BARE_NAME = re.compile(r"[\w.-]+:\s*")
_ONE_LINE = re.compile(r"[\w.-]+:\s+\S.*")
_HYPHEN = re.compile(r" *-(?: |$)")


MOST_LINES = 500_000
"""Lines that are read again, blank ones too, to find what is whole: those of a long record for each of its blocks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What comes of some lines: their tree, and what is wrong. `is_open` if a break may reach beyond them."""

    root: Mapping | None
    found: tuple[Diagnostic, ...] = ()
    is_open: bool = False


Read = Callable[[Lines], Reading]
ReadPart = Callable[..., Reading]
"""Reads the lines of some ranges alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a file, or an entry of its list, and what comes of it alone. Lines count from 0, the end exclusive."""

    block: int
    start: int
    end: int
    reading: Reading

    def holds(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a diagnostic is about these lines."""
        return self.start < diagnostic.place.span.line <= self.end


def recover(read: Read, lines: Lines, broken: Diagnostic) -> tuple[Mapping | None, list[Diagnostic]]:
    """Return what is whole in a file that breaks at one place, and what breaks elsewhere whatever that break means."""
    part = _within(MOST_LINES, read, lines)
    starts = [number for number, line in enumerate(lines) if _NAME.match(line)]
    bounds = pairwise([*starts, len(lines)])
    blocks = [Part(start, start, end, part(range(start, end))) for start, end in bounds]
    if not any(each.reading.found and each.holds(broken) for each in blocks):
        return None, []
    parts = [each for block in blocks for each in (_entries(part, lines, block) or [block])]
    others = (each for each in _until_open(parts) if not each.holds(broken))
    elsewhere = [found for each in others for found in each.reading.found]
    return _joined(
        each for each, below in pairwise([*parts, None]) if each and _is_whole(each, below, lines)
    ), elsewhere


def _within(budget: int, read: Read, lines: Lines) -> ReadPart:
    """Return what reads some lines alone. Once it has read so many, it gives up and says nothing of what comes then."""
    left = budget

    def part(*kept: range) -> Reading:
        nonlocal left
        left -= len(lines)
        return read(_only(lines, *kept)) if left >= 0 else Reading(None)

    return part


def untouched(root: Mapping, found: Iterable[Diagnostic]) -> Mapping | None:
    """Return the part of a tree in whose lines nothing is wrong, where the file as a whole can be read."""
    wrong = {place.span.line for each in found for place in (each.place, *(other.place for other in each.related))}
    kept = [
        entry
        for entry, below in pairwise([*root.entries, None])
        if entry and not any(_reaches(entry, below, line) for line in wrong)
    ]
    return Mapping(tuple(kept), root.span) if kept else None


def _reaches(entry: Entry, below: Entry | None, line: int) -> bool:
    return entry.key.span.line <= line and (below is None or line < below.key.span.line)


def _only(lines: Lines, *kept: range) -> Lines:
    """Return the lines of these ranges, which are in order, and blank ones in place of all others."""
    found: list[str] = []
    for each in kept:
        found += [""] * (each.start - len(found))
        found += lines[each.start : each.stop]
    return (*found, *[""] * (len(lines) - len(found)))


def _entries(read: ReadPart, lines: Lines, block: Part) -> list[Part]:
    """Return the entries of a list that breaks, as far as the first that stays open; none for any other block."""
    inner = range(block.start + 1, block.end)
    dashes = [number for number in inner if _HYPHEN.match(lines[number])]
    if not block.reading.found or not dashes or not _BARE_NAME.fullmatch(words(lines[block.start])):
        return []
    indent = min(lines[number].index("-") for number in dashes)
    starts = [number for number in dashes if lines[number].index("-") == indent]
    head = range(block.start, starts[0])
    bounds = list(pairwise([*starts, block.end]))
    parts = [Part(block.start, start, end, read(head, range(start, end))) for start, end in bounds]
    return _until_open(parts) if any(each.reading.found for each in parts) else []


def _until_open(parts: list[Part]) -> list[Part]:
    last = next((number for number, each in enumerate(parts) if each.reading.is_open), len(parts))
    return parts[: last + 1]


def _is_whole(part: Part, below: Part | None, lines: Lines) -> bool:
    """Tell whether a part can be read, and a break below cannot have cut off its end."""
    if part.reading.found or part.reading.root is None:
        return False
    filled = [words(line) for line in lines[part.start : part.end] if words(line).strip()]
    return below is None or not below.reading.found or (len(filled) == 1 and _ONE_LINE.match(filled[0]) is not None)


def _joined(parts: Iterable[Part]) -> Mapping | None:
    """Return parts as one tree: entries of one list under one name, and no name that two blocks have."""
    by_name: dict[str, list[tuple[int, Entry]]] = {}
    for part in parts:
        for entry in part.reading.root.entries if part.reading.root else ():
            by_name.setdefault(entry.key.text, []).append((part.block, entry))
    entries = [_one([entry for _, entry in found]) for found in by_name.values() if len({at for at, _ in found}) == 1]
    return Mapping(tuple(entries), entries[0].key.span) if entries else None


def _one(entries: list[Entry]) -> Entry:
    first = entries[0]
    lists = [entry.value for entry in entries if isinstance(entry.value, List)]
    items = tuple(item for each in lists for item in each.items)
    return Entry(first.key, List(items, first.value.span)) if len(entries) > 1 else first
