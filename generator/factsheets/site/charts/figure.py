"""What all charts share: the frame of a figure, the patterns of its areas, and the marks in it.

A kind is `yes`, `no`, `abstain`, `not-voting`, `not-entitled`, `unknown` or `none` (no member, no vote). It is drawn
alike in every chart, and style sheets colour it by its class:

- `yes` is a full area, `no` a striped one, `abstain` a dotted one;
- `not-voting` is hollow, `not-entitled` hollow and ruled with thin lines;
- `unknown` is hollow with a dashed outline, `none` has no outline at all.

Kind and text of a mark stand on its group, so that the shapes in it need no class of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from factsheets.site.escape import escape

KINDS = ("yes", "no", "abstain", "not-voting", "not-entitled", "unknown", "none")
"""The kinds, in the order in which they are told."""

_PATTERNS = {
    "no": (
        'width="6" height="6" patternTransform="rotate(45)"',
        '<rect class="chart-no" width="6" height="6"/><rect class="chart-gap" width="1.5" height="6"/>',
    ),
    "abstain": (
        'width="6" height="6"',
        '<rect class="chart-abstain" width="6" height="6"/><circle class="chart-gap" cx="3" cy="3" r="1.25"/>',
    ),
    "not-entitled": ('width="6" height="6"', '<rect class="chart-rule" y="2.5" width="6" height="1"/>'),
}
"""The patterns of areas: their size and what is in it, in units of the picture."""


def number(value: float) -> str:
    """Return a number as charts write it: with two decimals."""
    return f"{value:.2f}"


def frame(name: str, title: str, description: str, size: str, body: str, css: str) -> Markup:  # noqa: PLR0913, PLR0917
    """Return a picture with its title and description. `name` is unique on the page; `body` is escaped already."""
    key = escape(name)
    return Markup(  # noqa: S704 - every text in it is escaped
        f'<svg class="chart {css}" {size} role="img" aria-labelledby="{key}-title {key}-desc">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(description)}</desc>{body}</svg>'
    )


def svg(  # noqa: PLR0913, PLR0917
    name: str, title: str, description: str, width: float, height: float, body: str, css: str
) -> Markup:
    """Return a picture of a width and height in its own units, which are pixels until a style sheet scales it."""
    wide, high = number(width), number(height)
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    return frame(name, title, description, size, body, css)


def patterns(name: str, kinds: Iterable[str]) -> str:
    """Return the patterns that the areas of these kinds need, for the figure of that name."""
    used = set(kinds)
    drawn = [
        f'<pattern id="{escape(name)}-{kind}" patternUnits="userSpaceOnUse" {size}>{shapes}</pattern>'
        for kind, (size, shapes) in _PATTERNS.items()
        if kind in used
    ]
    return f"<defs>{''.join(drawn)}</defs>" if drawn else ""


def mark(kind: str, tip: str, shapes: str, name: str = "") -> str:
    """Return the shapes of one mark; `tip` is what pointing at it shows.

    With the name of a figure that has its patterns, they are filled with that of the kind.
    """
    if kind not in KINDS:
        raise ValueError(kind)
    fill = f' fill="url(#{escape(name)}-{kind})"' if name and kind in _PATTERNS else ""
    return f'<g class="chart-mark kind-{kind}"{fill}><title>{escape(tip)}</title>{shapes}</g>'


def label(x: float, y: float, text: str, anchor: str = "middle") -> str:
    """Return a short text whose baseline is at `y`."""
    return f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'
