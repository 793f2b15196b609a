"""From published fact sheets to PDF: the browser at hand prints each on its two pages."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from factsheets.site.files import scratch

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""What browsers that can print are called."""


class PaperError(Exception):
    """There is no browser, nothing to print, or the browser did not print. The text says which."""


def browser() -> str | None:
    """Return the path of a browser: the one that CHROMIUM names, else the first on the path; None if there is none."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def print_sheets(site: Path, languages: Iterable[str], target: Path) -> Iterator[Path]:
    """Print every fact sheet of a published site, and yield each file written; raises PaperError.

    The first language lies at the root of the site. A file is called by its sheet and language: `x.en.pdf`.
    """
    program = browser()
    if program is None:
        raise PaperError("no browser: install Chromium, or name one in CHROMIUM")
    pages = [
        (page, language)
        for number, language in enumerate(languages)
        for page in sorted((site / (language if number else "") / "factsheets").glob("*.html"))
        if page.stem != "index"
    ]
    if not pages:
        raise PaperError(f"there are no fact sheets in {site}/: publish it first, with factsheets build")
    target.mkdir(parents=True, exist_ok=True)
    for page, language in pages:
        yield _print(program, page, target / f"{page.stem}.{language}.pdf")


def _print(program: str, page: Path, target: Path) -> Path:
    with scratch() as profile:
        arguments = ["--headless", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={profile}"]
        arguments += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        command = [program, *arguments, f"--print-to-pdf={target.resolve()}", page.resolve().as_uri()]
        target.unlink(missing_ok=True)
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", errors="replace")  # noqa: S603
    if not target.is_file():
        raise PaperError(f"{program} did not print {page.name}: {done.stderr.strip()[-300:]}")
    return target
