"""Rows of an Excel workbook. Formulas are read as their values; what is hostile or too large is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from factsheets.editing.rollcalls.model import Refused
from factsheets.editing.rollcalls.tables import MOST_CELLS, Row

_MOST_PARTS = 500
_LARGEST = 32 * 1024 * 1024
"""Bytes of a workbook once unpacked."""
_READ = (".xml", ".rels")
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    expat.ExpatError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
)
"""What a damaged or an encrypted archive raises."""


class _TooLargeError(Exception):
    """What would take more room than a roll call needs."""


def rows_of(data: bytes) -> list[list[Row]] | Refused:
    """Return the rows of each visible sheet that has any, or why the workbook cannot be read."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(_harmless(data)))
        return [rows for sheet in _visible(workbook) if (rows := list(_rows(sheet)))]
    except _TooLargeError:
        return Refused("the workbook is too large for the roll call of one vote", "keep one sheet with the one vote")
    except (*_BROKEN, CalamineError, ValueError):
        return Refused("the workbook cannot be read", "open it, save it again as .xlsx or .csv without a password")


def _visible(workbook: CalamineWorkbook) -> Iterator[CalamineSheet]:
    for each in workbook.sheets_metadata:
        if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible:
            yield workbook.get_sheet_by_name(each.name)


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        yield number, [str(cell) for cell in cells]


def _harmless(data: bytes) -> bytes:
    """Pack the workbook's texts anew, each read to its end within bounds, so that no size in it need be believed."""
    room, new = _LARGEST, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(new, "w") as packed:
        if len(old.infolist()) > _MOST_PARTS:
            raise _TooLargeError
        for part in old.infolist():
            if part.filename.endswith(_READ):
                text = old.open(part).read(room + 1)
                room -= len(text)
                if room < 0:
                    raise _TooLargeError
                _measure(text)
                packed.writestr(part.filename, text)
    return new.getvalue()


def _measure(text: bytes) -> None:
    """Refuse a sheet whose outermost cells span too many, however few there are; and any document type."""
    extent = _Extent()
    parser = expat.ParserCreate()
    parser.StartElementHandler = extent.start
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(text, True)  # noqa: FBT003 - expat's own signature


def _refuse(*_: object) -> None:
    raise _TooLargeError


class _Extent:
    """How far a sheet reaches. Rows and cells that do not say where they are follow the one before."""

    def __init__(self) -> None:
        self.row = self.column = self.lowest = self.widest = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in an element."""
        place, kind = attributes.get("r", "").upper(), name.rpartition(":")[2]
        if kind == "row":
            self.row, self.column = int(place) if place.isdecimal() else self.row + 1, 0
        elif kind == "c":
            cell = _CELL.fullmatch(place)
            self.column = _column(cell[1]) if cell else self.column + 1
            self.row = int(cell[2]) if cell else self.row
        self.lowest, self.widest = max(self.lowest, self.row), max(self.widest, self.column)
        if self.lowest * max(self.widest, 1) > MOST_CELLS:
            raise _TooLargeError


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
