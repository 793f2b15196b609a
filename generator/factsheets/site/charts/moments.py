"""The marks of dates on an axis of time, each with its number.

- a day is a disc, what is known less well a bar over all the days it can mean;
- what is uncertain is hollow with a dashed outline, what is approximate hollow with a stroke on either side;
- an end that is open has an arrow, an end that is not known is torn off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from factsheets.site.charts.axis import WIDTH, Axis, at, percent
from factsheets.site.charts.figure import number
from factsheets.site.escape import escape

RADIUS = 9
"""The radius of a disc and half the height of a bar, in pixels."""
END = 9
"""The length of an arrow or a torn end, in pixels, and twice that of a stroke beside a mark."""
DIGIT = 7
"""No less than the width of a character of a number, in pixels."""


class End(Enum):
    """How a time begins or ends: on a day that is known, never, or nobody knows when."""

    KNOWN = "known"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Point:
    """Something that happened: the first and last day that are known of it, its number, and what pointing shows.

    `exact` is a single day that is named as one. `start` and `end` say whether it began before, or went on after.
    """

    earliest: date
    latest: date
    exact: bool
    label: str
    name: str
    uncertain: bool = False
    approximate: bool = False
    start: End = End.KNOWN
    end: End = End.KNOWN

    @property
    def styles(self) -> tuple[str, ...]:
        """The classes that tell what kind of date it is, for its mark and for its number in a list."""
        told = {"uncertain": self.uncertain, "approximate": self.approximate}
        return ("time-day" if self.exact else "time-span", *(name for name, holds in told.items() if holds))


@dataclass(frozen=True, slots=True)
class Box:
    """Where a mark stands: `left` to `right` with all that belongs to it, its bar from `x` to `to`, its number.

    The number is `off` pixels from the place `text`, however wide the axis is drawn.
    """

    left: float
    right: float
    x: float
    to: float
    text: float
    anchor: str = "middle"
    off: float = 0


def box(shown: Axis, point: Point) -> Box:
    """Return where a point stands on an axis. A bar too short for its number has it beside."""
    about = END / 2 if point.approximate else 0
    if point.exact:
        x = shown.place(point.earliest.toordinal()) + shown.day / 2
        return Box(x - RADIUS - 1 - about, x + RADIUS + 1 + about, x, x, x)
    x = END + about if point.start is End.OPEN else shown.place(point.earliest.toordinal())
    to = WIDTH - END - about if point.end is End.OPEN else shown.place(point.latest.toordinal()) + shown.day
    left, right = x - about - _length(point.start), to + about + _length(point.end)
    room = DIGIT * len(point.label) + 4
    if to - x >= room:
        return Box(left, right, x, to, (x + to) / 2)
    if right + room <= WIDTH:
        return Box(left, right + room, x, to, to, "start", right - to + 3)
    return Box(left - room, right, x, to, x, "end", left - x - 3)


def _length(end: End) -> float:
    """Return how far an end stands out; 1 is half of an outline."""
    return 1 if end is End.KNOWN else END


def mark(point: Point, placed: Box, y: float, more: str = "") -> str:
    """Return the mark of a point, its middle at the height `y`, and further shapes over it, but below its number."""
    shapes = _disc(placed, y) if point.exact else bar(placed.x, placed.to, y)
    shapes += "".join(_ends(point, placed, y)) + more
    css = "time-number" if placed.anchor == "middle" else "time-beside"
    at_text = f'x="{percent(placed.text)}" y="{number(y + 3.75)}" text-anchor="{placed.anchor}"'
    at_text += f' dx="{number(placed.off)}"' if placed.off else ""
    text = f'<text class="{css}" {at_text}>{escape(point.label)}</text>'
    return f'<g class="{" ".join(("time-mark", *point.styles))}"><title>{escape(point.name)}</title>{shapes}{text}</g>'


def _disc(placed: Box, y: float) -> str:
    return f'<circle cx="{percent(placed.x)}" cy="{number(y)}" r="{RADIUS}"/>'


def bar(x: float, to: float, y: float, css: str = "time-bar") -> str:
    """Return a bar."""
    place = f'x="{percent(x)}" y="{number(y - RADIUS + 1)}" width="{percent(to - x)}" height="{2 * RADIUS - 2}"'
    return f'<rect class="{css}" {place}/>'


def _ends(point: Point, placed: Box, y: float) -> Iterator[str]:
    """Yield what stands at both ends of a mark: an arrow, a torn edge, strokes."""
    for side, x, end in ((-1, placed.x, point.start), (1, placed.to, point.end)):
        if end is not End.KNOWN:
            yield at(x, y, _open(side) if end is End.OPEN else _torn(side))
        if point.approximate:
            off = RADIUS if point.exact else _length(end)
            yield at(x, y, f'<path class="time-about" d="M{side * off} 0h{side * END / 2}"/>')


def _open(side: int) -> str:
    """Return an arrow to the left if `side` is -1, to the right if it is 1."""
    return f'<path class="time-open" d="M0 {1 - RADIUS}L{side * END} 0L0 {RADIUS - 1}z"/>'


def _torn(side: int) -> str:
    """Return a torn edge at the left if `side` is -1, at the right if it is 1."""
    out, step = 3 * side, (RADIUS - 1) / 2
    tear = f"l{out} {step} {-out} {step} {out} {step} {-out} {step}"
    return f'<path class="time-torn" d="M0 {1 - RADIUS}h{side * (END - 3)}{tear}H0z"/>'
