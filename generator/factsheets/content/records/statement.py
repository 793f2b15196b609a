"""Things people said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from pydantic import Field, model_validator

from factsheets.content.records.base import Record
from factsheets.content.records.dates import Date
from factsheets.content.records.ids import EventId, PersonId, ResolutionId
from factsheets.content.records.text import Line
from factsheets.content.records.wording import Wording, check_wordings


class Statement(Record):
    """Something a person said, in all wordings that are known."""

    folder: ClassVar[str] = "statements"
    section: ClassVar[str] = "statements"
    label: ClassVar[Mapping[str, str]] = {"en": "Quotations", "de": "Zitate"}

    speaker: PersonId
    """Who said it."""
    date: Date
    """When."""
    about: Line = Field(
        examples=[
            {"en": "Shea on resolution 2774, after its adoption", "de": "Shea über Resolution 2774 nach ihrer Annahme"}
        ]
    )
    """What it is about, in a few neutral words: the page's heading."""
    venue: Line | None = Field(
        None,
        examples=[
            {
                "en": "United Nations Security Council, after the adoption of resolution 2774",
                "de": "Sicherheitsrat der Vereinten Nationen, nach der Annahme von Resolution 2774",
            }
        ],
    )
    """Where or how it was said."""
    reported_by: Line | None = None
    """Who reported it."""
    event: EventId | None = None
    """The event at which it was said."""
    resolutions: tuple[ResolutionId, ...] = ()
    """The votes it is about, where it was not said at the meeting that took them."""
    wordings: tuple[Wording, ...]
    """The original and each translation."""

    @model_validator(mode="after")
    def _wordings_are_a_tree(self) -> Self:
        check_wordings(self.wordings)
        return self
