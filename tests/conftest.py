"""What several kinds of tests share: sites built once a run. No test changes them."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.derive.coverage import scopes
from factsheets.pipeline import Folders
from factsheets.review.diff import comparing
from factsheets.review.diff.model import PageChange
from factsheets.review.diff.sides import Side
from tests.chamber import CHAMBER
from tests.escaping.poison import poisoned_world
from tests.world import WORLD, lay

REPOSITORY = Path(__file__).parent.parent
DAY = date(2025, 3, 1)


def publish(root: Path, day: date = DAY, *, integrity: bool = False) -> Path:
    """Build the site of a root that has its content, and return its folder."""
    (root / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    checked = pipeline.build(Folders(root), day, lambda _: None, integrity=integrity)
    assert not checked.failed, checked.diagnostics
    return root / "site"


def git(folder: Path, *arguments: str, day: str = "2024-05-06") -> None:
    """Run git in a folder, as nobody in particular and on a day given, or at seconds since 1970 as `@0 +0000`."""
    who = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    moment = day if day.startswith("@") else f"{day}T12:00:00+00:00"
    when = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), moment)
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who, **when}, check=True, capture_output=True)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """Make something once in a run, in a folder of its own; other processes of the run wait and take it as it is."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    done, root = shared / f"{name}.made", shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir()
            done.write_text(str(make(root)), "utf-8")
    return Path(done.read_text("utf-8"))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world, published."""
    return once(tmp_path_factory, "small", lambda root: _published(root, WORLD))


@pytest.fixture(scope="session")
def chamber_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bodies of people, published."""
    return once(tmp_path_factory, "chamber", lambda root: _published(root, CHAMBER))


@pytest.fixture(scope="session")
def evil_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world with hostile text in every field, published."""
    return once(tmp_path_factory, "evil", lambda root: _published(root, {**WORLD, **poisoned_world()}))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, committed, so that every page has its longest foot, and published."""
    return once(tmp_path_factory, "real", _real)


def _published(root: Path, world: Mapping[str, str]) -> Path:
    lay(root, world=world)
    return publish(root)


def _real(root: Path) -> Path:
    shutil.copytree(REPOSITORY / "content", root / "content")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "content", day="2026-11-24")
    return publish(root, last_compared(root / "content"))


def last_compared(content: Path) -> date:
    """Return the day of the last comparison with a list: on no day before it can the content be published."""
    return max(each.coverage.compared.latest for each in scopes(pipeline.check(content).facts))


@pytest.fixture
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not render every page of both sides, which takes longer than all the rest: the report says so."""

    def page_changes(before: Side, after: Side) -> tuple[PageChange, ...] | None:
        is_sound = not (before.errors or after.errors)
        return () if is_sound and before.checked.facts == after.checked.facts else None

    monkeypatch.setattr(comparing, "page_changes", page_changes)
