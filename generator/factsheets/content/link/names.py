"""By which names people call a record, other than that of its file; and which record a wrong name may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from babel import Locale
from babel.core import get_global

from factsheets.content.records.base import Record
from factsheets.content.records.ids import MemberId, RecordId
from factsheets.content.records.text import Text
from factsheets.diagnostics.suggest import certain, near

Records: TypeAlias = Mapping[tuple[str, str], Record]

_FIELDS = ("name", "full_name", "name_in_records", "other_names", "title", "symbol", "draft", "URL", "archive")
"""The fields of records that hold a name or an address of the thing itself."""
_LANGUAGES = ("en", "de")
_ANSWERS = ("NO", "no")
"""Norway's two letters are an answer, too."""
_MOST = 3


def what_is_wanted(name: RecordId) -> str:
    """Return what a name in this place has to name, in words for a message."""
    if isinstance(name, MemberId):
        return "a state or a person here; states are named by three letters, such as NOR"
    return f"a file in content/{name.target}/"


def advice(name: RecordId, records: Records, kind: type[Record] | None) -> tuple[str | None, str]:
    """Return what a wrong name certainly means, or None, and what to do about it."""
    remedy, likely = _meant(name, records)
    if remedy:
        return remedy, f"write {remedy}"
    if several := _together(name, records):
        return None, f"write a comma after each: {', '.join(several)}"
    guess = f"did you mean {' or '.join(likely)}? If not, " if likely else ""
    if isinstance(name, MemberId):
        return (
            None,
            f"{guess}write the three letters of the state, as a file in content/states/ has them: NOR for Norway",
        )
    example = "" if likely else next((f", such as {each}" for each in _ids_for(name, records)), "")
    new = f"; if there is none yet, add one there, with the lines {_needed(kind, name)}" if kind else ""
    return None, f"{guess}write the name of a file in content/{name.target}/ without .yaml{example}{new}"


def _needed(kind: type[Record], name: RecordId) -> str:
    """Return the lines that a new file of a kind has to have."""
    needed = [field.alias or key for key, field in kind.model_fields.items() if field.is_required()]
    lines = [f"{key}:" for key in (*needed, "sources" if kind.needs_sources else "title")]
    return ", ".join([*lines, f"URL: {name}"] if _is_address(name) else lines)


def _is_address(name: str) -> bool:
    return "://" in name or name.startswith("www.")


def _meant(name: RecordId, records: Records) -> tuple[str | None, list[str]]:
    """Return the record that a wrong name certainly means, or None; and those to ask about."""
    ids = _ids_for(name, records)
    word = re.sub(rf"^(content/)?{name.target}/|\.ya?ml$", "", str(name))
    calls = {key: _calls(key, records, name) for key in ids}
    called = sorted(key for key in calls if word.casefold() in calls[key])
    if len(called) == 1:
        return None if word in _ANSWERS else called[0], called
    if _is_address(word):
        return None, []
    slip = None if called else certain(word, ids)
    return slip, [slip] if slip else (called or _likely(word, calls))[:_MOST]


def _ids_for(name: RecordId, records: Records) -> list[str]:
    """Return the names of all records that could stand where `name` stands, and would be found there."""
    return [key for folder, key in records if type(name)(key).target == folder]


def _together(name: RecordId, records: Records) -> list[str]:
    """Return the names in a text that holds several without a comma between them; none if it is no such text."""
    parts = re.split(r"\s+(?:and|und)\s+|[\s;,./+&]+", str(name))
    return parts if len(parts) > 1 and set(parts) <= set(_ids_for(name, records)) else []


def _likely(word: str, calls: Mapping[str, set[str]]) -> list[str]:
    """Return records that are called something like it, or whose file's name begins with it."""
    by_call = {call: key for key in calls for call in calls[key]}
    like = [by_call[call] for call in near(word, by_call)]
    slug = re.sub(r"[^a-z0-9]+", "-", word.casefold()).strip("-")
    return list(dict.fromkeys([*like, *(key for key in calls if slug and key.casefold().startswith(f"{slug}-"))]))


def _calls(key: str, records: Records, name: RecordId) -> set[str]:
    record = records[type(name)(key).target, key]
    return {each.casefold() for each in (key, *_names(record))}


def _names(record: Record) -> Iterator[str]:
    values: list[Any] = [getattr(record, field, None) for field in _FIELDS]
    for value in values:
        for each in value if isinstance(value, tuple) else (value,):
            yield from each.every() if isinstance(each, Text) else [each] if isinstance(each, str) else []
    if alpha_2 := getattr(record, "alpha_2", None):
        yield from _of_territory(alpha_2)


@cache
def _of_territory(alpha_2: str) -> tuple[str, ...]:
    """Return a state's two-letter codes and its names in CLDR."""
    names = [Locale(language).territories.get(alpha_2, "") for language in _LANGUAGES]
    former = [code for code, now in get_global("territory_aliases").items() if list(now) == [alpha_2]]
    return tuple(filter(None, [alpha_2, *names, *(each for each in former if len(each) == len(alpha_2))]))
