"""Files written whole: beside their place, flushed to the disk, then renamed. No crash leaves half of one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

_READABLE = 0o644
"""What a new file may be: written by its owner, read by everybody."""


def write(path: Path, data: bytes) -> None:
    """Give a file these bytes, or leave it as it was; raises OSError. A link's own file is written, with its mode."""
    path = path.resolve()
    mode = path.stat().st_mode & 0o777 if path.exists() else _READABLE
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:100]}.", delete=False) as beside:
        try:
            beside.write(data)
            beside.flush()
            os.fchmod(beside.fileno(), mode)
            os.fsync(beside.fileno())
            Path(beside.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(beside.name).unlink()
            raise
    flush(path.parent)


def flush(folder: Path) -> None:
    """Have the disk keep what a folder lists; systems that cannot open a folder keep it by themselves."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
