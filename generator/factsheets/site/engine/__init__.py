"""From a tree of Markdown to a site. The one room that knows MkDocs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from factsheets.site import files
from factsheets.site.engine.ending import EngineError, failure
from factsheets.site.engine.preview import serve
from factsheets.site.escape import escape

__all__ = ["Edition", "EngineError", "build", "config", "serve"]


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language: what its configuration adds to the look in `mkdocs.yml`.

    `nav` pairs a label with a Markdown file, `footer` one with an address; `dark` and `light` are the names of the
    switch between the two looks, and `search` has the words of the search.
    """

    language: str
    site_name: str
    description: str
    address: str
    nav: tuple[tuple[str, str], ...]
    footer: tuple[tuple[str, str], ...]
    dark: str
    light: str
    search: Mapping[str, str]


def config(edition: Edition) -> str:
    """Return the MkDocs configuration of an edition, for the build folder, as JSON, which is YAML.

    Themes print names as they are, so these are escaped here.
    """
    settings = {
        "INHERIT": "../mkdocs.yml",
        "site_name": escape(edition.site_name),
        "site_description": escape(edition.description),
        "site_url": edition.address,
        "docs_dir": edition.language,
        "site_dir": f"html/{edition.language}",
        "theme": {
            "language": edition.language,
            "custom_dir": str(Path(__file__).parent / "theme"),
            "palette": _palette(edition),
        },
        "extra": {
            "footer": [{"label": escape(label), "address": address} for label, address in edition.footer],
            "search": {key: escape(words) for key, words in edition.search.items()},
        },
        "nav": [{str(escape(label)): path} for label, path in edition.nav],
    }
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"


def _palette(edition: Edition) -> list[dict[str, object]]:
    """Return both looks; the reader's system chooses, until the reader does."""
    return [
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "primary": "custom",
            "toggle": {"icon": "material/weather-night", "name": escape(edition.dark)},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "custom",
            "toggle": {"icon": "material/weather-sunny", "name": escape(edition.light)},
        },
    ]


def build(languages: Iterable[str], folder: Path, day: date) -> None:
    """Build `html/<language>` in the build folder for each language, side by side; raises EngineError.

    `day` stands for the time of building, so that the same pages give the same bytes. Raises OSError or MemoryError
    where the machine refused something to an engine.
    """
    if not (folder.parent / "mkdocs.yml").is_file():
        raise EngineError(
            "there is no mkdocs.yml; go to the folder that holds it and content/, and run the command there"
        )
    files.clear(folder / "html")
    running: list[subprocess.Popen[str]] = []
    try:
        for language in languages:
            running.append(_start(language, folder, day))  # noqa: PERF401 - those before one that fails are ended
        said = [(process.communicate()[0], process.returncode) for process in running]
    finally:  # where the build was stopped, or one could not be started
        _end(running)
    failed = [failure(text, code) for text, code in said if code]
    for each in failed:
        if not isinstance(each, EngineError):
            raise each
    if failed:
        raise EngineError("\n".join(dict.fromkeys(map(str, failed))))
    _mend(folder / "html")


_LAST_SECOND = 2**32 - 1
"""The last that the engine can write into a packed file, and 0 is the first; earlier and later days are as these."""

_UNWANTED = re.compile(r'(?<=<input class="md-toggle")([^>]*?) autocomplete="off"|<link rel="(?:prev|next)"[^>]*>\s*')
_UNUSED = ("assets/images", "assets/javascripts/lunr", "assets/javascripts/workers", "assets/*/*.map")
"""What the theme ships and no page loads: a picture, the parts of its own search, maps of its scripts."""
_MAPPED = re.compile(r"\n//# sourceMappingURL=.*")


def _mend(html: Path) -> None:
    """Take out what the theme writes amiss, and what nobody needs.

    HTML forbids completion on boxes; and a link to the next page lets the letter n leave the page, which no reader can
    switch off.
    """
    for path in (path for path in files.below(html) if path.suffix == ".html"):
        path.write_text(_UNWANTED.sub(r"\1", path.read_text("utf-8")), "utf-8", newline="\n")
    for path in [path for pattern in _UNUSED for path in html.glob(f"*/{pattern}")]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in html.glob("*/assets/javascripts/*.js"):
        path.write_text(_MAPPED.sub("", path.read_text("utf-8")), "utf-8", newline="\n")


def _start(language: str, folder: Path, day: date) -> subprocess.Popen[str]:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    settings = {
        "SOURCE_DATE_EPOCH": str(min(max(0, int(midnight.timestamp())), _LAST_SECOND)),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.Popen(  # noqa: S603 - our own program with our own file names
        # Never add --quiet: it silences the warnings that --strict counts, and every tree would pass.
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", f"{language}.yml"],
        cwd=folder,
        close_fds=False,  # it holds the lock of the build folder as long as it runs, whatever becomes of the build
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _end(running: Iterable[subprocess.Popen[str]]) -> None:
    for process in running:
        process.kill()
        process.wait()
