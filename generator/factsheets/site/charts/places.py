"""Where seats stand: around the horseshoe table of a council, or in the rows of a half circle. Pure geometry.

Lengths are in the units of the picture; y grows downwards; places go from the left end to the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import asin, cos, floor, pi, sin

WIDTH = 320
"""The width of the picture."""


@dataclass(frozen=True, slots=True)
class Place:
    """The centre of a seat, and the direction in which it looks, as a vector of length 1."""

    x: float
    y: float
    ahead: tuple[float, float]


def around_table(count: int, pitch: float, radius: float, middle: tuple[float, float]) -> list[Place]:
    """Return places on a horseshoe, `pitch` from one to the next along its line.

    The line is a half circle around `middle`, open downwards, which goes on straight down at both ends. Places fill it
    from the top, so that a few of them stand on an arc and many reach down the sides.
    """
    return [on_table(pitch * (each - (count - 1) / 2), radius, middle) for each in range(count)]


def on_table(along: float, radius: float, middle: tuple[float, float]) -> Place:
    """Return the place that is so far along the line from its top, to the right if positive."""
    x, y = middle
    side, below = (1 if along > 0 else -1), abs(along) - radius * pi / 2
    if below > 0:
        return Place(x + side * radius, y + below, (-side, 0))
    right, up = sin(along / radius), cos(along / radius)
    return Place(x + radius * right, y - radius * up, (-right, up))


def in_half_circle(count: int, widest: float) -> tuple[list[Place], float]:
    """Return the places of a hemicycle from left to right, and the distance that any two of them keep at least.

    With k rows and the distance s, row i (from 0) has the radius (k + i) s, so rows fill the outer half of the
    radius. A row of radius r has room for 1 + floor(π / (2 arcsin(s / 2r))) seats, whose chords are no shorter than s.
    k is the least number of rows that have room for all. Each row gets seats in proportion to its room: running totals
    are rounded, which never gives a row more than it holds. s is as large as the width allows, and at most `widest`.
    """
    rows = next(each for each in range(1, count + 1) if sum(_rooms(each)) >= count)
    distance = min(widest, WIDTH / (4 * rows - 1))
    rooms = _rooms(rows)
    totals = [0, *(round(count * each / sum(rooms)) for each in accumulate(rooms))]
    turns = [
        (seat / (number - 1) if number > 1 else 1 / 2, (rows + row) * distance)
        for row, number in enumerate(after - before for before, after in pairwise(totals))
        for seat in range(number)
    ]
    bottom = (2 * rows - 1) * distance + distance / 2
    return [_on_circle(pi * turn, radius, bottom) for turn, radius in sorted(turns)], distance


def _rooms(rows: int) -> list[int]:
    """Return how many seats each row of so many holds, from the inside. The small sum undoes errors of rounding."""
    return [1 + floor(pi / (2 * asin(1 / (2 * (rows + row)))) + 1e-9) for row in range(rows)]


def _on_circle(angle: float, radius: float, bottom: float) -> Place:
    """Return the place at an angle from the left end of the half circle."""
    right, up = -cos(angle), sin(angle)
    return Place(WIDTH / 2 + radius * right, bottom - radius * up, (-right, up))
