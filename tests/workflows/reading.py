"""The workflows, as values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.y*ml"))


def workflow(path: Path) -> dict[Any, Any]:
    tree: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return tree


def jobs(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from workflow(path)["jobs"].items()


def steps(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the steps, each with the name of its job."""
    for name, job in jobs(path):
        for step in job["steps"]:
            yield name, step


def script(file: str, name: str) -> str:
    """Return what the step of that name runs."""
    (found,) = [step["run"] for _, step in steps(FOLDER / file) if step.get("name") == name and "run" in step]
    return str(found)
