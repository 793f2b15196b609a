"""Dates as people say them, claiming no more than the record."""

from __future__ import annotations

from collections.abc import Mapping

from babel.dates import format_date, format_skeleton

from factsheets.content.records.dates import Bound, Edtf, Moment, Precision
from factsheets.site.words import Words


def say_date(edtf: Edtf, words: Words) -> str:
    """Return a date or period in words: `24 February 2025`, `since 22 May 2012`, `from 25 April 2008, end unknown`."""
    if isinstance(edtf.start, Moment) and isinstance(edtf.end, Moment):
        return _from_to(edtf.start, edtf.end, words)
    start, end = _marked(edtf.start, words, "starting"), _marked(edtf.end, words, "ending")
    return words(_FORMS[_bound(edtf.start), _bound(edtf.end)], start=start, end=end)


_FORMS: Mapping[tuple[Bound | None, Bound | None], str] = {
    (None, Bound.OPEN): "dates.since",
    (None, Bound.UNKNOWN): "dates.end_unknown",
    (Bound.OPEN, None): "dates.until",
    (Bound.UNKNOWN, None): "dates.start_unknown",
    (Bound.UNKNOWN, Bound.OPEN): "dates.start_unknown_still",
    (Bound.OPEN, Bound.UNKNOWN): "dates.open_unknown",
}
"""How to say a period of which an end is no date, by what its start and its end are: None where they are dates."""


def _bound(end: Moment | Bound) -> Bound | None:
    return end if isinstance(end, Bound) else None


def _from_to(start: Moment, end: Moment, words: Words) -> str:
    """Return two moments, what they share said once: `24 to 27 February 2025`, `May to June 2012`."""
    last = _marked(end, words)
    if start == end:
        return last
    first = _short(start, end, words) or _marked(start, words)
    return words("dates.from_to", start=first, end=last)


def _short(start: Moment, end: Moment, words: Words) -> str:
    """Return the start without what the end says anyway; empty where they share nothing or the start is in doubt."""
    same_kind, day, then = start.precision is end.precision, start.earliest, end.earliest
    if start.uncertain or start.approximate or not same_kind or day.year != then.year:
        return ""
    match start.precision:
        case Precision.DAY if day.month == then.month:
            return words("dates.day", day=day.day)
        case Precision.DAY:
            return format_skeleton("MMMMd", day, locale=_world(words))
        case Precision.MONTH:
            return str(words.locale.months["stand-alone"]["wide"][day.month])
    return ""


def _marked(moment: Moment | Bound, words: Words, place: str = "") -> str:
    """Return a moment with its doubts, in the form it has after a preposition if it is `starting` or `ending`."""
    if isinstance(moment, Bound):
        return ""
    said = _plain(moment, words)
    if place:
        said = words(f"dates.{place}.{_form(moment).value}", date=said)
    if moment.uncertain:
        said = words("dates.uncertain", date=said)
    return words("dates.approximate", date=said) if moment.approximate else said


def _plain(moment: Moment, words: Words) -> str:
    day = moment.earliest
    match _form(moment):
        case Precision.DAY:
            return format_date(day, "long", _world(words))
        case Precision.MONTH:
            return format_skeleton("yMMMM", day, locale=words.locale)
        case Precision.SEASON:
            return words(f"seasons.{moment.text[5:7]}", year=_years(moment))
        case Precision.DECADE:
            return words("dates.decade", year=day.year)
        case Precision.CENTURY:
            return words("dates.between", first=day.year, last=moment.latest.year)
    return str(day.year)


def _form(moment: Moment) -> Precision:
    """Return how to say a moment: the first ten years of a century like one, as `1900s` would be ten or a hundred."""
    if moment.precision is Precision.DECADE and not moment.earliest.year % 100:
        return Precision.CENTURY
    return moment.precision


def _years(moment: Moment) -> str:
    """Return the years of a season: a winter lies in two."""
    first, last = moment.earliest.year, moment.latest.year
    return str(first) if first == last else f"{first}/{last % 100:02}"


def _world(words: Words) -> str:
    """Return the locale of a day: CLDR's world English has the day first, as the rest of the site has."""
    return "en_001" if words.language == "en" else str(words.locale)
