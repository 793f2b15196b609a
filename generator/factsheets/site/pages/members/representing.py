"""The votes of a state that a person represented: those on days on which the office was certainly held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.records.ids import MemberId
from factsheets.content.records.person import Office, Person
from factsheets.derive.office import held_throughout
from factsheets.derive.vote_events import VoteEvent
from factsheets.site.pages.members.positions import Stand, stand
from factsheets.site.pages.shared.lines import when
from factsheets.site.pages.shared.parts import Link, Phrase, Scene
from factsheets.site.pages.shared.roles import held


@dataclass(frozen=True, slots=True)
class Representing:
    """How a state voted while a person represented it, the latest vote first."""

    state: Link
    office: Phrase
    when: str
    stands: tuple[Stand, ...]


def representing(scene: Scene, person: Person) -> Iterator[Representing]:
    """Yield the votes of each office in which the person cast the vote of a state, as far as any are recorded."""
    for office in person.offices:
        if office.state and (stands := _stands(scene, office, MemberId(office.state))):
            yield Representing(scene.link(office.state), scene.say(office.title), held(scene, office), stands)


def _stands(scene: Scene, office: Office, member: MemberId) -> tuple[Stand, ...]:
    events = sorted(_events(scene, office, member), key=lambda each: (when(each.count.day), each.is_on_whole))
    return tuple(stand(scene, event, member, None) for event in reversed(events))


def _events(scene: Scene, office: Office, member: MemberId) -> Iterator[VoteEvent]:
    """Yield the votes of the office's bodies in which its state had one, on days on which it was certainly held."""
    for event in scene.vote_events():
        had_a_vote = event.count.is_by_name and member in event.count.members
        if had_a_vote and event.resolution.body in office.votes_in and held_throughout(office, event.count.day):
            yield event
