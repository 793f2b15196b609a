"""The published folder changes in one step, so that nobody meets half a site, and the one before it is kept.

Everything lies in one folder on the same file system as the site: `next`, which may be half a tree at any time;
`retired`, the site that has just been replaced; `previous`, the one that `roll_back` puts back; and `gone`, which is
being deleted. `retired` and `previous` are always whole. Where a kill may strike, and what is then on disk:

    step                            site   next           retired   previous   after a kill here, `mend`
    before the swap                 old    none or part   none      older      clears next
    1  site and next trade places   new    old            none      older      clears next; older can be put back
    2  next becomes retired         new    none           old       older      goes on with 3

    and where folders cannot trade places in one call:
    1  site becomes retired         none   new            old       older      puts retired back, clears next
    2  next becomes site            new    none           old       older      goes on with 3

    3  previous becomes gone        new    none           old       none       goes on with 4
    4  retired becomes previous     new    none           none      old        clears gone
    5  gone is deleted              new    none           none      old

Nothing is deleted under the names `retired` and `previous`, so what is put back is never half a site. What is new is
flushed to the disk before step 1, and the names after step 2, so that a power cut leaves no more than a kill does.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

from factsheets.site import files

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class NoSiteError(Exception):
    """There is no previous site that could be put back."""


def staging(build: Path, site: Path) -> Path:
    """Return the folder in which the next site is laid out: the build folder, or one beside the site.

    That is where the build folder lies on another disk: folders can only be exchanged on their own.
    """
    home = _real(site).parent
    if _disk(build) == _disk(home):
        return build
    stage = home / f".{_real(site).name}.next"
    return files.own_folder(stage) if stage.is_symlink() else stage


def mend(stage: Path, site: Path) -> None:
    """Finish or undo what a kill has interrupted, and clear what an earlier build left behind."""
    site = _real(site)
    for name in ("next", "gone"):
        files.clear(stage / name)
    retired, previous = (_whole(stage / name) for name in ("retired", "previous"))
    if retired and _is_published(site):
        _retire(stage)
    elif retired or (previous and not site.exists()):
        files.clear(site)
        (retired or previous or site).rename(site)


def swap(stage: Path, site: Path) -> None:
    """Publish `next` as `site`, and keep the old one; raises OSError, with the old site in place."""
    site = _real(site)
    site.mkdir(exist_ok=True)
    files.flush_disk(stage)
    if exchange(stage / "next", site):
        (stage / "next").rename(stage / "retired")
    else:
        _rename_twice(stage / "next", stage / "retired", site)
    for folder in (site.parent, stage):
        files.flush(folder)
    _retire(stage)


def roll_back(stage: Path, site: Path) -> None:
    """Put the previous site back, and keep the present one in its place; raises NoSiteError, or OSError."""
    site, previous = _real(site), stage / "previous"
    if not _is_published(previous):
        raise NoSiteError
    if not site.exists():
        previous.rename(site)
    if not _is_published(previous) or exchange(previous, site):
        return
    _rename_twice(previous, stage / "retired", site)
    _retire(stage)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders trade places in one step; False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)


def _rename_twice(fresh: Path, retired: Path, site: Path) -> None:
    site.rename(retired)
    try:
        fresh.rename(site)
    except BaseException:  # also where somebody stops it
        if not site.exists():
            retired.rename(site)
        raise


def _retire(stage: Path) -> None:
    """Let what was replaced take the place of what was replaced before; an empty folder was no site."""
    retired, previous, gone = (stage / name for name in ("retired", "previous", "gone"))
    if not _is_published(retired):
        retired.rename(gone)
    else:
        if previous.is_dir():
            previous.rename(gone)
        retired.rename(previous)
    with suppress(OSError):  # the site is published; `mend` says in the next build what cannot be deleted
        files.clear(gone)


def _whole(folder: Path) -> Path | None:
    """Return a folder that holds a whole site; what else has its name is taken away."""
    if folder.is_dir() and not folder.is_symlink():
        return folder
    files.clear(folder)
    return None


def _disk(folder: Path) -> int:
    return folder.stat().st_dev


def _real(site: Path) -> Path:
    """Return the folder itself: `site` may be a link to it."""
    return site.resolve()


def _is_published(site: Path) -> bool:
    return (site / "index.html").is_file()
