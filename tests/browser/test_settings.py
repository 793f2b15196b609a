"""What readers set in their systems is kept: their own colours, no motion, no scripts."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.addresses import BOTH, KINDS
from tests.browser.test_policy import WATCH

SERIES = "factsheets/ukraine-in-the-eleventh-emergency-special-session.html"
LOOKS = """(selector) => Object.fromEntries([...document.querySelectorAll(selector)].map((each) => {
  const { backgroundColor, backgroundImage, borderStyle, borderColor } = getComputedStyle(each);
  const { content } = getComputedStyle(each, "::before");
  const look = [backgroundColor, backgroundImage, borderStyle, borderColor, content].join("; ");
  return [each.closest("[class]").className, look];
}))"""
PAINT = """() => {
  const painted = (selector, names) =>
    [...document.querySelectorAll(selector)].flatMap((each) => names.map((name) => getComputedStyle(each)[name]));
  const marks = painted(".mark, .number, .receipt span, .badge", ["color", "backgroundColor", "borderTopColor"]);
  return [...new Set([...painted("svg.chart *", ["fill", "stroke"]), ...marks])];
}"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((each) => ["", "::before", "::after"].flatMap((part) => {
  const style = getComputedStyle(each, part);
  const takesTime = (times) => times.split(", ").some((time) => parseFloat(time) > 0);
  const runs = style.animationName !== "none" && takesTime(style.animationDuration);
  const moves = runs || takesTime(style.transitionDuration) || style.scrollBehavior === "smooth";
  return moves ? [`${each.tagName} ${each.className} ${part}`] : [];
}))"""
WORDS = """() => {
  const added = "form.tools, label.filter, .receipt-window, #compare, noscript, [role=status], .jump, nav";
  const article = document.querySelector("article").cloneNode(true);
  for (const each of article.querySelectorAll(added)) each.remove();
  return article.textContent;
}"""
UNSEEN = """() => [...document.querySelectorAll("article :is(p, li, td, th, h1, h2, h3, dt, dd, blockquote, svg, a)")]
  .filter((each) => !each.closest("details, template, #compare, .vh"))
  .filter((each) => !each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.outerHTML.slice(0, 80))"""


DISTINCT = [
    ("votes/ga-2026-02-24.html", ".key", "key key-", ["yes", "no", "abstain", "not-voting", "unknown"]),
    (SERIES, ".mark", "mark mark-", ["yes", "no", "abstain", "not-voting", "unknown", "none"]),
    (SERIES, ".receipt span", "receipt receipt-", ["record", "report", "retold"]),
    ("votes/s-res-2774.html", ".badge", "badge tier-", ["record", "report", "retold"]),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_keep_their_meaning_in_a_readers_own_colours(
    browser: Browser, real_address: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    for address, selector, stem, kinds in DISTINCT:
        page.goto(real_address + address)
        looks = page.evaluate(LOOKS, selector)
        assert len({looks[stem + kind] for kind in kinds}) == len(kinds), (selector, looks)
        painted = {each for each in page.evaluate(PAINT) if not each.startswith("url(")}
        assert painted <= {"none", "rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, address
    context.close()


def test_nothing_moves_for_those_who_want_no_motion(browser: Browser, real_address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for kind in KINDS:
        page.goto(real_address + kind)
        assert page.evaluate(MOVING) == [], kind
    context.close()


def test_motion_would_be_found(browser: Browser, real_address: str) -> None:
    context = browser.new_context(reduced_motion="no-preference")
    page = context.new_page()
    page.goto(real_address)
    assert page.evaluate(MOVING) != []
    context.close()


def words(page: Page) -> list[str]:
    return re.findall(r"\S+", page.evaluate(WORDS))


def test_every_kind_of_page_is_whole_without_scripts(browser: Browser, real_address: str) -> None:
    bare = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    full = browser.new_context(viewport={"width": 1280, "height": 800})
    without, with_scripts = bare.new_page(), full.new_page()
    with_scripts.add_init_script(WATCH)
    for address in BOTH:
        without.goto(real_address + address)
        with_scripts.goto(real_address + address)
        assert words(without) == words(with_scripts), address
        assert with_scripts.evaluate("violations") == [], address
        assert without.evaluate(UNSEEN) == [], address
        assert without.locator(".md-tabs a:visible").count() > 8, address
        assert without.locator("a.twin:visible").count() == 1, address
    bare.close()
    full.close()


def test_the_menu_of_a_phone_opens_without_scripts(browser: Browser, real_address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(real_address)
    page.locator(".md-header__button[for=__drawer]").click()
    assert page.locator(".md-sidebar--primary a:visible").count() > 8
    context.close()
