"""How complete a selection is: a comparison with a list, on a day."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from factsheets.content.records.base import Fact, Named
from factsheets.content.records.dates import Date
from factsheets.content.records.ids import BodyId, ResolutionId
from factsheets.content.records.text import Line, Words
from factsheets.content.records.values import Count


class LeftOutReason(StrEnum):
    """Why an entry of a list is not taken up."""

    OTHER_SUBJECT = "other_subject"
    """It is found by the words, and is about something else."""
    NOT_RECORDED = "not_recorded"
    """It belongs here, and is not recorded yet."""


class LeftOut(Fact):
    """An entry of the list that is not taken up."""

    symbol: Words = Field(examples=["A/RES/77/284"])
    """Its symbol, as in the list."""
    reason: LeftOutReason
    """Whether it is about something else, or is still missing here."""
    why: Line
    """Why it is left out, in a sentence."""


class Coverage(Named):
    """What is covered, from when until when, and the list it was compared with: its `sources`."""

    subject: Line = Field(examples=[{"en": "recorded votes of the General Assembly on Ukraine"}])
    """What is covered, in the plural, as it stands in a sentence behind a number."""
    list: Line = Field(examples=[{"en": "the data of the United Nations Digital Library"}])
    """What it was compared with, as it stands in a sentence. `sources` are the lists themselves."""
    bodies: tuple[BodyId, ...]
    """The bodies whose votes are covered."""
    terms: tuple[Words, ...] = Field((), examples=[["Ukraine", "Crimea"]])
    """Words by which the entries of the list are found: in their titles, items of the agenda and subjects."""
    since: Date = Field(examples=["2022-02-28"])
    """The first day covered."""
    until: Date = Field(examples=["2025-12-31"])
    """The last day covered: how far the list reaches."""
    compared: Date = Field(examples=["2026-12-01"])
    """The day of the comparison."""
    entries: Count
    """How many entries of the list are within all that."""
    beyond: tuple[ResolutionId, ...] = ()
    """Votes within all that which are recorded here and not in the list."""
    left_out: tuple[LeftOut, ...] = ()
    """Entries of the list that are not taken up, each with the reason."""
