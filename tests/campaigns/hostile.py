"""Hostile words in every field that takes words, one field and one text at a time: they stay words wherever they go.

The fields come from the schemas, so that a new one is tried by itself. Each is set, in a small world in which nothing
is wrong, to each text; where the check takes that, every page, every export and the search index is made, and held
against what a harmless text of the same length makes of the same place. All fields that were taken are then hostile
together in one world, which is built and opened in a browser, page by page: nothing may run, and nobody else may be
asked. And each built page has the same elements as that of a world in which all these texts are harmless.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random

import yaml
from playwright.sync_api import sync_playwright

from tests.browser.chromium import find
from tests.campaigns.harmless import Made, differences, in_html, made, twin_of
from tests.campaigns.nesting import Place, every_place, grown
from tests.campaigns.report import Failure, Outcome
from tests.campaigns.rich import RICH
from tests.campaigns.texts import LONG, REFUSED, TEXTS
from tests.campaigns.worlds import World, build, check

FORMS = 20
"""Forms of a place that are tried until the check takes one."""
LANGUAGES = ("en", "de")
CUTS = 60
"""Shorter texts that are tried in place of one that failed."""
REDUCED = 20
"""Failures that are reduced; there may be hundreds of one kind."""
SLICES = 6
_MANY = [" ".join(each.split()) for each in TEXTS if each not in {LONG, *REFUSED}]
TOGETHER = tuple(" ".join(_MANY[number::SLICES]) for number in range(SLICES))
"""What is written everywhere at once, one of them in each place."""


@dataclass
class Tried:
    """What became of one place: in which form it was taken, which texts were taken there, and what these broke."""

    place: Place
    form: int | None = None
    taken: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def campaign(size: int, seed: int) -> Outcome:
    """Try so many pairs of a place and a text, all if there are fewer, and then all together in a browser."""
    random = Random(seed)  # noqa: S311 - a seed, not a secret
    found = [*_each(shared(every_place(), size, random))]
    counts = Counter[str]()
    failures: list[Failure] = []
    for each in found:
        counts["pairs of a place and a text tried"] += len(each.taken) + len(each.refused)
        counts["of them taken by the check, made into pages, and compared"] += len(each.taken)
        failures += each.failures
    fields, taken = {each.place.field for each in found}, {each.place.field for each in found if each.taken}
    counts["texts"] = len(TEXTS)
    counts["of them such as no field may take"] = len(REFUSED)
    counts["places in the schemas that take words"] = len(found)
    counts["of them taken by the check at least once"] = sum(bool(each.taken) for each in found)
    counts["fields tried"] = len(fields)
    never = ", ".join(".".join(each) for each in sorted(fields - taken)) or "none"
    counts["fields taken by the check at least once"] = len(taken)
    counts[f"fields never taken: {never}"] = len(fields - taken)
    number, world, calm = together([each for each in found if each.taken])
    counts["places that were hostile together in the browser"] = number
    pages, said = walked(world, calm)
    counts["pages built, compared and opened in the browser"] = pages
    return Outcome(counts, (*reduced(failures), *said))


def shared(places: Sequence[Place], size: int, random: Random) -> list[tuple[Place, tuple[str, ...]]]:
    """Deal out so many texts to the places, as evenly as can be: each text is tried about as often as any other."""
    texts = [*TEXTS]
    random.shuffle(texts)
    order = [*places]
    random.shuffle(order)
    dealt: list[tuple[Place, tuple[str, ...]]] = []
    at = 0
    for number, place in enumerate(order):
        many = min(len(texts), size // len(order) + (number < size % len(order)))
        dealt.append((place, tuple(texts[(at + step) % len(texts)] for step in range(many))))
        at += many
    return dealt


def _each(pairs: Sequence[tuple[Place, tuple[str, ...]]]) -> Sequence[Tried]:
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        return [*pool.map(tried, pairs, chunksize=2)]


@cache
def clean() -> World:
    """Return the small world as trees. Nobody may change them."""
    return {name: yaml.load(text, Loader=yaml.BaseLoader) for name, text in RICH.items()}  # noqa: S506 - texts only


def tried(pair: tuple[Place, Sequence[str]]) -> Tried:
    """Try texts in one place."""
    place, texts = pair
    with tempfile.TemporaryDirectory() as folder:
        result = Tried(place, form_of(Path(folder), place))
        for number, text in enumerate(texts):
            found = (
                None if result.form is None else told(Path(folder), place, result.form, text, ("en", "de")[number % 2])
            )
            (result.refused if found is None else result.taken).append(text)
            result.failures += [Failure(f"{place} {result.form}", each, text) for each in found or ()]
    return result


def form_of(root: Path, place: Place) -> int | None:
    """Return the first form in which the check takes harmless words in a place."""
    words = "Words that are evil to nobody"
    return next((each for each in range(FORMS) if not check(root, grown(clean(), place, words, each)).failed), None)


def told(root: Path, place: Place, form: int, text: str, language: str) -> list[str] | None:
    """Return what came of a text in a place; None if the check does not take it."""
    hostile = _made(root, grown(clean(), place, text, form))
    if hostile and text in REFUSED:
        return ["a character that nobody can see is taken"]
    if hostile is None:
        return None
    calm = _made(root, grown(clean(), place, twin_of(text), form))
    return ["its harmless twin is refused"] if calm is None else [*differences(hostile, calm, text, language)]


def _made(root: Path, world: World) -> Made | None:
    checked = check(root, world)
    return None if checked.failed else made(checked)


def reduced(failures: Sequence[Failure]) -> list[Failure]:
    """Return failures with the shortest part of each text that still does it."""
    places = {str(each): each for each in every_place()}
    found: list[Failure] = [*failures[REDUCED:]]
    with tempfile.TemporaryDirectory() as folder:
        for each in failures[:REDUCED]:
            name, _, form = each.seed.rpartition(" ")
            again = lambda text, place=places[name], form=int(form): any(  # noqa: E731
                told(Path(folder), place, form, text, language) for language in LANGUAGES
            )
            found.append(Failure(each.seed, each.what, repr(shortest(each.reduced, again))))
    return found


def shortest(text: str, fails: Callable[[str], bool]) -> str:
    """Return a part of a text that still fails, and of which nothing can be left out; after some tries, as it is."""
    tries, size = CUTS, max(1, len(text) // 2)
    while size and tries > 0:
        for start in range(0, len(text), size):
            part, tries = text[:start] + text[start + size :], tries - 1
            if part.strip() and tries >= 0 and fails(part):
                text = part
                break
        else:
            size //= 2
    return text


Pair = tuple[World, World]
"""A world in which places are hostile, and the same with harmless words."""


def together(found: Sequence[Tried]) -> tuple[int, World, World]:
    """Return a world in which as many of these places as go together are hostile, with their number, and its twin."""
    with tempfile.TemporaryDirectory() as folder:
        number, (world, calm) = _joined(Path(folder), (clean(), clean()), [*enumerate(found)])
    return number, world, calm


def _joined(root: Path, pair: Pair, found: Sequence[tuple[int, Tried]]) -> tuple[int, Pair]:
    """Make places hostile in a pair of worlds: all of them, or half by half those that the check takes."""
    world, calm = pair
    for number, each in found:
        words = TOGETHER[number % SLICES]
        world = grown(world, each.place, words, each.form or 0)
        calm = grown(calm, each.place, twin_of(words), each.form or 0)
    if not check(root, world).failed and not check(root, calm).failed:
        return len(found), (world, calm)
    if len(found) == 1:
        return 0, pair
    half = len(found) // 2
    first, pair = _joined(root, pair, found[:half])
    second, pair = _joined(root, pair, found[half:])
    return first + second, pair


WATCH = "window.refused = 0; document.addEventListener('securitypolicyviolation', () => { window.refused += 1; });"
"""Counts what the page's policy has stopped: nothing may even try."""
TRAP = """() => window.evil === undefined && !window.refused
  && !document.querySelector("evil-tag, [onerror], [onclick], [onmouseover], [onload]")"""


def walked(world: World, calm: World) -> tuple[int, list[Failure]]:
    """Build a world and its twin, compare their pages, and open each; return their number, and what is wrong."""
    found: list[Failure] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root, twin = Path(folder) / "hostile", Path(folder) / "calm"
        build(root, world)
        build(twin, calm)
        started = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        opened = started.new_page()
        said: list[str] = []
        opened.add_init_script(WATCH)
        opened.on("dialog", lambda dialog: said.append(f"a dialog: {dialog.message}"))
        opened.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        every = sorted((root / "site").rglob("*.html"))
        for path in every:
            name = path.relative_to(root)
            opened.goto(path.as_uri())
            said += [] if opened.evaluate(TRAP) else ["hostile markup became part of the page"]
            said += in_html(path.read_text("utf-8"), (twin / name).read_text("utf-8"), TOGETHER)
            found += [Failure("together", each, name.as_posix()) for each in said if each[:5] != "data:"]
            said.clear()
        started.close()
    return len(every), found
