"""Names and list entries without a value, and what may be behind that: a note, lines too far left, a comma, a colon."""

from __future__ import annotations

import re

from factsheets.content.source.indents import ODD_SPACE
from factsheets.content.source.spans import Lines, span
from factsheets.content.source.tree import Entry, Scalar
from factsheets.content.source.trouble import NAMED, in_quotes, short
from factsheets.diagnostics import Diagnostic, Place, Span

_LEAVE_OUT = "delete the line: what is unknown is left out"
_WRITE = f"write a value behind the colon, or {_LEAVE_OUT}"
_JOINED = re.compile(r"([a-z][\w-]*):(\S.*)")
_SPACED = re.compile(r"([a-z][\w-]*) +(\S.*)")
_WORD = re.compile(r"[\w-]+")
_BEFORE = re.compile(r":\s+([^,{}\[\]\"']+),\s*$")


def no_value(file: str, lines: Lines, key: Scalar, value: Scalar, *, in_braces: bool) -> Diagnostic:
    """Explain a name without a value."""
    where = value.span if value.text else key.span
    if in_braces and not value.text:
        return _in_braces(file, lines, key)
    message = f"{key.text!r} has no value"
    return Diagnostic("empty-value", Place(file, where), message, _advice(lines, key, value.span))


def is_list(entries: tuple[Entry, ...], reported: int) -> bool:
    """Tell whether braces hold the entries of a list: nothing but single words, of each of which this was reported."""
    words = all(_WORD.fullmatch(each.key.text) for each in entries)
    return len(entries) > 1 and reported == len(entries) and words and not any(map(_has_value, entries))


def _has_value(entry: Entry) -> bool:
    return not isinstance(entry.value, Scalar) or bool(entry.value.text)


def no_entry(file: str, lines: Lines, entry: Scalar) -> Diagnostic:
    """Explain an empty entry of a list, at its hyphen where there is one."""
    column = lines[entry.span.line - 1].rfind("-", 0, entry.span.column) + 1
    dash = span(lines, entry.span.line, column or entry.span.column)
    hint = "write a value behind the hyphen, or delete the line"
    return Diagnostic(
        "empty-value", Place(file, entry.span if entry.text else dash), "this entry of the list is empty", hint
    )


def _advice(lines: Lines, key: Scalar, empty: Span) -> str:
    note = lines[empty.line - 1][empty.column - 1 :].strip()
    if note.startswith("#"):
        value = short(in_quotes(note))
        return f"what stands behind # is only a note; if it is the value, write {value}; if not, {_LEAVE_OUT}"
    below = lines[key.span.line] if key.span.line < len(lines) else ""
    if ODD_SPACE.match(below):
        return "the line below starts with what looks like a space and is none: delete it and press the space bar"
    same_column = len(below) - len(below.lstrip()) == key.span.column - 1
    if same_column and NAMED.match(below) and not below.lstrip().startswith("-"):
        return f"{_WRITE}; if the lines below belong to it, put two more spaces in front of each"
    return _WRITE


def _in_braces(file: str, lines: Lines, key: Scalar) -> Diagnostic:
    place, message = Place(file, key.span), f"{key.text!r} has no value"
    if joined := _JOINED.fullmatch(key.text):
        right = f"{joined[1]}: {joined[2]}"
        message = "the colon needs a space after it"
        return Diagnostic("yaml-syntax", place, message, f"write {short(right)}", remedy=right)
    before = _BEFORE.search(lines[key.span.line - 1][: key.span.column - 1])
    after = lines[key.span.line - 1][key.span.end_column - 1 :].lstrip()
    if before and not after.startswith(":"):
        hint = f"if it is part of the text before the comma, write {short(in_quotes(f'{before[1]}, {key.text}'))}"
    elif spaced := _SPACED.fullmatch(key.text):
        hint = f"write {short(f'{spaced[1]}: {spaced[2]}')}"
    else:
        hint = "write a colon, a space and a value behind it, or delete it with its comma"
    return Diagnostic("empty-value", place, message, hint)
