"""Diagnostics as GitHub's Markdown, in which nothing that content says is markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factsheets.diagnostics.model import Diagnostic, Place
from factsheets.diagnostics.report import Touched, counted, nearest, shown

LinkOf = Callable[[Place], str | None]
"""Gives the address at which a place can be seen, or None."""

_LONGEST = 240
"""Characters of a text that are shown."""
_ROOM = 180_000
"""Characters of a whole summary: GitHub refuses one of more than 1 MiB, and a character can have four bytes."""
_PLACES = 100
"""Places of one message that a summary lists."""
_RELATED = 3
"""Places that belong to a message, such as where a thing was first said, that are listed."""


def as_markdown(diagnostics: list[Diagnostic], touched: Touched | None = None) -> str:
    """Return all diagnostics as a list, alike ones as one, for the summary of a run."""
    if not diagnostics:
        return "Nothing is wrong with the files.\n"
    items = "".join(listed(nearest(diagnostics, touched or {}), _ROOM, _PLACES))
    return f"**{counted(diagnostics)}**\n\n{items}"


def listed(diagnostics: list[Diagnostic], room: int, places: int, link_of: LinkOf | None = None) -> Iterator[str]:
    """Yield an item for each message, with its places; as many as there is room for, and how many are left out."""
    alike = _alike(diagnostics)
    left = len(diagnostics)
    for found in alike:
        item = _item(found, places, link_of)
        room -= len(item)
        if room < 0:
            yield f"- … and {left} more\n"
            return
        yield item
        left -= len(found)


def code(text: str, most: int = _LONGEST) -> str:
    """Return a text as a code span, on one line, and fenced by more backticks than stand in it.

    It is the one form of which GitHub makes nothing: neither markup nor a link, a mention or a reference.
    """
    line = shown(" ".join(cut(text, most).split())) or "\ufffd"
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    space = " " if line[0] in "` " or line[-1] in "` " else ""
    return f"{fence}{space}{line}{space}{fence}"


def cut(text: str, most: int) -> str:
    """Return a text, shortened to so many characters."""
    return text if len(text) <= most else text[:most].rstrip() + " …"


def _alike(diagnostics: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Group diagnostics that say the same, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[Diagnostic]] = {}
    for each in diagnostics:
        also = (str(other) for other in each.related)
        groups.setdefault((each.severity, each.code, each.message, each.hint, *also), []).append(each)
    return list(groups.values())


def _item(found: list[Diagnostic], places: int, link_of: LinkOf | None) -> str:
    first, more = found[0], len(found) - places
    where = ", ".join(_place(each.place, link_of) for each in found[:places])
    where += f" and {more} more places" if more > 1 else " and 1 more place" if more == 1 else ""
    also = "".join(f"  - {code(each.message)}: {_place(each.place, link_of)}\n" for each in first.related[:_RELATED])
    return (
        f"- **{first.severity.value}** {code(first.message)} ({code(first.code)})\n"
        f"  - where: {where}\n{also}"
        f"  - what to do: {code(first.hint)}\n"
    )


def _place(place: Place, link_of: LinkOf | None) -> str:
    said = code(f"{place.file}:{place.span.line}")
    address = link_of(place) if link_of else None
    return f"[{said}]({address})" if address else said
