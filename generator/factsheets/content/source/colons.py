"""Mistakes with colons: one too many, one too few, one without its space."""

from __future__ import annotations

import re

from factsheets.content.source.indents import like, spaces
from factsheets.content.source.spans import first_line, span
from factsheets.content.source.trouble import NAMED, Trouble, in_quotes, short, words
from factsheets.diagnostics import Diagnostic, Span

_NO_SPACE = re.compile(r"([\w.-]+):(\S.*)")
_NO_COLON = re.compile(r"([a-z]\w*)(?:\s*=\s*(?=\S)|\s+(?=[\d\[{\"']))(.*)")
_BEFORE_GROUP = re.compile(r"(\s*(?:- +)*[\w.-]+):[\[{]")
_BY_LANGUAGE = re.compile(r"[a-z]{2,3}: [^{}\[\]]+(?:, [a-z]{2,3}: [^{}\[\]]+|(?=\}))\}?")
_FORM = "write a name, a colon, a space and the value, such as title: Talks"


def no_names(trouble: Trouble) -> Diagnostic | None:
    """Explain a file in which no line is of the form `name: value`."""
    if any(NAMED.match(line) for line in trouble.lines) or trouble.opened:
        return None
    number = next((n for n, line in enumerate(trouble.lines, 1) if words(line).strip()), 1)
    text = trouble.line(number)
    return not_named(trouble, span(trouble.lines, number, len(text) - len(text.lstrip()) + 1))


def not_named(trouble: Trouble, start: Span) -> Diagnostic:
    """Explain a file that holds running text, or one line that misses the space after its colon."""
    where = trouble.rest(start)
    if _NO_SPACE.fullmatch(trouble.under(where)):
        return _without_colon(trouble, where)
    message = "this file is not a record: no line starts with a name and a colon"
    return trouble.say("not-a-record", where, message, f"{_FORM}; or take the file out of the content folder")


def second_colon(trouble: Trouble) -> Diagnostic | None:
    """Explain a colon where none can stand: in a text, or below a line that already has its value."""
    if "mapping values are not allowed" not in trouble.said:
        return None
    last = trouble.last
    if last is None or last.line == trouble.at.line:
        return _colon_in_text(trouble, last or trouble.at)
    if not trouble.line(last.line)[: last.column - 1].strip(" -"):
        return _without_colon(trouble, trouble.rest(first_line(trouble.lines, last)))
    text = trouble.line(trouble.at.line)
    start = span(trouble.lines, trouble.at.line, len(text) - len(text.lstrip()) + 1)
    column = len(trouble.line(last.line)) - len(trouble.line(last.line).lstrip(" -")) + 1
    message = f"line {last.line} already has a value, so no lines can stand inside it"
    hint = (
        f"start this line with {spaces(column)}, {like(trouble, column, last.line)}; "
        f"{_or_the_line_above(trouble, last.line, start.column)}"
        "if it goes on with that text, put the whole text in quotation marks"
    )
    return trouble.say("yaml-indent", trouble.rest(start), message, hint)


def _or_the_line_above(trouble: Trouble, number: int, column: int) -> str:
    """Return the other way to mend a line too far right: the line above is too far left, as the one before it shows."""
    before = trouble.line(number - 1)
    if len(before) - len(before.lstrip(" ")) + 1 != column or not NAMED.match(before):
        return ""
    return f"if line {number} belongs to line {number - 1}, start that one with {spaces(column)} instead; "


def _colon_in_text(trouble: Trouble, start: Span) -> Diagnostic:
    if match := _BEFORE_GROUP.match(trouble.line(start.line)):
        where = span(trouble.lines, start.line, match.end(1) + 1)
        right = f"{match[1].strip(' -')}: {words(trouble.line(start.line))[match.end(1) + 1 :]}"
        return trouble.say("yaml-syntax", where, "the colon needs a space after it", f"write {short(right)}", ": ")
    where = trouble.rest(start)
    text = trouble.under(where)
    if _BY_LANGUAGE.fullmatch(text):
        right = f"{{{text.removesuffix('}')}}}"
        message = "a text in several languages needs braces around it"
        return trouble.say("yaml-syntax", where, message, f"write {short(right)}", right)
    right = in_quotes(text[:-1] if text.endswith('"') and text.count('"') == 1 else text)
    message = "a text with a colon in it needs quotation marks"
    return trouble.say("yaml-syntax", where, message, f"write {short(right)}", right)


def missing_colon(trouble: Trouble) -> Diagnostic | None:
    """Explain a line among others that has no colon after its name."""
    last = trouble.last
    if "could not find expected ':'" in trouble.said:
        return _without_colon(trouble, trouble.rest(trouble.since))
    if "<document start>" in trouble.said and last and last.column == 1:
        return _without_colon(trouble, trouble.rest(first_line(trouble.lines, last)))
    return None


def _without_colon(trouble: Trouble, where: Span) -> Diagnostic:
    text = trouble.under(where)
    if match := _NO_SPACE.fullmatch(text):
        right = f"{match[1]}: {match[2]}"
        return trouble.say("yaml-syntax", where, "the colon needs a space after it", f"write {short(right)}", right)
    if NAMED.match(text):
        hint = "start it with a short name and a colon, on one line: title: Talks"
        return trouble.say("yaml-syntax", where, "this line cannot be read as name: value", hint)
    match = _NO_COLON.fullmatch(text)
    named = f"write {short(f'{match[1]}: {match[2]}')}" if match else _FORM
    hint = f"{named}; if the line goes on with the text above, start it with {_further(trouble, where.line)}"
    return trouble.say("yaml-syntax", where, "this line has no name and colon at its start", hint)


def _further(trouble: Trouble, number: int) -> str:
    """Return how many spaces a line starts with that goes on with the text above."""
    named = (trouble.line(each) for each in range(number - 1, 0, -1) if NAMED.match(trouble.line(each)))
    above = next(named, None)
    if above is None:
        return "two more spaces than the line of its name"
    return spaces(len(above) - len(above.lstrip(" -")) + 3)


def missing_name(trouble: Trouble) -> Diagnostic | None:
    """Explain a colon at the start of a line."""
    if not re.match(r":(\s|$)", trouble.here) or trouble.line(trouble.at.line)[: trouble.at.column - 1].strip(" -{[,"):
        return None
    return trouble.say("yaml-syntax", trouble.rest(trouble.at), "there is no name in front of the colon", _FORM)
