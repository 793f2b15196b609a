"""Who changed from one vote to another: members that did something else, by what they did before and after."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from factsheets.content.records.resolution import Resolution
from factsheets.derive.series import Comparison, Switch, compare
from factsheets.derive.standing import Standing
from factsheets.site.pages.shared.parts import Link, Scene, address_of
from factsheets.site.pages.votes.ballots import VoteLine, vote_lines
from factsheets.site.pages.votes.standings import class_of, say_standing

COMPARE = "compare"
"""The section of the pages that put two votes, or two members, side by side."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Members that did the same before and the same after."""

    before: str
    before_kind: str
    after: str
    after_kind: str
    number: int
    members: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Two votes side by side. `steady` and `unknown` say of how many members there is nothing to list."""

    before: Link
    after: Link
    lines: tuple[VoteLine, ...]
    shifts: tuple[Shift, ...]
    switched: str
    steady: str
    unknown: str


def comparison_address(before: str, after: str) -> str:
    """Return the address of the page that puts two votes, or two members, side by side."""
    return f"{COMPARE}/{before}--{after}.html"


def compared(scene: Scene, before: str, after: str) -> Comparison | None:
    """Return the comparison of the final votes on two resolutions; None where one of them has none."""
    was, now = scene.final_event(before), scene.final_event(after)
    return compare(was.count, now.count) if was and now else None


def changes(scene: Scene, before: str, after: str) -> Changes | None:
    """Return who changed between the final votes on two resolutions."""
    found = compared(scene, before, after)
    if found is None:
        return None
    return Changes(
        _vote_link(scene, before),
        _vote_link(scene, after),
        vote_lines(scene, (before, after)),
        _shifts(scene, found.switched),
        scene.words("switched", n=len(found.switched)),
        scene.words("steady", n=len(found.steady)),
        scene.words("not_comparable", n=len(found.unknown)) if found.unknown else "",
    )


def _vote_link(scene: Scene, name: str) -> Link:
    resolution = scene.facts.one(Resolution, name)
    return Link(scene.href(address_of(Resolution, name)), scene.name(resolution, name))


def _shifts(scene: Scene, switched: tuple[Switch, ...]) -> tuple[Shift, ...]:
    """Return the shifts, the greatest changes first: between for and against, then to or from an abstention."""
    order = list(Standing)

    def key(each: Switch) -> tuple[bool, int, int]:
        sides = {each.before, each.after} == {Standing.YES, Standing.NO}
        return (not sides, order.index(each.after), order.index(each.before))

    return tuple(
        Shift(
            say_standing(scene, before),
            class_of(before),
            say_standing(scene, after),
            class_of(after),
            len(members),
            scene.members(each.member for each in members),
        )
        for (before, after), members in (
            (pair, list(group))
            for pair, group in groupby(sorted(switched, key=key), key=lambda each: (each.before, each.after))
        )
    )
