"""Content in, page out."""

from __future__ import annotations

import html
from pathlib import Path

from factsheets import pipeline
from factsheets.site.pages import pages
from factsheets.site.render import render


def page(root: Path, path: str, language: str = "en") -> str:
    """Return a page of the world in a root as Markdown, with references read back as characters."""
    checked = pipeline.check(root / "content")
    found = next(
        each for each in pages(checked.facts, checked.derived) if (each.path, each.language) == (path, language)
    )
    return html.unescape(render(found))
