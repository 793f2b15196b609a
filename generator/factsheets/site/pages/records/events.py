"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.event import Event
from factsheets.content.records.statement import Statement
from factsheets.site.pages.shared.lines import mentioned_in
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene
from factsheets.site.pages.shared.voices import Voice, voices
from factsheets.site.pages.votes.ballots import VoteLine, vote_lines


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
