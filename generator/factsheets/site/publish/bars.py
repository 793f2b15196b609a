"""Whether the bars of tallies say what the rows beside them say: read back from lengths, labels and descriptions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from factsheets.site.publish.faults import Fault

CLOSE = 0.02
"""How far a length may be off, in percent: it is written with two decimals."""
_DIGITS = re.compile(r"[0-9]+")

Row = tuple[str, str, int]
"""The class of a position, its name and its number: of a range the least."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A part of a bar as it is drawn: what pointing at it says, where it begins, how long it is, what is printed."""

    said: Row
    left: float
    length: float
    printed: str


def faults(document: LexborHTMLParser) -> Iterator[Fault]:
    """Yield where a bar and its rows differ."""
    for bar in document.css("svg.tally"):
        for problem in _bar(bar, _rows(bar)):
            yield Fault("chart-differs", f"the bar “{title(bar)}”: {problem}")


def title(svg: LexborNode) -> str:
    """Return the title of a picture."""
    return child_text(svg, "title")


def child_text(node: LexborNode, tag: str) -> str:
    """Return the text of the first child of a tag; empty if there is none."""
    return next((each.text().strip() for each in node.iter() if each.tag == tag), "")


def kind_of(node: LexborNode, prefix: str) -> str:
    """Return the class of a node that begins so, without its prefix; empty if there is none."""
    names = (node.attributes.get("class") or "").split()
    return next((name.removeprefix(prefix) for name in names if name.startswith(prefix)), "")


def first_number(text: str) -> int:
    """Return the first whole number in a text; -1 if there is none."""
    found = _DIGITS.search(text)
    return int(found[0]) if found else -1


def _rows(bar: LexborNode) -> list[Row] | None:
    """Return the rows beside a bar: of the table after its figure, or in its cell; None where there are none."""
    figure = bar.parent
    beside = figure.next if figure else None
    while beside is not None and beside.tag == "-text":
        beside = beside.next
    if figure is None or beside is None:
        return None
    if beside.tag == "table":
        return [_row(row, "th", row.css_first("td")) for row in beside.css("tr")]
    cell = figure.parent
    return [_row(row, "", row) for row in cell.css("span.counted")] if cell is not None else None


def _row(row: LexborNode, name: str, number: LexborNode | None) -> Row:
    key = row.css_first(".key")
    text = number.text() if number else ""
    said = child_text(row, name) if name else text.rpartition(":")[0].strip()
    return (kind_of(key, "key-") if key else "", said, first_number(text if name else text.rpartition(":")[2]))


def _bar(bar: LexborNode, rows: list[Row] | None) -> Iterator[str]:
    marks = [_mark(each) for each in bar.css("g.chart-mark")]
    said, shown = Counter(mark.said for mark in marks), Counter(row for row in rows or () if row[2])
    if rows is None:
        yield "no numbers stand beside it"
    elif said != shown:
        yield f"it shows {_say(said - shown)} where the rows say {_say(shown - said)}"
    total, left = sum(mark.said[2] for mark in marks), 0
    for mark in marks:
        number = mark.said[2]
        if abs(mark.left - 100 * left / total) > CLOSE or abs(mark.length - 100 * number / total) > CLOSE:
            yield f"{mark.said[1]} is drawn {mark.length} % long from {mark.left} % on, and is {number} of {total}"
        if mark.printed not in {"", str(number)}:
            yield f"{mark.said[1]} has {mark.printed} printed on it, and is {number}"
        left += number
    told = child_text(bar, "desc")
    yield from (
        f"its description lacks {name}: {number}" for _, name, number in said if f"{name}: {number}" not in told
    )
    yield from _threshold(bar, total)


def _threshold(bar: LexborNode, total: int) -> Iterator[str]:
    line, label = bar.css_first("line.tally-line"), bar.css_first("text.tally-label")
    if line is None or label is None:
        return
    needed, x = first_number(label.text()), float((line.attributes.get("x1") or "0").rstrip("%"))
    if abs(x - 100 * min(1, needed / total)) > CLOSE:
        yield f"the line stands at {x} %, and {needed} of {total} are needed"


def _mark(node: LexborNode) -> _Mark:
    name, _, number = child_text(node, "title").rpartition(":")
    area = next((each.attributes for each in node.iter() if each.tag == "rect"), {})
    left, length = (float((area.get(key) or "-1").rstrip("%")) for key in ("x", "width"))
    return _Mark((kind_of(node, "kind-"), name, first_number(number)), left, length, child_text(node, "text"))


def _say(rows: Counter[Row]) -> str:
    return ", ".join(f"{name}: {number}" for _, name, number in rows) or "nothing"
