"""One file: from bytes to a tree."""

from __future__ import annotations

from dataclasses import replace

import yaml

from generator.diagnostics import Diagnostic
from generator.source.characters import in_lines
from generator.source.colons import not_named
from generator.source.compose import Composer, Stop
from generator.source.encoding import LARGEST, decode
from generator.source.spans import first_line, span
from generator.source.syntax import explain, marks
from generator.source.tree import List, Mapping, Node, SourceFile
from generator.source.trouble import Trouble

__all__ = ["LARGEST", "read_text"]


def read_text(name: str, folder: str, stem: str, data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    """Read one file. Whatever the bytes, the answer is a file, with a tree where it is one mapping, and diagnostics."""
    text, lines, refusal = decode(name, data)
    file = SourceFile(name, folder, stem, lines, None)
    if refusal:
        return file, [refusal]
    if found := in_lines(name, lines):
        return file, found
    root, found = _compose(file, text)
    return (file, found) if found else (replace(file, tree=root), [])


def _compose(file: SourceFile, text: str) -> tuple[Mapping | None, list[Diagnostic]]:
    composer = Composer(file.name, file.lines, yaml.parse(text, Loader=yaml.CSafeLoader))
    try:
        root = composer.document()
    except Stop:
        return None, composer.found
    except yaml.YAMLError as error:
        seen = composer.last, composer.quoted, tuple(composer.opened)
        return None, [*composer.found, explain(Trouble(file.name, file.lines, *marks(file.lines, error), *seen))]
    if isinstance(root, Mapping):
        return root, composer.found
    return None, composer.found or [_no_record(file, root)]


def _no_record(file: SourceFile, root: Node | None) -> Diagnostic:
    start = first_line(file.lines, root.span) if root else span(file.lines, 1, 1)
    trouble = Trouble(file.name, file.lines, "", start, start)
    if root is None or start.column == start.end_column:
        return trouble.say("not-a-record", start, "there is nothing in this file", "write name: value, line by line")
    if isinstance(root, List):
        hint = "write the name of the list and a colon above it, and the other lines of the record"
        return trouble.say("not-a-record", start, "this file is a list, not a record", hint)
    return not_named(trouble, start)
