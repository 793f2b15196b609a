"""The tally of a vote as one bar. Each part has its own pattern, so that it does not depend on colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.escape import escape

WIDTH, HEIGHT = 600, 36
"""The drawing's own units; the page scales it to its width."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the bar: its class (`yes`, `no`, `abstain`, `not-voting`, `unknown`), its name and its number."""

    kind: str
    name: str
    number: int


def tally_bar(parts: Sequence[Part], title: str, name: str) -> Markup:
    """Return the bar as SVG. `name` is unique on the page; parts of nobody are left out; an empty tally is no bar."""
    total = sum(part.number for part in parts)
    if not total:
        return Markup("")
    description = ", ".join(f"{part.name}: {part.number}" for part in parts if part.number)
    drawn, left = [], 0.0
    for part in parts:
        width = WIDTH * part.number / total
        if part.number:
            drawn.append(_part(part, left, width))
        left += width
    return Markup(  # noqa: S704 - every text in it is escaped
        f'<svg class="tally" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" preserveAspectRatio="none"'
        f' aria-labelledby="{escape(name)}-title {escape(name)}-desc">'
        f'<title id="{escape(name)}-title">{escape(title)}</title>'
        f'<desc id="{escape(name)}-desc">{escape(description)}</desc>{"".join(drawn)}</svg>'
    )


def _part(part: Part, left: float, width: float) -> str:
    return (
        f'<rect class="tally-{part.kind}" x="{left:.2f}" y="1" width="{width:.2f}" height="{HEIGHT - 2}"/>'
        + _stripes(part.kind, left, width)
    )


def _stripes(kind: str, left: float, width: float) -> str:
    """Return the marks that tell a part without its colour: lines for against, dots for abstained."""
    right = left + width
    if kind == "no":
        steps = [left + 8 * step for step in range(1, int(width // 8) + 1)]
        return "".join(f'<path class="tally-mark" d="M{x:.2f} {HEIGHT - 1}L{min(x + 8, right):.2f} 1"/>' for x in steps)
    if kind == "abstain":
        steps = [left + 10 * step for step in range(1, int(width // 10) + 1)]
        return "".join(f'<circle class="tally-mark" cx="{x:.2f}" cy="{HEIGHT / 2}" r="1.5"/>' for x in steps)
    return ""
