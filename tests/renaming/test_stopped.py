"""A change of several files that is killed in its midst: the next command takes it back, whatever stands there."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner

from factsheets.cli import main
from factsheets.editing.writing import put_back, write_changes
from factsheets.site import files
from tests.world import lay

ADA, BO, SHEET = "content/people/ada-moe.yaml", "content/people/bo.yaml", "content/factsheets/first-day.yaml"
CHANGES = {ADA: None, BO: b"name: Bo\n", SHEET: b"title: x\n"}


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files.below(root) if path.is_file()}


def killed_at(root: Path, call: int) -> bool:
    """Write the changes in a child that ends without a word at a call that changes a name; tell whether it came to."""
    if process := os.fork():
        _, status = os.waitpid(process, 0)
        return os.waitstatus_to_exitcode(status) == 9
    calls, replacing, unlinking = count(1), Path.replace, Path.unlink

    def replace(path: Path, target: Path) -> Path:
        if next(calls) == call:
            os._exit(9)
        return replacing(path, target)

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as in pathlib
        if next(calls) == call:
            os._exit(9)
        unlinking(path, missing_ok=missing_ok)

    setattr(Path, "replace", replace)  # noqa: B010 - in a child, which ends with it
    setattr(Path, "unlink", unlink)  # noqa: B010
    try:
        write_changes(root, CHANGES)
    finally:
        os._exit(0)


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_after_the_next_command(tmp_path: Path) -> None:
    seen = set()
    for call in count(1):
        root = tmp_path / str(call)
        lay(root)
        before = tree(root)
        after = {name: data for name, data in {**before, **CHANGES}.items() if data is not None}
        is_killed = killed_at(root, call)
        printed = CliRunner().invoke(main, ["check", "--root", str(root)]).output
        then = {name: data for name, data in tree(root).items() if not Path(name).name.startswith(".")}
        assert then in (before, after), call
        is_taken_back = "taken back: content/" in printed
        assert then == before or not is_taken_back, call
        seen.add((is_taken_back, then == before))
        if not is_killed:
            break
    assert call > 5
    assert seen == {(False, True), (True, True), (False, False)}


@pytest.mark.parametrize(
    "line",
    ["kept ../outside.yaml", "new content/../x.yaml", "new content/people/../../x.yaml", "new /x.yaml", "x"],
)
def test_what_a_journal_lists_elsewhere_is_not_touched(tmp_path: Path, line: str) -> None:
    lay(tmp_path)
    (tmp_path / "outside.yaml").write_text("mine", "utf-8")
    (tmp_path / "x.yaml").write_text("mine", "utf-8")
    before = tree(tmp_path)
    (tmp_path / "content" / ".unfinished").write_text(line + "\n", "utf-8")
    assert put_back(tmp_path) == []
    assert tree(tmp_path) == before


def test_nobody_takes_back_what_is_being_written(tmp_path: Path) -> None:
    lay(tmp_path)
    journal = tmp_path / "content" / ".unfinished"
    journal.write_text(f"new {ADA}\n", "utf-8")
    with journal.open(encoding="utf-8") as file:
        assert files.take(file)
        assert put_back(tmp_path) == []
        assert (tmp_path / ADA).exists()
    assert put_back(tmp_path) == [ADA]
    assert not (tmp_path / ADA).exists()
