"""A file of a list, line by line: packed or not, with a mark or not, in UTF-8 or in Windows-1252."""

from __future__ import annotations

import codecs
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from factsheets.diagnostics import Diagnostic, Place, Span
from factsheets.review.lists.model import ListError

LONGEST = 1024 * 1024
"""Bytes of a line. The longest of a real list has less than 10 KiB."""

_MOST_EMPTY = 1000
"""Empty lines one after the other. A packed file of a few KiB may have millions of them."""

_PACKED = b"\xfd7zXZ\x00"
_FOREIGN = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a workbook or ZIP file",
    b"\x1f\x8b": "a file packed with gzip",
    codecs.BOM_UTF16_LE: "a text in UTF-16",
    codecs.BOM_UTF16_BE: "a text in UTF-16",
}
_HOW = "save it as text in UTF-8, or packed as .xz"


class Lines:
    """The lines of a list with their ends. It knows those of the row that is being read, to point at them."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        self.name = name
        self.number = 0
        """Of the last line that was read, from 1."""
        self.row: list[str] = []
        """The lines read since a row began."""
        self._file = file
        self._lines_read = self._empty = 0
        self._waiting: list[str] = []
        """The lines read ahead, the next one last."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.pop() if self._waiting else self._read()
        if not line:
            raise StopIteration
        self.number += 1
        self.row.append(line)
        return line

    def first(self) -> str:
        """Return the first line that is not empty, without taking it away; nothing if there is none."""
        passed: list[str] = []
        while line := self._read():
            passed.append(line)
            if line.strip():
                break
        self._waiting = passed[::-1]
        return line.strip()

    def refusal(
        self, code: str, message: str, hint: str, *, line: int | None = None, at: tuple[int, int] = (0, 0)
    ) -> ListError:
        """Return the refusal of a line, by default the last; `at` is where in it the words begin, and how many."""
        number = line or self.number or 1
        column, length = at
        span = Span(number, column + 1, number, column + max(1, length) + 1)
        text = self.row[number - self.number - 1] if 0 <= self.number - number < len(self.row) else None
        return ListError(Diagnostic(code, Place(self.name, span), message, hint), text and text.rstrip("\r\n"))

    def _read(self) -> str:
        try:
            line = self._file.readline(LONGEST + 1)
        except (OSError, lzma.LZMAError, EOFError) as error:
            hint = "fetch it again, whole, and see that it can be opened"
            raise self.refusal("list-file", f"the file breaks off or cannot be read: {error}", hint) from error
        self._lines_read += 1
        self._empty = 0 if line.strip() or not line else self._empty + 1
        if self._empty > _MOST_EMPTY:
            message = f"more than {_MOST_EMPTY:,} lines are empty here, one after the other"
            raise self.refusal("list-form", message, "delete the empty lines", line=self._lines_read)
        if len(line) > LONGEST:
            message = f"line {self._lines_read} is longer than {LONGEST // 1024} KiB"
            hint = "give a list with one entry, or one row, on a line"
            raise self.refusal("list-form", message, hint, line=self._lines_read)
        return self._decoded(line)

    def _decoded(self, line: bytes) -> str:
        """Return the line read last: in UTF-8, else in Windows-1252, which Excel writes."""
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            pass
        try:
            return line.decode("cp1252")
        except UnicodeDecodeError as error:
            message = f"byte {error.start + 1} of line {self._lines_read} fits no text"
            raise self.refusal("list-file", message, _HOW, line=self._lines_read) from error


@contextmanager
def opened(path: Path) -> Iterator[Lines]:
    """Open a list; what is no text is refused at once."""
    name = path.as_posix()
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(len(_PACKED)) == _PACKED
            raw.seek(0)
            with lzma.open(raw) if is_packed else raw as file:
                yield _begun(name, cast("BinaryIO", file))
    except OSError as error:
        raise Lines(name, BytesIO()).refusal("list-file", f"the file cannot be read: {error.strerror}", _HOW) from error


def _begun(name: str, file: BinaryIO) -> Lines:
    """Return the lines behind a mark at the very start."""
    lines = Lines(name, file)
    try:
        head = file.read(200)
        file.seek(len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0)
    except (lzma.LZMAError, EOFError) as error:
        message = f"the file breaks off or cannot be read: {error}"
        raise lines.refusal("list-file", message, "fetch it again, whole, and see that it can be opened") from error
    what = next((what for start, what in _FOREIGN.items() if head.startswith(start)), None)
    if what or b"\0" in head:
        raise lines.refusal("list-file", f"this is {what or 'no text'}", _HOW)
    return lines


def is_of_objects(lines: Lines) -> bool:
    """Tell whether a list is one of JSON objects, by its first line."""
    first = lines.first()
    if not first:
        raise lines.refusal("list-form", "the file is empty", "give a list with at least a head")
    if first.startswith("["):
        hint = "give the extract as it is published: one object in braces on each line, no brackets around them"
        raise lines.refusal("list-form", "the file begins with a bracket", hint)
    return first.startswith("{")
