"""Dates made visible: events along an axis of time and offices as bars, each numbered as in the list beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

from factsheets.content.records.dates import Bound, Edtf, Moment, Precision
from factsheets.content.records.person import Office
from factsheets.site.charts.moments import End, Point
from factsheets.site.charts.periods import Between, Period, periods
from factsheets.site.charts.timeline import time_axis, timeline
from factsheets.site.pages.shared.lines import Dated, sorted_events
from factsheets.site.pages.shared.parts import Scene

MOST = 60
"""More marks than that nobody can read: then the list stands alone."""

_ENDS = {Bound.OPEN: End.OPEN, Bound.UNKNOWN: End.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Timeline:
    """A chart, how to read it, and the list that says the same. Without a chart the list has no numbers."""

    lines: tuple[Dated, ...]
    chart: str = ""
    caption: str = ""


def event_timeline(scene: Scene, names: Iterable[str], title: str) -> Timeline:
    """Return events in order of time, of which the chart has the title given."""
    lines, points = [], []
    for number, (line, date) in enumerate(sorted_events(scene, names), 1):
        shown = point([date.start, date.end], str(number), f"{number}: {line.date}, {_what(line)}")
        lines.append(replace(line, number=shown.label, styles=shown.styles))
        points.append(shown)
    if not 1 < len(points) <= MOST or len({(each.earliest, each.latest) for each in points}) == 1:
        return Timeline(tuple(replace(line, number="") for line in lines))
    said = scene.words("time.events", n=len(lines), first=lines[0].date, last=lines[-1].date)
    chart = timeline(points, title, said, "event--timeline", months=_months(scene))
    broken = len(time_axis(points).stretches) > 1
    return Timeline(tuple(lines), chart, _caption(scene, points, ["broken"] if broken else []))


def office_timeline(scene: Scene, held: Sequence[tuple[Office, Dated]], title: str) -> Timeline:
    """Return offices in the order given, with a chart if of two or more at least one day is known."""
    numbers, lines, drawn = count(1), [], []
    for office, line in held:
        if known := _known(office):
            label = str(next(numbers))
            told = "; ".join(part for part in (line.date, line.more) if part)
            period = _period(office, known, label, f"{label}: {_what(line)}, {told}")
            drawn.append(period)
            lines.append(replace(line, number=label, styles=period.whole.styles))
        else:
            lines.append(line)
    if not 1 < len(drawn) <= MOST:
        return Timeline(tuple(line for _, line in held))
    said = scene.words("time.offices", n=len(drawn))
    more = {"seen": any(each.seen for each in drawn), "unsure": _is_seen_hollow(drawn)}
    caption = _caption(scene, [each.whole for each in drawn], [name for name, is_there in more.items() if is_there])
    return Timeline(tuple(lines), periods(drawn, title, said, "office--timeline", months=_months(scene)), caption)


def _is_seen_hollow(drawn: Sequence[Period]) -> bool:
    """Return whether some hollow part is so long, compared with the whole chart, that it can be seen."""
    every = [day for each in drawn for day in (each.whole.earliest, each.whole.latest)]
    longest = max((last - first for each in drawn for first, last in each.unsure), default=timedelta(0))
    return 100 * longest > max(every) - min(every)


def _what(line: Dated) -> str:
    return line.what.text


def _months(scene: Scene) -> list[str]:
    """Return the names of the months, in short."""
    names = scene.words.locale.months["stand-alone"]["abbreviated"]
    return [str(names[month]) for month in range(1, 13)]


def point(ends: Sequence[Moment | Bound], label: str, name: str, *more: Moment) -> Point:
    """Return what is known of a time with two ends as a mark; `more` are moments that belong to it."""
    known = [each for each in (*ends, *more) if isinstance(each, Moment)]
    start, end = (End.KNOWN if isinstance(each, Moment) else _ENDS[each] for each in ends)
    exact = ends[0] is ends[1] and known[0].precision is Precision.DAY
    return Point(
        min(each.earliest for each in known),
        max(each.latest for each in known),
        exact,
        label,
        name,
        any(each.uncertain for each in known),
        any(each.approximate for each in known),
        start,
        end,
    )


def _known(office: Office) -> list[Moment]:
    """Return the moments that are known of an office."""
    dates = [each for each in (office.period, office.seen) if each]
    return [end for date in dates for end in (date.start, date.end) if isinstance(end, Moment)]


def _period(office: Office, known: Sequence[Moment], label: str, name: str) -> Period:
    period = office.period
    ends = (period.start, period.end) if period else (Bound.UNKNOWN, Bound.UNKNOWN)
    whole = replace(point(ends, label, name, *known), exact=False)
    return Period(whole, _unsure(period), _between(office.seen.start) if office.seen else None)


def _unsure(period: Edtf | None) -> tuple[Between, ...]:
    """Return where a period may have begun or ended. A single date stands for the whole of it."""
    if not period or not period.is_interval:
        return ()
    ends = [each for each in (period.start, period.end) if isinstance(each, Moment)]
    return tuple(days for each in ends if (days := _between(each)) and each.precision is not Precision.DAY)


def _between(end: Moment | Bound) -> Between | None:
    return (end.earliest, end.latest) if isinstance(end, Moment) else None


def _caption(scene: Scene, points: Sequence[Point], more: Sequence[str]) -> str:
    """Return how to read a chart, as far as it has what needs to be told."""
    ends = {end for each in points for end in (each.start, each.end)}
    there = {
        "bar": any(not each.exact for each in points) and any(each.exact for each in points),
        "uncertain": any(each.uncertain for each in points),
        "approximate": any(each.approximate for each in points),
        "open": End.OPEN in ends,
        "torn": End.UNKNOWN in ends,
    }
    names = ["numbers", *(name for name, is_there in there.items() if is_there), *more]
    return " ".join(scene.words(f"time.{name}") for name in names)
