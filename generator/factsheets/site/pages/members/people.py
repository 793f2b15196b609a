"""The page of a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factsheets.content.records.event import Event
from factsheets.content.records.ids import MemberId
from factsheets.content.records.person import Person
from factsheets.content.records.statement import Statement
from factsheets.site.pages.members.positions import Positions, memberships, positions
from factsheets.site.pages.members.representing import Representing, representing
from factsheets.site.pages.shared.lines import Dated, Same, anchors, mentioned_in
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene
from factsheets.site.pages.shared.roles import Role, role
from factsheets.site.pages.shared.timelines import Timeline, event_timeline, office_timeline
from factsheets.site.pages.shared.voices import Voice, voices
from factsheets.site.words import language_name


@dataclass(frozen=True, slots=True)
class NameLine:
    """What a person is called in one language, for short and in full. No language: in whatever language."""

    language: str
    name: Phrase | None
    full: Phrase | None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person."""

    role: Role | None
    positions: Positions | None
    memberships: tuple[Dated, ...]
    representing: tuple[Representing, ...]
    names: tuple[NameLine, ...]
    other_names: tuple[Phrase, ...]
    states: tuple[Link, ...]
    born: str
    birth_place: Phrase | None
    wikidata: str
    official: tuple[Link, ...]
    offices: Timeline
    voices: tuple[Voice, ...]
    events: Timeline
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def person_page(scene: Scene, name: str, person: Person) -> PersonPage:
    """Return the view of a person."""
    key = (Person.folder, name)
    own = scene.say(person.name).text
    return PersonPage(
        role=role(scene, person),
        positions=positions(scene, MemberId(name)),
        memberships=memberships(scene, MemberId(name)),
        representing=tuple(representing(scene, person)),
        names=_names(scene, person),
        other_names=tuple(_in(scene, *each) for name in person.other_names for each in name.by_language.items()),
        states=scene.links(person.states),
        born=scene.date(person.born) if person.born else "",
        birth_place=scene.maybe(person.birth_place),
        wikidata=person.wikidata or "",
        official=tuple(Link(each.url, scene.say(each.title)) for each in person.links),
        offices=office_timeline(scene, list(zip(person.offices, _offices(scene, person), strict=True)), own),
        voices=voices(scene, mentioned_in(scene, key, Statement)),
        events=event_timeline(scene, mentioned_in(scene, key, Event), own),
        receipts=scene.cite(person.sources),
        remarks=scene.remarks(person),
    )


def _names(scene: Scene, person: Person) -> tuple[NameLine, ...]:
    """Return the names by language, as the file has them; none where the page's heading says it all."""
    short, full = person.name.by_language, person.full_name.by_language if person.full_name else {}
    tags = dict.fromkeys((*short, *full))
    lines = tuple(
        NameLine(
            language_name(tag, scene.words) if tag else "",
            _in(scene, tag, short[tag]) if tag in short else None,
            _in(scene, tag, full[tag]) if tag in full else None,
        )
        for tag in tags
    )
    return lines if len(lines) > 1 or full else ()


def _in(scene: Scene, tag: str, name: str) -> Phrase:
    """Return a name in its language, if the file says in which."""
    return scene.quoted(name, tag) if tag else Phrase(name)


def office_anchors(scene: Scene, person: Person) -> list[str]:
    """Return the anchor of each office, made of its own words."""
    return _office_anchors(Same(person), scene.facts.site.first)


@lru_cache(maxsize=256)
def _office_anchors(person: Same[Person], first: str) -> list[str]:
    return anchors(
        f"office {each.title.pick(first, first)[0]} {each.period.text if each.period else ''}"
        for each in person.record.offices
    )


def _offices(scene: Scene, person: Person) -> tuple[Dated, ...]:
    return tuple(
        Dated(
            anchor,
            scene.date(office.period) if office.period else scene.words("dates_unknown"),
            scene.say(office.title),
            None,
            scene.words("seen", date=scene.date(office.seen)) if office.seen else "",
            scene.cite(office.sources),
            scene.remarks(office),
        )
        for anchor, office in zip(office_anchors(scene, person), person.offices, strict=True)
    )
