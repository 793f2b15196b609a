"""A built tree, looked at as a whole before anybody sees it. Each file is read and parsed once.

What is wrong on a page is told with the record the page was made of, and with the line there that it comes from,
where something of it stands in the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.resolution import Resolution
from factsheets.content.source import SourceFile
from factsheets.diagnostics import Diagnostic, Place
from factsheets.diagnostics.model import Related, Span
from factsheets.site.files import below
from factsheets.site.publish import bars, drawings, exported, links, markup, twins
from factsheets.site.publish.faults import Fault

_FOLDERS = {kind.section: kind.folder for kind in RECORD_TYPES}
_HINTS = {
    "missing-twin": "a fault of the program: report it, with the name of the page",
    "broken-markup": "a fault of the program: report it, with the name of the page",
    "chart-differs": "a fault of the program: report it, with the name of the page and of the record",
    "export-differs": "a fault of the program: report it, with the name of the page and of the record",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What was read from one file: its links, its language, and what is wrong with it already."""

    sheet: links.Sheet
    tongue: twins.Tongue | None = None
    faults: tuple[Fault, ...] = ()


def check(tree: Path, address: str, files: Sequence[SourceFile] = ()) -> list[Diagnostic]:
    """Return what is wrong with a built tree that will live at `address`. `files` are those of the content."""
    paths = {path.relative_to(tree).as_posix(): path for path in below(tree) if path.is_file()}
    looks = {name: _look(tree, name) for name, path in paths.items() if path.suffix in {".html", ".css"}}
    built = links.Tree(frozenset(paths), {name: look.sheet for name, look in looks.items()}, urlsplit(address))
    tongues = {name: look.tongue for name, look in looks.items() if look.tongue}
    found = [each for name in looks for each in links.follow(name, built)]
    for name, tongue in tongues.items():
        faults = (*looks[name].faults, *twins.faults(name, tongues, built.files, _led(name, tongue, built)))
        found += [_told(name, fault) for fault in faults]
    found += [_told("data", fault) for fault in exported.whole(tree)]
    return list(_with_records(found, tongues, files))


def _look(tree: Path, name: str) -> Look:
    text = (tree / name).read_text("utf-8")
    if name.endswith(".css"):
        return Look(links.read_style(text))
    document = LexborHTMLParser(text)
    faults = (*markup.faults(text, document), *bars.faults(document), *drawings.faults(document))
    return Look(links.sheet(document), twins.read(document), (*faults, *_data(tree, name, document)))


def _data(tree: Path, name: str, document: LexborHTMLParser) -> Iterator[Fault]:
    folder, _, page = name.rpartition("/")
    if folder.rpartition("/")[2] != Resolution.section and document.css_first("div.roll-call[data-vote]") is None:
        return
    stem = page.removesuffix(".html")
    if told := exported.read(document, stem):
        yield from exported.faults(tree, stem, told)


def _led(name: str, tongue: twins.Tongue, built: links.Tree) -> dict[str, str]:
    return {href: links.resolve(name, urlsplit(href), built.address) or "" for href, _ in tongue.twins}


def _told(name: str, fault: Fault) -> Diagnostic:
    return Diagnostic(fault.code, Place(name), fault.message, _HINTS[fault.code], subject=fault.clue)


def _with_records(
    found: Iterable[Diagnostic], tongues: Mapping[str, twins.Tongue], files: Sequence[SourceFile]
) -> Iterator[Diagnostic]:
    """Name beside each page the record it was made of."""
    by_key = {(file.folder, file.stem): file for file in files}
    for each in found:
        parts = each.place.file.removesuffix(".html").split("/")
        tongue = tongues.get(each.place.file)
        if tongue and parts[0] == tongue.language:
            parts = parts[1:]
        file = by_key.get((_FOLDERS.get(parts[0], ""), parts[-1])) if len(parts) > 1 else None
        yield replace(each, related=(_record(file, each),), subject="") if file else replace(each, subject="")


def _record(file: SourceFile, found: Diagnostic) -> Related:
    """Return the place in a record that a fault comes from: where its clue or its link stands, else the beginning."""
    clues = [f"id: {found.subject}"] if found.subject else found.message.split("'")[1:2]
    lines = enumerate(file.lines, 1)
    number, at = next(((n, line.index(clue)) for n, line in lines for clue in clues if clue and clue in line), (1, 0))
    return Related(Place(file.name, Span(number, at + 1, number, at + 1)), "the page is made of this record")
