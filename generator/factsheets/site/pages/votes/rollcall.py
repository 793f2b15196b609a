"""Who voted how: members by what they did, each with its receipts and the groups by which the list can be filtered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factsheets.content.link.aliases import aliases
from factsheets.content.records.body import Body, Role
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Basis, Exclusion, Position, ReportedNumbers, Unconfirmed, Vote
from factsheets.derive import Count
from factsheets.derive.membership import members_on
from factsheets.derive.outcome import Range
from factsheets.derive.standing import without_right
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene, sorting
from factsheets.site.pages.votes.standings import class_of, rest_kind, rest_name


@dataclass(frozen=True, slots=True)
class Voter:
    """A member in a list, with its anchor and the sources for it alone.

    `more` says what else matters of its vote: a veto, its weight, who cast it. `groups` are ids of the groups it
    belongs to on the day, `names` other names by which readers may look for it.
    """

    anchor: str
    link: Link
    more: str
    groups: tuple[str, ...]
    names: tuple[str, ...]
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
class Aside:
    """What is said beside the lists: positions or numbers that are inferred or reported, or why some had no right."""

    how: str
    name: str
    members: tuple[Link, ...]
    why: Phrase | None
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class Choice:
    """A group of members that readers may choose to see alone."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class RollCallView:
    """Who voted how. Where nothing is known there is no group, and `why` says the reason."""

    why: str
    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]
    asides: tuple[Aside, ...]


def roll_call(scene: Scene, vote: Vote, count: Count) -> RollCallView:
    """Return the lists of one vote."""
    belongs = _groups_of(scene, count)
    named = {name for groups in belongs.values() for name in groups}
    bodies = scene.facts.all(Body)
    choices = (Choice(name, scene.say(bodies[name].name).text) for name in bodies if name in named)
    return RollCallView(
        scene.words("roll_call_none" if count.is_by_name or not count.rule else f"methods.{count.rule.method.value}"),
        _groups(scene, vote, count, belongs),
        tuple(sorted(choices, key=lambda each: sorting(each.label))) if vote.roll_call else (),
        (
            *(_unconfirmed(scene, "inferred", each) for each in vote.inferred),
            *(_unconfirmed(scene, "reported", each) for each in vote.reported),
            *(_numbers(scene, each) for each in vote.reported_numbers),
            *(_exclusion(scene, count, each) for each in vote.exclusions),
        ),
    )


def _groups_of(scene: Scene, count: Count) -> dict[MemberId, tuple[str, ...]]:
    """Return for each member the groups it belongs to on the day, as far as the records of the groups know."""
    found: dict[MemberId, tuple[str, ...]] = {}
    for name, body in scene.facts.all(Body).items():
        for member in members_on(body, count.day) if body.is_group else ():
            if member in count.members:
                found[member] = (*found.get(member, ()), name)
    return found


def _groups(scene: Scene, vote: Vote, count: Count, belongs: dict[MemberId, tuple[str, ...]]) -> tuple[Group, ...]:
    if vote.roll_call is None:
        return ()

    def voters(members: Iterable[MemberId]) -> tuple[Voter, ...]:
        found = (_voter(scene, vote, count, each, belongs.get(each, ())) for each in members)
        return tuple(sorted(found, key=lambda voter: (sorting(voter.link.phrase.text), voter.anchor)))

    groups = [
        Group(
            class_of(position),
            scene.words(f"positions_of.{position.value}"),
            _of_all(scene, count.weight(vote.roll_call.members(position)), count.numbers[position]),
            voters(vote.roll_call.members(position)),
            vote.basis.get(position) is Basis.DERIVED,
        )
        for position in Position
    ]
    rest = Group(
        rest_kind(count.rest),
        rest_name(scene, count.rest),
        str(count.weight(count.unlisted)),
        voters(count.unlisted),
        derived=rest_kind(count.rest) != "unknown",
    )
    return tuple(group for group in (*groups, rest) if group.voters)


def _of_all(scene: Scene, named: int, numbers: Range) -> str:
    if numbers.is_known and numbers.least > named:
        return scene.words("of_all", named=named, total=numbers.least)
    return str(named)


def _voter(scene: Scene, vote: Vote, count: Count, member: MemberId, groups: tuple[str, ...]) -> Voter:
    return Voter(
        f"{vote.id}-{member.lower()}",
        scene.link(member),
        _more(scene, vote, count, member),
        groups,
        aliases(scene.facts, member, scene.facts[member]),
        scene.cite(vote.member_sources.get(member, ())),
    )


def _more(scene: Scene, vote: Vote, count: Count, member: MemberId) -> str:
    said = []
    membership = count.members.get(member)
    stopped = count.outcome.vetoed_by if count.outcome else ()
    if member in stopped:
        said.append(scene.words("veto"))
    elif membership and membership.role is Role.PERMANENT:
        said.append(scene.words("role_of.permanent"))
    if membership and count.rule and count.rule.weighted:
        said.append(scene.words("votes_each", n=membership.weight))
    holder = vote.roll_call.proxies.get(member) if vote.roll_call else None
    if holder:
        said.append(scene.words("by_proxy", name=scene.link(holder).phrase.text))
    return ", ".join(said)


def _numbers(scene: Scene, said: ReportedNumbers) -> Aside:
    """Return numbers that are reported and not counted."""
    numbers = [
        f"{scene.words(f'positions_of.{each.value}')}: {number}"
        for each in Position
        if (number := said.count(each)) is not None
    ]
    result = [scene.words(f"result.{said.result.value}")] if said.result else []
    result += [scene.words("veto_by", names=_names(scene, said.vetoed_by))] if said.vetoed_by else []
    present = [scene.words("present_were", n=said.present)] if said.present is not None else []
    name = ", ".join([*result, *numbers, *present])
    return Aside(scene.words("reported"), name, (), scene.say(said.why), scene.cite(said.sources), scene.remarks(said))


def _names(scene: Scene, members: Iterable[MemberId]) -> str:
    return ", ".join(link.phrase.text for link in scene.members(members))


def _exclusion(scene: Scene, count: Count, excluded: Exclusion) -> Aside:
    """Return why members had no right to vote, for certain or probably."""
    is_certain = without_right(count).issuperset(excluded.members)
    return Aside(
        scene.words("excluded" if is_certain else "excluded_probably"),
        scene.words(f"exclusions.{excluded.reason.value}"),
        scene.members(excluded.members),
        scene.maybe(excluded.why),
        scene.cite(excluded.sources),
        scene.remarks(excluded),
    )


def _unconfirmed(scene: Scene, how: str, said: Unconfirmed) -> Aside:
    return Aside(
        scene.words(how),
        scene.words(f"positions_of.{said.position.value}"),
        scene.members(said.members),
        scene.say(said.why),
        scene.cite(said.sources),
        scene.remarks(said),
    )
