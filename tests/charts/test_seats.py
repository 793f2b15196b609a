"""Seats: each has its place, its kind and its mark, and none covers another."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheets.site.charts.places import in_half_circle
from factsheets.site.charts.seats import WIDEST, Seat, hemicycle, horseshoe
from tests.charts.drawing import NAME, assert_inside, boxes, kind, kinds, marks, numbers, plain, read, texts, tip

seats = st.lists(st.builds(Seat, kinds, texts, texts, st.booleans(), st.booleans()), min_size=1, max_size=40)


@given(seats, texts, texts)
def test_any_council_has_a_mark_for_each_seat(council: list[Seat], title: str, description: str) -> None:
    tree = read(horseshoe(council, title, description, NAME), title, description)
    drawn = marks(tree)
    assert [(kind(mark), tip(mark), mark.findtext("text")) for mark in drawn] == [
        (seat.kind, plain(seat.name), plain(seat.label)) for seat in council
    ]
    for mark, seat in zip(drawn, council, strict=True):
        classes = [each.get("class") for each in mark if each.get("class")]
        assert classes == (["seat-veto", "seat-cross", "seat-stroke"] if seat.veto else ["seat-ring"] * seat.permanent)
    assert_inside(tree)


@given(seats, texts, texts)
def test_any_parliament_has_a_mark_for_each_seat(house: list[Seat], title: str, description: str) -> None:
    tree = read(hemicycle(house, title, description, NAME), title, description)
    assert [(kind(mark), tip(mark)) for mark in marks(tree)] == [(seat.kind, plain(seat.name)) for seat in house]
    assert_inside(tree)


@pytest.mark.parametrize("count", range(1, 41))
def test_seats_around_a_table_do_not_touch(count: int) -> None:
    council = [Seat("yes", "AAA", "", permanent=True)] * count
    drawn = [
        numbers(mark.findall("circle")[0], "cx", "cy", "r")
        for mark in marks(read(horseshoe(council, "", "", NAME), "", ""))
    ]
    for each, (x, y, r) in enumerate(drawn):
        assert all(hypot(x - a, y - b) > 2 * r for a, b, _ in drawn[each + 1 :])


@settings(max_examples=40)
@given(st.integers(1, 750))
def test_seats_in_a_half_circle_do_not_touch(count: int) -> None:
    places, distance = in_half_circle(count, WIDEST)
    assert len(places) == count
    for each, one in enumerate(places):
        for other in places[each + 1 :]:
            assert hypot(one.x - other.x, one.y - other.y) >= distance - 1e-6


@pytest.mark.parametrize("chosen", ["yes", "no", "abstain", "not-voting", "not-entitled", "unknown", "none"])
@pytest.mark.parametrize("count", [1, 2, 5, 47, 150, 750])
def test_a_seat_is_no_wider_than_its_place_and_inside(chosen: str, count: int) -> None:
    tree = read(hemicycle([Seat(chosen, "", "")] * count, "", "", NAME), "", "")
    _, distance = in_half_circle(count, WIDEST)
    assert_inside(tree)
    assert all(right - left <= distance + 0.02 for left, _, right, _ in boxes(tree))


def test_seats_stand_in_order_of_their_angle() -> None:
    places, _ = in_half_circle(150, WIDEST)
    assert [place.ahead[0] for place in places] == sorted((place.ahead[0] for place in places), reverse=True)
    assert places[0].x < 160 < places[-1].x


def test_kinds_have_shapes_of_their_own() -> None:
    shapes = set()
    for chosen in ("yes", "no", "abstain", "not-voting", "not-entitled", "unknown", "none"):
        (mark,) = marks(read(hemicycle([Seat(chosen, "", "")], "", "", NAME), "", ""))
        shapes.add(tuple((each.tag, each.get("r"), each.get("pathLength"), each.get("class")) for each in mark))
    assert len(shapes) == 7


def test_no_seats_are_no_picture() -> None:
    assert horseshoe([], "t", "d", NAME) == hemicycle([], "t", "d", NAME) == ""
