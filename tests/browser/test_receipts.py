"""A receipt opens where it stands, by pointer and by keyboard, and without scripts it is a link to the list."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

PERSON = "people/sergey-lavrov.html"


def press(page: Page, mark: Locator) -> None:
    """Press a mark by keyboard once the page has come to rest: scrolling closes the window."""
    mark.focus()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.keyboard.press("Enter")


def test_a_receipt_opens_where_it_stands(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/{PERSON}")
    mark = page.locator(".receipt a").first
    press(page, mark)
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


def test_the_window_says_where_a_fact_has_no_other_source(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/{PERSON}")
    window, line = page.locator(".receipt-window"), page.locator(".receipt-window .only")
    press(page, page.locator(".receipt-only a").first)
    expect(line).to_have_text("The only source for this")
    count = window.get_by_role("link", name="rest on it").or_(window.get_by_role("link", name="rests on it"))
    page.keyboard.press("Escape")
    expect(window).not_to_be_visible()
    press(page, page.locator(".receipt:not(.receipt-only) a").first)
    expect(window).to_be_visible()
    expect(line).to_have_count(0)
    count.click()
    expect(page.locator("#uses")).to_be_in_viewport()
    expect(page.locator(".rests").first).to_be_attached()


def test_a_closing_window_does_not_take_the_reader_back_from_where_she_went(page: Page, real_site: Path) -> None:
    page.goto(f"{real_site.as_uri()}/{PERSON}")
    first, second = page.locator(".receipt a").nth(0), page.locator(".receipt a").nth(1)
    press(page, first)
    expect(page.locator(".receipt-window")).to_be_visible()
    went_on = """async (mark) => {
        const pane = document.querySelector(".receipt-window");
        const closed = new Promise((done) => pane.addEventListener("toggle", done, { once: true }));
        pane.hidePopover();
        mark.focus({ preventScroll: true });
        await closed; // the page was told of it first
        return document.activeElement === mark;
    }"""
    assert second.evaluate(went_on)


def test_without_scripts_a_receipt_leads_to_the_list(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_site.as_uri()}/{PERSON}")
    mark = page.locator(".receipt a").first
    mark.click()
    assert page.url.endswith(str(mark.get_attribute("href")))
    context.close()
