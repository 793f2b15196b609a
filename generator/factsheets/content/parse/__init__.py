"""From a tree to a record: what each value means, and a diagnostic for each that means nothing."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from factsheets.content.parse.fields import field_at, fields_at, model_at
from factsheets.content.parse.messages import diagnostic
from factsheets.content.records.base import Model
from factsheets.content.source import Path, SourceFile
from factsheets.content.source.tree import Plain, plain
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.suggest import certain, closest

M = TypeVar("M", bound=Model)


def parse(source: SourceFile, model: type[M]) -> tuple[M | None, list[Diagnostic]]:
    """Return the record a file holds, and what is wrong with it.

    A record with errors is still returned where leaving the wrong lines out changes nothing else, so that the checks
    that follow find what else is wrong; the errors alone keep it from being published. Of a file that could not be
    read, no record comes, but the errors in what is whole of it.
    """
    if source.tree is None:
        return None, _in_what_is_whole(source, model)
    data = plain(source.tree)
    details = _errors(data, model)
    if not details:
        return model.model_validate(data), []
    renamed = _renamed(data, model, details)
    found = [diagnostic(source, model, each, renamed) for each in details if not _is_mistyped(model, each, details)]
    return _without(data, model, details, renamed), found


def _in_what_is_whole(source: SourceFile, model: type[Model]) -> list[Diagnostic]:
    """Return what is wrong in the whole parts of a file that breaks; nothing that the rest of it could put right."""
    if source.whole is None:
        return []
    data, there = plain(source.whole), replace(source, tree=source.whole)
    details = _errors(data, model)
    renamed = _renamed(data, model, details)
    sure = [each for each in details if _is_sure(each)]
    return [diagnostic(there, model, each, renamed) for each in sure if not _is_mistyped(model, each, details)]


def _is_sure(detail: ErrorDetails) -> bool:
    """Tell whether an error stays one whatever else the file holds: at its top no name is missing or unknown."""
    return len(detail["loc"]) > 1 or (bool(detail["loc"]) and detail["type"] not in {"missing", "extra_forbidden"})


def _errors(data: Plain, model: type[Model]) -> list[ErrorDetails]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return error.errors()
    return []


def _renamed(data: Plain, model: type[Model], details: list[ErrorDetails]) -> dict[Path, str]:
    """Return the mistyped names with those certainly meant: the only likely ones, still free, whose value fits."""
    found: dict[Path, str] = {}
    for path in (each["loc"] for each in details if each["type"] == "extra_forbidden"):
        right = certain(str(path[-1]), fields_at(model, path[:-1]))
        if right and right not in _mapping(data, path):
            found[path] = right
    tried = _errors(_with_names(data, found), model)
    return {path: right for path, right in found.items() if not _is_wrong((*path[:-1], right), tried)}


def _is_wrong(path: Path, details: list[ErrorDetails]) -> bool:
    return any(each["loc"][: len(path)] == path for each in details)


def _with_names(data: Plain, renamed: dict[Path, str]) -> Any:  # noqa: ANN401 - a plain tree
    data = deepcopy(data)
    for path, right in renamed.items():
        mapping = _mapping(data, path)
        mapping[right] = mapping.pop(path[-1])
    return data


def _mapping(data: Any, path: Path) -> Any:  # noqa: ANN401 - a plain tree
    """Return the mapping in which the last step of a path stands."""
    for step in path[:-1]:
        data = data[step]
    return data


def _is_mistyped(model: type[Model], detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell whether a missing name is there after all, mistyped: then the mistyped name is the one thing to report."""
    beside = (each["loc"] for each in details if each["type"] == "extra_forbidden")
    return detail["type"] == "missing" and any(
        path[:-1] == detail["loc"][:-1] and closest(str(path[-1]), fields_at(model, path[:-1])) == detail["loc"][-1]
        for path in beside
    )


def _without(data: Plain, model: type[M], details: list[ErrorDetails], renamed: dict[Path, str]) -> M | None:
    """Validate with mistyped names put right and without wrong values, where each may be left out; else return None."""
    fixed = {(*path[:-1], right) for path, right in renamed.items()}
    wrong = [each["loc"] for each in details if each["loc"] not in renamed and each["loc"] not in fixed]
    if not all(_may_be_left_out(data, model, path) for path in wrong):
        return None
    data = _with_names(data, renamed)
    for path in wrong:
        _mapping(data, path).pop(path[-1], None)
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def _may_be_left_out(data: Plain, model: type[Model], path: Path) -> bool:
    """Tell whether the value at `path` may be absent and then means unknown, or repeats a name that is there."""
    if not path or model_at(model, path[:-1]) is None or not isinstance(path[-1], str):
        return False
    field = field_at(model, path)
    if field is None:
        return closest(path[-1], fields_at(model, path[:-1])) in _mapping(data, path)
    return not field.is_required() and field.default is None


__all__ = ["parse"]
