"""A reader enlarges a page or spaces its text: nothing is cut off, nothing lies beside the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.addresses import KINDS

CUT = """() => {
  const found = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const [node, parent] = [walker.currentNode, walker.currentNode.parentElement];
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    let [left, right, whole] = [0, innerWidth, text.width > 0];
    for (let box = parent; box && box !== document.body && whole; box = box.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (clipPath !== "none") break; // for screen readers alone
      if (/auto|scroll/.test(overflowX)) [left, right] = [-Infinity, Infinity];
      const cuts = /hidden|clip/.test(overflowX) && (text.left < edge.left - 1 || text.right > edge.right + 1);
      const cutsDown = /hidden|clip/.test(overflowY) && (text.top < edge.top - 2 || text.bottom > edge.bottom + 2);
      whole = !cuts && !cutsDown;
      if (box.parentElement === document.body) whole &&= text.left >= left - 1 && text.right <= right + 1;
    }
    if (text.width && !whole) found.push(`${parent.tagName} ${parent.getAttribute("class")}: ${node.data.trim()}`);
  }
  return found;
}"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def cut(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 800})
    found: list[str] = page.evaluate(CUT)
    return found


@pytest.mark.parametrize("folder", ["", "de/"])
def test_nothing_is_cut_off_when_a_page_is_enlarged_or_its_text_spaced(
    opened: Page, wide_address: str, folder: str
) -> None:
    for kind in KINDS:
        opened.goto(f"{wide_address}{folder}{kind}")
        opened.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert cut(opened, 640) == [], kind  # a window of 1280 pixels at 200 %
        assert cut(opened, 320) == [], kind  # and at 400 %
        opened.add_style_tag(content=SPACED)
        assert cut(opened, 320) == [], kind
        assert cut(opened, 1280) == [], kind


@pytest.mark.parametrize(
    "style",
    [
        ".answer { height: 0.5em; overflow: hidden; }",
        ".answer { width: 5em; overflow-x: clip; white-space: nowrap; }",
        ".answer { position: absolute; left: -2em; }",
        "h1 { white-space: nowrap; font-size: 4rem !important; }",
    ],
)
def test_what_is_cut_off_would_be_found(opened: Page, wide_address: str, style: str) -> None:
    opened.goto(f"{wide_address}votes/s-res-2774.html")
    assert cut(opened, 320) == []
    opened.add_style_tag(content=f".md-typeset {style}")
    assert cut(opened, 320) != []
