"""The published folder changes in one step, so that nobody meets half a site.

States, with the new tree whole in `build/next` before the first step:

1. exchange: `site` and `build/next` trade places in one system call (Linux, `renameat2`). Then `build/next` holds
   the old site and is deleted. A kill before the call leaves the old site, after it the new one.
2. elsewhere: `site` becomes `build/previous`, then `build/next` becomes `site`. A kill between the two leaves no
   `site`; `mend`, which runs at the start of every build, puts `build/previous` back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def mend(build: Path, site: Path) -> None:
    """Put back the previous site if a kill left none, and clear what an earlier build left behind."""
    previous = build / "previous"
    if previous.is_dir() and not _is_published(site):
        shutil.rmtree(site, ignore_errors=True)
        previous.rename(site)
    for leftover in (previous, build / "next"):
        shutil.rmtree(leftover, ignore_errors=True)


def swap(build: Path, site: Path) -> None:
    """Publish `build/next` as `site`. Both lie in the same file system."""
    fresh, previous = build / "next", build / "previous"
    site.mkdir(exist_ok=True)
    if not exchange(fresh, site):
        site.rename(previous)
        fresh.rename(site)
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(previous, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders trade places in one step; False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _is_published(site: Path) -> bool:
    return (site / "index.html").is_file()
