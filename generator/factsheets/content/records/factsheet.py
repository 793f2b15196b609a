"""Fact sheets: the pages people come for, composed from records."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import model_validator

from factsheets.content.records.base import Fact, Named, Record, walk
from factsheets.content.records.coverage import Coverage
from factsheets.content.records.dates import Date
from factsheets.content.records.errors import misfit
from factsheets.content.records.ids import EventId, FactsheetId, PersonId, ResolutionId, StatementId
from factsheets.content.records.languages import LanguageTag
from factsheets.content.records.text import Line, Words


class KeyFact(Named):
    """One fact in one or two sentences, with its receipt."""

    text: Line
    """The fact."""


class Misreading(Named):
    """Words of a text that say something else than what was meant or what happened."""

    where: Line
    """Where in the text they stand."""
    words: Words
    """The words, exactly as they stand there; a few, never a passage."""
    lang: LanguageTag
    """The language of the words."""
    meant: Words | None = None
    """What they stand for, in the words of the text they were made from, where that was found."""
    meant_lang: LanguageTag | None = None
    """The language of `meant`."""
    explanation: Line
    """What went wrong, and what the record says."""


class Status(StrEnum):
    """Whether a fact sheet is kept up to date. That another takes its place is said by `superseded_by`."""

    CURRENT = "current"
    """It is kept up to date."""
    HISTORICAL = "historical"
    """Its topic is closed; it is read again no more."""


class Factsheet(Record):
    """A topic: its answer, key facts, timeline, votes, voices and what is disputed."""

    folder: ClassVar[str] = "factsheets"
    section: ClassVar[str] = "factsheets"
    label: ClassVar[Mapping[str, str]] = {"en": "Fact sheets", "de": "Faktenblätter"}
    reserved: ClassVar[frozenset[str]] = Record.reserved | {
        "key-facts", "misreadings", "timeline", "votes", "voices", "people", "open", "countries", "coverage",
    }  # fmt: skip
    reserved_starts: ClassVar[tuple[str, ...]] = (
        *Record.reserved_starts, "event-", "vote-", "statement-", "country-", "coverage-",
    )  # fmt: skip

    title: Line
    """The topic."""
    answer: Line
    """The answer, in one sentence."""
    key_facts: tuple[KeyFact, ...] = ()
    """Five to eight facts, each with its sources."""
    misreadings: tuple[Misreading, ...] = ()
    """Errors of a text, where the fact sheet is about one."""
    resolutions: tuple[ResolutionId, ...] = ()
    """The votes, in the order to show them."""
    events: tuple[EventId, ...] = ()
    """The timeline; the page puts it in order."""
    statements: tuple[StatementId, ...] = ()
    """What was said."""
    people: tuple[PersonId, ...] = ()
    """Who is who."""
    coverage: tuple[Coverage, ...] = ()
    """How complete its votes are: compared with which list, and when."""
    selection: Line | None = None
    """Where what it lists besides votes begins, and what it leaves out. Shown above the timeline, else the voices."""
    open_questions: tuple[KeyFact, ...] = ()
    """What is disputed or unknown."""
    status: Status = Status.CURRENT
    """Whether it is kept up to date (current), or its topic is closed and it is read again no more (historical)."""
    reviewed: Date
    """When an editor last read it against its sources."""
    superseded_by: FactsheetId | None = None
    """The fact sheet that takes its place."""

    @model_validator(mode="after")
    def _reviewed_while_current(self) -> Self:
        """Refuse reviews, of the whole or of a fact of it, once it is no longer kept."""
        is_kept = self.status is Status.CURRENT and not self.superseded_by
        for path, each in () if is_kept else walk(self):
            if isinstance(each, Fact) and not isinstance(each, Coverage) and each.review_due:
                hint = "delete the line review_due, or the line that says it is historical or superseded"
                message = "a review is due of a fact sheet that is no longer kept"
                raise misfit("bad-status", message, hint, at=(*path, "review_due"))
        if self.status is Status.HISTORICAL and self.superseded_by:
            hint = "delete the line status: a fact sheet with superseded_by is superseded"
            raise misfit("bad-status", "a fact sheet is either historical or superseded", hint, at=("status",))
        return self
