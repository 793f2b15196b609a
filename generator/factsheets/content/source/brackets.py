"""Mistakes with brackets: not closed, closed twice, closed with the wrong one, or without a comma."""

from __future__ import annotations

import re
from dataclasses import replace

from factsheets.content.source.notes import NOTE
from factsheets.content.source.spans import span
from factsheets.content.source.trouble import NAMED, Trouble, in_quotes, short
from factsheets.diagnostics import Diagnostic

_ENTRY = re.compile(r"(?:.*[\[{,]\s*)?[\w.-]+:\s+(?P<text>[^,\[\]{}\"']+)$")
_CLOSERS = {"[": "]", "{": "}"}


def outside(trouble: Trouble) -> Diagnostic | None:
    """Explain a bracket or comma behind a list that is closed already."""
    here = trouble.here[:1]
    if trouble.opened or "expected" not in trouble.said:
        return None
    if here in {"]", "}"}:
        return trouble.say("yaml-bracket", trouble.at, f"this {here} closes nothing", "delete it, or open it before")
    if here == "," and "block node" not in trouble.said:
        hint = "move the closing bracket to the end of the list, or put the whole text in quotation marks"
        return trouble.say("yaml-bracket", trouble.at, "the list has ended before this comma", hint)
    return None


def inside(trouble: Trouble) -> Diagnostic | None:
    """Explain what is wrong between brackets."""
    if not trouble.opened:
        return None
    here = trouble.here[:1]
    opened = trouble.opened[-1]
    opener = trouble.under(opened)
    closer = _CLOSERS[opener]
    if trouble.at_end or _next_record_line(trouble):
        hint = f"write {closer} after the last entry, as in " + ("[ALB, AND]" if opener == "[" else "{yes: 93, no: 18}")
        if NOTE.search(trouble.line(opened.line), opened.column):
            hint = f"put the text with # in quotation marks: what stands behind # is only a note, the {closer} too"
        return trouble.say("yaml-bracket", opened, f"the {opener} here is never closed", hint)
    if here in {"]", "}", ","}:
        return _unexpected(trouble, here, closer)
    if trouble.here.startswith(":"):
        return trouble.say("yaml-bracket", trouble.at, "a colon cannot stand here", _second_colon(trouble))
    hint = "write a comma after each entry, and put a text that holds a quotation mark or bracket in quotation marks"
    return trouble.say("yaml-bracket", trouble.rest(trouble.at), "a comma is missing in front of this", hint)


def _second_colon(trouble: Trouble) -> str:
    """Return what to do about a colon behind a text: it belongs to that, or the last word of it is the next name."""
    before, after = trouble.line(trouble.at.line)[: trouble.at.column - 1], trouble.here
    match = _ENTRY.match(before)
    if not match:
        return "put a text with a colon in it in quotation marks, and a comma after each entry"
    whole = match["text"] + re.split(r",|[\]}]", after)[0].rstrip()
    value, _, name = match["text"].rpartition(" ")
    quoted = f"write {short(in_quotes(whole))}"
    if value and re.fullmatch("[a-z_]+", name):
        return f"if {name} is the next name, put a comma in front of it; if the colon is part of the text, {quoted}"
    return quoted


def _unexpected(trouble: Trouble, here: str, closer: str) -> Diagnostic:
    if word := re.search(r"![^\s,]*\s*$", trouble.line(trouble.at.line)[: trouble.at.column - 1]):
        where = span(trouble.lines, trouble.at.line, word.start() + 1, len(word[0].rstrip()))
        hint = f"if it belongs to the text, write {in_quotes(word[0].rstrip())}; if not, delete it"
        return trouble.say("yaml-tag", where, "a text cannot start with !", hint)
    if here in {closer, ","}:
        message = f"there is no value in front of this {here}"
        return trouble.say("yaml-bracket", trouble.at, message, "write the value, or delete one comma")
    diagnostic = trouble.say(
        "yaml-bracket", trouble.at, f"this {here} closes the wrong kind", f"write {closer}", closer
    )
    return replace(diagnostic, related=trouble.related(trouble.opened[-1], "opened here"))


def _next_record_line(trouble: Trouble) -> bool:
    """Tell whether libyaml ran on into a later line that starts a new `name: value`, no further right."""
    line, first = trouble.line(trouble.at.line), trouble.line(trouble.opened[-1].line)
    further = len(line) - len(line.lstrip(" -")) > len(first) - len(first.lstrip(" -"))
    return trouble.at.line > trouble.opened[-1].line and not further and NAMED.match(line) is not None
