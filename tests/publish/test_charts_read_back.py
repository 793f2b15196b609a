"""Each kind of chart, once as it is published and once with one thing in it changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from factsheets.site.publish import bars, drawings

CHANGES = [
    ("tally", r'(class="chart tally.*?<rect x="[^"]*" y="[^"]*" width=")[^"]*', r"\g<1>1.00%"),
    ("tally", r'(class="chart tally.*?<g class="chart-mark kind-)yes', r"\g<1>no"),
    ("tally", r'(class="tally-line" x1=")[^"]*', r"\g<1>1.00%"),
    ("tally", r'(class="chart tally.*?<desc [^>]*>)[^<]*', r"\g<1>nothing"),
    ("tally", r'(class="chart tally.*?<text [^>]*>)[0-9]+', r"\g<1>99"),
    ("horseshoe", r'(class="chart horseshoe.*?<g class="chart-mark kind-)yes', r"\g<1>no"),
    ("horseshoe", r'(class="chart horseshoe.*?<desc [^>]*>)[^<]*', r"\g<1>nothing"),
    ("horseshoe", r'(class="chart horseshoe.*?)<g class="chart-mark kind-yes".*?</g>', r"\g<1>"),
    ("tiles", r'(class="chart tiles.*?<g class="chart-mark kind-)yes', r"\g<1>no"),
    ("tiles", r'(class="chart tiles.*?)<g class="chart-mark kind-yes".*?</g>', r"\g<1>"),
    ("heat", r'(class="heat-cell heat-)[0-9]', r"\g<1>9"),
    ("heat", r'(class="heat-table".*?<td [^>]*>)[0-9]+&#32;|(class="heat-table".*?<td [^>]*>)[0-9]+', r"\g<1>\g<2>1"),
    ("strip", r'(class="chart strip.*?<g class="chart-mark kind-)yes', r"\g<1>no"),
    ("strip", r'(class="chart strip.*?)<g class="chart-mark kind-yes".*?</g>', r"\g<1>"),
    ("timeline", r'(<g class="time-mark)', r"\g<1> uncertain other"),
    ("timeline", r'(<span class="number [^>]*>)[0-9]+', r"\g<1>99"),
]


def faults(html: str) -> list[str]:
    document = LexborHTMLParser(html)
    return [each.message for look in (bars.faults, drawings.faults) for each in look(document)]


@pytest.mark.parametrize(("chart", "old", "new"), CHANGES)
def test_a_chart_that_says_something_else_is_found(real_site: Path, chart: str, old: str, new: str) -> None:
    pattern = re.compile(old, re.DOTALL)
    pages = (path.read_text("utf-8") for path in sorted(real_site.rglob("*.html")))
    html = next(each for each in pages if f'<svg class="chart {chart}' in each and pattern.search(each))
    assert faults(html) == []
    assert faults(pattern.sub(new, html, count=1)) != []
