"""From facts to finished pages, in every language. One view for each kind of page, named in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.derive import Derived
from generator.link import Facts
from generator.pages.bodies import body_page
from generator.pages.events import event_page
from generator.pages.factsheets import factsheet_page
from generator.pages.indexes import home_page, index_page, section_name
from generator.pages.parts import Link, Phrase, Scene, SourceLine, address_of
from generator.pages.people import person_page
from generator.pages.records import record_page
from generator.pages.sources import source_page
from generator.pages.statements import statement_page
from generator.pages.states import state_page
from generator.pages.votes import vote_page
from generator.records.base import Record
from generator.records.body import Body
from generator.records.event import Event
from generator.records.factsheet import Factsheet
from generator.records.person import Person
from generator.records.resolution import Resolution
from generator.records.source import Source
from generator.records.state import State
from generator.records.statement import Statement
from generator.words import Words, language_name, words_in

View = Callable[[Scene, str, Any], object]

VIEWS: Mapping[type[Record], tuple[View, str]] = {
    Factsheet: (factsheet_page, "factsheet"),
    Resolution: (vote_page, "vote"),
    State: (state_page, "state"),
    Person: (person_page, "person"),
    Statement: (statement_page, "statement"),
    Event: (event_page, "event"),
    Body: (body_page, "body"),
    Source: (source_page, "source"),
}
"""The view and the template of each record type. A type that is not here is shown field by field."""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page in one language. `path` is where its Markdown goes within the language: `votes/x.md`."""

    language: str
    path: str
    template: str
    title: Phrase
    description: str
    words: Words
    view: object
    crumbs: tuple[Link, ...]
    twins: tuple[Link, ...]
    edit: str
    sources: tuple[SourceLine, ...]


def pages(facts: Facts, derived: Derived) -> Iterator[Page]:
    """Yield every page of the site, language by language."""
    for language in facts.site.languages:
        words = words_in(language)
        yield _home(Scene(facts, derived, words, "index.html"))
        for kind in facts.types:
            yield _index(Scene(facts, derived, words, address_of(kind)), kind)
            for name, record in facts.all(kind).items():
                yield _record(Scene(facts, derived, words, address_of(kind, name)), name, record)
                for former in record.former_ids:
                    yield _moved(Scene(facts, derived, words, address_of(kind, former)), name, record)


def _home(scene: Scene) -> Page:
    title = scene.say(scene.facts.site.title)
    return _page(scene, "home", title, scene.say(scene.facts.site.description).text, home_page(scene), (), "site.yaml")


def _index(scene: Scene, kind: type[Record]) -> Page:
    title = Phrase(section_name(scene, kind))
    view = index_page(scene, kind)
    return _page(scene, "index", title, f"{title.text}: {view.count}", view, (_home_link(scene),), "")


def _record(scene: Scene, name: str, record: Record) -> Page:
    kind = type(record)
    view, template = VIEWS.get(kind, (record_page, "record"))
    title = scene.say(record.title) if isinstance(record, Resolution) else scene.name(record, name)
    scene.cite(record.sources)  # the record's own sources come first in the list
    section = section_name(scene, kind)
    crumbs = (_home_link(scene), Link(scene.href(address_of(kind)), Phrase(section)))
    finished = view(scene, name, record)
    return _page(scene, template, title, f"{section}: {title.text}", finished, crumbs, f"{kind.folder}/{name}.yaml")


def _moved(scene: Scene, name: str, record: Record) -> Page:
    """Return the page at a record's earlier address, which leads to the present one."""
    title = scene.name(record, name)
    view = Link(scene.href(address_of(type(record), name)), title)
    return _page(scene, "moved", title, scene.words("moved"), view, (_home_link(scene),), "")


def _home_link(scene: Scene) -> Link:
    return Link(scene.href("index.html"), Phrase(scene.words("home")))


def _page(  # noqa: PLR0913, PLR0917 - the parts of a page
    scene: Scene, template: str, title: Phrase, description: str, view: object, crumbs: tuple[Link, ...], file: str
) -> Page:
    site = scene.facts.site
    twins = tuple(
        Link(scene.href(scene.address, language=other), Phrase(_switch(other), other))
        for other in site.languages
        if other != scene.language
    )
    edit = f"{site.repository.rstrip('/')}/edit/{site.branch}/content/{file}" if file else ""
    path = scene.address.removesuffix(".html") + ".md"
    sources = scene.source_lines()
    return Page(scene.language, path, template, title, description, scene.words, view, crumbs, twins, edit, sources)


def _switch(language: str) -> str:
    words = words_in(language)
    return words("language_switch", language=language_name(language, words))
