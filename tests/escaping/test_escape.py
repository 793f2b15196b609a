"""Hostile text in every field of every record type in; pages without a trace of markup from it out."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from factsheets.site.escape import escape, json_in_html
from tests.escaping.poison import EVIL, visible


def to_html(text: str) -> LexborHTMLParser:
    markdown = Markdown(extensions=["attr_list", "toc", "tables", "fenced_code", "footnotes", "md_in_html", "abbr"])
    return LexborHTMLParser(f"<body>{markdown.convert(text)}</body>")


def text_of(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None, selector
    return node.text()


@pytest.mark.parametrize("character", [chr(code) for code in range(33, 127)])
def test_each_ascii_character_is_text_wherever_it_stands(character: str) -> None:
    for text in (character, character * 3, f"{character}x{character}", f"a {character} b", f"x{character}"):
        page = to_html(f"# {escape(text)} {{#top}}\n\n{escape(text)}\n\n- {escape(text)}\n")
        assert {node.tag for node in page.css("body *")} == {"h1", "p", "ul", "li"}
        assert visible(text_of(page, "p")) == visible(text)


@given(st.text(max_size=40))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    page = to_html(f"start{escape(text)}end")
    assert {node.tag for node in page.css("body *")} == {"p"}
    expected = re.sub(r"\s+", " ", html.unescape(str(escape(text))))
    assert re.sub(r"\s+", " ", text_of(page, "p")) == f"start{expected}end"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"]), max_size=40))
def test_no_visible_character_is_lost(text: str) -> None:
    assert html.unescape(str(escape(text))) == re.sub(r"[ \t\r\n\f\v]+", " ", text)


def test_no_built_page_has_markup_from_any_field(evil_site: Path) -> None:
    pages = [path for path in evil_site.rglob("*.html") if path.name != "404.html"]
    assert len(pages) > 30
    for path in pages:
        page = LexborHTMLParser(path.read_text("utf-8"))
        where = path.relative_to(evil_site)
        assert not page.css("x-evil"), where
        assert not page.css("article img, article iframe, article del"), where
        assert where.name == "messages.html" or not page.css("article code:not(.yaml), article pre"), where
        scripts = [node.text() for node in page.css("script") if node.attributes.get("type") != "application/json"]
        assert not any("evil" in script and "window.evil" in script for script in scripts), where
        for node in page.css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], where
            for name in ("href", "src"):
                assert not (node.attributes.get(name) or "").lower().startswith(("javascript:", "https://evil")), where


def test_data_for_a_script_is_data(evil_site: Path) -> None:
    page = LexborHTMLParser((evil_site / "compare" / "index.html").read_text("utf-8"))
    data = json.loads(text_of(page, "script[type='application/json']"))
    names = [each["name"] for each in data["members"]]
    assert visible(EVIL) in {visible(name) for name in names}


@given(st.text(max_size=40))
def test_json_in_a_page_ends_no_script(text: str) -> None:
    written = str(json_in_html(json.dumps([text])))
    assert not set(written) & set("<>&")
    assert json.loads(written) == [text]


def test_the_hostile_text_is_shown_as_it_is(evil_site: Path) -> None:
    page = LexborHTMLParser((evil_site / "people" / "ada-moe.html").read_text("utf-8"))
    assert visible(EVIL) in visible(text_of(page, "h1"))
    assert visible(EVIL) in visible(text_of(page, "title"))
