"""The page of a state: how it voted, who acted for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.derive import Count
from generator.pages.ballots import subject
from generator.pages.lines import Dated, mentioned_in, when
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene, address_of
from generator.pages.roles import Who, who
from generator.pages.votes import kind_of, standing
from generator.records.base import Citations
from generator.records.body import Body
from generator.records.ids import BodyId, MemberId
from generator.records.person import Person
from generator.records.resolution import RESOLUTION, Basis, Resolution, Vote
from generator.records.state import State


@dataclass(frozen=True, slots=True)
class StandRemark:
    """A position that is not as firm as a recorded one, with who says so."""

    text: str
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How a member voted once. `remarks` say what is derived, reported or inferred."""

    date: str
    link: Link
    position: str
    kind: str
    remarks: tuple[StandRemark, ...]
    on_whole: bool
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """A state: how it voted, who acted for it, where it is a member."""

    code: str
    alpha_2: str
    m49: str
    wikidata: str
    name_in_records: str
    period: str
    summary: str
    wholes: tuple[Stand, ...]
    others: tuple[Stand, ...]
    people: tuple[Who, ...]
    memberships: tuple[Dated, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def state_page(scene: Scene, name: str, state: State) -> StatePage:
    """Return the view of a state."""
    member = MemberId(name)
    stands = stands_of(scene, member)
    return StatePage(
        code=name,
        alpha_2=state.alpha_2,
        m49=state.m49 or "",
        wikidata=state.wikidata or "",
        name_in_records=state.name_in_records or "",
        period=scene.date(state.period) if state.period else "",
        summary=_summary(scene, stands),
        wholes=tuple(each for each in stands if each.on_whole),
        others=tuple(each for each in stands if not each.on_whole),
        people=who(scene, mentioned_in(scene, (State.folder, name), Person)),
        memberships=_memberships(scene, member),
        receipts=scene.cite(state.sources),
        remarks=scene.remarks(state.note, state.conflicts),
    )


def _memberships(scene: Scene, member: MemberId) -> tuple[Dated, ...]:
    return tuple(
        Dated(
            f"member-{key}",
            scene.date(each.period),
            scene.say(body.name),
            scene.link(BodyId(key)),
            scene.words(f"role_of.{each.role.value}"),
            scene.cite(each.sources),
        )
        for key, body in scene.facts.all(Body).items()
        for each in body.membership
        if member in each.members
    )


def _summary(scene: Scene, stands: tuple[Stand, ...]) -> str:
    """Return in one sentence how often the state held each position in votes on whole texts."""
    wholes = [each for each in stands if each.on_whole]
    counted = Counter(each.kind.replace("-", "_") for each in wholes)
    parts = ", ".join(scene.words(f"counted.{kind}", n=number) for kind, number in counted.most_common())
    return scene.words("stands_sum", n=len(wholes), parts=parts) if wholes else ""


def stands_of(scene: Scene, member: MemberId) -> tuple[Stand, ...]:
    """Return how a member voted wherever it had a vote: the latest day first, the resolution before its amendments."""
    found = [
        (resolution, name, vote)
        for name, resolution in scene.facts.all(Resolution).items()
        for vote in resolution.votes
        if (name, vote.id) in scene.derived.counts and member in scene.derived.counts[name, vote.id].members
    ]
    found.sort(key=lambda each: (when(each[2].date or each[0].date), RESOLUTION in each[2].on), reverse=True)
    return tuple(_stand(scene, *each, member) for each in found)


def _stand(scene: Scene, resolution: Resolution, name: str, vote: Vote, member: MemberId) -> Stand:
    count = scene.derived.counts[name, vote.id]
    kind = kind_of(count, member)
    what = subject(scene, resolution, vote)
    anchor = f"{vote.id}-{member.lower()}" if vote.roll_call else vote.id
    return Stand(
        date=scene.date(count.day),
        link=Link(
            scene.href(address_of(Resolution, name), anchor), Phrase(f"{resolution.symbol}: {what.text}", what.lang)
        ),
        position=standing(scene, count, vote, member),
        kind=kind,
        remarks=_remarks(scene, count, vote, member),
        on_whole=RESOLUTION in vote.on,
        receipts=scene.cite(_cited(resolution, vote, member)) if kind != "unknown" else (),
    )


def _remarks(scene: Scene, count: Count, vote: Vote, member: MemberId) -> tuple[StandRemark, ...]:
    position = count.listed.get(member)
    derived = vote.basis.get(position) is Basis.DERIVED if position else kind_of(count, member) != "unknown"
    remarks = [StandRemark(scene.words("derived_position"), ())] if derived else []
    for form, group in (("reported_as", vote.reported), ("inferred_as", vote.inferred)):
        for each in group:
            if member in each.members:
                said = scene.words(form, position=scene.words(f"positions_of.{each.position.value}"))
                remarks.append(StandRemark(said, scene.cite(each.sources)))
    return tuple(remarks)


def _cited(resolution: Resolution, vote: Vote, member: MemberId) -> Citations:
    """Return the sources for one position: its own, else those of the roll call, the vote, the record."""
    of_roll_call = vote.roll_call.sources if vote.roll_call else ()
    return vote.member_sources.get(member) or of_roll_call or vote.sources or resolution.sources
