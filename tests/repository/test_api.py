"""What other programs may rely on: the example of the map, and what is said where the content is wrong."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factsheets import api
from tests.conftest import DAY, REPOSITORY
from tests.world import lay

EXAMPLE = re.search(r"```python\n(.+?)```", (REPOSITORY / "generator" / "README.md").read_text("utf-8"), re.DOTALL)


def example(root: Path) -> subprocess.CompletedProcess[str]:
    assert EXAMPLE
    command = [sys.executable, "-c", EXAMPLE[1]]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_example_runs(tmp_path: Path) -> None:
    lay(tmp_path)
    done = example(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "RES/1 change rejected\nRES/1 adoption adopted\n"


def test_the_example_says_what_is_wrong(tmp_path: Path) -> None:
    lay(tmp_path, {"people/ada-moe.yaml": "name: [x\n"})
    done = example(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("content/people/ada-moe.yaml:1:7: error[yaml-bracket]")
    assert "    1 | name: [x\n" in done.stderr


def test_the_content_is_checked_read_and_built(tmp_path: Path) -> None:
    lay(tmp_path, {"people/ada-moe.yaml": "name: [x\n"})
    assert api.check(tmp_path).failed
    assert api.build(tmp_path, DAY).failed
    assert not (tmp_path / "site").exists()
    with pytest.raises(api.ContentError) as raised:
        api.read(tmp_path)
    assert [each.code for each in raised.value.diagnostics] == ["yaml-bracket"]


@pytest.mark.parametrize("name", api.__all__)
def test_all_of_it_is_documented(name: str) -> None:
    thing = getattr(api, name)
    assert name == "RECORD_TYPES" or inspect.getdoc(thing)
