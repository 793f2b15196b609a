"""Dated lines that several pages share, and what leads to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from factsheets.content.link import Mention
from factsheets.content.records.base import Record
from factsheets.content.records.dates import Edtf
from factsheets.content.records.event import Event
from factsheets.content.records.ids import EventId
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene

NO_REMARKS = Remarks()
R = TypeVar("R", bound=Record)


def anchors(names: Iterable[str]) -> list[str]:
    """Return anchors made of the facts' own words, so that they stay when others are added; repeats are numbered."""
    made: list[str] = []
    times = Counter[str]()
    for name in names:
        anchor = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        times[anchor] += 1
        made.append(f"{anchor}--{times[anchor]}" if times[anchor] > 1 else anchor)
    return made


class Same(Generic[R]):
    """A record by what it is and not by what it says, to remember something of it: to compare the rest costs more."""

    def __init__(self, record: R) -> None:
        self.record = record

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.record is self.record


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated line: an event, an office, a vote. In a chart it has the number given, drawn in the same styles."""

    anchor: str
    date: str
    what: Phrase
    link: Link | None = None
    more: str = ""
    receipts: tuple[Receipt, ...] = ()
    remarks: Remarks = NO_REMARKS
    number: str = ""
    styles: tuple[str, ...] = ()


def mentioned_in(scene: Scene, key: tuple[str, str], kind: type[Record]) -> list[str]:
    """Return the ids of the records of one type that refer to `key`, each once."""
    mentions: tuple[Mention, ...] = scene.facts.mentions.get(key, ())
    return list(dict.fromkeys(each.key[1] for each in mentions if each.key[0] == kind.folder))


def when(edtf: Edtf) -> tuple[str, str]:
    """Return the key by which dates are put in order."""
    return edtf.earliest.isoformat(), edtf.latest.isoformat()


def sorted_events(scene: Scene, names: Iterable[str]) -> list[tuple[Dated, Edtf]]:
    """Return events as dated lines with their dates, the earliest first."""
    events = [(name, scene.facts.one(Event, name)) for name in names]
    return [
        (
            Dated(
                f"event-{name}",
                scene.date(event.date),
                scene.say(event.title),
                scene.link(EventId(name)),
                receipts=scene.cite(event.sources),
            ),
            event.date,
        )
        for name, event in sorted(events, key=lambda each: (when(each[1].date), each[0]))
    ]
