"""Other words by which a reader may look for a page. They are in the search index and not to be seen on the page."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from generator.link import Facts
from generator.records.base import Record
from generator.records.person import Person
from generator.records.resolution import Resolution
from generator.records.state import State

_SHORTEST = 4
"""What is shorter than this finds too much."""


def aliases(facts: Facts, name: str, record: Record) -> tuple[str, ...]:
    """Return other names of a record in any language, each once."""
    match record:
        case State():
            found = _of_state(facts, name, record)
        case Person():
            names = (record.name, *([record.full_name] if record.full_name else []), *record.other_names)
            found = (text for each in names for text in each.every())
        case Resolution():
            symbols = [record.symbol, *([record.draft] if record.draft else [])]
            found = (form for each in symbols for form in _tails(each))
        case _:
            found = iter(())
    return tuple(dict.fromkeys(found))


def _tails(symbol: str) -> Iterator[str]:
    """Yield a document symbol and its ends, which people use alone: A/RES/ES-11/7, RES/ES-11/7, ES-11/7."""
    parts = symbol.split("/")
    tails = ("/".join(parts[start:]) for start in range(len(parts)))
    return (tail for tail in tails if len(tail) >= _SHORTEST)


def _of_state(facts: Facts, name: str, state: State) -> Iterator[str]:
    yield from (name, state.alpha_2)
    for language in facts.site.languages:
        if known := Locale.parse(language, sep="-").territories.get(state.alpha_2):
            yield known
    for each in (*([state.name] if state.name else []), *state.other_names):
        yield from each.every()
    if state.name_in_records:
        yield state.name_in_records
