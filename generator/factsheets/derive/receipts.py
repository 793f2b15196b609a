"""What rests on which source: each fact with its receipt, its own sources or else those of the mapping around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factsheets.content.link import Facts, Key, records_of
from factsheets.content.records.base import Citation, Citations, ConflictValue, Fact, Record, walk
from factsheets.content.records.ids import SourceId
from factsheets.content.records.source import Source
from factsheets.content.records.wording import Wording
from factsheets.content.source.tree import Path


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact of a record and its receipt. `origins` says how many of its sources do not repeat each other."""

    key: Key
    path: Path
    receipt: Citations
    origins: int = 1

    @property
    def sources(self) -> tuple[SourceId, ...]:
        """The sources that the fact rests on, each once."""
        return tuple(dict.fromkeys(each.source for each in self.receipt))

    @property
    def is_single(self) -> bool:
        """Whether the fact rests on one origin alone: on one source, or on several that repeat each other."""
        return self.origins == 1


def claims(facts: Facts) -> dict[str, tuple[Claim, ...]]:
    """Return what rests on each source, record by record in the order in which they state it."""
    found: dict[str, list[Claim]] = {}
    for key, record in records_of(facts):
        for claim in claims_of(key, record):
            traced = replace(claim, origins=len(origins(facts, claim.sources)))
            for source in claim.sources:
                found.setdefault(source, []).append(traced)
    return {source: tuple(resting) for source, resting in found.items()}


def origins(facts: Facts, sources: Iterable[SourceId]) -> frozenset[SourceId]:
    """Return where the sources have it from: of each the first that it goes back to, or itself."""
    return frozenset((each, *goes_back_to(facts, each))[-1] for each in sources)


def goes_back_to(facts: Facts, source: SourceId) -> tuple[SourceId, ...]:
    """Return the sources that a source repeats, directly or through others, the nearest first; a circle ends."""
    passed: list[SourceId] = []
    while (record := facts.get(Source, passed[-1] if passed else source)) and record.repeats:
        if record.repeats in passed:
            break
        passed.append(record.repeats)
    return tuple(passed)


def claims_of(key: Key, record: Record) -> Iterator[Claim]:
    """Yield the facts of a record that have a receipt, each before those within it."""
    receipts: dict[Path, Citations] = {}
    for path, value in walk(record):
        own = _own(path, value)
        receipts[path] = own or receipts.get(path[:-1], ())
        if receipts[path] and (own or _is_entry(path, value)):
            yield Claim(key, path, receipts[path])


def _own(path: Path, value: object) -> Citations:
    """Return the sources that stand beside a value: its own, or of a list by name what is listed under the name."""
    if isinstance(value, Fact | ConflictValue):
        return value.sources
    if isinstance(value, tuple) and path[-1] != "sources" and all(isinstance(each, Citation) for each in value):
        return value
    return ()


def _is_entry(path: Path, value: object) -> bool:
    """Tell an entry of a list from a part of the fact around it. Words that are missing rest on nothing."""
    is_missing = isinstance(value, Wording) and value.missing is not None
    return isinstance(value, Fact) and isinstance(path[-1], int) and not is_missing
