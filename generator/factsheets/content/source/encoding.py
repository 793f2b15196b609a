"""From bytes to text: UTF-8 and nothing else, with a guess at what it is instead."""

from __future__ import annotations

from factsheets.content.source.spans import Lines, span, split
from factsheets.diagnostics import Diagnostic, Place, Span

LARGEST = 512 * 1024
"""Bytes a file may have. The largest real record has about 20 KiB."""

_MARK = "\ufeff"
_FORMATS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a picture, sound or film",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"\x1f\x8b": "a packed file",
}
"""How files start that are no text, whatever their name."""


def decode(name: str, data: bytes) -> tuple[str, Lines, Diagnostic | None]:
    """Return a file's text and lines, or what keeps it from being read; a mark at the very start is passed over."""
    if len(data) > LARGEST:
        message = f"the file is larger than {LARGEST // 1024} KiB"
        return "", (), Diagnostic("file-too-large", Place(name), message, "split it into several files")
    if refusal := _foreign(name, data):
        return "", (), refusal
    try:
        text = data.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        return "", split(data.decode("utf-8", "replace").removeprefix(_MARK)), _bad_byte(name, data, error.start)
    return text, split(text), None


def _foreign(name: str, data: bytes) -> Diagnostic | None:
    head = data[:200]
    what = next((what for start, what in _FORMATS.items() if head.startswith(start)), None)
    if what:
        hint = "delete it here; the content folder holds texts only"
        return Diagnostic("not-text", Place(name), f"this is {what}, not a text", hint)
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"} or head.count(0) * 3 > len(head):
        hint = "make the file anew in GitHub's editor, which writes UTF-8, or save it again with UTF-8 as its encoding"
        return Diagnostic("not-utf-8", Place(name), "this file looks like UTF-16, or like no text at all", hint)
    return None


def _bad_byte(name: str, data: bytes, start: int) -> Diagnostic:
    byte = data[start : start + 1]
    letter = byte.decode("cp1252", "ignore")
    guess = f" ({letter} in an older Windows encoding)" if letter else ""
    message = f"the byte 0x{byte[0]:02X} here{guess} is not UTF-8"
    hint = (
        "open the file in GitHub's editor, type this letter again and save; or save the file with UTF-8 as its encoding"
    )
    return Diagnostic("not-utf-8", Place(name, _place_of(data, start)), message, hint)


def _place_of(data: bytes, start: int) -> Span:
    before = split(data[:start].decode("utf-8").removeprefix(_MARK))
    lines = split(data.decode("utf-8", "replace").removeprefix(_MARK))
    return span(lines, len(before), len(before[-1]) + 1)
