"""An engine that is quick, for tests in which the pages are not the point: each page is its text, and nothing else."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator import files


def build(languages: Iterable[str], folder: Path, day: date) -> None:
    """Write a page of HTML for each page of Markdown, as the engine does, without a link in it."""
    files.clear(folder / "html")
    for language in languages:
        for path in sorted((folder / language).rglob("*.md")):
            target = (folder / "html" / language / path.relative_to(folder / language)).with_suffix(".html")
            target.parent.mkdir(parents=True, exist_ok=True)
            text = html.escape(path.read_text("utf-8"))
            head = f'<!doctype html><html lang="{language}"><head><title>x</title></head>'
            target.write_text(f"{head}<body><pre>{day}\n{text}</pre></body></html>\n", "utf-8")
