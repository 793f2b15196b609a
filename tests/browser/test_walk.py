"""A reader walks the published site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

WALK = {
    "en": ("", "Against", "Russia", "Dmitry Peskov", "Missing."),
    "de": ("de/", "Dagegen", "Russland", "Dmitri Peskow", "Fehlt."),
}


def walk(page: Page, start: str, language: str) -> None:
    folder, _, state, person, missing = WALK[language]
    page.goto(f"{start}{folder}index.html")
    page.locator(".lead h2 a").click()
    expect(page.locator("h1")).to_contain_text("2025")
    page.locator("#vote-a-res-es-11-7 h3 a").click()
    expect(page.locator(".verdict .result").first).to_be_visible()
    expect(page.locator("#adoption-hun")).to_be_visible()
    page.locator("#adoption-rus a").first.click()
    expect(page.locator("h1")).to_have_text(state)
    page.locator(".who a", has_text=person).click()
    expect(page.locator("h1")).to_have_text(person)
    page.locator("#statements ~ figure figcaption a").first.click()
    expect(page.locator(".missing").first).to_contain_text(missing)
    page.locator("a.twin").click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if language == "de" else "de")
    expect(page.locator("blockquote").first).to_be_visible()


@pytest.mark.parametrize("language", ["en", "de"])
def test_from_home_to_a_person_over_http(page: Page, real_address: str, language: str) -> None:
    walk(page, real_address, language)


@pytest.mark.parametrize("language", ["en", "de"])
def test_from_home_to_a_person_from_a_folder(page: Page, real_site: Path, language: str) -> None:
    walk(page, f"{real_site.as_uri()}/", language)


def test_a_page_is_whole_without_scripts(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_site.as_uri()}/votes/a-res-es-11-7.html")
    assert page.locator(".roll-call .members li").count() == 193
    expect(page.locator("#adoption-usa")).to_be_visible()
    assert "93 in favour + 18 against = 111" in page.locator(".proof").first.inner_text()
    context.close()


def test_hostile_text_runs_nothing(page: Page, evil_address: str, evil_site: Path) -> None:
    for path in sorted(evil_site.rglob("*.html")):
        page.goto(evil_address + path.relative_to(evil_site).as_posix())
        assert page.evaluate("'evil' in window") is False
        assert page.locator("x-evil").count() == 0
        assert "49" not in page.title()
