"""The home page and the index of each section."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Link, Phrase, Scene, address_of, sorting
from generator.pages.records import Dated, resolution_lines, when
from generator.records.base import Record
from generator.records.dates import Edtf
from generator.records.factsheet import Factsheet
from generator.records.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Item:
    """One record in a list."""

    link: Link
    date: str
    more: str


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
        items = [Item(Link(line.link.href, Phrase(f"{line.link.phrase.text}: {line.what.text}", line.what.lang)), line.date, line.more)
                 for line in lines if line.link]
        return IndexPage(scene.words("entries", n=len(items)), tuple(items), columns=False)
    records = list(scene.facts.all(kind).items())
    dated = all(isinstance(getattr(record, "date", None), Edtf) for _, record in records)
    items = [
        (when(record.date) if dated else (), Item(  # type: ignore[attr-defined]  # it is a date, as asked above
            Link(scene.href(address_of(kind, name)), scene.name(record, name)),
            scene.date(record.date) if dated else "",  # type: ignore[attr-defined]
            "",
        ))
        for name, record in records
    ]
    items.sort(key=lambda pair: sorting(pair[1].link.phrase.text))
    items.sort(key=lambda pair: pair[0], reverse=dated)
    return IndexPage(scene.words("entries", n=len(items)), tuple(item for _, item in items), columns=not dated)


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
