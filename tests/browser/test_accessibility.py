"""Every kind of page, in both languages and both looks: nothing for axe to find, valid HTML, no wider than a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from justhtml import JustHTML
from playwright.sync_api import Browser, ViewportSize

from tests.browser.addresses import BOTH, KINDS


def invisible(incomplete: list[dict[str, Any]]) -> list[str]:
    """Return texts in the colour of their ground, which axe takes for hidden on purpose."""
    nodes = [node for each in incomplete if each["id"] == "color-contrast" for node in each["nodes"]]
    return [node["html"] for node in nodes if node["any"][0]["data"].get("messageKey") == "equalRatio"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "addresses"), [(1280, BOTH), (390, KINDS)])
def test_axe_finds_nothing(
    browser: Browser, real_address: str, scheme: Literal["light", "dark"], width: int, addresses: tuple[str, ...]
) -> None:
    viewport: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", viewport=viewport)
    page = context.new_page()
    for address in addresses:
        page.goto(real_address + address)
        found = Axe().run(page).response
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == [], address
        assert invisible(found["incomplete"]) == [], address
    context.close()


def test_axe_would_find_something(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    page.goto(real_address)
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"assets/mark.svg\">')")
    assert [each["id"] for each in Axe().run(page).response["violations"]] == ["image-alt"]
    page.close()


@pytest.mark.parametrize("address", BOTH)
def test_pages_are_html_without_errors(real_site: Path, address: str) -> None:
    assert JustHTML((real_site / address).read_text("utf-8"), collect_errors=True).errors == []


def test_nothing_is_wider_than_a_narrow_phone(browser: Browser, real_address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    for address in BOTH:
        page.goto(real_address + address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    page.goto(f"{real_address}votes/s-res-2774.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#top"
    page.close()


def test_every_page_has_a_twin_that_leads_back(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    for address in KINDS:
        page.goto(real_address + address)
        page.locator("a.twin").click()
        assert page.url == f"{real_address}de/{address}"
        page.locator("a.twin").click()
        assert page.url == real_address + address
    page.close()
