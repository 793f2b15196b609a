"""Whether the other charts say what stands beside them: seats and maps, shades, strips of votes, and timelines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from selectolax.lexbor import LexborHTMLParser, LexborNode

from factsheets.site.publish.bars import child_text, first_number, kind_of, title
from factsheets.site.publish.faults import Fault

_PEOPLE = "figure.chart-council,figure.chart-chamber,figure.chart-map"
_LARGEST_SHADE = 25
"""How many percent a shade stands for."""


def faults(document: LexborHTMLParser) -> Iterator[Fault]:
    """Yield where a chart and what it draws differ."""
    if document.css_first("svg.chart") is None:
        return
    yield from (Fault("chart-differs", each) for each in (*_seats(document), *_heats(document), *_times(document)))
    for strip in document.css("svg.strip"):
        yield from (Fault("chart-differs", each) for each in _strip(strip))


def _seats(document: LexborHTMLParser) -> Iterator[str]:
    """Yield where a council, a chamber or a map and the lists that follow it differ."""
    figure: LexborNode | None = None
    for node in document.css(f"{_PEOPLE},div.roll-call"):
        if node.tag == "figure":
            figure = node
            yield from _pictures(node)
        elif figure is not None and _is_of(figure, node.attributes.get("data-vote") or ""):
            yield from _who(figure, node)
            figure = None


def _is_of(figure: LexborNode, vote: str) -> bool:
    """Whether a figure is of that vote: its pictures are named after it, those of a map also after their region."""
    name = figure.css_first("svg > title")
    key = (name.attributes.get("id") or "").removesuffix("-title") if name else ""
    return bool(vote) and (key.endswith(f"-{vote}") or key.rpartition("-")[0].endswith(f"-{vote}"))


def _who(figure: LexborNode, lists: LexborNode) -> Iterator[str]:
    listed: dict[str, set[str]] = {}
    for section in lists.css("section.standing"):
        for entry in section.css("li > a"):
            listed.setdefault(entry.text().strip(), set()).add(section.attributes.get("data-kind") or "")
    drawn, legend = {}, _legend(figure)
    for each in figure.css("g.chart-mark"):
        name, said = _tip(each, legend)
        drawn[name] = kind_of(each, "kind-")
        if listed.get(name) and drawn[name] not in listed[name]:
            yield f"the chart draws {name} as {said}, and the list has it under {', '.join(listed[name])}"
    missing = sorted(set(listed) - set(drawn))
    if missing and "chart-map" not in (figure.attributes.get("class") or ""):
        yield f"the chart does not draw {', '.join(missing[:3])}, whom the lists name"


def _legend(figure: LexborNode) -> list[str]:
    """Return what the marks of a figure can mean, the longest first: one may end as another does."""
    return sorted((each.text().strip() for each in figure.css(".legend > span")), key=len, reverse=True)


def _tip(mark: LexborNode, legend: list[str]) -> tuple[str, str]:
    """Return whom a mark is of, and what it is said to have done; nothing where the legend has no such meaning."""
    text = child_text(mark, "title")
    said = next((each for each in legend if text.endswith(f": {each}")), "")
    return (text.removesuffix(f": {said}") if said else text), said


def _pictures(figure: LexborNode) -> Iterator[str]:
    """Yield the pictures of a figure whose description has other numbers than their marks."""
    legend = _legend(figure)
    for svg in figure.css("svg.chart"):
        said = Counter(_tip(each, legend)[1] for each in svg.css("g.chart-mark"))
        text = child_text(svg, "desc")
        parts = [f"{each}: {number}" for each, number in said.items()]  # in any order: equal numbers have none
        if len(text) != len(", ".join(parts)) or not all(part in text for part in parts):
            yield f"the chart “{title(svg)}” is described as {text}, and draws {dict(said)}"


def _heats(document: LexborHTMLParser) -> Iterator[str]:
    """Yield where the shades of pairs and the table below them differ, cell by cell."""
    pictures, tables = document.css("figure.chart-heat > svg"), document.css("table.heat-table")
    if len(pictures) != len(tables):
        yield f"{len(pictures)} charts of agreement stand beside {len(tables)} tables"
    for picture, table in zip(pictures, tables, strict=False):
        cells = [text.partition("/")[0] for node in table.css("td") if (text := node.text().strip())]
        marks = picture.css("g.heat-cell")
        said = [first_number(child_text(each, "title").rpartition(":")[2]) for each in marks]
        if said != [first_number(each) for each in cells]:
            yield f"the chart “{title(picture)}” and its table have different numbers"
        if any(_shade(each) != number for each, number in zip(marks, said, strict=True)):
            yield f"the chart “{title(picture)}” has a shade that is not that of its number"


def _shade(cell: LexborNode) -> int:
    """Return the number of a cell if its shade is that of the number, else something that no cell has."""
    number = first_number(child_text(cell, "title").rpartition(":")[2])
    kinds = (cell.attributes.get("class") or "").split()
    expected = "heat-missing" if number < 0 else f"heat-{number // _LARGEST_SHADE}"
    printed = child_text(cell, "text")
    return number if expected in kinds and printed in {"", str(number)} else -2


def _strip(strip: LexborNode) -> Iterator[str]:
    """Yield where the votes of a member in a strip and in the table after it differ."""
    table = strip.parent.next if strip.parent else None
    while table is not None and table.tag != "table":
        table = table.next
    marks = [(kind_of(each, "kind-"), child_text(each, "text")) for each in strip.css("g.chart-mark")]
    rows = [_stand(row) for row in table.css("tbody tr")] if table else []
    pairs = list(zip_longest(marks, rows, fillvalue=("", "")))
    wrong = [place for place, (one, other) in enumerate(pairs, 1) if one[0] != other[0] or one[1] not in other[1]]
    if wrong:
        yield f"the chart “{title(strip)}” and the table below it differ in vote {wrong[0]}"


def _stand(row: LexborNode) -> tuple[str, str]:
    """Return the class of a position in a row, and the vote that it names."""
    key, head = row.css_first("td .key"), row.css_first("th")
    return (kind_of(key, "key-") if key else "", head.text() if head else "")


def _times(document: LexborHTMLParser) -> Iterator[str]:
    """Yield where the marks of timelines and the numbered entries of the page differ, in number or in kind."""
    drawn = Counter((child_text(each, "text"), _kinds(each)) for each in document.css("svg.timeline g.time-mark"))
    listed = Counter((each.text().strip(), _kinds(each)) for each in document.css("span.number"))
    if drawn != listed:
        numbers = ", ".join(sorted({number for number, _ in (drawn - listed) + (listed - drawn)})[:3])
        yield f"the timeline and the list differ in what is numbered {numbers}"


def _kinds(node: LexborNode) -> frozenset[str]:
    return frozenset((node.attributes.get("class") or "").split()) - {"time-mark", "number"}
