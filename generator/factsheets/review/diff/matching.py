"""Which is which: records that have another name now, and entries of lists that have no name of their own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
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

_MOST_COMPARED = 100
"""For so many records or entries of a list a like one is looked for. Of more, the others are gone, and others new."""


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
    renamed = {
        (key[0], former): key
        for key, record in after.items()
        for former in record.former_ids
        if (key[0], former) in gone
    }
    taken = set(renamed.values())
    for folder in dict.fromkeys(folder for folder, _ in gone):
        was = {id(each): key for key, each in gone.items() if key[0] == folder and key not in renamed}
        now = {id(each): key for key, each in new.items() if key[0] == folder and key not in taken}
        found = Matched([], [gone[key] for key in was.values()], [new[key] for key in now.values()])
        _pair(found, repr)
        _pair_alike(found)
        renamed.update((was[id(one)], now[id(other)]) for one, other in found.pairs)
    return renamed


def matched(before: Sequence[M], after: Sequence[M], label: Callable[[M], str]) -> Matched[M]:
    """Match the entries of two lists: first those that are equal, then those of one name, then those alike."""
    found: Matched[M] = Matched(gone=list(before), new=list(after))
    _pair(found, repr)
    _pair(found, label)
    _pair_alike(found)
    return found


def _pair(found: Matched[M], name: Callable[[M], str]) -> None:
    """Pair each entry with the first that has the same name."""
    left: dict[str, deque[M]] = {}
    for each in found.new:
        left.setdefault(name(each), deque()).append(each)
    _take(found, [(each, others.popleft()) for each in found.gone if (others := left.get(name(each)))])


def _pair_alike(found: Matched[M]) -> None:
    """Pair each entry with the one that has most in common with it, if that is enough."""
    left = [(_values(each), each) for each in found.new]
    pairs: list[tuple[M, M]] = []
    for one in found.gone[:_MOST_COMPARED]:
        mine = _values(one)
        share, at = max(((_share(mine, each), -at) for at, (each, _) in enumerate(left)), default=(0.0, 0))
        if share >= _ALIKE:
            pairs.append((one, left.pop(-at)[1]))
    _take(found, pairs)


def _take(found: Matched[M], pairs: list[tuple[M, M]]) -> None:
    found.pairs.extend(pairs)
    gone, new = ({id(pair[side]) for pair in pairs} for side in (0, 1))
    found.gone[:] = [each for each in found.gone if id(each) not in gone]
    found.new[:] = [each for each in found.new if id(each) not in new]


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
