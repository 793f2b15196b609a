"""From a remedy to its file with it, tried on a copy: whether it mends what it answers, and brings no error."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from factsheets.content.formatting.scalars import in_place_of
from factsheets.content.source import SourceFile
from factsheets.content.source.edits import Edit, edited, entry_at, scalar_at, under
from factsheets.diagnostics import Diagnostic, Place, Span
from factsheets.diagnostics.model import about, only_in
from factsheets.editing.dry_run import check_with, new_errors, was_read
from factsheets.editing.writing import Changes
from factsheets.pipeline import Checked

_IN_YAML = {"wrong-kind"}
"""The codes whose remedy is a list or a group, in place of a value in a file that can be read."""

Wanted = Callable[[Diagnostic], bool]


@dataclass(frozen=True, slots=True)
class Fix:
    """A remedy written into its file: the bytes before and after, and the content as checked with it.

    With an `objection` it must not be written, and `checked` is None where it cannot.
    """

    diagnostic: Diagnostic
    before: bytes
    after: bytes
    checked: Checked | None
    objection: str = ""


def next_one(checked: Checked, wanted: Wanted, passed: Iterable[Diagnostic]) -> Diagnostic | None:
    """Return the first wanted diagnostic with a remedy that has not been passed over."""
    with_remedy = (each for each in checked.diagnostics if each.remedy is not None and wanted(each))
    return next(only_in(with_remedy, passed), None)


def tried(content: Path, checked: Checked, written: Changes, diagnostic: Diagnostic) -> Fix:
    """Try a remedy on the content that was checked: that of the disk, but for the files in `written`."""
    name = diagnostic.place.file
    draft = written.get(name)
    before = (content.parent / name).read_bytes() if draft is None else draft
    file = next(each for each in checked.files if each.name == name)
    after = mended(file, before, diagnostic)
    if after is None:
        return Fix(diagnostic, before, before, None, "the words there cannot be replaced on their own")
    then = check_with(content, {**written, name: after})
    span = diagnostic.place.span
    return Fix(diagnostic, before, after, then, objection(checked, then, diagnostic, span))


def mended(file: SourceFile, data: bytes, diagnostic: Diagnostic) -> bytes | None:
    """Return a file's bytes with the remedy in place of the words it is for; None where there are no such words."""
    text = _as_yaml(file, diagnostic)
    if text is None:
        return None
    after = edited(data, [Edit(diagnostic.place.span, text)])
    return after if after != data else None


def _as_yaml(file: SourceFile, diagnostic: Diagnostic) -> str | None:
    """Return a remedy as it is to stand in the file: for a value or a name it is the bare text, else YAML already."""
    span, remedy = diagnostic.place.span, diagnostic.remedy or ""
    if file.tree is None or diagnostic.code in _IN_YAML:
        return remedy
    found = scalar_at(file.tree, file.lines, span)
    return in_place_of(under(file.lines, span), remedy, in_brackets=found[1]) if found else None


def objection(before: Checked, after: Checked, diagnostic: Diagnostic, written: Span) -> str:
    """Return why a remedy is not right after all, in words; an empty text where it is.

    It has to take its message away. An error that was there unseen does not speak against it: one in a file that could
    not be read before, unless it is in the line that was written, or one behind a name that was not known.
    """
    gone = map(about, only_in(before.diagnostics, after.diagnostics))
    if about(diagnostic) not in gone:
        return "the message would still be there"
    for each in new_errors(before, after):
        is_in_file = each.place.file == diagnostic.place.file
        if is_in_file and diagnostic.code == "unknown-field" and _is_behind(after, each.place, written):
            continue
        if (is_in_file and each.place.span.line == written.line) or was_read(before, each.place.file):
            return f"it would bring an error: {each.place}: {each.message}"
    return ""


def _is_behind(checked: Checked, place: Place, name: Span) -> bool:
    """Tell whether a place is within the value of the name that starts where another stood."""
    file = next(each for each in checked.files if each.name == place.file)
    entry = entry_at(file.tree, (name.line, name.column)) if file.tree else None
    return entry is not None and entry.value.span.line <= place.span.line <= entry.value.span.end_line
