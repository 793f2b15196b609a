"""Two sides in, all that differs between them for the reader out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.link import SITE, WAIVERS, Facts, Key, records_of
from factsheets.content.records.base import Correction, Model, Record
from factsheets.content.records.ids import RecordId
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Source
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.model import only_in as messages_only_in
from factsheets.review.diff.changes import changes, only_in
from factsheets.review.diff.matching import normal, renames
from factsheets.review.diff.missing_corrections import owed
from factsheets.review.diff.model import Change, Diff, End, Kind
from factsheets.review.diff.sayings import said
from factsheets.review.diff.sides import Side, page_changes, votes_of
from factsheets.review.diff.votes import vote_changes


@dataclass(frozen=True, slots=True)
class _Both:
    """Both sides, the records that one of them cannot read, and those that have another name now."""

    before: Side
    after: Side
    unread: set[Key]
    renamed: Mapping[Key, Key]

    @property
    def facts(self) -> tuple[Facts, Facts]:
        return self.before.checked.facts, self.after.checked.facts

    def name(self, key: Key) -> str:
        """Return what a record is called now, or was; of a file that is none, its name."""
        name = self.after.name_of(key) or self.before.name_of(key)
        if name is None:
            return "/".join(filter(None, key)) + ".yaml"
        return f"{key[1]} ({name})" if key[0] == Source.folder else name

    def name_of(self, identifier: RecordId) -> str:
        """Return what a record is called where another refers to it; a name that nobody has as it stands there."""
        key = (identifier.target, str(identifier))
        return self.after.name_of(key) or self.before.name_of(key) or str(identifier)

    def normal(self, before: Model, after: Model) -> tuple[Model, Model]:
        """Return two states in one form, records under their present names, even where the old ones stand."""
        was, now = (facts.site.first for facts in self.facts)
        return normal(before, was, self.renamed), normal(after, now, self.renamed)


def compare(before: Side, after: Side) -> Diff:
    """Return all that differs. A record that one side cannot read is compared with nothing.

    Where the later side has errors no correction is owed yet: what differs may be a slip that is mended next.
    """
    unread = {*before.unread, *after.unread}
    both = _Both(before, after, unread, renames(_read(before, unread), _read(after, unread)))
    found = (*_site(both), *_waivers(both), *_records(both))
    votes = tuple(vote_changes(votes_of(before), votes_of(after), both.renamed, both.name_of))
    keys = {each.key for each in found} | {each.key for each in votes} | unread
    claims = after.checked.derived.claims
    new, mended = _messages(before, after)
    return Diff(
        _end(before),
        _end(after),
        {key: both.name(key) for key in sorted(keys)},
        changes=found,
        votes=votes,
        owed=() if after.errors else tuple(owed(found, votes, _recorded(both))),
        pages=page_changes(before, after),
        found=new,
        mended=mended,
        resting={name: len(claims.get(name, ())) for folder, name in keys if folder == Source.folder},
    )


def _read(side: Side, unread: set[Key]) -> dict[Key, Record]:
    return {key: record for key, record in side.checked.facts.records.items() if key not in unread}


def _end(side: Side) -> End:
    return End(side.name, side.errors, side.unread)


def _site(both: _Both) -> Iterator[Change]:
    """Compare `site.yaml`, unless a side has errors in it and another stands in for it."""
    is_wrong = any(
        each.is_error and each.place.file.endswith("/site.yaml")
        for side in (both.before, both.after)
        for each in side.checked.diagnostics
    )
    if not is_wrong:
        was, now = both.facts
        yield from changes(SITE, *both.normal(was.site, now.site), both.name_of)


def _waivers(both: _Both) -> Iterator[Change]:
    was, now = (facts.waivers for facts in both.facts)
    for gone in only_in(was, now):
        yield Change(WAIVERS, (), Kind.ENTRY, said(gone, both.name_of), None)
    for new in only_in(now, was):
        yield Change(WAIVERS, (), Kind.ENTRY, None, said(new, both.name_of))


def _records(both: _Both) -> Iterator[Change]:
    was, now = both.facts
    earlier = {both.renamed.get(key, key): key for key, _ in records_of(was)}
    for key, record in records_of(now):
        if key in earlier:
            yield from _record(both, earlier[key], key)
        elif key not in both.unread:
            yield Change(key, (), Kind.RECORD, None, both.name(key), sources=_sources(record))
    for key, old in earlier.items():
        if key not in now.records and key not in both.unread:
            sources, named_by = _sources(was.records[old]), _named_by(now, old)
            yield Change(old, (), Kind.RECORD, both.name(old), None, sources=sources, named_by=named_by)


def _sources(record: Record) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(each.source) for each in record.sources))


def _named_by(facts: Facts, key: Key) -> tuple[str, ...]:
    """Return the files, without .yaml, that name a record."""
    return tuple(dict.fromkeys("/".join(filter(None, each.key)) for each in facts.mentions.get(key, ())))


def _record(both: _Both, old: Key, key: Key) -> Iterator[Change]:
    """Compare one record with itself, under whichever name, and see whether its old addresses still lead to it."""
    was, now = (facts.records[each] for facts, each in zip(both.facts, (old, key), strict=True))
    for address in (old[1], *was.former_ids):
        if address not in {key[1], *now.former_ids}:
            yield Change(key, (), Kind.ADDRESS, address, None)
    if old != key:
        yield Change(key, (), Kind.RENAMED, old[1], key[1], named_by=_named_by(both.after.checked.facts, old))
    for each in changes(key, *both.normal(was, now), both.name_of, _counted(both, old, key)):
        if not _may_be_unread(both, each):
            yield each


def _may_be_unread(both: _Both, change: Change) -> bool:
    """Tell whether what seems to be taken out may be there, in a file of which errors left something unread."""
    file = f"/{'/'.join(change.key)}.yaml"
    return (
        change.after is None
        and change.kind not in {Kind.SOURCES, Kind.SUPPORT}
        and any(each.is_error and each.place.file.endswith(file) for each in both.after.checked.diagnostics)
    )


def _counted(both: _Both, old: Key, key: Key) -> frozenset[str]:
    """Return the votes that both sides have counted."""
    was, now = both.before.checked.derived.counts, both.after.checked.derived.counts
    record = both.after.checked.facts.records[key]
    votes = record.votes if isinstance(record, Resolution) else ()
    return frozenset(each.id for each in votes if (old[1], each.id) in was and (key[1], each.id) in now)


def _recorded(both: _Both) -> dict[Key, tuple[Correction, ...]]:
    """Return the corrections that are new on each record."""
    was, now = both.facts
    earlier = {both.renamed.get(key, key): record for key, record in was.records.items()}
    return {
        key: only_in(record.corrections, earlier[key].corrections if key in earlier else ())
        for key, record in now.records.items()
    }


def _messages(before: Side, after: Side) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the diagnostics that are new, and those that are gone, wherever in its file one stands."""
    was, now = before.checked.diagnostics, after.checked.diagnostics
    return tuple(messages_only_in(now, was)), tuple(messages_only_in(was, now))
