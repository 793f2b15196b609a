"""An engine that is quick, for tests in which the pages are not the point: each page is its text, and nothing else."""

from __future__ import annotations

import html
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from factsheets.site import files


def build(languages: Iterable[str], folder: Path, day: date) -> None:
    """Write a page of HTML for each page of Markdown, as the engine does, with no links but those to its twins."""
    languages = tuple(languages)
    files.clear(folder / "html")
    for language in languages:
        for path in sorted((folder / language).rglob("*.md")):
            target = (folder / "html" / language / path.relative_to(folder / language)).with_suffix(".html")
            target.parent.mkdir(parents=True, exist_ok=True)
            text = html.escape(path.read_text("utf-8"))
            head = f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>x</title></head>'
            twins = _twins(target.relative_to(folder / "html" / language).as_posix(), language, languages)
            target.write_text(f"{head}<body>{twins}<pre>{day}\n{text}</pre></body></html>\n", "utf-8")


def _twins(page: str, language: str, languages: tuple[str, ...]) -> str:
    """Return the links from a page to itself in each other language: all but the first lie in a folder of their own."""
    up = "../" * (page.count("/") + (language != languages[0]))
    folders = {each: "" if each == languages[0] else f"{each}/" for each in languages if each != language}
    return "".join(f'<a class="twin" href="{up}{at}{page}" hreflang="{each}">x</a>' for each, at in folders.items())
