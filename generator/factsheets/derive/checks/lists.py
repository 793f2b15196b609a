"""Lists in which each entry stands once: people, states, sources, votes, names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factsheets.content.link import SITE, Facts, Key, records_of
from factsheets.content.records.base import Citation, walk
from factsheets.content.records.text import Text
from factsheets.content.source.tree import Path
from factsheets.derive import Derived
from factsheets.derive.checks.finding import Also, Finding


def entries_are_listed_once(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find names, sources and texts that stand twice in one list."""
    for key, record in ((SITE, facts.site), *records_of(facts)):
        for path, value in walk(record):
            if isinstance(value, tuple) and path[-2:-1] != ("roll_call",):
                yield from _repeated(key, path, value)


def _repeated(key: Key, path: Path, entries: tuple[Any, ...]) -> Iterator[Finding]:
    seen: dict[str | Text | Citation, int] = {}
    for index, entry in enumerate(entries):
        if not isinstance(entry, str | Text | Citation):
            continue
        first = seen.setdefault(entry, index)
        if first != index:
            also = (Also((*path, first), "first listed here"),)
            message = f"{_called(entry)} is listed twice in this list"
            yield Finding("listed-twice", key, (*path, index), message, "delete it here", also=also)


def _called(entry: str | Text | Citation) -> str:
    return entry.source if isinstance(entry, Citation) else entry.every()[0] if isinstance(entry, Text) else entry
