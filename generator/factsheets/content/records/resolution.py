"""Drafts and resolutions, and every vote on them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from factsheets.content.records.base import Citations, Fact, Named, Record
from factsheets.content.records.dates import Date
from factsheets.content.records.errors import misfit
from factsheets.content.records.ids import BodyId, MemberId
from factsheets.content.records.text import Line, ProperName, Words
from factsheets.content.records.values import Count, LibraryRecord, Slug
from factsheets.content.records.wording import Wording, check_wordings


class Position(StrEnum):
    """How a member voted, or why not."""

    YES = "yes"
    """In favour."""
    NO = "no"
    """Against."""
    ABSTAIN = "abstain"
    """Abstained."""
    NOT_VOTING = "not_voting"
    """Did not vote."""
    NOT_ENTITLED = "not_entitled"
    """Had no right to vote on the day."""


CAST = (Position.YES, Position.NO, Position.ABSTAIN)
"""What a member can do that takes part in a vote."""

ABSENT = frozenset({Position.NOT_VOTING, Position.NOT_ENTITLED})
"""Both ways of casting no vote. A record that lists only votes does not tell one from the other."""


class Result(StrEnum):
    """How a vote ended."""

    ADOPTED = "adopted"
    """It was adopted."""
    REJECTED = "rejected"
    """It was not adopted."""


class Basis(StrEnum):
    """How a list of members came to be."""

    RECORDED = "recorded"
    """The names stand in a record or report."""
    DERIVED = "derived"
    """The names follow from others, such as the remainder of the members."""


UNKNOWN = "unknown"
RESOLUTION = "resolution"
"""What `on` says for the resolution as a whole."""


def _rest(value: Any) -> Any:  # noqa: ANN401 - judged by pydantic next
    return [each.value for each in Position] if value == UNKNOWN else value


def _nobody_known(value: Any) -> Any:  # noqa: ANN401 - judged by pydantic next
    return [] if value == UNKNOWN else value


Rest: TypeAlias = Annotated[
    tuple[Position, ...],
    BeforeValidator(_rest, json_schema_input_type=Literal["unknown"] | tuple[Position, ...]),
]
"""Positions that the members not listed may hold; `unknown` for any."""

Sponsors: TypeAlias = Annotated[
    tuple[MemberId, ...],
    BeforeValidator(_nobody_known, json_schema_input_type=Literal["unknown"] | tuple[MemberId, ...]),
]
"""Members by their codes, or `unknown`."""


Listed: TypeAlias = Annotated[tuple[MemberId, ...], Field(json_schema_extra={"x-sorted": True})]
"""Members by their codes, in whatever order: a file has them in that of the codes."""


class Stated(Fact):
    """What the record or the report says of the outcome. Left out means unknown."""

    result: Result | None = None
    """Adopted or rejected."""
    yes: Count | None = None
    """Votes in favour."""
    no: Count | None = None
    """Votes against."""
    abstain: Count | None = None
    """Abstentions."""
    not_voting: Count | None = None
    """Members that did not vote."""
    not_entitled: Count | None = None
    """Members that had no right to vote on the day."""
    present: Count | None = None
    """Members present, whether they voted or not."""
    vetoed_by: tuple[MemberId, ...] = ()
    """Permanent members whose vote against is said to have stopped it."""

    def count(self, position: Position) -> int | None:
        """Return the stated number for a position, None where it is not stated."""
        number: int | None = getattr(self, position.value)
        return number


class RollCall(Fact):
    """Who voted how, as far as it is known."""

    yes: Listed = ()
    """In favour."""
    no: Listed = ()
    """Against."""
    abstain: Listed = ()
    """Abstained."""
    not_voting: Listed = ()
    """Did not vote."""
    not_entitled: Listed = ()
    """Had no right to vote on the day."""
    rest: Rest = ()
    """What the members not listed may have done. Left out when everybody is listed."""
    proxies: Mapping[MemberId, MemberId] = {}
    """Members that were away, and who voted for each: `ada-moe: bo-lund`. They are listed above as having voted."""

    def members(self, position: Position) -> tuple[MemberId, ...]:
        """Return the members listed under a position."""
        listed: tuple[MemberId, ...] = getattr(self, position.value)
        return listed

    def positions(self) -> dict[MemberId, Position]:
        """Return the listed position of each member; the first, should one be listed twice."""
        listed: dict[MemberId, Position] = {}
        for position in Position:
            for member in self.members(position):
                listed.setdefault(member, position)
        return listed


class Unconfirmed(Fact):
    """A position that no record confirms. It enters no count and no proof."""

    position: Position
    """What they are said, or seem, to have done."""
    members: tuple[MemberId, ...]
    """Who."""
    why: Line
    """The reasoning, or why the report is not relied on."""


class ReportedNumbers(Stated):
    """Numbers or a result that no source with enough weight confirms. They enter no count and no proof."""

    why: Line
    """Why the report is not relied on."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        counted = any(self.count(position) is not None for position in Position)
        if not (counted or self.result or self.vetoed_by or self.present is not None):
            hint = "add what is reported, such as yes: 6 or result: rejected; or delete this entry"
            raise misfit("missing-field", "nothing is reported here but why it is not relied on", hint)
        return self


class RuleApplied(Fact):
    """Who held that the rule applied."""

    by: Line
    """Who, and in what words."""


class ExclusionReason(StrEnum):
    """Why a member had no right to vote."""

    ARREARS = "arrears"
    """It owed contributions: in the United Nations, Article 19 of the Charter."""
    SUSPENDED = "suspended"
    """Its rights of membership were suspended."""
    CREDENTIALS = "credentials"
    """Its representatives were not accepted, or not yet."""
    PARTY_TO_DISPUTE = "party_to_dispute"
    """It was a party to the dispute."""
    INTEREST = "interest"
    """It had an interest of its own in the matter."""
    OTHER = "other"
    """Another reason, which `why` says."""


class Exclusion(Fact):
    """Members that had no right to vote on the day, and why."""

    members: Listed
    """Who."""
    reason: ExclusionReason
    """Why, in a word."""
    why: Line | None = None
    """Why, in a sentence."""

    @model_validator(mode="after")
    def _says_which_other_reason(self) -> Self:
        if self.reason is ExclusionReason.OTHER and self.why is None:
            hint = "add a line why: with the reason, in one sentence"
            raise misfit("missing-field", "another reason, and nothing says which", hint, at=("reason",))
        return self


class Proposal(Named):
    """A text or a motion put to the vote beside the resolution itself."""

    title: Line
    """What it asks for, in one sentence."""
    symbol: Words | None = None
    """The document symbol."""
    by: Sponsors = ()
    """Who put it forward."""
    text: ProperName | None = None
    """The words it would add or change, as they stand in the document."""


class Sponsorship(Fact):
    """Who put the draft forward."""

    members: tuple[MemberId, ...] = ()
    """The sponsors."""
    also: Line | None = None
    """Sponsors the source names only as a group."""


class Vote(Named):
    """One vote: what was voted on, by which rule, what was stated, who voted how."""

    on: tuple[Slug, ...] = Field(examples=[["resolution"]])
    """What was voted on: `resolution`, or ids of amendments, paragraphs or motions; several where nobody says which."""
    date: Date | None = None
    """The day, where it is not the resolution's."""
    rule: Slug = Field(examples=["important-question", "substantive"])
    """The rule of the body that applies."""
    rule_applied: RuleApplied | None = None
    """Who held that this rule applied, where it is not the usual one."""
    stated: Stated = Stated()
    """The outcome as stated."""
    casting_vote: Position | None = None
    """How the chair voted to decide a tie: `yes` or `no`."""
    roll_call: RollCall | None = None
    """Who voted how. Left out when nothing at all is known."""
    basis: Mapping[Position, Basis] = {}
    """Which of the lists is derived, such as the remainder of the members. Others are recorded."""
    inferred: tuple[Unconfirmed, ...] = ()
    """What probably happened, by reasoning and not by record; shown as such."""
    reported: tuple[Unconfirmed, ...] = ()
    """What somebody reports and nobody confirms; shown as such."""
    reported_numbers: tuple[ReportedNumbers, ...] = ()
    """Numbers that somebody reports and nobody confirms; shown as such."""
    exclusions: tuple[Exclusion, ...] = ()
    """Why members had no right to vote: those that the roll call lists so, or that are inferred to have had none."""
    member_sources: Mapping[MemberId, Citations] = {}
    """Sources for the position of single members."""


class Resolution(Record):
    """A draft or resolution, and all votes on it in the order taken."""

    folder: ClassVar[str] = "resolutions"
    section: ClassVar[str] = "votes"
    label: ClassVar[Mapping[str, str]] = {"en": "Votes", "de": "Abstimmungen"}
    reserved: ClassVar[frozenset[str]] = Record.reserved | {
        "ballots", "changes", "said", "text", "document",
    }  # fmt: skip
    reserved_starts: ClassVar[tuple[str, ...]] = (
        *Record.reserved_starts,
        "wording-",
        "statement-",
        "tally-",
        "council-",
        "map-",
        "chamber-",
        "roll-call-",
    )

    symbol: Words = Field(examples=["S/RES/2774 (2025)", "A/RES/ES-11/7"])
    """The document symbol: S/RES/2774 (2025)."""
    title: Line = Field(examples=[{"en": "Aggression against Ukraine", "de": "Aggression gegen die Ukraine"}])
    """The title."""
    summary: Line
    """What it does, in one neutral sentence."""
    body: BodyId
    """The body that voted."""
    date: Date
    """The day of the vote."""
    meeting: Line | None = Field(None, examples=[{"en": "9866th meeting", "de": "9866. Sitzung"}])
    """The meeting."""
    draft: Words | None = Field(None, examples=["A/ES-11/L.10"])
    """The symbol of the draft."""
    meeting_record: Words | None = Field(None, examples=["A/ES-11/PV.5"])
    """The symbol of the meeting's record: A/ES-11/PV.5."""
    undl: LibraryRecord | None = None
    """The number of its record in the United Nations Digital Library."""
    sponsors: Sponsorship | None = None
    """Who put it forward."""
    wordings: tuple[Wording, ...] = ()
    """The text, in the languages it is known in."""
    amendments: tuple[Proposal, ...] = ()
    """Amendments that were put to the vote."""
    paragraphs: tuple[Proposal, ...] = ()
    """Parts of the text that were put to a vote of their own."""
    motions: tuple[Proposal, ...] = ()
    """Procedural motions that were put to the vote."""
    votes: tuple[Vote, ...]
    """Every vote, in the order taken."""

    @model_validator(mode="after")
    def _wordings_are_a_tree(self) -> Self:
        if self.wordings:
            check_wordings(self.wordings)
        return self

    @property
    def final(self) -> Vote | None:
        """The last vote on the resolution as a whole, or None."""
        return next((vote for vote in reversed(self.votes) if RESOLUTION in vote.on), None)

    @property
    def leading(self) -> Vote | None:
        """The vote that stands for the record: the final one; where the text itself was not voted on, the last."""
        return self.final or (self.votes[-1] if self.votes else None)

    def sources_of(self, vote: Vote, member: MemberId) -> Citations:
        """Return the sources for one position: its own, else those of the roll call."""
        return vote.member_sources.get(member) or self.sources_of_roll_call(vote)

    def sources_of_roll_call(self, vote: Vote) -> Citations:
        """Return the sources for who voted how: those of the roll call, else of the vote, else of the record."""
        return (vote.roll_call.sources if vote.roll_call else ()) or vote.sources or self.sources

    def sources_of_stated(self, vote: Vote) -> Citations:
        """Return the sources for the numbers and the result: their own, else those of the vote, else of the record."""
        return vote.stated.sources or vote.sources or self.sources

    def proposals(self) -> dict[str, Proposal]:
        """Return amendments, paragraphs and motions by their ids."""
        return {each.id: each for each in (*self.amendments, *self.paragraphs, *self.motions)}
