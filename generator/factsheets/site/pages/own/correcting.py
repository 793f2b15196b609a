"""How to correct a fact in the browser: each step with a picture, and one example through all of them.

The pictures show lines of a real file. Only the mistake in it is made up: the day that the page is said to have given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from factsheets.content.records.dates import parse_edtf
from factsheets.content.records.event import Event
from factsheets.content.records.ids import EventId
from factsheets.content.records.source import Source
from factsheets.site.pages.shared.addresses import CORRECTIONS, MISSING
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of

STEPS: Mapping[str, tuple[str, ...]] = {
    "pencil": (),
    "account": (),
    "copy": (),
    "change": ("find", "naming", "signs"),
    "propose": ("request",),
    "check": ("refused",),
    "read": (),
}
"""The steps, each with the parts that follow its first."""
_MORE = {"source": ("adding",), "gap": (), "form": ()}
"""What follows the steps."""

EVENT = "general-assembly-2022-03-02"
TITLES = {
    "en": "The General Assembly adopts ES-11/1",
    "de": "Die Generalversammlung nimmt ES-11/1 an",
}
SOURCE = "dgacm-es11"
RIGHT, WRONG, AMISS = "2022-03-02", "2022-03-03", "02.03.2022"
"""The day as it is, the day that is the mistake of the example, and the right day in a form that the check refuses."""

REFUSED = (
    "bad-date",
    f"'{AMISS}' is not written as dates are here: year, month, day",
    "write 2022-02-03 or 2022-03-02, whichever day the source means",
)
"""What the check says of that: its code, what is wrong and what to write instead."""

THANKS = "Thank you. Nothing has to be mended."
"""What the comment begins with, once the day is written as it should be."""

REPORT = f"{TITLES['en']}: date: {WRONG} → {RIGHT} (source {SOURCE})"
"""What the comment then says would change for readers."""

QUESTIONS = ("**What changes:**", "**Which source says so:**")
"""What GitHub puts below the description of a proposal, as the template says."""

FILE: Mapping[int, str] = {
    1: "# yaml-language-server: $schema=../../generator/schemas/event.json",
    2: "title:",
    3: f"  en: {TITLES['en']}",
    4: f"  de: {TITLES['de']}",
    5: f"date: {RIGHT}",
    18: f"sources: [{SOURCE}]",
}
"""Lines of the file of the example, by their number."""

SHOWN_SOURCE = "un-hrc-election-63"
SOURCE_FILE: Mapping[int, str] = {
    2: "kind: official",
    3: "read: itself",
    4: "title: Election of eighteen members of the Human Rights Council",
    5: "language: en",
    6: "publisher:",
    7: "  en: United Nations, General Assembly",
    8: "  de: Vereinte Nationen, Generalversammlung",
    9: "accessed: 2026-11-24",
    10: "URL: http://www.un.org/en/ga/63/plenary/I_hrc_election.shtml",
}
"""Lines of the file of a source, by their number."""

_FORMS = {"report": "report-an-error", "statement": "add-a-statement", "vote": "add-a-vote"}
"""The forms on GitHub for those who would rather not edit a file."""

_MARKS = re.compile(r"`(?P<code>[^`]+)`|\[(?P<press>[^\]]+)\]|(?P<spot>[①-⑨])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text: plain, the number of a spot in the picture, words to press on GitHub, or words of a file."""

    text: str
    kind: str = ""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file in a picture. `kind` is `new`, `gone`, `cut` or nothing; `spot` is the number beside it."""

    number: str
    text: str
    kind: str = ""
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a step: its text, the picture of its name with a caption, and where to read more."""

    name: str
    title: str
    text: tuple[Pieces, ...]
    caption: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step, or what follows the steps and then has no number. Its first part has no title of its own."""

    anchor: str
    title: str
    number: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """What the pictures show of the example: the page, the file, the proposal, and what the check says of it."""

    title: str
    wrong: str
    right: str
    message: str
    evidence: str
    file_name: str
    file: tuple[Line, ...]
    change: tuple[Line, ...]
    questions: tuple[str, ...]
    refused: tuple[str, str, str]
    thanks: str
    report: str
    source_name: str
    source: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """How to correct a fact: the steps, and what else there is to do; `signs` are what a newcomer meets in a file."""

    safe: str
    drawn: str
    steps: tuple[Step, ...]
    more: tuple[Step, ...]
    signs: tuple[tuple[str, str], ...]
    example: Example


def correct_page(scene: Scene) -> CorrectPage:
    """Return the view of the guide."""
    return CorrectPage(
        safe=scene.words("guide.safe"),
        drawn=scene.words("guide.drawn"),
        steps=tuple(_step(scene, key, parts, f"{number}. ") for number, (key, parts) in enumerate(STEPS.items(), 1)),
        more=tuple(_step(scene, key, parts) for key, parts in _MORE.items()),
        signs=tuple((sign, scene.words(f"signs.{key}")) for key, sign in _SIGNS.items()),
        example=_example(scene),
    )


def _example(scene: Scene) -> Example:
    right = scene.date(parse_edtf(RIGHT))
    return Example(
        title=TITLES.get(scene.language, TITLES["en"]),
        wrong=scene.date(parse_edtf(WRONG)),
        right=right,
        message=scene.words("guide.message", day=right),
        evidence=scene.words("guide.evidence", source=SOURCE, day=right),
        file_name=f"{EVENT}.yaml",
        file=tuple(_lines(FILE, {5: "1", 18: "2"})),
        change=(Line("5", f"- date: {WRONG}", "gone"), Line("5", f"+ date: {AMISS}", "new")),
        questions=QUESTIONS,
        refused=REFUSED,
        thanks=THANKS,
        report=REPORT,
        source_name=f"{SHOWN_SOURCE}.yaml",
        source=tuple(replace(each, number=str(at)) for at, each in enumerate(_lines(SOURCE_FILE, {}), 1)),
    )


_SIGNS = {
    "name": "date:",
    "space": "\u00a0 en:",
    "languages": "en: … de: …",
    "day": RIGHT,
    "list": "[a, b]",
    "marks": '"…"',
    "note": "# …",
}
"""What a newcomer meets in a file, by the key of its explanation."""


def pieces(text: str) -> Pieces:
    """Return a text in pieces: what stands in `backticks`, in [brackets], and numbers in a ring."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in _MARKS.finditer(text):
        before = text[end : found.start()]
        yield Piece(f"{before[:-1]}\u00a0" if found["spot"] and before.endswith(" ") else before)
        kind = found.lastgroup or ""
        yield Piece(str(int(unicodedata.numeric(found[kind]))) if kind == "spot" else found[kind], kind)
        end = found.end()
    yield Piece(text[end:])


def _step(scene: Scene, key: str, others: tuple[str, ...], number: str = "") -> Step:
    parts = (replace(_part(scene, key), title=""), *(_part(scene, each) for each in others))
    return Step(key, scene.words(f"guide.{key}.title"), number, parts)


def _part(scene: Scene, key: str) -> Part:
    """Return a part; its title, text and caption are there if the catalogue has them."""
    days = {"wrong": scene.date(parse_edtf(WRONG)), "right": scene.date(parse_edtf(RIGHT))}
    names = {"edit": scene.words("edit"), "supply": scene.words("supply")}
    title, text, caption = (
        scene.words.entries.get(f"guide.{key}.{each}", "").format(**days, **names)
        for each in ("title", "text", "caption")
    )
    paragraphs = tuple(pieces(each) for each in text.split("\n\n") if each)
    return Part(key, title, paragraphs, caption, tuple(_links(scene, key)))


def _links(scene: Scene, key: str) -> Iterator[Link]:
    """Yield where a step leads: the page of the example, the list of sources, the forms."""
    repository = scene.facts.site.repository.rstrip("/")
    match key:
        case "pencil" if scene.facts.get(Event, EVENT):
            yield scene.link(EventId(EVENT))
        case "naming":
            yield Link(scene.href(address_of(Source)), Phrase(scene.section(Source)))
        case "read":
            yield Link(scene.href(CORRECTIONS), Phrase(scene.words("corrections")))
        case "adding":
            rules = f"{repository}/blob/{quote(scene.facts.site.branch)}/CONTRIBUTING.md"
            yield Link(rules, Phrase(scene.words("guide.adding.rules")))
        case "gap":
            yield Link(scene.href(MISSING), Phrase(scene.words("missing")))
        case "form":
            for form, name in _FORMS.items():
                yield Link(f"{repository}/issues/new?template={name}.yml", Phrase(scene.words(f"forms.{form}")))


def _lines(file: Mapping[int, str], spots: Mapping[int, str]) -> Iterator[Line]:
    """Yield lines of a file for a picture: the spaces before them are kept, a note is cut, dots stand for a gap."""
    last = next(iter(file))
    for number, text in file.items():
        if number > last + 1:
            yield Line("", "…")
        spaces = "\u00a0" * (len(text) - len(text.lstrip()))
        yield Line(str(number), spaces + text.lstrip(), "cut" if text.startswith("#") else "", spots.get(number, ""))
        last = number
