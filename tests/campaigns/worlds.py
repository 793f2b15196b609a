"""What passes the check, publishes: whole worlds grow from the schemas, field by field, and each is checked and made.

A world begins as a small one that the tests know, or as a part of the repository's content. Step by step it gets a
field that the schemas have, in one of its forms, with a value that the schema lets stand: another world, which is
checked. What the check finds there must have its place in a file, its words and its remedy; sometimes the findings are
waived. A world in which it finds no error is kept and grown further. Its number says which fields a world is to have,
so that a campaign comes by every one several times. Some worlds then get a long list. The last one is made: every page
in Markdown, every export and the search index. Some are built to the end, by the engine, with every link followed.
Nothing of all that may raise; what does is reduced to the least that still raises it.
"""

from __future__ import annotations

import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import yaml

from factsheets import pipeline
from factsheets.pipeline import Checked, Folders
from factsheets.site.exports import exports
from factsheets.site.pages import pages
from factsheets.site.pages.own.search import search_index
from factsheets.site.render import render
from tests.campaigns.bases import STEPS, Base, base_of
from tests.campaigns.fields import SCHEMAS, Known, Schema, Tree, World, key_of, known_in, ways
from tests.campaigns.growing import lists_in, waived, with_field, with_long_list, without_field
from tests.campaigns.reducing import reduced
from tests.campaigns.report import Failure, Outcome
from tests.campaigns.values import Source
from tests.conftest import DAY, REPOSITORY

__all__ = ["SCHEMAS", "World", "build", "campaign", "check", "grow", "key_of", "places"]

TRIES = 3
"""Worlds that are tried for each field."""
BUILT, LONG = 50, 50
"""One world in so many is built by the engine, and one gets a long list: small ones, as that takes long enough."""
LISTS = 4
"""Lists that are tried to be made long in such a world."""
REDUCED, REDUCED_BUILT = 400, 40
"""Smaller worlds that are tried when one fails: without the engine, and with it."""


NEVER: Mapping[Known, str] = {
    ("Quorum", "of", "present"): "a quorum is a share of members or of seats, which the schema does not say",
    ("Quorum", "of", "present_and_voting"): "the same",
}
"""Forms that the check takes in no world, each with the reason."""
_SEEN: set[str] = set()
"""Kinds of errors of which a world was reduced already: that takes time, and one example is enough."""


@dataclass
class Grown:
    """What became of one world: what was tried and kept, which fields stood in it, and what it broke."""

    counts: Counter[str] = field(default_factory=Counter)
    known: set[Known] = field(default_factory=set)
    long: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)


class UnsoundError(Exception):
    """The check finds an error in a world that is to be made."""


def campaign(size: int, seed: int) -> Outcome:
    """Grow so many worlds and make each."""
    whole = Grown()
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for grown in pool.map(grow, [f"{seed}-{number}" for number in range(size)], chunksize=5):
            whole.counts += grown.counts
            whole.known |= grown.known
            whole.long |= grown.long
            whole.failures += grown.failures
    every = set(ways()) - NEVER.keys()
    names, seen = ({".".join(each[:2]) for each in known} for known in (every, whole.known))
    forms = {".".join(each) for each in every - whole.known if ".".join(each[:2]) in seen}
    counts = {
        **whole.counts,
        **_tally("fields of the schemas", len(seen), names - seen),
        **_tally("forms of them", len(whole.known), forms),
        "list fields that were long in a world": len(whole.long),
    }
    return Outcome(counts, tuple(whole.failures))


def _tally(what: str, number: int, missing: set[str]) -> dict[str, int]:
    said = ", ".join(sorted(missing)) or "none"
    return {
        f"{what} that stood in a world that was made": number,
        f"{what} that stood in none: {said}": len(missing),
    }


def grow(seed: str) -> Grown:
    """Grow one world and make it; the seed, a name and a number, gives the same one again."""
    name, _, digits = seed.rpartition("-")
    number, random, grown = int(digits), Random(seed), Grown()  # noqa: S311 - a seed, not a secret
    base = base_of(number, random)
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder), base.day)
        growing = _Growing(grown, seed, random, base, ground, dict(base.world))
        for wish in wishes(name, number, base.steps):
            growing.step(wish)
        if number % LONG == 1:
            growing.lengthen(number // LONG)
        growing.finish(is_built=number % BUILT == 0)
    return grown


def wishes(name: str, number: int, steps: int) -> list[Known]:
    """Return the fields that a world is to have: all worlds of a name together have every one, again and again."""
    order = _order(name)
    return [order[(number * STEPS + at) % len(order)] for at in range(steps)]


@cache
def _order(name: str) -> list[Known]:
    return Random(name).sample(list(ways()), len(ways()))  # noqa: S311 - a seed, not a secret


@dataclass
class Ground:
    """A folder in which one world after the other is laid, on one day."""

    root: Path
    day: date = DAY
    laid: World = field(default_factory=dict)

    def check(self, world: World) -> Checked:
        """Check a world; raises AssertionError for a diagnostic that says too little."""
        checked = pipeline.check(self._lay(world), day=self.day)
        lengths = {file.name: len(file.lines) for file in checked.files}
        for each in checked.diagnostics:
            where = each.place
            assert where.file in {*lengths, "content/waivers.yaml", "content"}, f"no such file: {each}"
            assert 1 <= where.span.line <= max(1, lengths.get(where.file, 1)), f"no such line: {each}"
            assert where.span.column >= 1, f"no such column: {each}"
            assert each.message, f"no words: {each}"
            assert each.hint, f"no remedy: {each}"
        return checked

    def make(self, world: World) -> int:
        """Make all that the engine is given, and all that it is not; return the number of pages."""
        checked = self._sound(world)
        made = [render(page) for page in pages(checked.facts, checked.derived, {})]
        assert exports(checked.facts, checked.derived)
        for language in checked.facts.site.languages:
            assert search_index(checked.facts, checked.derived, language)
        return len(made)

    def build(self, world: World) -> Checked:
        """Build a world to the end and return what the check found."""
        self._sound(world)
        (self.root / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
        checked = pipeline.build(Folders(self.root), self.day, lambda _: None)
        assert not checked.failed, [str(each) for each in checked.diagnostics if each.is_error]
        return checked

    def _sound(self, world: World) -> Checked:
        checked = self.check(world)
        if checked.failed:
            raise UnsoundError
        return checked

    def _lay(self, world: World) -> Path:
        content = self.root / "content"
        for name in self.laid.keys() - world.keys():
            (content / name).unlink()
        for name, tree in world.items():
            if name not in self.laid or self.laid[name] is not tree:
                (content / name).parent.mkdir(parents=True, exist_ok=True)
                (content / name).write_text(text_of(tree), "utf-8")
        self.laid = dict(world)
        return content


def check(root: Path, world: World) -> Checked:
    """Check a world in a folder."""
    return Ground(root).check(world)


def build(root: Path, world: World) -> Checked:
    """Build a world in a folder."""
    return Ground(root).build(world)


def places(tree: Tree, schema: Schema, source: Source) -> Iterator[tuple[dict[str, Tree], Mapping[str, Schema]]]:
    """Yield every mapping of a tree that has fields, with these."""
    for mapping, each in source.grammar.mappings(tree, schema):
        yield mapping, source.grammar.fields(each)


@dataclass
class _Growing:
    """A world on its way."""

    grown: Grown
    seed: str
    random: Random
    base: Base
    ground: Ground
    world: World

    def step(self, wish: Known) -> None:
        """Try to give the world a field; where it has it or cannot have it, change something else."""
        stands = wish in known_in(self.world)
        for _ in range(1 if stands else TRIES):
            if self._keep(self._changed(None if stands else wish), waiving=wish[0].startswith("Waiver")):
                return

    def _changed(self, wish: Known | None) -> World:
        if wish and not wish[0].startswith("Waiver") and (tried := with_field(self.world, wish, self.random)):
            return tried
        if self.random.random() < 0.2:
            return without_field(self.world, self.random)
        return with_field(self.world, self.random.choice(list(ways())), self.random) or self.world

    def _keep(self, tried: World, *, waiving: bool = False) -> bool:
        """Check a world and keep it if nothing is wrong with it, or if all that is wrong can be waived, sometimes."""
        checked = self._checked(tried)
        if checked is None:
            return False
        errors = [each for each in checked.diagnostics if each.is_error]
        if waiving or (errors and all(each.subject for each in errors) and self.random.random() < 0.3):
            less = waived(tried, checked.diagnostics if waiving else errors)
            again = self._checked(less) if less is not tried else None
            if again is None or again.failed:
                return False
            self.grown.counts["of them with a finding that was waived"] += 1
            tried, checked = less, again
        if not checked.failed:
            self.world = tried
            self.grown.counts["of them without an error"] += 1
        return not checked.failed

    def _checked(self, world: World) -> Checked | None:
        self.grown.counts["worlds checked"] += 1
        checked: Checked | None = self._guarded(self.ground.check, world, REDUCED)
        return checked

    def lengthen(self, number: int) -> None:
        """Make one list long, another one in each world."""
        there = lists_in(self.world)
        names = sorted({each[2] for each in there})
        for at in range(min(len(names), LISTS)):
            called = names[(number * LISTS + at) % len(names)]
            place = self.random.choice([each for each in there if each[2] == called])
            if self._keep(with_long_list(self.world, place, self.random)):
                self.grown.counts["worlds with a list of hundreds of entries"] += 1
                self.grown.long.add(called)
                return

    def finish(self, *, is_built: bool) -> None:
        """Make the world, and build it if it is to be."""
        if self._guarded(self.ground.make, self.world, REDUCED) is None:
            return
        self.grown.counts["worlds made into pages, exports and an index"] += 1
        self.grown.known |= known_in(self.world)
        if is_built and self._guarded(self.ground.build, self.world, REDUCED_BUILT) is not None:
            self.grown.counts["worlds built by the engine, every link followed"] += 1

    def _guarded(self, work: Callable[[World], Any], world: World, tries: int) -> Any:  # noqa: ANN401 - what it returns
        """Do something with a world; what it raises is a failure, with the least of the world that raises it."""
        try:
            return work(world)
        except Exception as error:  # noqa: BLE001 - nothing may be raised
            kind = _kind(error)
            tries = 0 if kind in _SEEN else tries
            _SEEN.add(kind)
            less = reduced(world, self.base.world, lambda tried: raised(work, tried) == kind, tries)
            self.grown.failures.append(Failure(self.seed, f"{error!r}"[:500] + f" ({kind})", as_files(less)[:3000]))
            return None


def raised(work: Callable[[World], Any], world: World) -> str | None:
    """Return the kind of error that something raises, or None."""
    try:
        work(world)
    except Exception as error:  # noqa: BLE001 - any
        return _kind(error)
    return None


def _kind(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"


def as_files(world: World) -> str:
    """Return a world as the text of its files, each below its name."""
    return "".join(f"# {name}\n{text_of(tree)}" for name, tree in world.items())


def text_of(tree: Tree) -> str:
    """Return a tree as YAML."""
    return str(yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000))
