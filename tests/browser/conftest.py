"""A real browser, and pages that must be quiet: no console error, no failed request, nobody else asked."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from tests.browser.chromium import find
from tests.browser.fonts import NARROW, WIDE, set_in
from tests.conftest import once

_QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]

expect.set_options(timeout=30_000)  # a busy machine is no fault


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.fail("no browser: install Chromium, or name one in CHROMIUM")
    arguments = [*_QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=arguments)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("dialog", lambda dialog: trouble.append(dialog.message))
    opened.on("requestfailed", lambda request: trouble.append(request.url) if _has_failed(request) else None)
    opened.on("request", lambda request: trouble.append(request.url) if _is_elsewhere(request.url) else None)
    yield opened
    context.close()
    assert trouble == []


def _has_failed(request: Request) -> bool:
    """Tell a failure from a request that the browser dropped because the reader went on to the next page."""
    return request.failure != "net::ERR_ABORTED"


def _is_elsewhere(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:  # noqa: ANN401 - as the base class has it
        pass


def serve(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def real_address(real_site: Path) -> Iterator[str]:
    yield from serve(real_site)


@pytest.fixture(scope="session")
def wide_site(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site in a font as wide as any, for what is measured in it."""
    return once(tmp_path_factory, "wide", lambda root: set_in(WIDE, real_site, root / "site"))


@pytest.fixture(scope="session")
def wide_address(wide_site: Path) -> Iterator[str]:
    yield from serve(wide_site)


@pytest.fixture(scope="session")
def narrow_address(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site in a font as narrow as any: what can be pressed stands closest there."""
    yield from serve(once(tmp_path_factory, "narrow", lambda root: set_in(NARROW, real_site, root / "site")))


@pytest.fixture(scope="session")
def evil_address(evil_site: Path) -> Iterator[str]:
    yield from serve(evil_site)
