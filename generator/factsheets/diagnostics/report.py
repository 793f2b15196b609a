"""Diagnostics in words: for a terminal, for GitHub's annotations, and as JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict

from factsheets.diagnostics.model import Diagnostic, Place, Severity, in_order

LineOf = Callable[[str, int], str | None]
"""Gives the text of a file's line, counted from 1, or None."""

Touched = Mapping[str, Collection[int]]
"""The lines of each file that a proposal touches, counted from 1."""

Paint = Callable[[str, str], str]
"""Gives a text the colour of that name."""

_WIDEST = 110
"""Characters of a line that are shown."""
_BEFORE = 40
"""Characters of a long line that are shown before the words in question."""
_COLOURS = {"error": "1;31", "warning": "1;33", "place": "1", "line": "34", "help": "36"}
_ANNOTATIONS = 10
"""Annotations of each severity that GitHub shows of one step; it drops the rest without a word."""
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def as_text(diagnostics: list[Diagnostic], line_of: LineOf, *, color: bool = False) -> str:
    """Return the diagnostics for a terminal: place, message, the line with carets under the words, and what to do."""
    paint = _painted if color else _unpainted
    parts = [_one(each, line_of, paint) for each in diagnostics]
    return "\n\n".join([*parts, summary(diagnostics)]) + "\n"


def summary(diagnostics: list[Diagnostic]) -> str:
    """Return one line that counts errors and warnings and says where to read more."""
    example = f"; factsheets explain {diagnostics[0].code} says more" if diagnostics else ""
    return counted(diagnostics) + example


def counted(diagnostics: list[Diagnostic]) -> str:
    """Return how many errors and warnings there are."""
    errors = sum(each.is_error for each in diagnostics)
    warnings = len(diagnostics) - errors
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


def _one(each: Diagnostic, line_of: LineOf, paint: Paint) -> str:
    kind = each.severity.value
    lines = [f"{paint('place', shown(str(each.place)))}: {paint(kind, f'{kind}[{each.code}]')} {shown(each.message)}"]
    lines += _excerpt(each.place, line_of, paint, kind)
    for related in each.related:
        lines.append(f"  {paint('place', shown(str(related.place)))}: {shown(related.message)}")
        lines += _excerpt(related.place, line_of, paint, "line")
    lines.append(f"  {paint('help', 'help')}: {shown(each.hint)}")
    return "\n".join([*lines, f"  at: {shown(each.subject)}"] if each.subject else lines)


def _excerpt(place: Place, line_of: LineOf, paint: Paint, kind: str) -> list[str]:
    line, span = line_of(place.file, place.span.line), place.span
    if line is None:
        return []
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    before, marked, after = _clipped(line, start, end)
    carets = " " * _width(before) + paint(kind, "^" * max(1, _width(marked)))
    excerpt = f"{paint('line', f'{span.line:>5} |')} {shown(before + marked + after)}"
    return [excerpt.rstrip(), f"{paint('line', '      |')} {carets}"]


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
        for each in shown(text)
    )


def shown(text: str) -> str:
    """Replace what could command a terminal, or turn a line round, by a visible sign; a tab by four spaces."""
    return "".join("\ufffd" if unicodedata.category(each) in _HIDDEN else each for each in text.replace("\t", "    "))


def as_github(diagnostics: list[Diagnostic], touched: Touched | None = None) -> str:
    """Return workflow commands that GitHub shows beside the lines: as many as it shows, and how many are left out.

    Those on lines that were touched come first, then those in the same files.
    """
    by_severity = [[each for each in nearest(diagnostics, touched or {}) if each.severity is kind] for kind in Severity]
    commands = [_command(each) for found in by_severity for each in found[:_ANNOTATIONS]]
    left = [each for found in by_severity for each in found[_ANNOTATIONS:]]
    return "".join(commands) + (
        f"::notice title=more::{counted(left)} more: see the summary of this run\n" if left else ""
    )


def nearest(diagnostics: list[Diagnostic], touched: Touched) -> list[Diagnostic]:
    """Sort diagnostics: on lines that were touched, then in the same files, then the rest; else they stay in order."""
    return sorted(diagnostics, key=lambda each: _distance(each.place, touched))


def _distance(place: Place, touched: Touched) -> int:
    lines = touched.get(place.file, ())
    span = range(place.span.line, place.span.end_line + 1)
    is_touched = bool(lines) and any(line in lines for line in span)  # a span that anybody made up may have no end
    return 0 if is_touched else 1 if place.file in touched else 2


def _command(each: Diagnostic) -> str:
    span = each.place.span
    properties = {"file": each.place.file, "line": span.line, "col": span.column, "title": each.code}
    if span.end_line == span.line and span.end_column > span.column:
        properties |= {"endLine": span.end_line, "endColumn": span.end_column - 1}
    named = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    also = "".join(f" ({other.message}: {other.place})" for other in each.related)
    return f"::{each.severity.value} {named}::{_data(f'{each.message}{also} - {each.hint}')}\n"


def _data(text: str) -> str:
    """Return a text in one line that ends no command and starts none, neither GitHub's nor a terminal's."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(shown(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: list[Diagnostic]) -> str:
    """Return a list of objects with the fields of `Diagnostic`, nested as they are there, in the order of places.

    Each has `code`, `place` (`file` and `span` with `line`, `column`, `end_line`, `end_column`; from 1, end exclusive),
    `message`, `hint`, `severity` (`error` or `warning`), `related` (a list of `place` and `message`), `remedy` (the
    text that would be right in place of the span, or null) and `subject`. Characters that nobody can see are escaped.
    """
    return visible_json([asdict(each) for each in in_order(diagnostics)])


def visible_json(tree: object) -> str:
    """Return a tree as JSON in which characters that nobody can see are escaped."""
    return _SEEN.sub(_escaped, json.dumps(tree, ensure_ascii=False, indent=2)) + "\n"


_SEEN = re.compile(r"[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]")
"""What may be hidden: everything but line ends and the letters that most texts are made of."""


def _escaped(match: re.Match[str]) -> str:
    if unicodedata.category(match[0]) not in _HIDDEN:
        return match[0]
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
