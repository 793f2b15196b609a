"""From facts to finished pages, in every language. One view for each kind of page, named in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from factsheets.content.link import Facts
from factsheets.content.records.base import Record
from factsheets.content.records.body import Body
from factsheets.content.records.event import Event
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Source
from factsheets.content.records.state import State
from factsheets.content.records.statement import Statement
from factsheets.derive import Derived
from factsheets.site.pages.members.bodies import body_page
from factsheets.site.pages.members.compare import compare_page, members_view, permanent_pairs
from factsheets.site.pages.members.people import person_page
from factsheets.site.pages.members.states import state_page
from factsheets.site.pages.own.about import about_page
from factsheets.site.pages.own.correcting import correct_page
from factsheets.site.pages.own.counting import counting_page
from factsheets.site.pages.own.home import home_page
from factsheets.site.pages.own.indexes import index_page
from factsheets.site.pages.own.messages import messages_page
from factsheets.site.pages.own.missing import missing_page
from factsheets.site.pages.records.events import event_page
from factsheets.site.pages.records.factsheets import factsheet_page
from factsheets.site.pages.records.records import record_page
from factsheets.site.pages.records.sources import source_page
from factsheets.site.pages.records.statements import statement_page
from factsheets.site.pages.shared.addresses import (
    ABOUT,
    COMPARISONS,
    CORRECT,
    CORRECTIONS,
    COUNTING,
    COVERAGE,
    HOME,
    MESSAGES,
    MISSING,
)
from factsheets.site.pages.shared.citations import SourceGroup, source_groups
from factsheets.site.pages.shared.corrections import CorrectionLine, corrections_of, corrections_page
from factsheets.site.pages.shared.coverage import completeness_page
from factsheets.site.pages.shared.neighbours import ALONE, Neighbours, neighbours
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of
from factsheets.site.pages.votes.changes import changes, compared, comparison_address
from factsheets.site.pages.votes.votes import downloads, vote_page
from factsheets.site.words import Words, language_name, words_in

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
class Frame:
    """What stands around a page's own content. `symbol` goes before the title where the page's is shown apart."""

    title: Phrase
    description: str
    crumbs: tuple[Link, ...] = ()
    file: str = ""
    neighbours: Neighbours = ALONE
    symbol: str = ""
    downloads: tuple[Link, ...] = ()
    corrections: tuple[CorrectionLine, ...] = ()

    @property
    def name(self) -> str:
        """The page's name in the browser's tab and in lists of results."""
        return f"{self.symbol}: {self.title.text}" if self.symbol else self.title.text


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page in one language. `path` is where its Markdown goes within the language: `votes/x.md`."""

    language: str
    path: str
    template: str
    words: Words
    frame: Frame
    view: object
    twins: tuple[Link, ...]
    edit: str
    guide: str
    sources: tuple[SourceGroup, ...]
    report: str
    citation: str
    changed: str


def pages(facts: Facts, derived: Derived, changed: Mapping[str, date] = MappingProxyType({})) -> Iterator[Page]:
    """Yield every page of the site, language by language; `changed` has the day of each file's last change."""
    for language in facts.site.languages:
        scene = partial(Scene, facts, derived, words_in(language), changed=changed)
        yield from _own_pages(scene)
        for kind in facts.types:
            yield _index(scene(address_of(kind)), kind)
            for name, record in facts.all(kind).items():
                yield _record(scene(address_of(kind, name)), name, record)
                for former in record.former_ids:
                    yield _moved(scene(address_of(kind, former)), name, record)


def _own_pages(scene: Callable[[str], Scene]) -> Iterator[Page]:
    """Yield the pages that belong to no record type."""
    home = scene(HOME)
    site = home.facts.site
    yield _page(home, "home", home_page, Frame(home.say(site.title), home.say(site.description).text, (), "site.yaml"))
    for address, template, view, file in _OWN:
        page = scene(address)
        said = page.words(f"introductions.{template}")
        yield _page(page, template, view, Frame(Phrase(page.words(template)), said, (_home_link(page),), file))
    yield from _comparisons(scene)


_OWN: tuple[tuple[str, str, Callable[[Scene], object], str], ...] = (
    (ABOUT, "about", about_page, "site.yaml"),
    (MISSING, "missing", missing_page, ""),
    (COVERAGE, "completeness", completeness_page, "site.yaml"),
    (COUNTING, "counting", counting_page, ""),
    (COMPARISONS, "compare", compare_page, ""),
    (CORRECTIONS, "corrections", corrections_page, ""),
    (CORRECT, "correct", correct_page, ""),
    (MESSAGES, "messages", messages_page, ""),
)
"""The address, template, view and file of each page that is there once."""


def _comparisons(scene: Callable[[str], Scene]) -> Iterator[Page]:
    """Yield a page for each step of a series of votes, and for each pair of permanent members."""
    here = scene(COMPARISONS)
    in_series = (step for each in here.derived.series for step in each.steps())
    compared_first = ((earlier, later) for later, earlier in here.derived.votes_before.items())
    steps = dict.fromkeys((*in_series, *compared_first))
    for before, after in steps:
        page = scene(comparison_address(before, after))
        if compared(page, before, after):
            symbols = [page.facts.one(Resolution, name).symbol for name in (before, after)]
            votes = partial(changes, before=before, after=after)
            yield _page(page, "compare_votes", votes, _comparison_frame(page, " → ".join(symbols)))
    for one, other in permanent_pairs(here):
        page = scene(comparison_address(one, other))
        names = [page.link(each).phrase.text for each in (one, other)]
        members = partial(members_view, one=one, other=other)
        yield _page(page, "compare_members", members, _comparison_frame(page, " – ".join(names)))


def _comparison_frame(scene: Scene, names: str) -> Frame:
    title = scene.words("compared", names=names)
    above = Link(scene.href(COMPARISONS), Phrase(scene.words("compare")))
    return Frame(Phrase(title), scene.words("introductions.compare"), (_home_link(scene), above))


def _index(scene: Scene, kind: type[Record]) -> Page:
    title = Phrase(scene.section(kind))
    view = index_page(scene, kind)
    frame = Frame(title, view.introduction or f"{title.text}: {view.count}", (_home_link(scene),))
    return _page(scene, "index", lambda scene: index_page(scene, kind), frame)


def _record(scene: Scene, name: str, record: Record) -> Page:
    kind = type(record)
    view, template = VIEWS.get(kind, (record_page, "record"))
    title = scene.heading(record, name)
    section = scene.section(kind)
    frame = Frame(
        title,
        _description(scene, record) or f"{section}: {title.text}",
        (_home_link(scene), Link(scene.href(address_of(kind)), Phrase(section))),
        f"{kind.folder}/{name}.yaml",
        neighbours(scene, name, record),
        record.symbol if isinstance(record, Resolution) else "",
        downloads(scene, name) if isinstance(record, Resolution) else (),
        corrections_of(scene, name, record),
    )
    return _page(scene, template, lambda scene: view(scene, name, record), frame, record)


def _description(scene: Scene, record: Record) -> str:
    """Return what search engines show below the title: the answer, where the record has one."""
    match record:
        case Factsheet():
            return scene.say(record.answer).text
        case Resolution() | Body() if record.summary:
            return scene.say(record.summary).text
    return ""


def _moved(scene: Scene, name: str, record: Record) -> Page:
    """Return the page at a record's earlier address, which leads to the present one."""
    title = scene.name(record, name)
    view = Link(scene.href(address_of(type(record), name)), title)
    return _page(scene, "moved", lambda _: view, Frame(title, scene.words("moved"), (_home_link(scene),)))


def _home_link(scene: Scene) -> Link:
    return Link(scene.href(HOME), Phrase(scene.words("home")))


def _page(
    scene: Scene, template: str, make: Callable[[Scene], object], frame: Frame, record: Record | None = None
) -> Page:
    """Make a page twice: once to learn which sources it cites, and again with these numbered by rank."""
    if record is not None:
        scene.cite(record.sources)  # of one rank, the record's own sources come first
    make(scene)
    scene = scene.ranked()
    twins = tuple(
        Link(scene.href(scene.address, language=other), Phrase(_switch(other), other))
        for other in scene.facts.site.languages
        if other != scene.language
    )
    return Page(
        scene.language,
        scene.address.removesuffix(".html") + ".md",
        template,
        scene.words,
        frame,
        make(scene),
        twins,
        scene.edit(frame.file) if frame.file else "",
        scene.href(CORRECT) if frame.file else "",
        source_groups(scene),
        scene.report(frame.name) if frame.file else "",
        scene.citation(frame.name, frame.file) if record else "",
        scene.last_changed(frame.file) if record else "",
    )


def _switch(language: str) -> str:
    words = words_in(language)
    return words("language_switch", language=language_name(language, words))
