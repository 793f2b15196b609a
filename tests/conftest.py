"""What several kinds of tests share: sites built once a run."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from generator import pipeline
from generator.pipeline import Folders
from tests.chamber import CHAMBER
from tests.escaping.test_escape import poisoned_world
from tests.world import lay

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

REPOSITORY = Path(__file__).parent.parent
DAY = date(2025, 3, 1)


def publish(root: Path) -> Path:
    """Build the site of a root that has its content, and return its folder."""
    (root / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    checked = pipeline.build(Folders(root), DAY, lambda _: None)
    assert not checked.failed, checked.diagnostics
    return root / "site"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world, published."""
    root = tmp_path_factory.mktemp("small")
    lay(root)
    return publish(root)


@pytest.fixture(scope="session")
def chamber_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bodies of people, published."""
    root = tmp_path_factory.mktemp("chamber")
    lay(root, world=CHAMBER)
    return publish(root)


@pytest.fixture(scope="session")
def evil_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world with hostile text in every field, published."""
    root = tmp_path_factory.mktemp("evil")
    lay(root, poisoned_world())
    return publish(root)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, published."""
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(REPOSITORY / "content", root / "content")
    return publish(root)
