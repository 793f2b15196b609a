"""Fact sheets: the pages people come for, composed from records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from generator.records.base import Named, Record
from generator.records.dates import Date
from generator.records.ids import EventId, PersonId, ResolutionId, StatementId
from generator.records.text import Line


class KeyFact(Named):
    """One fact in one or two sentences, with its receipt."""

    text: Line
    """The fact."""


class Factsheet(Record):
    """A topic: its answer, key facts, timeline, votes, voices and what is disputed."""

    folder: ClassVar[str] = "factsheets"
    section: ClassVar[str] = "factsheets"
    label: ClassVar[Mapping[str, str]] = {"en": "Fact sheets", "de": "Faktenblätter"}

    title: Line
    """The topic."""
    answer: Line
    """The answer, in one sentence."""
    key_facts: tuple[KeyFact, ...] = ()
    """Five to eight facts, each with its sources."""
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
