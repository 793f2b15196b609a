"""A plain table of symbols and dates, with titles and numbers where they are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factsheets.content.records.resolution import CAST, Position
from factsheets.review.lists import symbols
from factsheets.review.lists.cells import Table
from factsheets.review.lists.flaws import add_once, flaws_of
from factsheets.review.lists.model import Entry, Head, Keep, ReadList
from factsheets.review.lists.values import is_none

LAYOUT = "table of symbols and dates"

_NAMES: Mapping[str, tuple[str, ...]] = {
    "symbol": ("symbol",),
    "date": ("date",),
    "title": ("title",),
    "yes": ("yes",),
    "no": ("no",),
    "abstain": ("abstain", "abstentions", "abstained"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, and where in it things stand."""

    table: Table
    columns: Mapping[str, int]
    cells: Sequence[str]

    def text(self, name: str) -> str:
        """Return a cell; nothing where there is no such column, or nothing known."""
        text = self.cells[self.columns[name]].strip() if name in self.columns else ""
        return "" if is_none(text) else text

    def day(self) -> date | None:
        """Return the day."""
        column = self.columns["date"]
        return self.table.day(column, self.cells[column])

    def number(self, position: Position) -> int | None:
        """Return a number of votes; None where there is no such column, or nothing known."""
        column = self.columns.get(position.value)
        return None if column is None else self.table.number(column, self.cells[column])


def is_plain(table: Table) -> bool:
    """Tell whether a table has the columns that are needed."""
    return {"symbol", "date"} <= set(table.names)


def read(table: Table, keep: Keep) -> ReadList:
    """Read the table. A symbol that stands there again is compared once, as it stands there first."""
    columns = {each: at for each, names in _NAMES.items() if (at := table.column(*names)) is not None}
    seen: dict[str, Entry | None] = {}
    every = set()
    for cells in table.rows():
        entry = _entry(_Row(table, columns, cells))
        every.add(symbols.run(entry.head.symbol))
        table.lines.bound(len(seen))
        add_once(seen, entry.head, entry if keep(entry.head) else None)
    return ReadList(table.lines.name, LAYOUT, len(seen), 0, frozenset(every), tuple(filter(None, seen.values())))


def _entry(row: _Row) -> Entry:
    title = " ".join(row.text("title").split())
    head = Head(row.table.lines.name, row.table.begun, row.text("symbol"), (), row.day(), title)
    numbers = {each: number for each in CAST if (number := row.number(each)) is not None}
    return Entry(head, numbers, flaws=flaws_of(head, numbers, (), wants_names=False))
