"""The tally: parts that fill the bar, and a mark where it counts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets.site.charts.tally import NARROWEST, Needed, Part, tally_bar
from tests.charts.drawing import NAME, kind, kinds, marks, numbers, plain, read, texts, tip

parts = st.lists(st.builds(Part, kinds, texts, st.integers(0, 300)), max_size=7)


def told(shown: list[Part], needed: Needed | None) -> str:
    return ", ".join([f"{part.name}: {part.number}" for part in shown] + ([needed.label] if needed else []))


@given(parts, texts, st.none() | st.builds(Needed, st.integers(0, 600), texts))
def test_any_tally_is_a_bar_without_a_gap(given_parts: list[Part], title: str, needed: Needed | None) -> None:
    shown = [part for part in given_parts if part.number]
    chart = tally_bar(given_parts, title, NAME, needed)
    if not shown:
        assert chart == ""
        return
    drawn = marks(read(chart, title, told(shown, needed)))
    assert [(kind(mark), tip(mark)) for mark in drawn] == [
        (part.kind, plain(f"{part.name}: {part.number}")) for part in shown
    ]
    spans = [numbers(mark.findall("rect")[0], "x", "width") for mark in drawn]
    assert spans[0][0] == 0
    assert sum(width for _, width in spans) == pytest.approx(100, abs=0.1)
    for (left, width), (following, _) in pairwise(spans):
        assert left + width == pytest.approx(following, abs=0.02)


@pytest.mark.parametrize(
    ("number", "label", "place", "anchor"),
    [
        (0, "0 needed", 0, "start"),
        (1, "1 needed", 0.67, "start"),
        (76, "76 needed", 50.67, "middle"),
        (145, "145 needed", 96.67, "end"),
        (150, "all needed", 100, "end"),
        (194, "194 needed", 100, "end"),
        (60, "two thirds of 193 needed, as it is", 40, "start"),
    ],
)
def test_the_threshold_stands_where_it_counts(number: int, label: str, place: float, anchor: str) -> None:
    shown = [Part("yes", "For", 73), Part("no", "Against", 77)]
    needed = Needed(number, label)
    tree = read(tally_bar(shown, "t", NAME, needed), "t", told(shown, needed))
    (text,) = [each for each in tree.iter("text") if each.get("class") == "tally-label"]
    assert (text.text, numbers(text, "x"), text.get("text-anchor")) == (label, [place], anchor)
    lines = list(tree.iter("line"))
    assert {value for line in lines for value in numbers(line, "x1", "x2")} == {place}
    (top,) = numbers(marks(tree)[0].findall("rect")[0], "y")
    assert all(numbers(line, "y1")[0] < top for line in lines)


@given(st.integers(0, 193), st.text("0123456789 need", min_size=1, max_size=18))
def test_the_narrowest_bar_holds_the_label(number: int, label: str) -> None:
    chart = tally_bar([Part("yes", "For", 193)], "t", NAME, Needed(number, label))
    (text,) = [
        each for each in read(chart, "t", f"For: 193, {label}").iter("text") if each.get("class") == "tally-label"
    ]
    x, width = NARROWEST * numbers(text, "x")[0] / 100, 7 * len(label)
    left = x - width * {"start": 0, "middle": 1 / 2, "end": 1}[text.get("text-anchor") or ""]
    assert left >= -1
    assert left + width <= NARROWEST + 1


def test_a_part_without_room_has_no_number_in_it() -> None:
    shown = [Part("yes", "For", 140), Part("no", "Against", 1), Part("abstain", "Abstained", 52)]
    drawn = marks(read(tally_bar(shown, "t", NAME), "t", told(shown, None)))
    assert [mark.findtext("text") for mark in drawn] == ["140", None, "52"]


def test_the_line_goes_through_no_number() -> None:
    shown, needed = [Part("yes", "For", 100), Part("no", "Against", 50)], Needed(50, "50 needed")
    drawn = marks(read(tally_bar(shown, "t", NAME, needed), "t", told(shown, needed)))
    assert [mark.findtext("text") for mark in drawn] == [None, "50"]


def test_a_kind_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="maybe"):
        tally_bar([Part("maybe", "Maybe", 1)], "t", NAME)
