"""An axis of time. Where long stretches are empty it is broken; all that is left of it has one scale.

Lengths are in the pixels of the narrowest screen, `WIDTH` wide; charts write them as percentages, so that the axis is
as wide as its place. Days are counted as `date.toordinal` does; a day lasts from its number to the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factsheets.site.charts.figure import number

WIDTH = 288
"""The width of the axis on the narrowest screen."""
PAD = 16
"""Room at both ends of a stretch, which has no scale: what stands at its first or last day needs it."""
GAP = 8
"""The width of a break."""
BREAKS = 3
"""The most breaks that an axis has."""
SHORT = 62
"""A time of so many days is not broken."""

Days = tuple[int, int]
"""The first day, and the day after the last."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis without a break: its days, and where the first of them begins."""

    first: int
    after: int
    left: float


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis: its stretches, in order, and the width of a day on all of them."""

    stretches: tuple[Stretch, ...]
    day: float

    def place(self, moment: float) -> float:
        """Return where a moment stands; what falls into a break or off the axis stands at the nearest end before it."""
        before = [each for each in self.stretches if each.first <= moment]
        stretch = before[-1] if before else self.stretches[0]
        return stretch.left + self.day * (min(max(moment, stretch.first), stretch.after) - stretch.first)

    def edges(self, stretch: Stretch) -> tuple[float, float]:
        """Return where a stretch begins and ends, its room included."""
        return stretch.left - PAD, self.place(stretch.after - 1) + self.day + PAD


def axis(times: Sequence[Days], breaks: int = BREAKS) -> Axis:
    """Return the axis on which these times have room, with at most so many breaks. There is at least one time."""
    busy = _joined(times)
    cut = _cuts(busy, breaks)
    bounds = [0, *sorted(each + 1 for each in cut), len(busy)]
    parts = [(busy[first][0], busy[after - 1][1]) for first, after in pairwise(bounds)]
    room = WIDTH - 2 * PAD * len(parts) - GAP * (len(parts) - 1)
    day = room / sum(after - first for first, after in parts)
    stretches, left = [], float(PAD)
    for first, after in parts:
        stretches.append(Stretch(first, after, left))
        left += day * (after - first) + 2 * PAD + GAP
    return Axis(tuple(stretches), day)


def _joined(times: Sequence[Days]) -> list[Days]:
    """Return the times in order, those that meet made one."""
    joined: list[Days] = []
    for first, after in sorted(times):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(after, joined[-1][1]))
        else:
            joined.append((first, after))
    return joined


def _cuts(busy: Sequence[Days], breaks: int) -> set[int]:
    """Return after which times the axis is broken: the longest gap first, if it is over a third of what is left."""
    gaps = sorted(((after[0] - before[1], place) for place, (before, after) in enumerate(pairwise(busy))), reverse=True)
    left, cut = busy[-1][1] - busy[0][0], set[int]()
    for length, place in gaps[:breaks]:
        if left <= SHORT or 3 * length <= left:
            break
        left -= length
        cut.add(place)
    return cut


def percent(x: float) -> str:
    """Return a length along the axis as a part of its width."""
    return f"{number(100 * x / WIDTH)}%"


def at(x: float, y: float, shapes: str) -> str:
    """Return shapes in pixels around a place on the axis, however wide that is drawn."""
    return f'<svg class="axis-at" x="{percent(x)}" y="{number(y)}" width="1" height="1">{shapes}</svg>'
