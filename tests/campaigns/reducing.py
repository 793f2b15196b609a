"""From a world that breaks a promise to the least that is left of it while it still does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.campaigns.fields import Tree, World

Fails = Callable[[World], bool]
_ALL, _LONG = 99, 40


def reduced(world: World, base: World, fails: Fails, tries: int) -> World:
    """Return what is left of a world that fails: fewer of the changes to its base, then fewer files, fields, words."""
    bounded = _Bounded(fails, tries)
    for name in [name for name, tree in world.items() if name in base and base[name] is not tree]:
        less = {**world, name: base[name]}
        world = less if bounded(less) else world
    for depth in (1, 1, 3, 1, _ALL):
        world = _less(world, bounded, depth)
    return world


@dataclass
class _Bounded:
    """Tells whether a world still fails, so many times; after that nothing does."""

    fails: Fails
    tries: int

    def __call__(self, world: World) -> bool:
        self.tries -= 1
        return self.tries >= 0 and self.fails(world)


def _less(tree: Tree, fails: Callable[[Tree], bool], depth: int) -> Tree:
    """Return a tree without ever smaller parts of it, so far down, as long as it fails; long texts get shorter."""
    if isinstance(tree, str):
        while len(tree) > _LONG and fails(tree[: len(tree) // 2]):
            tree = tree[: len(tree) // 2]
        return tree
    entries: list[tuple[object, Tree]] = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    kind = type(tree)
    width = len(entries) // 2 or len(entries)
    while width:
        at = 0
        while at < len(entries):
            less = entries[:at] + entries[at + width :]
            if fails(_whole(kind, less)):
                entries = less
            else:
                at += width
        width //= 2
    for at, (name, value) in enumerate(entries if depth > 1 else ()):

        def fails_within(less: Tree, at: int = at, name: object = name) -> bool:
            return fails(_whole(kind, [*entries[:at], (name, less), *entries[at + 1 :]]))

        entries[at] = (name, _less(value, fails_within, depth - 1))
    return _whole(kind, entries)


def _whole(kind: type, entries: list[tuple[object, Tree]]) -> Tree:
    return dict(entries) if kind is dict else [value for _, value in entries]
