"""The page of a source, and all that rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Link, Phrase, Remarks, Scene, address_of, sorting
from generator.records.source import Source


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: what it is, what is wrong with it, and all that rests on it."""

    kind: str
    kind_class: str
    publisher: Phrase
    issued: str
    accessed: str
    url: str
    archive: str
    faults: Phrase | None
    uses: tuple[Link, ...]
    remarks: Remarks


def source_page(scene: Scene, name: str, source: Source) -> SourcePage:
    """Return the view of a source."""
    keys = dict.fromkeys(each.key for each in scene.facts.mentions.get((Source.folder, name), ()))
    uses = [
        Link(scene.href(address_of(type(record), key[1])), scene.name(record, key[1]))
        for key in keys
        if (record := scene.facts.records[key])
    ]
    return SourcePage(
        kind=scene.words(f"kinds.{source.kind.value}"),
        kind_class=source.kind.value,
        publisher=scene.say(source.publisher),
        issued=scene.date(source.issued),
        accessed=scene.date(source.accessed),
        url=source.URL or "",
        archive=source.archive or "",
        faults=scene.maybe(source.faults),
        uses=tuple(sorted(uses, key=lambda link: sorting(link.phrase.text))),
        remarks=scene.remarks(source.note, source.conflicts),
    )
