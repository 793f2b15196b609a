"""The page of a source, and all that rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.source import Source
from factsheets.site.pages.records.cited_by import Resting, resting
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene


@dataclass(frozen=True, slots=True)
class InterestLine:
    """Whose outlet it is: in a word, in a sentence, and who says so."""

    kind: str
    text: Phrase
    receipts: tuple[Receipt, ...]


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
    via: Phrase | None
    via_url: str
    repeats: Link | None
    interests: tuple[InterestLine, ...]
    faults: Phrase | None
    resting: Resting
    remarks: Remarks


def source_page(scene: Scene, name: str, source: Source) -> SourcePage:
    """Return the view of a source."""
    return SourcePage(
        kind=scene.say_kind(source),
        tier=source.tier.value,
        tier_name=scene.words(f"tiers.{source.tier.value}"),
        publisher=scene.say(source.publisher),
        issued=scene.date(source.issued),
        accessed=scene.date(source.accessed) if source.accessed else "",
        url=source.URL or "",
        archive=source.archive or "",
        via=scene.maybe(source.via.name) if source.via else None,
        via_url=(source.via.URL if source.via else None) or "",
        repeats=scene.link(source.repeats) if source.repeats else None,
        interests=tuple(
            InterestLine(scene.words(f"interests.{each.kind.value}"), scene.say(each.text), scene.cite(each.sources))
            for each in source.interests
        ),
        faults=scene.maybe(source.faults),
        resting=resting(scene, name),
        remarks=scene.remarks(source),
    )
