"""The content as it would be: a change is checked on a copy, and written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from factsheets import pipeline
from factsheets.content.records import RECORD_TYPES, Record
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.model import only_in
from factsheets.pipeline import Checked
from factsheets.site import files

Changes: TypeAlias = Mapping[str, bytes | None]
"""The bytes of files by their names, as diagnostics have them (`content/people/x.yaml`); None for one that goes."""


def check_with(content: Path, changes: Changes, types: tuple[type[Record], ...] = RECORD_TYPES) -> Checked:
    """Check the content as it would be with some files changed, added or removed. Nothing is written to it."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / content.name
        with suppress(shutil.Error):  # what cannot be read is not there, and is missed
            shutil.copytree(content, copy, symlinks=True, copy_function=_copied)
        _put(copy.parent, changes)
        return pipeline.check(copy, types)


def write_changes(root: Path, changes: Changes) -> None:
    """Write all the changes below the folder that holds the content; if one fails, put back what was there.

    Everything is laid beside its place first, so that a disk that fills up stops it before anything has changed, and
    what was there keeps a second name, so that putting it back needs no room. Raises OSError, with the name of the file
    that could not be written. A kill in the midst of the renaming can leave some files new and others old: the check
    and the repository's history then tell which.
    """
    places = {name: root / name if data is None else (root / name).resolve() for name, data in changes.items()}
    there = {name for name, path in places.items() if path.is_symlink() or path.exists()}
    fresh: dict[str, Path] = {}
    kept: dict[str, Path] = {}
    try:
        for name, data in changes.items():
            if data is not None:
                fresh[name] = files.beside(places[name], data)
        kept |= {name: files.kept(places[name]) for name in sorted(there)}
        for name, made in fresh.items():
            made.replace(places[name])
        for name in changes.keys() - fresh.keys():
            places[name].unlink(missing_ok=True)
    except BaseException:
        _put_back({name: (path, kept.get(name)) for name, path in places.items() if name in kept or name not in there})
        raise
    finally:
        for path in (*fresh.values(), *kept.values()):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _put_back(places: Mapping[str, tuple[Path, Path | None]]) -> None:
    """Let each place hold what was kept of it, or nothing if it was empty."""
    for path, kept in places.values():
        with suppress(OSError):  # what still cannot be written keeps no other from being put back
            if kept is None:
                path.unlink(missing_ok=True)
            else:
                kept.replace(path)


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
