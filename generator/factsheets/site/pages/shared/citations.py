"""The page's list of sources, in groups by how far they stand from what they report: no copy ranks as a record."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.source import Source, Tier
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of, sorting


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the page's list of sources. `rests` says how many facts rest on it."""

    number: int
    link: Link
    publisher: Phrase
    issued: str
    kind: str
    url: str
    accessed: str
    archive: str
    via: Phrase | None
    via_url: str
    faults: Phrase | None
    rests: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources of one rank. `first` is the number with which the group starts, 0 where none has one."""

    tier: str
    name: str
    first: int
    lines: tuple[SourceLine, ...]


def source_groups(scene: Scene) -> tuple[SourceGroup, ...]:
    """Return the sources that a page cites, in the order of their numbers, group by group."""
    return _grouped(scene, [(number, name) for name, number in scene.cited.items()])


def every_source(scene: Scene) -> tuple[SourceGroup, ...]:
    """Return all sources, by name and without numbers, group by group."""
    sources = scene.facts.all(Source)
    names = sorted(sources, key=lambda name: sorting(scene.name(sources[name], name).text))
    return _grouped(scene, [(0, name) for name in names])


def _grouped(scene: Scene, numbered: list[tuple[int, str]]) -> tuple[SourceGroup, ...]:
    groups = []
    for tier in Tier:
        sources = [(number, name, scene.facts.one(Source, name)) for number, name in numbered]
        lines = tuple(_line(scene, *each) for each in sources if each[2].tier is tier)
        if lines:
            groups.append(SourceGroup(tier.value, scene.words(f"tiers.{tier.value}"), lines[0].number, lines))
    return tuple(groups)


def _line(scene: Scene, number: int, name: str, source: Source) -> SourceLine:
    return SourceLine(
        number,
        Link(scene.href(address_of(Source, name)), scene.name(source, name)),
        scene.say(source.publisher),
        scene.date(source.issued) if source.issued else "",
        scene.say_kind(source),
        source.URL or "",
        scene.words("accessed_on", date=scene.date(source.accessed)) if source.accessed else "",
        source.archive or "",
        scene.maybe(source.via.name) if source.via else None,
        (source.via.URL if source.via else None) or "",
        scene.maybe(source.faults),
        scene.words("rest_on_it", n=len(scene.derived.claims.get(name, ()))),
    )
