"""How one text is written: plain where nothing speaks against it, else in double quotes; a long one folded."""

from __future__ import annotations

import re
from collections.abc import Collection

WIDTH = 120
"""Columns of a line."""

FOLDED = 118
"""Columns of the lines of a folded text."""

_PLAIN = re.compile(r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:](?![\s,\[\]{}]|$))(?:(?!:[ ?]|: *$| #)[^\t\r\n])*(?<! )")
_IN_BRACKETS = re.compile(r"(?![-:])[^,\[\]{}?]*")
_MARKERS = ("---", "...", "<<")
"""What separates documents or merges groups, for other readers of YAML."""

_READ_AS = {
    "null": re.compile(r"|~|null|Null|NULL"),
    "boolean": re.compile(r"true|True|TRUE|false|False|FALSE"),
    "integer": re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    "number": re.compile(
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    ),
}
"""The core schema of YAML 1.2, by which editors' tools read what is not quoted."""

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_GAP = re.compile(r"(?<=[^ ]) (?=[^ ])")


def on_one_line(text: str, types: Collection[str] = (), *, in_brackets: bool = False) -> str:
    """Return a text on one line: in quotes if YAML, or a tool that knows types other than these, would take it wrong.

    No types stand for all.
    """
    if _is_plain(text, types) and (not in_brackets or _IN_BRACKETS.fullmatch(text)):
        return text
    return '"' + text.translate(_ESCAPES) + '"'


def in_place_of(old: str, text: str, *, in_brackets: bool = False) -> str:
    """Return a text on one line in the quotation marks of another that it takes the place of, or in none like it."""
    if old.startswith('"'):
        return '"' + text.translate(_ESCAPES) + '"'
    if old.startswith("'") and not re.search(r"[\t\r\n]", text):
        return "'" + text.replace("'", "''") + "'"
    return on_one_line(text, in_brackets=in_brackets)


def written(text: str, types: Collection[str], column: int, indent: int) -> tuple[str, ...]:
    """Return the lines of a text: the first for the column given, all others for the indent given."""
    one = on_one_line(text, types)
    if "\n" not in text and (column + len(one) <= WIDTH or not _GAP.search(text)):
        return (one,)
    return _block(text, indent) or (one,)


def filled(parts: list[str], width: int) -> list[str]:
    """Return lines with as many parts as have room, at least one in each."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + 1 + len(part) <= width:
            lines[-1] += " " + part
        else:
            lines.append(part)
    return lines


def _is_plain(text: str, types: Collection[str]) -> bool:
    read_as = next((name for name, form in _READ_AS.items() if form.fullmatch(text)), "string")
    fits = read_as == "string" or (read_as != "null" and (not types or read_as in types))
    return fits and bool(_PLAIN.fullmatch(text)) and not text.startswith(_MARKERS)


def _block(text: str, indent: int) -> tuple[str, ...] | None:
    """Return a text below the line on which it starts, None if it has spaces that could get lost there."""
    body, end = (text[:-1], "") if text.endswith("\n") else (text, "-")
    lines = body.split("\n")
    if not lines[0] or not lines[-1] or lines[0][0] == " " or any(re.search(r"[\t\r]| $", line) for line in lines):
        return None
    short = all(indent + len(line) <= WIDTH for line in lines)
    if (short and "\n" in text) or any(line.startswith(" ") for line in lines):
        return f"|{end}", *lines
    return f">{end}", *_folded(lines, FOLDED - indent)


def _folded(lines: list[str], width: int) -> list[str]:
    """Return the lines that fold into the lines given: an empty one stands for a line break that is meant."""
    paragraphs = [filled(_GAP.split(line), width) if line else [] for line in lines]
    return [*paragraphs[0], *(line for each in paragraphs[1:] for line in ("", *each))]
