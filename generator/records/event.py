"""Things that happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from generator.records.base import Record
from generator.records.dates import Date
from generator.records.ids import PersonId, ResolutionId
from generator.records.text import Line, ProperName


class Event(Record):
    """Something that happened on a date."""

    folder: ClassVar[str] = "events"
    section: ClassVar[str] = "events"
    label: ClassVar[Mapping[str, str]] = {"en": "Timeline", "de": "Zeitleiste"}

    title: Line
    """What happened, in a few neutral words."""
    date: Date
    """When, as precisely as the source says and no more."""
    place: Line | None = None
    """Where."""
    meeting: Line | None = None
    """The meeting's number or name."""
    participants: tuple[PersonId, ...] = ()
    """Who took part, of the people with a page here."""
    also_present: tuple[ProperName, ...] = ()
    """Who else took part, of the people without a page here."""
    duration: Line | None = None
    """How long it lasted."""
    resolutions: tuple[ResolutionId, ...] = ()
    """What was voted on."""
