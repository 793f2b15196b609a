"""The published folder changes in one step, so that nobody meets half a site.

Where a kill may strike, and what is then on disk. `next` and `previous` lie in the build folder, on the same file
system as `site`; `next` may be half a tree at any time before the swap, `previous` is always whole.

    step                          site        next             previous     after a kill here, `mend`
    before the swap               old         none or partial  none         clears next
    1  site and next trade        new         old              none         clears next
       places in one call (Linux)

    and where no such call exists:
    1  site becomes previous      none        new              old          puts previous back, clears next
    2  next becomes site          new         none             old          clears previous
    3  previous becomes next      new         old              none         clears next

    last: delete next             new         old, partial     none         clears next

Nothing is deleted under the name `previous`, so what `mend` puts back is never half a site.
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
    fresh, previous, site = build / "next", build / "previous", site.resolve()
    shutil.rmtree(fresh, ignore_errors=True)
    if not previous.is_dir():
        return
    if _is_published(site):
        previous.rename(fresh)
        shutil.rmtree(fresh, ignore_errors=True)
        return
    shutil.rmtree(site, ignore_errors=True)
    previous.rename(site)


def swap(build: Path, site: Path) -> None:
    """Publish `build/next` as `site`. Both lie in the same file system; raises OSError, with the old site in place."""
    fresh, site = build / "next", site.resolve()
    site.mkdir(exist_ok=True)
    if not exchange(fresh, site):
        _rename_twice(fresh, build / "previous", site)
    shutil.rmtree(fresh, ignore_errors=True)


def _rename_twice(fresh: Path, previous: Path, site: Path) -> None:
    site.rename(previous)
    try:
        fresh.rename(site)
    except OSError:
        previous.rename(site)
        raise
    previous.rename(fresh)


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
