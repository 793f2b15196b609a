"""The page of a resolution and all votes on it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive import Count
from generator.derive.outcome import Range
from generator.pages.ballots import Number, class_of, ended, numbers, subject
from generator.pages.lines import NO_REMARKS
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene, sorting
from generator.pages.verdicts import Verdict, verdict
from generator.pages.wordings import WordingView, wording_views
from generator.records.ids import MemberId
from generator.records.resolution import ABSENT, Basis, Position, Proposal, Resolution, Unconfirmed, Vote


@dataclass(frozen=True, slots=True)
class Voter:
    """A member in a list, with its anchor and the sources for it alone."""

    anchor: str
    link: Link
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Members who did the same, or of whom the same is known. `number` says of how many, where not all are named."""

    kind: str
    name: str
    number: str
    voters: tuple[Voter, ...]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """Positions that are inferred or reported, and not recorded."""

    how: str
    name: str
    members: tuple[Link, ...]
    why: Phrase
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a vote was on."""

    title: Phrase
    symbol: str
    text: Phrase | None
    by: tuple[Link, ...]
    by_whom: str
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote, finished for the page."""

    anchor: str
    title: Phrase
    subjects: tuple[Subject, ...]
    verdict: Verdict
    groups: tuple[Group, ...]
    guesses: tuple[Guess, ...]
    remarks: tuple[Remarks, ...]


@dataclass(frozen=True, slots=True)
class BallotLine:
    """One vote of several on a resolution, in one line."""

    anchor: str
    title: Phrase
    result: str
    result_kind: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class VotePage:
    """A resolution: the final vote first, then the others in the order taken."""

    symbol: str
    summary: Phrase
    body: Link
    date: str
    meeting: Phrase | None
    draft: str
    meeting_record: str
    undl: str
    sponsors: tuple[Link, ...]
    sponsors_also: Phrase | None
    sponsor_receipts: tuple[Receipt, ...]
    sponsor_remarks: Remarks
    lines: tuple[BallotLine, ...]
    final: Ballot | None
    others: tuple[Ballot, ...]
    wordings: tuple[WordingView, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def vote_page(scene: Scene, name: str, resolution: Resolution) -> VotePage:
    """Return the view of a resolution."""
    final = resolution.final
    first = ballot(scene, name, final) if final else None
    others = (ballot(scene, name, each) for each in resolution.votes if each is not final)
    sponsors = resolution.sponsors
    return VotePage(
        symbol=resolution.symbol,
        summary=scene.say(resolution.summary),
        body=scene.link(resolution.body),
        date=scene.date(resolution.date),
        meeting=scene.maybe(resolution.meeting),
        draft=resolution.draft or "",
        meeting_record=resolution.meeting_record or "",
        undl=resolution.undl or "",
        sponsors=scene.members(sponsors.members) if sponsors else (),
        sponsors_also=scene.maybe(sponsors.also) if sponsors else None,
        sponsor_receipts=scene.cite(sponsors.sources) if sponsors else (),
        sponsor_remarks=scene.remarks(sponsors.note, sponsors.conflicts) if sponsors else Remarks(),
        lines=_lines(scene, name, resolution),
        final=first,
        others=tuple(each for each in others if each),
        wordings=wording_views(scene, resolution.wordings),
        receipts=scene.cite(resolution.sources),
        remarks=scene.remarks(resolution.note, resolution.conflicts),
    )


def ballot(scene: Scene, name: str, vote: Vote) -> Ballot | None:
    """Return the view of one vote on the resolution of that id; None where its body is not known."""
    ended = verdict(scene, name, vote)
    if ended is None:
        return None
    resolution = scene.facts.one(Resolution, name)
    facts = [vote, vote.stated, *([vote.roll_call] if vote.roll_call else [])]
    return Ballot(
        anchor=vote.id,
        title=subject(scene, resolution, vote),
        subjects=tuple(_subject(scene, resolution, each) for each in vote.on),
        verdict=ended,
        groups=_groups(scene, vote, scene.derived.counts[name, vote.id]),
        guesses=(
            *(_guess(scene, "inferred", each) for each in vote.inferred),
            *(_guess(scene, "reported", each) for each in vote.reported),
        ),
        remarks=tuple(scene.remarks(fact.note, fact.conflicts) for fact in facts if fact.note or fact.conflicts),
    )


def _lines(scene: Scene, name: str, resolution: Resolution) -> tuple[BallotLine, ...]:
    """Return every vote in one line, in the order taken; nothing where there was only one."""
    counted = [
        (vote, count)
        for vote in resolution.votes
        if (count := scene.derived.counts.get((name, vote.id))) and len(resolution.votes) > 1
    ]
    return tuple(
        BallotLine(
            vote.id,
            scene.say(resolution.title) if vote is resolution.final else subject(scene, resolution, vote),
            result,
            kind,
            numbers(scene, count),
        )
        for vote, count in counted
        for kind, result in (ended(scene, vote, count),)
    )


def _guess(scene: Scene, how: str, guess: Unconfirmed) -> Guess:
    return Guess(
        scene.words(how),
        scene.words(f"positions_of.{guess.position.value}"),
        scene.members(guess.members),
        scene.say(guess.why),
        scene.cite(guess.sources),
    )


def _subject(scene: Scene, resolution: Resolution, name: str) -> Subject:
    proposal = resolution.proposals().get(name)
    if proposal is None:
        title = scene.say(resolution.title)
        return Subject(title, "", None, (), by_whom="", receipts=(), remarks=NO_REMARKS)
    return Subject(
        scene.say(proposal.title),
        proposal.symbol or "",
        scene.maybe(proposal.text),
        scene.members(proposal.by),
        by_whom=_by_whom(scene, resolution, proposal),
        receipts=scene.cite(proposal.sources),
        remarks=scene.remarks(proposal.note, proposal.conflicts),
    )


def _by_whom(scene: Scene, resolution: Resolution, proposal: Proposal) -> str:
    """Return the words that stand before, or instead of, those who put a proposal forward."""
    if not proposal.by:
        return scene.words("proposer_unknown")
    return scene.words("moved_by" if proposal in resolution.motions else "sponsors")


def standing(scene: Scene, count: Count, vote: Vote, member: MemberId) -> str:
    """Return in words how a member voted, or what it may have done."""
    if position := count.listed.get(member):
        reported = position is Position.NO and member in vote.stated.vetoed_by and not count.is_complete
        return scene.words("positions_of.reported_veto" if reported else f"positions_of.{position.value}")
    return _rest_name(scene, count.rest)


def kind_of(count: Count, member: MemberId) -> str:
    """Return the class by which a member's position is drawn; `unknown` where it is not known."""
    if position := count.listed.get(member):
        return class_of(position)
    return _rest_kind(count.rest)


def _rest_kind(rest: tuple[Position, ...]) -> str:
    if set(rest) == ABSENT:
        return "not-voting"
    return class_of(rest[0]) if len(rest) == 1 else "unknown"


def _rest_name(scene: Scene, rest: tuple[Position, ...]) -> str:
    if len(rest) == 1:
        return scene.words(f"positions_of.{rest[0].value}")
    if set(rest) == ABSENT:
        return scene.words("positions_of.absent")
    if not rest or len(rest) == len(Position):
        return scene.words("positions_of.unknown")
    names = scene.words("positions_of.or").join(scene.words(f"positions_of.{each.value}") for each in rest)
    return scene.words("positions_of.rest", positions=names)


def _groups(scene: Scene, vote: Vote, count: Count) -> tuple[Group, ...]:
    if vote.roll_call is None:
        return ()
    groups = [
        Group(
            class_of(position),
            scene.words(f"positions_of.{position.value}"),
            _of_all(scene, len(vote.roll_call.members(position)), count.numbers[position]),
            _voters(scene, vote, vote.roll_call.members(position)),
            vote.basis.get(position) is Basis.DERIVED,
        )
        for position in Position
    ]
    rest = Group(
        _rest_kind(count.rest),
        _rest_name(scene, count.rest),
        str(len(count.unlisted)),
        _voters(scene, vote, count.unlisted),
        derived=_rest_kind(count.rest) != "unknown",
    )
    return tuple(group for group in (*groups, rest) if group.voters)


def _of_all(scene: Scene, named: int, numbers: Range) -> str:
    if numbers.is_known and numbers.least > named:
        return scene.words("of_all", named=named, total=numbers.least)
    return str(named)


def _voters(scene: Scene, vote: Vote, members: tuple[MemberId, ...]) -> tuple[Voter, ...]:
    voters = (
        Voter(f"{vote.id}-{member.lower()}", scene.link(member), scene.cite(vote.member_sources.get(member, ())))
        for member in members
    )
    return tuple(sorted(voters, key=lambda voter: (sorting(voter.link.phrase.text), voter.anchor)))
