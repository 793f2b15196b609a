"""One form for every file of the content: what it says stays, how it is written follows from that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factsheets.content.formatting.comments import comments
from factsheets.content.formatting.kinds import Schema, arranged, kind_of
from factsheets.content.formatting.layout import Layout
from factsheets.content.formatting.proof import MODELINE, LossError, prove
from factsheets.content.records import RECORD_TYPES, Record
from factsheets.content.records.schema import TOP_FILES, json_schema, schema_name
from factsheets.content.source import SourceFile, read_folder
from factsheets.content.source.tree import List as ListNode
from factsheets.content.source.tree import Scalar, descend
from factsheets.diagnostics import Diagnostic

__all__ = ["LossError", "Restyled", "form_for", "formatted", "languages_of", "proved", "restyle"]


@dataclass(frozen=True, slots=True)
class Restyled:
    """The files of the content that were asked for, those that are to be written, and what forbids it."""

    files: tuple[SourceFile, ...]
    diagnostics: list[Diagnostic]
    changed: Mapping[str, str] = field(default_factory=dict)


def restyle(content: Path, wanted: Callable[[str], bool], types: tuple[type[Record], ...] = RECORD_TYPES) -> Restyled:
    """Return what the files with a wanted name would be in the one form; nothing if one of them cannot be read.

    Raises LossError if the form would change what one of them says.
    """
    every, found = read_folder(content)
    files = tuple(file for file in every if wanted(file.name))
    if refused := [each for each in found if wanted(each.place.file)]:
        return Restyled(files, refused)
    one_form = _form_for(every, types, proved)
    texts = {file.name: one_form(file) for file in files}
    there = {name: (content.parent / name).read_bytes() for name in texts}
    return Restyled(files, [], {name: text for name, text in texts.items() if text.encode() != there[name]})


def form_for(
    files: Sequence[SourceFile], types: tuple[type[Record], ...] = RECORD_TYPES
) -> Callable[[SourceFile], str]:
    """Return what gives any file of a content its text in the one form, or as it is."""
    return _form_for(files, types, formatted)


def _form_for(
    files: Sequence[SourceFile], types: tuple[type[Record], ...], form: Callable[[SourceFile, Schema, str | None], str]
) -> Callable[[SourceFile], str]:
    models = {**{kind.folder: kind for kind in types}, **TOP_FILES}
    schemas = {name: json_schema(model, languages_of(files)) for name, model in models.items()}
    names = {name: schema_name(model) for name, model in models.items()}
    return lambda file: form(file, schemas.get(file.folder or file.stem, {}), names.get(file.folder or file.stem))


def formatted(file: SourceFile, schema: Schema, name: str | None = None) -> str:
    """Return a file's text in the one form; as it is, should the new text not say the same.

    With the name of its schema's file, the first line tells editors' tools where that lies.
    """
    try:
        return proved(file, schema, name)
    except LossError:
        return "\n".join(file.lines)


def proved(file: SourceFile, schema: Schema, name: str | None) -> str:
    """Return a file's text in the one form; raises LossError if that would say something else."""
    if file.tree is None:
        return "\n".join(file.lines)
    kind = kind_of(schema, schema.get("$defs", {}))
    tree, found = arranged(file.tree, kind), comments(file.lines, file.tree)
    body = Layout(found).below(tree, kind, 0) if file.tree.entries else ["{}"]
    text = "\n".join([*_head(file, found.head, name), *body]) + "\n"
    prove(file, file.tree, text, kind)
    return text


def languages_of(files: Sequence[SourceFile]) -> list[str]:
    """Return the languages of the site, as far as its file can be read."""
    site = next((file.tree for file in files if (file.folder, file.stem) == ("", "site") and file.tree), None)
    found = descend(site, ("languages",)) if site else None
    return [each.text for each in found.items if isinstance(each, Scalar)] if isinstance(found, ListNode) else []


def _head(file: SourceFile, head: list[str], name: str | None) -> list[str]:
    if name is None:
        return head
    up = "../../" if file.folder else "../"
    others = [line for line in head if not line.startswith(MODELINE)]
    return [f"{MODELINE} $schema={up}generator/schemas/{name}", *others]
