"""A browser for the tests: the one at hand, else an installed one. Without any, the tests fail and say so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from factsheets.site.printing import browser


def find() -> str | None:
    """Return the path of a browser: from CHROMIUM, from PATH, or Playwright's own; None if there is none."""
    at_hand = browser()
    if at_hand or os.environ.get("CHROMIUM"):
        return at_hand
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).is_file() else None


def install() -> None:
    """Install a browser: with apt as root, else by Playwright's own download."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet)
    if find() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> None:
    """See to it that there is a browser; ends the program with words if there can be none."""
    named = os.environ.get("CHROMIUM")
    if named and find() is None:
        sys.exit(f"CHROMIUM names {named}, which is no program")
    if find() is None:
        install()
    if find() is None:
        sys.exit("no browser: install Chromium, or name one in CHROMIUM; the tests need it")


if __name__ == "__main__":
    main()
