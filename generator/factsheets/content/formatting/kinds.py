"""What a schema says of each place of a record's tree: the order of its keys, and what may stand there unquoted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from factsheets.content.source.tree import Entry, List, Node, Scalar
from factsheets.content.source.tree import Mapping as Group

Schema: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """The forms that a value may have by its schema, without references; none where the schema does not know it.

    `own` is the schema of the very place, with what it says of the field there.
    """

    forms: tuple[Schema, ...]
    definitions: Schema
    own: Schema = field(default_factory=dict)

    def at(self, key: str) -> Kind:
        """Return the kind of the value behind a key."""
        return self._first(self._at(form, key) for form in self.forms)

    def item(self) -> Kind:
        """Return the kind of a list's entries."""
        return self._first(form.get("items") for form in self.forms)

    @property
    def types(self) -> frozenset[str]:
        """The types that a value may have for a tool that tells them apart, empty where nothing is known."""
        found = [form.get("type", ()) for form in self.forms]
        return frozenset(name for each in found for name in ([each] if isinstance(each, str) else each))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the order in which they stand in a file."""
        return tuple(key for form in self.forms for key in form.get("properties", ()))

    @property
    def is_sorted(self) -> bool:
        """Whether it is a list whose order says nothing, such as one in a roll call."""
        return any("x-sorted" in form for form in self.forms)

    @property
    def is_by_member(self) -> bool:
        """Whether its keys name members, so that they are sorted."""
        return any("x-member" in form.get("propertyNames", ()) for form in self.forms)

    @staticmethod
    def _at(form: Schema, key: str) -> Schema | None:
        others: Any = form.get("additionalProperties") or next(iter(form.get("patternProperties", {}).values()), None)
        found: Schema | None = form.get("properties", {}).get(key, others)
        return found

    def _first(self, found: Iterator[Schema | None]) -> Kind:
        return kind_of(next(filter(None, found), None), self.definitions)


def kind_of(schema: Schema | None, definitions: Schema) -> Kind:
    """Return the kind that a schema describes."""
    return Kind(tuple(_forms(schema, definitions)), definitions, schema) if schema else Kind((), definitions)


def _forms(schema: Schema, definitions: Schema) -> Iterator[Schema]:
    if "$ref" in schema:
        yield from _forms(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    elif "anyOf" in schema:
        for each in schema["anyOf"]:
            yield from _forms(each, definitions)
    else:
        yield schema


def arranged(node: Node, kind: Kind) -> Node:
    """Return the same tree with its keys in the order of the schema, and its roll calls by the codes.

    Keys that the schema does not know follow those that it knows, in the order in which they were written.
    """
    if isinstance(node, Group):
        entries = (Entry(each.key, arranged(each.value, kind.at(each.key.text))) for each in node.entries)
        return Group(tuple(sorted(entries, key=lambda each: _rank(each, kind))), node.span)
    if isinstance(node, List):
        items = tuple(arranged(each, kind.item()) for each in node.items)
        is_list_of_names = kind.is_sorted and all(isinstance(each, Scalar) for each in items)
        return List(tuple(sorted(items, key=_text)) if is_list_of_names else items, node.span)
    return node


def _rank(entry: Entry, kind: Kind) -> tuple[int, str]:
    keys, key = kind.keys, entry.key.text
    return keys.index(key) if key in keys else len(keys), key if kind.is_by_member else ""


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
