"""Words that are lost behind a #: YAML takes them for a note, whoever wrote them for a part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheets.content.source.spans import span
from factsheets.content.source.tree import List, Mapping, Node, Scalar, SourceFile
from factsheets.content.source.trouble import in_quotes, short
from factsheets.diagnostics import Diagnostic, Place, Severity

NOTE = re.compile(r"\s+(#[^\s#].*)")
_MARKED = ("'", '"', "|", ">")


def cut_off(file: SourceFile) -> list[Diagnostic]:
    """Return a warning for each text that ends at a # with a word right behind it, as in `Talks #2 in Oslo`."""
    found = (_cut(file, each) for each in _texts(file.tree))
    return [each for each in found if each]


def _cut(file: SourceFile, text: Scalar) -> Diagnostic | None:
    line, start = file.lines[text.span.end_line - 1], file.lines[text.span.line - 1][text.span.column - 1 :]
    note = NOTE.fullmatch(line, text.span.end_column - 1)
    if not note or start.startswith(_MARKED):
        return None
    whole = in_quotes(f"{text.text}{note[0].rstrip()}")
    where = span(file.lines, text.span.end_line, note.start(1) + 1, len(note[1].rstrip()))
    hint = f"if it is part of the text, write {short(whole)}; if it is a note, put a space behind #"
    message = "the text ends in front of this: what stands behind # is only a note to editors"
    return Diagnostic("cut-off", Place(file.name, where), message, hint, Severity.WARNING)


def _texts(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, List):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _texts(entry.value)
