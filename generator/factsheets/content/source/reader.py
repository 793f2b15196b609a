"""One file: from bytes to a tree."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import yaml

from factsheets.content.source.characters import MOST_REPORTED, in_lines
from factsheets.content.source.colons import not_named
from factsheets.content.source.compose import Composer, Stop
from factsheets.content.source.encoding import LARGEST, decode
from factsheets.content.source.recovery import Reading, recover, untouched
from factsheets.content.source.spans import Lines, first_line, span
from factsheets.content.source.syntax import explain, marks
from factsheets.content.source.tree import List, Mapping, Node, SourceFile
from factsheets.content.source.trouble import Trouble
from factsheets.diagnostics import Diagnostic

__all__ = ["LARGEST", "read_text"]


def read_text(name: str, folder: str, stem: str, data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    """Read one file. Whatever the bytes, the answer is a file, with a tree where it is one mapping, and diagnostics.

    Of a file without a tree, what is whole is kept, so that it can be said what else is wrong.
    """
    text, lines, refusal = decode(name, data)
    file = SourceFile(name, folder, stem, lines, None)
    if refusal:
        return file, [refusal]
    if found := in_lines(name, lines):
        return file, found
    read = partial(_read, file)
    reading, breaks = read(lines, text)
    found = list(reading.found)
    if not found:
        return replace(file, tree=reading.root), []
    if not breaks:
        return replace(file, whole=untouched(reading.root, found) if reading.root else None), found
    whole, elsewhere = recover(lambda some: read(some, "\n".join(some))[0], lines, found[-1])
    more = [each for each in elsewhere if each not in found]
    return replace(file, whole=whole), [*found, *more][:MOST_REPORTED]


def _read(file: SourceFile, lines: Lines, text: str) -> tuple[Reading, bool]:
    """Read some lines of a file, and tell whether YAML breaks in them."""
    composer = Composer(file.name, lines, yaml.parse(text, Loader=yaml.CSafeLoader))
    try:
        root = composer.document()
    except Stop:
        return Reading(None, tuple(composer.found)), False
    except yaml.YAMLError as error:
        seen = composer.last, composer.quoted, tuple(composer.opened)
        trouble = Trouble(file.name, lines, *marks(lines, error), *seen)
        is_open = "quoted scalar" in trouble.said or (bool(trouble.opened) and trouble.at_end)
        broken = explain(trouble)
        return Reading(None, (*_before(composer.found, broken), broken), is_open), True
    if isinstance(root, Mapping):
        return Reading(root, tuple(composer.found)), False
    return Reading(None, tuple(composer.found) or (_no_record(lines, file, root),)), False


def _before(found: list[Diagnostic], broken: Diagnostic) -> list[Diagnostic]:
    """Return what was found before a break, but not that the name right above has no value: the break may be it."""
    line = broken.place.span.line - 1
    return [each for each in found if each.code != "empty-value" or each.place.span.line != line]


def _no_record(lines: Lines, file: SourceFile, root: Node | None) -> Diagnostic:
    start = first_line(lines, root.span) if root else span(lines, 1, 1)
    trouble = Trouble(file.name, lines, "", start, start)
    if root is None or start.column == start.end_column:
        return trouble.say(
            "not-a-record",
            start,
            "there is nothing in this file",
            "write its lines, such as title: Talks; or delete the file",
        )
    if isinstance(root, List):
        hint = "write the name of the list and a colon above it, such as sources:, and the other lines of the record"
        return trouble.say("not-a-record", start, "this file is a list, not a record", hint)
    return not_named(trouble, start)
