"""Diagnostics in words: for a terminal, for GitHub's annotations, and as JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict

from generator.diagnostics.model import Diagnostic, Place, Severity, in_order

LineOf = Callable[[str, int], str | None]
"""Gives the text of a file's line, counted from 1, or None."""

Paint = Callable[[str, str], str]
"""Gives a text the colour of that name."""

_WIDEST = 110
"""Characters of a line that are shown."""
_BEFORE = 40
"""Characters of a long line that are shown before the words in question."""
_COLOURS = {"error": "1;31", "warning": "1;33", "place": "1", "line": "34", "help": "36"}
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def as_text(diagnostics: list[Diagnostic], line_of: LineOf, *, color: bool = False) -> str:
    """Return the diagnostics for a terminal: place, message, the line with carets under the words, and what to do."""
    paint = _painted if color else _unpainted
    parts = [_one(each, line_of, paint) for each in diagnostics]
    return "\n\n".join([*parts, summary(diagnostics)]) + "\n"


def summary(diagnostics: list[Diagnostic]) -> str:
    """Return one line that counts errors and warnings and says where to read more."""
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    warnings = len(diagnostics) - errors
    counted = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
    example = f"; factsheets explain {diagnostics[0].code} says more" if diagnostics else ""
    return counted + example


def _one(each: Diagnostic, line_of: LineOf, paint: Paint) -> str:
    kind = each.severity.value
    lines = [f"{paint('place', _safe(str(each.place)))}: {paint(kind, f'{kind}[{each.code}]')} {_safe(each.message)}"]
    lines += _excerpt(each.place, line_of, paint, kind)
    for related in each.related:
        lines.append(f"  {paint('place', _safe(str(related.place)))}: {_safe(related.message)}")
        lines += _excerpt(related.place, line_of, paint, "line")
    lines.append(f"  {paint('help', 'help')}: {_safe(each.hint)}")
    return "\n".join([*lines, f"  at: {_safe(each.subject)}"] if each.subject else lines)


def _excerpt(place: Place, line_of: LineOf, paint: Paint, kind: str) -> list[str]:
    line, span = line_of(place.file, place.span.line), place.span
    if line is None:
        return []
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before, marked, after = _clipped(line, start, end)
    carets = " " * _width(before) + paint(kind, "^" * max(1, _width(marked)))
    shown = f"{paint('line', f'{span.line:>5} |')} {_safe(before + marked + after)}"
    return [shown.rstrip(), f"{paint('line', '      |')} {carets}"]


def _clipped(line: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what is shown of a line before, in and after the words in question; dots stand for what is left out."""
    left = max(0, min(start - _BEFORE, len(line) - _WIDEST)) if len(line) > _WIDEST else 0
    right = left + _WIDEST
    before = ("…" if left else "") + line[left:start]
    rest = "…" if right < len(line) else ""
    return before, line[start : min(end, right)], line[end:right] + rest


def _painted(colour: str, text: str) -> str:
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def _unpainted(_: str, text: str) -> str:
    return text


def _width(text: str) -> int:
    """Return how many columns a terminal gives a text: none for combining marks, two for wide letters."""
    return sum(
        0 if unicodedata.category(each) in {"Mn", "Me"} else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in _safe(text)
    )


def _safe(text: str) -> str:
    """Replace what could command a terminal, or turn a line round, by a visible sign; a tab by four spaces."""
    return "".join("\ufffd" if unicodedata.category(each) in _HIDDEN else each for each in text.replace("\t", "    "))


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
    """Return a text in one line that ends no command and starts none, neither GitHub's nor a terminal's."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(_safe(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: list[Diagnostic]) -> str:
    """Return a list of objects with the fields of `Diagnostic`, nested as they are there, in the order of places.

    Each has `code`, `place` (`file` and `span` with `line`, `column`, `end_line`, `end_column`; from 1, end exclusive),
    `message`, `hint`, `severity` (`error` or `warning`), `related` (a list of `place` and `message`), `remedy` (the
    text that would be right in place of the span, or null) and `subject`. Characters that nobody can see are escaped.
    """
    listed = [asdict(each) for each in in_order(diagnostics)]
    return _SEEN.sub(_escaped, json.dumps(listed, ensure_ascii=False, indent=2)) + "\n"


_SEEN = re.compile(r"[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]")
"""What may be hidden: everything but line ends and the letters that most texts are made of."""


def _escaped(match: re.Match[str]) -> str:
    if unicodedata.category(match[0]) not in _HIDDEN:
        return match[0]
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
