"""Sources, described as in CSL-JSON, with what they are and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator

from factsheets.content.records.base import Fact, Model, Record
from factsheets.content.records.dates import Date
from factsheets.content.records.errors import misfit
from factsheets.content.records.ids import SourceId
from factsheets.content.records.languages import LanguageTag
from factsheets.content.records.text import Line, ProperName, Words
from factsheets.content.records.values import Url


class Tier(StrEnum):
    """How far a source stands from what it reports, the nearest first. It follows from what it is and was read as."""

    RECORD = "record"
    COPY = "copy"
    REPORT = "report"
    REFERENCE = "reference"
    INTERESTED = "interested"
    RETOLD = "retold"

    @property
    def rank(self) -> int:
        """How many tiers stand nearer to the facts."""
        return list(Tier).index(self)

    @property
    def counts(self) -> bool:
        """Whether a position, number or result may be counted on a source of this tier; else it is only reported."""
        return self not in {Tier.INTERESTED, Tier.RETOLD}


class SourceKind(StrEnum):
    """What it is, by who publishes it. It is shown wherever the source is cited."""

    OFFICIAL = "official"
    """The body or the office itself."""
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
    AGGREGATOR = "aggregator"
    """A page put together from others."""


class Reading(StrEnum):
    """How it was read."""

    ITSELF = "itself"
    """The thing itself, at its own address, or an archive's copy of that address."""
    EXTRACT = "extract"
    """Only passages or figures of it, as another page gives them."""
    COPY = "copy"
    """Another's publication of the same text."""
    CAPTION = "caption"
    """Captions or descriptions of a picture or a recording."""
    TRANSLATION = "translation"
    """A machine's translation of it."""


_TIERS: Mapping[SourceKind, Tier] = {
    SourceKind.OFFICIAL: Tier.RECORD,
    SourceKind.AGENCY: Tier.REPORT,
    SourceKind.NEWS: Tier.REPORT,
    SourceKind.ANALYSIS: Tier.REPORT,
    SourceKind.ENCYCLOPEDIA: Tier.REFERENCE,
    SourceKind.DATASET: Tier.REFERENCE,
    SourceKind.DIRECTORY: Tier.REFERENCE,
    SourceKind.BLOG: Tier.RETOLD,
    SourceKind.AGGREGATOR: Tier.RETOLD,
}
"""The tier of what was read itself, from a publisher without interests."""


class InterestKind(StrEnum):
    """Whose outlet it is."""

    STATE_MEDIA = "state_media"
    """A state owns it or pays for it, and directs it."""
    PARTISAN = "partisan"
    """A party or a movement publishes it, for its cause."""
    PROPAGANDA_NETWORK = "propaganda_network"
    """An official body has described it as part of a network for propaganda."""


class Interest(Fact):
    """Whose outlet it is, and who says so."""

    kind: InterestKind
    """What it is."""
    text: Line
    """Who owns, pays or describes it, in one sentence."""


class Via(Model):
    """Where it was read, when it was not read itself."""

    name: ProperName = Field(examples=["evrimagaci.org"])
    """The page or the site, in a few words."""
    URL: Url | None = None
    """Its address."""


class Source(Record):
    """Something that can be read and cited."""

    folder: ClassVar[str] = "sources"
    section: ClassVar[str] = "sources"
    label: ClassVar[Mapping[str, str]] = {"en": "Sources", "de": "Quellen"}
    needs_sources: ClassVar[bool] = False

    kind: SourceKind
    """What it is, by who publishes it."""
    read: Reading = Field(examples=["itself"])
    """How it was read: itself, or what of it where."""
    via: Via | None = None
    """Where it was read, if not itself. `publisher` and `URL` are those of the thing itself all the same."""
    repeats: SourceId | None = None
    """Another source here that it repeats, or with which it shares its origin. The two count as one."""
    interests: tuple[Interest, ...] = ()
    """Whose outlet it is, where a state or a party stands behind it. Each with a source that says so."""
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

    @model_validator(mode="after")
    def _says_where_it_was_read(self) -> Self:
        if self.read is not Reading.ITSELF and self.via is None:
            hint = "add a line via: {name: …, URL: …} with the page on which it was read; or read: itself"
            raise misfit("bad-reading", f"it was read as {self.read.value}, but not where", hint, at=("read",))
        if self.read is Reading.ITSELF and self.via is not None:
            hint = "delete the lines of via, or write how it was read there, such as read: copy"
            raise misfit("bad-reading", "what was read itself was read nowhere else", hint, at=("via",))
        return self

    @property
    def tier(self) -> Tier:
        """The rank that follows from what it is, how it was read, and whose it is.

        A record that was read in part or elsewhere is a copy, and never stands beside the record itself. What others
        publish and was not read itself, what a machine translated, and what a propaganda network spreads, is retold.
        """
        kinds = {each.kind for each in self.interests}
        if self.read is Reading.TRANSLATION or InterestKind.PROPAGANDA_NETWORK in kinds:
            return Tier.RETOLD
        tier = _TIERS[self.kind]
        if self.read is not Reading.ITSELF:
            return Tier.COPY if tier is Tier.RECORD else Tier.RETOLD
        return Tier.INTERESTED if kinds and tier is Tier.REPORT else tier
