"""What a member did, in words and as the class by which it is drawn."""

from __future__ import annotations

from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import ABSENT, Position
from factsheets.derive import Count
from factsheets.derive.standing import Standing, standing_of
from factsheets.site.pages.shared.parts import Scene


def class_of(standing: Position | Standing) -> str:
    """Return the class by which a position is drawn, in style sheets and charts."""
    return "not-voting" if standing is Standing.ABSENT else standing.value.replace("_", "-")


def kind_of(count: Count, member: MemberId) -> str:
    """Return the class by which a member's position is drawn."""
    return class_of(standing_of(count, member))


def say_standing(scene: Scene, standing: Standing) -> str:
    """Return a standing in words."""
    return scene.words(f"positions_of.{standing.value}")


def standing(scene: Scene, count: Count, member: MemberId) -> str:
    """Return in words how a member voted, or what it may have done."""
    if position := count.listed.get(member):
        reported = member in count.reported
        return scene.words("positions_of.reported_veto" if reported else f"positions_of.{position.value}")
    if member not in count.members:
        return say_standing(scene, Standing.NONE)
    return rest_name(scene, count.rest)


def rest_kind(rest: tuple[Position, ...]) -> str:
    """Return the class of the members that are not listed."""
    if set(rest) == ABSENT:
        return "not-voting"
    return class_of(rest[0]) if len(rest) == 1 else "unknown"


def rest_name(scene: Scene, rest: tuple[Position, ...]) -> str:
    """Return in words what the members not listed may have done."""
    if len(rest) == 1:
        return scene.words(f"positions_of.{rest[0].value}")
    if set(rest) == ABSENT:
        return scene.words("positions_of.absent")
    if not rest or len(rest) == len(Position):
        return scene.words("positions_of.unknown")
    names = scene.words("positions_of.or").join(scene.words(f"positions_of.{each.value}") for each in rest)
    return scene.words("positions_of.rest", positions=names)
