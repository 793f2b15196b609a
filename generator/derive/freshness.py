"""What should be read again: the fact sheets and facts whose review is due on a day, the oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.receipts import claims_of
from generator.link import Facts, Key, records_of
from generator.records.base import Fact, Record, walk
from generator.records.dates import Edtf
from generator.records.factsheet import Factsheet
from generator.records.ids import SourceId
from generator.records.source import Source
from generator.source.tree import Path


@dataclass(frozen=True, slots=True)
class Due:
    """A fact whose review is due, since when, when it was last read, and what it rests on.

    Facts of a fact sheet were last read when that was reviewed, others when one of their sources was last opened.
    `uncopied` are those of the sources that have an address and no archived copy.
    """

    key: Key
    path: Path
    since: Edtf
    read: Edtf | None
    sources: tuple[SourceId, ...]
    uncopied: tuple[SourceId, ...]


def is_due(review: Edtf, day: date) -> bool:
    """Whether a review is due on a day: from the first day that its date may mean, so `2025-09` from 1 September."""
    return review.earliest <= day


def due(facts: Facts, day: date) -> tuple[Due, ...]:
    """Return what should be read again on a day, what has been due for longest first."""
    found = [
        _due(facts, key, record, path, value.review_due)
        for key, record in records_of(facts)
        for path, value in walk(record)
        if isinstance(value, Fact) and value.review_due and is_due(value.review_due, day)
    ]
    return tuple(sorted(found, key=lambda each: each.since.earliest))


def _due(facts: Facts, key: Key, record: Record, path: Path, since: Edtf) -> Due:
    names = tuple(dict.fromkeys(_resting_on(key, record, path)))
    sources = {name: facts.one(Source, name) for name in names if name in facts}
    opened = [each.accessed for each in sources.values() if each.accessed]
    read = record.reviewed if isinstance(record, Factsheet) else max(opened, key=lambda day: day.latest, default=None)
    uncopied = tuple(name for name, source in sources.items() if source.URL and not source.archive)
    return Due(key, path, since, read, names, uncopied)


def _resting_on(key: Key, record: Record, path: Path) -> Iterator[SourceId]:
    """Yield the sources of a fact and of all within it; of one that names none, those of the fact around it."""
    claims = tuple(claims_of(key, record))
    within = [each for each in claims if each.path[: len(path)] == path]
    around = [each for each in claims if path[: len(each.path)] == each.path]
    for claim in within or around[-1:]:
        yield from claim.sources
