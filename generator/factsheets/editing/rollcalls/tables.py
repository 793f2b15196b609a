"""Roll calls as tables: a column that names members, a column that says how each voted, whatever stands beside them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls.headings import blocks
from factsheets.editing.rollcalls.model import Mention, Passed, Reading, Refused, Stated, Unrecognised, Why
from factsheets.editing.rollcalls.spelling import bare, fold
from factsheets.editing.rollcalls.voters import Voters
from factsheets.editing.rollcalls.wordings import NO_NUMBERS, vote_of

Row = tuple[int, Sequence[str]]
"""The number of a row in its file, and its cells."""

Named = Callable[[str], tuple[MemberId, ...]]

MOST_CELLS = 250_000
"""A table of more cells is not the roll call of one vote."""

MOST_ROWS = 10_000
"""Nor is one of more rows: the largest parliament has 3,000 members."""

_DELIMITERS = ",;\t|"
_VOTE_HEADS = frozenset({
    "vote", "votes", "ms vote", "ms votes", "position", "vote cast", "ballot", "voted", "how voted",
    "stimme", "votum", "abstimmung", "abstimmungsverhalten", "stimmabgabe", "stimmverhalten",
})  # fmt: skip
_TOTALS = {
    "total yes": Position.YES,
    "total no": Position.NO,
    "total abstentions": Position.ABSTAIN,
    "total non voting": Position.NOT_VOTING,
}
"""The columns in which the Digital Library repeats the result on each row."""
_HEAD_WITHIN = 20
"""A table's head is one of so many first rows."""
_NUMBER = re.compile(r"\d{1,2}(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in a table things stand: its head's row, if it has one, its members and its votes."""

    head: int | None
    members: tuple[int, ...]
    vote: int
    first: int
    """The number of its first row, which may be a head in words of its own."""


def read_delimited(text: str, voters: Voters) -> Reading | Refused | None:
    """Return what a table of commas, semicolons, tabs or bars says; None where the text is no table of votes.

    A text with headings such as `Yes: DK, NO, SE` is one only where a row calls a column votes.
    """
    needs_head = bool(blocks(text, voters))
    every = (_rows(text, mark) for mark in _DELIMITERS)
    found = [each for rows in every if (each := read_rows(rows, voters, needs_head=needs_head))]
    tables = [each for each in found if isinstance(each, Reading)]
    return max(tables, key=lambda each: len(each.mentions)) if tables else next(iter(found), None)


def _rows(text: str, mark: str) -> list[Row]:
    """Return all rows of a text, or none where its quotation marks do not come in pairs."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error:
        return []
    return rows


def read_rows(rows: list[Row], voters: Voters, *, needs_head: bool = False) -> Reading | Refused | None:
    """Return what the rows of a table say; None where no column names members or none says how they voted."""
    named = cache(voters.named)
    if len(rows) > MOST_ROWS or sum(len(cells) for _, cells in rows) > MOST_CELLS:
        return Refused("the table is too large for the roll call of one vote", "keep the rows of one vote")
    if needs_head and _head(rows)[0] is None:
        return None
    columns = _columns(rows, named)
    if not isinstance(columns, Columns):
        return columns
    body = rows[0 if columns.head is None else columns.head + 1 :]
    found = [each for row in body if (each := _read(row, columns, named, voters))]
    mentions = tuple(each for each in found if isinstance(each, Mention))
    if refused := _several_votes(mentions):
        return refused
    return Reading(
        mentions,
        tuple(each for each in found if isinstance(each, Unrecognised)),
        _totals(rows, columns),
        (),
        (*_above(rows, columns), *(each for each in found if isinstance(each, Passed))),
    )


def _columns(rows: list[Row], named: Named) -> Columns | Refused | None:
    head, votes = _head(rows)
    body = [cells for _, cells in rows[0 if head is None else head + 1 :]]
    width = max(map(len, body), default=0)
    values = [[row[column] for row in body if column < len(row) and row[column].strip()] for column in range(width)]
    votes = [column for column in votes or range(width) if column < width]
    votes = [column for column in votes if _says_votes(values[column])] or (votes if head is not None else [])
    scores = {column: _distinct(values[column], named) for column in range(width) if column not in votes}
    best = max(scores.values(), default=0)
    members = sorted(
        (column for column in scores if best and 2 * scores[column] >= best), key=lambda each: -scores[each]
    )
    if not votes or not members:
        return None
    if refused := _no_one_vote(rows, head, votes, values):
        return refused
    if not _side_by_side(body, members[0], votes[0], named):
        return None
    return Columns(head, tuple(members), votes[0], rows[head or 0][0])


def _head(rows: list[Row]) -> tuple[int | None, list[int]]:
    """Return the row of a table's head and the columns that it calls votes."""
    for index, (_, cells) in enumerate(rows[:_HEAD_WITHIN]):
        if votes := [column for column, cell in enumerate(cells) if fold(cell.replace("_", " ")) in _VOTE_HEADS]:
            return index, votes
    return None, []


def _says_votes(values: list[str]) -> bool:
    """Tell whether a column says how members voted: it may have a head, and a word that is none."""
    return 0 < len(values) <= 2 * sum(1 for value in values if vote_of(value))


def _side_by_side(body: list[Sequence[str]], member: int, vote: int, named: Named) -> bool:
    """Tell whether at least every second row that names a member says beside it how that one voted."""
    rows = [row for row in body if member < len(row) and named(row[member])]
    return 2 * sum(1 for row in rows if vote < len(row) and vote_of(row[vote])) >= len(rows)


def _distinct(values: list[str], named: Named) -> int:
    return len({found[0] for value in values if len(found := named(value)) == 1})


def _no_one_vote(rows: list[Row], head: int | None, votes: list[int], values: list[list[str]]) -> Refused | None:
    line = rows[head or 0][0]
    if len(votes) > 1:
        which = " and ".join(str(column + 1) for column in votes)
        return Refused(f"columns {which} all say how members voted", "keep the column of one vote", line)
    if values[votes[0]] and all(_NUMBER.fullmatch(value.strip()) for value in values[votes[0]]):
        return Refused(f"column {votes[0] + 1} has numbers for votes", NO_NUMBERS, line)
    return None


def _read(row: Row, columns: Columns, named: Named, voters: Voters) -> Mention | Unrecognised | Passed | None:
    """Return what a row says. Columns that name members must not name different ones."""
    line, cells = row
    names = [cells[column] for column in columns.members if column < len(cells) and cells[column].strip()]
    vote = cells[columns.vote] if columns.vote < len(cells) else ""
    position = vote_of(vote)
    meant = [set(found) for name in names if (found := named(name))]
    both = set.intersection(*meant) if meant else set()
    whole = " · ".join(cell.strip() for cell in cells if cell.strip())
    if not names or not (meant or position or (vote.strip() and line > columns.first)):
        return Passed(whole, line) if whole else None
    if meant and not both:
        return Unrecognised(whole, line, position, Why.CONTRADICTORY, tuple(sorted(set.union(*meant))))
    if not position:
        return Unrecognised(
            f"{bare(names[0])}: {vote.strip()}".rstrip(": "), line, None, Why.NO_POSITION, tuple(sorted(both))
        )
    if len(both) == 1:
        return Mention(both.pop(), position, line, bare(names[0]))
    return voters.unrecognised(names[0].strip(), line, position)


def _several_votes(mentions: tuple[Mention, ...]) -> Refused | None:
    times = Counter(each.member for each in mentions)
    repeated = sorted(member for member, number in times.items() if number > 1)
    if 2 * len(repeated) > len(times):
        message = f"most members stand here more than once, {repeated[0]} among them"
        return Refused(message, "keep the rows of one vote, each member on one")
    return None


def _totals(rows: list[Row], columns: Columns) -> Stated | None:
    """Return the result that the first row below the head repeats."""
    if columns.head is None or columns.head + 1 >= len(rows):
        return None
    line, cells = rows[columns.head + 1]
    heads = [fold(cell.replace("_", " ")) for cell in rows[columns.head][1]]
    pairs = [(_TOTALS[head], cell) for head, cell in zip(heads, cells, strict=False) if head in _TOTALS]
    counts = {position: int(float(cell)) for position, cell in pairs if re.fullmatch(r"\d{1,6}(\.0)?", cell)}
    return Stated(counts, line) if counts else None


def _above(rows: list[Row], columns: Columns) -> Iterator[Passed]:
    for line, cells in rows[: columns.head or 0]:
        if whole := " · ".join(cell.strip() for cell in cells if cell.strip()):
            yield Passed(whole, line)
