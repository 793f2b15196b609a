"""From libyaml's marks to spans that lie within the file and end where the words end."""

from __future__ import annotations

import yaml

from factsheets.diagnostics import Span

Lines = tuple[str, ...]


def split(text: str) -> Lines:
    """Return a text's lines, whichever of the three line ends it uses."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def span(lines: Lines, line: int, column: int, length: int = 1) -> Span:
    """Return a span in one line, counted from 1 and moved into the file where it would lie outside."""
    number = min(max(line, 1), max(len(lines), 1))
    text = lines[number - 1] if lines else ""
    start = min(max(column, 1), len(text) + 1) if number == line else len(text) + 1
    return Span(number, start, number, min(start + length, len(text) + 1))


def of_event(lines: Lines, event: yaml.Event) -> Span:
    """Return where an event stands; a text under | or > ends with its last words, not where the next line begins."""
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None  # noqa: S101, PT018 - libyaml marks every event
    first = span(lines, start.line + 1, start.column + 1, 0)
    last = span(lines, end.line + 1, end.column + 1, 0)
    line, column = last.line, last.column
    while column == 1 and line > first.line:
        line -= 1
        column = len(lines[line - 1].rstrip()) + 1
    return Span(first.line, first.column, line, max(column, first.column) if line == first.line else column)


def first_line(lines: Lines, whole: Span) -> Span:
    """Return the part of a span that stands in its first line."""
    if whole.line == whole.end_line:
        return whole
    return span(lines, whole.line, whole.column, len(lines[whole.line - 1].rstrip()) + 1 - whole.column)
