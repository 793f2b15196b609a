"""Every published page is HTML without errors: as parsers, screen readers and readers of tables need it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from babel import Locale, UnknownLocaleError
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.browser.addresses import BOTH

HEADINGS = "main h1, main h2, main h3, main h4, main h5, main h6"
PHRASES = "p, h1, h2, h3, h4, h5, h6, span, a, button, label, summary, caption, sup, strong, em, q, s, mark, b, kbd"
BLOCKS = "p, div, ul, ol, dl, table, figure, section, blockquote, details, form, h1, h2, h3, h4, h5, h6"
CHILDREN = {
    "ul": {"li", "template"},
    "ol": {"li", "template"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "select": {"option"},
}
NAMED = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list", "popovertarget")


def grammar(html: str) -> Iterator[str]:
    """Yield what a parser that follows the standard to the letter has to mend."""
    parser = html5lib.HTMLParser()
    parser.parse(html)
    yield from (f"{line}:{column} {code} {about}" for (line, column), code, about in parser.errors)


def nesting(html: str) -> Iterator[str]:
    """Yield what stands where the standard has no place for it, though a parser lets it."""
    page = LexborHTMLParser(html)
    for tag, allowed in CHILDREN.items():
        for node in page.css(tag):
            yield from (f"{each.tag} in {tag}" for each in node.iter() if each.tag not in allowed)
    for node in page.css(PHRASES):
        yield from (f"{each.tag} in {node.tag}" for each in node.css(BLOCKS) if each != node)
    for node in page.css("a[href], button, summary"):
        inner = node.css("a[href], button, input, select, textarea, label, [tabindex]")
        yield from (f"{each.tag} in {node.tag}" for each in inner if each != node)


def names(html: str) -> Iterator[str]:
    """Yield ids that are there twice or are none, and references to ids that are not there."""
    page = LexborHTMLParser(html)
    ids = Counter(node.attributes["id"] or "" for node in page.css("[id]"))
    yield from (f"id {each!r}" for each, number in ids.items() if number > 1 or not re.fullmatch(r"\S+", each))
    for attribute in NAMED:
        for node in page.css(f"[{attribute}]"):
            yield from (f"{attribute}={each}" for each in (node.attributes[attribute] or "").split() if each not in ids)


def headings(html: str) -> Iterator[str]:
    """Yield levels that are skipped, empty headings, and a number of first ones that is not one."""
    found = LexborHTMLParser(html).css(HEADINGS)
    levels = [int((node.tag or "h0")[1]) for node in found]
    yield from (f"h{one} then h{other}" for one, other in pairwise(levels) if other > one + 1)
    yield from ("empty" for node in found if not node.text().strip())
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"levels {levels[:3]}"


def languages(html: str) -> Iterator[str]:
    """Yield languages that are none, and directions that are none."""
    page = LexborHTMLParser(html)
    tags = {node.attributes["lang"] or "" for node in page.css("[lang], [hreflang]") if "lang" in node.attributes}
    tags |= {node.attributes["hreflang"] or "" for node in page.css("[hreflang]")}
    yield from (f"lang {tag!r}" for tag in tags if not is_language(tag))
    ways = {node.attributes["dir"] for node in page.css("[dir]")}
    yield from (f"dir {way!r}" for way in ways - {"ltr", "rtl", "auto"})


def is_language(tag: str) -> bool:
    try:
        return bool(Locale.parse(tag, sep="-").get_display_name("en"))
    except (ValueError, UnknownLocaleError):
        return False


def tables(html: str) -> Iterator[str]:
    """Yield rows that no cell names, and columns without a heading."""
    for table in LexborHTMLParser(html).css("table"):
        for row in table.css("tbody tr"):
            if not row.css("th[scope=row]"):
                yield f"row {' '.join(row.text().split())[:40]}"
        heads = [node for node in table.css("thead th") if node.attributes.get("scope") != "col"]
        yield from (f"column {node.text()}" for node in heads)
        widths = {len(cells(row)) for row in table.css("tr")}
        yield from [f"rows of {sorted(widths)} cells"] if len(widths) > 1 else []


def cells(row: LexborNode) -> list[LexborNode]:
    return [each for each in row.iter() if each.tag in {"th", "td"}]


RULES: tuple[Callable[[str], Iterator[str]], ...] = (grammar, nesting, names, headings, languages, tables)


def faults(path: Path) -> list[str]:
    html = path.read_text("utf-8")
    return [f"{path}: {rule.__name__}: {each}" for rule in RULES for each in rule(html)]


def chosen(site: str, folder: Path) -> list[Path]:
    """Return pages to be looked at to the letter: of each kind, some of all, and all that are hostile.

    That every page is the tree that was written, and nests as it should, is checked before it is published.
    """
    every = sorted(folder.rglob("*.html"))
    kinds = [folder / name for name in BOTH] if site == "real_site" else []
    return [*kinds, *every[:: 1 if site == "evil_site" else 15]]


@pytest.mark.parametrize("site", ["real_site", "chamber_site", "evil_site"])
def test_pages_are_html(request: pytest.FixtureRequest, site: str) -> None:
    pages = chosen(site, request.getfixturevalue(site))
    assert len(pages) > 20
    assert [each for path in pages for each in faults(path)] == []


def test_a_page_says_which_language_it_is_in(real_site: Path) -> None:
    for path in real_site.rglob("*.html"):
        language = "de" if path.relative_to(real_site).parts[0] == "de" else "en"
        page = LexborHTMLParser(path.read_text("utf-8"))
        assert [node.attributes["lang"] for node in page.css("html")] == [language], path


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        (grammar, "<p><ul><li>x</li></ul></p>"),
        (grammar, "<p>x</b></p>"),
        (grammar, '<a href="x"><a href="y">x</a></a>'),
        (grammar, '<p id="a" id="b">x</p>'),
        (grammar, "<table><p>x</p></table>"),
        (grammar, "<div>x"),
        (grammar, "<p>a &nosuch; b</p>"),
        (nesting, "<span><div>x</div></span>"),
        (nesting, "<p><button><h2>x</h2></button></p>"),
        (nesting, "<ul><p>x</p></ul>"),
        (nesting, '<button><a href="x">x</a></button>'),
        (names, '<p id="a"></p><p id="a"></p>'),
        (names, '<p id="a b"></p>'),
        (names, '<label for="gone">x</label>'),
        (headings, "<main><h1>x</h1><h3>x</h3></main>"),
        (headings, "<main><h1>x</h1><h2> </h2></main>"),
        (headings, "<main><h2>x</h2></main>"),
        (languages, '<p lang="english">x</p>'),
        (languages, '<p lang="">x</p>'),
        (languages, '<p dir="left">x</p>'),
        (tables, "<table><tr><td>x</td></tr></table>"),
        (tables, "<table><thead><tr><th>x</th></tr></thead></table>"),
        (tables, '<table><tr><th scope="row">x</th></tr><tr><th scope="row">x</th><td>y</td></tr></table>'),
    ],
)
def test_each_rule_finds_something(rule: Callable[[str], Iterator[str]], wrong: str) -> None:
    page = f'<!doctype html><html lang="en"><head><title>x</title></head><body>{wrong}</body></html>'
    assert list(rule(page)) != []
