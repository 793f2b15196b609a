"""A disk that fails at one call: the calls by which a program changes or reads files, counted, and one of them broken.

Faults are numbered by the calls of a clean run, so that each can be seen again. All is patched in this process and
never put back: arm it in a child that ends afterwards.
"""

from __future__ import annotations

import builtins
import ctypes
import errno
import fcntl
import io
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

KINDS = {
    "open": ("ENOSPC", "EROFS", "EMFILE", "EACCES", "EIO"),
    "write": ("ENOSPC", "EIO", "EFBIG", "EDQUOT"),
    "mkdir": ("ENOSPC", "EROFS", "EACCES"),
    "rename": ("EXDEV", "EROFS", "EIO", "EBUSY", "ENOSPC"),
    "exchange": ("EXDEV", "EROFS", "EIO", "EBUSY", "EINVAL"),
    "remove": ("EROFS", "EIO", "EBUSY", "EACCES"),
    "link": ("EPERM", "EROFS", "ENOSPC"),
    "mode": ("EPERM", "EROFS", "EIO"),
    "flush": ("EIO", "ENOSPC"),
    "lock": ("ENOLCK", "EIO"),
    "read": ("EIO", "EMFILE", "EACCES"),
    "list": ("EIO", "EMFILE", "EACCES"),
}
"""What can befall each kind of call."""
ANYWHERE = ("kill", "kill after", "memory")
"""And what can befall all of them: `kill after` strikes when the call is done."""
_PATCHED = {
    "mkdir": ("mkdir",),
    "rename": ("rename", "replace"),
    "remove": ("unlink", "remove", "rmdir"),
    "link": ("link", "symlink"),
    "mode": ("chmod", "fchmod", "truncate", "ftruncate", "utime"),
    "flush": ("fsync", "fdatasync"),
    "write": ("sendfile", "write"),
    "list": ("scandir", "listdir"),
}
_CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at the call with a number, counted from 1. `stays`: every later call that can fail so fails, too."""

    at: int
    kind: str
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was made, and what for."""

    kind: str
    path: str


class Disk:
    """The calls below some folders, counted; at the one that the fault names, it strikes."""

    def __init__(self, folders: tuple[Path, ...], fault: Fault | None) -> None:
        """Nothing is patched before `arm`."""
        self._prefixes = tuple(os.path.realpath(each) for each in folders)
        self._fault = fault
        self.calls: list[Call] = []

    def arm(self) -> None:
        """Patch what this process calls."""
        for kind, names in _PATCHED.items():
            for name in names:
                setattr(os, name, self._wrapped(kind, getattr(os, name)))
        for name in ("flock", "lockf"):
            setattr(fcntl, name, self._wrapped("lock", getattr(fcntl, name)))
        os.open = self._opening(os.open)
        io.open = builtins.open = self._files(io.open)
        ctypes.CDLL = partial(_Library, self, ctypes.CDLL)  # type: ignore[misc,assignment] # stands in for the class

    def during(self, kind: str, where: Any, call: Any, torn: Any = None) -> Any:  # noqa: ANN401 - whatever it returns
        """Make a call, or fail in its place; `torn` is what a call leaves that fails half-way."""
        path = _path(where)
        if not path.startswith(self._prefixes):
            return call()
        self.calls.append(Call(kind, path))
        struck = self._struck(kind)
        if struck and torn:
            torn()
        if struck == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if struck == "memory":
            raise MemoryError
        if struck and struck != "kill after":
            raise OSError(code := getattr(errno, struck), os.strerror(code), path)
        result = call()
        if struck:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    def _struck(self, kind: str) -> str | None:
        fault = self._fault
        if fault is None or len(self.calls) < fault.at:
            return None
        if len(self.calls) == fault.at:
            return fault.kind
        return fault.kind if fault.stays and fault.kind in KINDS[kind] else None

    def _wrapped(self, kind: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever the call takes
            where = given[0] if given else named.get("path", ".")
            folder = named.get("dir_fd", named.get("src_dir_fd"))
            return self.during(kind, (folder, where), lambda: real(*given, **named))

        return call

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def opened(path: Any, flags: int, *more: Any, **named: Any) -> int:  # noqa: ANN401
            kind = "open" if flags & _CHANGING else "read"
            where = (named.get("dir_fd"), path)
            return int(self.during(kind, where, lambda: real(path, flags, *more, **named)))

        return opened

    def _files(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def file(  # noqa: PLR0913, PLR0917 - as the language has it
            where: Any,  # noqa: ANN401
            mode: str = "r",
            buffering: int = -1,
            encoding: str | None = None,
            errors: str | None = None,
            newline: str | None = None,
            closefd: bool = True,  # noqa: FBT001, FBT002
            opener: Any = None,  # noqa: ANN401
        ) -> Any:  # noqa: ANN401
            if not set(mode) & set("wxa+"):
                given = (mode, buffering, encoding, errors, newline, closefd, opener)
                return self.during("read", where, lambda: real(where, *given))
            flags = mode.replace("b", "").replace("t", "")
            raw = self.during("open", where, lambda: _Raw(where, flags, closefd, opener))
            raw.disk = self
            if buffering == 0:
                return raw
            buffer = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
            return buffer if "b" in mode else io.TextIOWrapper(buffer, encoding, errors, newline)

        return file


class _Raw(io.FileIO):
    """A file whose bytes pass through the disk when they leave its buffer."""

    disk: Disk

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - anything that holds bytes
        """Write all, or, where the fault strikes, half of it."""
        view, whole = memoryview(data), super().write
        half = view[: len(view) // 2]
        return int(self.disk.during("write", self.fileno(), lambda: whole(view), lambda: whole(half)))


class _Library:
    """The system's library, whose call that lets two folders trade places fails as it does: by its result."""

    def __init__(self, disk: Disk, real: Callable[..., Any], *given: Any, **named: Any) -> None:  # noqa: ANN401
        self._disk, self._library = disk, real(*given, **named)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        found = getattr(self._library, name)
        return partial(self._exchange, found) if name == "renameat2" else found

    def _exchange(self, real: Callable[..., int], *given: Any) -> int:  # noqa: ANN401
        try:
            return int(self._disk.during("exchange", given[1], lambda: real(*given)))
        except OSError as error:
            ctypes.set_errno(error.errno or 0)
            return -1


def _path(where: Any) -> str:  # noqa: ANN401 - what names a file: a path, a handle, or a path below a handle
    """Return where something lies, without following its last link."""
    folder, name = where if isinstance(where, tuple) else (None, where)
    name = name.fileno() if hasattr(name, "fileno") else name
    if isinstance(name, int):
        return _of_handle(name)
    base = _of_handle(folder) if isinstance(folder, int) else os.getcwd()  # noqa: PTH109 - no more patched calls
    path = os.path.join(base, os.fsdecode(name))  # noqa: PTH118
    return os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))  # noqa: PTH118, PTH119, PTH120


def _of_handle(handle: int) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{handle}")  # noqa: PTH115
    except OSError:
        return ""
