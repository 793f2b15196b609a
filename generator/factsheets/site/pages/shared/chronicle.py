"""All events by year and month, and the ways to those of one topic, person or body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from factsheets.content.records.base import Record
from factsheets.content.records.body import Body
from factsheets.content.records.dates import Edtf, Moment, Precision
from factsheets.content.records.event import Event
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.site.pages.shared.lines import Dated, mentioned_in
from factsheets.site.pages.shared.parts import Link, Scene, address_of, sorting
from factsheets.site.pages.shared.timelines import Timeline, event_timeline


@dataclass(frozen=True, slots=True)
class Part:
    """A year or a month, under its name. A year has months, a month lines."""

    anchor: str
    name: str
    lines: tuple[Dated, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """Links to the events of one topic, person or body each."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All events: the chart with its caption, year by year, and how to see only some."""

    timeline: Timeline
    years: tuple[Part, ...]
    only: tuple[Only, ...]


def chronicle(scene: Scene) -> Chronicle:
    """Return all events, from the first on."""
    events = scene.facts.all(Event)
    found = event_timeline(scene, events, scene.section(Event))
    dates = {f"event-{name}": event.date for name, event in events.items()}
    return Chronicle(found, tuple(_years(scene, [(line, dates[line.anchor]) for line in found.lines])), _only(scene))


def body_events(scene: Scene, body: str) -> list[str]:
    """Return the events at which a body voted."""
    names = mentioned_in(scene, (Body.folder, body), Resolution)
    return list(
        dict.fromkeys(event for name in names for event in mentioned_in(scene, (Resolution.folder, name), Event))
    )


def _years(scene: Scene, lines: Iterable[tuple[Dated, Edtf]]) -> Iterator[Part]:
    """Yield the years; what is not known to the year stands under what is known."""
    for (anchor, name), group in _grouped(lines, lambda date: _year(scene, date)):
        months = _grouped(group, lambda date: _month(scene, date))
        parts = (
            Part(f"month-{anchor}-{month}", said, tuple(line for line, _ in each)) for (month, said), each in months
        )
        yield Part(f"year-{anchor}", name, parts=tuple(parts))


def _grouped(
    lines: Iterable[tuple[Dated, Edtf]], key: Callable[[Edtf], tuple[str, str]]
) -> list[tuple[tuple[str, str], list[tuple[Dated, Edtf]]]]:
    """Return the lines by anchor and name, in the order in which these come first."""
    groups: dict[tuple[str, str], list[tuple[Dated, Edtf]]] = {}
    for each in lines:
        groups.setdefault(key(each[1]), []).append(each)
    return list(groups.items())


def _year(scene: Scene, date: Edtf) -> tuple[str, str]:
    """Return the anchor and the name of the year of a date, or of the decade or century."""
    if _precision(date) in {Precision.DECADE, Precision.CENTURY}:
        return date.text[:4].lower(), scene.date(date)
    return date.text[:4], str(date.earliest.year)


def _month(scene: Scene, date: Edtf) -> tuple[str, str]:
    """Return the anchor and the name of the month of a date, or of the season, or say that it is not known."""
    match _precision(date):
        case Precision.DAY | Precision.MONTH:
            names = scene.words.locale.months["stand-alone"]["wide"]
            return date.text[5:7], str(names[date.earliest.month])
        case Precision.SEASON:
            return date.text[5:7], scene.words(f"seasons.{date.text[5:7]}", year="").strip().capitalize()
    return "unknown", scene.words("time.no_month")


def _precision(date: Edtf) -> Precision | None:
    return date.start.precision if isinstance(date.start, Moment) else None


def _only(scene: Scene) -> tuple[Only, ...]:
    """Return links to the lists of events on the pages of topics, people and bodies that have one."""
    facts = scene.facts
    topics = [name for name, sheet in facts.all(Factsheet).items() if sheet.events]
    people = [name for name in facts.all(Person) if mentioned_in(scene, (Person.folder, name), Event)]
    bodies = [name for name in facts.all(Body) if body_events(scene, name)]
    found = (
        Only(scene.words("time.by_topic"), _links(scene, Factsheet, topics, "timeline")),
        Only(scene.words("time.by_person"), _links(scene, Person, people, "events")),
        Only(scene.words("time.by_body"), _links(scene, Body, bodies, "events")),
    )
    return tuple(each for each in found if each.links)


def _links(scene: Scene, kind: type[Record], names: Iterable[str], anchor: str) -> tuple[Link, ...]:
    records = ((name, scene.facts.one(kind, name)) for name in names)
    found = (Link(scene.href(address_of(kind, name), anchor), scene.name(record, name)) for name, record in records)
    return tuple(sorted(found, key=lambda link: sorting(link.phrase.text)))
