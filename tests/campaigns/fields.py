"""Every field that the schemas know, in every form that it may have, and the ways that lead to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.schema import TOP_FILES, json_schema

Schema: TypeAlias = Mapping[str, Any]
Tree: TypeAlias = Any
"""What a YAML file holds: texts in lists and mappings."""
World: TypeAlias = dict[str, Tree]
"""Trees by the names of their files."""
Known: TypeAlias = tuple[str, str, str]
"""A field in one of its forms: what its mapping is called, its own name, and the form, empty where there is but one."""
Way: TypeAlias = tuple[str, ...]
"""The steps from the top of a file to a field: names, `ENTRY` into a list, `VALUE` into a mapping with any names."""

ENTRY, VALUE = "[]", "{}"
_TEXT = "The text by language"

SCHEMAS: Mapping[str, Schema] = {
    **{kind.folder: json_schema(kind, ("en", "de")) for kind in RECORD_TYPES},
    **{name: json_schema(kind, ("en", "de")) for name, kind in TOP_FILES.items()},
}
"""The schemas by what `key_of` says of a file."""


def key_of(name: str) -> str:
    """Return the folder of a record's file, or the stem of one at the top."""
    folder, slash, _ = name.partition("/")
    return folder if slash else name.removesuffix(".yaml")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a schema lets stand; `defs` is what it refers to."""

    defs: Schema

    def bare(self, schema: Schema) -> Schema:
        """Return a schema without references."""
        while "$ref" in schema:
            more = {"examples": schema["examples"]} if "examples" in schema else {}
            schema = {**self.defs[schema["$ref"].rpartition("/")[2]], **more}
        return schema

    def fields(self, schema: Schema) -> Mapping[str, Schema]:
        """Return the fields of a mapping; a text by language has none."""
        found: Mapping[str, Schema] = {} if schema.get("title") == _TEXT else schema.get("properties", {})
        return found

    def values(self, schema: Schema) -> Schema | None:
        """Return what stands under the names of a mapping that may have any."""
        if self.fields(schema) or schema.get("title") == _TEXT:
            return None
        found = schema.get("additionalProperties") or next(iter(schema.get("patternProperties", {}).values()), None)
        return found or None

    def branches(self, schema: Schema) -> list[Schema]:
        """Return what a schema leaves to choose from, each without references."""
        schema = self.bare(schema)
        return [self.bare(each) for each in schema["anyOf"]] if "anyOf" in schema else [schema]

    def forms(self, schema: Schema) -> dict[str, Schema]:
        """Return every form that a field may have: each branch of a choice, each word of an enumeration."""
        schema = self.bare(schema)
        if "anyOf" in schema:
            return {
                inner or _called(branch): form
                for branch in self.branches(schema)
                for inner, form in self.forms(branch).items()
            }
        if "enum" in schema or schema.get("type") == "boolean":
            return {str(each): {"const": each} for each in schema.get("enum", ("true", "false"))}
        if "items" in schema:
            return {inner: {**schema, "items": form} for inner, form in self.forms(schema["items"]).items()}
        return {"": schema}

    def fits(self, tree: Tree, schema: Schema) -> bool:
        """Tell whether a tree has the form of a schema; a list has it if any entry has."""
        schema = self.bare(schema)
        if "const" in schema:
            return bool(tree == schema["const"])
        match schema.get("type"):
            case "array":
                return isinstance(tree, list) and any(self.fits(each, schema["items"]) for each in tree)
            case "object":
                return isinstance(tree, dict)
        return isinstance(tree, str)

    def ways(self, schema: Schema, way: Way = ()) -> Iterator[tuple[Known, Way]]:
        """Yield every field in every form, with a way that leads to it."""
        for branch in self.branches(schema):
            for name, field in self.fields(branch).items():
                for form in self.forms(field):
                    yield (str(branch.get("title")), name, form), (*way, name)
                yield from self.ways(field, (*way, name))
            if "items" in branch:
                yield from self.ways(branch["items"], (*way, ENTRY))
            if values := self.values(branch):
                yield from self.ways(values, (*way, VALUE))

    def mappings(self, tree: Tree, schema: Schema) -> Iterator[tuple[dict[str, Tree], Schema]]:
        """Yield every mapping of a tree that has fields, with its schema."""
        for branch in self.branches(schema):
            if isinstance(tree, list) and "items" in branch:
                for each in tree:
                    yield from self.mappings(each, branch["items"])
            elif isinstance(tree, dict) and self.fields(branch):
                yield tree, branch
                for name, value in tree.items():
                    if name in self.fields(branch):
                        yield from self.mappings(value, self.fields(branch)[name])
            elif isinstance(tree, dict) and (values := self.values(branch)):
                for each in tree.values():
                    yield from self.mappings(each, values)

    def known(self, tree: Tree, schema: Schema) -> Iterator[Known]:
        """Yield every field that stands in a tree, in the forms in which it does."""
        for mapping, each in self.mappings(tree, schema):
            for name in mapping.keys() & self.fields(each).keys():
                for form, narrow in self.forms(self.fields(each)[name]).items():
                    if self.fits(mapping[name], narrow):
                        yield str(each.get("title")), name, form


def _called(branch: Schema) -> str:
    """Return what a branch of a choice is called."""
    if "const" in branch:
        return str(branch["const"])
    if branch.get("title") == _TEXT:
        return "by language"
    if "x-folder" in branch or "x-member" in branch:
        return "name"
    return {"array": "list", "string": "text"}.get(branch["type"], str(branch.get("title")))


def grammar_of(key: str) -> Grammar:
    """Return the grammar of a kind of file."""
    return Grammar(SCHEMAS[key].get("$defs", {}))


@cache
def ways() -> Mapping[Known, tuple[tuple[str, Way], ...]]:
    """Return every field in every form, with the kinds of files in which it may stand, and where."""
    found: dict[Known, list[tuple[str, Way]]] = {}
    for key, schema in SCHEMAS.items():
        for known, way in grammar_of(key).ways(schema):
            found.setdefault(known, []).append((key, way))
    return {known: tuple(found[known]) for known in sorted(found)}


def known_in(world: World) -> set[Known]:
    """Return every field that stands in a world."""
    return {
        each for name, tree in world.items() for each in grammar_of(key_of(name)).known(tree, SCHEMAS[key_of(name)])
    }
