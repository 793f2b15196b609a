"""A map of equal tiles, one for each state, so that a small state is seen as well as a large one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factsheets.site.charts.figure import label, mark, number, patterns, svg

STEP = 24
"""From one tile to the next, in pixels: twelve columns are as wide as the narrowest screen."""
SIDE = 22


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile: its column and row, counted from 1, its kind (see `figure`), its code, and what pointing at it shows."""

    column: int
    row: int
    kind: str
    label: str
    name: str


def tile_map(tiles: Sequence[Tile], title: str, description: str, name: str) -> Markup:
    """Return the map as SVG, cut to its tiles. No tiles are no picture.

    A tile takes 24 pixels in every map, so several maps beside or below each other have tiles of one size.
    """
    if not tiles:
        return Markup("")
    left, top = min(tile.column for tile in tiles), min(tile.row for tile in tiles)
    width, height = max(tile.column for tile in tiles) - left + 1, max(tile.row for tile in tiles) - top + 1
    body = "".join(_tile(name, tile, STEP * (tile.column - left), STEP * (tile.row - top)) for tile in tiles)
    defined = patterns(name, [tile.kind for tile in tiles])
    return svg(name, title, description, STEP * width, STEP * height, defined + body, "tiles")


def _tile(name: str, tile: Tile, x: float, y: float) -> str:
    edge = (STEP - SIDE) / 2
    area = f'<rect x="{number(x + edge)}" y="{number(y + edge)}" width="{SIDE}" height="{SIDE}"/>'
    return mark(tile.kind, tile.name, area + label(x + STEP / 2, y + STEP / 2 + 4, tile.label), name)
