"""From the engine's output to the site people see: merged, checked, swapped in."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from factsheets.site import files
from factsheets.site.publish.checking import check
from factsheets.site.publish.lock import BusyError, only_builder
from factsheets.site.publish.policy import protect
from factsheets.site.publish.swapping import NoSiteError, mend, roll_back, staging, swap

_KEEP_OUT_OF_GIT = b"*\n!.gitignore\n"


def merge(
    build: Path, stage: Path, languages: Sequence[str], extras: Mapping[str, bytes], *, integrity: bool = False
) -> Path:
    """Join the languages' trees, the first at the root and each other in a folder of its own, and return the result."""
    fresh = files.own_folder(stage) / "next"
    for language in languages:
        target = fresh if language == languages[0] else fresh / language
        _copy(build / "html" / language, target)
    for name, data in {**extras, ".gitignore": _KEEP_OUT_OF_GIT}.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    protect(fresh, integrity=integrity)
    return fresh


def _copy(source: Path, target: Path) -> None:
    """Copy a tree, and stop at the first file that cannot be copied."""
    target.mkdir(exist_ok=True)
    for path in files.below(source):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        else:
            shutil.copyfile(path, place)


__all__ = ["BusyError", "NoSiteError", "check", "mend", "merge", "only_builder", "roll_back", "staging", "swap"]
