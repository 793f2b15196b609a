"""The charts of one vote: who sat where and did what. What fits the body is drawn; the lists say the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from factsheets.content.records.body import Body, Classification, Membership, Role
from factsheets.content.records.ids import MemberId
from factsheets.content.records.state import Region, State
from factsheets.derive import Count
from factsheets.site.charts.figure import KINDS
from factsheets.site.charts.seats import Seat, hemicycle, horseshoe
from factsheets.site.charts.tiles import Tile, tile_map
from factsheets.site.pages.shared.parts import Scene
from factsheets.site.pages.votes.standings import kind_of, standing

ROUND_A_TABLE = 30
"""Up to how many members sit round a horseshoe; more are drawn on a map or in rows."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart of a figure; where there are several, each has a name, and a class by which it finds its place."""

    chart: Markup
    name: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Charts that belong together: `kind` is council, map or chamber; `keys` pair a mark's class and its meaning."""

    kind: str
    charts: tuple[Panel, ...]
    caption: str
    keys: tuple[tuple[str, str], ...]


def figure(scene: Scene, count: Count, title: str, name: str) -> Figure | None:
    """Return who did what as a chart; None where nobody's vote is known by name or nothing fits."""
    if not count.listed or not count.members:
        return None
    members = list(count.members)
    if all(scene.facts.get(State, each) for each in members):
        if len(members) <= ROUND_A_TABLE:
            return _council(scene, count, title, name)
        return _map(scene, count, title, name)
    return _chamber(scene, count, title, name)


def _council(scene: Scene, count: Count, title: str, name: str) -> Figure:
    seats = [_seat(scene, count, member) for member in _by_role(scene, count)]
    chart = horseshoe(seats, title, _tally(scene, count, count.members), f"council-{name}")
    return Figure("council", (Panel(chart),), scene.words("chart.council"), _keys(scene, count))


def _chamber(scene: Scene, count: Count, title: str, name: str) -> Figure:
    seats = [_seat(scene, count, member) for member in _by_party(scene, count)]
    chart = hemicycle(seats, title, _tally(scene, count, count.members), f"chamber-{name}")
    return Figure("chamber", (Panel(chart),), scene.words("chart.chamber"), _keys(scene, count))


def _map(scene: Scene, count: Count, title: str, name: str) -> Figure | None:
    charts = []
    for region in Region:
        there = [(each, state) for each in count.members if (state := _on_map(scene, each, region)) is not None]
        tiles = [
            Tile(
                state.tile.column,
                state.tile.row,
                kind_of(count, member),
                state.alpha_2,
                f"{scene.state_name(member).text}: {standing(scene, count, member)}",
            )
            for member, state in there
            if state.tile
        ]
        if tiles:
            place = str(scene.words.locale.territories[region.m49])
            said = _tally(scene, count, [member for member, _ in there])
            chart = tile_map(tiles, f"{title}: {place}", said, f"map-{name}-{region.value}")
            charts.append(Panel(chart, place, region.value))
    if not charts:
        return None
    return Figure("map", tuple(charts), scene.words("chart.map"), _keys(scene, count))


def _on_map(scene: Scene, member: MemberId, region: Region) -> State | None:
    state = scene.facts.get(State, member)
    return state if state and state.tile and state.region is region else None


def _seat(scene: Scene, count: Count, member: MemberId) -> Seat:
    name = scene.link(member).phrase.text
    said = standing(scene, count, member)
    return Seat(
        kind_of(count, member),
        str(member) if member.isupper() else "",
        f"{name}: {said}",
        permanent=count.members[member].role is Role.PERMANENT,
        veto=count.outcome is not None and member in count.outcome.vetoed_by,
    )


def _by_role(scene: Scene, count: Count) -> list[MemberId]:
    """Return the members as they are to sit: the permanent ones first, each kind by name."""

    def key(item: tuple[MemberId, Membership]) -> tuple[bool, str]:
        return item[1].role is not Role.PERMANENT, scene.link(item[0]).phrase.text

    return [member for member, _ in sorted(count.members.items(), key=key)]


def _by_party(scene: Scene, count: Count) -> list[MemberId]:
    """Return the members party by party, so that each sits together; within a party by what they did and name."""
    parties = {
        member: name
        for name, body in scene.facts.all(Body).items()
        if body.classification is Classification.PARTY
        for membership in body.membership
        if membership.period.may_overlap(count.day)
        for member in membership.members
    }

    def key(member: MemberId) -> tuple[str, str, str]:
        return parties.get(member, "~"), kind_of(count, member), scene.link(member).phrase.text

    return sorted(count.members, key=key)


def _tally(scene: Scene, count: Count, members: Iterable[MemberId]) -> str:
    """Return the chart in words: how many of these members did what."""
    found = Counter(standing(scene, count, member) for member in members)
    return ", ".join(f"{said}: {number}" for said, number in found.most_common())


def _keys(scene: Scene, count: Count) -> tuple[tuple[str, str], ...]:
    """Return the kinds in the chart with their meaning, each once."""
    found = {
        (kind_of(count, member), standing(scene, count, member)): None
        for member in sorted(count.members, key=lambda each: KINDS.index(kind_of(count, each)))
    }
    return tuple(found)
