"""One builder at a time: the lock of a build folder, and what may lie where it belongs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheets.pipeline import Folders
from factsheets.site.publish import BusyError, only_builder
from tests.conftest import REPOSITORY

SINCE = "14:02 UTC"


def is_free(build: Path) -> bool:
    try:
        with only_builder(build, SINCE, print, waits=False):
            return True
    except BusyError:
        return False


PUT: dict[str, Callable[[Path, Path], object]] = {
    "a link to a file": lambda lock, outside: lock.symlink_to(outside),
    "a link to nothing": lambda lock, outside: lock.symlink_to(outside.with_name("nothing")),
    "a pipe": lambda lock, _: os.mkfifo(lock),
    "a folder": lambda lock, _: lock.mkdir(),
}


@pytest.mark.parametrize("what", PUT)
def test_what_lies_in_the_place_of_the_lock_is_replaced_and_never_followed(tmp_path: Path, what: str) -> None:
    outside, build = tmp_path / "mine.txt", tmp_path / "build"
    outside.write_text("mine", "utf-8")
    build.mkdir()
    PUT[what](build / ".lock", outside)
    with only_builder(build, SINCE, print):
        assert not is_free(build)
    assert is_free(build)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.txt"]
    assert outside.read_text("utf-8") == "mine"


def test_who_waited_for_a_lock_that_was_deleted_takes_the_one_that_others_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[int] = []

    def deleting(*_: object) -> None:
        locked.append(1)
        if len(locked) == 1:
            (tmp_path / ".lock").unlink()

    with monkeypatch.context() as patch:
        patch.setattr("factsheets.site.files.fcntl.flock", deleting)
        with only_builder(tmp_path, SINCE, print):
            assert len(locked) == 2
            assert (tmp_path / ".lock").read_text("utf-8").startswith(f"since {SINCE}")


ORPHAN = """
import subprocess, sys, time
from pathlib import Path
from factsheets.site import engine
from factsheets.site.publish import only_builder
started = subprocess.Popen
def sleeper(arguments, **settings):
    return started([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=int(sys.argv[2]), **settings)
engine.subprocess.Popen = sleeper
with only_builder(Path(sys.argv[1]), "14:02 UTC", print):
    engine._start("en", Path(sys.argv[1]), engine.date(2025, 3, 1))
    print("started", flush=True)
    time.sleep(600)
"""


def test_an_engine_that_outlives_a_killed_build_still_holds_the_lock(tmp_path: Path) -> None:
    end, keep = os.pipe()
    command = [sys.executable, "-c", ORPHAN, str(tmp_path), str(end)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, pass_fds=[end]) as builder:
        os.close(end)
        assert builder.stdout is not None
        assert builder.stdout.readline() == "started\n"
        builder.send_signal(signal.SIGKILL)
        builder.wait()
    assert not is_free(tmp_path)
    os.close(keep)  # which ends the engine
    with only_builder(tmp_path, SINCE, print):  # and so this does not wait for ever
        pass


def test_a_build_folder_that_is_a_link_is_refused_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "en").mkdir(parents=True)
    (outside / "en" / "letter.md").write_text("mine", "utf-8")
    (tmp_path / "build").symlink_to(outside, target_is_directory=True)
    with pytest.raises(OSError, match=r"build"):
        _ = Folders(tmp_path).build
    assert (outside / "en" / "letter.md").read_text("utf-8") == "mine"
    (tmp_path / "build").unlink()
    shutil.copytree(outside, tmp_path / "build")
    assert Folders(tmp_path).build.is_dir()
