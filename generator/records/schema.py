"""JSON Schemas of the records, for editors' tools. Made from the types, never written by hand."""

from __future__ import annotations

from typing import Any

from generator.records.base import Model


def json_schema(model: type[Model]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record type; descriptions are the fields' docstrings."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
