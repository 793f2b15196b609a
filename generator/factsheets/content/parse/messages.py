"""What pydantic says of a value, in words for somebody who has never seen YAML."""

from __future__ import annotations

import re
from typing import Any

from pydantic_core import ErrorDetails

from factsheets.content.parse.fields import example_of, explained, fields_at
from factsheets.content.records.base import Model
from factsheets.content.records.ids import could_be
from factsheets.content.source import Path, SourceFile
from factsheets.content.source.tree import List, Mapping, descend, place
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.suggest import certain, closest

_BULLETS = re.compile(r"[*•·▪–—-]")
_ON_KEY = {"bad-language", "empty-value"}
"""Codes that are about a name in front of a colon, where they lead to a narrower place."""


def diagnostic(  # noqa: PLR0911 - one for each kind of error
    source: SourceFile, model: type[Model], detail: ErrorDetails, renamed: dict[Path, str]
) -> Diagnostic:
    """Return the diagnostic for one error; `renamed` has the mistyped names with those that are certainly meant."""
    path, context, given = detail["loc"], detail.get("ctx", {}), detail["input"]
    match detail["type"]:
        case "missing":
            return _missing(source, model, path)
        case "extra_forbidden":
            return _unknown_field(source, model, path, renamed.get(path))
        case "enum":
            return _unknown_choice(source, path, str(given), str(context["expected"]))
        case "tuple_type":
            return _no_list(source, model, path, given)
        case "string_type":
            hint = "write one text after the colon, without brackets or hyphens" + explained(model, path)
            return Diagnostic("wrong-kind", place(source, path), "one text is wanted here, not several", hint)
        case "model_type" | "dict_type" | "mapping_type":
            return _no_group(source, model, path)
        case "too_long":
            most = context["max_length"]
            message = f"there are {context['actual_length']} entries here; at most {most} can be"
            return Diagnostic(
                "too-long", place(source, path), message, "keep those that matter" + explained(model, path)
            )
        case "bool_parsing":
            hint = "write true or false" + explained(model, path)
            return Diagnostic("wrong-kind", place(source, path), f"{str(given)!r} is neither true nor false", hint)
        case code if "message" in context:
            on_key = code in _ON_KEY and bool(context["at"])
            found = place(source, (*path, *context["at"]), on_key=on_key)
            return Diagnostic(code, found, context["message"], context["hint"], remedy=context["remedy"])
        case _:
            hint = "look how a file of the same folder writes it" + explained(model, path)
            return Diagnostic("wrong-kind", place(source, path), "a value of this kind cannot stand here", hint)


def _missing(source: SourceFile, model: type[Model], path: Path) -> Diagnostic:
    name = str(path[-1])
    line = f"{name}: {example_of(model, path)}"
    hint = f"add a line such as {line}, which starts right below the marked word"
    if _starts_with(source, path[:-1], "{"):
        hint = f"write , {line} in front of the closing }}"
    elif _starts_with(source, path[:-2], "["):
        names = ", ".join(f"{each}: …" for each in fields_at(model, path[:-1]))
        hint = f"put braces around what belongs together: {{{names}}}"
    return Diagnostic(
        "missing-field", place(source, path[:-1]), f"{name!r} is missing here", hint + explained(model, path)
    )


def _starts_with(source: SourceFile, path: Path, bracket: str) -> bool:
    node = descend(source.tree, path) if source.tree else None
    if not isinstance(node, Mapping | List):
        return False
    return source.lines[node.span.line - 1][node.span.column - 1 :].startswith(bracket)


def _unknown_field(source: SourceFile, model: type[Model], path: Path, right: str | None) -> Diagnostic:
    name, known = str(path[-1]), list(fields_at(model, path[:-1]))
    guess = right or closest(name, known)
    there = descend(source.tree, path[:-1]) if source.tree else None
    if guess and isinstance(there, Mapping) and there.entry(guess):
        hint = f"{guess!r} is there already: put what both lines say into it, and delete this one"
    elif right:
        hint = f"write {right}"
    else:
        hint = (f"did you mean {guess!r}? " if guess else "") + f"The names that can stand here: {', '.join(known)}"
    where = place(source, path, on_key=True)
    return Diagnostic("unknown-field", where, f"{name!r} is not known here", hint, remedy=right)


def _unknown_choice(source: SourceFile, path: Path, given: str, expected: str) -> Diagnostic:
    choices = [each.strip("' ") for each in expected.replace(" or ", ", ").split(",")]
    right, guess = certain(given, choices), closest(given, choices)
    hint = (f"did you mean {guess!r}? If not, " if guess else "") + f"write one of these: {', '.join(choices)}"
    on_key = "[key]" in path
    where = place(source, tuple(step for step in path if step != "[key]"), on_key=on_key)
    message = f"{given!r} is not one of the words allowed here"
    return Diagnostic("unknown-choice", where, message, f"write {right}" if right else hint, remedy=right)


def _no_list(source: SourceFile, model: type[Model], path: Path, given: Any) -> Diagnostic:  # noqa: ANN401 - any tree
    hint = "put square brackets around the value; on lines of its own, a hyphen and a space in front of its first line"
    remedy = None
    if isinstance(given, str) and _BULLETS.match(given):
        hint = "write a hyphen and a space in front of each entry, each on a line of its own"
    elif isinstance(given, str):
        entries = [each.strip() for each in given.strip("[]() ").split(",")]
        right = f"[{', '.join(entries)}]"
        answer = given in {"true", "false"}
        remedy = right if all(map(could_be, entries)) and not answer else None
        hint = "write the entries in square brackets, with a comma after each" if answer else f"write {right}"
    message = "a list is wanted here, even if it has one entry only"
    return Diagnostic("wrong-kind", place(source, path), message, hint + explained(model, path), remedy=remedy)


def _no_group(source: SourceFile, model: type[Model], path: Path) -> Diagnostic:
    names = list(fields_at(model, path))
    if names and isinstance(path[-1], int):
        hint = f"write {{{', '.join(f'{each}: …' for each in names)}}} in its place, without what is not known"
        return Diagnostic("wrong-kind", place(source, path), "names with values are wanted here, in braces", hint)
    lines = f", such as {names[0]}: …; the names that can stand here: {', '.join(names)}" if names else ""
    hint = f"write lines with a name and a colon below it, each two spaces further to the right{lines}"
    message = "lines with names are wanted here, not a single value or a list"
    return Diagnostic("wrong-kind", place(source, path), message, hint + explained(model, path))
