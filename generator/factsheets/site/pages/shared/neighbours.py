"""Previous and next: the pages between which a reader leafs."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.base import Record
from factsheets.content.records.event import Event
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.state import State
from factsheets.content.records.statement import Statement
from factsheets.derive.series import by_day
from factsheets.site.pages.shared.parts import Link, Scene, address_of, sorting


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pages before and after this one."""

    before: Link | None = None
    after: Link | None = None


ALONE = Neighbours()
"""A page that belongs to no series."""


def neighbours(scene: Scene, name: str, record: Record) -> Neighbours:
    """Return the record's neighbours: votes of one body, events and statements by day, states by name; else none."""
    kind = type(record)
    names = _series(scene, record)
    if name not in names:
        return ALONE
    place = names.index(name)

    def link(at: int) -> Link | None:
        if not 0 <= at < len(names):
            return None
        return Link(scene.href(address_of(kind, names[at])), scene.name(scene.facts.one(kind, names[at]), names[at]))

    return Neighbours(link(place - 1), link(place + 1))


def _series(scene: Scene, record: Record) -> list[str]:
    match record:
        case State():
            states = scene.facts.all(State)
            return sorted(states, key=lambda name: sorting(scene.name(states[name], name).text))
        case Resolution():
            votes = {name: each for name, each in scene.facts.all(Resolution).items() if each.body == record.body}
            return by_day({name: each.date for name, each in votes.items()})
        case Event():
            return by_day({name: each.date for name, each in scene.facts.all(Event).items()})
        case Statement():
            return by_day({name: each.date for name, each in scene.facts.all(Statement).items()})
    return []
