"""Which entry of a list is which resolution: by their symbols, else by their drafts' symbols, and by nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from factsheets.content.records.resolution import Resolution
from factsheets.review.coverage.numbers import Tally, tally_here, tally_there
from factsheets.review.lists.model import Entry
from factsheets.review.lists.symbols import key, keys

Pairs = Mapping[str, tuple[Entry, ...]]
"""The entries of each resolution, by its id."""


def matched(entries: Sequence[Entry], resolutions: Mapping[str, Resolution]) -> Pairs:
    """Return the entries of each resolution that has any. A draft counts where it is that of one entry only."""
    by_symbol = _index((each, keys(each.head.symbol)) for each in entries)
    pairs = {name: _found(by_symbol, keys(one.symbol)) for name, one in resolutions.items()}
    taken = {id(entry) for found in pairs.values() for entry in found}
    left = [each for each in entries if id(each) not in taken]
    by_draft = _index((each, (*each.head.drafts, *keys(each.head.symbol))) for each in left)
    for name, found in pairs.items():
        if not found and len(likely := _found(by_draft, _drafts(resolutions[name]))) == 1:
            pairs[name] = likely
    return {name: found for name, found in pairs.items() if found}


def _index(named: Iterable[tuple[Entry, Iterable[str]]]) -> dict[str, list[Entry]]:
    index: dict[str, list[Entry]] = {}
    for entry, names in named:
        for name in names:
            index.setdefault(name, []).append(entry)
    return index


def _found(index: Mapping[str, list[Entry]], names: Iterable[str]) -> tuple[Entry, ...]:
    """Return the entries under the first of the names, which is the exact one, else under the others."""
    every = [index[each] for each in names if each in index]
    return tuple({id(each): each for found in every[:1] for each in found}.values()) if every else ()


def _drafts(resolution: Resolution) -> tuple[str, ...]:
    return tuple(map(key, filter(None, (resolution.draft, resolution.symbol))))


def alike(entries: Iterable[Entry], resolutions: Mapping[str, Resolution]) -> list[tuple[Entry, str]]:
    """Return entries with the resolutions that have the same day and numbers, which may be the same."""
    known: dict[tuple[date, Tally], list[str]] = {}
    for name, each in resolutions.items():
        tally, day = tally_here(each), each.date.earliest
        if tally and day == each.date.latest:
            known.setdefault((day, tally), []).append(name)
    return [(each, name) for each in entries if (sign := _sign(each)) for name in known.get(sign, ())]


def _sign(entry: Entry) -> tuple[date, Tally] | None:
    """Return the day and the numbers of an entry, where both are known."""
    tally, day = tally_there(entry), entry.head.day
    return (day, tally) if tally and day else None
