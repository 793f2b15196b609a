"""From a tree to a record: what each value means, and a diagnostic for each that means nothing."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.diagnostics.suggest import closest
from generator.records.base import Model
from generator.source import Path, SourceFile
from generator.source.tree import Plain, place, plain

M = TypeVar("M", bound=Model)


def parse(source: SourceFile, model: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """Return the record a file holds, and what is wrong with it.

    A record with errors is still returned where leaving the wrong lines out changes nothing else, so that the checks
    that follow find what else is wrong; the errors alone keep it from being published.
    """
    if source.tree is None:
        return None, []
    data = plain(source.tree)
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors()
    diagnostics = [_diagnostic(source, model, detail) for detail in details if not _is_mistyped(model, detail, details)]
    return _without(data, [detail["loc"] for detail in details], model), diagnostics


def _is_mistyped(model: type[Model], detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether a missing name is there after all, mistyped: then the mistyped name is the one thing to report."""
    beside = (each["loc"] for each in details if each["type"] == "extra_forbidden")
    return detail["type"] == "missing" and any(
        path[:-1] == detail["loc"][:-1] and _meant(model, path) == detail["loc"][-1] for path in beside
    )


def _meant(model: type[Model], path: Path) -> str | None:
    return closest(str(path[-1]), _names(model_at(model, path[:-1])))


def _names(owner: type[Model] | None) -> list[str]:
    return [field.alias or name for name, field in owner.model_fields.items()] if owner else []


def _without(data: Plain, paths: list[Path], model: type[M]) -> M | None:
    """Validate once more without the wrong values, where each may be left out; None where that is not honest."""
    if not all(_is_optional(model, path) for path in paths):
        return None
    for path in paths:
        _drop(data, path)
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def _drop(data: Any, path: Path) -> None:  # noqa: ANN401 - a plain tree
    for step in path[:-1]:
        data = data[step]
    data.pop(path[-1], None)


def _is_optional(model: type[Model], path: Path) -> bool:
    """Tell whether the key at `path` is unknown to its mapping, or may be absent and then means unknown."""
    owner = model_at(model, path[:-1])
    if not path or owner is None or not isinstance(path[-1], str):
        return False
    fields = {field.alias or name: field for name, field in owner.model_fields.items()}
    field = fields.get(path[-1])
    return field is None or (not field.is_required() and field.default is None)


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


def _bare(kind: Any) -> Any:  # noqa: ANN401 - a type, or a form of one
    """Strip `| None` and annotations from a type."""
    if isinstance(kind, UnionType):
        return _bare(next(each for each in get_args(kind) if each is not type(None)))
    return get_args(kind)[0] if hasattr(kind, "__metadata__") else kind


def _inner(kind: Any) -> Any:  # noqa: ANN401 - a type, or a form of one
    """Return what a tuple or mapping holds."""
    arguments = [each for each in get_args(_bare(kind)) if each is not Ellipsis]
    return _bare(arguments[-1]) if arguments else None


def _diagnostic(source: SourceFile, model: type[Model], detail: ErrorDetails) -> Diagnostic:
    path, context = detail["loc"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            name = str(path[-1])
            hint = f"add a line {name}: …{_explain(model, path)}"
            return Diagnostic("missing-field", place(source, path[:-1]), f"{name!r} is missing here", hint)
        case "extra_forbidden":
            return _unknown_field(source, model, path)
        case "enum":
            return _unknown_choice(source, path, str(detail["input"]), str(context["expected"]))
        case "string_type" | "tuple_type" | "model_type" | "dict_type" | "mapping_type" | "bool_parsing" as kind:
            message, hint = _KINDS[kind]
            return Diagnostic("wrong-kind", place(source, path), message, hint + _explain(model, path))
        case code if "message" in context:
            where = (*path, *context["at"])
            on_key = code in {"bad-language", "empty-value"} and bool(context["at"])
            found = place(source, where, on_key=on_key)
            return Diagnostic(code, found, context["message"], context["hint"], remedy=context["remedy"])
        case _:
            return Diagnostic(
                "wrong-kind",
                place(source, path),
                detail["msg"],
                f"compare it with a similar record{_explain(model, path)}",
            )


_KINDS: Mapping[str, tuple[str, str]] = {
    "string_type": ("a single text is wanted here", "write one text after the colon"),
    "tuple_type": ("a list is wanted here", "write the entries in square brackets, or each on a line after a hyphen"),
    "model_type": ("a group of lines is wanted here", "write name: value lines, indented by two spaces"),
    "dict_type": ("a group of lines is wanted here", "write name: value lines, indented by two spaces"),
    "mapping_type": ("a group of lines is wanted here", "write name: value lines, indented by two spaces"),
    "bool_parsing": ("true or false is wanted here", "write true or false"),
}


def _explain(model: type[Model], path: Path) -> str:
    """Return what the field at `path` is for, in the words of its documentation."""
    owner = model_at(model, path[:-1])
    fields = {field.alias or name: field for name, field in owner.model_fields.items()} if owner else {}
    field = fields.get(str(path[-1])) if path else None
    return f" ({field.description})" if field and field.description else ""


def _unknown_field(source: SourceFile, model: type[Model], path: Path) -> Diagnostic:
    guess = _meant(model, path)
    names = ", ".join(_names(model_at(model, path[:-1])))
    hint = f"did you mean {guess!r}?" if guess else f"the names known here: {names}"
    where = place(source, path, on_key=True)
    return Diagnostic("unknown-field", where, f"{str(path[-1])!r} is not known here", hint, remedy=guess)


def _unknown_choice(source: SourceFile, path: Path, given: str, expected: str) -> Diagnostic:
    choices = [each.strip("' ") for each in expected.replace(" or ", ", ").split(",")]
    guess = closest(given, choices)
    hint = (f"did you mean {guess!r}? " if guess else "") + f"one of: {', '.join(choices)}"
    on_key = "[key]" in path
    where = place(source, tuple(step for step in path if step != "[key]"), on_key=on_key)
    return Diagnostic("unknown-choice", where, f"{given!r} is not one of the words allowed here", hint, remedy=guess)
