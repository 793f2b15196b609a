"""Texts and tables as bad as they can be: read in proportion to their size, or refused for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheets.editing.rollcalls import Refused, Voters, read
from tests.work import growth

SHAPES: dict[str, Callable[[int], str]] = {
    "and and and": lambda n: "In favour: " + "and " * n,
    "names in a line": lambda n: "In favour: " + "Norway, " * n,
    "names in lines": lambda n: "In favour:\n" + "Norway\n" * n,
    "nobody's names": lambda n: "In favour: " + ", ".join(f"Nowhere {number}" for number in range(n)),
    "headings": lambda n: "Yes:\n" * n,
    "headings in brackets": lambda n: "In favour (" * n,
    "halves of names": lambda n: "In favour: " + "Republic of, " * n,
    "hyphens at the end": lambda n: "In favour:\n" + "Nor-\n" * n,
    "open brackets": lambda n: "In favour: " + "(Norway " * n,
    "answers": lambda n: "Norway: yes\n" * n,
    "rows": lambda n: "name,vote\n" + "Norway,yes\n" * n,
    "columns": lambda n: "name,vote" + ",x" * n + "\nNorway,yes" + ",Norway" * n + "\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_with_the_size_and_not_with_its_square(shape: str, assembly: Voters) -> None:
    assert growth(lambda size: read(SHAPES[shape](size).encode(), "x.txt", assembly), 60) < 2.6


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In favour:\n" + "x\n" * 5000, "keep the part with the one vote, at most 5,000 lines, commas and “and”"),
        ("In favour: " + "x and " * 5001, "keep the part with the one vote, at most 5,000 lines, commas and “and”"),
        ("In favour: " + "x" * 500_000, "keep the part with the one vote, at most 5,000 lines, commas and “and”"),
        ("name,vote\n" + "Norway,yes\n" * 20_001, "keep the part with the one vote"),
        ("name,vote\n" + "Norway,yes\n" * 10_000, "keep the rows of one vote"),
    ],
)
def test_what_is_too_long_for_one_vote_is_refused(text: str, said: str, assembly: Voters) -> None:
    found = read(text.encode(), "x.txt", assembly)
    assert isinstance(found, Refused)
    assert found.hint == said


def test_what_is_just_short_enough_is_read(assembly: Voters) -> None:
    found = read(("In favour:\n" + "x\n" * 4990 + "Norway").encode(), "x.txt", assembly)
    assert not isinstance(found, Refused)
