"""Trees of text with the place of every value: what a YAML file is before anyone says what it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from factsheets.diagnostics import Place, Span

Path: TypeAlias = tuple[str | int, ...]
"""The way from a record's root to a value: keys of mappings and positions in lists, counted from 0."""


class AtKey(str):
    """The last step of a path that leads to a key itself, and not to what stands behind it."""

    __slots__ = ()


Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""The same tree without places."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. Always text: what it means is the schema's business."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class List:
    """An ordered list of values. The span runs from the first character to the end of the last value."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a mapping: a key and its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written. Keys are unique."""

    entries: tuple[Entry, ...]
    span: Span

    def entry(self, key: str | int) -> Entry | None:
        """Return the entry of that key, or None."""
        return next((each for each in self.entries if each.key.text == key), None)


Node: TypeAlias = Scalar | List | Mapping


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of the content folder.

    `name` is the path from the content folder's parent, with forward slashes (`content/people/x.yaml`); `folder` the
    record folder (`people`, empty for files at the top); `stem` the file's name without `.yaml`. `tree` is None when
    the file could not be read as one mapping; `whole` then has what could be read of it nevertheless, if anything.
    """

    name: str
    folder: str
    stem: str
    lines: tuple[str, ...]
    tree: Mapping | None
    whole: Mapping | None = None


def line_in(files: Iterable[SourceFile], name: str, number: int) -> str | None:
    """Return a line of one of these files by its number, counted from 1; None where there is no such line."""
    lines = next((file.lines for file in files if file.name == name), ())
    return lines[number - 1] if 0 < number <= len(lines) else None


def plain(node: Node) -> Plain:
    """Return the tree as ordinary strings, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, List):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}


def descend(node: Node, path: Path) -> Node:
    """Return the node at `path`, or the deepest one on the way that the file has."""
    for step in path:
        if isinstance(node, Mapping) and (entry := node.entry(step)):
            node = entry.value
        elif isinstance(node, List) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def value_span(root: Node, path: Path) -> Span:
    """Return the narrowest span that shows the value at `path`: a scalar whole, a block by its first words."""
    node = descend(root, path)
    while not isinstance(node, Scalar):
        if isinstance(node, Mapping) and node.entries:
            return node.entries[0].key.span
        if isinstance(node, List) and node.items:
            node = node.items[0]
        else:
            return node.span
    return node.span


def key_span(root: Node, path: Path) -> Span:
    """Return the span of the key at the end of `path`; the value's where there is no such key."""
    parent = descend(root, path[:-1])
    if path and isinstance(parent, Mapping) and (entry := parent.entry(path[-1])):
        return entry.key.span
    return value_span(root, path)


def place(source: SourceFile, path: Path, *, on_key: bool = False) -> Place:
    """Return where `path` stands in a file: its value, or with `on_key`, or at the end of the path, its key."""
    if source.tree is None:
        return Place(source.name)
    on_key = on_key or bool(path and isinstance(path[-1], AtKey))
    return Place(source.name, (key_span if on_key else value_span)(source.tree, path))
