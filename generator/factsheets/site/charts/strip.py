"""The positions of one member over a series of votes, from the left to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factsheets.site.charts.figure import label, mark, number, patterns, svg

WIDTH = 288
"""The width of a full row, in pixels: that of the narrowest screen."""
STEP, SIDE = 23.5, 16
"""From one cell to the next, where labels are short, and the side of a square, in pixels: twelve cells in a row."""
ROW = 36
"""From one row to the next, in pixels."""
CHARACTER = 5.8
"""No less than the width of a character of a label, in pixels."""
EDGE = 4
"""How far squares stand right of the middle of their cells, to make room for the mark of a change."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A vote: its kind (see `figure`), its label, what pointing shows, and whether it differs from the one before."""

    kind: str
    label: str
    name: str
    changed: bool


def strip(cells: Sequence[Cell], title: str, description: str, name: str) -> Markup:
    """Return the votes as squares with their labels below, as SVG. A change has an arrow before it. No votes: none."""
    if not cells:
        return Markup("")
    step = max(STEP, CHARACTER * max(len(cell.label) for cell in cells))
    columns = max(1, int((WIDTH - EDGE) // step))
    body = patterns(name, [cell.kind for cell in cells])
    for each, cell in enumerate(cells):
        row, column = divmod(each, columns)
        body += _cell(name, cell, step * (column + 1 / 2) + EDGE, ROW * row)
    width, height = step * min(len(cells), columns) + EDGE, ROW * (1 + (len(cells) - 1) // columns)
    return svg(name, title, description, width, height, body, "strip")


def _cell(name: str, cell: Cell, middle: float, top: float) -> str:
    left = middle - SIDE / 2
    shapes = f'<rect x="{number(left)}" y="{number(top + 2)}" width="{SIDE}" height="{SIDE}"/>'
    shapes += label(middle, top + SIDE + 13, cell.label)
    if cell.kind == "none":
        shapes += f'<circle cx="{number(middle)}" cy="{number(top + 2 + SIDE / 2)}" r="1.5"/>'
    if cell.changed:
        shapes += f'<path class="strip-change" d="M{number(left - 6)} {number(top + 5.5)}l4.5 4.5 -4.5 4.5z"/>'
    return mark(cell.kind, cell.name, shapes, name)
