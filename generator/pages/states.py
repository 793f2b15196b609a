"""The page of a state: how it voted, who acted for it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.lines import Dated, mentioned_in, when
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene, address_of
from generator.pages.votes import standing
from generator.records.base import Citations
from generator.records.body import Body
from generator.records.ids import BodyId, MemberId, PersonId
from generator.records.person import Person
from generator.records.resolution import RESOLUTION, Resolution, Vote
from generator.records.state import State


@dataclass(frozen=True, slots=True)
class Stand:
    """How a member voted once."""

    date: str
    link: Link
    position: str
    kind: str
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """A state: how it voted, who acted for it, where it is a member."""

    code: str
    period: str
    stands: tuple[Stand, ...]
    people: tuple[Link, ...]
    memberships: tuple[Dated, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def state_page(scene: Scene, name: str, state: State) -> StatePage:
    """Return the view of a state."""
    member = MemberId(name)
    memberships = [
        Dated(
            f"member-{key}",
            scene.date(each.period),
            scene.say(body.name),
            scene.link(BodyId(key)),
            scene.words(f"role.{each.role.value}"),
            scene.cite(each.sources),
        )
        for key, body in scene.facts.all(Body).items()
        for each in body.membership
        if member in each.members
    ]
    return StatePage(
        code=name,
        period=scene.date(state.period) if state.period else "",
        stands=stands_of(scene, member),
        people=scene.links([PersonId(each) for each in mentioned_in(scene, (State.folder, name), Person)]),
        memberships=tuple(memberships),
        receipts=scene.cite(state.sources),
        remarks=scene.remarks(state.note, state.conflicts),
    )


def stands_of(scene: Scene, member: MemberId) -> tuple[Stand, ...]:
    """Return how a member voted wherever it had a vote: the latest day first, the resolution before its amendments."""
    found = [
        (resolution, name, vote, scene.derived.counts[name, vote.id])
        for name, resolution in scene.facts.all(Resolution).items()
        for vote in resolution.votes
        if (name, vote.id) in scene.derived.counts and member in scene.derived.counts[name, vote.id].members
    ]
    found.sort(key=lambda each: (when(each[3].day), RESOLUTION in each[2].on), reverse=True)
    stands = []
    for resolution, name, vote, count in found:
        anchor = f"{vote.id}-{member.lower()}" if vote.roll_call else vote.id
        titles = [resolution.proposals()[on].title for on in vote.on if on in resolution.proposals()]
        what = scene.say(titles[0]) if titles else scene.say(resolution.title)
        label = Phrase(f"{resolution.symbol}: {what.text}", what.lang)
        link = Link(scene.href(address_of(Resolution, name), anchor), label)
        position = count.listed.get(member)
        kind = position.value.replace("_", "-") if position else "unknown"
        cited = _cited(resolution, vote, member)
        position_said = standing(scene, count, vote, member)
        stands.append(Stand(scene.date(count.day), link, position_said, kind, scene.cite(cited)))
    return tuple(stands)


def _cited(resolution: Resolution, vote: Vote, member: MemberId) -> Citations:
    """Return the sources for one position: its own, else those of the roll call, the vote, the record."""
    of_roll_call = vote.roll_call.sources if vote.roll_call else ()
    return vote.member_sources.get(member) or of_roll_call or vote.sources or resolution.sources
