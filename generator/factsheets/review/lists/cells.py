"""Tables in text: which sign stands between the cells, what the columns are called, where a cell is, what it says."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from factsheets.editing.rollcalls.spelling import fold
from factsheets.review.lists.model import ListError
from factsheets.review.lists.opening import Lines
from factsheets.review.lists.values import day_of, is_none, number_of

_MARKS = ",;\t"


@dataclass(frozen=True, slots=True)
class Table:
    """A table below its head. `heads` are the names of its columns, `names` the same folded; `line` is the head's."""

    heads: tuple[str, ...]
    names: tuple[str, ...]
    mark: str
    line: int
    lines: Lines = field(repr=False)

    def column(self, *names: str) -> int | None:
        """Return the column that has one of these names, the first of them where there are several."""
        return next((self.names.index(name) for name in names if name in self.names), None)

    def rows(self) -> Iterator[list[str]]:
        """Yield the rows that are not empty; one with another number of cells than the head has is refused."""
        reader = csv.reader(self.lines, delimiter=self.mark, strict=True)
        width, row = len(self.names), self.lines.row
        row.clear()
        try:
            for cells in reader:
                if len(cells) == width:
                    yield cells
                elif cells and any(each.strip() for each in cells):
                    raise self._cut(len(cells))
                row.clear()
        except csv.Error as error:
            raise self._unpaired(error) from error

    @property
    def begun(self) -> int:
        """The line in which the row begins that was read last."""
        return self.lines.number - len(self.lines.row) + 1

    def day(self, column: int, written: str) -> date | None:
        """Return the day that a cell of the row read last says, None where nothing is known."""
        day = day_of(written)
        if day is None and not is_none(written):
            raise self.wrong("list-date", column, written, "is no day", "write year, month and day: 2022-03-02")
        return day

    def number(self, column: int, written: str) -> int | None:
        """Return the number that a cell of the row read last says, None where nothing is known."""
        number = number_of(written)
        if number is None and not is_none(written):
            hint = "write a number such as 120 or 120.0"
            raise self.wrong("list-number", column, written, "is no number of votes", hint)
        return number

    def wrong(self, code: str, column: int, written: str, what: str, hint: str) -> ListError:
        """Return the refusal of a cell of the row that was read last: what it is, or is not."""
        message = f"{written.strip()[:60]!r} in the column {self.heads[column]} {what}"
        text = "".join(self.lines.row)
        start, end = _span(text, self.mark, column)
        above = text.count("\n", 0, start)
        column_from = start - (text.rfind("\n", 0, start) + 1)
        return self.lines.refusal(code, message, hint, line=self.begun + above, at=(column_from, end - start))

    def _cut(self, width: int) -> ListError:
        text = "".join(self.lines.row).rstrip("\r\n")
        message = f"this row has {width} cells, and the head has {len(self.names)}"
        hint = "fetch the file again, if it was cut off; a cell with a comma in it stands in quotation marks"
        last = text.rpartition("\n")[2]
        return self.lines.refusal("list-row", message, hint, at=(len(last), 1))

    def _unpaired(self, error: csv.Error) -> ListError:
        message = f"the quotation marks of this row do not come in pairs, or something stands behind one: {error}"
        hint = "fetch the file again, if it was cut off; a quotation mark within a cell is written twice"
        line = self.begun
        return self.lines.refusal("list-row", message, hint, line=line)


def table(lines: Lines) -> Table:
    """Return the table whose head is the first line that is not empty; the sign that gives most columns divides it."""
    text = next((each for each in lines if each.strip()), "")
    found = [(len(cells), -at, mark, cells) for at, mark in enumerate(_MARKS) if (cells := _cells(text, mark))]
    if not found:
        hint = "give a table with one head, whose names stand between commas, semicolons or tabs"
        raise lines.refusal("list-form", "the quotation marks of the head do not come in pairs", hint)
    _, _, mark, cells = max(found)
    heads = tuple(each.strip() for each in cells)
    return Table(heads, tuple(fold(each.replace("_", " ")) for each in heads), mark, lines.number, lines)


def _cells(line: str, mark: str) -> Sequence[str]:
    try:
        return next(csv.reader([line], delimiter=mark, strict=True), ())
    except csv.Error:
        return ()


def _span(text: str, mark: str, column: int) -> tuple[int, int]:
    """Return where a cell begins and ends in the text of its row."""
    start, at, is_quoted = 0, 0, False
    for index, letter in enumerate(text):
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in {mark, "\n", "\r"} and not is_quoted:
            if at == column:
                return start, index
            at, start = at + 1, index + 1
    return start, len(text)
