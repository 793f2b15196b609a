"""Every kind of page in both languages, looks, widths, and in fonts wide and narrow: nothing for axe to find."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.addresses import KINDS

EVERYTHING: dict[str, Any] = {"resultTypes": ["violations", "incomplete"], "rules": {"target-size": {"enabled": True}}}
"""All that axe looks for by itself, and the size of targets, which WCAG 2.2 added."""
BUT_COLOURS = {**EVERYTHING, "rules": {**EVERYTHING["rules"], "color-contrast": {"enabled": False}}}
"""Colours depend on the look alone, and are what takes longest: once for each look is enough."""


def invisible(incomplete: list[dict[str, Any]]) -> list[str]:
    """Return texts in the colour of their ground, which axe takes for hidden on purpose."""
    nodes = [node for each in incomplete if each["id"] == "color-contrast" for node in each["nodes"]]
    return [node["html"] for node in nodes if node["any"][0]["data"].get("messageKey") == "equalRatio"]


@pytest.mark.parametrize(
    ("start", "scheme", "width"),
    [
        ("wide", "light", 1280),
        ("narrow", "dark", 390),
        ("wide/de", "light", 390),
        ("narrow/de", "dark", 1280),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, request: pytest.FixtureRequest, start: str, scheme: Literal["light", "dark"], width: int
) -> None:
    font, slash, language = start.partition("/")
    address = f"{request.getfixturevalue(f'{font}_address')}{language}{slash}"
    viewport: ViewportSize = {"width": width, "height": 800}
    options = BUT_COLOURS if language else EVERYTHING
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport=viewport)
    page = context.new_page()
    for kind in KINDS:
        page.goto(address + kind)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        found = Axe().run(page, options=options).response
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == [], kind
        assert invisible(found["incomplete"]) == [], kind
    context.close()


SMALL = "display: block; width: 12px; height: 12px; overflow: hidden"


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ('<img src="assets/mark.svg">', "image-alt"),
        (f'<a href="a" style="{SMALL}">a</a><a href="b" style="{SMALL}">b</a>', "target-size"),
        ('<p style="color: #999; background: #fff">pale</p>', "color-contrast"),
    ],
)
def test_axe_would_find_something(browser: Browser, wide_address: str, wrong: str, rule: str) -> None:
    page = browser.new_page()
    page.goto(wide_address)
    page.evaluate("(wrong) => document.querySelector('article').insertAdjacentHTML('afterbegin', wrong)", wrong)
    assert [each["id"] for each in Axe().run(page, options=EVERYTHING).response["violations"]] == [rule]
    page.close()


def test_the_twin_of_a_page_leads_back(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    for address in ("index.html", "votes/s-res-2774.html"):
        page.goto(real_address + address)
        page.locator("a.twin").click()
        expect(page).to_have_url(f"{real_address}de/{address}")
        page.locator("a.twin").click()
        expect(page).to_have_url(real_address + address)
    page.close()
