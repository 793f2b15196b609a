"""A file of a list, line by line: packed or not, with a mark or not, in UTF-8 or in Windows-1252."""

from __future__ import annotations

import codecs
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

from factsheets.diagnostics import Diagnostic, Place, Span
from factsheets.review.lists.model import ListError

LONGEST = 1024 * 1024
"""Bytes of a line. The longest of a real list has less than 10 KiB."""

MOST_LINES = 2_000_000
"""Lines of a list. The whole voting data of the General Assembly have a million."""

MOST_BYTES = 1024 * 1024 * 1024
"""Bytes of a list once unpacked. A packed file of a few KiB may become any number of them."""

MOST_ENTRIES = 100_000
"""Entries of a list. The United Nations have adopted fewer than 30,000 resolutions."""

MOST_NAMES = 5_000
"""Names of an entry. The largest body has fewer than 3,000 members."""

_ROOM = 128 * 1024 * 1024
"""Bytes of memory to unpack a list in. What `xz -9` packs needs half of it, and a hostile file may ask for 4 GiB."""

_PIECE = 64 * 1024
_BEGINNING = 200
_MOST_EMPTY = 1000
"""Empty lines one after the other."""

_PACKED = b"\xfd7zXZ\x00"
_FOREIGN = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a workbook or ZIP file",
    b"\x1f\x8b": "a file packed with gzip",
    codecs.BOM_UTF16_LE: "a text in UTF-16",
    codecs.BOM_UTF16_BE: "a text in UTF-16",
}
_AGAIN = "fetch it again, whole, and see that it can be opened"
_PART = "keep the part of the list that is to be compared"
_HOW = "save it as text in UTF-8, or packed as .xz"


class Lines:
    """The lines of a list with their ends. It knows those of the row that is being read, to point at them."""

    def __init__(self, name: str, file: BufferedReader | BytesIO) -> None:
        self.name = name
        self.number = 0
        """Of the last line that was read, from 1."""
        self.row: list[str] = []
        """The lines read since a row began."""
        self._file = file
        self._lines_read = self._bytes_read = self._empty = 0
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
        except _BROKEN as error:
            raise self.unreadable(error) from error
        self._lines_read += 1
        self._bytes_read += len(line)
        self._empty = 0 if line.strip() or not line else self._empty + 1
        self._bound()
        if len(line) > LONGEST:
            message = f"line {self._lines_read} is longer than {LONGEST // 1024} KiB"
            hint = "give a list with one entry, or one row, on a line"
            raise self.refusal("list-form", message, hint, line=self._lines_read)
        return self._decoded(line)

    def bound(self, entries: int, names: int = 0) -> None:
        """Refuse a list of more entries than there are, and an entry, the last, of more names."""
        if entries > MOST_ENTRIES:
            raise self.refusal("list-form", f"the list has more than {MOST_ENTRIES:,} entries", _PART)
        if names > MOST_NAMES:
            message = f"more than {MOST_NAMES:,} names stand in this entry"
            raise self.refusal("list-row", message, "give each vote an entry, and each member one name in it")

    def unreadable(self, error: Exception) -> ListError:
        """Return the refusal of a file that breaks off, or cannot be unpacked."""
        if "limit" in str(error):
            message = f"the file cannot be unpacked in {_ROOM // 1024**2} MiB of memory"
            return self.refusal("list-file", message, "pack it again with xz, or give it unpacked")
        return self.refusal("list-file", f"the file breaks off or cannot be read: {error}", _AGAIN)

    def _bound(self) -> None:
        """Refuse what would take for ever, which a small packed file may become."""
        message, hint = "", _PART
        if self._empty > _MOST_EMPTY:
            message, hint = f"more than {_MOST_EMPTY:,} lines are empty here, one after the other", "delete them"
        elif self._lines_read > MOST_LINES:
            message = f"the list has more than {MOST_LINES:,} lines"
        elif self._bytes_read > MOST_BYTES:
            message = f"the list is larger than {MOST_BYTES // 1024**2:,} MiB, unpacked"
        if message:
            raise self.refusal("list-form", message, hint, line=self._lines_read)

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


class _Unpacked(RawIOBase):
    """A packed file as it is unpacked, in a bounded memory; raises LZMAError or EOFError."""

    def __init__(self, file: BufferedReader) -> None:
        self._file = file
        self._unpacker = lzma.LZMADecompressor(memlimit=_ROOM)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        room = memoryview(buffer).cast("B")
        data = b""
        while not data:
            packed = self._packed()
            if packed is None:
                return 0
            data = self._unpacker.decompress(packed, len(room))
        room[: len(data)] = data
        return len(data)

    def _packed(self) -> bytes | None:
        """Return the next bytes to unpack, none if there are enough; None at the end. Files may follow one another."""
        if self._unpacker.eof:
            packed = self._unpacker.unused_data.lstrip(b"\0") or self._file.read(_PIECE).lstrip(b"\0")
            self._unpacker = lzma.LZMADecompressor(memlimit=_ROOM) if packed else self._unpacker
            return packed or None
        if not self._unpacker.needs_input:
            return b""
        if packed := self._file.read(_PIECE):
            return packed
        raise EOFError("its end is not there")


_BROKEN = (OSError, lzma.LZMAError, EOFError)


@contextmanager
def opened(path: Path) -> Iterator[Lines]:
    """Open a list; what is no text is refused at once."""
    name = path.as_posix()
    try:
        with path.open("rb") as raw:
            is_packed = raw.peek(len(_PACKED)).startswith(_PACKED)
            yield _begun(name, BufferedReader(_Unpacked(raw)) if is_packed else raw)
    except OSError as error:
        raise Lines(name, BytesIO()).refusal("list-file", f"the file cannot be read: {error.strerror}", _HOW) from error


def _begun(name: str, file: BufferedReader) -> Lines:
    """Return the lines behind a mark at the very start."""
    lines = Lines(name, file)
    try:
        head = file.peek(_BEGINNING)[:_BEGINNING]
        if head.startswith(codecs.BOM_UTF8):
            file.read(len(codecs.BOM_UTF8))
    except _BROKEN as error:
        raise lines.unreadable(error) from error
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
