"""Dates as people say them, claiming no more than the record."""

from __future__ import annotations

from babel.dates import format_date, format_skeleton

from generator.records.dates import Bound, Edtf, Moment, Precision
from generator.words import Words


def say_date(edtf: Edtf, words: Words) -> str:
    """Return a date or period in words: `24 February 2025`, `since 22 May 2012`, `from 25 April 2008, end unknown`."""
    if not edtf.is_interval:
        return _moment(edtf.start, words)
    start, end = _moment(edtf.start, words), _moment(edtf.end, words)
    match edtf.start, edtf.end:
        case Moment(), Bound.OPEN:
            return words("dates.since", start=start)
        case Moment(), Bound.UNKNOWN:
            return words("dates.end_unknown", start=start)
        case Bound.UNKNOWN, Bound.OPEN:
            return words("dates.start_unknown_still")
        case ((Bound.UNKNOWN | Bound.OPEN), _):
            return words("dates.until", end=end)
    return words("dates.from_to", start=start, end=end)


def _moment(moment: Moment | Bound, words: Words) -> str:
    if isinstance(moment, Bound):
        return ""
    plain = _plain(moment, words)
    if moment.uncertain:
        plain = words("dates.uncertain", date=plain)
    return words("dates.approximate", date=plain) if moment.approximate else plain


def _plain(moment: Moment, words: Words) -> str:
    day, locale = moment.earliest, words.locale
    match moment.precision:
        case Precision.DAY:
            # CLDR's world English has the day first, as the rest of the site has
            return format_date(day, "long", "en_001" if words.language == "en" else locale)
        case Precision.MONTH:
            return format_skeleton("yMMMM", day, locale=locale)
        case Precision.SEASON:
            return words(f"seasons.{moment.text[5:7]}", year=day.year)
        case Precision.DECADE:
            return words("dates.decade", year=day.year)
        case Precision.CENTURY:
            return words("dates.century", first=day.year, last=moment.latest.year)
    return str(day.year)
