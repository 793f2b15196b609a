"""The scale of an axis of time: its line, where days, months and years begin, and their names, each kind in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from factsheets.site.charts.axis import GAP, WIDTH, Axis, Stretch, at, percent
from factsheets.site.charts.figure import number
from factsheets.site.escape import escape

CHARACTER, SPACE = 6, 4
"""No less than the width of a character of a label, and between two labels, in pixels."""
ROW = 13
"""The height of a row of labels, in pixels."""
MONTH, YEAR = 30, 365
"""About how many days they have: what decides on the rows."""
DENSE = 8
"""The least width of a month that is marked, in pixels."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""From one year with a label to the next."""


@dataclass(frozen=True, slots=True)
class _Band:
    """A day, month or year, or the part of it that a stretch has: where it begins and ends, and its name."""

    left: float
    right: float
    name: str
    begins: bool

    @property
    def width(self) -> float:
        """The width of the name."""
        return CHARACTER * len(self.name)

    @property
    def middle(self) -> float:
        """Where the middle of the name stands: that of the band, or as near as the picture allows."""
        return min(max((self.left + self.right) / 2, self.width / 2), WIDTH - self.width / 2)

    @property
    def fits(self) -> bool:
        """Whether the name has room; it may stand out a little."""
        return bool(self.name) and self.right - self.left >= 3 / 4 * self.width


def scale(shown: Axis, months: Sequence[str], top: float) -> tuple[str, float]:
    """Return the axis at `top` as SVG, and its height. `months` are the names of January to December, in short."""
    rows = [row for row in (_days(shown), _months(shown, months)) if row] + [_years(shown)]
    drawn = "".join(_line(shown, top)) + "".join(_row(row, top, each) for each, row in enumerate(rows))
    return f'<g class="axis">{drawn}</g>', 6 + ROW * len(rows)


def _line(shown: Axis, top: float) -> Iterator[str]:
    """Yield the line of each stretch, and two strokes across each break."""
    for stretch in shown.stretches:
        left, right = shown.edges(stretch)
        yield _stroke(left, right, top, top)
    for stretch in shown.stretches[:-1]:
        middle = shown.edges(stretch)[1] + GAP / 2
        yield at(middle, top, '<path class="axis-break" d="M-6 5L-1 -5M1 5L6 -5"/>')


def _row(bands: Sequence[_Band], top: float, row: int) -> str:
    """Return a row of labels: those that have room and do not meet the one before, and where each band begins."""
    drawn, bottom, free = "", top + 4 + ROW * (row + 1), 0.0
    for band in bands:
        if band.begins:
            drawn += _stroke(band.left, band.left, top, top + 5 if row == 0 else bottom)
        if band.fits and band.middle - band.width / 2 >= free:
            free = band.middle + band.width / 2 + SPACE
            x, y = percent(band.middle), number(bottom - 1)
            drawn += f'<text x="{x}" y="{y}" text-anchor="middle">{escape(band.name)}</text>'
    return drawn


def _stroke(x: float, to: float, y: float, down: float) -> str:
    return f'<line x1="{percent(x)}" x2="{percent(to)}" y1="{number(y)}" y2="{number(down)}"/>'


def _days(shown: Axis) -> list[_Band]:
    """Return the days: each, or every fifth or tenth of a month, as there is room; a stretch of one day has that."""
    step = next((each for each in (1, 5, 10) if each * shown.day >= 2 * CHARACTER + SPACE), 0)
    if not step:
        return []
    numbers = range(1, 32) if step == 1 else range(step, 31 - step // 2, step)
    return [
        _Band(middle - half, middle + half, str(day), begins=False)
        for stretch in shown.stretches
        for ordinal in range(stretch.first, stretch.after)
        if (day := date.fromordinal(ordinal).day) in numbers or stretch.after - stretch.first == 1
        for middle, half in [(shown.place(ordinal) + shown.day / 2, max(step * shown.day / 2, CHARACTER + SPACE / 2))]
    ]


def _months(shown: Axis, names: Sequence[str]) -> list[_Band]:
    """Return the months, unless they are too short to be marked."""
    if MONTH * shown.day < DENSE:
        return []
    bands: list[_Band] = []
    for stretch in shown.stretches:
        starts = [
            each
            for each in range(stretch.first, stretch.after)
            if each == stretch.first or date.fromordinal(each).day == 1
        ]
        bands += _bands(shown, stretch, starts, [names[date.fromordinal(each).month - 1] for each in starts])
    return bands


def _years(shown: Axis) -> list[_Band]:
    """Return the years; where they have no room, the beginnings of some that are round, or a stretch's first year."""
    step = next((each for each in STEPS if each * YEAR * shown.day >= 4 * CHARACTER + 2 * SPACE), STEPS[-1])
    bands: list[_Band] = []
    for stretch in shown.stretches:
        first, last = (date.fromordinal(each).year for each in (stretch.first, stretch.after - 1))
        if step == 1:
            starts = [stretch.first, *(date(year, 1, 1).toordinal() for year in range(first + 1, last + 1))]
            found = _bands(shown, stretch, starts, [str(year) for year in range(first, last + 1)])
        else:
            found = _round_years(shown, [year for year in range(first + 1, last + 1) if year % step == 0])
        bands += found if any(band.fits for band in found) else [_Band(*shown.edges(stretch), str(first), begins=False)]
    return bands


def _round_years(shown: Axis, years: Sequence[int]) -> list[_Band]:
    places = [(shown.place(date(year, 1, 1).toordinal()), str(year)) for year in years]
    return [_Band(x, x, "", begins=True) for x, _ in places] + [
        _Band(x - 3 * CHARACTER, x + 3 * CHARACTER, name, begins=False) for x, name in places
    ]


def _bands(shown: Axis, stretch: Stretch, starts: Sequence[int], names: Sequence[str]) -> list[_Band]:
    """Return bands that fill a stretch with its room, from each start to the next. The first begins before it."""
    left, right = shown.edges(stretch)
    edges = [left, *(shown.place(each) for each in starts[1:]), right]
    return [
        _Band(*ends, name, begins=place > 0)
        for place, (ends, name) in enumerate(zip(pairwise(edges), names, strict=True))
    ]
