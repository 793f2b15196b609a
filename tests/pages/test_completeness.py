"""Coverage in; what readers are told of how complete it is, on each page that says so, out."""

from __future__ import annotations

from datetime import date
from html import unescape
from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.site.pages import pages
from factsheets.site.render import render
from tests.world import WORLD, edited, lay

SHEET, SITE, RESOLUTION = "factsheets/first-day.yaml", "site.yaml", "resolutions/resolution-1.yaml"
ENTRIES = "    entries: 1\n"
MORE = {
    f"resolutions/resolution-{number}.yaml": WORLD[RESOLUTION].replace("RES/1", f"RES/{number}") for number in (2, 3)
}
OF_SITE = WORLD[SHEET][WORLD[SHEET].index("coverage:") : WORLD[SHEET].index("selection:")]


def on(root: Path, changes: dict[str, str], path: str, language: str = "en", day: date | None = None) -> str:
    checked = pipeline.check(lay(root, changes), day=day)
    assert not checked.failed, checked.diagnostics
    made = (each for each in pages(checked.facts, checked.derived) if (each.path, each.language) == (path, language))
    return unescape(render(next(made)))


def left_out(*entries: str) -> str:
    return "    left_out:\n" + "".join(f"      - {{{each}, why: {{en: Herring., de: Heringe.}}}}\n" for each in entries)


DAYS = "resolutions of the Council, 1 January 2025 to 28 February 2025; compared on 1 March 2025 with the record; "
TAGE = "Resolutionen des Rats, 1. Januar 2025 bis 28. Februar 2025; verglichen am 1. März 2025 mit dem Protokoll; "


@pytest.mark.parametrize(
    ("numbers", "said", "gesagt"),
    [
        (ENTRIES, f"1 of 1 {DAYS}none left out.", f"1 von 1 {TAGE}nichts ausgelassen."),
        (
            "    entries: 2\n" + left_out("symbol: RES/9, reason: other_subject"),
            f"1 of 1 {DAYS}1 entry of it left out as being about something else.",
            f"1 von 1 {TAGE}1 Eintrag daraus zu anderem Gegenstand ausgelassen.",
        ),
        (
            "    entries: 2\n" + left_out("symbol: RES/9, reason: not_recorded"),
            f"1 of 2 {DAYS}none left out.",
            f"1 von 2 {TAGE}nichts ausgelassen.",
        ),
    ],
)
def test_a_fact_sheet_says_how_many_of_how_many(tmp_path: Path, numbers: str, said: str, gesagt: str) -> None:
    changes = edited(SHEET, ENTRIES, numbers)
    assert said in on(tmp_path, changes, "factsheets/first-day.md")
    assert gesagt in on(tmp_path, changes, "factsheets/first-day.md", "de")


def test_all_are_all_and_votes_outside_are_counted_beside_them(tmp_path: Path) -> None:
    sheet = WORLD[SHEET].replace("[resolution-1]", "[resolution-1, resolution-2, resolution-3]")
    every = {**MORE, SHEET: sheet.replace("entries: 1", "entries: 3")}
    assert "All 3 resolutions of the Council" in on(tmp_path, every, "factsheets/first-day.md")
    assert "with which no list was compared" not in on(tmp_path, every, "factsheets/first-day.md")
    late = MORE["resolutions/resolution-3.yaml"].replace("date: 2025-02-24", "date: 2025-03-24")
    some = {**every, "resolutions/resolution-3.yaml": late, SHEET: sheet.replace("entries: 1", "entries: 2")}
    text = on(tmp_path, some, "factsheets/first-day.md")
    assert "All 2 resolutions of the Council" in text
    assert "1 more vote stands on this page with which no list was compared." in text


def test_a_day_is_one_day(tmp_path: Path) -> None:
    days = WORLD[SHEET].replace("since: 2025-01-01", "since: 2025-02-24").replace("2025-02-28", "2025-02-24")
    assert "of the Council, 24 February 2025; compared" in on(tmp_path, {SHEET: days}, "factsheets/first-day.md")


def test_in_full_it_names_lists_words_what_is_left_out_and_what_is_beyond(tmp_path: Path) -> None:
    numbers = "    entries: 2\n    terms: [herring]\n    beyond: [resolution-1]\n" + left_out(
        "symbol: RES/8, reason: other_subject", "symbol: RES/9, reason: not_recorded"
    )
    text = on(tmp_path, edited(SHEET, ENTRIES, numbers), "factsheets/first-day.md")
    full = text[text.index('id="coverage-council"') :]
    order = (
        "The lists",
        "The record",
        "found by these words",
        "herring",
        "Left out, being about something else",
        "RES/8",
        "Belonging here, and still missing",
        "RES/9",
        "Recorded here, and not in the list",
        "The first resolution",
    )
    places = [full.index(each) for each in order]
    assert places == sorted(places)


@pytest.mark.parametrize("path", ["index.md", "about.md", "coverage.md", "votes/index.md", "states/index.md"])
def test_the_site_says_it_where_readers_begin(tmp_path: Path, path: str) -> None:
    changes = {SITE: WORLD[SITE] + OF_SITE, SHEET: WORLD[SHEET].replace(OF_SITE, "status: historical\n")}
    text = on(tmp_path, changes, path)
    assert "1 of 1 resolutions of the Council" in text
    assert 'coverage.html#coverage-council"' in text or path == "coverage.md"
    assert "resolutions of the Council" not in on(tmp_path, changes, "people/index.md")


def test_the_page_on_completeness_has_every_fact_sheet_with_its_status(tmp_path: Path) -> None:
    text = on(tmp_path, {}, "coverage.md", day=date(2025, 3, 2))
    assert "Not compared with any list so far." in text
    assert '<a href="factsheets/first-day.html">The first day</a> <span class="badge">Current</span>' in text


@pytest.mark.parametrize(
    ("changes", "day", "status", "old"),
    [
        ({}, date(2025, 3, 2), "Current", ""),
        (edited(SHEET, "review_due: 2099", "review_due: 2025-09"), date(2025, 9, 1), "To be read or compared again",
         "The comparison is 6 months old; it was due again on September 2025."),
        (edited(SHEET, "review_due: 2099", "review_due: 2025-03-02"), date(2025, 3, 2), "To be read or compared again",
         "The comparison was due again on 2 March 2025."),
        ({SHEET: WORLD[SHEET].replace(OF_SITE, "")}, date(2025, 3, 2), "Kept, but not compared with a list", ""),
        ({SHEET: WORLD[SHEET].replace(OF_SITE, "status: historical\n")}, date(2025, 3, 2), "Historical", ""),
    ],
)  # fmt: skip
def test_no_fact_sheet_is_called_current_that_is_not(
    tmp_path: Path, changes: dict[str, str], day: date, status: str, old: str
) -> None:
    text = on(tmp_path, changes, "factsheets/first-day.md", day=day)
    assert f'<p class="more status">{status}' in text
    assert old in text
    assert ("due again" in text) is bool(old)


def test_a_name_in_another_language_is_marked_and_nothing_around_it(tmp_path: Path) -> None:
    site = WORLD[SITE] + OF_SITE.replace("de: Resolutionen des Rats", "nb: resolusjoner")
    checked = pipeline.check(lay(tmp_path, {SITE: site}))
    made = (each for each in pages(checked.facts, checked.derived) if (each.path, each.language) == ("index.md", "de"))
    marked = '1 von 1 <span lang="en">resolutions of the Council</span>, 1. Januar 2025'
    assert marked in unescape(render(next(made)))


def test_what_is_selected_is_said_above_the_timeline(tmp_path: Path) -> None:
    text = on(tmp_path, {}, "factsheets/first-day.md")
    assert text.index("{#timeline}") < text.index("From the first vote on.") < text.index("{#votes}")
