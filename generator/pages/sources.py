"""The page of a source, and all that rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Phrase, Remarks, Scene
from generator.pages.resting import Resting, resting
from generator.records.source import Source


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: what it is, what is wrong with it, and all that rests on it."""

    kind: str
    tier: str
    tier_name: str
    publisher: Phrase
    issued: str
    accessed: str
    url: str
    archive: str
    faults: Phrase | None
    resting: Resting
    remarks: Remarks


def source_page(scene: Scene, name: str, source: Source) -> SourcePage:
    """Return the view of a source."""
    return SourcePage(
        kind=scene.words(f"kinds.{source.kind.value}"),
        tier=source.kind.tier.value,
        tier_name=scene.words(f"tiers.{source.kind.tier.value}"),
        publisher=scene.say(source.publisher),
        issued=scene.date(source.issued),
        accessed=scene.date(source.accessed) if source.accessed else "",
        url=source.URL or "",
        archive=source.archive or "",
        faults=scene.maybe(source.faults),
        resting=resting(scene, name),
        remarks=scene.remarks(source.note, source.conflicts),
    )
