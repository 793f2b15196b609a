"""Dates made visible: a chart has the marks of its list, under the same numbers; all events are in one place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.conftest import REPOSITORY
from tests.pages.rendered import page
from tests.world import WORLD, edited, lay

FOLDERS = ("factsheets", "people", "bodies", "events")
KINDS = {"time-day", "time-span", "uncertain", "approximate"}


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def kinds(node: LexborNode | None) -> set[str]:
    assert node is not None
    return KINDS & set((node.attributes["class"] or "").split())


def twin(chart: LexborNode) -> list[LexborNode]:
    """Return the lines of the list that stands after a chart: on the index all that follow."""
    figure = chart.parent
    assert figure is not None
    after = figure.next
    found: list[LexborNode] = []
    while after is not None:
        if "numbered" in (after.attributes.get("class") or "").split():
            found += after.css("ul.dated > li")
            if "timeline" in (after.attributes["class"] or ""):
                break
        after = after.next
    return found


@pytest.mark.parametrize("language", ["", "de/"])
def test_charts_of_time_have_the_numbers_of_their_lists(real_site: Path, language: str) -> None:
    seen = dict.fromkeys(FOLDERS, 0)
    for folder in FOLDERS:
        for path in sorted((real_site / language / folder).glob("*.html")):
            for chart in LexborHTMLParser(path.read_text("utf-8")).css("svg.timeline"):
                marks = chart.css(".time-mark")
                lines = [line for line in twin(chart) if line.css_first(".number")]
                assert len(marks) > 1, path
                assert len(marks) == len(lines), path
                for number, (mark, line) in enumerate(zip(marks, lines, strict=True), 1):
                    assert words(mark.css_first("text")) == words(line.css_first(".number")) == str(number), path
                    assert kinds(mark) == kinds(line.css_first(".number"))
                    date = words(line.css_first(".when")).removeprefix(f"{number} ")
                    assert date in words(mark.css_first("title")), path
                seen[folder] += 1
    assert seen["factsheets"] == len(list((REPOSITORY / "content" / "factsheets").glob("*.yaml")))
    assert seen["people"] > 15
    assert seen["bodies"] == 2
    assert seen["events"] == 1


def test_a_list_without_a_chart_has_no_numbers(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "people" / "hakan-fidan.html").read_text("utf-8"))
    assert tree.css("ul.dated")
    assert not tree.css("svg.timeline, .number, .numbered")


SHEET = edited("factsheets/first-day.yaml", "events: [meeting]", "events: [meeting, doubt, about, rumour]")
EVENTS = {
    f"events/{name}.yaml": WORLD["events/meeting.yaml"].replace("2025-02-24", date).replace("Council meets", name)
    for name, date in {"doubt": "2025-02-20?", "about": "2025-01", "rumour": "2024-22", "old": "201X"}.items()
}


def test_what_is_not_known_to_the_day_is_a_bar_and_what_is_uncertain_is_dashed(tmp_path: Path) -> None:
    lay(tmp_path, SHEET | EVENTS)
    text = page(tmp_path, "factsheets/first-day.md")
    found = re.findall(r'<g class="time-mark ([a-z -]+)"><title>(\d): ([^<]+)</title><(\w+)', text)
    assert found == [
        ("time-span", "1", "summer 2024, The rumour", "rect"),
        ("time-span", "2", "January 2025, The about", "rect"),
        ("time-day uncertain", "3", "20 February 2025 (uncertain), The doubt", "circle"),
        ("time-day", "4", "24 February 2025, The Council meets", "circle"),
    ]
    caption = text[text.index("<figcaption>") : text.index("</figcaption>")]
    assert "a bar covers every day" in caption
    assert "Dashed: uncertain." in caption
    assert "Where the line is broken" in caption  # from September to December 2024
    assert "Arrow" not in caption


def test_all_events_stand_by_year_and_month(tmp_path: Path) -> None:
    lay(tmp_path, SHEET | EVENTS | {"events/year.yaml": EVENTS["events/about.yaml"].replace("2025-01", "2025")})
    text = page(tmp_path, "events/index.md")
    headings = re.findall(r'<h([23]) id="([^"]+)">(?:<a href="#\2">)?([^<]+)<', text)
    assert headings == [
        ("2", "year-201x", "2010s"),
        ("3", "month-201x-unknown", "Month not known"),
        ("2", "year-2024", "2024"),
        ("3", "month-2024-22", "Summer"),
        ("2", "year-2025", "2025"),
        ("3", "month-2025-01", "January"),
        ("3", "month-2025-unknown", "Month not known"),
        ("3", "month-2025-02", "February"),
    ]
    assert ">Sommer<" in page(tmp_path, "events/index.md", "de")


def test_events_of_one_topic_person_or_body_are_one_link_away(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "events/index.md")
    for address in ("factsheets/first-day.html#timeline", "people/ada-moe.html#events", "bodies/council.html#events"):
        assert f'href="../{address}"' in text
    body = page(tmp_path, "bodies/council.md")
    assert "{#events}" in body
    assert 'href="../events/meeting.html"' in body
    lay(tmp_path, edited("events/meeting.yaml", "resolutions: [resolution-1]\n", ""))
    assert "{#events}" not in page(tmp_path, "bodies/council.md")
    assert "bodies/council.html" not in page(tmp_path, "events/index.md")


OFFICES = """\
offices:
  - title: {en: Minister, de: Ministerin}
    period: 2021-03-01/..
    sources: [record]
  - title: {en: Clerk, de: Schreiberin}
    sources: [record]
  - title: {en: Ambassador of Norway, de: Botschafterin Norwegens}
    period: 2018/
    seen: 2020-02
"""


def test_offices_are_bars_that_end_as_the_record_says(tmp_path: Path) -> None:
    person = WORLD["people/ada-moe.yaml"]
    first, last = person.index("offices:"), person.index("sources:")
    lay(tmp_path, {"people/ada-moe.yaml": person[:first] + OFFICES + person[last:]})
    text = page(tmp_path, "people/ada-moe.md")
    marks = re.findall(r'<g class="time-mark [^>]+><title>([^<]+)</title>(.+?)</g>', text)
    assert [tip for tip, _ in marks] == [
        "1: Minister, since 1 March 2021",
        "2: Ambassador of Norway, from 2018, end unknown; last known to hold: February 2020",
    ]
    shapes = [
        [name for name in ("time-open", "time-torn", "period-seen", "period-unsure") if name in drawn]
        for _, drawn in marks
    ]
    assert shapes == [["time-open"], ["time-torn", "period-seen", "period-unsure"]]
    assert re.findall(r'<span class="number[^>]+>(\d)</span>', text) == ["1", "2"]
    assert "dates not known" in text


def test_one_office_is_no_chart(tmp_path: Path) -> None:
    lay(tmp_path)
    assert "<svg" not in page(tmp_path, "people/ada-moe.md")
