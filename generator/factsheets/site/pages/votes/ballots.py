"""Votes as lines: what was voted on, how it ended, and the numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factsheets.content.records.body import Method
from factsheets.content.records.ids import ResolutionId
from factsheets.content.records.resolution import Position, Resolution, Result, Vote
from factsheets.derive import Count
from factsheets.derive.outcome import Outcome, Range, Reason
from factsheets.derive.vote_events import VoteEvent, leading_event
from factsheets.site.pages.shared.lines import when
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of
from factsheets.site.pages.votes.standings import class_of


@dataclass(frozen=True, slots=True)
class Number:
    """The number of one position, as far as it is known: its class and what to print."""

    kind: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class VoteLine:
    """The vote on a text as a whole, else the last on it, in one line."""

    anchor: str
    date: str
    link: Link
    title: Phrase
    body: Phrase
    result: str
    result_kind: str
    numbers: tuple[Number, ...]


def vote_lines(scene: Scene, names: Iterable[str]) -> tuple[VoteLine, ...]:
    """Return resolutions as lines, the latest first."""
    resolutions = [(name, scene.facts.one(Resolution, name)) for name in names]
    resolutions.sort(key=lambda each: (when(each[1].date), each[0]), reverse=True)
    return tuple(vote_line(scene, *each) for each in resolutions)


def vote_line(scene: Scene, name: str, resolution: Resolution) -> VoteLine:
    """Return one resolution as a line."""
    vote = leading_event(scene.facts, scene.derived.counts, name)
    kind, result = ended(scene, vote.vote, vote.count) if vote else ("unknown", scene.words("result.unknown"))
    return VoteLine(
        f"vote-{name}",
        scene.date(resolution.date),
        scene.link(ResolutionId(name)),
        scene.say(resolution.title),
        scene.link(resolution.body).phrase,
        result,
        kind,
        numbers(scene, vote.count) if vote else (),
    )


def ended(scene: Scene, vote: Vote, count: Count) -> tuple[str, str]:
    """Return how a vote ended, as a class and in words: as computed, else as stated and marked as that."""
    if count.outcome and count.outcome.reason is Reason.WITHOUT_VOTE:
        return Result.ADOPTED.value, scene.words("result.without_vote")
    if count.outcome and (computed := count.outcome.result):
        return computed.value, scene.words(f"result.{computed.value}") + _veto(scene, count.outcome)
    if stated := vote.stated.result:
        return "unknown", scene.words("result.as_stated", result=scene.words(f"result.{stated.value}"))
    return "unknown", scene.words("result.unknown")


def _veto(scene: Scene, outcome: Outcome) -> str:
    names = ", ".join(scene.link(each).phrase.text for each in outcome.vetoed_by)
    return scene.words("result.veto", names=names) if names else ""


def numbers(scene: Scene, count: Count) -> tuple[Number, ...]:
    """Return the three numbers by which a vote is known; a question mark where one is not, none where nobody voted."""
    if count.rule and count.rule.method is Method.WITHOUT_VOTE:
        return ()
    return tuple(
        Number(
            class_of(position),
            scene.words(f"positions_of.{position.value}"),
            _at_least(count.numbers[position]),
        )
        for position in (Position.YES, Position.NO, Position.ABSTAIN)
    )


def _at_least(numbers: Range) -> str:
    """Return a number; of one that is not known, how many it was at least, or a question mark."""
    if numbers.is_known:
        return str(numbers.least)
    return f"≥{numbers.least}" if numbers.least else "?"


def event_link(scene: Scene, event: VoteEvent, anchor: str) -> Link:
    """Return the link to a vote, under its symbol and what it was on."""
    what = subject(scene, event.resolution, event.vote)
    href = scene.href(address_of(Resolution, event.name), anchor)
    return Link(href, Phrase(f"{event.resolution.symbol}: {what.text}", what.lang))


def subject(scene: Scene, resolution: Resolution, vote: Vote) -> Phrase:
    """Return what a vote was on: the amendment or motion, or the resolution's title.

    Where nobody says which of several texts it was, that is said; such votes are numbered in the order of the record.
    """
    if len(vote.on) > 1:
        alike = [each.id for each in resolution.votes if each.on == vote.on]
        number = alike.index(vote.id) + 1
        what = "amendments" if {each.id for each in resolution.amendments}.issuperset(vote.on) else "texts"
        return Phrase(scene.words(f"one_of.{what}", number=number, count=len(vote.on)))
    proposal = resolution.proposals().get(vote.on[0]) if vote.on else None
    return scene.say(proposal.title if proposal else resolution.title)
