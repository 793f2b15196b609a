"""Hostile text in every field of every record type in; pages without a trace of markup from it out."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from pydantic import ValidationError
from selectolax.lexbor import LexborHTMLParser

from generator.escape import escape, json_in_html
from generator.records import RECORD_TYPES
from generator.records.base import Model, references
from generator.records.site import Site
from tests.world import WORLD

HOSTILE = [
    "<x-evil onclick=steal()>tag</x-evil>",
    '"><script>window.evil = 1</script>',
    "<!-- comment --> <?php ?> <![CDATA[ x ]]>",
    "[link](javascript:alert(1)) ![image](https://evil.example/x.png) <https://evil.example>",
    "**bold** _em_ `code` ~~gone~~ ==mark== ^up^ # heading",
    "{{ 7 * 7 }} {% raw %} {# x #} ${x} {: onclick=steal() } {#top .x }",
    "&lt;x-evil&gt; &#60;x-evil&#62; \\<x-evil\\>",
    "--- title: x --- | a | b | *[x]: y [^1] [TOC] :smile: (c) 1. - + > ```",
    "' \" ` \\ / $ % & ? ! ; , . @ ~ ^ | = + -",
    "Z\u0301algo \u05e9\u05dc\u05d5\u05dd \U0001f600 \u00a0 \u200d Ж",
]
EVIL = " ".join(HOSTILE)


def to_html(text: str) -> LexborHTMLParser:
    markdown = Markdown(extensions=["attr_list", "toc", "tables", "fenced_code", "footnotes", "md_in_html", "abbr"])
    return LexborHTMLParser(f"<body>{markdown.convert(text)}</body>")


def text_of(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None, selector
    return node.text()


def visible(text: str) -> str:
    return " ".join(text.split())


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


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - a YAML tree
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from leaves(item, (*path, key))
    if isinstance(value, str):
        yield path


def put(tree: Any, path: tuple[Any, ...], value: str) -> str:  # noqa: ANN401 - a YAML tree
    for key in path[:-1]:
        tree = tree[key]
    old: str = tree[path[-1]]
    tree[path[-1]] = value
    return old


def tree_text(tree: Any, path: tuple[Any, ...]) -> str:  # noqa: ANN401 - a YAML tree
    for key in path:
        tree = tree[key]
    return str(tree)


def poisoned(text: str, model: type[Model]) -> tuple[str, int]:
    """Put hostile text into every field that takes any text, and return the file and how many fields took it."""
    tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    taken = 0
    for path in list(leaves(tree)):
        if (
            path[-1] in {"fields", "preferred", "branch"}
            or "fields" in path
            or ("doubts" in path and path[-1] == "words")
        ):
            continue
        old = put(tree, path, EVIL + (" long road" if path[-1] == "text" else ""))
        try:
            record = model.model_validate(tree)
        except ValidationError:
            record = None
        if record is None or any(str(name) == tree_text(tree, path) for _, name in references(record)):
            put(tree, path, old)  # no text, or the name of a file, which no file can have
        else:
            taken += 1
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), taken


MORE = {
    "site.yaml": "about:\n  - {id: why, title: {en: a, de: a}, text: {en: a, de: a}}\n",
    "states/GBR.yaml": "name_in_records: a\nother_names: [a, {en: a, de: a}]\n",
    "people/ada-moe.yaml": """\
full_name: a
other_names: [a, {en: a, de: a}]
links: [{url: "https://example.com/", title: {en: a, de: a}}]
corrections:
  - {date: 2025-03-01, was: {en: a, de: a}, now: {en: a, de: a}, gravity: fact, why: {en: a, de: a}}
""",
    "statements/first-words.yaml": "venue: {en: a, de: a}\nreported_by: {en: a, de: a}\n",
    "events/meeting.yaml": "also_present: [a, {en: a, de: a}]\nduration: {en: a, de: a}\nmeeting: {en: a, de: a}\n",
    "resolutions/resolution-1.yaml": "meeting_record: a\ndraft: a/b\nsponsors: {also: {en: a, de: a}}\n",
    "factsheets/first-day.yaml": """\
misreadings:
  - id: wrong
    where: {en: a, de: a}
    words: a
    lang: de
    meant: a
    meant_lang: en
    explanation: {en: a, de: a}
open_questions:
  - {id: unclear, text: {en: a, de: a}, sources: [record]}
""",
}
"""Fields that the small world can do without, so that they are hostile too."""


def poisoned_world() -> dict[str, str]:
    models: dict[str, type[Model]] = {kind.folder: kind for kind in RECORD_TYPES}
    changes = {}
    for name, text in WORLD.items():
        model = models.get(name.partition("/")[0], Site)
        changes[name], taken = poisoned(text + MORE.get(name, ""), model)
        assert taken or name.startswith("states/"), f"no field of {name} takes a text"
    changes["states/NOR.yaml"] = yaml.safe_dump({"alpha_2": "NO", "name": EVIL, "sources": ["record"]})
    preferred = yaml.safe_load(changes["resolutions/resolution-1.yaml"])
    preferred["votes"][1]["conflicts"][0]["preferred"] = EVIL
    changes["resolutions/resolution-1.yaml"] = yaml.safe_dump(preferred, allow_unicode=True)
    return changes


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
