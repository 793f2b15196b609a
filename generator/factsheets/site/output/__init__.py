"""Finished pages on disk: first a plan of what differs, then the writing of just that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factsheets.site import files


@dataclass(frozen=True, slots=True)
class Plan:
    """What must happen to a folder. Paths are relative to it, with forward slashes, sorted."""

    add: tuple[str, ...]
    change: tuple[str, ...]
    remove: tuple[str, ...]


def plan(pages: Mapping[str, bytes], folder: Path) -> Plan:
    """Compare pages with what the folder holds; raises ValueError for a page that would lie outside it."""
    if outside := sorted(name for name in pages if not _is_inside(name)):
        raise ValueError(f"these pages would lie outside their folder: {', '.join(outside)}")
    there = {
        path.relative_to(folder).as_posix() for path in files.below(folder) if path.is_symlink() or not path.is_dir()
    }
    changed = (name for name in there & set(pages) if _differs(folder / name, pages[name]))
    return Plan(tuple(sorted(set(pages) - there)), tuple(sorted(changed)), tuple(sorted(there - set(pages))))


def write(work: Plan, pages: Mapping[str, bytes], folder: Path) -> None:
    """Carry out a plan. Folders that end up empty are removed; symbolic links are replaced, never followed."""
    for name in work.remove:
        (folder / name).unlink()
    _prune(folder)
    for name in (*work.add, *work.change):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or (path.exists() and not path.is_file()):
            path.unlink()
        path.write_bytes(pages[name])


def _is_inside(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not name.startswith("/") and "\\" not in name


def _differs(path: Path, data: bytes) -> bool:
    return path.is_symlink() or not path.is_file() or path.read_bytes() != data


def _prune(folder: Path) -> None:
    for path in reversed(files.below(folder)):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
