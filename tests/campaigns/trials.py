"""One trial: a small world somewhere, a command run in it by a child that meets a fault, and what the fault left."""

from __future__ import annotations

import fcntl
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from factsheets.cli import main
from factsheets.site import engine
from tests import quick
from tests.campaigns.injecting import Call, Disk, Fault

Tree: TypeAlias = Mapping[str, str]
"""A folder: the digest of each file, or where each link leads, by their paths."""

ROOM = 1 << 20
"""Bytes that a child may say. A pipe takes them, since a file would be under the limits that the child meets."""
LONGEST = 120
"""Seconds after which a child hangs."""
DAY = "2025-03-01"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a child meets. `limits` are of the system, such as {"FSIZE": 4096}; `clock` is what every clock says."""

    fault: Fault | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
    clock: float | None = None
    quick: bool = True


@dataclass(frozen=True, slots=True)
class Ran:
    """What a child did: its exit code, or the signal that ended it below zero, what it said, the calls it made."""

    code: int
    said: str
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True)
class Child:
    """A command that runs in a child."""

    process: int
    folder: Path
    mouth: int
    """The end of the pipe that it speaks into, from which to read."""

    def wait(self) -> Ran:
        """Return what it did, when it has ended."""
        _, status = os.waitpid(self.process, 0)
        os.set_blocking(self.mouth, False)
        with open(self.mouth, "rb", buffering=0) as pipe:  # noqa: PTH123 - it has no path
            said = (pipe.readall() or b"").decode("utf-8", "replace")
        calls = self.folder / "calls"
        made = tuple(Call(*each) for each in json.loads(calls.read_text("utf-8"))) if calls.exists() else ()
        shutil.rmtree(self.folder, ignore_errors=True)
        return Ran(os.waitstatus_to_exitcode(status), said, made)


def start(root: Path, arguments: tuple[str, ...], setting: Setting | None = None) -> Child:
    """Start a command below a root."""
    folder = Path(tempfile.mkdtemp(prefix="child-", dir=root.parent))
    (folder / "tmp").mkdir()
    mouth, voice = os.pipe()
    fcntl.fcntl(voice, fcntl.F_SETPIPE_SZ, ROOM)
    if process := os.fork():
        os.close(voice)
        return Child(process, folder, mouth)
    code = 70
    try:
        os.close(mouth)
        code = _in_child(root, arguments, setting or Setting(), folder, voice)
    finally:
        os._exit(code)


def run(root: Path, arguments: tuple[str, ...], setting: Setting | None = None) -> Ran:
    """Run a command below a root to its end."""
    return start(root, arguments, setting).wait()


def build(root: Path) -> Ran:
    """Build as anybody would, with the quick engine."""
    return run(root, ("build", "--date", DAY))


def tree_of(folder: Path) -> Tree:
    """Return what is in a folder; nothing for one that is not there."""
    return {
        path.relative_to(folder).as_posix(): os.fspath(path.readlink())
        if path.is_symlink()
        else sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def _in_child(root: Path, arguments: tuple[str, ...], setting: Setting, folder: Path, voice: int) -> int:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.alarm(LONGEST)
    for each in (1, 2):
        os.dup2(voice, each)
    os.close(voice)
    sys.stdout, sys.stderr = (open(each, "w", encoding="utf-8", closefd=False) for each in (1, 2))  # noqa: SIM115
    tempfile.tempdir = str(folder / "tmp")
    os.chdir(root)
    _quicken(setting)
    disk = Disk((root, folder / "tmp"), setting.fault)
    kept = open(folder / "calls", "w", encoding="utf-8") if setting.fault == Fault(0, "") else None  # noqa: PTH123, SIM115
    for name, value in setting.limits.items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))
    if setting.fault:
        disk.arm()
    code = _run_main(arguments)
    if kept:
        kept.write(json.dumps([[each.kind, each.path] for each in disk.calls]))
        kept.close()
    return code


def _run_main(arguments: tuple[str, ...]) -> int:
    """Run the command as the interpreter would."""
    try:
        main([*arguments[:1], *_rooted(arguments), *arguments[1:]], prog_name="factsheets")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - the interpreter prints all of them
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def _rooted(arguments: tuple[str, ...]) -> tuple[str, ...]:
    return () if arguments[0] == "new" else ("--root", ".")


def _quicken(setting: Setting) -> None:
    if setting.quick:
        setattr(engine, "build", quick.build)  # noqa: B010 - it takes the place of a function
    if setting.clock is not None:
        now = setting.clock
        time.time = lambda: now
        time.time_ns = lambda: int(now * 1e9)


def wait_a_bit(seconds: float, until: Callable[[], bool]) -> bool:
    """Wait until something is so; tell whether it became so in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if until():
            return True
        time.sleep(0.01)
    return False
