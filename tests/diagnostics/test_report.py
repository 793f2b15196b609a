"""Diagnostics in; exactly these words out."""

from __future__ import annotations

import json

from generator.diagnostics import Diagnostic, Place, Related, Span
from generator.diagnostics.report import as_github, as_json, as_text

LINES = {("content/x.yaml", 1): "yes: [NOR]", ("content/x.yaml", 2): "no: [NOR] # Größe"}
TWICE = Diagnostic(
    "listed-twice",
    Place("content/x.yaml", Span(2, 6, 2, 9)),
    "NOR is listed twice",
    "keep one",
    related=(Related(Place("content/x.yaml", Span(1, 7, 1, 10)), "first listed here"),),
    subject="votes.0",
)


def line_of(name: str, number: int) -> str | None:
    return LINES.get((name, number))


def test_the_text_report() -> None:
    assert (
        as_text([TWICE], line_of)
        == """\
content/x.yaml:2:6: error[listed-twice] NOR is listed twice
    2 | no: [NOR] # Größe
      |      ^^^
  content/x.yaml:1:7: first listed here
    1 | yes: [NOR]
      |       ^^^
  help: keep one
  at: votes.0

1 error, 0 warnings; factsheets explain listed-twice says more
"""
    )


def test_hostile_words_command_neither_terminal_nor_github() -> None:
    evil = Diagnostic("x", Place("a,b:c.yaml"), "100%\n::error::pwned\x1b[31m", "\r\nhelp")
    assert "\x1b" not in as_text([evil], line_of)
    assert as_github([evil]) == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=1,title=x::100%25%0A::error::pwned\x1b[31m - %0D%0Ahelp\n"
    )


def test_json_has_every_field() -> None:
    read = json.loads(as_json([TWICE]))
    assert read[0]["place"] == {
        "file": "content/x.yaml",
        "span": {"line": 2, "column": 6, "end_line": 2, "end_column": 9},
    }
    assert read[0]["related"][0]["message"] == "first listed here"
