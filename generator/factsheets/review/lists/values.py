"""The cells of lists: days as they write them, numbers, and names whose letters came through a wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from factsheets.content.records.written import dates_meant

_MIDNIGHT = re.compile(r"(?<=\d)[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_NUMBER = re.compile(r"(\d{1,6})(?:\.0+)?")
_WRONG = ("utf-8", "cp1254")
"""In which letters were written that somebody read as Windows-1252."""
_NONE = frozenset({"", "n.a.", "n/a", "na", "none", "null", "nan", "-", "–"})


@lru_cache(maxsize=4096)
def day_of(text: str) -> date | None:
    """Return the one day that a text means; None where it means none, or one of several."""
    likely = dates_meant(_MIDNIGHT.sub("", " ".join(text.split())))
    if len(likely) != 1:
        return None
    try:
        return date.fromisoformat(likely[0])
    except ValueError:
        return None


def is_none(text: str) -> bool:
    """Tell whether a cell says that nothing is known."""
    return text.strip().casefold() in _NONE


@lru_cache(maxsize=4096)
def number_of(text: str) -> int | None:
    """Return a whole number, also one written as `120.0`; None where it is none."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else None


def mended(name: str) -> Iterator[str]:
    """Yield what a name may have been before its letters were read in a wrong encoding: `TÜRKİYE` for `TÜRKÝYE`."""
    for encoding in _WRONG:
        try:
            likely = name.encode("cp1252").decode(encoding)
        except UnicodeError:
            continue
        if likely != name:
            yield likely
