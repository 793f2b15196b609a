"""Seats: a council around its horseshoe table, or a parliament in its half circle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factsheets.site.charts.figure import label, mark, number, patterns, svg
from factsheets.site.charts.places import WIDTH, Place, around_table, in_half_circle, on_table

WIDEST = 24
"""The most that seats of a half circle stand apart, so that a few of them do not become huge."""
RING = 3.5
"""How far the ring of a permanent member or of a veto stands off its seat."""
FEW = 16
"""Up to so many seats around a table are large ones."""

_RADII = {"yes": 1, "abstain": 0.86, "not-voting": 0.6, "not-entitled": 0.6, "unknown": 0.86, "none": 0.25}
"""The radii of the round shapes in a half circle, as parts of the size of a seat."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat: the kind of its vote (see `figure`), its code of three letters, and what pointing at it shows."""

    kind: str
    label: str
    name: str
    permanent: bool = False
    veto: bool = False


def horseshoe(seats: Sequence[Seat], title: str, description: str, name: str) -> Markup:
    """Return a council around its table as SVG, from the left end to the right. No seats are no picture.

    Permanent members have a second ring. A veto is a heavy ring, and a cross that lies before the seat on the table.
    """
    if not seats:
        return Markup("")
    size, pitch = (17.0, 41.0) if len(seats) <= FEW else (12.5, 30.0)
    edge = size + RING + 2
    radius = WIDTH / 2 - edge
    middle = (WIDTH / 2, WIDTH / 2)
    places = around_table(len(seats), pitch, radius, middle)
    inside = radius - size - 13
    ends = [on_table(side * inside / radius * pitch * len(seats) / 2, inside, middle) for side in (-1, 1)]
    body = patterns(name, [seat.kind for seat in seats]) + _table(ends, inside, middle[1])
    body += "".join(_seat(name, *each, size) for each in zip(seats, places, strict=True))
    height = max(place.y for place in (*places, *ends)) + edge
    return svg(name, title, description, WIDTH, height, body, "horseshoe" if len(seats) <= FEW else "horseshoe many")


def _table(ends: Sequence[Place], radius: float, middle: float) -> str:
    """Return the table as one line from end to end: down the sides only as far as the seats reach."""
    left, right = ends
    sides = min(middle, left.y), min(middle, right.y)
    return (
        f'<path class="seat-table" d="M{number(left.x)} {number(left.y)}V{number(sides[0])}'
        f'A{number(radius)} {number(radius)} 0 0 1 {number(right.x)} {number(sides[1])}V{number(right.y)}"/>'
    )


def _seat(name: str, seat: Seat, place: Place, size: float) -> str:
    shapes = f"{_circle(place.x, place.y, size)}{label(place.x, place.y + 4, seat.label)}"
    if seat.permanent or seat.veto:
        shapes += _circle(place.x, place.y, size + RING, ' class="seat-veto"' if seat.veto else ' class="seat-ring"')
    if seat.veto:
        shapes += _cross(place.x + place.ahead[0] * (size + 13), place.y + place.ahead[1] * (size + 13))
    return mark(seat.kind, seat.name, shapes, name)


def _circle(x: float, y: float, radius: float, more: str = "") -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{more}/>'


def _cross(x: float, y: float) -> str:
    start = f"M{number(x - 3.5)} {number(y - 3.5)}"
    disc = _circle(x, y, 9, ' class="seat-cross"')
    return f'{disc}<path class="seat-stroke" d="{start}l7 7m0 -7l-7 7"/>'


def hemicycle(seats: Sequence[Seat], title: str, description: str, name: str) -> Markup:
    """Return a half circle of seats as SVG, in order of their angle from the left. No seats are no picture.

    The rows are those of `places.in_half_circle`. Seats are too small for patterns to tell them apart, so each kind has
    a shape: a disc for yes, a diamond with a stripe for no, a ring with a dot for abstained, a small ring for not
    voting, the same with a bar for not entitled, a dashed ring for unknown, a mere dot for none.
    """
    if not seats:
        return Markup("")
    places, distance = in_half_circle(len(seats), WIDEST)
    size = 0.42 * distance
    body = "".join(
        mark(seat.kind, seat.name, _shape(seat.kind, place.x, place.y, size))
        for seat, place in zip(seats, places, strict=True)
    )
    height = max(place.y for place in places) + distance / 2
    body = f'<g class="seats" stroke-width="{number(size / 3.5)}">{body}</g>'
    return svg(name, title, description, WIDTH, height, body, "hemicycle")


def _shape(kind: str, x: float, y: float, size: float) -> str:
    """Return the shape of a kind; none is wider than 2.4 times `size`."""
    if kind == "no":
        reach = number(1.18 * size)
        diamond = f"M{number(x - 1.18 * size)} {number(y)}l{reach} -{reach} {reach} {reach} -{reach} {reach}z"
        stripe = f"M{number(x - 0.59 * size)} {number(y + 0.59 * size)}l{reach} -{reach}"
        return f'<path d="{diamond}"/><path class="seat-stripe" d="{stripe}"/>'
    circle = _circle(x, y, _RADII[kind] * size, ' pathLength="12"' if kind == "unknown" else "")
    if kind == "abstain":
        return circle + _circle(x, y, 0.3 * size, ' class="seat-dot"')
    if kind == "not-entitled":
        return f'{circle}<path d="M{number(x - 0.6 * size)} {number(y)}h{number(1.2 * size)}"/>'
    return circle
