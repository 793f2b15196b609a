"""What libyaml says of a broken file, in words for somebody who has never seen YAML."""

from __future__ import annotations

import yaml

from generator.diagnostics import Diagnostic, Place, Span

_WORDS = (
    ("'\\t' that cannot start", "yaml-tab", "there is a tab here", "replace it by spaces: two for each step inwards"),
    ("tab", "yaml-tab", "there is a tab here", "replace it by spaces: two for each step inwards"),
    (
        "mapping values are not allowed",
        "yaml-syntax",
        "there is a second colon in this line, or the line is indented too far",
        'put the text in quotation marks: title: "Talks: the second round"',
    ),
    (
        "while scanning a quoted scalar",
        "yaml-quote",
        "the quotation mark here is never closed",
        "close it with the same mark; to write a \" inside, put the text in single marks '…'",
    ),
    (
        "could not find expected ':'",
        "yaml-syntax",
        "a colon is missing in or above this line",
        "write name: value, with a space after the colon",
    ),
    (
        "did not find expected key",
        "yaml-indent",
        "this line does not fit the lines above it",
        "put it under the first letter of the line it belongs beside; a text with a quotation mark in it needs marks",
    ),
    (
        "did not find expected '-'",
        "yaml-indent",
        "a list entry is expected here",
        "start the line with a hyphen and a space, under the hyphens above",
    ),
    (
        "did not find expected ',' or",
        "yaml-bracket",
        "the bracket here is not closed, or a comma is missing after it",
        "separate the entries by commas and close the bracket: [ALB, AND]",
    ),
    (
        "cannot start any token",
        "yaml-syntax",
        "a text cannot start with this character",
        'put the whole text in quotation marks: "@name"',
    ),
    (
        "block sequence entries are not allowed",
        "yaml-indent",
        "a list cannot start here",
        "put the hyphen on a line of its own, below the name and indented by two spaces",
    ),
    ("escape", "yaml-quote", "the backslash here means nothing", "write two backslashes, or use single marks '…'"),
    ("undefined alias", "yaml-alias", "the * here refers to nothing", "put the text in quotation marks"),
)


def explain(name: str, error: yaml.YAMLError, lines: tuple[str, ...]) -> Diagnostic:
    """Return the diagnostic for a file that is not YAML, at the words libyaml stumbled over."""
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or str(error)
    said = f"{context} {problem}"
    unknown = ("", "yaml-syntax", f"this cannot be read as YAML ({problem})", "compare it with a similar file")
    _, code, message, hint = next((each for each in _WORDS if each[0] in said), unknown)
    if _tab_at(lines, getattr(error, "problem_mark", None)):
        _, code, message, hint = _WORDS[0]
    at_start = code in {"yaml-quote", "yaml-bracket"} and getattr(error, "context_mark", None)
    mark = error.context_mark if at_start else getattr(error, "problem_mark", None)  # type: ignore[attr-defined]
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return Diagnostic(code, Place(name, within(lines, line, column)), message, hint)


def _tab_at(lines: tuple[str, ...], mark: yaml.Mark | None) -> bool:
    """Tell whether libyaml stumbled over a tab."""
    return mark is not None and mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t"


def within(lines: tuple[str, ...], line: int, column: int) -> Span:
    """Return a span of one character, moved into the file where libyaml points past its end."""
    if line >= len(lines):
        line = max(0, len(lines) - 1)
        column = len(lines[line]) if lines else 0
    length = len(lines[line]) if lines else 0
    start = min(column, length)
    return Span(line + 1, start + 1, line + 1, start + 2)
