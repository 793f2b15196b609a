"""States, as members of bodies."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from factsheets.content.records.base import Model, Record
from factsheets.content.records.dates import Period
from factsheets.content.records.text import ProperName, Words
from factsheets.content.records.values import M49, Alpha2, Weight, WikidataId


class Region(StrEnum):
    """A region of the United Nations' standard M49."""

    AFRICA = "africa"
    """Africa, 002."""
    AMERICAS = "americas"
    """The Americas, 019."""
    ASIA = "asia"
    """Asia, 142."""
    EUROPE = "europe"
    """Europe, 150."""
    OCEANIA = "oceania"
    """Oceania, 009."""

    @property
    def m49(self) -> str:
        """The region's number in M49, by which CLDR names it."""
        return {"africa": "002", "americas": "019", "asia": "142", "europe": "150", "oceania": "009"}[self.value]


class Tile(Model):
    """A place on the tile map of a region, on which each state is one tile."""

    column: Weight
    """From 1 in the west."""
    row: Weight
    """From 1 in the north."""


class State(Record):
    """A state, now or formerly. The file's name is its ISO 3166 alpha-3 code."""

    folder: ClassVar[str] = "states"
    section: ClassVar[str] = "states"
    label: ClassVar[Mapping[str, str]] = {"en": "States", "de": "Staaten"}

    alpha_2: Alpha2
    """The ISO 3166 alpha-2 code, by which the name is found in CLDR."""
    m49: M49 | None = None
    """The number in the United Nations' standard M49, in three digits."""
    region: Region | None = None
    """The M49 region: africa, americas, asia, europe or oceania."""
    tile: Tile | None = None
    """Its place on the tile map of its region; no two states share one."""
    wikidata: WikidataId | None = None
    """The state's item in Wikidata."""
    name: ProperName | None = None
    """The name, only where it should differ from CLDR's."""
    name_in_records: Words | None = Field(None, examples=["UNITED KINGDOM"])
    """The name as the United Nations' records of votes write it."""
    other_names: tuple[ProperName, ...] = Field((), max_length=200)
    """Other names and spellings by which readers may look for it."""
    period: Period | None = None
    """From when to when the state existed, where known."""
