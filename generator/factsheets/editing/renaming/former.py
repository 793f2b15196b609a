"""The line that keeps the old addresses of a record: `former_ids`."""

from __future__ import annotations

from collections.abc import Sequence

from factsheets.content.formatting.comments import within
from factsheets.content.formatting.scalars import on_one_line
from factsheets.content.records.base import Record
from factsheets.content.records.schema import keys
from factsheets.content.source import SourceFile, read_text
from factsheets.content.source.edits import Edit, edited, line_end
from factsheets.content.source.tree import Mapping
from factsheets.diagnostics import Span

_NAME = "former_ids"


def with_former_names(file: SourceFile, data: bytes, former: Sequence[str], kind: type[Record]) -> bytes:
    """Return a file's bytes with these former names. `file` is any earlier reading of it."""
    read, _ = read_text(file.name, file.folder, file.stem, data)
    return edited(data, [_edit(read, former, kind, line_end(data))])


def _edit(file: SourceFile, former: Sequence[str], kind: type[Record], end: str) -> Edit:
    """Return the edit that writes the line: in place of the one that is there, or where it belongs."""
    root = file.tree or Mapping((), Span(1, 1, 1, 1))
    line = f"{_NAME}: [{', '.join(on_one_line(each, in_brackets=True) for each in former)}]"
    if entry := root.entry(_NAME):
        start, last = entry.key.span, entry.value.span
        whole = Span(start.line, start.column, last.end_line, last.end_column)
        kept = [each + end + " " * (start.column - 1) for each in within(file.lines, root, whole)]
        return Edit(whole, "".join([*kept, line]))
    if file.lines[root.span.line - 1][root.span.column - 1 :].startswith("{"):
        last = root.entries[-1].value.span
        return Edit(Span(last.end_line, last.end_column, last.end_line, last.end_column), f", {line}")
    return _new_line(file, _line_for(file, root, keys(kind)), " " * (root.span.column - 1) + line, end)


def _line_for(file: SourceFile, root: Mapping, order: list[str]) -> int:
    """Return the number of the line at which the new one belongs: below those before it, and their comments."""
    earlier = order[: order.index(_NAME)]
    above = [each.value.span.end_line for each in root.entries if each.key.text in earlier]
    number = max(above) + 1 if above else root.entries[0].key.span.line
    while number <= len(file.lines) and file.lines[number - 1].lstrip().startswith("#"):
        if file.lines[number - 1].index("#") < root.span.column:
            break
        number += 1
    return number


def _new_line(file: SourceFile, number: int, line: str, end: str) -> Edit:
    if number <= len(file.lines):
        return Edit(Span(number, 1, number, 1), line + end)
    column = len(file.lines[-1]) + 1
    return Edit(Span(number - 1, column, number - 1, column), end + line)
