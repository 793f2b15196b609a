"""What is wrong with an entry of a list, by the list alone: names that stand there twice, numbers that do not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace

from factsheets.content.records.resolution import Position
from factsheets.diagnostics.reports import Said
from factsheets.editing.rollcalls.spelling import fold
from factsheets.review.lists import symbols
from factsheets.review.lists.model import Entry, Flaw, Head, Listed
from factsheets.review.lists.values import mended

_MOST_FLAWS = 100
"""Flaws of an entry, after which no more is said of others under its symbol."""
_FEW = 5
"""Names that are written out."""


def flaws_of(
    head: Head, numbers: Mapping[Position, int], listed: Sequence[Listed], *, wants_names: bool
) -> tuple[Flaw, ...]:
    """Return what is wrong with an entry. `wants_names` where the list has names for every vote."""
    misfits = _misfits(head.line, numbers, listed, wants_names=wants_names)
    return (*_without(head), *_twice(head.line, listed), *misfits)


def distinct(listed: Sequence[Listed]) -> dict[Position, set[str]]:
    """Return who is named under each position, each once."""
    found: dict[Position, set[str]] = {}
    for each in listed:
        found.setdefault(each.position, set()).add(each.name or each.code)
    return found


def add_once(seen: MutableMapping[str, Entry | None], head: Head, entry: Entry | None) -> bool:
    """Add an entry, None if it is not wanted, under its symbol, and tell whether that is new.

    Of those under one symbol the first is compared, and each later one is a flaw of it, up to some hundred.
    """
    name = symbols.key(head.symbol) or f"{head.file}:{head.line}"
    if name not in seen:
        seen[name] = entry
        return True
    first = seen[name]
    if first and entry and len(first.flaws) < _MOST_FLAWS:
        more = _standing_again(first, entry)
        last = (Flaw(more.line, ("more than that is wrong with it, or it stands there more often",)),)
        seen[name] = replace(first, flaws=(*first.flaws, more, *(last if len(first.flaws) == _MOST_FLAWS - 1 else ())))
    return False


def _standing_again(first: Entry, again: Entry) -> Flaw:
    """Return what is to say of an entry whose symbol stands in the list once more."""
    other = tuple(_otherwise(first, again))
    then = f"with {', '.join(other)}; the first is compared" if other else "with the same votes"
    line = again.head.line
    if first.head.file != again.head.file:
        return Flaw(first.head.line, ("it stands again in ", Said(f"{again.head.file}:{line}"), f", {then}"))
    return Flaw(line, (f"it stands there again (first in line {first.head.line}), {then}",))


def _otherwise(first: Entry, again: Entry) -> Iterator[str]:
    """Yield what two entries say otherwise, as far as both say it. Two spellings of a name are no difference."""
    if first.head.day != again.head.day:
        yield "another day"
    if any(first.numbers[each] != again.numbers[each] for each in first.numbers.keys() & again.numbers.keys()):
        yield "other numbers"
    if first.listed and again.listed:
        one, two = distinct(first.listed), distinct(again.listed)
        for each in Position:
            if _folded(one.get(each, set())) != _folded(two.get(each, set())):
                yield f"other names under {each.value}"


def _folded(names: set[str]) -> set[str]:
    return {fold(next(mended(each), each)) for each in names}


def _without(head: Head) -> Iterator[Flaw]:
    if head.day is None:
        yield Flaw(head.line, ("it has no day",))
    if not head.symbol:
        yield Flaw(head.line, ("it has no symbol",))


def _twice(line: int, listed: Sequence[Listed]) -> Iterator[Flaw]:
    under = Counter((each.position, each.name or each.code) for each in listed)
    for position, names in distinct(listed).items():
        again = sorted(name for name in names if under[position, name] > 1)
        if again and len(again) == len(names) > 1:
            yield Flaw(line, (f"every name under {position.value} stands there twice; each is counted once",))
        elif again:
            yield Flaw(line, (f"more than once under {position.value}, and counted once: ", Said(_few(again))))
    several = Counter(name for names in distinct(listed).values() for name in names)
    if both := sorted(name for name, times in several.items() if times > 1):
        yield Flaw(line, ("under more than one position, and not compared: ", Said(_few(both))))


def _misfits(
    line: int, numbers: Mapping[Position, int], listed: Sequence[Listed], *, wants_names: bool
) -> Iterator[Flaw]:
    if not listed:
        if wants_names and any(numbers.values()):
            yield Flaw(line, ("it has numbers, and no names",))
        elif wants_names:
            yield Flaw(line, ("it was voted on, and has neither numbers nor names",))
        return
    names = distinct(listed)
    for position, number in numbers.items():
        named = len(names.get(position, ()))
        if number != named:
            yield Flaw(line, (f"{position.value}: {number} stated, {named} named",))
    if not numbers:
        yield Flaw(line, ("it has names, and no numbers",))


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    return ", ".join(names[:_FEW]) + more
