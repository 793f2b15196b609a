"""A day in; what should be read again on it out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.content.records.dates import Edtf, parse_edtf
from factsheets.derive.freshness import Due, due, is_due
from tests.world import WORLD, edited, lay

ADA, SHEET, SOURCE = "people/ada-moe.yaml", "factsheets/first-day.yaml", "sources/record.yaml"
WORDS, VOTE = "statements/first-words.yaml", "resolutions/resolution-1.yaml"


def found(root: Path, changes: dict[str, str], day: date = date(2025, 9, 1)) -> tuple[Due, ...]:
    checked = pipeline.check(lay(root, changes))
    assert not checked.failed, checked.diagnostics
    return due(checked.facts, day)


def at(each: Due) -> str:
    return "/".join(map(str, (*each.key, *each.path)))


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("2025-09-24", date(2025, 9, 24)),
        ("2025-09", date(2025, 9, 1)),
        ("2025", date(2025, 1, 1)),
        ("2025-22", date(2025, 6, 1)),
        ("2025-09-24?", date(2025, 9, 24)),
        ("2025-XX", date(2025, 1, 1)),
        ("202X", date(2020, 1, 1)),
    ],
)
def test_a_review_is_due_from_the_first_day_its_date_may_mean(written: str, first: date) -> None:
    assert not is_due(parse_edtf(written), first - timedelta(1))
    assert is_due(parse_edtf(written), first)


days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
reviews = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}"),
    st.builds(lambda day, season: f"{day:%Y}-{season}", days, st.integers(21, 24)),
    days.map(lambda day: f"{day:%Y}"[:3] + "X"),
).flatmap(lambda text: st.sampled_from([text, f"{text}?", f"{text}~"]))


@given(reviews.map(parse_edtf), days, st.integers(0, 40_000))
def test_a_review_is_never_due_before_its_date_and_always_after(review: Edtf, day: date, later: int) -> None:
    if day < review.earliest:
        assert not is_due(review, day)
    if day > review.latest:
        assert is_due(review, day)
    if is_due(review, day):
        assert is_due(review, day + timedelta(later))


def test_nothing_is_due_where_nobody_has_asked_for_it(tmp_path: Path) -> None:
    assert found(tmp_path, {}, date(2098, 12, 31)) == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        (SHEET, "reviewed:", "review_due: 2025-09\nreviewed:", "factsheets/first-day"),
        (SHEET, "  - id: began", "  - id: began\n    review_due: 2025-09", "factsheets/first-day/key_facts/0"),
        (ADA, "born: 1970", "born: 1970\nreview_due: 2025-09", "people/ada-moe"),
        (ADA, "    seen: 2025-02", "    seen: 2025-02\n    review_due: 2025-09", "people/ada-moe/offices/0"),
        (WORDS, "  - id: en\n", "  - id: en\n    review_due: 2025-09\n", "statements/first-words/wordings/1"),
        (VOTE, "vetoed_by: [FRA]", "vetoed_by: [FRA], review_due: 2025-09",
         "resolutions/resolution-1/votes/0/stated"),
        (SOURCE, "language: en", "language: en\nreview_due: 2025-09", "sources/record"),
    ],
)  # fmt: skip
def test_any_fact_may_be_due(tmp_path: Path, name: str, old: str, new: str, place: str) -> None:
    changes = edited(name, old, new)
    assert [at(each) for each in found(tmp_path, changes)] == [place]
    assert found(tmp_path, changes, date(2025, 8, 31)) == ()


def test_what_has_been_due_for_longest_stands_first(tmp_path: Path) -> None:
    sheet = WORLD[SHEET].replace("reviewed:", "review_due: 2025-09\nreviewed:")
    changes = {
        SHEET: sheet.replace("  - id: began", "  - id: began\n    review_due: 2024"),
        **edited(ADA, "    seen: 2025-02", "    seen: 2025-02\n    review_due: 2025-02-03"),
        **edited(VOTE, "symbol: RES/1", "symbol: RES/1\nreview_due: 2026"),
    }
    assert [each.since.text for each in found(tmp_path, changes)] == ["2024", "2025-02-03", "2025-09"]


def test_a_fact_names_when_it_was_read_and_which_of_its_sources_have_no_copy(tmp_path: Path) -> None:
    more = {
        "sources/copied.yaml": WORLD[SOURCE] + "archive: https://copy.example/x\naccessed: 2025-04-02\n",
        "sources/on-paper.yaml": WORLD[SOURCE].replace("URL: https://council.example/record\n", "accessed: 2025-03\n"),
    }
    office = "    seen: 2025-02\n    review_due: 2025-09\n    sources: [copied, on-paper, record]"
    (of_office,) = found(tmp_path / "1", more | edited(ADA, "    seen: 2025-02", office))
    assert (of_office.sources, of_office.uncopied) == (("copied", "on-paper", "record"), ("record",))
    assert of_office.read
    assert of_office.read.text == "2025-04-02"
    (of_person,) = found(tmp_path / "2", more | edited(ADA, "born: 1970", "born: 1970\nreview_due: 2025-09"))
    assert (of_person.sources, of_person.read) == (("record",), None)
    key_fact = edited(SHEET, "  - id: began", "  - id: began\n    review_due: 2025-09")
    (of_sheet,) = found(tmp_path / "3", more | key_fact)
    assert of_sheet.sources == ("record",)
    assert of_sheet.read
    assert of_sheet.read.text == "2025-03-01"


def test_a_fact_without_sources_of_its_own_rests_on_those_around_it(tmp_path: Path) -> None:
    (stated,) = found(tmp_path, edited(VOTE, "vetoed_by: [FRA]", "vetoed_by: [FRA], review_due: 2025"))
    assert stated.sources == stated.uncopied == ("record",)


def test_a_whole_record_rests_on_the_sources_of_all_within(tmp_path: Path) -> None:
    more = {"sources/other.yaml": WORLD[SOURCE]}
    sheet = WORLD[SHEET].replace("reviewed:", "review_due: 2025\nreviewed:")
    (whole,) = found(tmp_path, {**more, SHEET: sheet.replace("{source: record, at: p. 1}", "other")})
    assert whole.sources == ("record", "other")
