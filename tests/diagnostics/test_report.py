"""Diagnostics in; exactly these words out."""

from __future__ import annotations

import json
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Place, Related, Severity, Span
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


def shown(line: str, start: int, end: int) -> list[str]:
    """Return the line and the carets that the report shows."""
    one = Diagnostic("x", Place("x.yaml", Span(1, start, 1, end)), "m", "h")
    return [each[8:] for each in as_text([one], lambda *_: line).split("\n")[1:3]]


def test_carets_stand_under_words_of_any_script() -> None:
    assert shown("a: 日本 x", 7, 8) == ["a: 日本 x", "        ^"]
    assert shown("a: 日本 x", 4, 6) == ["a: 日本 x", "   ^^^^"]
    assert shown("a: e\u0301\u0323 x", 8, 9) == ["a: e\u0301\u0323 x", "     ^"]
    assert shown("a:\tx", 4, 5) == ["a:    x", "      ^"]
    assert shown("a: x", 5, 5) == ["a: x", "    ^"]


def test_long_lines_are_cut_around_the_words() -> None:
    long = "a" * 300 + "WRONG" + "b" * 300
    line, carets = shown(long, 301, 306)
    assert line == "…" + "a" * 40 + "WRONG" + "b" * 65 + "…"
    assert line[len(carets) - 5 : len(carets)] == "WRONG"
    assert shown(long, 1, 301)[1] == "^" * 110


def test_words_over_several_lines_are_marked_in_the_first() -> None:
    one = Diagnostic("x", Place("content/x.yaml", Span(1, 6, 2, 3)), "m", "h")
    assert "    1 | yes: [NOR]\n      |      ^^^^^\n" in as_text([one], line_of)


def test_a_file_without_lines_has_no_excerpt() -> None:
    assert as_text([Diagnostic("x", Place("none.yaml"), "m", "h")], line_of).startswith(
        "none.yaml:1:1: error[x] m\n  help: h\n"
    )


def test_colours_change_no_word() -> None:
    painted = as_text([TWICE], line_of, color=True)
    assert "\x1b[1;31merror[listed-twice]\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == as_text([TWICE], line_of)


def test_warnings_and_errors_are_counted() -> None:
    warning = Diagnostic("y", Place("x.yaml"), "m", "h", Severity.WARNING)
    assert as_text([TWICE, TWICE, warning], line_of).endswith(
        "\n2 errors, 1 warning; factsheets explain listed-twice says more\n"
    )
    assert as_text([], line_of) == "0 errors, 0 warnings\n"


def test_github_shows_places() -> None:
    assert as_github([TWICE]) == (
        "::error file=content/x.yaml,line=2,col=6,title=listed-twice,endLine=2,endColumn=8"
        "::NOR is listed twice - keep one\n"
    )


def test_hostile_words_command_neither_terminal_nor_github() -> None:
    evil = Diagnostic("x", Place("a,b:c\n::d.yaml"), "100%\n::error::pwned\x1b[31m", "\r\nhelp \u202e\x9b")
    assert as_github([evil]) == (
        "::error file=a%2Cb%3Ac%0A%3A%3Ad.yaml,line=1,col=1,title=x"
        "::100%25%0A::error::pwned\ufffd[31m - %0Ahelp \ufffd\ufffd\n"
    )


@given(st.text())
def test_no_hidden_character_reaches_the_terminal(text: str) -> None:
    evil = Diagnostic(
        "x", Place(text, Span(1, 2, 1, 3)), text, text, related=(Related(Place(text), text),), subject=text
    )
    for printed in (as_text([evil], lambda *_: text), as_github([evil]), as_json([evil])):
        assert not [each for each in printed if unicodedata.category(each) in {"Cc", "Cf", "Cs"} and each != "\n"]
        printed.encode()
    assert as_github([evil]).count("\n") == 1
    assert json.loads(as_json([evil]))[0]["message"] == text


def test_json_has_every_field() -> None:
    read = json.loads(as_json([TWICE]))
    assert read[0] == {
        "code": "listed-twice",
        "place": {"file": "content/x.yaml", "span": {"line": 2, "column": 6, "end_line": 2, "end_column": 9}},
        "message": "NOR is listed twice",
        "hint": "keep one",
        "severity": "error",
        "related": [
            {
                "place": {"file": "content/x.yaml", "span": {"line": 1, "column": 7, "end_line": 1, "end_column": 10}},
                "message": "first listed here",
            }
        ],
        "remedy": None,
        "subject": "votes.0",
    }


def test_json_is_in_the_order_of_places_and_readable() -> None:
    first, second = (Diagnostic("x", Place("x.yaml", Span(n, 1, n, 2)), "Größe 日本", "h") for n in (1, 2))
    assert as_json([second, first]) == as_json([first, second])
    assert "Größe 日本" in as_json([first])
    assert as_json([]) == "[]\n"
