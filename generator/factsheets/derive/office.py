"""Who certainly held an office when."""

from __future__ import annotations

from datetime import date

from factsheets.content.records.dates import Edtf, Moment
from factsheets.content.records.person import Office


def held_throughout(office: Office, days: Edtf) -> bool:
    """Whether an office was certainly held on each day that a date can mean: in its period, or until last seen."""
    return all(_held_on(office, day) for day in (days.earliest, days.latest))


def _held_on(office: Office, day: date) -> bool:
    if office.period is None:
        return office.seen is not None and office.seen.earliest == office.seen.latest == day
    if office.period.covers(day):
        return True
    start, seen = office.period.start, office.seen
    return seen is not None and isinstance(start, Moment) and start.latest <= day <= seen.earliest
