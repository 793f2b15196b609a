"""What is made of a hostile text, held against what is made of a harmless one of the same length and paragraphs.

Both worlds differ in nothing else. So their pages must have the same elements, and each text must be shown as often as
the other; and what programs read must be the same, letter for letter, with one text in place of the other.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from factsheets.content.records.text import one_line, paragraphs
from factsheets.pipeline import Checked
from factsheets.site.escape import escape
from factsheets.site.exports import exports, written
from factsheets.site.pages import Page, pages
from factsheets.site.pages.own.search import search_index
from factsheets.site.render import render
from tests.conftest import REPOSITORY

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]")
_PLAIN = re.compile("[A-Za-z0-9]")
_UNBROKEN = "\N{NON-BREAKING HYPHEN}"
"""What stands for the hyphens of a symbol where it must not be broken."""
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_DATA = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>', re.DOTALL)
_NO_WORDS = re.compile(rf"{_DATA.pattern}|<text[^>]*>[^<]*</text>", re.DOTALL)
"""Data, and labels in charts, which may be a part of a symbol."""
_KEPT = {"class", "id", "lang", "dir", "rel", "role", "type", "for", "headers", "name", "target"}
"""Attributes of which the value counts, and not only that they are there."""
_LED = {"href", "src", "action", "formaction", "poster", "srcset", "data", "xlink:href"}
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def twin_of(text: str) -> str:
    """Return a text of the same length, with the same white space, letters and digits, and a letter for all else.

    The letter stands about where the character does when texts are sorted.
    """
    return "".join(each if _SPACE.match(each) or _PLAIN.match(each) else _letter(each) for each in text)


def _letter(character: str) -> str:
    return "z" if unicodedata.category(character)[0] == "L" else "a"


@dataclass(frozen=True)
class Made:
    """All that is made of a world."""

    pages: Sequence[Page]
    exports: Mapping[str, bytes]
    indexes: Sequence[bytes]


def made(checked: Checked) -> Made:
    """Make all of a world, but for the Markdown and the HTML of its pages."""
    facts, derived = checked.facts, checked.derived
    indexes = [search_index(facts, derived, language) for language in facts.site.languages]
    return Made(list(pages(facts, derived, {})), exports(facts, derived), indexes)


def differences(hostile: Made, calm: Made, text: str, language: str) -> Iterator[str]:
    """Yield how the two differ otherwise than in the text; the pages of one language are made to the end."""
    for page, other in zip(hostile.pages, calm.pages, strict=True):
        if page != other:
            found = list(_in_pages(render(page), render(other), text, whole=page.language == language))
            yield from (f"{page.language}/{page.path}: {each}" for each in found)
    for name, data in hostile.exports.items():
        yield from (f"{name}: {each}" for each in _in_exports(name, data, calm.exports[name], text))
    for one, other_index in zip(hostile.indexes, calm.indexes, strict=True):
        yield from (f"the search index: {each}" for each in in_indexes(one, other_index, text))


def _in_pages(page: str, other: str, text: str, *, whole: bool) -> Iterator[str]:
    for one, twin in zip(_DATA.findall(page), _DATA.findall(other), strict=True):
        if _unordered(json.loads(one)) != _unordered(swapped(json.loads(twin), text)):
            yield f"the data are others: {one[:200]}"
    words, twins = (_NO_WORDS.sub("", each).replace(_UNBROKEN, str(escape("-"))) for each in (page, other))
    for part, twin in _parts(text):
        often, wanted = words.count(escape(part.replace(_UNBROKEN, "-"))), twins.count(escape(twin))
        if often != wanted:
            yield f"the text stands there {often} times, its twin {wanted} times"
    if whole:
        yield from in_html(to_html(_FRONT.sub("", page)), to_html(_FRONT.sub("", other)), [text])


def in_html(page: str, other: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield how two pages differ in elements, and in how often they show the texts and their twins."""
    one, twin = LexborHTMLParser(page), LexborHTMLParser(other)
    shape, wanted = shape_of(one), shape_of(twin)
    if shape != wanted:
        more, less = (" ".join(sorted(a - b)[:3])[-600:] for a, b in ((shape, wanted), (wanted, shape)))
        yield f"other elements: {more or 'none'} instead of {less or 'none'}"
    shown, calm = map(_shown, (one, twin))
    for part, harmless in chain.from_iterable(map(_parts, texts)):
        visible = " ".join(html.unescape(str(escape(part))).replace(_UNBROKEN, "-").split())
        often, wanted_often = shown.count(visible), calm.count(" ".join(harmless.split()))
        if often != wanted_often:
            yield f"the text is not shown as it was written: {often} of {wanted_often} times"


def _shown(page: LexborHTMLParser) -> str:
    """Return the words of a page, without data and labels."""
    for each in page.css("script, svg text"):
        each.decompose()
    return " ".join(page.body.text().replace(_UNBROKEN, "-").split()) if page.body else ""


def shape_of(page: LexborHTMLParser) -> Counter[str]:
    """Return every element of a page by the elements around it, with what of their attributes counts."""
    found: Counter[str] = Counter()
    ways: list[tuple[LexborNode, str]] = [(page.root, "")] if page.root else []
    while ways:
        node, way = ways.pop()
        step = f"{way}>{_element(node)}"
        found[step] += 1
        ways += [(each, step) for each in node.iter()]
    return found


def _element(node: LexborNode) -> str:
    known = {name: value or "" for name, value in node.attributes.items()}
    known["id"] = known.get("id", "").partition("-")[0]  # what follows may be made of the text
    said = [
        f"{name}={value}" if name in _KEPT else f"{name}={_led(value)}" if name in _LED else name
        for name, value in sorted(known.items())
        if name != "id" or value
    ]
    return f"{node.tag}[{' '.join(said)}]" if said else str(node.tag)


def _led(address: str) -> str:
    """Return where an address leads: the site that is named, or the file of this one."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme or parts.netloc else parts.path


def _in_exports(name: str, data: bytes, calm: bytes, text: str) -> Iterator[str]:
    if name.endswith(".json"):
        if json.loads(data) != swapped(json.loads(calm), text):
            yield "the text does not come back letter for letter"
        return
    rows, others = (list(csv.reader(io.StringIO(each.decode("utf-8-sig"), newline=""))) for each in (data, calm))
    if [[*map(written, row)] for row in rows] != swapped([[*map(written, row)] for row in others], text):
        yield "the text does not come back letter for letter"
    yield from (f"a formula {cell!r}" for row in rows for cell in row if is_formula(cell))


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet may take a cell for a formula."""
    read = unicodedata.normalize("NFKC", cell)
    first = next((each for each in read if each.isprintable() and not each.isspace()), "x")
    return first in "=+-@\N{MINUS SIGN}" and not _NUMBER.fullmatch(cell)


def in_indexes(data: bytes, calm: bytes, text: str) -> Iterator[str]:
    """Yield how two indexes of the search differ otherwise than in the text."""
    one, other = (json.loads(each.decode()[len("factsheetsIndex(") : -len(");\n")]) for each in (data, calm))
    if _unordered(one) != _unordered(swapped(other, text)):
        yield "the text does not come back letter for letter"
    if re.search(rb"[<>&]", data):
        yield "something in it is markup"


def swapped(tree: Any, text: str) -> Any:  # noqa: ANN401 - any JSON
    """Return data with a text wherever its twin stands."""
    if isinstance(tree, dict):
        return {name: swapped(value, text) for name, value in tree.items()}
    if isinstance(tree, list):
        return [swapped(each, text) for each in tree]
    if isinstance(tree, str):
        whole, *others = _parts(text)
        for part, twin in (whole, (_turned(whole[0]), _turned(whole[1])), *others):
            tree = tree.replace(twin, part)
    return tree


def _turned(name: str) -> str:
    """Return a name as lists of names have it."""
    given, _, family = name.rpartition(" ")
    return f"{family} {given}".strip()


@lru_cache(maxsize=64)
def _parts(text: str) -> tuple[tuple[str, str], ...]:
    """Return a text as it may stand somewhere, each time with its twin: on one line, and by paragraphs.

    A paragraph that stands in the text more than once, or whose twin does, could be counted for another.
    """
    twin = twin_of(text)
    whole = one_line(text), one_line(twin)
    each = zip(paragraphs(text).split("\n\n"), paragraphs(twin).split("\n\n"), strict=True)
    apart = [(one, other) for one, other in each if whole[0].count(one) == whole[1].count(other) == 1]
    return tuple(dict.fromkeys((whole, (paragraphs(text), paragraphs(twin)), *apart)))


def _unordered(tree: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return data in an order that does not come from its texts."""
    if isinstance(tree, dict):
        return {name: _unordered(value) for name, value in tree.items()}
    return sorted(map(_unordered, tree), key=str) if isinstance(tree, list) else tree


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    """Return what makes HTML of Markdown, as the engine has it: by its settings, and what it always adds."""
    settings = yaml.safe_load(Path(REPOSITORY / "mkdocs.yml").read_text("utf-8"))["markdown_extensions"]
    names = [each if isinstance(each, str) else next(iter(each)) for each in settings]
    return Markdown(extensions=[*dict.fromkeys(["toc", "tables", "fenced_code", *names])])


def to_html(text: str) -> str:
    """Return Markdown as HTML."""
    return f"<!doctype html><body>{_markdown().reset().convert(text)}</body>"
