"""A file that breaks in the middle in; the break and what else is surely wrong out, not what follows from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets.content.parse import parse
from factsheets.content.records import Record
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.source import read_text
from factsheets.diagnostics import Diagnostic
from tests.conftest import REPOSITORY
from tests.world import WORLD, found

PERSON = """\
name: Ada Moe
born: 1970
offices:
  - title: Ambassador
    period: 2020/
  - title: Minister
    period: 2010/2020
sources: [record]
"""


def said(text: str) -> list[str]:
    file, wrong = read_text("content/people/x.yaml", "people", "x", text.encode())
    record, more = parse(file, Person)
    assert (record is None) == (file.tree is None)
    return sorted(f"{each.place.span.line} {each.code}" for each in (*wrong, *more))


CASES = [
    # what else is wrong in other blocks
    ([("name: Ada", "name: Ada: "), ("born: 1970", "born: 30.02.1970")], ["1 yaml-syntax", "2 bad-date"]),
    ([("born: 1970", "born: 30.02.1970"), ("[record]", "[record")], ["2 bad-date", "8 yaml-bracket"]),
    ([("name: Ada", "name: Ada: "), ("Ambassador", "@Ambassador"), ("2010/2020", "soon")],
     ["1 yaml-syntax", "4 yaml-syntax", "7 bad-date"]),
    ([("name: Ada Moe", "name: 'Ada Moe"), ("born: 1970", "born: 30.02.1970")], ["1 yaml-quote", "2 bad-date"]),
    # in other entries of a list
    ([("title: Ambassador", "title: @Ambassador"), ("2010/2020", "2020/2010")],
     ["4 yaml-syntax", "7 dates-out-of-order"]),
    ([("title: Ambassador", "title: @Ambassador"), ("Minister", "@Minister")], ["4 yaml-syntax", "6 yaml-syntax"]),
    # what may follow from a break is not said
    ([("name: Ada Moe\n", ""), ("born: 1970", "born: 1970: x")], ["1 yaml-syntax"]),
    ([("    period: 2020/\n", "period: 2020/\n    seen: soon\n")], ["6 yaml-indent"]),
    ([("2020/\n", "soon\n"), ("Minister", "@Minister")], ["6 yaml-syntax"]),
    ([("Ambassador", "'Ambassador"), ("2010/2020", "2020/2010")], ["4 yaml-quote"]),
    ([("name: Ada Moe", "name: 'Ada Moe"), ("born: 1970", "born: @1970")], ["1 yaml-quote"]),
    ([("born: 1970", "born: 1970: x"), ("sources: [record]", "quellen: [record]")], ["2 yaml-syntax"]),
    ([("born: 1970", "born: 1970\nborn: 1971"), ("2020/\n", "soon\n")], ["3 duplicate-key", "6 bad-date"]),
    ([("born: 1970", "born:"), ("2020/\n", "soon\n")], ["2 empty-value", "5 bad-date"]),
    # nothing is whole
    ([("name: Ada Moe\nborn: 1970", " name: Ada Moe\n born: 30.02.1970")], ["1 yaml-indent"]),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), CASES)
def test_what_else_is_wrong_is_said_and_nothing_that_follows_from_the_break(
    edits: list[tuple[str, str]], expected: list[str]
) -> None:
    text = PERSON
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert said(text) == expected


def test_a_broken_file_causes_no_errors_in_others(tmp_path: Path) -> None:
    name = "people/ada-moe.yaml"
    broken = WORLD[name].replace("born: 1970", "born: 30.02.1970\nnote: a: b")
    assert [each.code for each in found(tmp_path, {name: broken})] == ["bad-date", "yaml-syntax"]


REAL = [REPOSITORY / "content" / name for name in ("resolutions/s-res-2774.yaml", "people/dmitry-peskov.yaml")]
TYPES: dict[str, type[Record]] = {"resolutions": Resolution, "people": Person}
BREAKS = ['"', "'", "[", "{", "]", "}", "@", "- ", ": ", "\t", " ", "x: y: z", "x", "*", "|", ">", "%", "&", "!", ",",
          "x\n", "\nx\n", "\n x: y\n", '\n"x\n', "\n[\n"]  # fmt: skip


def block_of(lines: list[str], number: int) -> int:
    """Return in which block a line stands, by the names at the starts of lines."""
    return sum(bool(re.match(r"[\w.-]+:(\s|$)", line)) for line in lines[: number + 1])


@given(st.data())
def test_a_break_accuses_no_other_block(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(REAL))
    lines = path.read_text("utf-8").split("\n")
    number = data.draw(st.integers(2, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[number])))
    broken = lines[number][:column] + data.draw(st.sampled_from(BREAKS)) + lines[number][column:]
    changed = [*lines[:number], *broken.split("\n"), *lines[number + 1 :]]
    file, wrong = read_text("content/x/x.yaml", "x", "x", "\n".join(changed).encode())
    if not any(each.code.startswith("yaml-") for each in wrong):
        return
    accused = [*wrong, *parse(file, TYPES[path.parent.name])[1]]
    assert [each for each in accused if _original_block(lines, changed, number, each) != block_of(lines, number)] == []


def _original_block(lines: list[str], changed: list[str], number: int, each: Diagnostic) -> int:
    """Return the block of the original file in which the line of a diagnostic stands."""
    line, more = each.place.span.line - 1, len(changed) - len(lines)
    return block_of(lines, line if line <= number else max(number, line - more))
