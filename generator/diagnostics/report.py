"""Diagnostics in words: for a terminal, for GitHub's annotations, and as JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import asdict

from generator.diagnostics.model import Diagnostic, Place, Severity

LineOf = Callable[[str, int], str | None]
"""Gives the text of a file's line, counted from 1, or None."""

_WIDEST = 110


def as_text(diagnostics: list[Diagnostic], line_of: LineOf) -> str:
    """Return the diagnostics for a terminal: place, message, the line with carets under the words, and what to do."""
    parts = [_one(each, line_of) for each in diagnostics]
    return "\n\n".join([*parts, summary(diagnostics)]) + "\n"


def summary(diagnostics: list[Diagnostic]) -> str:
    """Return one line that counts errors and warnings and says where to read more."""
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    warnings = len(diagnostics) - errors
    counted = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
    example = f"; factsheets explain {diagnostics[0].code} says more" if diagnostics else ""
    return counted + example


def _one(each: Diagnostic, line_of: LineOf) -> str:
    lines = [f"{_safe(str(each.place))}: {each.severity.value}[{each.code}] {_safe(each.message)}"]
    lines += _excerpt(each.place, line_of)
    for related in each.related:
        lines.append(f"  {_safe(str(related.place))}: {_safe(related.message)}")
        lines += _excerpt(related.place, line_of)
    lines.append(f"  help: {_safe(each.hint)}")
    return "\n".join([*lines, f"  at: {_safe(each.subject)}"] if each.subject else lines)


def _excerpt(place: Place, line_of: LineOf) -> list[str]:
    line = line_of(place.file, place.span.line)
    if line is None:
        return []
    span = place.span
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    shift = max(0, start - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown, before, marked = line[shift : shift + _WIDEST], line[shift:start], line[start:end][:_WIDEST]
    gutter = f"{span.line:>5} | "
    carets = " " * _width(before) + "^" * max(1, _width(marked))
    return [f"{gutter}{_safe(shown)}", f"{'':>5} | {carets}"]


def _width(text: str) -> int:
    """Return how many columns a terminal gives a text: none for combining marks, two for wide letters."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in _safe(text)
    )


def _safe(text: str) -> str:
    """Replace what could command a terminal, or turn a line round, by a visible sign."""
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return "".join(" " if each == "\t" else "\ufffd" if unicodedata.category(each) in hidden else each for each in text)


def as_github(diagnostics: list[Diagnostic]) -> str:
    """Return workflow commands that GitHub shows beside the lines."""
    return "".join(_command(each) for each in diagnostics)


def _command(each: Diagnostic) -> str:
    span = each.place.span
    properties = {"file": each.place.file, "line": span.line, "col": span.column, "title": each.code}
    if span.end_line == span.line and span.end_column > span.column:
        properties |= {"endLine": span.end_line, "endColumn": span.end_column - 1}
    named = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{each.severity.value} {named}::{_data(f'{each.message} - {each.hint}')}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: list[Diagnostic]) -> str:
    """Return a list of objects with the fields of `Diagnostic`, nested as they are there."""
    return json.dumps([asdict(each) for each in diagnostics], ensure_ascii=False, indent=2) + "\n"
