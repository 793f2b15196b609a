"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.ballots import VoteLine, vote_lines
from generator.pages.lines import mentioned_in
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene
from generator.pages.voices import Voice, voices
from generator.records.event import Event
from generator.records.statement import Statement


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event."""

    date: str
    place: Phrase | None
    meeting: Phrase | None
    duration: Phrase | None
    participants: tuple[Link, ...]
    also_present: tuple[Phrase, ...]
    votes: tuple[VoteLine, ...]
    voices: tuple[Voice, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def event_page(scene: Scene, name: str, event: Event) -> EventPage:
    """Return the view of an event."""
    return EventPage(
        date=scene.date(event.date),
        place=scene.maybe(event.place),
        meeting=scene.maybe(event.meeting),
        duration=scene.maybe(event.duration),
        participants=scene.links(event.participants),
        also_present=tuple(scene.say(each) for each in event.also_present),
        votes=vote_lines(scene, event.resolutions),
        voices=voices(scene, mentioned_in(scene, (Event.folder, name), Statement)),
        receipts=scene.cite(event.sources),
        remarks=scene.remarks(event),
    )
