"""A correction, from the report of an error: added to the file of the record whose page was wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from factsheets.content.formatting import formatted
from factsheets.content.link import Facts, Key
from factsheets.content.records.schema import json_schema, schema_name
from factsheets.content.records.text import one_line
from factsheets.content.source import SourceFile, read_text
from factsheets.content.source.tree import List, Scalar, descend
from factsheets.content.source.tree import Mapping as Group
from factsheets.diagnostics import Place
from factsheets.editing.drafts.desk import Desk
from factsheets.editing.drafts.filling import written_in
from factsheets.editing.drafts.forms import Filled, FormError
from factsheets.editing.drafts.tree import Draft

FORM = "report-an-error"
"""The form by which errors are reported."""

_PAGE = re.compile(r"([a-z-]+)/([A-Za-z0-9-]+)\.html(?:[?#)>\s]|$)")


def record_of(facts: Facts, filled: Filled) -> Key:
    """Return the record whose page a report is about; raises FormError."""
    address = filled.own("page")
    if match := _PAGE.search(address):
        for kind in (each for each in facts.types if each.section == match[1]):
            for name, record in facts.all(kind).items():
                if match[2] in (name, *record.former_ids):
                    return kind.folder, name
    raise FormError(f"{address!r} is the page of no record; copy the address of a page such as …/people/….html")


def correction(desk: Desk, filled: Filled, day: date) -> Draft:
    """Return the correction that a report asks for, in the language in which it was written."""
    tag = written_in(desk, filled)
    texts: Draft = {key: {tag: one_line(filled.answers[key])} for key in ("was", "now", "why") if key in filled.answers}
    gravity: Draft = {"gravity": filled.answers["gravity"]} if "gravity" in filled.answers else {}
    return {"date": day.isoformat(), **texts, **gravity}


def with_correction(desk: Desk, file: SourceFile, found: Draft) -> str:
    """Return a file's text with a correction more, the latest first, in the one form.

    Raises ValueError for what no file may hold.
    """
    entry = json.dumps(found, ensure_ascii=False)
    text = "\n".join(_with_entry(file, entry))
    fresh, wrong = read_text(file.name, file.folder, file.stem, text.encode("utf-8", "replace"))
    if wrong:
        raise ValueError(f"{wrong[0].message}; {wrong[0].hint}")
    return formatted(fresh, json_schema(desk.kind, desk.languages), schema_name(desk.kind))


def _with_entry(file: SourceFile, entry: str) -> list[str]:
    lines = list(file.lines)
    there = descend(file.tree, ("corrections",)) if file.tree and file.tree.entry("corrections") else None
    if not isinstance(there, List) or not there.items:
        return [*lines, f"corrections: [{entry}]", ""]
    first, start = there.items[0].span, there.span
    if lines[start.line - 1][start.column - 1] == "[":
        line = lines[start.line - 1]
        lines[start.line - 1] = f"{line[: start.column]}{entry}, {line[start.column :]}"
        return lines
    dash = lines[first.line - 1].index("-")
    return [*lines[: first.line - 1], f"{' ' * dash}- {entry}", *lines[first.line - 1 :]]


def places_of(file: SourceFile, words: str) -> list[Place]:
    """Return where words stand in a file's values, as far as white space allows to tell."""
    wanted = one_line(words).casefold()
    return [Place(file.name, each.span) for each in _scalars(file.tree) if wanted in one_line(each.text).casefold()]


def _scalars(node: object) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, List):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Group):
        for entry in node.entries:
            yield from _scalars(entry.value)
