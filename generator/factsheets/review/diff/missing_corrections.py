"""Corrections owed: published facts that differ, and the record's `corrections` say nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factsheets.content.link import Key
from factsheets.content.records.base import Correction, Gravity
from factsheets.content.records.dates import Bound, Moment, parse_edtf
from factsheets.content.records.source import Source
from factsheets.review.diff.model import Change, Kind, Owed, VoteChange

_KEPT = {
    "coverage", "inferred", "links", "reported", "reported_numbers", "review_due", "reviewed", "searched", "seen",
    "selection", "status", "superseded_by", "tile",
}  # fmt: skip
"""Fields that are kept up to date, or never claimed to be a fact, wherever they stand."""

_KEPT_OF = {Source.folder: {"accessed", "archive", "interests", "kind", "read", "repeats", "URL", "via"}}
"""Such fields of one type of record, by its folder. Within others, and further in, the same word is a fact."""

_UNKNOWN = "und"
"""The code of a language that is not known."""

_RANKS = list(Gravity)


def owed(
    changes: Iterable[Change], votes: Iterable[VoteChange], recorded: dict[Key, tuple[Correction, ...]]
) -> Iterator[Owed]:
    """Yield the records that owe a correction, the gravest first; `recorded` has those that are new on each.

    Files that are no records, such as `site.yaml`, have no corrections and owe none.
    """
    gravities: dict[Key, Gravity] = {}
    found = [(each.key, each.gravity) for each in votes] + [(each.key, gravity_of(each)) for each in changes]
    for key, gravity in found:
        if gravity and key in recorded:
            gravities[key] = min(gravity, gravities.get(key, gravity), key=_RANKS.index)
    for key, least in sorted(gravities.items(), key=lambda each: _RANKS.index(each[1])):
        best = min((each.gravity for each in recorded[key]), key=_RANKS.index, default=None)
        if best is None or _RANKS.index(best) > _RANKS.index(least):
            yield Owed(key, least, best)


def gravity_of(change: Change) -> Gravity | None:
    """Return how grave a mistake it was if what is there now is right; None for what was only added or explained."""
    fields = (*change.path[:1], *change.path[2:])  # what stands second is an entry's name, or within a field
    is_kept = not _KEPT.isdisjoint(fields) or not _KEPT_OF.get(change.key[0], set()).isdisjoint(change.path[:1])
    if change.before in {None, _UNKNOWN} or is_kept:
        return None
    match change.kind:
        case Kind.TEXT:
            return Gravity.FACT if _numbers(change.before) != _numbers(change.after or "") else Gravity.WORDING
        case Kind.DATE:
            return None if _is_known_better(change.before, change.after) else Gravity.FACT
        case Kind.QUOTATION | Kind.NAME | Kind.VALUE | Kind.LIST | Kind.ENTRY:
            return Gravity.FACT
    return None


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _is_known_better(before: str, after: str | None) -> bool:
    """Whether a date says the same more precisely, or an end that was open or unknown is known now."""
    if after is None:
        return False
    was, now = parse_edtf(before), parse_edtf(after)
    ends = ((was.start, now.start), (was.end, now.end))
    return was.is_interval == now.is_interval and all(_is_within(*each) for each in ends)


def _is_within(was: Moment | Bound, now: Moment | Bound) -> bool:
    if isinstance(was, Bound):
        return was is now or was is Bound.UNKNOWN or isinstance(now, Moment)
    return isinstance(now, Moment) and was.earliest <= now.earliest and now.latest <= was.latest
