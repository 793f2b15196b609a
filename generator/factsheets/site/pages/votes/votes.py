"""The page of a resolution and all votes on it: the outcome and its proof first, then who voted how, then the rest."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.event import Event
from factsheets.content.records.ids import ResolutionId
from factsheets.content.records.resolution import Proposal, Resolution, Result, Vote
from factsheets.content.records.statement import Statement
from factsheets.derive.outcome import Reason
from factsheets.site.exports import table_of, tree_of
from factsheets.site.pages.shared.lines import NO_REMARKS
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene, address_of
from factsheets.site.pages.shared.voices import Voice, voices
from factsheets.site.pages.shared.wordings import WordingView, wording_views
from factsheets.site.pages.votes.ballots import Number, ended, numbers, subject
from factsheets.site.pages.votes.changes import Changes, changes, comparison_address
from factsheets.site.pages.votes.figures import Figure, figure
from factsheets.site.pages.votes.rollcall import RollCallView, roll_call
from factsheets.site.pages.votes.verdicts import Verdict, verdict


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
class Applied:
    """Who held that the rule applied by which the outcome is computed."""

    by: Phrase
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote, finished for the page."""

    anchor: str
    title: Phrase
    subjects: tuple[Subject, ...]
    same_as: str
    verdict: Verdict
    figure: Figure | None
    roll_call: RollCallView
    applied: Applied | None
    remarks: tuple[Remarks, ...]


@dataclass(frozen=True, slots=True)
class BallotLine:
    """One vote of the day in one line: on this page, by its anchor, or on another, by its link."""

    anchor: str
    link: Link | None
    title: Phrase
    more: str
    result: str
    result_kind: str
    numbers: tuple[Number, ...]
    is_vetoed: bool


@dataclass(frozen=True, slots=True)
class VotePage:
    """A resolution: the vote that stands for it first, then what else was voted on that day."""

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
    beside: tuple[str, ...]
    vetoed: tuple[BallotLine, ...]
    lines: tuple[BallotLine, ...]
    leading: Ballot | None
    others: tuple[Ballot, ...]
    changes: Changes | None
    comparison: str
    voices: tuple[Voice, ...]
    wordings: tuple[WordingView, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def vote_page(scene: Scene, name: str, resolution: Resolution) -> VotePage:
    """Return the view of a resolution."""
    leading = resolution.leading
    others = (ballot(scene, name, each) for each in resolution.votes if each is not leading)
    sponsors = resolution.sponsors
    before = scene.derived.votes_before.get(name)
    lines = _lines(scene, name, resolution)
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
        sponsor_remarks=scene.remarks(sponsors) if sponsors else NO_REMARKS,
        beside=_beside(scene, name, resolution),
        vetoed=tuple(line for line in lines if line.anchor and line.is_vetoed),
        lines=lines,
        leading=ballot(scene, name, leading) if leading else None,
        others=tuple(each for each in others if each),
        changes=changes(scene, before, name) if before else None,
        comparison=scene.href(comparison_address(before, name)) if before else "",
        voices=voices(scene, _said_about(scene, name)),
        wordings=wording_views(scene, resolution.wordings),
        receipts=scene.cite(resolution.sources),
        remarks=scene.remarks(resolution),
    )


def downloads(scene: Scene, name: str) -> tuple[Link, ...]:
    """Return the links to the votes as data."""
    return tuple(
        Link(scene.root(address), Phrase(scene.words(f"downloads.{form}")))
        for form, address in (("csv", table_of(name)), ("json", tree_of(name)))
    )


def ballot(scene: Scene, name: str, vote: Vote) -> Ballot | None:
    """Return the view of one vote on the resolution of that id; None where its body is not known."""
    ended = verdict(scene, name, vote)
    if ended is None:
        return None
    resolution = scene.facts.one(Resolution, name)
    count = scene.derived.counts[name, vote.id]
    what = subject(scene, resolution, vote)
    earlier = next((each.id for each in resolution.votes if each.on == vote.on and len(vote.on) > 1), vote.id)
    earlier = "" if earlier == vote.id else earlier
    facts = [vote, vote.stated, *([vote.roll_call] if vote.roll_call else [])]
    return Ballot(
        anchor=vote.id,
        title=what,
        subjects=() if earlier else tuple(_subject(scene, resolution, each) for each in vote.on),
        same_as=earlier,
        verdict=ended,
        figure=figure(scene, count, f"{resolution.symbol}: {what.text}", f"{name}-{vote.id}"),
        roll_call=roll_call(scene, vote, count),
        applied=_applied(scene, vote),
        remarks=tuple(scene.remarks(fact) for fact in facts if fact.note or fact.conflicts or fact.searched),
    )


def _applied(scene: Scene, vote: Vote) -> Applied | None:
    """Return who held that the rule applied."""
    if said := vote.rule_applied:
        return Applied(scene.say(said.by), scene.cite(said.sources), scene.remarks(said))
    return None


def _lines(scene: Scene, name: str, resolution: Resolution) -> tuple[BallotLine, ...]:
    """Return what else was voted on that day: the other votes on this text in the order taken, then other texts."""
    here = [
        _line(scene, name, resolution, vote, vote.id) for vote in resolution.votes if vote is not resolution.leading
    ]
    there = [
        _line(scene, other, record, record.leading, "")
        for other, record in scene.facts.all(Resolution).items()
        if other != name and record.leading and record.date == resolution.date
    ]
    return tuple(line for line in (*here, *there) if line)


def _line(scene: Scene, name: str, resolution: Resolution, vote: Vote, anchor: str) -> BallotLine | None:
    count = scene.derived.counts.get((name, vote.id))
    if count is None:
        return None
    kind, result = ended(scene, vote, count)
    return BallotLine(
        anchor,
        None if anchor else Link(scene.href(address_of(Resolution, name)), scene.say(resolution.title)),
        subject(scene, resolution, vote),
        "" if anchor else f"{resolution.symbol} · {scene.link(resolution.body).phrase.text}",
        result,
        kind,
        numbers(scene, count),
        count.outcome is not None and count.outcome.reason is Reason.VETOED,
    )


def _beside(scene: Scene, name: str, resolution: Resolution) -> tuple[str, ...]:
    """Say what became of the amendments, paragraphs and motions, in a sentence for each."""
    others = [vote for vote in resolution.votes if vote is not resolution.leading]
    return tuple(
        _fates(scene, what, [vote for vote in others if group.issuperset(vote.on)], name)
        for what, group in (
            ("amendments", {each.id for each in resolution.amendments}),
            ("paragraphs", {each.id for each in resolution.paragraphs}),
            ("motions", {each.id for each in resolution.motions}),
        )
        if any(group.issuperset(vote.on) for vote in others)
    )


def _fates(scene: Scene, what: str, votes: list[Vote], name: str) -> str:
    """Say of how many votes there were how many ended in which way."""
    counts = [scene.derived.counts[name, vote.id] for vote in votes if (name, vote.id) in scene.derived.counts]
    outcomes = [count.outcome for count in counts if count.outcome]
    vetoed = [each for each in outcomes if each.reason is Reason.VETOED]
    names = ", ".join(
        scene.link(each).phrase.text for each in dict.fromkeys(by for one in vetoed for by in one.vetoed_by)
    )
    numbers = {
        "adopted": sum(each.result is Result.ADOPTED for each in outcomes),
        "vetoed": len(vetoed),
        "failed": sum(each.result is Result.REJECTED for each in outcomes) - len(vetoed),
        "open": len(votes) - sum(each.result is not None for each in outcomes),
    }
    ends = [scene.words(f"fates.{end}", n=number, names=names) for end, number in numbers.items() if number]
    return scene.words(f"fates.{what}", n=len(votes), ends=", ".join(ends))


def _said_about(scene: Scene, name: str) -> list[str]:
    """Return the statements that name the vote or were made at a meeting that took it."""
    wanted = ResolutionId(name)
    meetings = {key for key, event in scene.facts.all(Event).items() if wanted in event.resolutions}
    return [
        key
        for key, statement in scene.facts.all(Statement).items()
        if wanted in statement.resolutions or (statement.event and str(statement.event) in meetings)
    ]


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
        remarks=scene.remarks(proposal),
    )


def _by_whom(scene: Scene, resolution: Resolution, proposal: Proposal) -> str:
    """Return the words that stand before, or instead of, those who put a proposal forward."""
    if not proposal.by:
        return scene.words("proposer_unknown")
    return scene.words("moved_by" if proposal in resolution.motions else "sponsors")
