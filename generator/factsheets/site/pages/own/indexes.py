"""The index of each section: what it holds, in the order in which its readers look for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from factsheets.content.link.aliases import aliases
from factsheets.content.records.base import Record
from factsheets.content.records.body import Body
from factsheets.content.records.event import Event
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import PersonId
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Source
from factsheets.content.records.state import State
from factsheets.content.records.statement import Statement
from factsheets.site.pages.shared.chronicle import Chronicle, chronicle
from factsheets.site.pages.shared.citations import SourceGroup, every_source
from factsheets.site.pages.shared.coverage import CoverageLine, site_coverage
from factsheets.site.pages.shared.lines import when
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of, sorting
from factsheets.site.pages.shared.roles import Role, role
from factsheets.site.pages.shared.voices import Voice, voices
from factsheets.site.pages.votes.ballots import VoteLine, vote_lines


@dataclass(frozen=True, slots=True)
class Item:
    """One record in a list: its link, other names by which to find it, and what stands beside it."""

    link: Link
    names: tuple[str, ...] = ()
    beside: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Records that stand under one heading. A list of short names stands in columns."""

    anchor: str
    name: str
    items: tuple[Item, ...]
    columns: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A fact sheet and its answer."""

    link: Link
    answer: Phrase
    reviewed: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All records of a section. Each kind of list has its place; only those that are used are filled."""

    count: str
    introduction: str
    coverage: tuple[CoverageLine, ...] = ()
    filtered: bool = False
    groups: tuple[ItemGroup, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    votes: tuple[VoteLine, ...] = ()
    voices: tuple[Voice, ...] = ()
    sources: tuple[SourceGroup, ...] = ()
    chronicle: Chronicle | None = None


def index_page(scene: Scene, kind: type[Record]) -> IndexPage:
    """Return the index of a record type."""
    count = scene.words("entries", n=len(scene.facts.all(kind)))
    introduction = scene.words(f"introductions.{kind.folder}") if kind in _LISTS else ""
    lists = _LISTS[kind](scene) if kind in _LISTS else _plain(scene, kind)
    filtered = issubclass(kind, State | Person)
    return IndexPage(count, introduction, _covered(scene, kind), filtered, **lists)


def _covered(scene: Scene, kind: type[Record]) -> tuple[CoverageLine, ...]:
    """Return how complete the votes are, where they are what an index lists or what it leads to."""
    return site_coverage(scene) if issubclass(kind, Resolution | State | Factsheet) else ()


def sheets(scene: Scene) -> tuple[Sheet, ...]:
    """Return the fact sheets, the one last reviewed first; of one day, in the order of their ids."""
    found = sorted(scene.facts.all(Factsheet).items(), key=lambda each: when(each[1].reviewed), reverse=True)
    return tuple(
        Sheet(
            Link(scene.href(address_of(Factsheet, name)), scene.say(sheet.title)),
            scene.say(sheet.answer),
            scene.words("reviewed", date=scene.date(sheet.reviewed)),
        )
        for name, sheet in found
    )


Lists: TypeAlias = dict[str, Any]
"""Some of the lists of an `IndexPage`, by name."""


def _plain(scene: Scene, kind: type[Record]) -> Lists:
    items = [Item(Link(scene.href(address_of(kind, name)), scene.name(record, name)))
             for name, record in scene.facts.all(kind).items()]  # fmt: skip
    return {"groups": (ItemGroup("all", "", _by_name(items), columns=True),)}


def _by_name(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: sorting(item.link.phrase.text)))


def _by_letter(items: Iterable[Item]) -> tuple[ItemGroup, ...]:
    """Group items by the first letter of their names, marks on letters ignored."""
    groups = groupby(_by_name(items), key=lambda item: sorting(item.link.phrase.text)[:1])
    return tuple(
        ItemGroup(_letter_anchor(letter), letter.upper(), tuple(each), columns=True) for letter, each in groups
    )


def _letter_anchor(letter: str) -> str:
    """Return a letter's anchor; what is no letter from a to z is named by its place in Unicode."""
    return f"letter-{letter}" if letter.isascii() and letter.isalnum() else f"letter-u{ord(letter or '?'):x}"


def _states(scene: Scene) -> Lists:
    return {
        "groups": _by_letter(
            Item(Link(scene.href(address_of(State, name)), scene.name(state, name)), aliases(scene.facts, name, state))
            for name, state in scene.facts.all(State).items()
        )
    }


def people_links(scene: Scene) -> tuple[Link, ...]:
    """Return links to the people, by family name: the last word of the name."""
    links = scene.links(PersonId(name) for name in scene.facts.all(Person))
    return tuple(sorted(links, key=lambda link: _family_name(link.phrase.text)))


def _family_name(name: str) -> str:
    return sorting(name.rpartition(" ")[2])


def _people(scene: Scene) -> tuple[Item, ...]:
    items = [
        Item(scene.link(PersonId(name)), aliases(scene.facts, name, person), role=role(scene, person))
        for name, person in scene.facts.all(Person).items()
    ]
    return tuple(sorted(items, key=lambda item: _family_name(item.link.phrase.text)))


def _bodies(scene: Scene) -> Lists:
    bodies = sorted(scene.facts.all(Body).items(), key=lambda each: each[1].classification.value)
    groups = groupby(bodies, key=lambda each: each[1].classification)
    return {
        "groups": tuple(
            ItemGroup(
                classification.value.replace("_", "-"),
                scene.words(f"bodies.{classification.value}"),
                _by_name(
                    Item(Link(scene.href(address_of(Body, name)), scene.name(body, name))) for name, body in of_kind
                ),
            )
            for classification, of_kind in groups
        )
    }


_LISTS: Mapping[type[Record], Callable[[Scene], Lists]] = {
    Factsheet: lambda scene: {"sheets": sheets(scene)},
    Resolution: lambda scene: {"votes": vote_lines(scene, scene.facts.all(Resolution))},
    State: _states,
    Person: lambda scene: {"groups": (ItemGroup("all", "", _people(scene)),)},
    Statement: lambda scene: {"voices": voices(scene, scene.facts.all(Statement))},
    Event: lambda scene: {"chronicle": chronicle(scene)},
    Body: _bodies,
    Source: lambda scene: {"sources": every_source(scene)},
}
"""How the records of each type are listed. A type that is not here is listed by name."""
