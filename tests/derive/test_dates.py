"""A date as written in; the days it can mean, and how people say it, out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.records.dates import parse_edtf
from generator.words import words_in
from generator.words.dates import say_date

SAID = [
    ("2025-02-24", "24 February 2025", "24. Februar 2025"),
    ("2025-02", "February 2025", "Februar 2025"),
    ("2025", "2025", "2025"),
    ("2025-22", "summer 2025", "Sommer 2025"),
    ("2025-02-24?", "24 February 2025 (uncertain)", "24. Februar 2025 (unsicher)"),
    ("1984~", "about 1984", "etwa 1984"),
    ("201X", "2010s", "2010er-Jahre"),
    ("2012-05-22/..", "since 22 May 2012", "seit 22. Mai 2012"),
    ("2008-04-25/", "from 25 April 2008, end unknown", "ab 25. April 2008, Ende unbekannt"),
    ("/1965-08-30", "until 30 August 1965", "bis 30. August 1965"),
    ("2008/2012", "2008 to 2012", "2008 bis 2012"),
]


@pytest.mark.parametrize(("text", "english", "german"), SAID)
def test_dates_are_said_as_people_say_them(text: str, english: str, german: str) -> None:
    edtf = parse_edtf(text)
    assert edtf.text == text
    assert (say_date(edtf, words_in("en")), say_date(edtf, words_in("de"))) == (english, german)


@pytest.mark.parametrize(
    "text", ["2025-02-29", "2025-02-30", "2025-13", "2025-00", "2025-2-4", "NO", "", "1740355200", "/", "..", "../..",
             "2025/2024", "2024-02-29/2024-02-28", "0000", "2025-XX-03", "24.02.2025"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        parse_edtf(text)


@given(st.dates(min_value=date(1, 1, 1)))
def test_every_day_is_itself(day: date) -> None:
    edtf = parse_edtf(day.isoformat())
    assert (edtf.earliest, edtf.latest) == (day, day)


@given(st.dates(), st.dates())
def test_periods_overlap_exactly_the_days_within(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    period = parse_edtf(f"{first.isoformat()}/{last.isoformat()}")
    for day in (first, last):
        assert period.may_overlap(parse_edtf(day.isoformat()))
    if last < date.max:
        after = date.fromordinal(last.toordinal() + 1)
        assert not period.may_overlap(parse_edtf(after.isoformat()))
