"""Lists of votes as others publish them, read entry by entry. What a list leaves open is said; nothing is guessed."""

from __future__ import annotations

from pathlib import Path

from factsheets.review.lists import extracts, library, plain
from factsheets.review.lists.cells import Table, table
from factsheets.review.lists.model import Keep, ListError, ReadList
from factsheets.review.lists.opening import Lines, is_of_objects, opened

__all__ = ["Keep", "ListError", "ReadList", "read"]


def read(path: Path, keep: Keep) -> ReadList:
    """Return the entries of a list that `keep` wants; raises ListError at the first line that cannot be understood.

    The file is read line by line, so that one of a million rows needs no more room than the entries that are kept.
    """
    with opened(path) as lines:
        if is_of_objects(lines):
            return extracts.read(lines, keep)
        return _of_rows(table(lines), lines, keep)


def _of_rows(found: Table, lines: Lines, keep: Keep) -> ReadList:
    if layout := library.layout_of(found):
        return library.read(found, layout, keep)
    if plain.is_plain(found):
        return plain.read(found, keep)
    names = ", ".join(each for each in found.heads if each)[:200]
    raise lines.refusal(
        "list-form",
        f"no list is known whose columns are {names or 'empty'}",
        "give the General Assembly's or the Security Council's file of the Digital Library, with its head; the UN's "
        "extracts in JSON; or a table with the columns symbol and date, and title, yes, no, abstain where known",
        line=found.line,
    )
