"""One step of a world's growth: a field more, a field less, findings waived, a list made long."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath
from random import Random

from factsheets.derive.checks import NEVER_WAIVED
from factsheets.diagnostics import Diagnostic
from tests.campaigns.bases import examples, folder_of, named
from tests.campaigns.fields import SCHEMAS, Known, Schema, Tree, World, grammar_of, key_of, ways
from tests.campaigns.values import Source

WAIVERS = "waivers.yaml"
SHORTEST, LONGEST = 300, 2000
"""Entries of a long list."""
MOST_LEAVES = 6000
"""Texts in all entries of a long list, beyond which it is as short as a long list may be."""


def with_field(world: World, known: Known, random: Random) -> World | None:
    """Return a world in which a field stands in a form, in one file or another; None if no file could have it."""
    files = _files(world)
    places = [(key, way) for key, way in ways()[known] if key in files]
    if not places:
        return None
    key, way = random.choice(places)
    name = random.choice(files[key])
    source = _source(world, name, random)
    return {**world, name: source.put(world[name], SCHEMAS[key], way, known[2])}


def without_field(world: World, random: Random) -> World:
    """Return a world that lacks a field."""
    name = random.choice(sorted(world))
    tree = copy.deepcopy(world[name])
    mappings = [each for each, _ in grammar_of(key_of(name)).mappings(tree, SCHEMAS[key_of(name)]) if each]
    if mappings:
        mapping = random.choice(mappings)
        del mapping[random.choice(sorted(mapping))]
    return {**world, name: tree}


def waived(world: World, findings: Sequence[Diagnostic]) -> World:
    """Return a world in which findings are accepted, as far as a waiver can name them."""
    entries = [
        {"code": each.code, "file": each.place.file.partition("/")[2], "at": each.subject, "reason": "It is so."}
        for each in findings
        if each.subject and each.code not in NEVER_WAIVED
    ]
    known = world.get(WAIVERS, {}).get("waivers", [])
    new = [each for at, each in enumerate(entries) if each not in entries[:at] and each not in known]
    return {**world, WAIVERS: {"waivers": [*known, *new]}} if new else world


def lists_in(world: World) -> list[tuple[str, tuple[str | int, ...], str]]:
    """Return every list with entries in a world: its file, its path, and what it is called."""
    found = []
    for name, tree in world.items():
        if name != WAIVERS:
            found += [(name, path, called) for path, called in _lists(tree, SCHEMAS[key_of(name)], name)]
    return found


@cache
def list_fields() -> frozenset[str]:
    """Return what every field is called that holds a list."""
    return frozenset(
        f"{branch.get('title')}.{name}"
        for key, schema in SCHEMAS.items()
        for each in (schema, *schema.get("$defs", {}).values())
        for branch in grammar_of(key).branches(each)
        for name, field in grammar_of(key).fields(branch).items()
        if any("items" in form for form in grammar_of(key).branches(field))
    )


def with_long_list(world: World, place: tuple[str, tuple[str | int, ...], str], random: Random) -> World:
    """Return a world in which a list has some hundreds of entries, with the records that they name."""
    name, path, _ = place
    tree = copy.deepcopy(world[name])
    schema, held = SCHEMAS[key_of(name)], tree
    grammar = grammar_of(key_of(name))
    for step in path:
        held = held[step]
        schema = _below(schema, step, name)
    entries, items = held, next(each["items"] for each in grammar.branches(schema) if "items" in each)
    entry = random.choice(entries)
    number = random.randint(SHORTEST, LONGEST)
    more = set(named(entry, items, key_of(name)))
    if more or _leaves(entry) * number > MOST_LEAVES:
        number = SHORTEST
    grown = dict(world)
    for count in range(number - len(entries)):
        entries.append(_numbered(entry, items, count, grown, name))
    return {**grown, name: tree}


def _numbered(entry: Tree, schema: Schema, count: int, world: World, file: str) -> Tree:
    """Return an entry like another, with a name, an address or words of its own; a record that it names is added."""
    grammar = grammar_of(key_of(file))
    for branch in grammar.branches(schema):
        if isinstance(entry, dict) and branch.get("type") == "object":
            fields = grammar.fields(branch) or branch.get("properties", {})
            own = ["id"] if "id" in entry else [key for key in entry if key in fields and _is_free(fields[key])]
            return {**entry, **{key: _numbered(entry[key], fields[key], count, world, file) for key in own}}
        if isinstance(entry, str) and (folder := folder_of(branch, entry)):
            new = _code(count) if folder == "states" else f"{entry[:60]}-{count}"
            if f"{folder}/{entry}.yaml" in world:
                world.setdefault(f"{folder}/{new}.yaml", world[f"{folder}/{entry}.yaml"])
            return new
        if isinstance(entry, str):
            pattern = str(branch.get("pattern", ""))
            return (
                f"{entry[:60]}-{count}"
                if pattern.startswith("^[a-z0-9]") or "A-Za-z0-9" in pattern
                else f"{entry} {count}"
            )
    return entry


def _is_free(schema: Schema) -> bool:
    return "pattern" not in schema and "enum" not in schema and schema.get("type") in {None, "string"}


def _code(number: int) -> str:
    """Return one of the codes of states that nobody has: XAA to XZZ, YAA to YZZ."""
    return "XYZ"[number // 676] + chr(65 + number // 26 % 26) + chr(65 + number % 26)


def _lists(
    tree: Tree, schema: Schema, file: str, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    grammar = grammar_of(key_of(file))
    for branch in grammar.branches(schema):
        if isinstance(tree, list) and "items" in branch:
            for at, each in enumerate(tree):
                yield from _lists(each, branch["items"], file, (*path, at))
        elif isinstance(tree, dict):
            for name, field in grammar.fields(branch).items():
                if tree.get(name) and isinstance(tree[name], list):
                    yield (*path, name), f"{branch.get('title')}.{name}"
                if name in tree:
                    yield from _lists(tree[name], field, file, (*path, name))


def _below(schema: Schema, step: str | int, file: str) -> Schema:
    grammar = grammar_of(key_of(file))
    found: Schema = {}
    for branch in grammar.branches(schema):
        if isinstance(step, int) and "items" in branch:
            found = branch["items"]
        elif isinstance(step, str) and step in grammar.fields(branch):
            found = grammar.fields(branch)[step]
    return found


def _leaves(tree: Tree) -> int:
    values = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else None
    return 1 if values is None else sum(map(_leaves, values))


def _files(world: World) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(world):
        found.setdefault(key_of(name), []).append(name)
    return found


def _source(world: World, name: str, random: Random) -> Source:
    """Return what draws values for a file of a world."""
    ids = {key: [PurePosixPath(each).stem for each in names] for key, names in _files(world).items()}
    near = [name, *dict.fromkeys(named(world[name], SCHEMAS[key_of(name)], key_of(name)))]
    echoes = dict.fromkeys(text for each in near[:20] if each in world for text in _texts(world[each]))
    defs = SCHEMAS[key_of(name)].get("$defs", {})
    return Source(random, ids, defs, examples=examples(), echoes=tuple(echoes))


def _texts(tree: Tree) -> Iterator[str]:
    """Yield every text of a tree, and every word of it that stands alone, as names do."""
    if isinstance(tree, str):
        yield tree
    else:
        for each in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(each)
