"""Which is which: records that have another name now, and entries of lists that have no name of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from factsheets.content.link import Key
from factsheets.content.records.base import Model, Record, walk
from factsheets.content.records.ids import RecordId
from factsheets.content.records.text import FIRST_LANGUAGE, Text

M = TypeVar("M", bound=Model)

_ALIKE = 0.6
"""The share of values that two records or entries must have in common to be one under two names."""


@dataclass(frozen=True, slots=True)
class Matched(Generic[M]):
    """The entries of two lists: those that are on both sides, those that are gone, and those that are new."""

    pairs: list[tuple[M, M]] = field(default_factory=list)
    gone: list[M] = field(default_factory=list)
    new: list[M] = field(default_factory=list)


def renames(before: Mapping[Key, Record], after: Mapping[Key, Record]) -> dict[Key, Key]:
    """Return the records that have another name now: as they say themselves, or else the one that is most alike."""
    gone = {key: record for key, record in before.items() if key not in after}
    new = {key: record for key, record in after.items() if key not in before}
    found = {
        (key[0], former): key
        for key, record in after.items()
        for former in record.former_ids
        if (key[0], former) in gone
    }
    for key, record in gone.items():
        if key not in found:
            left = {each: other for each, other in new.items() if each[0] == key[0] and each not in found.values()}
            best = _most_alike(record, left.values())
            found.update((key, each) for each, other in left.items() if other is best)
    return found


def matched(before: Sequence[M], after: Sequence[M], label: Callable[[M], str]) -> Matched[M]:
    """Match the entries of two lists: first those that are equal, then those of one name, then those alike."""
    found: Matched[M] = Matched(gone=list(before), new=list(after))
    _take(found, lambda one, left: next((each for each in left if each == one), None))
    _take(found, lambda one, left: next((each for each in left if label(each) == label(one)), None))
    _take(found, _most_alike)
    return found


def _take(found: Matched[M], choose: Callable[[M, list[M]], M | None]) -> None:
    for one in list(found.gone):
        other = choose(one, found.new)
        if other is not None:
            found.pairs.append((one, other))
            _drop(found.gone, one)
            _drop(found.new, other)


def _drop(entries: list[M], entry: M) -> None:
    del entries[next(index for index, each in enumerate(entries) if each is entry)]


def _most_alike(one: M, others: Iterable[M]) -> M | None:
    """Return the one that has most in common with `one`, if that is enough."""
    mine = _values(one)
    shares = [(_share(mine, _values(each)), each) for each in others]
    share, best = max(shares, key=lambda each: each[0], default=(0.0, None))
    return best if share >= _ALIKE else None


def _values(model: Model) -> set[tuple[str, ...]]:
    """Return every value within a record by its fields, wherever in a list it stands."""
    return {
        (*(step for step in path if isinstance(step, str)), repr(value))
        for path, value in walk(model)
        if value is not None and not isinstance(value, BaseModel | tuple | Mapping)
    }


def _share(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, len(one | other))


def normal(value: Any, first: str, renamed: Mapping[Key, Key]) -> Any:  # noqa: ANN401 - any value of any record
    """Return a value with each text under its language and each record under its present name."""
    match value:
        case Text():
            return type(value)(
                {first if tag == FIRST_LANGUAGE else tag: text for tag, text in value.by_language.items()}
            )
        case RecordId():
            _, name = renamed.get((value.target, str(value)), ("", str(value)))
            return type(value)(name)
        case BaseModel():
            fields = type(value).model_fields
            return value.model_copy(update={each: normal(getattr(value, each), first, renamed) for each in fields})
        case tuple():
            return tuple(normal(each, first, renamed) for each in value)
        case Mapping():
            return {normal(key, first, renamed): normal(item, first, renamed) for key, item in value.items()}
    return value
