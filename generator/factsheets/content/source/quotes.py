"""Mistakes with the start and the end of a text: quotation marks, backslashes, and signs that mean something."""

from __future__ import annotations

import re
from dataclasses import replace

from factsheets.content.source.spans import span
from factsheets.content.source.trouble import NAMED, Trouble, in_quotes, short
from factsheets.diagnostics import Diagnostic, Span

_SIGNS = ("cannot start any token", "scanning an alias", "scanning an anchor", "scanning a tag", "parsing a tag",
          "undefined tag handle", "scanning a block scalar", "parsing a block node",
          "mapping keys are not allowed")  # fmt: skip
_ODD = 3
_MARKS = "\"'\u2018\u2019\u201a\u201c\u201d\u201e"
_FENCE = re.compile(r"`{3,}\w*")
_MERGED = re.compile(r"<{7}|={7}|>{7}")
_EMPHASIS = re.compile(r"[*`]")


def unclosed(trouble: Trouble) -> Diagnostic | None:
    """Explain a quotation mark that is never closed, or not before the next one, lines below."""
    mark, last = trouble.since, trouble.last
    if "while scanning a quoted scalar" not in trouble.said:
        if last is None or not trouble.quoted or last.line == last.end_line or not _follows(trouble, last):
            return None
        mark = last
    where = trouble.rest(mark)
    text = trouble.under(where)
    text = re.split(r"[,\]}]", text)[0] if trouble.opened else text
    hint = f"write {short(_closed(text))}; a text that holds such a mark itself stands in marks of the other kind"
    return trouble.say("yaml-quote", span(trouble.lines, mark.line, mark.column), _NEVER, hint)


_NEVER = "the quotation mark here is not closed on its line"


def _closed(text: str) -> str:
    """Return a text with the mark that it starts with at its end, in place of one of another kind."""
    return text.rstrip(_MARKS) + text[0] if len(text) > 1 else text + text[0]


def more_after(trouble: Trouble) -> Diagnostic | None:
    """Explain words that follow a closing quotation mark or bracket in one line: `"Talks" and more`, `[sic] Talks`."""
    last = trouble.last
    if last is None or last.line != trouble.at.line or trouble.at_start or trouble.here[:1] in {"", "]", "}"}:
        return None
    before = trouble.line(last.line)[last.end_column - 1 : trouble.at.column - 1].strip()
    if trouble.quoted and not before:
        return _quoted_again(trouble, trouble.rest(last))
    value = NAMED.match(trouble.line(last.line))
    if value and before and not before.strip("]}"):
        if trouble.here == ",":
            return trouble.say("yaml-bracket", trouble.at, "there is a comma behind the list", "delete the comma")
        where = trouble.rest(span(trouble.lines, last.line, value.end() + 1))
        right = in_quotes(trouble.under(where))
        message = "a text that starts with a bracket needs quotation marks"
        return trouble.say("yaml-quote", where, message, f"write {short(right)}", right)
    return None


def _quoted_again(trouble: Trouble, where: Span) -> Diagnostic | None:
    if trouble.opened:
        return None
    text = trouble.under(where)
    mark = text[:1]
    if re.fullmatch(f"{mark}{mark}[^{mark}]+{mark}{mark}", text):
        message = "the text has two quotation marks at its start and its end"
        return trouble.say("yaml-quote", where, message, f"write {short(text[1:-1])}", text[1:-1])
    within = text[1:-1] if text.endswith(mark) and text.count(mark) == _ODD else text
    message = "the text ends at its second quotation mark, but more follows"
    return trouble.say("yaml-quote", where, message, f"write {short(in_quotes(within))}", in_quotes(within))


def backslash(trouble: Trouble) -> Diagnostic | None:
    """Explain a backslash in double quotation marks that does not stand for a character."""
    if "while parsing a quoted scalar" not in trouble.said:
        return None
    text = trouble.line(trouble.at.line)
    start = text.rfind("\\", 0, trouble.at.column)
    where = span(trouble.lines, trouble.at.line, start + 1, max(2, trouble.at.column - start - 1))
    hint = r"write two backslashes \\ for one, or put the text in single quotation marks: '…'"
    return trouble.say("yaml-quote", where, f"{trouble.under(where)} stands for no character", hint)


def sign(trouble: Trouble) -> Diagnostic | None:
    """Explain a text that starts with a sign which YAML keeps for itself."""
    if not any(each in trouble.said for each in _SIGNS):
        return None
    where = trouble.rest(trouble.since)
    text = trouble.under(where)
    if not trouble.line(where.line)[: where.column - 1].strip():
        return _line_with_sign(trouble, where, text)
    message = f"a text cannot start with {text[:1]}"
    hint = f"write {short(in_quotes(text))}"
    hint += "; or start the text on the next line, further to the right" if text[:1] in {"|", ">"} else ""
    return trouble.say("yaml-syntax", where, message, hint, in_quotes(text))


def _line_with_sign(trouble: Trouble, where: Span, text: str) -> Diagnostic:
    """Explain a line that starts with such a sign, where no text can stand: Markdown, mostly."""
    message = f"a line cannot start with {text[:1]}"
    if _FENCE.fullmatch(text):
        return trouble.say("yaml-syntax", where, message, "delete the line; files here need no ``` around them")
    right = _EMPHASIS.sub("", text).strip()
    if right != text and NAMED.match(right):
        return trouble.say("yaml-syntax", where, message, f"write {short(right)}", right)
    hint = f"if the line goes on with the text above, put that whole text in quotation marks; if not, delete {text[:1]}"
    return trouble.say("yaml-syntax", where, message, hint)


def merged(trouble: Trouble) -> Diagnostic | None:
    """Explain the lines that GitHub writes where two changes meet."""
    numbers = range(1, len(trouble.lines) + 1)
    number = next((each for each in numbers if _MERGED.match(trouble.line(each))), None)
    if number is None or number > trouble.at.line:
        return None
    where = trouble.rest(span(trouble.lines, number, 1))
    hint = "keep one of the two, and delete the other with all three lines that start with <<<<<<<, ======= and >>>>>>>"
    return trouble.say("yaml-syntax", where, "two changes of the same lines meet here, and both stand there", hint)


def hyphen(trouble: Trouble) -> Diagnostic | None:
    """Explain a list that starts in the line of its name."""
    if "block sequence entries are not allowed" not in trouble.said:
        return None
    where = trouble.rest(trouble.at)
    text = trouble.under(where)
    hint = f"put {short(text)} on a line of its own, below the name and two spaces further to the right"
    hint += f"; if it is a text, write {short(in_quotes(text))}"
    return trouble.say("yaml-indent", where, "a list cannot start in the line of its name", hint)


def directive(trouble: Trouble) -> Diagnostic | None:
    """Explain a line that starts with %."""
    if not trouble.line(trouble.since.line).startswith("%"):
        return None
    whole = trouble.rest(replace(trouble.since, column=1))
    return trouble.say("yaml-directive", whole, "lines that start with % are not used here", "delete the line")


def _follows(trouble: Trouble, last: Span) -> bool:
    """Tell whether libyaml stopped right behind the last value."""
    between = trouble.line(last.end_line)[last.end_column - 1 : trouble.at.column - 1]
    return trouble.at.line == last.end_line and re.fullmatch(r"\s*", between) is not None
