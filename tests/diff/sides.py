"""Two worlds in, what differs out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factsheets import pipeline
from factsheets.review.diff import compare
from factsheets.review.diff.model import Diff
from factsheets.review.diff.sides import Side
from tests.world import WORLD, lay

World = Mapping[str, str]


def side(root: Path, changes: World | None = None, world: World = WORLD) -> Side:
    return Side(root.name, pipeline.check(lay(root, changes, world)))


def diff(root: Path, after: World, before: World | None = None) -> Diff:
    """Compare two worlds, each given by what it has otherwise than the small one."""
    return compare(side(root / "base", before), side(root / "head", after))


def without(*names: str) -> dict[str, str]:
    return {name: text for name, text in WORLD.items() if name not in names}
