"""Other words in place of a span of a file, with every other byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factsheets.content.source.tree import Entry, List, Mapping, Node, Scalar
from factsheets.diagnostics import Span

_END = re.compile("\r\n|\r|\n")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """A span, and the text that takes its place."""

    span: Span
    text: str


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a file's bytes with some spans replaced; line ends and a mark at the very start stay as they are.

    The file must be one that could be read as text, and the spans those of that reading.
    """
    text = data.decode("utf-8")
    starts = _starts(text)
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        first = starts[edit.span.line - 1] + edit.span.column - 1
        last = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        text = text[:first] + edit.text + text[last:]
    return text.encode("utf-8")


def line_end(data: bytes) -> str:
    """Return how the first line of a file ends."""
    found = _END.search(data.decode("utf-8"))
    return found[0] if found else "\n"


def under(lines: Sequence[str], span: Span) -> str:
    """Return the words of a span."""
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    inner = lines[span.line : span.end_line - 1]
    return "\n".join((lines[span.line - 1][span.column - 1 :], *inner, lines[span.end_line - 1][: span.end_column - 1]))


def scalar_at(node: Node, lines: Sequence[str], span: Span, *, in_brackets: bool = False) -> tuple[Scalar, bool] | None:
    """Return the text or key that stands at a span, and whether it stands in brackets; None where there is none."""
    if isinstance(node, Scalar):
        return (node, in_brackets) if node.span == span else None
    in_brackets = in_brackets or lines[node.span.line - 1][node.span.column - 1 :][:1] in {"[", "{"}
    found = (scalar_at(each, lines, span, in_brackets=in_brackets) for each in _parts(node))
    return next(filter(None, found), None)


def entry_at(node: Node, start: tuple[int, int]) -> Entry | None:
    """Return the entry whose key starts in a line and column; None where there is none."""
    if isinstance(node, Scalar):
        return None
    for each in node.entries if isinstance(node, Mapping) else ():
        if (each.key.span.line, each.key.span.column) == start:
            return each
    return next(filter(None, (entry_at(each, start) for each in _parts(node))), None)


def _parts(group: List | Mapping) -> tuple[Node, ...]:
    if isinstance(group, List):
        return group.items
    return tuple(part for each in group.entries for part in (each.key, each.value))


def _starts(text: str) -> list[int]:
    first = 1 if text.startswith(_MARK) else 0
    return [first, *(match.end() for match in _END.finditer(text))]
