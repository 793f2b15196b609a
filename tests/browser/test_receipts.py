"""A receipt opens where it stands, by pointer and by keyboard, and without scripts it is a link to the list."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

PERSON = "people/sergey-lavrov.html"


def test_a_receipt_opens_where_it_stands(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/{PERSON}")
    mark = page.locator(".receipt a").first
    mark.focus()
    page.keyboard.press("Enter")
    window = page.locator(".receipt-window")
    expect(window).to_be_visible()
    listed = page.locator(f"li{mark.get_attribute('href')}").inner_text()
    assert listed.split(" · ")[0] in window.inner_text()
    expect(window.get_by_text("rests on it").or_(window.get_by_text("rest on it"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(window).not_to_be_visible()
    expect(mark).to_be_focused()
    assert "#" not in page.url
    mark.click()
    window.get_by_text("In the list of sources").click()
    expect(window).not_to_be_visible()
    assert page.url.endswith(str(mark.get_attribute("href")))


def test_without_scripts_a_receipt_leads_to_the_list(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_site.as_uri()}/{PERSON}")
    mark = page.locator(".receipt a").first
    mark.click()
    assert page.url.endswith(str(mark.get_attribute("href")))
    context.close()
