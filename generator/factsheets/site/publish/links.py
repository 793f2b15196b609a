"""Every link and every anchor of a built site, walked."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from factsheets.diagnostics import Diagnostic, Place
from factsheets.site import files

_LINKS = {"a": ("href", "xlink:href"), "area": ("href",), "form": ("action",), "button": ("formaction",)}
"""Where a reader may go."""
_PARTS = {
    "link": ("href",), "script": ("src",), "img": ("src", "srcset"), "source": ("src", "srcset"), "iframe": ("src",),
    "video": ("src", "poster"), "audio": ("src",), "track": ("src",), "embed": ("src",), "object": ("data",),
    "input": ("src", "formaction"), "base": ("href",), "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
}  # fmt: skip
"""What a browser loads by itself."""
_NO_FETCH = {"canonical", "alternate", "next", "prev"}
"""Kinds of `link` that name a page and fetch nothing."""
_ELSEWHERE = {"https", "http", "mailto"}
_STYLE = re.compile(r"""(?:url\(\s*|@import\s*)(?:"([^"]*)"|'([^']*)'|([^\s"')(;]+)\s*\))""")
_REFRESH = re.compile(r"""url\s*=\s*["']?([^"']+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A link of a page; `fetched` when the browser loads it by itself."""

    target: str
    fetched: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a built file offers and asks for."""

    anchors: frozenset[str]
    repeated: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A built tree: its files by their path, those that can be read, and the address it will live at."""

    files: frozenset[str]
    sheets: Mapping[str, Sheet]
    address: SplitResult


def check(tree: Path, address: str) -> list[Diagnostic]:
    """Return what is wrong with the links of a built tree that will live at `address`."""
    paths = {path.relative_to(tree).as_posix(): path for path in files.below(tree) if path.is_file()}
    readers = {".html": read, ".css": read_style}
    sheets = {
        name: readers[path.suffix](path.read_text("utf-8")) for name, path in paths.items() if path.suffix in readers
    }
    built = Tree(frozenset(paths), sheets, urlsplit(address))
    return [each for name in sheets for each in follow(name, built)]


def read(html: str) -> Sheet:
    """Return the anchors and references of a page."""
    return sheet(LexborHTMLParser(html))


def sheet(document: LexborHTMLParser) -> Sheet:
    """Return the anchors and references of a page that is parsed already."""
    anchors = [node.attributes.get("id") or "" for node in document.css("[id]")]
    repeated = tuple(sorted(each for each, times in Counter(anchors).items() if times > 1))
    return Sheet(frozenset(anchors), repeated, tuple(_references(document)))


def read_style(css: str) -> Sheet:
    """Return the references of a style sheet."""
    return Sheet(frozenset(), (), tuple(_styled(css)))


def _references(document: LexborHTMLParser) -> Iterator[Reference]:
    for node in document.css(",".join((*_LINKS, *_PARTS))):
        for attribute in _LINKS.get(node.tag or "", ()) or _PARTS[node.tag or ""]:
            for target in _targets(attribute, node.attributes.get(attribute)):
                yield Reference(target, _is_fetched(node))
    for node in document.css("[style]"):
        yield from _styled(node.attributes.get("style") or "")
    for node in document.css("style"):
        yield from _styled(node.text())
    for node in document.css("meta[http-equiv=refresh i]"):
        yield from (Reference(each, fetched=False) for each in _REFRESH.findall(node.attributes.get("content") or ""))


def _targets(attribute: str, value: str | None) -> list[str]:
    if value is None:
        return []
    return [part.split()[0] for part in value.split(",") if part.strip()] if attribute == "srcset" else [value]


def _styled(css: str) -> Iterator[Reference]:
    return (Reference("".join(each), fetched=True) for each in _STYLE.findall(css))


def _is_fetched(node: LexborNode) -> bool:
    names_a_page = node.tag == "link" and set((node.attributes.get("rel") or "").split()) & _NO_FETCH
    return node.tag in _PARTS and not names_a_page


def follow(name: str, tree: Tree) -> Iterator[Diagnostic]:
    """Yield what is wrong with the anchors and references of one file."""
    for anchor in tree.sheets[name].repeated:
        hint = "two facts on this page have the same name; give one another id"
        yield Diagnostic("duplicate-anchor", Place(name), f"the anchor #{anchor} is there twice", hint)
    for reference in dict.fromkeys(tree.sheets[name].references):
        if problem := _problem(name, reference, tree):
            yield problem


def _problem(name: str, reference: Reference, tree: Tree) -> Diagnostic | None:
    target, where = reference.target, Place(name)
    try:
        parts = urlsplit(target)
    except ValueError:
        return Diagnostic("forbidden-link", where, f"{target!r} is no address", "correct the address in the record")
    if (parts.scheme or parts.netloc) and (reference.fetched or not _is_own(parts, tree.address)):
        return _elsewhere(reference, parts.scheme, where)
    path = resolve(name, parts, tree.address)
    if path not in tree.files:
        return Diagnostic("broken-link", where, f"{target!r} leads to no page", "a fault of the program: report it")
    anchor = unquote(parts.fragment)
    if anchor and path.endswith(".html") and anchor not in tree.sheets[path].anchors:
        message = f"{target!r}: no such place there"
        return Diagnostic("broken-anchor", where, message, "a fault of the program: report it")
    return None


def _is_own(parts: SplitResult, address: SplitResult) -> bool:
    same_host = bool(address.netloc) and (parts.scheme, parts.netloc) == (address.scheme, address.netloc)
    return same_host and (parts.path or "/").startswith(_root(address))


def _elsewhere(reference: Reference, scheme: str, where: Place) -> Diagnostic | None:
    if reference.fetched and not reference.target.startswith("data:image/"):
        message = f"the page would load {reference.target!r} from the network"
        return Diagnostic("third-party", where, message, "take it out; readers' browsers ask nobody but this site")
    if scheme not in _ELSEWHERE and not reference.fetched:
        message = f"{reference.target!r} is no kind of link a page may have"
        return Diagnostic("forbidden-link", where, message, "use an address with https://")
    return None


def resolve(name: str, parts: SplitResult, address: SplitResult) -> str | None:
    """Return the path in the tree that a link of the page `name` leads to; None if it leaves the tree."""
    path = unquote(parts.path)
    if parts.netloc and not path:
        path = "/"
    if not path:
        return name
    if path.startswith("/"):
        if not path.startswith(_root(address)):
            return None
        full = path.removeprefix(_root(address))
    else:
        full = posixpath.join(posixpath.dirname(name), path)
    is_folder = full == "" or full.endswith("/") or posixpath.basename(full) in {".", ".."}
    return posixpath.normpath(posixpath.join(full, "index.html") if is_folder else full)


def _root(address: SplitResult) -> str:
    return address.path.rstrip("/") + "/"
