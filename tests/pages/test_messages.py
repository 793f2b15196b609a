"""The codes in; the page that explains them out."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from factsheets.diagnostics.codes import CODES


def text_of(node: LexborHTMLParser | LexborNode, selector: str) -> str:
    found = node.css_first(selector)
    assert found
    return found.text()


def test_every_code_is_explained_at_its_anchor_in_both_languages(small_site: Path) -> None:
    for page in ("messages.html", "de/messages.html"):
        document = LexborHTMLParser((small_site / page).read_text("utf-8"))
        shown = {
            node.attributes.get("id"): (
                text_of(node, "h3").casefold(),
                text_of(node, "h3 + p + p"),
                *(each.text() for each in node.css("pre")),
            )
            for node in document.css("section.message")
        }
        assert shown == {
            each.code: (each.title.casefold(), each.why, each.wrong, each.right) for each in CODES.values()
        }


def test_the_german_page_marks_the_messages_as_english(small_site: Path) -> None:
    for page, lang in (("messages.html", None), ("de/messages.html", "en")):
        document = LexborHTMLParser((small_site / page).read_text("utf-8"))
        marked = document.css("section.message h3, section.message h3 + p + p, section.message pre")
        assert {node.attributes.get("lang") for node in marked} == {lang}
        assert ("Englisch" in text_of(document, "article")) is (lang == "en")


def test_who_adds_what_is_missing_is_led_there(small_site: Path) -> None:
    document = LexborHTMLParser((small_site / "missing.html").read_text("utf-8"))
    assert document.css_first('article a[href="messages.html"]')
