"""Mistakes at the start of a line: tabs, odd spaces, and lines that start in a column where nothing else does."""

from __future__ import annotations

import re

from factsheets.content.source.spans import span
from factsheets.content.source.trouble import NAMED, Trouble, words
from factsheets.diagnostics import Diagnostic

ODD_SPACE = re.compile("[ -]*+(?:[\\w.-]++:)?+([\u00a0\u2000-\u200a\u202f\u3000]+)")
_MISFITS = ("did not find expected key", "did not find expected '-'", "expected <document start>")
_NO_SPACE = re.compile(r" *(-)(?=[A-Za-z_]+:(?:\s|$))")
_STUCK = re.compile(r" *(-)(?=[^\s-])")
_BULLET = re.compile(r" *([*•·▪–—])[ \u00a0]+(?=\S)")
_ENTRY = re.compile(r" *(?:- |[\w.-]+:$)")
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


def odd_space(trouble: Trouble) -> Diagnostic | None:
    """Explain a space that is none to YAML, at the start of a line or behind the colon; web pages are full of them."""
    for number in range(trouble.at.line, 0, -1):
        if match := ODD_SPACE.match(trouble.line(number)):
            start, end = match.span(1)
            where = span(trouble.lines, number, start + 1, end - start)
            message = "this looks like a space and is none: it was copied from a web page or a text program"
            right = " " * (end - start)
            return trouble.say("yaml-indent", where, message, "delete it and press the space bar instead", right)
    return None


def close_hyphen(trouble: Trouble) -> Diagnostic | None:
    """Explain a hyphen without a space behind it, in this line or above in the same list."""
    if not any(each in trouble.said for each in (*_MISFITS, "mapping values are not allowed")):
        return None
    for number in range(trouble.at.line, 0, -1):
        if match := _NO_SPACE.match(trouble.line(number)):
            where = span(trouble.lines, number, match.start(1) + 1)
            return trouble.say(
                "yaml-indent", where, "a hyphen needs a space behind it", "write a space behind it", "- "
            )
        if trouble.line(number)[:1].strip():
            break
    return None


def bullet(trouble: Trouble) -> Diagnostic | None:
    """Explain an entry of a list that starts with another sign than a hyphen, or with a hyphen but no space."""
    number = trouble.since.line if "scanning an alias" in trouble.said else trouble.at.line
    for each in (number, number - 1):
        text, above = trouble.line(each), words(trouble.line(each - 1))
        match = _BULLET.match(text) or _STUCK.match(text)
        if match and _ENTRY.match(above) and "quoted" not in trouble.said and not trouble.opened:
            where = span(trouble.lines, each, match.start(1) + 1, match.end() - match.start(1))
            hint = "write a hyphen and a space in front of each entry"
            message = "an entry of a list starts with a hyphen and a space"
            return trouble.say("yaml-indent", where, message, hint, "- ")
    return None


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
        return _other_kind(trouble, columns[column])
    if column == 1:
        return _indented_start(trouble)
    near = sorted(sorted(columns, key=lambda each: abs(each - column))[:2])
    ways = " or ".join(f"{spaces(each)} ({like(trouble, each, columns[each])})" for each in near)
    message = f"this line starts with {spaces(column)}, and no line above that it could belong to does"
    hint = (
        f"start it with {ways or spaces(1)}; if it goes on with the text above, put that whole text in quotation marks"
    )
    return trouble.say("yaml-indent", where, message, hint)


def _indented_start(trouble: Trouble) -> Diagnostic:
    """Explain spaces in front of a record's first line, where a later line has none."""
    number = next(n for n, line in enumerate(trouble.lines, 1) if words(line).strip())
    text = trouble.line(number)
    indent = len(text) - len(text.lstrip())
    where = trouble.rest(span(trouble.lines, number, indent + 1))
    message = f"this line starts with {spaces(indent + 1)}, but later lines of the record start with none"
    return trouble.say("yaml-indent", where, message, "delete the spaces in front of it")


def like(trouble: Trouble, column: int, number: int) -> str:
    """Return which line starts in a column, or which word behind a hyphen stands there."""
    text = trouble.line(number)
    if not text[: column - 1].strip():
        return f"like line {number}"
    return f"so that it stands below {text[column - 1 :].partition(':')[0]!r} in line {number}"


def spaces(column: int) -> str:
    """Return a column as the number of spaces in front of it, which is what people can count."""
    return {0: "no space", 1: "1 space"}.get(column - 1, f"{column - 1} spaces")


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


def _other_kind(trouble: Trouble, above: int) -> Diagnostic:
    """Explain an entry of a list beside the name in line `above`, or a name beside its entry."""
    where = trouble.rest(trouble.at)
    before = trouble.rest(span(trouble.lines, above, trouble.at.column))
    if "<document start>" in trouble.said:
        message = "the record has already ended above this line"
        hint = "write the record without brackets around it, line by line"
    elif trouble.under(where).startswith("-"):
        message = "an entry of a list cannot stand beside lines of the form name: value"
        hint = "give the list a name, such as sources:, on a line of its own above"
    elif trouble.at.column == 1:
        where, message = before, "an entry of a list cannot start a record"
        hint = "delete the hyphen and the space behind it; or write the name of the list, such as sources:, above it"
    else:
        message = "this line stands among the entries of a list"
        hint = "start it with a hyphen and a space, or write the name of the list above its entries"
    return trouble.say("yaml-indent", where, message, hint)
