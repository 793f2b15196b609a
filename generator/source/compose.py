"""From libyaml's events to a tree of texts with places, with limits applied while the events arrive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from generator.diagnostics import Diagnostic, Place, Related, Span
from generator.source.characters import in_value
from generator.source.tree import Entry, List, Mapping, Node, Scalar

DEEPEST = 20
"""How deep a file may nest; no record needs half of it."""

_NOTHING = re.compile(r"|~|null|Null|NULL")


class Refused(Exception):  # noqa: N818 - not an error of the program
    """What stops the reading of a file. It carries the diagnostic and never leaves this room."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass
class Composer:
    """Builds one tree and collects what is wrong on the way."""

    name: str
    events: Iterator[yaml.Event]
    found: list[Diagnostic] = field(default_factory=list)

    def document(self) -> Node | None:
        """Return the one document's tree, None for an empty file; raises Refused for what must not be read on."""
        next(self.events)
        start = next(self.events)
        if not isinstance(start, yaml.DocumentStartEvent):
            return None
        if start.version or start.tags:
            self._refuse("yaml-directive", start, "lines that start with % are not used here", "delete the line")
        root = self._node(next(self.events), 0)
        next(self.events)
        second = next(self.events)
        if isinstance(second, yaml.DocumentStartEvent):
            hint = "delete the line with --- and what is not part of this record; one file holds one record"
            self._refuse("yaml-second-document", second, "a second document starts here", hint)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._forbid(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse("yaml-syntax", event, "a value is expected here", "write name: value")
        scalar = Scalar(event.value, _span(event))
        self.found += in_value(scalar.text, self._place(scalar.span)) if event.style == '"' else []
        return scalar

    def _value(self, key: Scalar | None, event: yaml.Event, depth: int) -> Node:
        node = self._node(event, depth)
        plain = isinstance(event, yaml.ScalarEvent) and event.implicit[0]
        if plain and isinstance(node, Scalar) and _NOTHING.fullmatch(node.text):
            what = f"{key.text!r} has no value" if key else "this list entry is empty"
            where = key.span if key and not node.text else node.span
            hint = "write a value after it, or delete the line; what is unknown is left out"
            self.found.append(Diagnostic("empty-value", self._place(where), what, hint))
        return node

    def _list(self, event: yaml.Event, depth: int) -> List:
        items = []
        while not isinstance(following := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(None, following, depth + 1))
        return List(tuple(items), _joined(_span(event), items))

    def _mapping(self, event: yaml.Event, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(following := next(self.events), yaml.MappingEndEvent):
            if not isinstance(following, yaml.ScalarEvent):
                self._refuse(
                    "yaml-syntax", following, "a name is expected here, not a group or list", "write name: value"
                )
            key = self._node(following, depth + 1)
            assert isinstance(key, Scalar)  # noqa: S101 - asked above
            value = self._value(key, next(self.events), depth + 1)
            if key.text in entries:
                self._repeated(entries[key.text].key, key)
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), _joined(_span(event), [each.value for each in entries.values()]))

    def _repeated(self, first: Scalar, again: Scalar) -> None:
        related = (Related(self._place(first.span), "first written here"),)
        message = f"{again.text!r} is written twice in the same group"
        hint = "keep one of the two lines; put what both say into it"
        self.found.append(Diagnostic("duplicate-key", self._place(again.span), message, hint, related=related))

    def _forbid(self, event: yaml.Event, depth: int) -> None:
        if depth > DEEPEST:
            self._refuse("yaml-too-deep", event, f"this is nested more than {DEEPEST} levels deep", "write it flatter")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            hint = "write the value out; if the text itself starts with & or *, put it in quotation marks"
            self._refuse("yaml-alias", event, "names with & and references with * are not used here", hint)
        if getattr(event, "tag", None):
            hint = "delete the word with !; if the text itself starts with !, put it in quotation marks"
            self._refuse("yaml-tag", event, "types with ! are not used here; every value is a text", hint)

    def _refuse(self, code: str, event: yaml.Event, message: str, hint: str) -> NoReturn:
        raise Refused(Diagnostic(code, self._place(_span(event)), message, hint))

    def _place(self, span: Span) -> Place:
        return Place(self.name, span)


def _span(event: yaml.Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None  # noqa: S101, PT018 - libyaml marks every event
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _joined(start: Span, parts: list[Node]) -> Span:
    """Return a span from where a group starts to where its last part ends; libyaml's own end lies past the group."""
    end = parts[-1].span if parts else start
    return Span(start.line, start.column, end.end_line, end.end_column)
