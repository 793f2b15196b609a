"""Periods, such as those of offices: one bar each, below each other, over an axis of years without a break.

A bar is hollow where it may have begun already or have ended, and the day on which it was last known to hold has a
stroke across it. How it ends, and its number, are as in a timeline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from factsheets.site.charts.axis import Axis, axis, percent
from factsheets.site.charts.figure import frame, number
from factsheets.site.charts.moments import RADIUS, Point, bar, box, mark
from factsheets.site.charts.ticks import scale
from factsheets.site.charts.timeline import MONTHS

LINE = 23
"""From one bar to that below it, in pixels."""

Between = tuple[date, date]
"""A day of which only is known that it is not before the one and not after the other."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period: the whole of it, the days in which it began or ended, and when it was last known to hold."""

    whole: Point
    unsure: tuple[Between, ...] = ()
    seen: Between | None = None


def periods(
    spans: Sequence[Period], title: str, description: str, name: str, *, months: Sequence[str] = MONTHS
) -> Markup:
    """Return the periods as SVG, in the order given. None are no picture."""
    if not spans:
        return Markup("")
    first = min(span.whole.earliest for span in spans).toordinal()
    shown = axis([(first, max(span.whole.latest for span in spans).toordinal() + 1)], breaks=0)
    top = LINE * len(spans) + 4.0
    bars = "".join(_bar(shown, span, LINE * (place + 1 / 2)) for place, span in enumerate(spans))
    scaled, height = scale(shown, months, top)
    size = f'width="100%" height="{number(top + height)}"'
    return frame(name, title, description, size, scaled + bars, "timeline periods")


def _bar(shown: Axis, span: Period, y: float) -> str:
    hollow = "".join(bar(*_ends(shown, each), y, "period-unsure") for each in span.unsure)
    return mark(span.whole, box(shown, span.whole), y, hollow + _seen(shown, span.seen, y))


def _ends(shown: Axis, days: Between) -> tuple[float, float]:
    return shown.place(days[0].toordinal()), shown.place(days[1].toordinal()) + shown.day


def _seen(shown: Axis, seen: Between | None, y: float) -> str:
    """Return a stroke where it was last known to hold: in the middle of what that day can be."""
    if not seen:
        return ""
    x = percent(sum(_ends(shown, seen)) / 2)
    line = f'x1="{x}" x2="{x}" y1="{number(y - RADIUS - 2)}" y2="{number(y + RADIUS + 2)}"'
    return f'<line class="period-casing" {line}/><line class="period-seen" {line}/>'
