"""What a comparison with a list found, as a report in three forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import PurePath

from factsheets.diagnostics import reports
from factsheets.diagnostics.report import visible_json
from factsheets.diagnostics.reports import Item, Line, Said, Section
from factsheets.review.coverage.model import (
    Against,
    Compared,
    Difference,
    Extra,
    Kind,
    ListEntry,
    Missing,
    Open,
    PositionDifference,
    Remark,
    Report,
)

_FEW = 12
"""Members whose lines in the list are named one by one."""
_MISSING = "Missing here: in the list, and neither recorded nor left out"
_EXTRA = "Extra: recorded here, and not in the list"
_VALUES = "Symbols, days, titles and numbers that differ"
_RECORD = "What the record of the comparison says otherwise"
_OPEN = "What the list itself leaves open"
_POSITIONS = {
    Kind.DIFFERS: "Positions that differ",
    Kind.UNKNOWN_HERE: "Positions listed there and unknown here",
    Kind.NOT_THERE: "Positions listed here and not there",
}


def as_text(found: Report) -> str:
    """Return the report for a terminal."""
    return reports.as_text(_head(found), _sections(found))


def as_markdown(found: Report) -> str:
    """Return the report as Markdown for an issue."""
    return reports.as_markdown(_head(found), _sections(found))


def as_json(found: Report) -> str:
    """Return one object, whose names stay as they are while `format` is 1.

    `lists` says what the content was compared with: `file`, `layout` (what kind of list it is), `total` (how many
    entries it has), `without_vote` (how many of them were adopted without a vote). `is_different` says whether anything
    differs. `scopes` is a list. Each has `scope`, its name;
    `fact`, the record of coverage (`record`, `name`, `path`, `what`, `file`, `line`; null where it was asked for);
    `subject`; how many `entries` of the list are within it, how many are `recorded` here and `left_out`; and lists:

    - `missing`: `entry` (`symbol`, `day`, `title`, `numbers` for, against and abstaining, `list` and `line`);
      `recorded`, the records elsewhere in the content; `perhaps`, other records with its day and numbers;
    - `extra`: `fact`, and `perhaps`, the symbols of missing entries with its day and numbers;
    - `differences`: `fact`, `field`, what is `here` and what is `there`, `list` and `line`;
    - `positions`: `fact`, `kind` (`differs`, `unknown_here` or `not_there`), `here`, `there` (null where nothing is
      known; `no vote` where a list does not tell not voting from not entitled), `members`, `list`, and `lines`, one for
      each;
    - `remarks` on the record of coverage: `fact`, `about`, `words`;
    - `open`, what the list itself leaves open: `symbol`, `list`, `line`, `words`.
    """
    scopes = [_tree(each) for each in found.scopes]
    tree = {**asdict(found), "is_different": found.is_different, "scopes": scopes}
    return visible_json({"format": 1, **tree})


def _tree(each: Compared) -> dict[str, object]:
    words = [{**asdict(one), "words": reports.line_of(one.words, _bare)} for one in each.open]
    return {**asdict(each), "open": words}


def _bare(part: str | Said) -> str:
    return part if isinstance(part, str) else part.text


def _head(found: Report) -> tuple[Line, ...]:
    return (*map(_against, found.lists), *(tuple(_sum(each)) for each in found.scopes))


def _against(each: Against) -> Line:
    without = f", {each.without_vote} of them adopted without a vote" if each.without_vote else ""
    number = f"{each.total} entr{'y' if each.total == 1 else 'ies'}{without}"
    return ("compared with ", Said(each.file), f": {each.layout}, {number}")


def _sum(each: Compared) -> Iterator[str | Said]:
    """Yield what one scope comes to."""
    yield f"{each.scope}"
    if each.subject:
        yield from (" (", Said(each.subject), ")")
    left_out = f", {each.left_out} left out" if each.left_out else ""
    yield f": {each.entries} in the list, {each.recorded} of them recorded here{left_out}; "
    numbers = {
        "missing": len(each.missing),
        "extra": len(each.extra),
        "values that differ": len(each.differences),
        "positions that differ": sum(len(one.members) for one in each.positions),
        "remarks on the record": len(each.remarks),
    }
    yield ", ".join(f"{word}: {number}" for word, number in numbers.items() if number) or "nothing differs"


def _sections(found: Report) -> tuple[Section, ...]:
    several = len(found.scopes) > 1
    sections = [
        Section(f"{each.scope}: {title}" if several else title, items, is_grave=True)
        for each in found.scopes
        for title, items in _of(each)
        if items
    ]
    left_open = dict.fromkeys(one for each in found.scopes for one in each.open)
    return (*sections, *([Section(_OPEN, tuple(map(_open, left_open)))] if left_open else []))


def _of(each: Compared) -> Iterator[tuple[str, tuple[Item, ...]]]:
    yield _MISSING, tuple(map(_missing, each.missing))
    yield _EXTRA, tuple(map(_extra, each.extra))
    yield _VALUES, tuple(map(_difference, each.differences))
    for kind, title in _POSITIONS.items():
        yield title, tuple(_position(one) for one in each.positions if one.kind is kind)
    yield _RECORD, tuple(map(_remark, each.remarks))


def _missing(each: Missing) -> Item:
    return Item(Said(each.entry.symbol), (*_entry(each.entry), *_recorded(each.recorded), *_perhaps(each.perhaps)))


def _entry(each: ListEntry) -> Iterator[str | Said]:
    yield from (Said(each.title), ", ") if each.title else ()
    yield f"{each.day or 'no day'}, "
    yield f"{'–'.join(map(str, each.numbers))}, " if each.numbers else ""
    yield _at(each.list, each.line)


def _recorded(names: tuple[str, ...]) -> tuple[str | Said, ...]:
    return ("; recorded as ", Said(" and ".join(names)), ", outside of this scope") if names else ()


def _perhaps(likely: tuple[str, ...]) -> tuple[str | Said, ...]:
    return ("; perhaps the same as ", Said(" or ".join(likely))) if likely else ()


def _extra(each: Extra) -> Item:
    return Item(Said(each.fact.name), (Said(each.fact.place), *_perhaps(each.perhaps)))


def _difference(each: Difference) -> Item:
    line = (
        f"{each.field}: here ",
        Said(each.here),
        ", there ",
        Said(each.there),
        ", ",
        _at(each.list, each.line),
        "; ",
    )
    return Item(Said(each.fact.name), (*line, Said(each.fact.place)))


def _position(each: PositionDifference) -> Item:
    """Return members whose positions differ alike: each with its line where they are few and lines differ."""
    first = each.lines[0]
    is_each = len(set(each.lines)) > 1 and len(each.lines) <= _FEW
    pairs = zip(each.members, each.lines, strict=True)
    members = ", ".join(f"{member} (line {line})" if is_each else member for member, line in pairs)
    sides = {"here": each.here, "there": each.there}
    how = ", ".join(f"{word} {position}" for word, position in sides.items() if position)
    return Item(
        Said(each.fact.name), (f"{how}: ", Said(members), ", ", _at(each.list, first), "; ", Said(each.fact.place))
    )


def _at(name: str, line: int) -> Said:
    """Return where in a list something stands: the file's own name and the line."""
    return Said(f"{PurePath(name).name}:{line}")


def _remark(each: Remark) -> Item:
    return Item(Said(each.about), (each.words, "; ", Said(each.fact.place)))


def _open(each: Open) -> Item:
    return Item(Said(each.symbol), (*each.words, ", ", _at(each.list, each.line)))


FORMS: dict[str, Callable[[Report], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
"""Each form by its name on the command line."""
