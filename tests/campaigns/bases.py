"""The worlds that others grow from: the small ones that the tests know, and the repository's own content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

import yaml

from tests.campaigns.fields import SCHEMAS, Schema, Tree, World, grammar_of, key_of
from tests.chamber import CHAMBER
from tests.conftest import DAY, REPOSITORY
from tests.world import WORLD

LATE = date(2026, 12, 1)
"""A day after the last comparison in the repository's content."""
WHOLE, CHAMBERS, PARTS = 400, 20, 10
"""One world in so many grows from the whole content, from bodies of people, and from a record and what it rests on."""
LARGEST = 70
"""Files of such a part."""
STEPS = 6
"""Fields that a world is given, one after the other; a large one gets fewer."""
LANGUAGES = (["en", "de"], ["de", "en"], ["en"], ["de"])
"""The languages of worlds, in turn."""


@dataclass(frozen=True, slots=True)
class Base:
    """A world to begin with, the day on which it is looked at, and how many fields it is given, one after the other."""

    world: World
    day: date = DAY
    steps: int = STEPS


def base_of(number: int, random: Random) -> Base:
    """Return what the world of a number begins as."""
    if number % WHOLE == WHOLE - 1:
        return Base(dict(real()), LATE, 3)
    if number % CHAMBERS == CHAMBERS - 1:
        base = Base(dict(chamber()), steps=4)
    elif number % PARTS == PARTS // 2:
        base = Base(part(random), LATE, 4)
    else:
        base = Base(dict(small()))
    site = {**base.world["site.yaml"], "languages": LANGUAGES[number // 2 % len(LANGUAGES)]}
    return Base({**base.world, "site.yaml": site}, base.day, base.steps)


@cache
def small() -> World:
    """Return the world with one record of each kind."""
    return _trees(WORLD)


@cache
def chamber() -> World:
    """Return the world with bodies of people."""
    return _trees(CHAMBER)


@cache
def real() -> World:
    """Return the repository's own content."""
    folder = REPOSITORY / "content"
    files = sorted(folder.glob("**/*.yaml"))
    return _trees({path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files})


def part(random: Random) -> World:
    """Return a record of the repository's content with all that it refers to."""
    names = [name for name in real() if key_of(name) in {"resolutions", "events", "statements", "bodies", "people"}]
    for name in random.sample(names, len(names)):
        if len(found := _closure(name)) <= LARGEST:
            return {"site.yaml": {k: v for k, v in real()["site.yaml"].items() if k != "coverage"}, **found}
    raise LookupError("every record of the content leads to most of the others")


def _closure(name: str) -> World:
    found, open_ = {name: real()[name]}, [name]
    while open_:
        at = open_.pop()
        for other in set(named(found[at], SCHEMAS[key_of(at)], key_of(at))) - found.keys():
            found[other] = real()[other]
            open_.append(other)
    return dict(sorted(found.items()))


def named(tree: Tree, schema: Schema, key: str) -> Iterator[str]:
    """Yield the file of every record that a tree refers to."""
    grammar = grammar_of(key)
    for branch in grammar.branches(schema):
        if isinstance(tree, str) and (folder := folder_of(branch, tree)):
            yield f"{folder}/{tree}.yaml"
        elif isinstance(tree, list) and "items" in branch:
            for each in tree:
                yield from named(each, branch["items"], key)
        elif isinstance(tree, dict):
            values, fields = grammar.values(branch), grammar.fields(branch)
            for name, value in tree.items():
                if values and "propertyNames" in branch:
                    yield from named(name, branch["propertyNames"], key)
                if values or name in fields:
                    yield from named(value, values or fields[name], key)


def folder_of(schema: Schema, name: str) -> str | None:
    """Return the folder in which a file of that name lies, if the schema wants the name of a record."""
    if schema.get("x-member"):
        return "states" if name.isupper() else "people"
    folder: str | None = schema.get("x-folder")
    return folder


def _trees(texts: Mapping[str, str]) -> World:
    return {name: yaml.load(text, Loader=yaml.CBaseLoader) for name, text in texts.items()}  # noqa: S506 - texts only


@cache
def examples() -> Mapping[str, tuple[Tree, ...]]:
    """Return mappings that stand in these worlds, by what they are called."""
    found: dict[str, list[Tree]] = {}
    for world in (small(), chamber(), real()):
        for name, tree in world.items():
            for mapping, schema in grammar_of(key_of(name)).mappings(tree, SCHEMAS[key_of(name)]):
                found.setdefault(str(schema.get("title")), []).append(mapping)
    return {title: tuple({id(each): each for each in trees}.values()) for title, trees in found.items()}
