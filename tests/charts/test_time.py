"""Timelines and periods: every date has one mark, in its place, of the shape that says how well it is known."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from factsheets.content.records.dates import Edtf, Precision, parse_edtf
from factsheets.site.charts.axis import PAD, WIDTH, axis
from factsheets.site.charts.moments import End, Point
from factsheets.site.charts.periods import Period, periods
from factsheets.site.charts.timeline import time_axis, timeline
from tests.charts.dates import all_marks, dates, extent, left_day, points_of, timelines
from tests.charts.drawing import NAME, plain, read, texts, tip


def is_day(edtf: Edtf) -> bool:
    return not edtf.is_interval and getattr(edtf.start, "precision", None) is Precision.DAY


@given(timelines, texts, texts)
def test_any_dates_have_one_mark_each_that_says_how_well_they_are_known(
    found: list[Edtf], title: str, description: str
) -> None:
    points = points_of(found)
    drawn = all_marks(read(timeline(points, title, description, NAME), title, description))
    assert [(tip(mark), mark.findtext("text")) for mark in drawn] == [(plain(each.name), each.label) for each in points]
    for mark, each in zip(drawn, points, strict=True):
        edtf = parse_edtf(each.name)
        assert (mark.find("circle") is not None, mark.find("rect") is not None) == (is_day(edtf), not is_day(edtf))
        css = (mark.get("class") or "").split()
        assert ("uncertain" in css, "approximate" in css) == (
            any(sign in each.name for sign in "?%"),
            any(sign in each.name for sign in "~%"),
        )
        ends = [path.get("class") for path in mark.iter("path")]
        assert ends.count("time-open") == each.name.count("..")
        assert ends.count("time-torn") == each.name.startswith("/") + each.name.endswith("/")


@given(timelines)
def test_marks_stand_in_order_inside_the_picture_and_apart(found: list[Edtf]) -> None:
    points = points_of(found)
    tree = read(timeline(points, "t", "d", NAME), "t", "d")
    (drawn, height) = all_marks(tree), float(tree.attrib["height"])
    shown = time_axis(points)
    known = [(mark, each) for mark, each in zip(drawn, points, strict=True) if each.start is not End.OPEN]
    places = [left_day(mark) - (shown.day / 2 if each.exact else 0) for mark, each in known]
    assert places == pytest.approx([shown.place(each.earliest.toordinal()) for _, each in known], abs=0.05)
    assert all(one <= other + 0.1 for one, other in pairwise(places))
    boxes = [extent(mark) for mark in drawn]
    assert all(left >= -0.1 and right <= WIDTH + 0.1 and top >= 0 and low <= height for left, top, right, low in boxes)
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one[2] <= other[0] + 0.1 or other[2] <= one[0] + 0.1 or one[3] <= other[1] or other[3] <= one[1]
            assert apart


@given(timelines)
def test_an_axis_has_one_scale_and_leaves_out_only_what_is_empty(found: list[Edtf]) -> None:
    points = points_of(found)
    shown = time_axis(points)
    edges = [shown.edges(each) for each in shown.stretches]
    assert edges[0][0] == pytest.approx(0)
    assert edges[-1][1] == pytest.approx(WIDTH)
    for stretch, (left, right) in zip(shown.stretches, edges, strict=True):
        assert (right - left - 2 * PAD) / (stretch.after - stretch.first) == pytest.approx(shown.day)
    for each in points:
        for moment in (each.earliest, each.latest):
            assert any(stretch.first <= moment.toordinal() < stretch.after for stretch in shown.stretches)


def test_a_bar_covers_the_days_that_a_date_can_mean() -> None:
    points = points_of([parse_edtf(text) for text in ("2025-01-01", "2025-02", "2025-03-31")])
    (_, bar, _) = all_marks(read(timeline(points, "t", "d", NAME), "t", "d"))
    left, _, right, _ = extent(bar)
    assert (left, right - left) == pytest.approx((PAD + 31 * 256 / 90, 28 * 256 / 90), abs=0.1)


@pytest.mark.parametrize(
    ("written", "breaks"),
    [
        ("2025-02-24", 0),
        ("2025-01-20 2025-02-18 2025-02-24", 0),
        ("2019-06-28 2025-02-24 2025-02-25 2025-02-27", 1),
        ("2022-02-24 2025-01-20 2025-02-24 2026-02-24", 2),
        ("1900 1930 1950-01-01 1970 1990", 0),
        ("1066-10-14 1789-07-14 1914-06-28 1945-05-08 2001-09-11", 3),
        ("1999-03/2025 2025-02-24 2025-02-25", 0),
        ("1999-03-01/.. 2025-02-24 2025-02-25", 0),
    ],
)
def test_an_axis_is_broken_where_it_would_be_empty(written: str, breaks: int) -> None:
    points = points_of([parse_edtf(text) for text in written.split()])
    tree = read(timeline(points, "t", "d", NAME), "t", "d")
    assert sum(path.get("class") == "axis-break" for path in tree.iter("path")) == breaks
    assert len(time_axis(points).stretches) == breaks + 1


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("2025-02-24 2025-02-25", ["24", "25", "Feb", "2025"]),
        ("2025-01-20 2025-02-24", ["20", "25", "5", "10", "15", "20", "Jan", "Feb", "2025"]),
        ("2022-03-01/2025-02-01 2023", ["2022", "2023", "2024", "2025"]),
        ("1994/2026 2000", ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
        ("1066-10-14 2001-09-11", ["14", "11", "Oct", "Sep", "1066", "2001"]),
    ],
)
def test_the_axis_is_marked_as_there_is_room(written: str, labels: list[str]) -> None:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    found = points_of([parse_edtf(text) for text in written.split()])
    tree = read(timeline(found, "t", "d", NAME, months=months), "t", "d")
    assert [text.text for text in tree.iter("text") if text.get("class") is None] == labels


def office(whole: Point) -> Period:
    day = (whole.earliest, whole.earliest)
    return Period(whole, (day,), (whole.latest, whole.latest))


@given(timelines)
def test_any_periods_are_bars_below_each_other(found: list[Edtf]) -> None:
    spans = [office(each) for each in points_of(found) if not each.exact]
    if not spans:
        assert periods(spans, "t", "d", NAME) == ""
        return
    tree = read(periods(spans, "t", "d", NAME), "t", "d")
    drawn = all_marks(tree)
    boxes = [extent(mark) for mark in drawn]
    assert [mark.findtext("text") for mark in drawn] == [each.whole.label for each in spans]
    assert all(left >= -0.1 and right <= WIDTH + 0.1 for left, _, right, _ in boxes)
    assert all(one[3] <= other[1] for one, other in pairwise(boxes))
    assert float(tree.attrib["height"]) >= boxes[-1][3]
    assert [sum(line.get("class") == "period-seen" for line in mark.iter("line")) for mark in drawn] == [1] * len(spans)


@given(dates)
def test_a_date_off_the_axis_stands_at_its_nearest_end(found: Edtf) -> None:
    shown = axis([(date(2025, 1, 1).toordinal(), date(2025, 2, 1).toordinal())])
    for day in (found.earliest, found.latest):
        assert PAD - 0.01 <= shown.place(day.toordinal()) <= WIDTH - PAD + 0.01


def test_of_no_dates_there_is_no_picture() -> None:
    assert timeline([], "t", "d", NAME) == ""
