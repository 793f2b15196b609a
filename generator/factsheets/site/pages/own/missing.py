"""The page of what is missing: each gap with its place and the way to fill it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from factsheets.derive import Gap, GapKind
from factsheets.site.pages.records.anchors import place_of
from factsheets.site.pages.shared.addresses import CORRECT, MESSAGES
from factsheets.site.pages.shared.parts import Link, Looked, Phrase, Scene, address_of


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One thing that is missing, where it would stand, the file to write it into, and where somebody looked."""

    link: Link
    what: Phrase
    edit: str
    looked: tuple[Looked, ...]


@dataclass(frozen=True, slots=True)
class MissingGroup:
    """All gaps of one kind, with what would fill them."""

    anchor: str
    name: str
    count: str
    remedy: str
    lines: tuple[MissingLine, ...]


@dataclass(frozen=True, slots=True)
class MissingPage:
    """Everything that nobody has found yet. `messages` leads to what helps who adds something."""

    count: str
    guide: Link
    groups: tuple[MissingGroup, ...]
    messages: str


def missing_page(scene: Scene) -> MissingPage:
    """Return the view of all gaps."""
    found = scene.derived.gaps
    groups = groupby(found, key=lambda gap: gap.kind)
    return MissingPage(
        scene.words("missing_count", n=len(found)),
        Link(scene.href(CORRECT), Phrase(scene.words("correct"))),
        tuple(_group(scene, kind, list(each)) for kind, each in groups),
        scene.href(MESSAGES),
    )


def _group(scene: Scene, kind: GapKind, found: list[Gap]) -> MissingGroup:
    return MissingGroup(
        kind.value.replace("_", "-"),
        scene.words(f"gaps.{kind.value}.name"),
        scene.words("entries", n=len(found)),
        scene.words(f"gaps.{kind.value}.remedy"),
        tuple(_line(scene, gap) for gap in found),
    )


def _line(scene: Scene, gap: Gap) -> MissingLine:
    folder, name = gap.key
    record = scene.facts.records[gap.key]
    anchor, what = _place(scene, gap)
    link = Link(scene.href(address_of(type(record), name), anchor), scene.name(record, name))
    return MissingLine(link, what, scene.edit(f"{folder}/{name}.yaml"), scene.looked(gap.searched))


def _place(scene: Scene, gap: Gap) -> tuple[str, Phrase]:
    """Return the anchor of the place where it is missing, and in words what is missing there."""
    said = scene.words(f"gaps.{gap.kind.value}.what", n=gap.number) if gap.number else ""
    if not gap.path:
        return "top", Phrase(said)
    place = place_of(scene, scene.facts.records[gap.key], gap.path)
    return place.anchor, replace(place.name, text=": ".join(filter(None, (place.name.text, said))))
