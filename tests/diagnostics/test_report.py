"""Diagnostics in; exactly these words out."""

from __future__ import annotations

import json
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from factsheets.diagnostics import Diagnostic, Place, Related, Severity, Span
from factsheets.diagnostics.markdown import as_markdown
from factsheets.diagnostics.report import as_github, as_json, as_text

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
        "::NOR is listed twice (first listed here: content/x.yaml:1:7) - keep one\n"
    )


def many(number: int, severity: Severity = Severity.ERROR, file: str = "content/z.yaml") -> list[Diagnostic]:
    return [Diagnostic("x", Place(file, Span(n, 1, n, 2)), "m", "h", severity) for n in range(1, number + 1)]


def annotated(printed: str) -> list[tuple[str, ...]]:
    return re.findall(r"^::(\w+) file=content/(\w+)\.yaml,line=(\d+)", printed, re.MULTILINE)


def test_github_gets_what_is_on_touched_lines_first_then_what_is_in_the_same_files() -> None:
    found = [*many(2, file="content/a.yaml"), *many(3, file="content/b.yaml")]
    assert annotated(as_github(found, {"content/b.yaml": {2}})) == [
        ("error", "b", "2"),
        ("error", "b", "1"),
        ("error", "b", "3"),
        ("error", "a", "1"),
        ("error", "a", "2"),
    ]


def test_words_over_several_lines_are_touched_in_each() -> None:
    long = Diagnostic("x", Place("content/z.yaml", Span(5, 1, 9, 2)), "m", "h")
    assert annotated(as_github([*many(1), long], {"content/z.yaml": [8]}))[0] == ("error", "z", "5")


def test_github_gets_no_more_than_it_shows_and_the_number_of_the_rest() -> None:
    printed = as_github([*many(12), *many(13, Severity.WARNING)], {"content/z.yaml": {12}})
    kinds = [kind for kind, _, _ in annotated(printed)]
    assert kinds == ["error"] * 10 + ["warning"] * 10
    assert annotated(printed)[0] == ("error", "z", "12")
    assert printed.endswith("\n::notice title=more::2 errors, 3 warnings more: see the summary of this run\n")
    assert "::notice" not in as_github([*many(10), *many(10, Severity.WARNING)])


def test_the_summary_says_alike_things_once() -> None:
    found = [*many(2, file="content/a.yaml"), TWICE, *many(200, file="content/b.yaml")]
    assert as_markdown(found, {"content/x.yaml": ()}) == (
        "**203 errors, 0 warnings**\n\n"
        "- **error** `NOR is listed twice` (`listed-twice`)\n"
        "  - where: `content/x.yaml:2`\n"
        "  - `first listed here`: `content/x.yaml:1`\n"
        "  - what to do: `keep one`\n"
        "- **error** `m` (`x`)\n"
        f"  - where: `content/a.yaml:1`, `content/a.yaml:2`, {', '.join(f'`content/b.yaml:{n}`' for n in range(1, 99))}"
        " and 102 more places\n"
        "  - what to do: `h`\n"
    )
    assert as_markdown([]) == "Nothing is wrong with the files.\n"


def test_the_summary_is_no_larger_than_github_takes_and_says_what_it_leaves_out() -> None:
    found = [Diagnostic("x", Place(f"content/{n}.yaml"), f"{n}" + "\U0001f600" * 900, "h") for n in range(5000)]
    text = as_markdown(found)
    assert 500_000 < len(text.encode()) < 1024 * 1024
    shown = text.count("- **error**")
    assert text.endswith(f"- … and {5000 - shown} more\n")


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
