"""The content folder: which files are records, and what must not lie there."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path as FilePath

from generator.diagnostics import Diagnostic, Place, Related
from generator.source.reader import read_text
from generator.source.tree import SourceFile

_STEM = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_LONGEST = 80
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
"""Names that Windows keeps for itself, whatever the ending."""
_TAKEN = {"index", "readme"}


def read_folder(content: FilePath) -> tuple[tuple[SourceFile, ...], list[Diagnostic]]:
    """Read every file of the content folder, in an order that no file system decides."""
    if content.is_symlink() or not content.is_dir():
        message = f"there is no folder {content.name}/ here"
        return (), [Diagnostic("no-content", Place(content.name), message, "run the command beside content/")]
    files: list[SourceFile] = []
    found: list[Diagnostic] = []
    for path in _entries(content):
        paths = _entries(path) if path.is_dir() and not path.is_symlink() else [path]
        _add(content, paths, files, found)
    return tuple(files), found + _clashes(files)


def _entries(folder: FilePath) -> list[FilePath]:
    return sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=lambda path: path.name)


def _add(content: FilePath, paths: list[FilePath], files: list[SourceFile], found: list[Diagnostic]) -> None:
    for path in paths:
        name = path.relative_to(content.parent).as_posix()
        folder = "" if path.parent == content else path.parent.name
        if refusal := _refusal(path, name):
            found.append(refusal)
            continue
        try:
            data = path.read_bytes()
        except OSError as error:
            message, hint = f"the file cannot be read: {os.strerror(error.errno or 0)}", "check its permissions"
            found.append(Diagnostic("unreadable", Place(name), message, hint))
            continue
        file, diagnostics = read_text(name, folder, path.stem, data)
        files.append(file)
        found += diagnostics


def _refusal(path: FilePath, name: str) -> Diagnostic | None:
    where = Place(name)
    if path.is_symlink():
        return Diagnostic("symlink", where, "this is a link to another file", "put the file itself here")
    if path.is_dir():
        return Diagnostic("nested-folder", where, "record folders hold no folders", "move the files one folder up")
    problem = _bad_name(path)
    return Diagnostic("bad-file-name", where, *problem) if problem else None


def _bad_name(path: FilePath) -> tuple[str, str] | None:
    """Return what is wrong with a file's name and what to do, or None."""
    stem = path.stem
    if path.suffix == ".yml":
        return "records end in .yaml", f"rename it to {stem}.yaml"
    if path.suffix != ".yaml":
        return f"{path.name!r} is no record", "take it out of the content folder; records are .yaml files"
    if not _STEM.fullmatch(stem) or len(stem) > _LONGEST:
        hint = f"use letters a to z, digits and single hyphens, at most {_LONGEST}; the name becomes the page's address"
        return f"{path.name!r} cannot be a file name here", hint
    if stem.casefold() in _DEVICES | _TAKEN:
        return f"the name {stem!r} is taken", "choose another, such as its full name"
    return None


def _clashes(files: list[SourceFile]) -> list[Diagnostic]:
    first: dict[tuple[str, str], SourceFile] = {}
    found = []
    for file in files:
        key = (file.folder, unicodedata.normalize("NFC", file.stem).casefold())
        other = first.setdefault(key, file)
        if other is not file:
            message = f"{file.stem!r} and {other.stem!r} differ only in capitals; some computers cannot keep both"
            related = (Related(Place(other.name), "the other file"),)
            hint = "rename one of them"
            found.append(Diagnostic("duplicate-id", Place(file.name), message, hint, related=related))
    return found
