"""What the machine refuses, in words: what could not be done, to which file, and what to do now."""

from __future__ import annotations

import errno
import os
import sys
from typing import IO, Any

import click

from factsheets.diagnostics.report import shown

MACHINE = 3
"""Exit code when the machine failed: neither the content nor the command is at fault."""

_FULL = "make room and run the command again"
_DENIED = "see that whoever runs this may write there, and run the command again"
_WORDS = {
    errno.ENOSPC: ("the disk is full", _FULL),
    errno.EDQUOT: ("no more may be written to this disk", _FULL),
    errno.EFBIG: ("the file is larger than this system lets files be", "raise the limit (ulimit -f) and run it again"),
    errno.EROFS: ("the disk can only be read", "run the command where the disk can be written"),
    errno.EACCES: ("this is not allowed", _DENIED),
    errno.EPERM: ("this is not allowed", _DENIED),
    errno.EMFILE: ("too many files are open", "raise the limit (ulimit -n) and run the command again"),
    errno.ENFILE: ("too many files are open on this machine", "end other programs and run the command again"),
    errno.ENOMEM: ("there is not enough memory", "end other programs, or raise the limit, and run the command again"),
    errno.EIO: ("the disk failed", "copy what matters to another disk, and run the command there"),
    errno.EBUSY: (
        "something holds it, such as a volume that is mounted there",
        "mount the volume one folder further up, or let the folder be a link to one on the volume",
    ),
    errno.EXDEV: ("it lies on another disk", "let the folder be a link to one whose parent can be written"),
    errno.ENOTDIR: ("there is a file where a folder belongs", "move that file away and run the command again"),
    errno.EISDIR: ("there is a folder where a file belongs", "move that folder away and run the command again"),
    errno.ELOOP: (
        "it is a link that is not followed, or that leads back to itself",
        "delete that link, what it leads to stays, and run the command again",
    ),
    errno.ENAMETOOLONG: ("the path is too long for this system", "run the command in a folder further up"),
    errno.ENOENT: (
        "it is not there; another program may have taken it away, or a link leads to nothing",
        "see that it is there, and run the command again",
    ),
    errno.EEXIST: ("something else has that name", "move it away and run the command again"),
    errno.ENOTEMPTY: ("something is in it that was not there before", "run the command again"),
    **dict.fromkeys(
        (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS),
        (
            "this disk cannot do that, such as holding locks",
            "run the command where build/ lies on a disk of this machine",
        ),
    ),
    **dict.fromkeys(
        (errno.ESTALE, errno.ETIMEDOUT, errno.ENOTCONN, errno.EHOSTDOWN, errno.ENODEV, errno.ENXIO),
        ("the disk does not answer any more", "see that it is connected, and run the command again"),
    ),
    errno.EAGAIN: ("too many programs run at once", "end others, or raise the limit (ulimit -u), and run it again"),
    errno.ENOEXEC: ("that program cannot be run on this machine", "install it anew for this machine"),
    errno.EADDRINUSE: ("another program listens on that port", "choose another one, as in --port 8001"),
    errno.EADDRNOTAVAIL: ("this machine has no such address", "leave --host out"),
}


class MachineError(click.ClickException):
    """The machine failed. What was published stays as it was."""

    exit_code = MACHINE


class StoppedError(click.ClickException):
    """Somebody stopped the command."""

    exit_code = 130

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so: it is no error."""
        click.echo(self.format_message(), file=file, err=file is None)


class Commands(click.Group):
    """The commands. A failure of the machine ends each with words; a fault of the program keeps its traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's
        """Run the program; where click has no file or memory left to say what went wrong, say what the machine did."""
        try:
            return super().main(*args, **extra)
        except (OSError, MemoryError) as error:
            if (text := refused(error)) is None:
                raise
            os.write(sys.stderr.fileno(), f"Error: {text}\n".encode())
            sys.exit(MACHINE)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise StoppedError("stopped; the published site is whole, and the command can be run again") from None
        except (OSError, MemoryError) as error:
            if (text := refused(error)) is None:
                raise
            raise MachineError(text) from error


def refused(error: Exception) -> str | None:
    """Return what the machine refused, and what to do; None for a fault of the program."""
    if isinstance(error, MachineError):
        return error.message
    if isinstance(error, MemoryError):
        return "there is not enough memory; end other programs and run the command again"
    is_known = isinstance(error, OSError) and error.errno != errno.EPIPE and error.errno in _WORDS
    return said(error) if isinstance(error, OSError) and is_known else None


def said(error: OSError) -> str:
    """Return what the machine refused, and what to do; the system's own words where none are known here."""
    if error.errno == errno.ENOENT and "temporary" in (error.strerror or ""):  # as Python says it
        return "there is no folder for temporary files; name one that can be written in TMPDIR"
    words, remedy = _WORDS.get(error.errno or 0, (os.strerror(error.errno or 0), "run the command again"))
    about = f"{shown(os.fsdecode(error.filename))}: " if error.filename else ""
    return f"{about}{words}; {remedy}"
