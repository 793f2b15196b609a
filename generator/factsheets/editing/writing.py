"""Changes of several files, written whole or not at all, whatever ends the program meanwhile."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from factsheets.site import files

Changes: TypeAlias = Mapping[str, bytes | None]
"""The bytes of files by their names, as diagnostics have them (`content/people/x.yaml`); None for one that goes."""

_JOURNAL = ".unfinished"
"""Lies in the content while files are being exchanged, and lists them: what was there is put back if it stays."""
_NAME = re.compile(r"content/(?:[a-z]+/)?[A-Za-z0-9-]+\.yaml")
"""What a journal may list, whoever wrote it."""
_KEPT, _NEW = "kept", "new"


def write_changes(root: Path, changes: Changes) -> None:
    """Write all the changes below the folder that holds the content; if one fails, put back what was there.

    Everything is laid beside its place first, so that a disk that fills up stops it before anything has changed, and
    what was there keeps a second name, so that putting it back needs no room. What cannot be put back now, since the
    program is killed or the disk can only be read, `put_back` puts back later. Raises OSError, with the name of the
    file that could not be written.
    """
    put_back(root)
    places = {name: root / name if data is None else (root / name).resolve() for name, data in changes.items()}
    there = {name for name, path in places.items() if path.is_symlink() or path.exists()}
    journal = root / "content" / _JOURNAL
    fresh: dict[str, Path] = {}
    kept: list[Path] = []
    try:
        for name, data in changes.items():
            if data is not None:
                fresh[name] = files.beside(places[name], data)
        kept += [files.kept(places[name]) for name in sorted(there)]
        with journal.open("x", encoding="utf-8") as file:
            files.take(file)
            file.write("".join(f"{_KEPT if name in there else _NEW} {name}\n" for name in sorted(changes)))
            file.flush()
            os.fsync(file.fileno())
            for name, made in fresh.items():
                made.replace(places[name])
            for name in changes.keys() - fresh.keys():
                places[name].unlink(missing_ok=True)
            journal.unlink()
    except BaseException:
        with suppress(OSError):
            if journal.exists():
                _restore((places[name], name in there) for name in changes)
                journal.unlink()
        raise
    finally:
        for path in (*fresh.values(), *(() if journal.exists() else kept)):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def put_back(root: Path) -> list[str]:
    """Put back what a change that was stopped midway had begun to replace; return the names, and raise OSError."""
    journal = root / "content" / _JOURNAL
    if not journal.is_file() or journal.is_symlink():
        return []
    with journal.open("r+", encoding="utf-8", errors="replace") as file:
        if not files.take(file):  # somebody is writing now
            return []
        lines = (line.partition(" ") for line in file.read().splitlines())
        was_there = {name: state == _KEPT for state, _, name in lines if _NAME.fullmatch(name)}
        _restore((root / name, there) for name, there in was_there.items())
        journal.unlink()
    for name in was_there:
        for path in (root / name).parent.glob(f".{Path(name).name}.*"):
            with suppress(OSError):
                path.unlink()
    return list(was_there)


def _restore(places: Iterable[tuple[Path, bool]]) -> None:
    """Let each place hold what was kept of it, or nothing if it was empty; raises OSError after trying all."""
    failed: OSError | None = None
    for path, was_there in places:
        try:
            if not was_there:
                path.unlink(missing_ok=True)
            elif (second := files.second_name(path)).is_symlink() or second.exists():
                second.replace(path)
        except OSError as error:
            failed = error
    if failed:
        raise failed
