"""From two records to what differs between them. How a file is written makes no difference, only what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from factsheets.content.link import Key
from factsheets.content.records.base import Citations, Fact, Model, Record
from factsheets.content.records.dates import Edtf
from factsheets.content.records.factsheet import Factsheet, Misreading
from factsheets.content.records.ids import MemberId
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Position, Proposal, Resolution, RollCall, Stated, Vote
from factsheets.content.records.site import Site
from factsheets.content.records.text import Name, Text
from factsheets.content.records.wording import Doubt, Wording
from factsheets.review.diff.matching import matched
from factsheets.review.diff.model import Change, Kind
from factsheets.review.diff.sayings import NameOf, conflict, correction, gist, label, said

T = TypeVar("T")

_QUOTED = {(Wording, "text"), (Proposal, "text"), (Misreading, "words"), (Misreading, "meant")}
"""The fields that hold words as somebody said or wrote them."""

_NOTES = {"note", "missing", "why"}
"""The fields that explain a fact and state none."""

_ORDERED = {
    (Factsheet, "key_facts"),
    (Factsheet, "misreadings"),
    (Factsheet, "open_questions"),
    (Factsheet, "people"),
    (Factsheet, "resolutions"),
    (Factsheet, "statements"),
    (Person, "offices"),
    (Resolution, "votes"),
    (Site, "about"),
    (Site, "languages"),
}
"""The lists whose order readers see. All others are sets."""

_APART = {"sources", "conflicts", "corrections", "former_ids", "member_sources"}
"""The fields that are compared in a way of their own."""

_COUNTED = {(kind, position.value) for kind in (Stated, RollCall) for position in Position} | {(RollCall, "rest")}
"""The fields that the comparison of counts has all to say about."""


@dataclass(frozen=True, slots=True)
class _At:
    """Where in a record the comparison stands, and on which sources it rests there, before and after.

    `counted` are the votes that are compared by their counts.
    """

    key: Key
    name_of: NameOf
    counted: frozenset[str]
    path: tuple[str, ...] = ()
    was: Citations = ()
    now: Citations = ()

    def into(self, *steps: str) -> _At:
        return replace(self, path=(*self.path, *steps))

    def resting(self, before: object, after: object) -> _At:
        was = before.sources if isinstance(before, Fact) else ()
        now = after.sources if isinstance(after, Fact) else ()
        return replace(self, was=was or self.was, now=now or self.now)

    def change(self, kind: Kind, before: str | None, after: str | None, language: str = "") -> Change:
        citations = self.was if after is None else self.now
        sources = tuple(dict.fromkeys(str(each.source) for each in citations))
        return Change(self.key, self.path, kind, before, after, language, sources)

    @property
    def is_counted(self) -> bool:
        return self.path[:1] == ("votes",) and len(self.path) > 1 and self.path[1] in self.counted


def changes(
    key: Key, before: Model, after: Model, name_of: NameOf, counted: frozenset[str] = frozenset()
) -> Iterator[Change]:
    """Yield what differs between two states of a record, of which `matching.normal` has made one form."""
    yield from _model(_At(key, name_of, counted), before, after)
    if isinstance(before, Record) and isinstance(after, Record):
        at = _At(key, name_of, counted).into("corrections")
        for gone in only_in(before.corrections, after.corrections):
            yield at.change(Kind.CORRECTION, correction(gone), None)
        for new in only_in(after.corrections, before.corrections):
            yield at.change(Kind.CORRECTION, None, correction(new))


def _model(at: _At, before: Model, after: Model) -> Iterator[Change]:
    here = at.resting(before, after)
    if before == after:
        return
    if isinstance(before, Fact) and isinstance(after, Fact):
        if before.sources or after.sources:
            yield from _sources(here)
        yield from _conflicts(here, before, after)
    kind = type(before)
    for name, field in kind.model_fields.items():
        if _is_shown(kind, name) and name not in _APART and not (here.is_counted and (kind, name) in _COUNTED):
            was, now = getattr(before, name), getattr(after, name)
            if here.is_counted and (kind, name) == (Vote, "roll_call"):
                was, now = was or RollCall(), now or RollCall()
            yield from _value(here.into(field.alias or name), kind, name, was, now)
    if isinstance(before, Vote) and isinstance(after, Vote):
        yield from _single_sources(here, before, after)


def only_in(these: Iterable[T], those: Iterable[T]) -> tuple[T, ...]:
    """Return what is among these and not among those."""
    there = set(those)
    return tuple(each for each in these if each not in there)


def _is_shown(kind: type[Model], name: str) -> bool:
    """Tell what readers see: when a fact should be read again is shown of fact sheets only."""
    return name != "review_due" or kind is Factsheet


def _value(at: _At, model: type[Model], name: str, before: Any, after: Any) -> Iterator[Change]:  # noqa: ANN401
    match before, after:
        case (Text(), _) | (_, Text()):
            yield from _texts(at, _kind(model, name, before or after), before, after)
        case tuple(), tuple():
            is_ordered = (model, name) in _ORDERED
            compare = _entries if any(isinstance(each, Model) for each in (*before, *after)) else _plain
            yield from compare(at, before, after, is_ordered=is_ordered)
        case Mapping(), Mapping():
            for each in dict.fromkeys((*before, *after)):
                there = at.into(said(each, at.name_of))
                yield from _value(there, model, name, before.get(each), after.get(each))
        case Model(), Model():
            yield from _model(at, before, after)
        case _ if before != after:
            kind = _kind(model, name, after if before is None else before)
            was, now = (None if each is None else said(each, at.name_of) for each in (before, after))
            yield at.resting(before, after).change(kind, was, now)


def _kind(model: type[Model], name: str, value: object) -> Kind:
    if (model, name) in _QUOTED:
        return Kind.QUOTATION
    if model is Doubt:
        return Kind.DOUBT
    if name in _NOTES:
        return Kind.NOTE
    if name == "id":
        return Kind.ADDRESS
    kinds = {Name: Kind.NAME, Text: Kind.TEXT, Edtf: Kind.DATE}
    return kinds.get(type(value), Kind.ENTRY if isinstance(value, Model) else Kind.VALUE)


def _texts(at: _At, kind: Kind, before: Text | None, after: Text | None) -> Iterator[Change]:
    was, now = (each.by_language if each else {} for each in (before, after))
    for language in dict.fromkeys((*was, *now)):
        if was.get(language) != now.get(language):
            yield at.change(kind, was.get(language), now.get(language), language)


def _plain(at: _At, before: tuple[Any, ...], after: tuple[Any, ...], *, is_ordered: bool) -> Iterator[Change]:
    gone, new = only_in(before, after), only_in(after, before)
    if gone or new:
        yield at.change(Kind.LIST, said(gone, at.name_of) or None, said(new, at.name_of) or None)
    kept = [[said(each, at.name_of) for each in only_in(*side)] for side in ((before, gone), (after, new))]
    if is_ordered and kept[0] != kept[1]:
        yield at.change(Kind.ORDER, ", ".join(kept[0]), ", ".join(kept[1]))


def _entries(at: _At, before: tuple[Model, ...], after: tuple[Model, ...], *, is_ordered: bool) -> Iterator[Change]:
    found = matched(before, after, label)
    for one, other in found.pairs:
        yield from _model(at.into(label(other)), one, other)
    for gone in found.gone:
        here = at.into(label(gone)).resting(gone, None)
        yield here.change(_kind_of_entry(gone), gist(gone, at.name_of), None)
    for new in found.new:
        here = at.into(label(new)).resting(None, new)
        yield here.change(_kind_of_entry(new), None, gist(new, at.name_of))
    then = {id(one): label(other) for one, other in found.pairs}
    others = {id(other) for _, other in found.pairs}
    was = [then[id(each)] for each in before if id(each) in then]
    now = [label(each) for each in after if id(each) in others]
    if is_ordered and was != now:
        yield at.change(Kind.ORDER, ", ".join(was), ", ".join(now))


def _kind_of_entry(entry: Model) -> Kind:
    match entry:
        case Wording():
            return Kind.QUOTATION
        case Doubt():
            return Kind.DOUBT
    return Kind.ENTRY


def _sources(at: _At) -> Iterator[Change]:
    """Compare the receipts of one fact: what is gone, what is new, and whether few are left."""
    gone, new = only_in(at.was, at.now), only_in(at.now, at.was)
    if gone or new:
        yield at.change(Kind.SOURCES, said(gone, at.name_of) or None, said(new, at.name_of) or None)
    was, now = ({each.source for each in side} for side in (at.was, at.now))
    if len(now) < min(2, len(was)):
        yield at.change(Kind.SUPPORT, ", ".join(sorted(was)), ", ".join(sorted(now)) or None)


def _single_sources(at: _At, before: Vote, after: Vote) -> Iterator[Change]:
    """Compare the receipts of single positions; members whose differ alike are one change."""
    alike: dict[tuple[Citations, Citations], list[MemberId]] = {}
    for member in dict.fromkeys((*before.member_sources, *after.member_sources)):
        receipts = tuple(_receipt(*each, member) for each in ((before, at.was), (after, at.now)))
        alike.setdefault((receipts[0], receipts[1]), []).append(member)
    for (was, now), members in alike.items():
        yield from _sources(replace(at.into("member_sources", said(tuple(members), at.name_of)), was=was, now=now))


def _receipt(vote: Vote, around: Citations, member: MemberId) -> Citations:
    of_roll_call = vote.roll_call.sources if vote.roll_call else ()
    return vote.member_sources.get(member) or of_roll_call or around


def _conflicts(at: _At, before: Fact, after: Fact) -> Iterator[Change]:
    was, now = (
        {", ".join(each.fields): conflict(each, at.name_of) for each in side.conflicts} for side in (before, after)
    )
    for fields in dict.fromkeys((*was, *now)):
        if was.get(fields) != now.get(fields):
            yield at.into("conflicts", fields).change(Kind.CONFLICT, was.get(fields), now.get(fields))
