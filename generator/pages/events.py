"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.lines import Dated, mentioned_in, resolution_lines, statement_lines
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene
from generator.records.event import Event
from generator.records.statement import Statement


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event."""

    date: str
    place: Phrase | None
    meeting: Phrase | None
    participants: tuple[Link, ...]
    votes: tuple[Dated, ...]
    statements: tuple[Dated, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def event_page(scene: Scene, name: str, event: Event) -> EventPage:
    """Return the view of an event."""
    return EventPage(
        date=scene.date(event.date),
        place=scene.maybe(event.place),
        meeting=scene.maybe(event.meeting),
        participants=scene.links(event.participants),
        votes=resolution_lines(scene, list(event.resolutions)),
        statements=statement_lines(scene, mentioned_in(scene, (Event.folder, name), Statement)),
        receipts=scene.cite(event.sources),
        remarks=scene.remarks(event.note, event.conflicts),
    )
