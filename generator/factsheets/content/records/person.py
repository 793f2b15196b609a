"""People, and the offices they held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from pydantic import Field, model_validator

from factsheets.content.records.base import Fact, Model, Record
from factsheets.content.records.dates import Date, Period
from factsheets.content.records.errors import misfit
from factsheets.content.records.ids import BodyId, StateId
from factsheets.content.records.text import Line, ProperName
from factsheets.content.records.values import Url, WikidataId


class Office(Fact):
    """An office somebody held, and when."""

    title: Line = Field(
        examples=[
            {"en": "Press Secretary of the President of Russia", "de": "Pressesprecher des russischen Präsidenten"}
        ]
    )
    """The office."""
    state: StateId | None = None
    """The state it was held for."""
    votes_in: tuple[BodyId, ...] = ()
    """The bodies in which whoever holds it casts the vote of that state."""
    period: Period | None = None
    """From when to when. `2012-05-22/..` only where a source says that it still goes on."""
    seen: Date | None = None
    """When it was last known to be held."""

    @model_validator(mode="after")
    def _votes_for_a_state(self) -> Self:
        if self.votes_in and not self.state:
            hint = "add a line state: with the three letters of the state, such as state: NOR; or delete votes_in"
            raise misfit("bad-office", "an office that votes for no state", hint, at=("votes_in",))
        return self


class WebPage(Model):
    """A page elsewhere about a person."""

    url: Url
    """Its address."""
    title: ProperName = Field(
        examples=[
            {
                "en": "Millennium Challenge Corporation, an agency of the United States",
                "de": "Millennium Challenge Corporation, eine Behörde der USA",
            }
        ]
    )
    """What it is, and whose."""


class Person(Record):
    """A person."""

    folder: ClassVar[str] = "people"
    section: ClassVar[str] = "people"
    label: ClassVar[Mapping[str, str]] = {"en": "People", "de": "Personen"}

    name: ProperName = Field(examples=["Barbara Woodward", {"en": "Dmitry Peskov", "de": "Dmitri Peskow"}])
    """The name by which the person is known, by language."""
    full_name: ProperName | None = Field(
        None, examples=[{"en": "Dmitry Sergeyevich Peskov", "de": "Dmitri Sergejewitsch Peskow"}]
    )
    """The name in full."""
    other_names: tuple[ProperName, ...] = Field((), max_length=200)
    """Other spellings that sources use."""
    states: tuple[StateId, ...] = ()
    """The states the person has acted for."""
    wikidata: WikidataId | None = Field(None, examples=["Q22686"])
    """The person's item in Wikidata."""
    links: tuple[WebPage, ...] = ()
    """Official pages about the person."""
    born: Date | None = None
    """The date of birth."""
    birth_place: Line | None = Field(None, examples=[{"en": "Moscow", "de": "Moskau"}])
    """The place of birth."""
    offices: tuple[Office, ...] = ()
    """Offices held, the latest first."""
