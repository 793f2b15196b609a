"""The page of a person."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.lines import Dated, anchors, mentioned_in
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene
from generator.pages.positions import Positions, memberships, positions
from generator.pages.roles import Role, role
from generator.pages.timelines import Timeline, event_timeline, office_timeline
from generator.pages.voices import Voice, voices
from generator.records.event import Event
from generator.records.ids import MemberId
from generator.records.person import Person
from generator.records.statement import Statement


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person."""

    role: Role | None
    positions: Positions | None
    memberships: tuple[Dated, ...]
    names: tuple[Phrase, ...]
    full_names: tuple[Phrase, ...]
    other_names: tuple[str, ...]
    states: tuple[Link, ...]
    born: str
    birth_place: Phrase | None
    wikidata: str
    offices: Timeline
    voices: tuple[Voice, ...]
    events: Timeline
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def person_page(scene: Scene, name: str, person: Person) -> PersonPage:
    """Return the view of a person."""
    key = (Person.folder, name)
    full = person.full_name
    own = scene.say(person.name).text
    return PersonPage(
        role=role(scene, person),
        positions=positions(scene, MemberId(name)),
        memberships=memberships(scene, MemberId(name)),
        names=tuple(Phrase(text, tag) for tag, text in person.name.by_language.items() if text != own),
        full_names=tuple(Phrase(text, tag) for tag, text in full.by_language.items()) if full else (),
        other_names=tuple(text for each in person.other_names for text in each.every()),
        states=scene.links(person.states),
        born=scene.date(person.born) if person.born else "",
        birth_place=scene.maybe(person.birth_place),
        wikidata=person.wikidata or "",
        offices=office_timeline(scene, list(zip(person.offices, _offices(scene, person), strict=True)), own),
        voices=voices(scene, mentioned_in(scene, key, Statement)),
        events=event_timeline(scene, mentioned_in(scene, key, Event), own),
        receipts=scene.cite(person.sources),
        remarks=scene.remarks(person.note, person.conflicts),
    )


def office_anchors(scene: Scene, person: Person) -> list[str]:
    """Return the anchor of each office, made of its own words."""
    first = scene.facts.site.first
    return anchors(
        f"office {each.title.pick(first, first)[0]} {each.period.text if each.period else ''}"
        for each in person.offices
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
            scene.remarks(office.note, office.conflicts),
        )
        for anchor, office in zip(office_anchors(scene, person), person.offices, strict=True)
    )
