"""When things happened: numbered marks along an axis of time, those that would cover each other one above the other."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from factsheets.site.charts.axis import Axis, Days, axis, percent
from factsheets.site.charts.figure import frame, number
from factsheets.site.charts.moments import Box, End, Point, box, mark
from factsheets.site.charts.ticks import scale

LANE = 21
"""From one mark to that above it, in pixels."""
MONTHS = tuple(map(str, range(1, 13)))
"""What months are called where nobody says it better."""


def timeline(
    points: Sequence[Point], title: str, description: str, name: str, *, months: Sequence[str] = MONTHS
) -> Markup:
    """Return the marks in the order given as SVG. No points are no picture.

    The chart is as wide as its place; what stands beside or above what is decided for the narrowest screen.
    """
    if not points:
        return Markup("")
    shown = time_axis(points)
    boxes = [box(shown, point) for point in points]
    lanes = _lanes(boxes)
    base = LANE * (max(lanes) + 1) + 4.0
    drawn = [
        (point, each, base - 3 - LANE * (lane + 0.5)) for point, each, lane in zip(points, boxes, lanes, strict=True)
    ]
    scaled, height = scale(shown, months, base)
    stems = "".join(_stem(each.x, y, base) for point, each, y in drawn if point.exact)
    body = f'{scaled}<g class="time-stems">{stems}</g>{"".join(mark(*each) for each in drawn)}'
    return frame(name, title, description, f'width="100%" height="{number(base + height)}"', body, "timeline")


def time_axis(points: Sequence[Point]) -> Axis:
    """Return the axis of a timeline. There is at least one point."""
    first, after = min(p.earliest for p in points).toordinal(), max(p.latest for p in points).toordinal() + 1
    return axis([_days(point, first, after) for point in points])


def _days(point: Point, first: int, after: int) -> Days:
    """Return the days that a point takes, of all those on the axis: with an open end all that follow."""
    return (
        first if point.start is End.OPEN else point.earliest.toordinal(),
        after if point.end is End.OPEN else point.latest.toordinal() + 1,
    )


def _lanes(boxes: Sequence[Box]) -> list[int]:
    """Return the lane of each mark: the lowest in which it covers no other."""
    lanes: list[list[Box]] = []
    chosen = []
    for each in boxes:
        free = (place for place, lane in enumerate(lanes) if all(_apart(each, other) for other in lane))
        place = next(free, len(lanes))
        if place == len(lanes):
            lanes.append([])
        lanes[place].append(each)
        chosen.append(place)
    return chosen


def _apart(one: Box, other: Box) -> bool:
    return one.right <= other.left or other.right <= one.left


def _stem(x: float, y: float, base: float) -> str:
    """Return the line from a disc down to its day."""
    return f'<line x1="{percent(x)}" x2="{percent(x)}" y1="{number(y)}" y2="{number(base)}"/>'
