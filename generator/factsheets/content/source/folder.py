"""The content folder: which files are records, and what must not lie there."""

from __future__ import annotations

import os
import re
from pathlib import Path as FilePath

from factsheets.content.source.encoding import LARGEST
from factsheets.content.source.notes import cut_off
from factsheets.content.source.reader import read_text
from factsheets.content.source.slugs import slug
from factsheets.content.source.tree import SourceFile
from factsheets.diagnostics import Diagnostic, Place, Related

_STEM = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_LONGEST = 80
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
"""Names that Windows keeps for itself, whatever the ending."""
_TAKEN = {"index", "readme"}

Read = tuple[list[SourceFile], list[Diagnostic]]


def read_folder(content: FilePath) -> tuple[tuple[SourceFile, ...], list[Diagnostic]]:
    """Read every file of the content folder, in an order that no file system decides.

    A file that is refused is in the answer without a tree, where its name could be a record's, so that whatever refers
    to it is not reported as well.
    """
    if content.is_symlink():
        return (), [
            _refused(
                content.name,
                "symlink",
                "this is a link to another folder",
                "delete it, and put the folder itself in its place",
            )
        ]
    if not content.is_dir():
        message = f"there is no folder {content.name}/ here"
        return (), [
            _refused(
                content.name,
                "no-content",
                message,
                f"go to the folder that holds {content.name}/ and run the command there",
            )
        ]
    paths, found = _entries(content, content.name)
    files: list[SourceFile] = []
    for path in paths:
        some, said = _record_folder(path, content.name) if _is_folder(path) else _file(path, content.name, "")
        files += some
        found += said
    return tuple(files), found + _clashes(files)


def _record_folder(folder: FilePath, content: str) -> Read:
    paths, found = _entries(folder, f"{content}/{folder.name}")
    files: list[SourceFile] = []
    for path in paths:
        some, said = _file(path, f"{content}/{folder.name}", folder.name)
        files += some
        found += said
    return files, found


def _entries(folder: FilePath, name: str) -> tuple[list[FilePath], list[Diagnostic]]:
    try:
        paths = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        return [], [_unreadable(name, error)]
    return sorted(paths, key=lambda path: path.name), []


def _is_folder(path: FilePath) -> bool:
    return path.is_dir() and not path.is_symlink()


def _file(path: FilePath, parent: str, folder: str) -> Read:
    name = f"{parent}/{path.name}"
    broken = [SourceFile(name, folder, path.stem, (), None)] if _may_be_record(path) else []
    if refusal := _refusal(path, name):
        return broken, [refusal]
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return broken, [_unreadable(name, error)]
    file, found = read_text(name, folder, path.stem, data)
    return [file], [*found, *cut_off(file)]


def _refusal(path: FilePath, name: str) -> Diagnostic | None:
    if path.is_symlink():
        return _refused(
            name,
            "symlink",
            "this is a link to another file or folder",
            "delete it, and put the file itself in its place",
        )
    if path.is_dir():
        return _refused(name, "nested-folder", "record folders hold no folders", "move its files one folder up")
    if not path.is_file():
        return _refused(name, "unreadable", "this is no ordinary file", "take it out of the content folder")
    problem = _bad_name(path)
    return _refused(name, "bad-file-name", *problem) if problem else None


def _may_be_record(path: FilePath) -> bool:
    return path.suffix in {".yaml", ".yml"} and _STEM.fullmatch(path.stem) is not None and not _is_folder(path)


def _bad_name(path: FilePath) -> tuple[str, str] | None:
    """Return what is wrong with a file's name and what to do, or None."""
    stem, ending = path.stem, path.suffix
    if ending != ".yaml" and ending.lower() in {".yaml", ".yml"}:
        return f"records end in .yaml, not in {ending}", f"rename it to {stem}.yaml"
    if ending != ".yaml":
        name = slug(path.name.partition(".")[0])
        what = f"if it is a record, rename it to {name}.yaml; if not, " if name else "records are .yaml files; "
        return f"{path.name!r} does not end in .yaml, as records do", f"{what}take it out of the content folder"
    return bad_stem(stem)


def bad_stem(stem: str) -> tuple[str, str] | None:
    """Return what is wrong with a file's name, which has no ending here, and what to do; None for a good one."""
    if not _STEM.fullmatch(stem):
        return f"{f'{stem}.yaml'!r} cannot be a file name here", _renamed(stem)
    if len(stem) > _LONGEST:
        return f"the name has {len(stem)} characters; at most {_LONGEST} are allowed", "rename it to something shorter"
    if stem.casefold() in _DEVICES | _TAKEN:
        return f"the name {stem!r} is taken", "rename it, such as to its full name"
    return None


def _renamed(stem: str) -> str:
    """Return what to do about a name: the same letters and digits with hyphens between the words."""
    name = slug(stem)
    form = "letters a to z, digits and single hyphens between them"
    return f"rename it to {name}.yaml; names have {form}" if name else f"rename it; names have {form}"


def _clashes(files: list[SourceFile]) -> list[Diagnostic]:
    first: dict[tuple[str, str], SourceFile] = {}
    found = []
    for file in files:
        other = first.setdefault((file.folder, file.stem.casefold()), file)
        if other.stem != file.stem:
            message = f"{file.stem!r} and {other.stem!r} differ only in capitals; some computers cannot keep both"
            related = (Related(Place(other.name), "the other file"),)
            hint = "rename one of them so that they differ in more"
            found.append(Diagnostic("duplicate-id", Place(file.name), message, hint, related=related))
    return found


def _unreadable(name: str, error: OSError) -> Diagnostic:
    message = f"this cannot be read: {os.strerror(error.errno or 0)}"
    return _refused(name, "unreadable", message, "let everybody read the file, or put it there anew")


def _refused(name: str, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Place(name), message, hint)
