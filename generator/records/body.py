"""Bodies that vote: who belongs to them when, and by which rules they decide when."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Self

from pydantic import model_validator

from generator.records.base import Fact, Model, Named, Record
from generator.records.dates import Date, Period
from generator.records.errors import misfit
from generator.records.ids import MemberId
from generator.records.text import Line, ProperName
from generator.records.values import Threshold


class Role(StrEnum):
    """What kind of member."""

    MEMBER = "member"
    PERMANENT = "permanent"
    ELECTED = "elected"


class Membership(Fact):
    """Members who share a role and a period."""

    members: tuple[MemberId, ...]
    """The members, by their codes."""
    role: Role = Role.MEMBER
    """Permanent, elected, or simply a member."""
    period: Period
    """From when to when: `1945-10-24/..`, or `2025` for the whole of that year."""
    seen: Date | None = None
    """When it was last known to hold."""


class Base(StrEnum):
    """What a share is a share of."""

    PRESENT_AND_VOTING = "present_and_voting"
    MEMBERS = "members"


class Majority(Model):
    """How many votes in favour a motion needs."""

    at_least: Threshold | None = None
    """This many votes, or this share of them: `9`, `2/3`."""
    more_than: Threshold | None = None
    """More than this many votes, or than this share of them: `1/2`."""
    of: Base | None = None
    """What a share is counted of: `present_and_voting` (in favour plus against) or `members`."""

    @model_validator(mode="after")
    def _one_threshold(self) -> Self:
        given = [each for each in (self.at_least, self.more_than) if each is not None]
        if len(given) != 1:
            raise misfit("bad-rule", "a majority is either at_least or more_than something", "keep one of the two")
        if isinstance(given[0], Fraction) != (self.of is not None):
            raise misfit(
                "bad-rule",
                "a share needs to say what it is a share of, and a number of votes must not",
                "write of: present_and_voting beside a share such as 2/3, and nothing beside a number such as 9",
            )
        return self


class Rule(Named):
    """A rule by which the body decides, in force for a period."""

    title: Line
    """What the rule is called."""
    period: Period
    """When it was in force."""
    majority: Majority
    """How many votes in favour a motion needs."""
    veto: bool = False
    """Whether one vote against by a permanent member stops the motion."""
    article: Line
    """The article that says so."""


class Classification(StrEnum):
    """What kind of body it is."""

    ORGAN = "organ"
    REGIONAL_GROUP = "regional_group"


class Body(Record):
    """A council, an assembly, a group or a bloc."""

    folder: ClassVar[str] = "bodies"
    section: ClassVar[str] = "bodies"
    label: ClassVar[Mapping[str, str]] = {"en": "Bodies", "de": "Gremien"}

    name: ProperName
    """The body's name."""
    classification: Classification = Classification.ORGAN
    """An organ that takes decisions, or a group of its members."""
    membership: tuple[Membership, ...] = ()
    """Who belonged to it, and when."""
    rules: tuple[Rule, ...] = ()
    """The rules it votes by, with the period of each."""
