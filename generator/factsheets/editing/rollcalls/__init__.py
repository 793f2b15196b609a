"""A roll call as people have it, read into lists of members. What is not recognised is given back, never guessed."""

from __future__ import annotations

import codecs
import re

from factsheets.editing.rollcalls.gather import gather
from factsheets.editing.rollcalls.model import Reading, ReadRollCall, Refused
from factsheets.editing.rollcalls.tables import MOST_ROWS, read_delimited, read_rows
from factsheets.editing.rollcalls.text import lists_in, tidy
from factsheets.editing.rollcalls.voters import Voters, voters_of
from factsheets.editing.rollcalls.workbooks import rows_of

__all__ = ["LARGEST", "ReadRollCall", "Refused", "Voters", "read", "voters_of"]

LARGEST = 2 * 1024 * 1024
"""Bytes a roll call may have. One of 193 names has less than 5 KiB as a text, and 20 as a workbook."""

_LONGEST = 500_000
"""Characters of a text. The record of a whole meeting has fewer."""
_MOST_PARTS = 5000
"""Lines, and stretches between commas and their like, of a text. The largest parliament has 3,000 members."""
_DIVIDING = re.compile(r"[\n,;•|&]|\b(?:and|und)\b", re.IGNORECASE)
_ONE_VOTE = "keep the part with the one vote"
_WORKBOOK = b"PK\x03\x04"
_TABLES = (".csv", ".tsv")
_FOREIGN = {
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file",
    b"{\\rtf": "a Word text",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NO_TABLE = Refused(
    "no column names members of the body beside one that says how they voted",
    "have one row for each member, with its name or code and yes, no, abstain or absent; numbers are not guessed",
)


def read(data: bytes, name: str, voters: Voters) -> ReadRollCall | Refused:
    """Read a file, whose name matters only for .csv and .tsv: they are tables or nothing."""
    if len(data) > LARGEST:
        return Refused(f"the file is larger than {LARGEST // 1024**2} MiB", _ONE_VOTE)
    found = _workbook(data, voters) if data.startswith(_WORKBOOK) else _text(data, name, voters)
    return found if isinstance(found, Refused) else gather(found, voters)


def _workbook(data: bytes, voters: Voters) -> Reading | Refused:
    sheets = rows_of(data)
    if isinstance(sheets, Refused):
        return sheets
    found = [each for rows in sheets if (each := read_rows(rows, voters))]
    if len(found) > 1:
        return Refused("more than one sheet has a roll call", "keep the sheet of the one vote")
    return found[0] if found else _NO_TABLE


def _text(data: bytes, name: str, voters: Voters) -> Reading | Refused:
    text = _decoded(data)
    if isinstance(text, Refused):
        return text
    text = tidy(text)
    if (lines := text.count("\n")) > 2 * MOST_ROWS:
        return Refused(f"the file has {lines:,} lines, too many for the roll call of one vote", _ONE_VOTE)
    table = read_delimited(text, voters)
    if table is None and name.casefold().endswith(_TABLES):
        return _NO_TABLE
    return table or _too_long(text) or lists_in(text, voters)


def _too_long(text: str) -> Refused | None:
    """Return a refusal of a text that would take minutes to take apart."""
    parts = sum(1 for _ in _DIVIDING.finditer(text))
    if parts <= _MOST_PARTS and len(text) <= _LONGEST:
        return None
    size = f"{len(text):,} characters, {parts:,} lines, commas and “and”"
    hint = f"{_ONE_VOTE}, at most {_MOST_PARTS:,} lines, commas and “and”"
    return Refused(f"the text is too long for the roll call of one vote: {size}", hint)


def _decoded(data: bytes) -> str | Refused:
    """Return a text: by its mark, else as UTF-8, else as Windows-1252, which Excel writes."""
    what = next((what for start, what in _FOREIGN.items() if data.startswith(start)), None)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding)
    text = _strictly(data, "utf-8")
    text = _strictly(data, "cp1252") if isinstance(text, Refused) else text
    hint = "copy the lists out of it, or save it as .csv, .xlsx or a plain text"
    if what or isinstance(text, Refused) or "\0" in text:
        return Refused(f"this is {what or 'no text'}", hint)
    return text


def _strictly(data: bytes, encoding: str) -> str | Refused:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        return Refused(f"the byte {error.start + 1} fits no text", "save the file again as UTF-8")
