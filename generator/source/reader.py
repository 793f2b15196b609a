"""One file: from bytes to a tree."""

from __future__ import annotations

import yaml

from generator.diagnostics import Diagnostic, Place, Span
from generator.source.characters import in_lines
from generator.source.compose import Composer, Refused
from generator.source.syntax import explain, within
from generator.source.tree import Mapping, SourceFile

LARGEST = 512 * 1024
"""Bytes a file may have. The largest real record has about 20 KiB."""


def read_text(name: str, folder: str, stem: str, data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    """Read one file. Whatever the bytes, the answer is a file, with a tree where it is one mapping, and diagnostics."""
    broken = SourceFile(name, folder, stem, (), None)
    if len(data) > LARGEST:
        message = f"the file has {len(data)} bytes; at most {LARGEST} are read"
        return broken, [Diagnostic("file-too-large", Place(name), message, "split it into several records")]
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return broken, [_not_utf_8(name, data, error)]
    lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    broken = SourceFile(name, folder, stem, lines, None)
    if found := in_lines(name, lines):
        return broken, found
    return _compose(broken, text)


def _compose(file: SourceFile, text: str) -> tuple[SourceFile, list[Diagnostic]]:
    composer = Composer(file.name, yaml.parse(text, Loader=yaml.CSafeLoader))
    try:
        root = composer.document()
    except Refused as refused:
        return file, [*composer.found, refused.diagnostic]
    except yaml.YAMLError as error:
        return file, [*composer.found, explain(file.name, error, file.lines)]
    if not isinstance(root, Mapping):
        message = "the file is empty" if root is None else "this is not a record"
        hint = "a record is written as lines of the form name: value"
        where = Place(file.name, root.span if root else within(file.lines, 0, 0))
        return file, [*composer.found, Diagnostic("not-a-record", where, message, hint)]
    if composer.found:
        return file, composer.found
    return SourceFile(file.name, file.folder, file.stem, file.lines, root), []


def _not_utf_8(name: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = data[: error.start].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        hint = "it looks like UTF-16; save it again as UTF-8"
    elif b"\x00" in data[:512]:
        hint = "it does not look like a text at all; take it out of the content folder"
    else:
        hint = "save the file again as UTF-8; the letter may come from an older Windows encoding"
    message = f"the byte 0x{data[error.start]:02X} here is not UTF-8"
    return Diagnostic("not-utf-8", Place(name, Span(line, column, line, column + 1)), message, hint)
