"""The page of a source, and all that rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Link, Phrase, Remarks, Scene, address_of, sorting
from generator.records.source import Source


@dataclass(frozen=True, slots=True)
class Uses:
    """The records of one kind that rest on the source."""

    section: str
    links: tuple[Link, ...]


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
    uses: tuple[Uses, ...]
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
        uses=_uses(scene, name),
        remarks=scene.remarks(source.note, source.conflicts),
    )


def _uses(scene: Scene, name: str) -> tuple[Uses, ...]:
    keys = dict.fromkeys(each.key for each in scene.facts.mentions.get((Source.folder, name), ()))
    groups = []
    for kind in scene.facts.types:
        links = [
            Link(scene.href(address_of(kind, key[1])), scene.name(scene.facts.records[key], key[1]))
            for key in keys
            if key[0] == kind.folder
        ]
        if links:
            links.sort(key=lambda link: sorting(link.phrase.text))
            groups.append(Uses(scene.section(kind), tuple(links)))
    return tuple(groups)
