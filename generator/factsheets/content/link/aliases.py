"""Other words for a record: readers look for it by them, and editors and minutes name it so."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from factsheets.content.link import Facts
from factsheets.content.records.base import Record
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.state import State


def aliases(facts: Facts, name: str, record: Record) -> tuple[str, ...]:
    """Return other names of a record in any language, each once."""
    match record:
        case State():
            found = _of_state(facts, name, record)
        case Person():
            names = (record.name, *([record.full_name] if record.full_name else []), *record.other_names)
            found = (text for each in names for text in each.every())
        case Resolution():
            found = iter([record.draft] if record.draft else [])
        case _:
            found = iter(())
    return tuple(dict.fromkeys(found))


def _of_state(facts: Facts, name: str, state: State) -> Iterator[str]:
    yield from (name, state.alpha_2)
    for language in facts.site.languages:
        if known := Locale.parse(language, sep="-").territories.get(state.alpha_2):
            yield known
    for each in (*([state.name] if state.name else []), *state.other_names):
        yield from each.every()
    if state.name_in_records:
        yield state.name_in_records
