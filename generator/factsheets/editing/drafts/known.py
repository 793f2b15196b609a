"""Records that are there already: found by any name that they have, and held against a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from factsheets.content.link import Facts
from factsheets.content.link.aliases import aliases
from factsheets.content.records import Record
from factsheets.content.records.base import walk
from factsheets.content.records.person import Person
from factsheets.content.records.text import Text
from factsheets.content.source.tree import Plain
from factsheets.editing.drafts.tree import Draft, get
from factsheets.editing.rollcalls.spelling import fold

_NAMES = ("name", "full_name", "other_names", "title", "about", "description")
"""Fields by which a person would know a record; alike is enough."""

_SIGNS = ("symbol", "draft", "URL", "archive", "wikidata", "alpha_2", "undl")
"""Fields that name one thing only; they must be the same."""

_ALIKE = 0.8
"""How like two names must be, by difflib's ratio, to be shown as perhaps the same. The person decides."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A record that may be the same as a new one, and the words that say so."""

    name: str
    words: str


def named(facts: Facts, folder: str, text: str) -> list[str]:
    """Return the ids in a folder that a text names: the id itself, or any of its names or addresses, to the letter."""
    of_folder = {key[1]: record for key, record in facts.records.items() if key[0] == folder}
    if text in of_folder:
        return [text]
    wanted = fold(text)
    return [
        name
        for name, record in of_folder.items()
        if wanted and wanted in {fold(each) for each in (*_names(facts, name, record), *_signs(record))}
    ]


def part_named(facts: Facts, folder: str, text: str) -> list[str]:
    """Return the ids in a folder of which a text may be the name, or a part of it such as the family name."""
    records = {key[1]: record for key, record in facts.records.items() if key[0] == folder}
    return [name for name, each in records.items() if _alike([text], _names(facts, name, each), _part_of)]


def likely(facts: Facts, kind: type[Record], draft: Draft) -> list[Likely]:
    """Return the records of a type that may be the same as the draft, by id."""
    names, signs = _texts(draft, _NAMES), {fold(each) for each in _texts(draft, _SIGNS)}
    found = []
    for name, record in facts.all(kind).items():
        sign = next((each for each in _signs(record) if fold(each) in signs), None)
        same = _part_of if kind is Person else alike
        other = sign or _alike(names, _names(facts, name, record), same) or _same_words(draft, record)
        if other:
            found.append(Likely(name, other))
    return found


def _names(facts: Facts, name: str, record: Record) -> Iterator[str]:
    yield from aliases(facts, name, record)
    for field in _NAMES:
        for _, value in walk(getattr(record, field, None)):
            yield from value.every() if isinstance(value, Text) else [value] if isinstance(value, str) else []


def _signs(record: Record) -> list[str]:
    values = (getattr(record, field, None) for field in _SIGNS)
    return [each for each in values if isinstance(each, str)]


def _alike(names: list[str], others: Iterator[str], same: Callable[[str, str], bool]) -> str | None:
    return next((other for other in others for name in names if same(name, other)), None)


def _part_of(one: str, other: str) -> bool:
    """Tell whether two names may be one person's: alike, or one a part of the other, such as the family name."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return alike(one, other) or (bool(first and second) and (first <= second or second <= first))


def alike(one: str, other: str) -> bool:
    """Tell whether two names may be one: the same words in any order, or nearly the same letters and equal numbers."""
    first, second = fold(one).split(), fold(other).split()
    if not first or not second or _numbers(first) != _numbers(second):
        return False
    return sorted(first) == sorted(second) or SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= _ALIKE


def _same_words(draft: Draft, record: Record) -> str | None:
    """Return what two things that were said have in common: who and when."""
    speaker, date = (get(draft, (each,)) for each in ("speaker", "date"))
    said = getattr(record, "speaker", None), getattr(getattr(record, "date", None), "text", None)
    return f"{speaker}, {date}" if speaker and date and said == (speaker, date) else None


def _texts(draft: Draft, fields: tuple[str, ...]) -> list[str]:
    return [text for field in fields for text in _every(get(draft, (field,)))]


def _every(value: Plain | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _every(each)


def _numbers(words: list[str]) -> list[str]:
    return sorted(each for each in words if any(letter.isdecimal() for letter in each))
