"""Dates as the record knows them: EDTF (ISO 8601-2:2019), level 1, kept as written.

Supported: years, months, days and seasons (`2025`, `2025-02`, `2025-02-24`, `2025-22`); `?` uncertain, `~` approximate,
`%` both; `X` for unspecified digits (`201X`, `2004-XX`); intervals, open (`2012-05-22/..`: since, and still) or with an
unknown end (`2008-04-25/`). Not supported, and refused with a reason: years before 1 or after 9999, times of day.
The calendar and the order of an interval are checked here, because a date that does not exist is not a date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from factsheets.content.records.errors import misfit
from factsheets.content.records.written import dates_meant, periods_meant

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[?~%])?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""First and last month of spring, summer, autumn and winter in the north; a winter ends in the next year."""

_FORMS = (
    "write 2025-02-24 (year, month, day), 2025-02 if only the month is known, or 2025 for the year; "
    "if nothing is known, delete the line"
)
_PERIODS = (
    "write the first and the last day with / between them: 2017-01-20/2021-01-20; 2012-05-22/ if the end is unknown; "
    "2012-05-22/.. if a source says that it still goes on"
)


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


def parse_edtf(text: str, forms: str = _FORMS) -> Edtf:
    """Return the date or interval written in `text`; raise `bad-date` with what is wrong."""
    if "/" not in text:
        moment = _moment(text, forms)
        return Edtf(text, moment, moment)
    start_text, _, end_text = text.partition("/")
    start, end = _end(start_text), _end(end_text)
    if isinstance(start, Bound) and isinstance(end, Bound) and start is end:
        raise misfit("bad-date", f"{text!r} says nothing: neither end is known", "delete the line")
    edtf = Edtf(text, start, end)
    if edtf.earliest > edtf.latest:
        raise misfit(
            "dates-out-of-order",
            f"{text!r} ends before it starts",
            "compare both dates with the source; the earlier one comes first",
        )
    return edtf


def _end(text: str) -> Moment | Bound:
    return Bound(text) if text in {"..", ""} else _moment(text, _PERIODS)


def _moment(text: str, forms: str) -> Moment:
    match = _POINT.fullmatch(text)
    if not match:
        raise misfit("bad-date", f"{text!r} is no date", forms)
    year, month, day, mark = match.group("year", "month", "day", "mark")
    precision, earliest, latest = _bounds(text, year, month, day)
    return Moment(text, precision, earliest, latest, uncertain=mark in {"?", "%"}, approximate=mark in {"~", "%"})


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[Precision, date, date]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year < 1:
        raise misfit("bad-date", f"{text!r} is before the year 1, which is not supported", "delete the line")
    if month in {None, "XX"} or "X" in year:
        if "X" in year and month is not None:
            raise misfit(
                "bad-date",
                f"{text!r} knows the month but not the year",
                "write only what is known of the year: 201X for the 2010s",
            )
        if day not in {None, "XX"}:
            raise misfit("bad-date", f"{text!r} knows the day but not the month", "write the year only: 2025")
        return _year_precision(year), date(first_year, 1, 1), date(last_year, 12, 31)
    number = int(month or 0)
    if number in _SEASONS and day is None:
        return Precision.SEASON, *_season(first_year, number)
    if not 1 <= number <= 12:  # noqa: PLR2004 - months of a year
        raise misfit(
            "bad-date", f"{text!r}: there is no month {month}", "write the month second and the day last: 2025-02-24"
        )
    length = calendar.monthrange(first_year, number)[1]
    if day in {None, "XX"}:
        return Precision.MONTH, date(first_year, number, 1), date(first_year, number, length)
    if not 1 <= int(day or 0) <= length:
        name = f"{calendar.month_name[number]} {first_year}"
        raise misfit(
            "bad-date",
            f"{text!r}: {name} has {length} days",
            f"look the day up in the source; if it does not say, write the month only: {first_year:04}-{number:02}",
        )
    exact = date(first_year, number, int(day or 0))
    return Precision.DAY, exact, exact


def _year_precision(year: str) -> Precision:
    return {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}[year.count("X")]


def _season(year: int, season: int) -> tuple[date, date]:
    first, last = _SEASONS[season]
    last_year = year + 1 if last < first else year
    if last_year > date.max.year:
        return date(year, first, 1), date.max
    return date(year, first, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])


def _date(value: object) -> Edtf:
    edtf = _read(value, dates_meant, _FORMS)
    if edtf.is_interval:
        raise misfit("bad-date", f"{edtf.text!r} is a period; one date is wanted here", "write one date: 2025-02-24")
    return edtf


def _period(value: object) -> Edtf:
    return _read(value, periods_meant, _PERIODS)


def _read(value: object, meant: Callable[[str], list[str]], forms: str) -> Edtf:
    if not isinstance(value, str):
        raise misfit("wrong-kind", "a date is wanted here", forms)
    try:
        return parse_edtf(value, forms)
    except PydanticCustomError as error:
        likely = [each for each in meant(value) if is_edtf(each)]
        refusal = _otherwise(value, likely) if likely else error
    raise refusal


def is_edtf(text: str) -> bool:
    """Tell whether a text is a date or a period as they are written here."""
    try:
        parse_edtf(text)
    except PydanticCustomError:
        return False
    return True


def _otherwise(text: str, likely: list[str]) -> ValueError:
    """Return the error for a date in another form: its remedy, where only one date can be meant, or the choice."""
    certain = likely[0] if len(likely) == 1 else None
    hint = f"write {certain}" if certain else f"write {' or '.join(likely)}, whichever day the source means"
    return misfit("bad-date", f"{text!r} is not written as dates are here: year, month, day", hint, remedy=certain)


def date_meant(text: str) -> str:
    """Return the one date that a text can mean, as it is written here; the text itself where that is not certain."""
    return _certain(text, dates_meant)


def period_meant(text: str) -> str:
    """Return the one period that a text can mean, as it is written here; the text itself where that is not certain."""
    return _certain(text, periods_meant)


def _certain(text: str, meant: Callable[[str], list[str]]) -> str:
    likely = [] if is_edtf(text) else [each for each in meant(text) if is_edtf(each)]
    return likely[0] if len(likely) == 1 else text


_WRITTEN = (
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(-2[1-4]|-(0[1-9]|1[0-2]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?)?[?~%]?"
)
"""A single date, as far as a pattern can tell, for tools that know no calendar."""

DATE = f"^{_WRITTEN}$"
"""The pattern of a date in the schema."""

PERIOD = rf"^({_WRITTEN}|({_WRITTEN}|\.\.)?/({_WRITTEN}|\.\.)?)$"
"""The pattern of a period in the schema."""

_YEAR = {"minimum": 1, "maximum": 9999}
"""What a tool that tells numbers from texts takes a bare year for."""

_SCHEMA = {
    "type": ["string", "integer"],
    "x-explained": "As precisely as the source says: `2025-02-24`, `2025-02`, `2025`; with `?` if it is not sure.",
    "pattern": DATE,
    "examples": ["2025-02-24", "2025-02", 2025, "2025-22", "2025-02-24?"],
    **_YEAR,
}
_PERIOD_SCHEMA = {
    "type": ["string", "integer"],
    "x-explained": "Two dates with `/` between them; `..` after it only where a source says that it goes on.",
    "pattern": PERIOD,
    "examples": ["2017-01-20/2021-01-20", "2012-05-22/..", "2008-04-25/", 2025],
    **_YEAR,
}

Date = Annotated[Edtf, PlainValidator(_date), WithJsonSchema(_SCHEMA)]
"""A single date."""

Period = Annotated[Edtf, PlainValidator(_period), WithJsonSchema(_PERIOD_SCHEMA)]
"""From when to when. A single date stands for the whole of it: `2025` is all of 2025."""
