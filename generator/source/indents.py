"""Mistakes at the start of a line: tabs, and lines that start in a column where nothing else does."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic
from generator.source.spans import span
from generator.source.trouble import NAMED, Trouble, words

_MISFITS = ("did not find expected key", "did not find expected '-'", "expected <document start>")
_DASHES = re.compile(r" *+(?:- ++)*+")


def tab(trouble: Trouble) -> Diagnostic | None:
    """Explain a tab where spaces belong."""
    text = trouble.line(trouble.at.line)
    start = trouble.at.column - 1
    if text[start : start + 1] != "\t":
        return None
    length = len(text) - start - len(text[start:].lstrip("\t"))
    where = span(trouble.lines, trouble.at.line, start + 1, length)
    hint = "delete it and press the space bar instead: two spaces for each step inwards"
    return trouble.say("yaml-tab", where, "there is a tab here; only spaces can stand at the start of a line", hint)


def misfit(trouble: Trouble) -> Diagnostic | None:
    """Explain a line that starts in a column in which none of the lines above starts, or where another kind is due."""
    if not any(each in trouble.said for each in _MISFITS):
        return None
    number, column = trouble.at.line, trouble.at.column
    if any(line.startswith("...") for line in trouble.lines[:number]):
        hint = "delete the three dots at the start of the line, and what is not part of this record"
        return trouble.say("yaml-second-document", trouble.rest(trouble.at), "the record has ended at the dots", hint)
    if not trouble.at_start:
        return None
    columns = _columns_above(trouble, number)
    where = trouble.rest(trouble.at)
    if column in columns:
        return _other_kind(trouble)
    lines = " or in ".join(f"column {each} (like line {columns[each]})" for each in sorted(columns))
    message = f"this line starts in column {column}, where no line above starts"
    hint = f"start it in {lines}" if lines else "start it in the first column"
    hint += "; if it goes on with the text above, put the whole text in quotation marks"
    return trouble.say("yaml-indent", where, message, hint)


def _columns_above(trouble: Trouble, number: int) -> dict[int, int]:
    """Return the columns that a line here could start in, each with the nearest line above that does."""
    columns: dict[int, int] = {}
    least = len(trouble.line(number)) + 1
    for above in range(number - 1, 0, -1):
        text = trouble.line(above)
        if not words(text).strip() or text.startswith("---"):
            continue
        indent = len(text) - len(text.lstrip(" ")) + 1
        for column in _starts(text, indent):
            if column < least or not columns:
                columns.setdefault(column, above)
        least = min(least, indent)
        if indent == 1:
            break
    return columns


def _starts(text: str, indent: int) -> set[int]:
    """Return the columns in which a line starts: its own and, behind hyphens, that of its name."""
    dashes = _DASHES.match(text)
    return {indent, dashes.end() + 1} if dashes and NAMED.match(text) else {indent}


def _other_kind(trouble: Trouble) -> Diagnostic:
    where = trouble.rest(trouble.at)
    if "<document start>" in trouble.said:
        message = "the record has already ended above this line"
        hint = "write the record without brackets around it, line by line"
    elif trouble.under(where).startswith("-"):
        message = "an entry of a list cannot stand beside lines of the form name: value"
        hint = "give the list a name, such as sources:, on a line of its own above"
    else:
        message = "this line stands among the entries of a list"
        hint = "start it with a hyphen and a space, or write the name of the list above its entries"
    return trouble.say("yaml-indent", where, message, hint)
