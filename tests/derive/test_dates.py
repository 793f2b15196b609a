"""A date as written in; the days it can mean, and how people say it, out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from factsheets.content.records.dates import parse_edtf
from factsheets.site.words import words_in
from factsheets.site.words.dates import say_date

SAID = [
    ("2025-02-24", "24 February 2025", "24. Februar 2025"),
    ("2025-02", "February 2025", "Februar 2025"),
    ("2025", "2025", "2025"),
    ("2025-XX", "2025", "2025"),
    ("2025-22", "summer 2025", "Sommer 2025"),
    ("2024-24", "winter 2024/25", "Winter 2024/25"),
    ("2025-02-24?", "24 February 2025 (uncertain)", "24. Februar 2025 (unsicher)"),
    ("2025-02~", "about February 2025", "etwa Februar 2025"),
    ("1984~", "about 1984", "etwa 1984"),
    ("1984%", "about 1984 (uncertain)", "etwa 1984 (unsicher)"),
    ("201X", "2010s", "2010er-Jahre"),
    ("190X", "between 1900 and 1909", "zwischen 1900 und 1909"),
    ("19XX", "between 1900 and 1999", "zwischen 1900 und 1999"),
    ("2012-05-22/..", "since 22 May 2012", "seit dem 22. Mai 2012"),
    ("2012-05/..", "since May 2012", "seit Mai 2012"),
    ("2012-22/..", "since summer 2012", "seit dem Sommer 2012"),
    ("2012-05-22?/..", "since 22 May 2012 (uncertain)", "seit dem 22. Mai 2012 (unsicher)"),
    ("2012-05-22~/..", "since about 22 May 2012", "seit etwa dem 22. Mai 2012"),
    ("201X/..", "since the 2010s", "seit den 2010er-Jahren"),
    ("2008-04-25/", "from 25 April 2008, end unknown", "ab dem 25. April 2008, Ende unbekannt"),
    ("190X/", "from some year between 1900 and 1909, end unknown",
     "ab einem Jahr zwischen 1900 und 1909, Ende unbekannt"),
    ("../1965-08-30", "until 30 August 1965", "bis zum 30. August 1965"),
    ("../1965", "until 1965", "bis 1965"),
    ("../201X", "until the 2010s", "bis in die 2010er-Jahre"),
    ("/1965-08-30", "until 30 August 1965, start unknown", "bis zum 30. August 1965, Beginn unbekannt"),
    ("/..", "since an unknown date", "seit unbekannter Zeit"),
    ("../", "end unknown", "Ende unbekannt"),
    ("2008/2012", "2008 to 2012", "2008 bis 2012"),
    ("2008/2008", "2008", "2008"),
    ("2012-05/2012-06", "May to June 2012", "Mai bis Juni 2012"),
    ("2025-02-24/2025-02-27", "24 to 27 February 2025", "24. bis 27. Februar 2025"),
    ("2025-02-24/2025-03-03", "24 February to 3 March 2025", "24. Februar bis 3. März 2025"),
    ("2024-08-16/2025-11-22", "16 August 2024 to 22 November 2025", "16. August 2024 bis 22. November 2025"),
    ("2025-02-24?/2025-02-27", "24 February 2025 (uncertain) to 27 February 2025",
     "24. Februar 2025 (unsicher) bis 27. Februar 2025"),
    ("2025-02/2025-02-27", "February 2025 to 27 February 2025", "Februar 2025 bis 27. Februar 2025"),
    ("1998-12/2008-06-02", "December 1998 to 2 June 2008", "Dezember 1998 bis 2. Juni 2008"),
]  # fmt: skip


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


@given(st.integers(1, 9999), st.sampled_from(["", "-12", "-XX", "-21", "-24"]))
@example(9999, "-24")
def test_no_date_ends_before_it_begins(year: int, within: str) -> None:
    edtf = parse_edtf(f"{year:04}{within}")
    assert edtf.earliest
    assert edtf.latest
    assert date(year, 1, 1) <= edtf.earliest < edtf.latest


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
