"""People, and the offices they held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from generator.records.base import Fact, Record
from generator.records.dates import Date, Period
from generator.records.ids import StateId
from generator.records.text import Line, ProperName
from generator.records.values import WikidataId


class Office(Fact):
    """An office somebody held, and when."""

    title: Line
    """The office."""
    state: StateId | None = None
    """The state it was held for."""
    period: Period | None = None
    """From when to when. `2012-05-22/..` only where a source says that it still goes on."""
    seen: Date | None = None
    """When it was last known to be held."""


class Person(Record):
    """A person."""

    folder: ClassVar[str] = "people"
    section: ClassVar[str] = "people"
    label: ClassVar[Mapping[str, str]] = {"en": "People", "de": "Personen"}

    name: ProperName
    """The name by which the person is known, by language."""
    full_name: ProperName | None = None
    """The name in full."""
    other_names: tuple[ProperName, ...] = ()
    """Other spellings that sources use."""
    states: tuple[StateId, ...] = ()
    """The states the person has acted for."""
    wikidata: WikidataId | None = None
    """The person's item in Wikidata."""
    born: Date | None = None
    """The date of birth."""
    birth_place: Line | None = None
    """The place of birth."""
    offices: tuple[Office, ...] = ()
    """Offices held, the latest first."""
