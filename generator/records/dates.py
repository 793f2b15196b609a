"""Dates as the record knows them: EDTF (ISO 8601-2:2019), level 1, kept as written.

Supported: years, months, days and seasons (`2025`, `2025-02`, `2025-02-24`, `2025-22`); `?` uncertain, `~` approximate,
`%` both; `X` for unspecified digits (`201X`, `2004-XX`); intervals, open (`2012-05-22/..`: since, and still) or with an
unknown end (`2008-04-25/`). Not supported, and refused with a reason: years before 1 or after 9999, times of day.
The calendar and the order of an interval are checked here, because a date that does not exist is not a date.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.records.errors import misfit

_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[?~%])?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of spring, summer, autumn and winter in the north; a winter ends in the next year."""

_FORMS = "write 2025-02-24, 2025-02 or 2025; add ? if the source is not sure; 2012-05-22/.. means since, and still"


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Moment:
    """One date at its precision. `earliest` and `latest` are the first and last day it can mean."""

    text: str
    precision: Precision
    earliest: date
    latest: date
    uncertain: bool = False
    approximate: bool = False


class Bound(Enum):
    """The end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval. For a date, `start` and `end` are the same moment."""

    text: str
    start: Moment | Bound
    end: Moment | Bound

    @property
    def is_interval(self) -> bool:
        """Whether two ends were written."""
        return "/" in self.text

    @property
    def earliest(self) -> date:
        """The first day it can mean; the calendar's first where the start is open or unknown."""
        return self.start.earliest if isinstance(self.start, Moment) else date.min

    @property
    def latest(self) -> date:
        """The last day it can mean; the calendar's last where the end is open or unknown."""
        return self.end.latest if isinstance(self.end, Moment) else date.max

    def may_overlap(self, other: Edtf) -> bool:
        """Whether some day can belong to both, as far as either is known."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def covers(self, day: date) -> bool:
        """Whether it certainly holds on `day`: an unknown end covers nothing, a single date all the days it names."""
        if not self.is_interval:
            return self.earliest <= day <= self.latest
        since = self.start.latest if isinstance(self.start, Moment) else None
        if self.end is Bound.OPEN:
            return since is not None and since <= day
        return since is not None and isinstance(self.end, Moment) and since <= day <= self.end.earliest


def parse_edtf(text: str) -> Edtf:
    """Return the date or interval written in `text`; raise `bad-date` with what is wrong."""
    if "/" not in text:
        moment = _moment(text)
        return Edtf(text, moment, moment)
    start_text, _, end_text = text.partition("/")
    start, end = _end(start_text), _end(end_text)
    if isinstance(start, Bound) and isinstance(end, Bound) and start is end:
        raise misfit("bad-date", f"{text!r} says nothing: neither end is known", "leave the line out")
    edtf = Edtf(text, start, end)
    if edtf.earliest > edtf.latest:
        raise misfit("dates-out-of-order", f"{text!r} ends before it starts", "put the earlier date first")
    return edtf


def _end(text: str) -> Moment | Bound:
    return Bound(text) if text in {"..", ""} else _moment(text)


def _moment(text: str) -> Moment:
    match = _POINT.fullmatch(text)
    if not match:
        raise misfit("bad-date", f"{text!r} is no date", _advice(text))
    year, month, day, mark = match.group("year", "month", "day", "mark")
    precision, earliest, latest = _bounds(text, year, month, day)
    return Moment(text, precision, earliest, latest, uncertain=mark in {"?", "%"}, approximate=mark in {"~", "%"})


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[Precision, date, date]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year < 1:
        raise misfit("bad-date", f"{text!r} is before the year 1, which is not supported", _FORMS)
    if month in {None, "XX"} or "X" in year:
        if "X" in year and month is not None:
            raise misfit("bad-date", f"{text!r} knows the month but not the year", _FORMS)
        if day not in {None, "XX"}:
            raise misfit("bad-date", f"{text!r} knows the day but not the month", _FORMS)
        return _year_precision(year), date(first_year, 1, 1), date(last_year, 12, 31)
    number = int(month or 0)
    if number in _SEASONS and day is None:
        return Precision.SEASON, *_season(first_year, number)
    if not 1 <= number <= 12:  # noqa: PLR2004 - months of a year
        raise misfit("bad-date", f"{text!r}: there is no month {month}", _advice(text))
    length = calendar.monthrange(first_year, number)[1]
    if day in {None, "XX"}:
        return Precision.MONTH, date(first_year, number, 1), date(first_year, number, length)
    if not 1 <= int(day or 0) <= length:
        name = f"{calendar.month_name[number]} {first_year}"
        raise misfit("bad-date", f"{text!r}: {name} has {length} days", "look the day up in the source")
    exact = date(first_year, number, int(day or 0))
    return Precision.DAY, exact, exact


def _year_precision(year: str) -> Precision:
    return {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}[year.count("X")]


def _season(year: int, season: int) -> tuple[date, date]:
    first, last = _SEASONS[season]
    last_year = year + 1 if last < first and year < date.max.year else year
    return date(year, first, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])


def _advice(text: str) -> str:
    if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", text) or re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", text):
        return "write the year first, then month and day: 2025-02-24"
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
        return "month and day have two digits each, and the month comes first: 2025-02-04"
    return _FORMS


def _date(value: object) -> Edtf:
    edtf = _period(value)
    if edtf.is_interval:
        raise misfit("bad-date", f"{edtf.text!r} is a period; one date is wanted here", "write one date: 2025-02-24")
    return edtf


def _period(value: object) -> Edtf:
    if not isinstance(value, str):
        raise misfit("wrong-kind", "a date is wanted here", _FORMS)
    return parse_edtf(value)


_SCHEMA = {"type": ["string", "integer"], "examples": ["2025-02-24", "2025-02", "2025", "2025-02-24?"]}
_PERIOD_SCHEMA = {"type": ["string", "integer"], "examples": ["2012-05-22/..", "2008-04-25/", "2025"]}

Date = Annotated[Edtf, PlainValidator(_date), WithJsonSchema(_SCHEMA)]
"""A single date."""

Period = Annotated[Edtf, PlainValidator(_period), WithJsonSchema(_PERIOD_SCHEMA)]
"""From when to when. A single date stands for the whole of it: `2025` is all of 2025."""
