"""Dates as people write them elsewhere: which dates of this record's form they can mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from babel import Locale

_LANGUAGES = ("en", "de")
"""The languages whose names of months are known here."""
_AUSTRIAN = "de_AT"
"""January and February have names of their own there."""
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_DIGITS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?")
_MONTH_ONLY = re.compile(r"(\d{1,2})[./](\d{4})")
_DAY_NAMED = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)? ([^\W\d]+)\.?,? (\d{4})")
_NAMED_DAY = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_NAMED = re.compile(r"([^\W\d]+)\.? (\d{4})")
_FORM = r"(\d{4}(?:-\d{2}){0,2})"
_TWO_FORMS = re.compile(rf"{_FORM} ?[-/] ?{_FORM}")
_BETWEEN = re.compile(r" (?:-|to|until|bis) |/")


def dates_meant(text: str) -> list[str]:
    """Return the dates that a text may mean, as they are written here: none, one, or two where it is not certain."""
    tidy = _tidy(text)
    return sorted(set(_readings(tidy))) or ([tidy] if tidy != text else [])


def periods_meant(text: str) -> list[str]:
    """Return the periods that a text may mean, as they are written here."""
    tidy = _tidy(text)
    if match := _TWO_FORMS.fullmatch(tidy):
        return [f"{match[1]}/{match[2]}"]
    match _BETWEEN.split(tidy):
        case [start, end]:
            return [f"{one}/{other}" for one in _either(start) for other in _either(end)]
        case _:
            return dates_meant(text)


def _either(text: str) -> list[str]:
    """Return what one end of a period may mean: the end itself where it is written as it is here."""
    return sorted(set(_readings(text))) or [text]


def _tidy(text: str) -> str:
    """Return a text with plain hyphens and spaces, and without what nobody can see."""
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")
    plain = " ".join(_DASHES.sub("-", seen).split()).rstrip(" ,;")
    day, _, rest = plain.partition(" ")
    return rest if day.casefold().rstrip(".,") in _weekdays() else plain


def _readings(text: str) -> Iterator[str]:
    if match := _DIGITS.fullmatch(text):
        one, other, year = map(int, match.groups())
        yield from (*_day(year, other, one), *_day(year, one, other))
    elif match := _YEAR_FIRST.fullmatch(text):
        yield from _day(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    elif match := _MONTH_ONLY.fullmatch(text):
        yield from _day(int(match[2]), int(match[1]), None)
    else:
        yield from _named(text)


def _named(text: str) -> Iterator[str]:
    if match := _DAY_NAMED.fullmatch(text):
        day, name, year = match.groups()
    elif match := _NAMED_DAY.fullmatch(text):
        name, day, year = match.groups()
    elif match := _NAMED.fullmatch(text):
        (name, year), day = match.groups(), None
    else:
        return
    if month := _months().get(name.casefold()):
        yield from _day(int(year), month, int(day) if day else None)


def _day(year: int, month: int, day: int | None) -> Iterator[str]:
    """Yield the date in its form, if there is such a day."""
    try:
        form = date(year, month, day or 1).isoformat()
    except ValueError:
        return
    yield form if day is not None else form.removesuffix("-01")


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the months by their names, in full and short."""
    return {
        name.casefold().rstrip("."): number
        for language in (*_LANGUAGES, _AUSTRIAN)
        for width in ("wide", "abbreviated")
        for number, name in Locale.parse(language).months["format"][width].items()
    }


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    """Return the days of the week by their names, in full and short."""
    return frozenset(
        name.casefold().rstrip(".")
        for language in _LANGUAGES
        for width in ("wide", "abbreviated")
        for name in Locale(language).days["format"][width].values()
    )
