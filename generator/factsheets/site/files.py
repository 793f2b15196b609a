"""Files written whole: beside their place, flushed to the disk, then renamed. No crash leaves half of one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp
from typing import IO

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

_READABLE = 0o644
"""What a new file may be: written by its owner, read by everybody."""


def write(path: Path, data: bytes) -> None:
    """Give a file these bytes, or leave it as it was; raises OSError. A link's own file is written, with its mode."""
    path = path.resolve()
    _placed(path, data, _mode(path), lambda made: made.replace(path))


def create(path: Path, data: bytes) -> None:
    """Make a new file with these bytes; raises FileExistsError if there is one, and OSError."""

    def place(made: Path) -> None:
        try:
            path.hardlink_to(made)  # which, unlike a renaming, never takes the place of a file
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            with path.open("xb"):
                made.replace(path)
        made.unlink(missing_ok=True)

    _placed(path, data, _READABLE, place)


def beside(path: Path, data: bytes) -> Path:
    """Lay bytes beside a file that is there or is to be, flushed and with its mode, for `replace`; raises OSError."""
    path = path.resolve()
    found: list[Path] = []
    _placed(path, data, _mode(path), found.append)
    return found[0]


def second_name(path: Path) -> Path:
    """Return the hidden name beside a file's own under which it is kept."""
    return path.with_name(f".{path.name[:100]}.kept")


def kept(path: Path) -> Path:
    """Give a file its second name, by which it can be put back without room on the disk."""
    second = second_name(path)
    clear(second)
    try:
        os.link(path, second, follow_symlinks=False)
    except OSError:  # a file system without links
        shutil.copyfile(path, second, follow_symlinks=False)
    return second


def clear(path: Path) -> None:
    """Take away whatever lies at a path; of a link, the link. What is not there is no error; raises OSError."""
    if path.is_dir() and not path.is_symlink():
        try:
            shutil.rmtree(path)
        except OSError as error:
            error.filename = str(path)  # it names what is within, and not always where that lies
            raise
    else:
        path.unlink(missing_ok=True)


@contextmanager
def scratch() -> Iterator[Path]:
    """Lend a folder for a while; what of it cannot be removed afterwards stays, and nobody is told.

    Python's own asks again and again for a folder that it may not remove, until it has no room left to ask.
    """
    folder = Path(mkdtemp(prefix="factsheets-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def below(folder: Path) -> list[Path]:
    """Return all that lies below a folder, sorted, but nothing behind links; nothing for one that is not there.

    Raises OSError for a folder that cannot be listed: `Path.rglob` passes over it, as if nothing were there.
    """

    def refuse(error: OSError) -> None:
        raise error

    found = os.walk(folder, onerror=refuse) if folder.exists() else ()
    return sorted(Path(place) / name for place, folders, names in found for name in (*folders, *names))


def take(file: IO[str]) -> bool:
    """Take the lock of an open file, if nobody has it; the system lets go of it when the file is closed.

    Where systems have no such locks, as Windows, nobody ever waits.
    """
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_for(file: IO[str]) -> None:
    """Take the lock of an open file when nobody has it any more."""
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX)


def own_folder(path: Path) -> Path:
    """Make a folder of its own at a path, in place of a file or of a link to elsewhere, and return it."""
    if path.is_symlink() or not path.is_dir():
        clear(path)
    path.mkdir(parents=True, exist_ok=True)
    return path


def flush_disk(folder: Path) -> None:
    """Have the disk that a folder lies on keep all that was written; raises OSError where it could not."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform.startswith("linux") else None
    if call is None:
        getattr(os, "sync", bool)()  # all disks; Windows has neither
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if call(handle) != 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(handle)


def flush(folder: Path) -> None:
    """Have the disk keep what a folder lists; systems that cannot open a folder keep it by themselves."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777 if path.exists() else _READABLE


def _placed(path: Path, data: bytes, mode: int, place: Callable[[Path], object]) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:100]}.", delete=False) as made:
        try:
            made.write(data)
            made.flush()
            Path(made.name).chmod(mode)
            os.fsync(made.fileno())
            place(Path(made.name))
        except BaseException as error:
            with suppress(OSError):
                Path(made.name).unlink()
            if isinstance(error, OSError):
                error.filename = str(path)  # the one that somebody knows
            raise
    flush(path.parent)
