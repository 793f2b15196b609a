"""The voting data of the United Nations Digital Library: one row for each member and resolution, in its layouts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from sys import intern

from factsheets.content.records.resolution import Position
from factsheets.diagnostics.reports import Said
from factsheets.editing.rollcalls.wordings import LETTERS
from factsheets.review.lists import symbols
from factsheets.review.lists.cells import Table
from factsheets.review.lists.flaws import flaws_of
from factsheets.review.lists.model import Entry, Flaw, Head, Keep, Listed, ReadList

Columns = Mapping[str, str]
"""What is read of a row, and how the column is called, folded."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One published layout: its name, the columns that must be there, and what the letters of a vote mean."""

    name: str
    columns: Columns
    letters: Mapping[str, Position]


_LETTERS = {letter.upper(): position for letter, position in LETTERS.items()}
_TOTALS = {
    "yes": "total yes",
    "no": "total no",
    "abstain": "total abstentions",
    "not_voting": "total non voting",
    "members": "total ms",
}
_NEWER = {
    "code": "ms code",
    "name": "ms name",
    "vote": "ms vote",
    "day": "date",
    "symbol": "resolution",
    "draft": "draft",
    "subjects": "subjects",
    **_TOTALS,
}
_ASSEMBLY = {**_NEWER, "title": "title", "agenda": "agenda title"}
_FIRST = {
    "code": "ms codes",
    "name": "ms names",
    "vote": "ms votes",
    "day": "date",
    "symbol": "resolutions",
    "draft": "draft",
    "subjects": "subjects",
    "title": "title",
    "agenda": "agenda titles",
    "modality": "modality",
    "yes": "yes",
    "no": "no",
    "abstain": "abstentions",
    "not_voting": "non voting",
    "members": "total voting",
}
_COUNCIL = {**_NEWER, "title": "description", "agenda": "agenda", "modality": "modality"}

_LIBRARY = "United Nations Digital Library"
LAYOUTS = (
    Layout(f"{_LIBRARY}, Security Council", {**_COUNCIL, "permanent": "permanent member"}, _LETTERS),
    Layout(f"{_LIBRARY}, General Assembly, 2026", {**_ASSEMBLY, "note": "vote note"}, _LETTERS),
    Layout(f"{_LIBRARY}, General Assembly, 2025", _ASSEMBLY, _LETTERS),
    Layout(
        f"{_LIBRARY}, General Assembly, 2024",
        _FIRST,
        {"Y": Position.YES, "N": Position.NO, "A": Position.ABSTAIN, "NV": Position.NOT_VOTING},
    ),
)
"""The published layouts; one that has a column more stands before that which lacks it."""

_HEAD = ("symbol", "draft", "day", "title", "agenda", "subjects", "modality", *_TOTALS)
"""What every row of a resolution repeats."""
_NUMBERS = (Position.YES, Position.NO, Position.ABSTAIN, Position.NOT_VOTING)


@dataclass(slots=True)
class _Begun:
    """An entry whose rows are still being read."""

    head: Head
    said: Mapping[str, str]
    numbers: Mapping[Position, int]
    members: int | None
    listed: list[Listed] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    told: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A table with its layout: where in a row things stand, and what of it all rows of a resolution repeat."""

    table: Table
    layout: Layout
    at: Mapping[str, int]
    repeated: tuple[str, ...]

    def head(self, said: Mapping[str, str]) -> Head:
        """Return what an entry is about."""
        is_vote = "without" not in said.get("modality", "").casefold()
        return Head(
            self.table.lines.name,
            self.table.begun,
            said["symbol"].strip(),
            symbols.within(said["draft"]),
            self.table.day(self.at["day"], said["day"]),
            " ".join(said["title"].split()),
            f"{said['agenda']} {said['subjects']}",
            is_vote,
        )

    def totals(self, said: Mapping[str, str]) -> dict[str, int]:
        """Return the numbers that are known."""
        found = {name: self.table.number(self.at[name], said[name]) for name in _TOTALS}
        return {name: number for name, number in found.items() if number is not None}

    def vote(self, row: Sequence[str]) -> Position | None:
        """Return how a row says that its member voted; None where the cell is empty."""
        written = row[self.at["vote"]]
        position = self.layout.letters.get(written) or self.layout.letters.get(written.strip().upper())
        if position is None and written.strip():
            letters = ", ".join(self.layout.letters)
            raise self.table.wrong("list-vote", self.at["vote"], written, "is no vote", f"write one of {letters}")
        return position


def layout_of(table: Table) -> Layout | None:
    """Return the layout that a table has: whose columns are all there."""
    names = set(table.names)
    return next((each for each in LAYOUTS if set(each.columns.values()) <= names), None)


def read(table: Table, layout: Layout, keep: Keep) -> ReadList:
    """Read the table. The rows of a resolution need not stand together."""
    at = {field: table.names.index(name) for field, name in layout.columns.items()}
    reader = _Reader(table, layout, at, tuple(each for each in _HEAD if each in at))
    cells_of = itemgetter(*(at[each] for each in reader.repeated))
    begun: dict[str, _Begun | None] = {}
    heads: list[tuple[str, bool | None]] = []
    cells, entry = None, None
    for row in table.rows():
        if (found := cells_of(row)) != cells:
            cells, said = found, dict(zip(reader.repeated, found, strict=True))
            head, totals = reader.head(said), reader.totals(said)
            key = symbols.key(head.symbol) or next(iter(head.drafts), "") or "\0".join(found)
            table.lines.bound(len(begun))
            if key not in begun:
                begun[key] = _begin(head, said, totals) if keep(head) else None
                heads.append((symbols.run(head.symbol), head.is_vote))
            if entry := begun[key]:
                _note_other(entry, said, table.begun)
        position = reader.vote(row)
        if entry:
            _add(entry, position, row[at["name"]], row[at["code"]], table.begun)
            table.lines.bound(0, len(entry.listed) + len(entry.flaws))
    without, runs = sum(is_vote is False for _, is_vote in heads), frozenset(each for each, _ in heads)
    kept = tuple(_finished(each) for each in begun.values() if each)
    return ReadList(table.lines.name, layout.name, len(begun), without, runs, kept)


def _begin(head: Head, said: Mapping[str, str], totals: Mapping[str, int]) -> _Begun:
    numbers = {each: totals[each.value] for each in _NUMBERS if each.value in totals}
    return _Begun(head, said, numbers, totals.get("members"))


def _note_other(entry: _Begun, said: Mapping[str, str], line: int) -> None:
    """Note what a later row of a resolution says otherwise than its first."""
    other = [name for name, one in entry.said.items() if one != said[name]]
    told = f"another {' and '.join(other)} than in line {entry.head.line}, which is compared"
    if other and told not in entry.told:
        entry.told.add(told)
        entry.flaws.append(Flaw(line, (told,)))


def _add(entry: _Begun, position: Position | None, name: str, code: str, line: int) -> None:
    if position is None:
        entry.flaws.append(Flaw(line, ("no vote stands beside ", Said(name or code))))
    else:
        entry.listed.append(Listed(intern(name.strip()), intern(code.strip()), position, line))


def _finished(entry: _Begun) -> Entry:
    named = {each.name or each.code for each in entry.listed}
    flaws = (*entry.flaws, *flaws_of(entry.head, entry.numbers, entry.listed, wants_names=False))
    if entry.members is not None and entry.members != len(named):
        words = f"{entry.members} members stated, {len(named)} named"
        flaws = (*flaws, Flaw(entry.head.line, (words,)))
    return Entry(entry.head, entry.numbers, tuple(entry.listed), names_absent=True, flaws=flaws)
