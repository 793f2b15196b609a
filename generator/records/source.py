"""Sources, described as in CSL-JSON, with what they are and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator

from generator.records.base import Record
from generator.records.dates import Date
from generator.records.errors import misfit
from generator.records.languages import LanguageTag
from generator.records.text import Line, Words
from generator.records.values import Url


class Tier(StrEnum):
    """How far a source stands from what it reports, the nearest first."""

    RECORD = "record"
    REPORT = "report"
    REFERENCE = "reference"
    RETOLD = "retold"

    @property
    def rank(self) -> int:
        """How many tiers stand nearer to the facts."""
        return list(Tier).index(self)


class SourceKind(StrEnum):
    """What a source is. It is shown wherever the source is cited."""

    OFFICIAL = "official"
    """Published by the body or the office itself."""
    AGENCY = "agency"
    """A news agency."""
    NEWS = "news"
    """A newspaper or a broadcaster."""
    ANALYSIS = "analysis"
    """A commentary or a study."""
    ENCYCLOPEDIA = "encyclopedia"
    """A work of reference."""
    DATASET = "dataset"
    """A table."""
    DIRECTORY = "directory"
    """A list."""
    BLOG = "blog"
    """Somebody's own pages."""
    COPY = "copy"
    """Another's text, published once more."""
    AGGREGATOR = "aggregator"
    """A page put together from others."""
    MACHINE_TRANSLATION = "machine_translation"
    """A text translated by a machine."""

    @property
    def tier(self) -> Tier:
        """The rank in which sources of this kind are listed."""
        return _TIERS[self]


_TIERS: Mapping[SourceKind, Tier] = {
    SourceKind.OFFICIAL: Tier.RECORD,
    SourceKind.AGENCY: Tier.REPORT,
    SourceKind.NEWS: Tier.REPORT,
    SourceKind.ANALYSIS: Tier.REPORT,
    SourceKind.ENCYCLOPEDIA: Tier.REFERENCE,
    SourceKind.DATASET: Tier.REFERENCE,
    SourceKind.DIRECTORY: Tier.REFERENCE,
    SourceKind.BLOG: Tier.RETOLD,
    SourceKind.COPY: Tier.RETOLD,
    SourceKind.AGGREGATOR: Tier.RETOLD,
    SourceKind.MACHINE_TRANSLATION: Tier.RETOLD,
}


class Source(Record):
    """Something that can be read and cited."""

    folder: ClassVar[str] = "sources"
    section: ClassVar[str] = "sources"
    label: ClassVar[Mapping[str, str]] = {"en": "Sources", "de": "Quellen"}
    needs_sources: ClassVar[bool] = False

    kind: SourceKind
    """What it is."""
    title: Words | None = Field(None, examples=["Charter of the United Nations"])
    """The title, in its own language."""
    description: Line | None = None
    """What it is about, where the title is not known."""
    language: LanguageTag | None = None
    """The language of the title."""
    publisher: Line = Field(examples=[{"en": "United Nations", "de": "Vereinte Nationen"}])
    """Who published it."""
    issued: Date | None = None
    """When it was published."""
    accessed: Date | None = None
    """When an editor read it."""
    URL: Url | None = Field(None, examples=["https://www.un.org/en/about-us/un-charter/full-text"])
    """Its address."""
    archive: Url | None = None
    """The address of an archived copy."""
    faults: Line | None = None
    """What is known to be wrong with it, or missing from it."""

    @model_validator(mode="after")
    def _has_a_heading(self) -> Self:
        if self.title is None and self.description is None:
            raise misfit(
                "missing-field",
                "a source needs a title or a description",
                "add a line title: as it stands there; if it has none, description: with what it is about",
            )
        return self
