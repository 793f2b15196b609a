"""Coverage in; what is within it, whether it adds up, and whether a fact sheet is current on a day, out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.content.link import SITE
from factsheets.content.records.coverage import Coverage
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.resolution import Resolution
from factsheets.derive.coverage import due_again, is_overdue, months_old, scopes
from factsheets.derive.freshness import is_current
from tests.world import WORLD, edited, found, lay

SHEET, RESOLUTION, SITE_FILE = "factsheets/first-day.yaml", "resolutions/resolution-1.yaml", "site.yaml"
SECOND = WORLD[RESOLUTION].replace("RES/1", "RES/2").replace("2025-02-24", "2025-03-24")
LEFT_OUT = "{symbol: RES/9, reason: other_subject, why: {en: x, de: x}}"
OF_SITE = """\
coverage:
  - id: all
    subject: {en: resolutions of the Council, de: Resolutionen des Rats}
    list: {en: the record, de: dem Protokoll}
    bodies: [council]
    since: 2025-01-01
    until: 2025-12-31
    compared: 2026-01-01
    entries: 2
    sources: [record]
"""


def messages(root: Path, changes: dict[str, str], day: date | None = None) -> list[str]:
    return [f"{each.code}: {each.message}" for each in pipeline.check(lay(root, changes), day=day).diagnostics]


def test_what_a_sheet_lists_and_what_the_site_holds_are_within_its_days(tmp_path: Path) -> None:
    changes = {"resolutions/resolution-2.yaml": SECOND, SITE_FILE: WORLD[SITE_FILE] + OF_SITE}
    of_site, of_sheet = scopes(pipeline.check(lay(tmp_path, changes)).facts)
    assert (of_site.key, of_site.within) == (SITE, ("resolution-1", "resolution-2"))
    assert (of_sheet.path, of_sheet.within) == (("coverage", 0), ("resolution-1",))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    entries: 1\n", "    entries: 2\n", ["bad-coverage: entries: 2, but 1 recorded here and 0 left out"]),
        ("    entries: 1\n", f"    entries: 2\n    left_out: [{LEFT_OUT}]\n", []),
        ("    entries: 1\n", "    entries: 0\n    beyond: [resolution-1]\n", []),
        ("    entries: 1\n", "    entries: 1\n    beyond: [resolution-1]\n",
         ["bad-coverage: entries: 1, but 0 recorded here and 0 left out"]),
        ("    since: 2025-01-01", "    since: 2025-02-25",
         ["bad-coverage: entries: 1, but 0 recorded here and 0 left out"]),
        ("    until: 2025-02-28", "    until: 2024-12-31",
         ["bad-coverage: it ends before 2025-01-01", "bad-coverage: entries: 1, but 0 recorded here and 0 left out"]),
        ("    until: 2025-02-28", "    until: 2025-03-02",
         ["bad-coverage: it reaches beyond the day of the comparison"]),
        ("    until: 2025-02-28", "    until: 2025-03-01", []),
        ("    until: 2025-02-28", "    until: 2025", ["bad-coverage: it reaches beyond the day of the comparison"]),
        ("    until: 2025-02-28", "    until: 2025-02", []),
        ("    entries: 1\n", f"    entries: 2\n    left_out: [{LEFT_OUT.replace('RES/9', 'RES/1')}]\n",
         ["bad-coverage: RES/1 is left out twice, or stands here and is left out"]),
        ("    entries: 1\n", f"    entries: 3\n    left_out: [{LEFT_OUT}, {LEFT_OUT}]\n",
         ["bad-coverage: RES/9 is left out twice, or stands here and is left out"]),
        ("    compared: 2025-03-01", "    compared: 2025-03-04", ["bad-coverage: 2025-03-04 is still to come"]),
        ("    compared: 2025-03-01", "    compared: 2025-03-03", []),
        ("    sources: [record]\nselection", "selection", ["bad-coverage: it names no list that it was compared with"]),
        ("    sources: [record]\nselection", "    sources: [recrd]\nselection",
         ["unknown-reference: 'recrd' is not the name of a file in content/sources/"]),
        ("    review_due: 2099", "    review_due: 2025-03-02",
         ["not-current: compared on 2025-03-01; that was due again: 2025-03-02"]),
        ("    review_due: 2099", "    review_due: 2025-03-03", []),
        ("\nreviewed:", "\nreview_due: 2025-03-02\nreviewed:",
         ["not-current: called current, but its review was due: 2025-03-02"]),
    ],
)  # fmt: skip
def test_what_cannot_be_or_no_longer_holds_is_found(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert messages(tmp_path, edited(SHEET, old, new), date(2025, 3, 2)) == said


def test_a_list_that_the_site_names_has_to_be_there(tmp_path: Path) -> None:
    site = WORLD[SITE_FILE] + OF_SITE.replace("entries: 2", "entries: 1").replace("[record]", "[recrd]")
    (said,) = pipeline.check(lay(tmp_path, {SITE_FILE: site})).diagnostics
    assert (said.code, said.place.file, said.place.span.line) == ("unknown-reference", "content/site.yaml", 15)


def test_votes_beyond_the_list_are_within_the_coverage(tmp_path: Path) -> None:
    changes = {
        "resolutions/resolution-2.yaml": SECOND,
        **edited(SHEET, "    entries: 1\n", "    entries: 1\n    beyond: [resolution-2]\n"),
    }
    (said,) = found(tmp_path, changes)
    assert said.message == "resolution-2 is not within this coverage: another body, another day, or not listed here"


@pytest.mark.parametrize(
    ("changes", "day", "status"),
    [
        ({}, date(2025, 3, 2), "current"),
        ({}, date(2099, 1, 1), ""),
        ({}, None, "current"),
        (edited(SHEET, "\nreviewed:", "\nreview_due: 2025-09\nreviewed:"), date(2025, 8, 31), "current"),
        (edited(SHEET, "\nreviewed:", "\nreview_due: 2025-09\nreviewed:"), date(2025, 9, 1), ""),
        (edited(SHEET, "    review_due: 2099\n    sources: [record]\n", "    sources: [record]\nstatus: historical\n"),
         date(2025, 3, 2), ""),
        ({SHEET: WORLD[SHEET].replace(WORLD[SHEET].partition("coverage:")[2].partition("selection:")[0], " []\n")},
         date(2025, 3, 2), ""),
    ],
)  # fmt: skip
def test_only_what_is_compared_and_read_in_time_is_current(
    tmp_path: Path, changes: dict[str, str], day: date | None, status: str
) -> None:
    facts = pipeline.check(lay(tmp_path, changes)).facts
    assert is_current(facts.one(Factsheet, "first-day"), day) is (status == "current")


def covering(compared: str, review_due: str | None = None) -> Coverage:
    return Coverage.model_validate(
        {
            "id": "x", "subject": "votes", "list": "x", "bodies": ["council"], "since": "1900", "until": "1901",
            "entries": "0", "compared": compared, **({"review_due": review_due} if review_due else {}),
        }
    )  # fmt: skip


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_a_comparison_that_names_no_day_holds_for_a_year(compared: date) -> None:
    coverage = covering(compared.isoformat())
    assert not is_overdue(coverage, compared)
    assert not is_overdue(coverage, compared + timedelta(days=364))
    assert is_overdue(coverage, compared + timedelta(days=365))


@pytest.mark.parametrize(
    ("compared", "review_due", "due", "not_before"),
    [
        ("2025-03-01", None, "2026-03-01", date(2026, 3, 1)),
        ("2025", None, "2026-12-31", date(2026, 12, 31)),
        ("2025-03-01", "2025-09", "2025-09", date(2025, 9, 1)),
        ("9999-12-31", None, "9999-12-31", date(9999, 12, 31)),
    ],
)
def test_from_when_on_it_is_due_is_said_as_exactly_as_it_is_known(
    compared: str, review_due: str | None, due: str, not_before: date
) -> None:
    coverage = covering(compared, review_due)
    assert due_again(coverage).text == due
    assert not is_overdue(coverage, not_before - timedelta(days=1))
    assert is_overdue(coverage, not_before)


@pytest.mark.parametrize(
    ("day", "months"),
    [(date(2025, 3, 31), 0), (date(2025, 4, 14), 0), (date(2025, 4, 15), 1), (date(2026, 3, 15), 12), (date.min, 0)],
)
def test_its_age_is_in_whole_months(day: date, months: int) -> None:
    assert months_old(covering("2025-03-15"), day) == months


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_day_is_too_far_away(tmp_path: Path, day: date) -> None:
    assert pipeline.check(lay(tmp_path), day=day).diagnostics


def test_votes_of_other_bodies_are_not_within(tmp_path: Path) -> None:
    other = WORLD["bodies/council.yaml"].replace("name: Council", "name: Another")
    vote = WORLD[RESOLUTION].replace("body: council", "body: another")
    checked = pipeline.check(lay(tmp_path, {"bodies/another.yaml": other, RESOLUTION: vote}))
    assert [each.within for each in scopes(checked.facts)] == [()]
    assert checked.facts.get(Resolution, "resolution-1")


def test_a_vote_is_compared_with_the_one_before_it_in_the_narrowest_topic(tmp_path: Path) -> None:
    votes = {
        f"resolutions/resolution-{number}.yaml": WORLD[RESOLUTION]
        .replace("RES/1", f"RES/{number}")
        .replace("2025-02-24", f"2025-0{number}-24")
        for number in (2, 3, 4)
    }
    bare = WORLD[SHEET].replace(WORLD[SHEET][WORLD[SHEET].index("coverage:") : WORLD[SHEET].index("selection:")], "")
    sheets = {
        SHEET: bare.replace("[resolution-1]", "[resolution-1, resolution-2, resolution-3, resolution-4]"),
        "factsheets/narrow.yaml": bare.replace("[resolution-1]", "[resolution-1, resolution-4]"),
    }
    derived = pipeline.check(lay(tmp_path, votes | sheets)).derived
    assert [each.factsheet for each in derived.series] == ["first-day"]
    assert derived.votes_before == {
        "resolution-4": "resolution-1",
        "resolution-2": "resolution-1",
        "resolution-3": "resolution-2",
    }
