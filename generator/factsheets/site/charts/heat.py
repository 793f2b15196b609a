"""How often members agree, pair by pair: a table of shades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from markupsafe import Markup

from factsheets.site.charts.figure import label, number, svg
from factsheets.site.escape import escape

WIDTH = 320
"""The width of the picture, in its own units."""
HEAD = 32
"""Room for the labels, at the left and at the top."""
FEW = 12
"""Up to so many members have their numbers printed."""
LARGEST = 48
"""The largest side of a cell."""
LINE = 18
"""The height of a line of the legend."""
SHADES = ("0–24", "25–49", "50–74", "75–99", "100")
"""The percentages that each shade stands for."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A square of the picture."""

    x: float
    y: float
    side: float


def heat_map(  # noqa: PLR0913, PLR0917 - what every chart takes, and two more
    labels: Sequence[tuple[str, str]],
    values: Mapping[tuple[int, int], int | None],
    title: str,
    description: str,
    name: str,
    missing: str = "?",
) -> Markup:
    """Return the agreement of members as SVG. Fewer than two members are no picture.

    `labels` holds code and name of each member. `values` are percentages, by row and column counted from 0; one order
    of the two is enough, as agreement has no direction. A pair of None, or of no value, shares too few votes: it is
    crossed out and has no shade, and `missing` says so in the legend.
    """
    count = len(labels)
    if count <= 1:
        return Markup("")
    pairs = {
        (row, column): values.get((row, column), values.get((column, row)))
        for row, column in product(range(count), repeat=2)
        if row != column
    }
    side = min(LARGEST, (WIDTH - HEAD) / count)
    bottom = HEAD + side * count + 10
    keys = [*_legend(bottom), *([_key(0, bottom + LINE, None, missing)] if None in pairs.values() else [])]
    body = "".join([*_heads(labels, side), *_cells(labels, pairs, side, missing), *keys])
    height = bottom + LINE * (1 + (len(keys) > len(SHADES)))
    return svg(name, title, description, WIDTH, height, body, "heat" if count <= FEW else "heat many")


def shade(value: int) -> int:
    """Return the shade of a percentage: 0 is the lightest, 4 the darkest."""
    return value // 25


def _heads(labels: Sequence[tuple[str, str]], side: float) -> Iterator[str]:
    """Yield the codes of members, down the left side and along the top: upright where columns are narrow."""
    for each, (code, _) in enumerate(labels):
        middle = HEAD + side * (each + 1 / 2)
        yield label(HEAD - 4, middle + 3.5, code, anchor="end")
        if len(labels) <= FEW:
            yield label(middle, HEAD - 5, code)
        else:
            turn = f'<g transform="translate({number(middle + 3.5)} {HEAD - 4}) rotate(-90)">'
            yield f"{turn}{label(0, 0, code, anchor='start')}</g>"


def _cells(
    labels: Sequence[tuple[str, str]], pairs: Mapping[tuple[int, int], int | None], side: float, missing: str
) -> Iterator[str]:
    for (row, column), value in pairs.items():
        said = missing if value is None else str(value)
        tip = f"<title>{escape(f'{labels[row][1]}, {labels[column][1]}: {said}')}</title>"
        box = _Box(HEAD + side * column, HEAD + side * row, side)
        text = label(box.x + side / 2, box.y + side / 2 + 4, said)
        printed = value is not None and len(labels) <= FEW
        yield f'<g class="heat-cell heat-{_kind(value)}">{tip}{_area(box, value)}{text * printed}</g>'


def _kind(value: int | None) -> str:
    return "missing" if value is None else str(shade(value))


def _area(box: _Box, value: int | None) -> str:
    """Return a square just inside its box, crossed out if it has no value."""
    x, y, side = number(box.x + 0.75), number(box.y + 0.75), number(box.side - 1.5)
    square = f'<rect x="{x}" y="{y}" width="{side}" height="{side}"/>'
    return square if value is not None else f'{square}<path d="M{x} {y}l{side} {side}"/>'


def _legend(top: float) -> Iterator[str]:
    """Yield the shades with what they stand for, in percent."""
    for each, text in enumerate(SHADES):
        yield _key(each * WIDTH / len(SHADES), top, 25 * each, text)


def _key(x: float, y: float, value: int | None, text: str) -> str:
    area = f'<g class="heat-{_kind(value)}">{_area(_Box(x, y, 13), value)}</g>'
    return f'<g class="heat-key">{area}{label(x + 17, y + 10, text, anchor="start")}</g>'
