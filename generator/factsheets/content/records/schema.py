"""JSON Schemas of the records, for editors' tools. Made from the types, never written by hand.

The dialect is draft 7, the newest that the common plugins for YAML know through. They read YAML by its core schema, in
which `1981` is a number and `NO` a text; where a record wants a text, a number must stand in quotation marks.
"""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from textwrap import dedent
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from factsheets.content.records.base import Model, Record
from factsheets.content.records.languages import TAG, name_of
from factsheets.content.records.site import Site, Waivers

TOP_FILES: dict[str, type[Model]] = {"site": Site, "waivers": Waivers}
"""The types of the files that lie in no record folder."""


def json_schema(model: type[Model], languages: Sequence[str] = ()) -> dict[str, Any]:
    """Return the JSON Schema of one record type; descriptions are docstrings.

    Keys stand in the order in which they stand in a file. Texts suggest the languages given. The schema is made once;
    nobody may change it.
    """
    return _made(model, tuple(languages))


@lru_cache(maxsize=64)
def _made(model: type[Model], languages: tuple[str, ...]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, schema_generator=_Schemas)
    schema["$defs"] = {**schema.get("$defs", {}), "Text": _text(languages)}
    whole: dict[str, Any] = _finished(schema)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **whole}


def schema_name(model: type[Model]) -> str:
    """Return the name of the file in which a type's schema lies."""
    return f"{model.__name__.lower()}.json"


def schema_files(types: Iterable[type[Record]], languages: Sequence[str]) -> dict[str, bytes]:
    """Return the schemas of all files of the content, by the names of their own files."""
    models = [*types, *TOP_FILES.values()]
    return {schema_name(each): _printed(json_schema(each, languages)) for each in models}


def keys(model: type[Model]) -> list[str]:
    """Return a type's keys as they stand in a file: `id`, then what is its own, then what it shares with others."""
    seen: set[str] = set()
    order: list[str] = []
    for kind in (each for each in reversed(model.__mro__) if issubclass(each, Model)):
        order = [name for name in kind.model_fields if name not in seen] + order
        seen |= set(kind.model_fields)
    aliases = [model.model_fields[name].alias or name for name in order]
    return sorted(aliases, key=lambda key: key != "id")


class _Schemas(GenerateJsonSchema):
    """Describes what a person writes: no null, no default that is a way of saying nothing."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        if not isinstance(found.get("default"), str | int):
            found.pop("default", None)
        return found

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        properties = {key: found["properties"][key] for key in keys(schema["cls"])}
        return {**found, "properties": {key: _explained(key, each) for key, each in properties.items()}}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        meanings = _meanings(schema["cls"])
        return {
            **super().enum_schema(schema),
            "markdownEnumDescriptions": [meanings[each] for each in schema["members"]],
        }

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        found, names = super().dict_schema(schema), schema.get("keys_schema", {})
        if names.get("type") != "enum":
            return {**found, "additionalProperties": found.get("additionalProperties", False)}
        values = found["additionalProperties"]
        properties = {member.value: {**values, "description": text} for member, text in _meanings(names["cls"]).items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}


def _explained(key: str, field: dict[str, Any]) -> dict[str, Any]:
    """Return a field's schema with a title, and with the folder in which the file lies that it names."""
    of = field.get("x-explained")
    description = " ".join(filter(None, (field.get("description"), of)))
    return {**field, "title": key.replace("_", " ").capitalize(), "description": description}


@lru_cache
def _meanings(kind: type[Enum]) -> dict[Enum, str]:
    """Return what each value of an enumeration means: the docstring below it."""
    (definition,) = ast.parse(dedent(inspect.getsource(kind))).body
    assert isinstance(definition, ast.ClassDef)  # noqa: S101 - the source of a class is a class
    lines = definition.body
    found = {
        each.targets[0].id: below.value.value
        for each, below in pairwise(lines)
        if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
    }
    return {member: str(found.get(name, "")) for name, member in kind.__members__.items()}


def _text(languages: Sequence[str]) -> dict[str, Any]:
    """Return the schema of a text: one string, or one for each language."""
    text = {"type": "string", "pattern": "\\S"}
    by_language = {
        "type": "object",
        "title": "The text by language",
        "properties": {tag: {**text, "description": f"The text in {name_of(tag)}."} for tag in languages},
        "patternProperties": {TAG: text},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [by_language, text]}


def _finished(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Return a schema with texts in place of their marks, and with descriptions that editors show with their signs."""
    if isinstance(schema, list):
        return [_finished(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _finished(value) for key, value in schema.items() if key not in {"x-text", "x-explained"}}
    reference = {"$ref": "#/$defs/Text"} if "x-text" in schema else {}
    description = found.get("description")
    shown = {"markdownDescription": description} if isinstance(description, str) and "`" in description else {}
    return {**reference, **found, **shown}


def _printed(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
