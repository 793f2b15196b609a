"""From libyaml's events to a tree of texts with places, with limits applied while the events arrive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from factsheets.content.source import spans
from factsheets.content.source.characters import MOST_REPORTED, in_value
from factsheets.content.source.empty import is_list, no_entry, no_value
from factsheets.content.source.spans import Lines, first_line, of_event
from factsheets.content.source.tree import Entry, List, Mapping, Node, Scalar
from factsheets.content.source.trouble import short
from factsheets.diagnostics import Diagnostic, Place, Related, Span

DEEPEST = 20
"""How deep a file may nest; no record needs half of it."""

MOST_ENTRIES = 5_000
"""Entries of a list or group. The largest body has fewer than 3,000 members."""

_SIGN = "if the sign belongs to the text, put the whole text in quotation marks; if not, delete the word that it starts"
_FLAT = "write each list with one bracket at its start and one at its end"
_NOTHING = re.compile(r"|~|null|Null|NULL")


class Stop(Exception):  # noqa: N818 - not an error of the program
    """Ends the reading of a file, once its diagnostic is among those found. It never leaves this room."""


@dataclass
class Composer:
    """Builds one tree and collects what is wrong on the way.

    `last` is the value read last and `opened` the brackets still open: what an explanation of broken YAML looks at.
    """

    file: str
    lines: Lines
    events: Iterator[yaml.Event]
    found: list[Diagnostic] = field(default_factory=list)
    last: Span | None = None
    quoted: bool = False
    opened: list[Span] = field(default_factory=list)

    def document(self) -> Node | None:
        """Return the one document's tree, None for an empty file; raises Stop for what must not be read on."""
        next(self.events)
        start = next(self.events)
        if not isinstance(start, yaml.DocumentStartEvent):
            return None
        if start.version or start.tags:
            number = next(n for n, line in enumerate(self.lines, 1) if line.startswith("%"))
            where = spans.span(self.lines, number, 1, len(self.lines[number - 1]))
            self._report("yaml-directive", where, "lines that start with % are not used here", "delete the line")
        root = self._node(next(self.events), 0)
        next(self.events)
        second = next(self.events)
        if isinstance(second, yaml.DocumentStartEvent):
            hint = "delete the line with --- and what is not part of this record; one file holds one record"
            self._stop("yaml-second-document", second, "the record ends at this line, and nothing may follow", hint)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._forbid(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        where = of_event(self.lines, event)
        if not isinstance(event, yaml.ScalarEvent):
            return Scalar(f"*{event.anchor}" if isinstance(event, yaml.AliasEvent) else "", where)
        self.last, self.quoted = where, event.style in {'"', "'"}
        if event.style == '"':
            for each in in_value(event.value, Place(self.file, first_line(self.lines, where))):
                self._add(each)
        return Scalar(event.value, where)

    def _value(self, key: Scalar | None, event: yaml.Event, depth: int) -> Node:
        node = self._node(event, depth)
        plain = isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.anchor
        if plain and isinstance(node, Scalar) and _NOTHING.fullmatch(node.text):
            at = self.file, self.lines
            self._add(no_value(*at, key, node, in_braces=bool(self.opened)) if key else no_entry(*at, node))
        return node

    def _list(self, event: yaml.SequenceStartEvent, depth: int) -> List:
        items: list[Node] = []
        self._open(event)
        while not isinstance(following := next(self.events), yaml.SequenceEndEvent):
            self._bound(len(items), following)
            items.append(self._value(None, following, depth + 1))
        return List(tuple(items), self._close(event, following, items))

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        nodes: list[Node] = []
        before = len(self.found)
        self._open(event)
        while not isinstance(following := next(self.events), yaml.MappingEndEvent):
            self._bound(len(nodes), following)
            key = self._key(following, depth + 1)
            nodes.append(self._value(key, next(self.events), depth + 1))
            if key and key.text in entries:
                self._repeated(entries[key.text].key, key)
            elif key:
                entries[key.text] = Entry(key, nodes[-1])
        bracket, whole = self._bracket(event), self._close(event, following, nodes)
        if bracket and is_list(tuple(entries.values()), len(self.found) - before):
            names = ", ".join(entries)
            self.found[before:] = []
            self._report("yaml-bracket", bracket, "a list stands in square brackets", f"write [{short(names)}]")
        return Mapping(tuple(entries.values()), whole)

    def _key(self, event: yaml.Event, depth: int) -> Scalar | None:
        key = self._node(event, depth)
        if getattr(event, "tag", None) or getattr(event, "anchor", None):
            return None  # reported already; what it names is not known
        if isinstance(key, Scalar) and key.text:
            return key
        group = not isinstance(key, Scalar)
        message = "a name is expected here, not a list or group" if group else "there is no name in front of the colon"
        where = first_line(self.lines, key.span)
        self._report("yaml-syntax", where, message, "write name: value; a text with brackets needs quotation marks")
        return None

    def _bound(self, number: int, event: yaml.Event) -> None:
        if number >= MOST_ENTRIES:
            message = f"there are more than {MOST_ENTRIES:,} entries in this group"
            self._stop("too-long", event, message, "put them into several files, or leave out what nobody reads")

    def _repeated(self, first: Scalar, again: Scalar) -> None:
        related = (Related(Place(self.file, first.span), "first written here"),)
        message = f"{again.text!r} is written twice in the same group"
        hint = "keep one of the two lines; put what both say into it"
        self._report("duplicate-key", again.span, message, hint, related)

    def _forbid(self, event: yaml.Event, depth: int) -> None:
        if depth > DEEPEST:
            self._stop("yaml-too-deep", event, f"there are more than {DEEPEST} brackets in each other here", _FLAT)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._report("yaml-alias", self._word(event, "&*"), "a text cannot start with & or *", _SIGN)
        if getattr(event, "tag", None):
            self._report("yaml-tag", self._word(event, "!"), "a text cannot start with !", _SIGN)

    def _word(self, event: yaml.Event, signs: str) -> Span:
        """Return the span of the word with one of these signs at which an event starts."""
        start = of_event(self.lines, event)
        match = re.compile(rf"[{signs}][^\s,\[\]{{}}]*").search(self.lines[start.line - 1], start.column - 1)
        return spans.span(self.lines, start.line, match.start() + 1, len(match[0])) if match else start

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if bracket := self._bracket(event):
            self.opened.append(bracket)

    def _bracket(self, event: yaml.CollectionStartEvent) -> Span | None:
        """Return where a group's bracket stands, None for one without: `a: b` within a list has none of its own."""
        start = of_event(self.lines, event)
        before = spans.span(self.lines, start.end_line, start.end_column - 1)
        char = self.lines[before.line - 1][before.column - 1 : before.end_column - 1]
        return before if start.column < start.end_column and char in {"[", "{"} else None

    def _close(self, event: yaml.CollectionStartEvent, end: yaml.Event, parts: list[Node]) -> Span:
        """Return a group's span: to its bracket, or to the end of its last part; libyaml's own end lies past that."""
        start = of_event(self.lines, event)
        last = start
        if self._bracket(event):
            self.opened.pop()
            last = of_event(self.lines, end)
        elif parts:
            last = parts[-1].span
        return Span(start.line, start.column, last.end_line, last.end_column)

    def _stop(self, code: str, event: yaml.Event, message: str, hint: str) -> NoReturn:
        self._report(code, first_line(self.lines, of_event(self.lines, event)), message, hint)
        raise Stop

    def _report(self, code: str, where: Span, message: str, hint: str, related: tuple[Related, ...] = ()) -> None:
        self._add(Diagnostic(code, Place(self.file, where), message, hint, related=related))

    def _add(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)
        if len(self.found) >= MOST_REPORTED:
            raise Stop
