"""Fact sheets: the pages people come for, composed from records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from generator.records.base import Named, Record
from generator.records.dates import Date
from generator.records.ids import EventId, FactsheetId, PersonId, ResolutionId, StatementId
from generator.records.languages import LanguageTag
from generator.records.text import Line, Words


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


class Factsheet(Record):
    """A topic: its answer, key facts, timeline, votes, voices and what is disputed."""

    folder: ClassVar[str] = "factsheets"
    section: ClassVar[str] = "factsheets"
    label: ClassVar[Mapping[str, str]] = {"en": "Fact sheets", "de": "Faktenblätter"}
    reserved: ClassVar[frozenset[str]] = Record.reserved | {
        "key-facts", "misreadings", "timeline", "votes", "voices", "people", "open", "countries",
    }  # fmt: skip
    reserved_starts: ClassVar[tuple[str, ...]] = (*Record.reserved_starts, "event-", "vote-", "statement-", "country-")

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
    open_questions: tuple[KeyFact, ...] = ()
    """What is disputed or unknown."""
    reviewed: Date
    """When an editor last read it against its sources."""
    review_due: Date | None = None
    """When an editor should read it again."""
    superseded_by: FactsheetId | None = None
    """The fact sheet that takes its place."""
