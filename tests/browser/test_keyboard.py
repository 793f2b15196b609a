"""A reader without a pointer: everything is reached, seen where it is, and left again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.addresses import KINDS

AT = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const box = at.getBoundingClientRect();
  const header = document.querySelector(".md-header");
  const top = at.closest(".md-header, .md-skip") ? 0 : header.getBoundingClientRect().bottom;
  const style = getComputedStyle(at);
  at.dataset.reached = "";
  return {
    what: `${at.tagName} ${at.className} ${at.textContent.trim().slice(0, 40)}`,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 0,
    seen: box.bottom > top + 1 && box.top < innerHeight - 1,
  };
}"""
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => !("reached" in each.dataset)).map((each) => each.outerHTML.slice(0, 80))"""


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def steps(page: Page, key: str, most: int = 1500) -> Iterator[dict[str, Any]]:
    """Press a key and yield where that leads, until the page is left."""
    for _ in range(most):
        page.keyboard.press(key)
        at = page.evaluate(AT)
        if at is None:
            return
        yield at
    pytest.fail("the page is not left")


def faults(page: Page, key: str, most: int | None = None) -> list[str]:
    return [at["what"] for at in islice(steps(page, key), most) if not (at["ringed"] and at["seen"])]


@pytest.mark.parametrize("kind", KINDS)
def test_all_is_reached_seen_and_left_again(opened: Page, wide_site: Path, kind: str) -> None:
    opened.goto((wide_site / kind).as_uri())
    expect(opened.locator(".search-open")).to_be_visible()
    opened.keyboard.press("Tab")
    assert opened.evaluate(AT)["what"].startswith("A md-skip")
    assert faults(opened, "Tab") == []
    assert opened.evaluate(MISSED) == []
    assert faults(opened, "Shift+Tab", 60) == []


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("body a.twin:focus-visible { outline: none; }", "index.html"),
        (".md-typeset * { scroll-margin: 0 !important; }", "events/index.html"),
        (".twin { width: 0; display: inline-block; overflow: hidden; }", "index.html"),
    ],
)
def test_what_is_not_seen_would_be_found(opened: Page, wide_site: Path, style: str, kind: str) -> None:
    opened.goto((wide_site / kind).as_uri())
    opened.add_style_tag(content=style)
    assert faults(opened, "Tab") + faults(opened, "Shift+Tab") != []


def test_the_skip_link_leads_to_the_content(opened: Page, real_site: Path) -> None:
    opened.goto((real_site / "votes/s-res-2774.html").as_uri())
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('article') !== null")


def test_escape_closes_what_is_open_and_leads_back(opened: Page, real_site: Path) -> None:
    opened.goto((real_site / "people/sergey-lavrov.html").as_uri())
    for opener, box in ((".search-open", "dialog.search"), (".receipt a >> nth=0", ".receipt-window")):
        opened.locator(opener).focus()
        opened.keyboard.press("Enter")
        expect(opened.locator(box)).to_be_visible()
        assert opened.evaluate("(box) => document.querySelector(box).contains(document.activeElement)", box)
        opened.keyboard.press("Escape")
        expect(opened.locator(box)).to_be_hidden()
        expect(opened.locator(opener)).to_be_focused()


@pytest.mark.parametrize("folder", ["", "de/"])
def test_the_look_is_switched_by_keyboard(opened: Page, real_site: Path, folder: str) -> None:
    opened.goto((real_site / folder / "index.html").as_uri())
    button = opened.locator(".look-button")
    before = button.get_attribute("aria-label")
    for scheme, key in (("slate", "Enter"), ("default", "Space")):
        button.press(key)
        expect(opened.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        expect(button).to_be_focused()
        assert (button.get_attribute("aria-label") == before) == (scheme == "default")
