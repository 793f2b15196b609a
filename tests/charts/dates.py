"""Any dates that the record can have, and where charts draw them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from factsheets.content.records.dates import Edtf, Moment, parse_edtf
from factsheets.site.charts.axis import WIDTH
from factsheets.site.charts.moments import Point
from factsheets.site.pages.shared.timelines import point
from tests.charts.drawing import marks, numbers

days = st.dates(date(1, 1, 1), date(9999, 12, 31))
near = st.dates(date(2025, 1, 1), date(2025, 4, 30))


FORMS = ("{day}", "{day}", "{month}", "{year}", "{year}-XX", "{year}-21", "{year}-24", "{decade}X", "{century}XX")


def _write(form: str, day: date, doubt: str) -> str:
    text = day.isoformat()
    return form.format(day=text, month=text[:7], year=text[:4], decade=text[:3], century=text[:2]) + doubt


def _moments(when: st.SearchStrategy[date]) -> st.SearchStrategy[str]:
    """Dates of every precision, with every doubt."""
    return st.builds(_write, st.sampled_from(FORMS), when, st.sampled_from(["", "", "", "?", "~", "%"]))


def _dates(when: st.SearchStrategy[date]) -> st.SearchStrategy[Edtf]:
    moments = _moments(when)
    ends = st.one_of(moments, moments, st.sampled_from(["", ".."]))
    texts = st.one_of(moments, moments, st.builds(lambda start, end: f"{start}/{end}", ends, ends))
    return texts.filter(_has_day).map(parse_edtf)


def _has_day(text: str) -> bool:
    """Return whether a text is a date of which some day is known."""
    try:
        edtf = parse_edtf(text)
    except PydanticCustomError:
        return False
    return any(isinstance(end, Moment) for end in (edtf.start, edtf.end))


dates = st.one_of(_dates(near), _dates(days))
"""Any date of which some day is known."""

timelines = st.lists(dates, min_size=1, max_size=30).map(
    lambda found: sorted(found, key=lambda each: (each.earliest, each.latest))
)


def points_of(found: list[Edtf]) -> list[Point]:
    """Return the dates as points, in order of the days that are known of them, with numbers."""
    points = sorted((point([each.start, each.end], "", each.text) for each in found), key=_order)
    return [replace(each, label=str(number)) for number, each in enumerate(points, 1)]


def _order(each: Point) -> tuple[date, date]:
    return each.earliest, each.latest


def extent(mark: ET.Element) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom of a mark on the narrowest screen, with its number and its ends."""
    boxes = []
    for each in mark:
        if each.tag == "circle":
            x, y, r = _x(each, "cx"), *numbers(each, "cy", "r")
            boxes.append((x - r, y - r, x + r, y + r))
        if each.tag == "rect":
            x, y, height = _x(each, "x"), *numbers(each, "y", "height")
            boxes.append((x, y, x + _x(each, "width"), y + height))
        if each.tag == "text":
            x, y, wide = _x(each, "x") + float(each.get("dx", "0")), *numbers(each, "y"), 6.6 * len(each.text or "")
            left = x - wide * {"start": 0, "middle": 1 / 2, "end": 1}[each.attrib["text-anchor"]]
            boxes.append((left, y - 8, left + wide, y))
        if each.tag == "svg":
            x, path = _x(each, "x"), each[0].attrib["d"]
            reach = sum(float(found) for found in re.findall(r"[MhlL](-?[\d.]+)", path))
            boxes.append((min(x, x + reach), 0, max(x, x + reach), 0))
    tops = [box[1] for box in boxes if box[3]]
    return (
        min(box[0] for box in boxes),
        min(tops),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _x(element: ET.Element, name: str) -> float:
    """Return a length along the axis, in pixels of the narrowest screen."""
    assert element.attrib[name].endswith("%")
    return WIDTH * numbers(element, name)[0] / 100


def left_day(mark: ET.Element) -> float:
    """Return where the day of a disc, or the first of a bar, stands."""
    disc, bar = mark.find("circle"), mark.find("rect")
    if disc is not None:
        return _x(disc, "cx")
    assert bar is not None
    return _x(bar, "x")


def all_marks(tree: ET.Element) -> list[ET.Element]:
    return marks(tree, "time-mark")
