"""Scripts and styles by their hash: what was built is taken, other bytes under the same name are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.conftest import serve
from tests.conftest import once, publish
from tests.world import lay

PAGES = ("index.html", "votes/resolution-1.html", "de/people/ada-moe.html", "404.html", "de/404.html")
LOADED = ("assets/factsheets.js", "assets/search.js", "assets/javascripts/bundle", "assets/factsheets.css")


@pytest.fixture(scope="session")
def sealed_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    def make(root: Path) -> Path:
        lay(root)
        return publish(root, integrity=True)

    yield from serve(once(tmp_path_factory, "sealed", make))


@pytest.mark.parametrize("path", PAGES)
def test_what_was_built_is_loaded(page: Page, sealed_address: str, path: str) -> None:
    page.goto(f"{sealed_address}{path}")
    assert page.locator("script[src]:not([integrity]), link[rel=stylesheet]:not([integrity])").count() == 0
    assert page.locator("script[integrity]").count() > 5
    page.keyboard.press("Control+k")
    page.locator(".search input").fill("Ada")
    expect(page.locator(".search-best").first).to_be_visible()


@pytest.mark.parametrize("name", [*LOADED, "assets/search-index.js"])
@pytest.mark.parametrize("more", ["", "\n"], ids=["the same bytes", "a byte more"])
def test_other_bytes_under_the_same_name_are_refused(
    browser: Browser, sealed_address: str, name: str, more: str
) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    def answer(route: Route, request: Request) -> None:
        told = route.fetch()
        route.fulfill(response=told, body=told.text() + (more if name in request.url else ""))

    page.route("**/*", answer)
    page.goto(f"{sealed_address}index.html")
    if "search" in name and not (more and "index" not in name):
        page.keyboard.press("Control+k")
        page.locator(".search input").fill("Ada")
        expect(page.locator(".search-status")).not_to_be_empty()
    page.close()
    assert [each for each in said if "integrity" in each and name in each] == (said if more else [])
    assert bool(said) == bool(more)
