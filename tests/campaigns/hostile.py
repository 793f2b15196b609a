"""Hostile words in every field that takes words, one field and one text at a time: they stay words wherever they go.

The fields come from the schemas, so that a new one is tried by itself. Each is set, in a small world in which nothing
is wrong, to each text; where the check takes that, every page, every export and the search index is made and looked
through: no tag, attribute, address or formula may have come of it. All fields that were taken are then hostile
together in one world, which is built and opened in a browser, page by page: nothing may run, and nobody else may be
asked.
"""

from __future__ import annotations

import copy
import csv
import io
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from random import Random

import yaml
from playwright.sync_api import sync_playwright

from factsheets.pipeline import Checked
from factsheets.site.exports import exports
from factsheets.site.pages import pages
from factsheets.site.pages.own.search import search_index
from factsheets.site.render import render
from tests.browser.chromium import find
from tests.campaigns.report import Failure, Outcome
from tests.campaigns.values import Schema, Source
from tests.campaigns.worlds import SCHEMAS, World, build, check, key_of, places
from tests.world import WORLD

HOSTILE = (
    "<evil-tag onclick=alert(1)>x</evil-tag>",
    '"><script>window.evil = 1</script>',
    "' onmouseover='window.evil = 1' x='",
    "</script><script>window.evil = 1</script>",
    "<!-- --><img src=x onerror=window.evil=1><![CDATA[ x ]]>",
    "[evil](javascript:window.evil=1) ![x](https://evil.example/x.png) <https://evil.example>",
    "{{ 7 * 7 }} {% include 'evil' %} {: onclick=evil() } {#evil .evil} <?php evil() ?>",
    "---\ntitle: evil\n---\n# evil\n\n    evil\n\n| evil | evil |",
    "=HYPERLINK(evil) \t@evil \r+evil",
    '{"href": "javascript:window.evil=1", "positions": "evil"}',
    "&lt;evil-tag&gt; &#60;evil-tag&#62; \\<evil-tag\\>",
    "evil\\u003cevil-tag\\u003e ${evil} `evil` *evil* _evil_ ~~evil~~",
)
"""Texts that are markup, scripts, templates or formulas somewhere, each known by the word in it."""

_RAW = re.compile(
    r"<evil|<script>|<img|onerror=|onmouseover='|onclick=|javascript:|\{\{ 7|\{% inc|^# evil$",
    re.MULTILINE,
)
"""What none of them may be on a page. Everything in them that is markup somewhere must have been written otherwise.

A heading is hostile only as the whole line that the text has: a page whose own title is hostile begins with one too.
"""
_ASIDE = re.compile(r'\A---\n.*?\n---\n|<script type="application/json".*?</script>', re.DOTALL)
"""The front matter, and data in a script element, where other rules hold."""

Place = tuple[str, tuple[str, ...], str]
"""A field: the file of the small world in which it can stand, the fields that lead to its mapping, and its name."""


@dataclass(frozen=True)
class Poison(Source):
    """Draws values whose words are all hostile."""

    text: str = ""

    def _text(self, schema: Schema) -> str:
        takes_words = schema.get("pattern") in {None, r"\S"}
        return self.text if takes_words else super()._text(schema)


def campaign(size: int, seed: int) -> Outcome:
    """Try so many pairs of a field and a text, all if there are fewer, and then all together in a browser."""
    pairs = list(product(fields(), HOSTILE))
    Random(seed).shuffle(pairs)  # noqa: S311 - a seed, not a secret
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    taken: list[Place] = []
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        for (place, _), (is_taken, found) in zip(
            pairs[:size], pool.map(tried, pairs[:size], chunksize=20), strict=True
        ):
            counts["fields tried, each with one text at a time"] += 1
            counts["of them taken by the check, and made into pages"] += is_taken
            failures += found
            taken += [place] if is_taken else []
    world = together(sorted(set(taken)))
    number, found = walked(world)
    counts["fields that were hostile together in the browser"] = len(set(taken))
    counts["pages opened in the browser"] = number
    return Outcome(counts, (*failures, *found))


def fields() -> list[Place]:
    """Return every field of every mapping that the small world has a place for, and that takes words somewhere."""
    found: dict[Place, None] = {}
    for name, text in WORLD.items():
        tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        schema = SCHEMAS[key_of(name)]
        source = Source(Random(0), {}, schema.get("$defs", {}))  # noqa: S311 - nothing is drawn
        for place, known in places(tree, schema, source):
            way = tuple(sorted(place))
            for field, its in known.items():
                if takes_words(its, source):
                    found[name, way, field] = None
    return list(found)


def takes_words(schema: Schema, source: Source, depth: int = 0) -> bool:
    """Tell whether some text can stand in a value."""
    schema = source.bare(schema)
    inner = [*schema.get("anyOf", ()), *schema.get("properties", {}).values()]
    inner += [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), Mapping)]
    is_word = schema.get("type") == "string" and schema.get("pattern") in {None, r"\S"} and "enum" not in schema
    return is_word or (depth < 3 and any(takes_words(each, source, depth + 1) for each in inner))


def poisoned(world: World, place: Place, text: str, seed: str) -> World:
    """Return a world with hostile words in one field."""
    name, way, field = place
    tried_world = copy.deepcopy(world)
    schema = SCHEMAS[key_of(name)]
    ids = {key_of(each): [Path(other).stem for other in world if key_of(other) == key_of(each)] for each in world}
    source = Poison(Random(seed), ids, schema.get("$defs", {}), text)  # noqa: S311 - a seed, not a secret
    for mapping, known in places(tried_world[name], schema, source):
        if field in known and set(way) <= set(mapping):
            mapping[field] = source.value(known[field], 1)
            break
    return tried_world


def clean() -> World:
    """Return the small world as trees."""
    return {name: yaml.load(text, Loader=yaml.BaseLoader) for name, text in WORLD.items()}  # noqa: S506 - texts only


def tried(pair: tuple[Place, str]) -> tuple[bool, list[Failure]]:
    """Try one text in one field; return whether the check took it in one of a few forms, and what came of it."""
    place, text = pair
    seed = f"{'.'.join(place[1])}.{place[2]}"
    with tempfile.TemporaryDirectory() as folder:
        for number in range(4):
            world = poisoned(clean(), place, text, f"{seed}-{number}")
            checked = check(Path(folder), world)
            if not checked.failed:
                found = [Failure(f"{place[0]} {place[2]}", each, text) for each in escaped(checked)]
                return True, found
    return False, []


def escaped(checked: Checked) -> Iterator[str]:
    """Yield what of a hostile text is more than words in what is made of a world."""
    for page in pages(checked.facts, checked.derived, {}):
        text = _ASIDE.sub("", render(page))
        for match in _RAW.finditer(text):
            yield f"{page.path}: {text[max(0, match.start() - 40) : match.end() + 40]!r}"
    for name, data in exports(checked.facts, checked.derived).items():
        if name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".csv"):
            rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
            yield from (
                f"{name}: a formula {cell!r}" for row in rows for cell in row if cell.lstrip()[:1] in set("=@+")
            )
    for language in checked.facts.site.languages:
        if b"</script" in search_index(checked.facts, checked.derived, language).lower():
            yield "the search index ends a script"


def together(taken: list[Place]) -> World:
    """Return one world in which as many of these fields as go together are hostile."""
    world = clean()
    with tempfile.TemporaryDirectory() as folder:
        for number, place in enumerate(taken):
            tried_world = poisoned(world, place, " ".join(HOSTILE).replace("\n", " "), f"together-{number}")
            if not check(Path(folder), tried_world).failed:
                world = tried_world
    return world


WATCH = "window.refused = 0; document.addEventListener('securitypolicyviolation', () => { window.refused += 1; });"
"""Counts what the page's policy has stopped: nothing may even try."""
TRAP = """() => window.evil === undefined && !window.refused
  && !document.querySelector("evil-tag, [onerror], [onclick], [onmouseover]")"""


def walked(world: World) -> tuple[int, list[Failure]]:
    """Build a world and open each of its pages in a browser; return their number, and what ran or was asked for."""
    found: list[Failure] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        build(root, world)
        started = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        opened = started.new_page()
        said: list[str] = []
        opened.add_init_script(WATCH)
        opened.on("dialog", lambda dialog: said.append(f"a dialog: {dialog.message}"))
        opened.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        every = sorted((root / "site").rglob("*.html"))
        for path in every:
            opened.goto(path.as_uri())
            said += [] if opened.evaluate(TRAP) else ["hostile markup became part of the page"]
            found += [
                Failure("together", each, path.relative_to(root).as_posix()) for each in said if each[:5] != "data:"
            ]
            said.clear()
        started.close()
    return len(every), found
