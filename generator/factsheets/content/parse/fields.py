"""What the types say of a place in a file: which mapping it lies in, its fields, and what each is for."""

from __future__ import annotations

from types import UnionType
from typing import Any, get_args

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from factsheets.content.records.base import Model
from factsheets.content.records.schema import keys
from factsheets.content.source import Path


def model_at(model: type[Model], path: Path) -> type[Model] | None:
    """Return the model of the mapping at `path`, or None where there is none."""
    here: Any = model
    for step in path:
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = {field.alias or name: field for name, field in here.model_fields.items()}
            if step not in fields:
                return None
            here = fields[str(step)].annotation
        else:
            here = _inner(here)
    here = _bare(here)
    return here if isinstance(here, type) and issubclass(here, Model) else None


def fields_at(model: type[Model], path: Path) -> dict[str, FieldInfo]:
    """Return the fields of the mapping at `path` by the names they have in files, in the order of a file."""
    owner = model_at(model, path)
    by_name = {field.alias or name: field for name, field in owner.model_fields.items()} if owner else {}
    return {key: by_name[key] for key in keys(owner)} if owner else {}


def field_at(model: type[Model], path: Path) -> FieldInfo | None:
    """Return the field that `path` leads to, or None for an entry of a list and for a name that is not known."""
    return fields_at(model, path[:-1]).get(str(path[-1])) if path else None


def explained(model: type[Model], path: Path) -> str:
    """Return what the field at `path` is for, in the words of its documentation, for the end of a hint."""
    field = field_at(model, path)
    return f" ({field.description.rstrip('.')})" if field and field.description else ""


def example_of(model: type[Model], path: Path) -> str:
    """Return how the value of a field could look."""
    field = field_at(model, path)
    if field is None:
        return "…"
    schemas = [each.json_schema or {} for each in field.metadata if isinstance(each, WithJsonSchema)]
    if any(each.get("x-text") for each in schemas) and not field.examples:
        return "{en: …, de: …}"
    examples = [*(field.examples or ()), *(one for each in schemas for one in each.get("examples", ()))]
    return _flow(examples[0] if examples else "…")


def _flow(value: Any) -> str:  # noqa: ANN401 - an example: texts in lists and mappings
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: …" for key in value) + "}"
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def _bare(kind: Any) -> Any:  # noqa: ANN401 - a type, or a form of one
    """Strip `| None` and annotations from a type."""
    if isinstance(kind, UnionType):
        return _bare(next(each for each in get_args(kind) if each is not type(None)))
    return get_args(kind)[0] if hasattr(kind, "__metadata__") else kind


def _inner(kind: Any) -> Any:  # noqa: ANN401 - a type, or a form of one
    """Return what a tuple or mapping holds."""
    arguments = [each for each in get_args(_bare(kind)) if each is not Ellipsis]
    return _bare(arguments[-1]) if arguments else None
