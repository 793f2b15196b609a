"""What the web says about the addresses in the content: which are gone, have moved, or have no archived copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from factsheets.content.link import SITE, Facts, Key, dotted, records_of
from factsheets.content.records.base import Model, walk
from factsheets.content.records.source import Source
from factsheets.content.source.tree import Path
from factsheets.pipeline import Checked
from factsheets.review.reach import Outcome, Visit
from factsheets.review.upkeep.naming import Named, named

FIELDS = {"URL", "address", "archive", "repository", "url"}
"""The fields that hold addresses."""


class Matter(StrEnum):
    """What is the matter with an address, the gravest first."""

    LOST = "lost"
    GONE = "gone"
    COPY = "copy"
    MOVED = "moved"
    UNSURE = "unsure"
    UNCOPIED = "uncopied"

    @property
    def is_work(self) -> bool:
        """Whether somebody has to put it right: not where a person must first look, or where a copy would be good."""
        return self not in {Matter.UNSURE, Matter.UNCOPIED}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is the matter with one address, where it stands, where it is now, and how many facts rest on its source."""

    matter: Matter
    fact: Named
    field: str
    address: str
    why: str
    moved: str | None
    resting: int


@dataclass(frozen=True, slots=True)
class Links:
    """How many addresses were asked for, whether anything was heard from anywhere, and what was found.

    The gravest stands first, and of one matter that on which most rests.
    """

    asked: int
    is_online: bool
    findings: tuple[Finding, ...]

    @property
    def is_work(self) -> bool:
        """Whether somebody has to put something right."""
        return not self.is_online or any(each.matter.is_work for each in self.findings)


@dataclass(frozen=True, slots=True)
class _Spot:
    """An address with the record and the path at which it stands."""

    key: Key
    path: Path
    address: str

    @property
    def is_of_source(self) -> bool:
        """Whether it is where a source lies, and not a copy of it or a page about something else."""
        return self.key[0] == Source.folder and self.path == ("URL",)


def addresses(facts: Facts) -> tuple[str, ...]:
    """Return every address that the content names, each once."""
    return tuple(dict.fromkeys(each.address for each in _spots(facts)))


def links(checked: Checked, visits: Mapping[str, Visit]) -> Links:
    """Return what is the matter, given what a visit to each address came to."""
    found = [
        _finding(checked, spot, matter, visits[spot.address])
        for spot in _spots(checked.facts)
        for matter in _matters(spot, checked.facts, visits)
    ]
    matters = list(Matter)
    ordered = sorted(found, key=lambda each: (matters.index(each.matter), -each.resting))
    is_online = not visits or any(each.is_answered for each in visits.values())
    return Links(len(visits), is_online, tuple(ordered))


def _spots(facts: Facts) -> Iterator[_Spot]:
    everything: list[tuple[Key, Model]] = [(SITE, facts.site), *records_of(facts)]
    for key, record in everything:
        for path, value in walk(record):
            if path and path[-1] in FIELDS and isinstance(value, str):
                yield _Spot(key, path, value)


def _matters(spot: _Spot, facts: Facts, visits: Mapping[str, Visit]) -> Iterator[Matter]:
    visit = visits[spot.address]
    copy = facts.one(Source, spot.key[1]).archive if spot.is_of_source else None
    is_gone = visit.outcome is Outcome.GONE
    if is_gone and spot.path == ("archive",):
        yield Matter.COPY
    elif is_gone:
        yield Matter.GONE if copy and visits[copy].outcome is Outcome.ANSWERS else Matter.LOST
    elif visit.outcome is Outcome.UNSURE:
        yield Matter.UNSURE
    elif visit.moved:
        yield Matter.MOVED
    if spot.is_of_source and copy is None and not is_gone:
        yield Matter.UNCOPIED


def _finding(checked: Checked, spot: _Spot, matter: Matter, visit: Visit) -> Finding:
    resting = len(checked.derived.claims.get(spot.key[1], ())) if spot.key[0] == Source.folder else 0
    why, moved = ("", None) if matter is Matter.UNCOPIED else (visit.why, visit.moved)
    return Finding(
        matter, named(checked, spot.key, (), spot.path), dotted(spot.path), spot.address, why, moved, resting
    )
