"""The catalogue's own examples in; exactly the code they stand for out."""

from __future__ import annotations

import re

import pytest

from generator.diagnostics.codes import CODES, Code, checks, records, site, source
from generator.source import read_text
from tests.conftest import REPOSITORY

NOT_IN_THE_LINES = {"bad-file-name", "duplicate-id"}
"""Codes of this room whose examples are names of files, or are judged in another room."""
READABLE = [each for each in source.CODES if each.wrong and each.code not in NOT_IN_THE_LINES]


def codes_in(text: str) -> list[str]:
    return [each.code for each in read_text("content/x.yaml", "", "x", f"{text}\n".encode())[1]]


@pytest.mark.parametrize("code", READABLE, ids=lambda code: code.code)
def test_what_is_wrong_gives_the_code_and_what_is_right_gives_none(code: Code) -> None:
    assert codes_in(code.wrong) == [code.code]
    assert codes_in(code.right) == []


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_code_is_told_well(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.code)
    assert "\n" not in code.title
    assert not code.title.endswith(".")
    assert code.why.endswith(".")
    assert bool(code.right) <= bool(code.wrong)
    assert code.as_text().startswith(f"{code.code}: {code.title}\n\n{code.why}")


def test_no_code_is_listed_twice() -> None:
    assert len(CODES) == sum(len(room.CODES) for room in (source, records, checks, site))


def test_every_code_is_used() -> None:
    modules = [path for path in (REPOSITORY / "generator").rglob("*.py") if path.parent.name != "codes"]
    text = "\n".join(path.read_text("utf-8") for path in modules)
    assert [code for code in CODES if f'"{code}"' not in text] == []


def test_the_long_story() -> None:
    assert CODES["yaml-tag"].as_text() == (
        "yaml-tag: a type with !\n\nThe schema says what each value is; the file does not.\n\n"
        "wrong:\n    yes: !!int 93\n\nright:\n    yes: 93"
    )
