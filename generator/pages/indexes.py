"""The home page and the index of each section."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.lines import Dated, resolution_lines, when
from generator.pages.parts import Link, Phrase, Scene, address_of, sorting
from generator.records.base import Record
from generator.records.dates import Edtf
from generator.records.factsheet import Factsheet
from generator.records.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Item:
    """One record in a list."""

    link: Link
    date: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All records of a section."""

    count: str
    items: tuple[Item, ...]
    columns: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A fact sheet on the home page."""

    link: Link
    answer: Phrase


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page: the fact sheets, the votes, and the way to everything else."""

    description: Phrase
    sheets: tuple[Sheet, ...]
    votes: tuple[Dated, ...]
    sections: tuple[Item, ...]


def index_page(scene: Scene, kind: type[Record]) -> IndexPage:
    """Return the index of a record type: dated records latest first, others by name."""
    if kind is Resolution:
        lines = resolution_lines(scene, list(scene.facts.all(Resolution)))
        items = [
            Item(
                Link(line.link.href, Phrase(f"{line.link.phrase.text}: {line.what.text}", line.what.lang)),
                line.date,
                line.more,
            )
            for line in lines
            if line.link
        ]
        return IndexPage(scene.words("entries", n=len(items)), tuple(items), columns=False)
    items = [
        Item(Link(scene.href(address_of(kind, name)), scene.name(record, name)), _date(scene, record))
        for name, record in sorted(scene.facts.all(kind).items(), key=lambda pair: _order(scene, *pair))
    ]
    dated = any(item.date for item in items)
    return IndexPage(scene.words("entries", n=len(items)), tuple(items), columns=not dated)


def _order(scene: Scene, name: str, record: Record) -> tuple[int, str]:
    """Return the key by which an index is in order: the latest date first, then the name."""
    day = getattr(record, "date", None)
    return -day.latest.toordinal() if isinstance(day, Edtf) else 0, sorting(scene.name(record, name).text)


def _date(scene: Scene, record: Record) -> str:
    day = getattr(record, "date", None)
    return scene.date(day) if isinstance(day, Edtf) else ""


def home_page(scene: Scene) -> HomePage:
    """Return the front page."""
    sheets = sorted(scene.facts.all(Factsheet).items(), key=lambda each: when(each[1].reviewed), reverse=True)
    return HomePage(
        description=scene.say(scene.facts.site.description),
        sheets=tuple(
            Sheet(Link(scene.href(address_of(Factsheet, name)), scene.say(sheet.title)), scene.say(sheet.answer))
            for name, sheet in sheets
        ),
        votes=resolution_lines(scene, list(scene.facts.all(Resolution))),
        sections=tuple(
            Item(
                Link(scene.href(address_of(kind)), Phrase(section_name(scene, kind))),
                "",
                scene.words("entries", n=len(scene.facts.all(kind))),
            )
            for kind in scene.facts.types
        ),
    )


def section_name(scene: Scene, kind: type[Record]) -> str:
    """Return the name of a section; in the first language of its label where the page's is not there."""
    return kind.label.get(scene.language) or next(iter(kind.label.values()))
