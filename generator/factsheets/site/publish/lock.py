"""One builder at a time: two that write the same folders would mix their pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from factsheets.site import files


class BusyError(Exception):
    """Another build is running. The text says since when."""


@contextmanager
def only_builder(build: Path, since: str, say: Callable[[str], None], *, waits: bool = True) -> Iterator[None]:
    """Hold the lock of a build folder meanwhile; wait for it, or raise BusyError.

    `since` is what others are told who find it taken, such as 14:02. The system lets go of it when the program and the
    engines that it started have ended, however that comes about, so no stale lock has to be cleared.
    """
    with _locked(build / ".lock", say, waits=waits) as file:
        file.seek(0)
        file.truncate()
        file.write(f"since {since} (process {os.getpid()})")
        file.flush()
        yield


def _locked(path: Path, say: Callable[[str], None], *, waits: bool) -> IO[str]:
    """Return the lock, open and taken; one that somebody deleted meanwhile would be seen by nobody else."""
    while True:
        file = _opened(path)
        try:
            _take(file, say, waits=waits)
            if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        except BaseException:
            file.close()
            raise
        file.close()


def _opened(path: Path) -> IO[str]:
    """Open the lock, which the engines inherit: one that outlives a killed build still writes to the folder."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        files.clear(path)
    file = path.open("a+", encoding="utf-8")
    os.set_inheritable(file.fileno(), True)  # noqa: FBT003 - it takes no name
    return file


def _take(file: IO[str], say: Callable[[str], None], *, waits: bool) -> None:
    if files.take(file):
        return
    file.seek(0)
    busy = f"another build is running {file.read(100).strip()}".rstrip()
    if not waits:
        raise BusyError(busy)
    say(f"{busy}; waiting")
    files.wait_for(file)
