"""What passes the check, publishes: whole worlds grow from the schemas, field by field, and each is checked and made.

A world begins as one of the small ones that the tests know. Step by step one field of one record, any that its schema
has, gets a value that the schema lets stand: another world, which is checked. What the check finds there must have its
place in a file, its words and its remedy; a world in which it finds no error is kept and grown further. The last one is
then made: every page in Markdown, every export and the search index. One in twenty is built to the end, by the engine,
with every link followed. Nothing of all that may raise.
"""

from __future__ import annotations

import copy
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import yaml

from factsheets import pipeline
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.schema import TOP_FILES, json_schema
from factsheets.pipeline import Checked, Folders
from factsheets.site.exports import exports
from factsheets.site.pages import pages
from factsheets.site.pages.own.search import search_index
from factsheets.site.render import render
from tests.campaigns.report import Failure, Outcome
from tests.campaigns.values import Schema, Source, Tree
from tests.conftest import REPOSITORY
from tests.world import WORLD

STEPS = 12
"""Fields that a world gets, one after the other."""
BUILT = 20
"""One world in so many is built by the engine."""
DAY = date(2025, 3, 1)

World = dict[str, Tree]
"""Trees by the names of their files."""
Known = tuple[str, str]
"""A field: the title of the mapping's schema, and its own name."""

SCHEMAS: Mapping[str, Schema] = {
    **{kind.folder: json_schema(kind, ("en", "de")) for kind in RECORD_TYPES},
    **{name: json_schema(kind, ("en", "de")) for name, kind in TOP_FILES.items()},
}


@dataclass
class Grown:
    """What became of one world: what was tried and kept, which fields stood in it, and what it broke."""

    counts: Counter[str] = field(default_factory=Counter)
    fields: set[Known] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)


def campaign(size: int, seed: int) -> Outcome:
    """Grow so many worlds and make each."""
    counts: Counter[str] = Counter()
    fields: set[Known] = set()
    failures: list[Failure] = []
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for grown in pool.map(grow, [f"{seed}-{number}" for number in range(size)], chunksize=5):
            counts += grown.counts
            fields |= grown.fields
            failures += grown.failures
    every = {known for schema in SCHEMAS.values() for known in fields_of(schema)}
    counts["fields of the schemas that stood in a world that was made"] = len(fields & every)
    counts["fields that stood in none: " + (", ".join(map(".".join, sorted(every - fields))) or "none")] = len(
        every - fields
    )
    return Outcome(counts, tuple(failures))


def grow(seed: str) -> Grown:
    """Grow one world and make it; the seed gives the same one again."""
    random, grown = Random(seed), Grown()  # noqa: S311 - a seed, not a secret
    world: World = {name: yaml.load(text, Loader=yaml.BaseLoader) for name, text in WORLD.items()}  # noqa: S506
    world["waivers.yaml"] = {"waivers": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(STEPS):
            tried = changed(world, random)
            checked = _guarded(grown, seed, tried, partial(check, Path(folder), tried))
            grown.counts["worlds checked"] += 1
            if checked and not checked.failed:
                world = tried
                grown.counts["of them without an error"] += 1
        if _guarded(grown, seed, world, lambda: make(check(Path(folder), world))) is None:
            return grown
        grown.counts["worlds made into pages, exports and an index"] += 1
        if random.randrange(BUILT) == 0:
            is_built = _guarded(grown, seed, world, lambda: build(Path(folder), world))
            grown.counts["worlds built by the engine, every link followed"] += is_built is not None
    for name, tree in world.items():
        grown.fields |= set(fields_in(tree, schema_of(name), SCHEMAS[key_of(name)].get("$defs", {})))
    return grown


def check(root: Path, world: World) -> Checked:
    """Check a world; raises AssertionError for a diagnostic that says too little."""
    content = lay(root, world)
    checked = pipeline.check(content, day=DAY)
    lengths = {file.name: len(file.lines) for file in checked.files}
    for each in checked.diagnostics:
        where = each.place
        assert where.file in {*lengths, "content/waivers.yaml", "content"}, f"no such file: {each}"
        assert 1 <= where.span.line <= max(1, lengths.get(where.file, 1)), f"no such line: {each}"
        assert where.span.column >= 1, f"no such column: {each}"
        assert each.message, f"no words: {each}"
        assert each.hint, f"no remedy: {each}"
    return checked


def make(checked: Checked) -> int:
    """Make all that the engine is given, and all that it is not; return the number of pages."""
    assert not checked.failed
    made = [render(page) for page in pages(checked.facts, checked.derived, {})]
    assert exports(checked.facts, checked.derived)
    for language in checked.facts.site.languages:
        assert search_index(checked.facts, checked.derived, language)
    return len(made)


def build(root: Path, world: World) -> Checked:
    """Build a world to the end and return what the check found."""
    lay(root, world)
    (root / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    checked = pipeline.build(Folders(root), DAY, lambda _: None)
    assert not checked.failed, [str(each) for each in checked.diagnostics if each.is_error]
    return checked


def lay(root: Path, world: World) -> Path:
    """Write a world and return its content folder."""
    for name, tree in world.items():
        path, text = root / "content" / name, text_of(tree)
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return root / "content"


def text_of(tree: Tree) -> str:
    """Return a tree as YAML."""
    return str(yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000))


def changed(world: World, random: Random) -> World:
    """Return a world in which one field of one record has another value, or a first one, or none."""
    tried = copy.deepcopy(world)
    name = random.choice(sorted(tried))
    ids = {key_of(each): [Path(other).stem for other in tried if key_of(other) == key_of(each)] for each in tried}
    schema = SCHEMAS[key_of(name)]
    source = Source(random, ids, schema.get("$defs", {}))
    place, fields = random.choice(list(places(tried[name], schema, source)))
    known = sorted(fields)
    chosen = random.choice(known)
    if chosen in place and random.random() < 0.1:
        del place[chosen]
    elif isinstance(place.get(chosen), list) and random.random() < 0.5:
        place[chosen] = [*place[chosen], *_as_list(source.value(fields[chosen], 1))]
    else:
        place[chosen] = source.value(fields[chosen], 1)
    return tried


def _as_list(value: Tree) -> list[Tree]:
    return value if isinstance(value, list) else [value]


def places(tree: Tree, schema: Schema, source: Source) -> Iterator[tuple[dict[str, Tree], Mapping[str, Schema]]]:
    """Yield every mapping of a tree that has fields, with these."""
    schema = source.bare(schema)
    for form in schema.get("anyOf", [schema]):
        bare = source.bare(form)
        if isinstance(tree, dict) and bare.get("properties") and bare.get("title") != "The text by language":
            yield tree, bare["properties"]
            for name, value in tree.items():
                if name in bare["properties"]:
                    yield from places(value, bare["properties"][name], source)
        elif isinstance(tree, list) and "items" in bare:
            for each in tree:
                yield from places(each, bare["items"], source)


def fields_of(schema: Schema) -> Iterator[Known]:
    """Yield every field that a schema knows."""
    for each in (schema, *schema.get("$defs", {}).values()):
        yield from ((str(each.get("title")), name) for name in each.get("properties", {}))


def fields_in(tree: Tree, schema: Schema, defs: Schema) -> Iterator[Known]:
    """Yield every field that stands in a tree."""
    for place, fields in places(tree, schema, Source(Random(0), {}, defs)):  # noqa: S311 - nothing is drawn
        title = next(
            (str(each.get("title")) for each in (schema, *defs.values()) if each.get("properties") == fields), ""
        )
        yield from ((title, name) for name in place if name in fields)


def key_of(name: str) -> str:
    """Return the folder of a record's file, or the stem of one at the top."""
    folder, slash, _ = name.partition("/")
    return folder if slash else name.removesuffix(".yaml")


def schema_of(name: str) -> Schema:
    """Return the schema of a file."""
    return SCHEMAS[key_of(name)]


def _guarded(grown: Grown, seed: str, world: World, work: Any) -> Any:  # noqa: ANN401 - whatever it returns
    """Do something with a world; what it raises is a failure, with the world as it then was, nothing dropped."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - nothing may be raised
        frame = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"
        grown.failures.append(Failure(seed, what[:500], text_of(world)[:3000]))
        return None
