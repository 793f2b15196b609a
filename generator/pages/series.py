"""Previous and next: the pages between which a reader leafs."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.lines import when
from generator.pages.parts import Link, Scene, address_of, sorting
from generator.records.base import Record
from generator.records.dates import Edtf
from generator.records.resolution import Resolution
from generator.records.state import State


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The pages before and after this one."""

    before: Link | None = None
    after: Link | None = None


ALONE = Neighbours()
"""A page that belongs to no series."""


def neighbours(scene: Scene, name: str, record: Record) -> Neighbours:
    """Return the record's neighbours: votes of one body and other dated records by day, states by name; else none."""
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
    found = scene.facts.all(type(record))
    if isinstance(record, State):
        return sorted(found, key=lambda name: sorting(scene.name(found[name], name).text))
    if isinstance(record, Resolution):
        found = {name: each for name, each in found.items() if getattr(each, "body", None) == record.body}
    dated = {name: day for name, each in found.items() if isinstance(day := getattr(each, "date", None), Edtf)}
    return sorted(dated, key=lambda name: (when(dated[name]), name))
