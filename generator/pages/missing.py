"""The page of what is missing: each gap with its place and the way to fill it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.derive import Gap, GapKind
from generator.pages.ballots import subject
from generator.pages.parts import Link, Phrase, Scene, address_of
from generator.pages.people import office_anchors
from generator.records.base import Record
from generator.records.factsheet import Factsheet
from generator.records.person import Person
from generator.records.resolution import Resolution
from generator.records.statement import Statement
from generator.words import language_name

_ANCHORS = {"membership": "members", "rules": "rules"}
"""Where a page shows the lists whose entries have no anchor that can be told from the record."""


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One thing that is missing, where it would stand, and the file to write it into."""

    link: Link
    what: Phrase
    edit: str


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
    """Everything that nobody has found yet."""

    count: str
    groups: tuple[MissingGroup, ...]


def missing_page(scene: Scene) -> MissingPage:
    """Return the view of all gaps."""
    found = scene.derived.gaps
    groups = groupby(found, key=lambda gap: gap.kind)
    return MissingPage(
        scene.words("missing_count", n=len(found)), tuple(_group(scene, kind, list(each)) for kind, each in groups)
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
    return MissingLine(link, what, scene.edit(f"{folder}/{name}.yaml"))


def _place(scene: Scene, gap: Gap) -> tuple[str, Phrase]:
    """Return the anchor of the place where it is missing, and in words what is missing there."""
    said = Phrase(scene.words(f"gaps.{gap.kind.value}.what", n=gap.number) if gap.number else "")
    record = scene.facts.records[gap.key]
    match record, gap.path:
        case Resolution(), ("votes", int(index), *_):
            vote = record.votes[index]
            on = subject(scene, record, vote)
            return vote.id, Phrase(f"{on.text}: {said.text}" if said.text else on.text, on.lang)
        case _, (str(field), int(index), *_):
            return _entry(scene, record, field, index) or (_ANCHORS.get(field, "top"), said)
    return "top", said


def _entry(scene: Scene, record: Record, field: str, index: int) -> tuple[str, Phrase] | None:
    """Return the anchor and the name of an entry of a list; None where the page shows the list as one."""
    match record, field:
        case Resolution(), "amendments" | "motions":
            proposal = getattr(record, field)[index]
            voted = next((vote.id for vote in record.votes if proposal.id in vote.on), "top")
            return voted, scene.say(proposal.title)
        case ((Resolution() | Statement()), "wordings"):
            wording = record.wordings[index]
            return f"wording-{wording.id}", Phrase(language_name(wording.lang, scene.words))
        case Person(), "offices":
            return office_anchors(scene, record)[index], scene.say(record.offices[index].title)
        case Factsheet(), "misreadings":
            return record.misreadings[index].id, scene.say(record.misreadings[index].where)
        case Factsheet(), "key_facts" | "open_questions":
            fact = getattr(record, field)[index]
            return fact.id, Phrase(scene.words(f"parts.{field}"))
    return None
