"""From records to Facts: every record by its id, who refers to whom, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar, cast

from factsheets.content.link.names import advice, what_is_wanted
from factsheets.content.records.base import Model, Record, references
from factsheets.content.records.ids import RecordId, ResolutionId
from factsheets.content.records.site import Site, Waiver
from factsheets.content.source import SourceFile
from factsheets.content.source.tree import Path, place
from factsheets.diagnostics import Diagnostic, Place

Key: TypeAlias = tuple[str, str]
"""A record's folder and id."""

R = TypeVar("R", bound=Record)

SITE: Key = ("", "site")
"""The key of `site.yaml`, which is no record but has texts to check, and may refer to records."""

WAIVERS: Key = ("", "waivers")
"""The key of `waivers.yaml`, which is no record either."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A record or the site that refers to a record, and where in it."""

    key: Key
    path: Path


@dataclass(frozen=True, slots=True)
class Facts:
    """All records that can be relied on, and the way back from each to what refers to it: records and the site."""

    site: Site
    types: tuple[type[Record], ...]
    records: Mapping[Key, Record] = field(repr=False)
    mentions: Mapping[Key, tuple[Mention, ...]] = field(default_factory=dict, repr=False)
    waivers: tuple[Waiver, ...] = ()

    def all(self, kind: type[R]) -> dict[str, R]:
        """Return the records of one type by id, in the order of their ids."""
        return {key[1]: cast("R", record) for key, record in self.records.items() if key[0] == kind.folder}

    def get(self, kind: type[R], name: str) -> R | None:
        """Return one record, or None."""
        return cast("R | None", self.records.get((kind.folder, name)))

    def one(self, kind: type[R], name: str) -> R:
        """Return one record that is known to be there."""
        return cast("R", self.records[kind.folder, name])

    def __getitem__(self, identifier: RecordId) -> Record:
        return self.records[identifier.target, str(identifier)]

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, RecordId) and (identifier.target, str(identifier)) in self.records


@dataclass(frozen=True, slots=True)
class Origins:
    """The files beside the records: where each fact stands."""

    files: Mapping[Key, SourceFile]

    def place(self, key: Key, path: Path, *, on_key: bool = False) -> Place:
        """Return the place of a fact, named by its record and its path."""
        return place(self.files[key], path, on_key=on_key)


def link(
    site: Site,
    types: tuple[type[Record], ...],
    records: Mapping[Key, Record],
    origins: Origins,
    waivers: tuple[Waiver, ...] = (),
) -> tuple[Facts, list[Diagnostic]]:
    """Join the records. `origins` knows every file, also those whose record could not be read.

    A record that refers to one that could not be read is left out with it, silently: its absence is no error of its
    own. A name that no file has is a diagnostic, and the record stays, so that its other errors are found too.
    """
    kept = _reliable(records, origins)
    if any(key not in kept for key in origins.files if key[0] == ResolutionId.folder):
        site = site.model_copy(update={"coverage": ()})  # what it covers cannot be counted
    facts = Facts(site, types, kept, _mentions({**kept, SITE: site}), waivers)
    named_by_site = (each for each in references(site) if (each[1].target, str(each[1])) not in origins.files)
    named = [(SITE, each) for each in named_by_site]
    named += [(key, each) for key, record in kept.items() for each in references(record)]
    return facts, [_dangling(facts, key, path, name, origins) for key, (path, name) in named if _gone(name, kept)]


def _reliable(records: Mapping[Key, Record], origins: Origins) -> dict[Key, Record]:
    kept = dict(sorted(records.items()))
    broken = set(origins.files) - set(kept)
    while broken:
        broken = {
            key
            for key, record in kept.items()
            if any((name.target, str(name)) in origins.files and _gone(name, kept) for _, name in references(record))
        }
        for key in broken:
            del kept[key]
    return kept


def _gone(name: RecordId, kept: Mapping[Key, Record]) -> bool:
    return (name.target, str(name)) not in kept


def _mentions(models: Mapping[Key, Model]) -> dict[Key, tuple[Mention, ...]]:
    back: dict[Key, list[Mention]] = {}
    for key, model in models.items():
        for path, name in references(model):
            back.setdefault((name.target, str(name)), []).append(Mention(key, path))
    return {key: tuple(mentions) for key, mentions in back.items()}


def _dangling(facts: Facts, key: Key, path: Path, name: RecordId, origins: Origins) -> Diagnostic:
    kind = next((each for each in facts.types if each.folder == name.target), None)
    remedy, hint = advice(name, facts.records, kind)
    message = f"{str(name)!r} is not the name of {what_is_wanted(name)}"
    return Diagnostic("unknown-reference", origins.place(key, path), message, hint, remedy=remedy, subject=dotted(path))


def dotted(path: Sequence[str | int]) -> str:
    """Return a path as messages and waivers write it: `votes.0.roll_call`."""
    return ".".join(map(str, path))


def records_of(facts: Facts) -> Iterator[tuple[Key, Record]]:
    """Yield every record with its key, type by type in the order of the list of types."""
    for kind in facts.types:
        for name, record in facts.all(kind).items():
            yield (kind.folder, name), record
