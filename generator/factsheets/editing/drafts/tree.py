"""A record that is being put together: a plain tree that grows by paths."""

from __future__ import annotations

from typing import TypeAlias

from factsheets.content.source import Path
from factsheets.content.source.tree import Plain

Draft: TypeAlias = dict[str, Plain]


def path_of(text: str) -> Path:
    """Return the path that a dotted text names, as messages write it: `votes.0.roll_call`."""
    return tuple(int(step) if step.isdecimal() else step for step in text.split("."))


def get(tree: Plain | None, path: Path) -> Plain | None:
    """Return what stands at a path, None where nothing does."""
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(str(step))
        elif isinstance(tree, list) and isinstance(step, int):
            tree = tree[step] if step < len(tree) else None
        else:
            return None
    return tree


def put(tree: Draft, path: Path, value: Plain) -> Draft:
    """Return the tree with a value at a path. A position beyond the end of a list adds one entry."""
    return {**tree, str(path[0]): _put(tree.get(str(path[0])), path[1:], value)}


def _put(node: Plain | None, path: Path, value: Plain) -> Plain:
    if not path:
        return value
    step = path[0]
    if isinstance(step, int):
        items = list(node) if isinstance(node, list) else []
        at = min(step, len(items))
        return [*items[:at], _put(items[at] if at < len(items) else None, path[1:], value), *items[at + 1 :]]
    entries = node if isinstance(node, dict) else {}
    return {**entries, step: _put(entries.get(step), path[1:], value)}
