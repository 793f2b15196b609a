"""What rests on a source, fact by fact: by kind of record and by record, with the facts that rest on nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from factsheets.content.link import Key
from factsheets.content.records.base import Record
from factsheets.content.records.resolution import Resolution, Vote
from factsheets.content.source.tree import Path
from factsheets.derive import Claim
from factsheets.site.pages.records.anchors import place_of
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of, sorting


@dataclass(frozen=True, slots=True)
class RestingLine:
    """A fact, or the votes of several members. `more` is what these voted on, `place` where the source says so."""

    kind: str
    links: tuple[Link, ...]
    more: Phrase | None
    place: str
    is_single: bool


@dataclass(frozen=True, slots=True)
class RestingRecord:
    """The facts of one record that rest on the source, and how many, where it is more than one."""

    link: Link
    count: str
    lines: tuple[RestingLine, ...]


@dataclass(frozen=True, slots=True)
class RestingWhole:
    """Records of which nothing but the page as a whole rests on the source: with no other source, or with others."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RestingGroup:
    """The records of one kind of which something rests on the source."""

    anchor: str
    section: str
    records: tuple[RestingRecord, ...]
    wholes: tuple[RestingWhole, ...]


@dataclass(frozen=True, slots=True)
class Resting:
    """All that rests on a source: in a sentence, and group by group."""

    sentence: str
    groups: tuple[RestingGroup, ...]


def resting(scene: Scene, source: str) -> Resting:
    """Return what rests on the source of that id."""
    found = scene.derived.claims.get(source, ())
    by_record = {key: list(claims) for key, claims in groupby(found, key=lambda claim: claim.key)}
    return Resting(_sentence(scene, found, len(by_record)), tuple(_groups(scene, source, by_record)))


def _sentence(scene: Scene, claims: tuple[Claim, ...], records: int) -> str:
    """Say how many facts rest on it, and how many of them on it alone."""
    if not claims:
        return scene.words("none_yet")
    number, single = len(claims), sum(claim.is_single for claim in claims)
    pages = scene.words("resting.pages", n=records)
    form, n = ("none", number) if not single else ("all", number) if single == number else ("some", single)
    return f"{scene.words('resting.facts', n=number, pages=pages)} {scene.words(f'resting.{form}', n=n)}"


def _groups(scene: Scene, source: str, by_record: dict[Key, list[Claim]]) -> Iterator[RestingGroup]:
    for kind in scene.facts.types:
        found = [(key, claims) for key, claims in by_record.items() if key[0] == kind.folder]
        if found:
            whole = [(key, claims[0]) for key, claims in found if _is_whole(scene, source, claims)]
            parts = [(key, claims) for key, claims in found if not _is_whole(scene, source, claims)]
            records = (_record(scene, source, key, claims) for key, claims in parts)
            yield RestingGroup(
                f"rests-{kind.folder}",
                scene.section(kind),
                tuple(sorted(records, key=lambda each: sorting(each.link.phrase.text))),
                tuple(_wholes(scene, whole)),
            )


def _is_whole(scene: Scene, source: str, claims: list[Claim]) -> bool:
    return len(claims) == 1 and not claims[0].path and not _place(scene, source, claims[0])


def _wholes(scene: Scene, whole: list[tuple[Key, Claim]]) -> Iterator[RestingWhole]:
    for form, is_single in (("whole_alone", True), ("whole_beside", False)):
        links = [_link(scene, key) for key, claim in whole if claim.is_single is is_single]
        if links:
            links.sort(key=lambda link: sorting(link.phrase.text))
            yield RestingWhole(scene.words(f"resting.{form}", n=len(links)), tuple(links))


def _link(scene: Scene, key: Key, anchor: str = "") -> Link:
    record = scene.facts.records[key]
    return Link(scene.href(address_of(type(record), key[1]), anchor), scene.name(record, key[1]))


def _record(scene: Scene, source: str, key: Key, claims: list[Claim]) -> RestingRecord:
    lines: dict[tuple[Path, str, bool], list[Claim]] = {}
    for claim in claims:
        vote = claim.path[:-1] if "member_sources" in claim.path else claim.path
        lines.setdefault((vote, _place(scene, source, claim), claim.is_single), []).append(claim)
    return RestingRecord(
        _link(scene, key),
        scene.words("rest_on_it", n=len(claims)) if len(claims) > 1 else "",
        tuple(_line(scene, key, alike, where) for (_, where, _), alike in lines.items()),
    )


def _line(scene: Scene, key: Key, claims: list[Claim], where: str) -> RestingLine:
    """Return the line of one fact, or of the votes of several members that rest on the source in the same way."""
    record = scene.facts.records[key]
    path = claims[0].path
    places = [place_of(scene, record, claim.path) for claim in claims]
    links = [Link(scene.href(address_of(type(record), key[1]), each.anchor), each.name) for each in places]
    is_one_of_many = "member_sources" in path and len(_votes(record)) > 1
    return RestingLine(
        places[0].kind,
        tuple(sorted(links, key=lambda link: sorting(link.phrase.text))),
        place_of(scene, record, path[:2]).name if is_one_of_many else None,
        where,
        claims[0].is_single,
    )


def _votes(record: Record) -> tuple[Vote, ...]:
    return record.votes if isinstance(record, Resolution) else ()


def _place(scene: Scene, source: str, claim: Claim) -> str:
    """Return where in the source a fact is said, in words; every place where there are several."""
    places: Iterable[str] = (scene.at(each) for each in claim.receipt if each.source == source)
    return "; ".join(dict.fromkeys(place for place in places if place))
