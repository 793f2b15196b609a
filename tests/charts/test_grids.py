"""Tiles, strips and agreement: what has a cell, where it stands, and how an unknown one looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets.site.charts.heat import FEW, heat_map, shade
from factsheets.site.charts.strip import WIDTH, Cell, strip
from factsheets.site.charts.tiles import SIDE, STEP, Tile, tile_map
from tests.charts.drawing import NAME, assert_inside, kind, kinds, marks, numbers, plain, read, texts, tip

tiles = st.lists(st.builds(Tile, st.integers(1, 30), st.integers(1, 30), kinds, texts, texts), min_size=1, max_size=30)
cells = st.lists(st.builds(Cell, kinds, texts, texts, st.booleans()), min_size=1, max_size=30)
percent = st.none() | st.integers(0, 100)


@given(tiles, texts, texts)
def test_any_map_has_every_tile_in_its_place(states: list[Tile], title: str, description: str) -> None:
    tree = read(tile_map(states, title, description, NAME), title, description)
    drawn = marks(tree)
    assert [(kind(mark), tip(mark), mark.findtext("text")) for mark in drawn] == [
        (tile.kind, plain(tile.name), plain(tile.label)) for tile in states
    ]
    left, top = min(tile.column for tile in states), min(tile.row for tile in states)
    for mark, tile in zip(drawn, states, strict=True):
        x, y, side = numbers(mark.findall("rect")[0], "x", "y", "width")
        assert (x, y, side) == (STEP * (tile.column - left) + 1, STEP * (tile.row - top) + 1, SIDE)
    assert_inside(tree)
    assert tree.attrib["viewBox"].split()[2:] == [tree.get("width"), tree.get("height")]


def test_twelve_columns_of_tiles_fit_the_narrowest_screen() -> None:
    row = [Tile(column, 3, "yes", "AA", "") for column in range(4, 16)]
    assert numbers(read(tile_map(row, "", "", NAME), "", ""), "width", "height") == [288, 24]


@given(cells, texts, texts)
def test_any_strip_has_every_vote_and_every_change(votes: list[Cell], title: str, description: str) -> None:
    tree = read(strip(votes, title, description, NAME), title, description)
    drawn = marks(tree)
    assert [(kind(mark), tip(mark), mark.findtext("text")) for mark in drawn] == [
        (cell.kind, plain(cell.name), plain(cell.label)) for cell in votes
    ]
    assert [mark.find("path") is not None for mark in drawn] == [cell.changed for cell in votes]
    places = [tuple(numbers(mark.findall("rect")[0], "y", "x")) for mark in drawn]
    assert places == sorted(set(places))
    assert_inside(tree)
    assert numbers(tree, "width")[0] <= WIDTH


@pytest.mark.parametrize(
    ("count", "label", "columns"), [(8, "11/7", 8), (12, "11/7", 12), (13, "11/7", 12), (30, "11/14", 9)]
)
def test_a_strip_goes_on_in_a_further_row(count: int, label: str, columns: int) -> None:
    drawn = marks(read(strip([Cell("yes", label, "", changed=False)] * count, "", "", NAME), "", ""))
    assert len({mark.findall("rect")[0].get("x") for mark in drawn}) == columns


members = st.lists(st.tuples(texts, texts), min_size=2, max_size=15)
pairs = st.dictionaries(st.tuples(st.integers(0, 14), st.integers(0, 14)), percent, max_size=60)


@given(members, pairs, texts, texts)
def test_any_agreement_has_a_cell_for_every_pair(
    labels: list[tuple[str, str]], values: dict[tuple[int, int], int | None], title: str, description: str
) -> None:
    tree = read(heat_map(labels, values, title, description, NAME), title, description)
    drawn = marks(tree, "heat-cell")
    count = len(labels)
    expected = [
        values.get((row, column), values.get((column, row)))
        for row in range(count)
        for column in range(count)
        if row != column
    ]
    assert len(drawn) == count * (count - 1)
    for mark, value in zip(drawn, expected, strict=True):
        assert mark.get("class") == f"heat-cell heat-{'missing' if value is None else shade(value)}"
        assert (mark.find("path") is not None) == (value is None)
        assert mark.findtext("text") == (str(value) if value is not None and count <= FEW else None)
    keys = ["heat-0", "heat-1", "heat-2", "heat-3", "heat-4", *["heat-missing"] * (None in expected)]
    assert [mark[0].get("class") for mark in marks(tree, "heat-key")] == keys


def test_a_pair_is_given_in_one_order_or_in_both() -> None:
    labels = [("A", "Austria"), ("B", "Belgium"), ("C", "Chad")]
    tree = read(heat_map(labels, {(0, 1): 40, (1, 0): 40, (2, 0): 99}, "", "", NAME, "too few"), "", "")
    assert [tip(mark) for mark in marks(tree, "heat-cell")] == [
        *("Austria, Belgium: 40", "Austria, Chad: 99", "Belgium, Austria: 40"),
        *("Belgium, Chad: too few", "Chad, Austria: 99", "Chad, Belgium: too few"),
    ]


def test_shades_have_bounds() -> None:
    assert [shade(value) for value in (0, 24, 25, 49, 50, 74, 75, 99, 100)] == [0, 0, 1, 1, 2, 2, 3, 3, 4]


def test_of_nothing_there_is_no_picture() -> None:
    assert tile_map([], "t", "d", NAME) == strip([], "t", "d", NAME) == heat_map([("A", "A")], {}, "t", "d", NAME) == ""
