"""The tally of a vote as one bar, and how much of it was needed.

The bar is as wide as its place, so lengths along it are percentages; heights, patterns and text are in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factsheets.site.charts.figure import frame, mark, number, patterns
from factsheets.site.escape import escape

HEIGHT = 26
"""The height of the bar, in pixels."""
HEADROOM = 22
"""What stands above the bar where the threshold is marked: its label, and the end of its line."""
NARROWEST = 288
"""The width of the bar on the narrowest screen, in pixels: what has room here has room anywhere."""
CHARACTER = 7.5
"""No less than the width of a character of a label, in pixels."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the bar: its kind (see `figure`), its name and its number."""

    kind: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Needed:
    """How many were needed, of all that the bar shows, and how to say it."""

    number: int
    label: str


def tally_bar(parts: Sequence[Part], title: str, name: str, needed: Needed | None = None) -> Markup:
    """Return the bar as SVG. `name` is unique on the page; parts of nobody are left out; an empty tally is no bar."""
    shown = [part for part in parts if part.number]
    total = sum(part.number for part in shown)
    if not total:
        return Markup("")
    told = [f"{part.name}: {part.number}" for part in shown] + ([needed.label] if needed else [])
    line = min(1, needed.number / total) if needed else None
    top, left, body = HEADROOM if needed else 0, 0, patterns(name, [part.kind for part in shown])
    for part in shown:
        area, middle = _area(left / total, part.number / total, top), (left + part.number / 2) / total
        text = _number(part.number, middle, top) if _has_room(part.number, total, middle, line) else ""
        body += mark(part.kind, f"{part.name}: {part.number}", area + text, name)
        left += part.number
    body += _threshold(needed.label, line) if needed and line is not None else ""
    css = "tally tally-needed" if needed else "tally"
    return frame(name, title, ", ".join(told), f'width="100%" height="{top + HEIGHT}"', body, css)


def _area(left: float, share: float, top: float) -> str:
    return f'<rect x="{_percent(left)}" y="{top + 1}" width="{_percent(share)}" height="{HEIGHT - 2}"/>'


def _number(count: int, middle: float, top: float) -> str:
    return f'<text x="{_percent(middle)}" y="{top + HEIGHT / 2 + 4.5}" text-anchor="middle">{count}</text>'


def _has_room(count: int, total: int, middle: float, line: float | None) -> bool:
    """Return whether a part has room for its number even in the narrowest bar, and no line goes through that."""
    width = CHARACTER * (len(str(count)) + 1) / NARROWEST
    return count / total > width and (line is None or abs(line - middle) > width / 2)


def _threshold(words: str, share: float) -> str:
    """Return a line that stands out above the bar at `share` of its length, and its label."""
    x = _percent(share)
    line = f'x1="{x}" x2="{x}" y1="{HEADROOM - 6}" y2="{HEADROOM + HEIGHT}"'
    anchor = _anchor(share, len(words))
    return (
        f'<line class="tally-casing" {line}/><line class="tally-line" {line}/>'
        f'<text class="tally-label" x="{x}" y="12" text-anchor="{anchor}">{escape(words)}</text>'
    )


def _anchor(share: float, characters: int) -> str:
    """Return which point of a label stands at `share`, so that the narrowest bar holds it: up to 18 characters."""
    if min(share, 1 - share) * NARROWEST >= characters * CHARACTER / 2:
        return "middle"
    return "start" if share < 1 / 2 else "end"


def _percent(share: float) -> str:
    return f"{number(100 * share)}%"
