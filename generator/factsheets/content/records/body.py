"""Bodies that vote: who belongs to them when, and by which rules they decide when."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Self

from pydantic import Field, model_validator

from factsheets.content.records.base import Fact, Model, Named, Record
from factsheets.content.records.dates import Date, Period
from factsheets.content.records.errors import misfit
from factsheets.content.records.ids import MemberId
from factsheets.content.records.text import Line, ProperName
from factsheets.content.records.values import Amount, Weight


class Role(StrEnum):
    """What kind of member."""

    MEMBER = "member"
    """A member like all others."""
    PERMANENT = "permanent"
    """A permanent member; under a rule with `veto` its vote against stops a motion."""
    ELECTED = "elected"
    """A member elected for a time."""


class Membership(Fact):
    """Members who share a role and a period."""

    role: Role = Role.MEMBER
    """Permanent, elected, or simply a member."""
    members: tuple[MemberId, ...]
    """The members, by their codes."""
    period: Period
    """From when to when: `1945-10-24/..`, or `2025` for the whole of that year."""
    weight: Weight = 1
    """How many votes each of them casts, where a rule weighs votes."""
    seen: Date | None = None
    """When it was last known to hold."""


class Seats(Fact):
    """How many members the body has by law, whether all of its seats are filled or not."""

    number: Weight
    """The number of seats."""
    period: Period
    """When it was that number."""


class Base(StrEnum):
    """What a share is a share of: `present_and_voting` is yes and no, `present` abstentions too."""

    PRESENT_AND_VOTING = "present_and_voting"
    """Votes in favour and against; abstentions do not count."""
    PRESENT = "present"
    """Votes in favour, against and abstaining."""
    MEMBERS = "members"
    """Everybody who is a member on the day."""
    SEATS = "seats"
    """All seats by law, the empty ones too."""


class Threshold(Model):
    """A number that must be reached: either `at_least` or `more_than`, as a number or as a share."""

    at_least: Amount | None = None
    """This many, or this share of them: `9`, `2/3`."""
    more_than: Amount | None = None
    """More than this many, or than this share of them: `1/2`."""
    of: Base | None = None
    """What a share is counted of: `present_and_voting`, `present`, `members` or `seats`."""

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        given = [each for each in (self.at_least, self.more_than) if each is not None]
        if len(given) != 1:
            hint = "write one of the two: at_least: 9 or more_than: 1/2"
            raise misfit("bad-rule", "it is either at_least or more_than something", hint)
        if isinstance(given[0], Fraction) != (self.of is not None):
            raise misfit(
                "bad-rule",
                "a share needs to say what it is a share of, and a number must not",
                "write of: present_and_voting beside a share such as 2/3, and no of: beside a number such as 9",
            )
        return self

    @property
    def amount(self) -> int | Fraction:
        """The number or share, whichever way it is to be reached."""
        return self.at_least if self.at_least is not None else self.more_than or 0


class Majority(Threshold):
    """How many votes in favour a motion needs."""


class Quorum(Threshold):
    """How many members must be present for the body to decide."""

    @model_validator(mode="after")
    def _of_members(self) -> Self:
        if self.of not in {None, Base.MEMBERS, Base.SEATS}:
            raise misfit(
                "bad-rule", "a quorum is a share of members or of seats", "write of: members or of: seats", at=("of",)
            )
        return self


class Method(StrEnum):
    """How a body decides: by a vote, without one because nobody asks for it, or by a ballot that names nobody."""

    VOTE = "vote"
    """By a vote of which it may be known who voted how."""
    WITHOUT_VOTE = "without_vote"
    """Without a vote, because nobody asks for one; such a rule has no `majority`."""
    SECRET_BALLOT = "secret_ballot"  # noqa: S105 - no password
    """By a ballot of which the numbers are known, and no names."""


class Tie(StrEnum):
    """What follows from as many votes in favour as against."""

    LOST = "lost"
    """The motion is lost."""
    CHAIR = "chair"
    """The chair decides; the vote then has `casting_vote`."""


class Rule(Named):
    """A rule by which the body decides, in force for a period."""

    title: Line = Field(
        examples=[{"en": "Substance, nine votes and no veto", "de": "Sachfragen: neun Stimmen und kein Veto"}]
    )
    """What the rule is called."""
    period: Period
    """When it was in force."""
    method: Method = Method.VOTE
    """By a vote, without a vote, or by secret ballot."""
    majority: Majority | None = None
    """How many votes in favour a motion needs. Left out only where it is decided without a vote."""
    veto: bool = False
    """Whether one vote against by a permanent member stops the motion."""
    tie: Tie = Tie.LOST
    """What a tie means: the motion is lost, or the chair decides."""
    quorum: Quorum | None = None
    """How many members must be present."""
    weighted: bool = False
    """Whether members cast as many votes as their membership weighs. Otherwise each has one."""
    article: Line = Field(examples=[{"en": "Charter, Article 27 (3)", "de": "Charta, Artikel 27 Absatz 3"}])
    """The article that says so."""

    @model_validator(mode="after")
    def _majority_fits_method(self) -> Self:
        by_vote = self.method is not Method.WITHOUT_VOTE
        if by_vote and self.majority is None:
            hint = "add a line majority: {more_than: 1/2, of: present_and_voting}, or method: without_vote"
            raise misfit("bad-rule", "the rule does not say how many votes a motion needs", hint)
        if not by_vote and (self.majority or self.veto or self.weighted):
            hint = "delete the lines majority, veto and weighted of this rule"
            raise misfit("bad-rule", "where nobody votes, there is no majority", hint, at=("method",))
        return self

    @model_validator(mode="after")
    def _chair_decides_ties_only(self) -> Self:
        simple = self.majority and self.majority.more_than == Fraction(1, 2)
        if self.tie is Tie.CHAIR and not (simple and self.majority and self.majority.of is Base.PRESENT_AND_VOTING):
            hint = "delete the line tie, or write majority: {more_than: 1/2, of: present_and_voting}"
            raise misfit("bad-rule", "a tie decides nothing under this majority", hint, at=("tie",))
        return self


class Classification(StrEnum):
    """What kind of body it is."""

    ORGAN = "organ"
    """An organ that takes decisions."""
    REGIONAL_GROUP = "regional_group"
    """A regional group of the members of other bodies."""
    BLOC = "bloc"
    """Members of other bodies that act together."""
    PARTY = "party"
    """A party or parliamentary group."""


class Body(Record):
    """A council, an assembly, a group or a bloc."""

    folder: ClassVar[str] = "bodies"
    section: ClassVar[str] = "bodies"
    label: ClassVar[Mapping[str, str]] = {"en": "Bodies", "de": "Gremien"}

    name: ProperName = Field(
        examples=[{"en": "United Nations Security Council", "de": "Sicherheitsrat der Vereinten Nationen"}]
    )
    """The body's name."""
    summary: Line | None = Field(
        None, examples=[{"en": "The organ of the United Nations in which every member has one vote."}]
    )
    """What it is, in one sentence."""
    classification: Classification = Classification.ORGAN
    """An organ that takes decisions, or a group of its members: a regional group, a bloc, a party."""
    seats: tuple[Seats, ...] = ()
    """How many members it has by law, and when."""
    membership: tuple[Membership, ...] = ()
    """Who belonged to it, and when."""
    rules: tuple[Rule, ...] = ()
    """The rules it votes by, with the period of each."""

    @property
    def is_group(self) -> bool:
        """Whether it is a group of the members of other bodies."""
        return self.classification is not Classification.ORGAN
