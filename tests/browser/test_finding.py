"""A reader looks for something: by the search field, by the filter, by the letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

IVORY_COAST = "Côte d\u2019Ivoire"
SEARCHES = [
    ("", "Peskow", "Dmitry Peskov"),
    ("", "Песков", "Dmitry Peskov"),
    ("de/", "Peskov", "Dmitri Peskow"),
    ("", "Elfenbeinküste", IVORY_COAST),
    ("", "Ivory Coast", IVORY_COAST),
    ("de/", "Cote", IVORY_COAST),
    ("", "2774", "S/RES/2774 (2025): Resolution 2774 (2025), on the war in Ukraine"),
    ("", "S/RES/2774", "S/RES/2774 (2025): Resolution 2774 (2025), on the war in Ukraine"),
]


@pytest.mark.parametrize(("folder", "words", "title"), SEARCHES)
def test_search_finds_other_spellings(page: Page, real_address: str, folder: str, words: str, title: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{real_address}{folder}index.html")
    page.locator(".md-search__input").click()
    page.keyboard.type(words)
    expect(page.locator(".md-search-result__item h1", has_text=title).first).to_be_visible()


def test_there_is_no_dead_search_field_in_a_folder(page: Page, real_site: Path) -> None:
    page.goto((real_site / "index.html").as_uri())
    expect(page.locator(".md-search")).to_have_count(0)


@pytest.mark.parametrize(
    ("folder", "words", "name"), [("", "ivory", IVORY_COAST), ("de/", "südkorea", "Republik Korea")]
)
def test_the_filter_knows_other_names(page: Page, real_site: Path, folder: str, words: str, name: str) -> None:
    sheet = "factsheets/2025-02-24-ukraine-at-the-united-nations.html"
    page.goto(f"{real_site.as_uri()}/{folder}{sheet}#countries")
    page.locator(".countries input").fill(words)
    expect(page.locator(".countries tbody tr:visible th")).to_have_text([name])
    page.locator(".countries input").fill("xyz")
    expect(page.locator(".countries [role=status]")).to_be_visible()


def test_a_state_is_two_steps_from_home(page: Page, real_site: Path) -> None:
    page.goto((real_site / "index.html").as_uri())
    page.locator(".doors a").first.click()
    page.locator("article a", has_text="Kenya").click()
    expect(page.locator(".stands").first).to_contain_text("A/RES/ES-11/1")


def test_the_filter_of_a_fact_sheet_works_on_a_phone(page: Page, real_site: Path) -> None:
    page.goto((real_site / "factsheets" / "ukraine-in-the-eleventh-emergency-special-session.html").as_uri())
    page.locator(".countries .filter input").fill("hungary")
    expect(page.locator(".countries tbody tr:visible")).to_have_count(1)


def test_the_menu_opens_by_keyboard(page: Page, real_site: Path) -> None:
    page.goto((real_site / "index.html").as_uri())
    menu = page.get_by_role("button", name="Navigation")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary")).to_be_visible()
