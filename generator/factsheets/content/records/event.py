"""Things that happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from factsheets.content.records.base import Record
from factsheets.content.records.dates import Date
from factsheets.content.records.ids import PersonId, ResolutionId
from factsheets.content.records.text import Line, ProperName


class Event(Record):
    """Something that happened on a date."""

    folder: ClassVar[str] = "events"
    section: ClassVar[str] = "events"
    label: ClassVar[Mapping[str, str]] = {"en": "Timeline", "de": "Zeitleiste"}

    title: Line = Field(
        examples=[
            {
                "en": "Trump and Putin meet at the G20 summit in Osaka",
                "de": "Trump und Putin treffen sich beim G20-Gipfel in Osaka",
            }
        ]
    )
    """What happened, in a few neutral words."""
    date: Date
    """When, as precisely as the source says and no more."""
    place: Line | None = Field(None, examples=[{"en": "Osaka, Japan", "de": "Osaka, Japan"}])
    """Where."""
    meeting: Line | None = Field(None, examples=[{"en": "9866th meeting", "de": "9866. Sitzung"}])
    """The meeting's number or name."""
    participants: tuple[PersonId, ...] = ()
    """Who took part, of the people with a page here."""
    also_present: tuple[ProperName, ...] = ()
    """Who else took part, of the people without a page here."""
    duration: Line | None = Field(None, examples=[{"en": "more than six hours", "de": "mehr als sechs Stunden"}])
    """How long it lasted."""
    resolutions: tuple[ResolutionId, ...] = ()
    """What was voted on."""
