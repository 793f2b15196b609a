"""From a finished page to Markdown. Templates lay out; they compute nothing, and every value they print is escaped."""

from __future__ import annotations

import re
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factsheets.site.escape import escape, escape_lines
from factsheets.site.pages import Page

_TEMPLATES = Environment(
    loader=PackageLoader(__package__, "templates"),
    autoescape=True,
    finalize=escape,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    comment_start_string="<#",  # {# … } names an anchor in Markdown
    comment_end_string="#>",
)


def anchor(name: str) -> Markup:
    """Return the name of a heading's anchor as it is; raises ValueError for what is not a plain name."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        raise ValueError(f"{name!r} is no anchor")
    return Markup(name)  # noqa: S704 - letters, digits and hyphens


_TEMPLATES.filters["anchor"] = anchor
_TEMPLATES.filters["lines"] = escape_lines


def render(page: Page) -> str:
    """Return the page as Markdown with front matter, ending in one newline."""
    text = _TEMPLATES.get_template(f"{page.template}.md").render(page=page, view=page.view, words=page.words)
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(lines).rstrip() + "\n"


def assets() -> dict[str, bytes]:
    """Return the files that all pages share, by their address within a language."""
    folder = files(__package__) / "assets"
    return {f"assets/{file.name}": file.read_bytes() for file in folder.iterdir() if file.is_file()}
