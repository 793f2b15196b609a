"""What a chart draws is what the table or list beside it says, number by number, on the real site."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

KINDS = ("yes", "no", "abstain", "not-voting", "not-entitled", "unknown", "none")


def drawn(chart: LexborNode) -> Counter[str]:
    """Count the marks of a chart by their kind."""
    return Counter(kind for kind in KINDS for _ in chart.css(f".kind-{kind}"))


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def pages(site: Path, folder: str) -> list[tuple[str, LexborHTMLParser]]:
    found = [path for path in sorted((site / folder).glob("*.html")) if path.stem != "index"]
    return [(path.name, LexborHTMLParser(path.read_text("utf-8"))) for path in found]


@pytest.mark.parametrize("language", ["", "de/"])
def test_maps_and_councils_draw_the_roll_call(real_site: Path, language: str) -> None:
    seen = 0
    for name, page in pages(real_site, f"{language}votes"):
        figures = page.css("figure.chart-map, figure.chart-council")
        lists = [each for each in page.css(".roll-call") if each.css("li")]
        assert len(figures) == len(lists), name
        for figure, listed in zip(figures, lists, strict=True):
            rows: Counter[str] = Counter()
            for section in listed.css(".standing"):
                rows[section.attributes["data-kind"] or ""] += len(section.css("li"))
            assert sum((drawn(chart) for chart in figure.css("svg")), Counter()) == rows, name
            seen += 1
    assert seen > 10


@pytest.mark.parametrize("language", ["", "de/"])
def test_bars_have_the_numbers_of_their_tables(real_site: Path, language: str) -> None:
    seen = 0
    for name, page in pages(real_site, f"{language}votes"):
        bars, tables = page.css("figure.tally-figure svg"), page.css("table.numbers")
        assert len(bars) == len(tables), name
        for bar, table in zip(bars, tables, strict=True):
            said = words(bar.css_first("desc"))
            for row in table.css("tr"):
                number = words(row.css_first("td"))
                if number.isdigit() and number != "0":
                    assert f"{words(row.css_first('th'))}: {number}" in said, (name, said)
            seen += 1
    assert seen > 10


def test_strips_have_the_positions_of_their_tables(real_site: Path) -> None:
    seen = 0
    for name, page in pages(real_site, "states"):
        strips, tables = page.css("svg.strip"), page.css("table.stands")
        for strip, table in zip(strips, tables, strict=False):
            keys = [node.attributes["class"] or "" for node in table.css("tr td:last-child > .key")]
            assert drawn(strip) == Counter(each.removeprefix("key key-") for each in keys), name
            seen += 1
    assert seen > 190


def test_heat_maps_have_the_percentages_of_their_tables(real_site: Path) -> None:
    page = LexborHTMLParser((real_site / "compare" / "index.html").read_text("utf-8"))
    chart, table = page.css_first("svg.heat"), page.css_first("table.heat-table")
    assert chart is not None
    assert table is not None
    cells = [words(cell) for cell in table.css("tbody td")]
    in_table = Counter(match[1] for cell in cells if (match := re.match(r"(\d+) % / \d+", cell)))
    in_chart = Counter(text for node in chart.css("text") if (text := words(node)).isdigit())
    in_chart["100"] -= 1  # the legend
    assert in_table == in_chart
    assert sum(in_table.values()) == 20
