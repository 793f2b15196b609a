"""Every link and every anchor of a built site, walked."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, Place

_LINKS = {"a": "href", "area": "href", "form": "action"}
_PARTS = {
    "link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
    "embed": "src", "object": "data", "image": "href", "use": "href", "input": "src", "track": "src",
}  # fmt: skip
_ELSEWHERE = {"https", "http", "mailto"}
_NO_FETCH = {"canonical", "alternate", "next", "prev"}
"""Kinds of `link` that name a page and fetch nothing."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link of a page; `fetched` when the browser loads it by itself."""

    target: str
    fetched: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a built page offers and asks for."""

    anchors: frozenset[str]
    repeated: tuple[str, ...]
    references: tuple[Reference, ...]


def check(tree: Path, address: str) -> list[Diagnostic]:
    """Return what is wrong with the links of a built tree that will live at `address`."""
    sheets = {path.relative_to(tree).as_posix(): read(path.read_text("utf-8")) for path in sorted(tree.rglob("*.html"))}
    files = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
    return [each for name, sheet in sheets.items() for each in _page(name, sheet, files, sheets, address)]


def _page(name: str, sheet: Sheet, files: set[str], sheets: dict[str, Sheet], address: str) -> Iterator[Diagnostic]:
    for anchor in sheet.repeated:
        hint = "two facts on this page have the same name; give one another id"
        yield Diagnostic("duplicate-anchor", Place(name), f"the anchor #{anchor} is there twice", hint)
    for reference in dict.fromkeys(sheet.references):
        if problem := _problem(name, reference, files, sheets, address):
            yield problem


def read(html: str) -> Sheet:
    """Return the anchors and references of a page."""
    document = LexborHTMLParser(html)
    anchors = [node.attributes.get("id") or "" for node in document.css("[id]")]
    references = (
        Reference(node.attributes.get(attribute) or "", _is_fetched(tag, node.attributes.get("rel") or ""))
        for tag, attribute in (*_LINKS.items(), *_PARTS.items())
        for node in document.css(f"{tag}[{attribute}]")
    )
    repeated = tuple(sorted(each for each, times in Counter(anchors).items() if times > 1))
    return Sheet(frozenset(anchors), repeated, tuple(references))


def _is_fetched(tag: str, relation: str) -> bool:
    return tag in _PARTS and not (tag == "link" and set(relation.split()) & _NO_FETCH)


def _problem(
    name: str, reference: Reference, files: set[str], sheets: dict[str, Sheet], address: str
) -> Diagnostic | None:
    target, where = reference.target, Place(name)
    try:
        parts = urlsplit(target)
    except ValueError:
        return Diagnostic("forbidden-link", where, f"{target!r} is no address", "correct the address in the record")
    if parts.scheme or parts.netloc:
        return _elsewhere(reference, parts.scheme, where, own=bool(address) and target.startswith(address))
    path = _resolve(name, unquote(parts.path), urlsplit(address).path)
    if path not in files:
        return Diagnostic("broken-link", where, f"{target!r} leads to no page", "a fault of the program: report it")
    anchor = unquote(parts.fragment)
    if anchor and path in sheets and anchor not in sheets[path].anchors:
        return Diagnostic(
            "broken-anchor", where, f"{target!r}: no such place there", "a fault of the program: report it"
        )
    return None


def _elsewhere(reference: Reference, scheme: str, where: Place, *, own: bool) -> Diagnostic | None:
    if own:
        return None
    if reference.fetched and not reference.target.startswith("data:image/"):
        message = f"the page would load {reference.target!r} from another host"
        return Diagnostic("third-party", where, message, "take it out; readers' browsers ask nobody but this site")
    if scheme not in _ELSEWHERE and not reference.fetched:
        message = f"{reference.target!r} is no kind of link a page may have"
        return Diagnostic("forbidden-link", where, message, "use an address with https://")
    return None


def _resolve(name: str, path: str, root: str) -> str:
    if not path:
        return name
    inside = path.removeprefix(root.rstrip("/") + "/").lstrip("/") if path.startswith("/") else None
    full = posixpath.normpath(posixpath.join(posixpath.dirname(name), path) if inside is None else inside or ".")
    is_folder = path.endswith("/") or posixpath.basename(path) in {".", ".."}
    return posixpath.normpath(posixpath.join(full, "index.html")) if is_folder else full
