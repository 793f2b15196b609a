"""The content as it would be: a change is checked on a copy, and nothing is written to the content itself."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from factsheets import pipeline
from factsheets.content.records import RECORD_TYPES, Record
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.model import only_in
from factsheets.editing.writing import Changes
from factsheets.pipeline import Checked
from factsheets.site import files


def check_with(content: Path, changes: Changes, types: tuple[type[Record], ...] = RECORD_TYPES) -> Checked:
    """Check the content as it would be with some files changed, added or removed. Nothing is written to it."""
    with files.scratch() as folder:
        copy = folder / content.name
        with suppress(shutil.Error):  # what cannot be read is not there, and is missed
            shutil.copytree(content, copy, symlinks=True, copy_function=_copied)
        _put(copy.parent, changes)
        return pipeline.check(copy, types)


def new_errors(before: Checked, after: Checked) -> list[Diagnostic]:
    """Return the errors that only the second check found."""
    return [each for each in only_in(after.diagnostics, before.diagnostics) if each.is_error]


def was_read(checked: Checked, name: str) -> bool:
    """Tell whether a check saw all of a file: as a record that can be relied on, or as one of those at the top."""
    file = next((each for each in checked.files if each.name == name), None)
    if file is None:
        return True
    return (file.folder, file.stem) in checked.facts.records or (not file.folder and file.tree is not None)


def _copied(source: str, target: str) -> None:
    if Path(source).is_file():
        shutil.copyfile(source, target)


def _put(root: Path, changes: Changes) -> None:
    for name, data in changes.items():
        if data is None:
            (root / name).unlink(missing_ok=True)
        else:
            files.write(root / name, data)
