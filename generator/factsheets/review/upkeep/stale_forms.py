"""What should be read again, as a report in three forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict

from factsheets.diagnostics import reports
from factsheets.diagnostics.report import visible_json
from factsheets.diagnostics.reports import Item, Line, Said, Section
from factsheets.review.upkeep.stale import Review, Stale

_FEW = 3
"""Sources that are named one by one."""


def as_text(found: Stale) -> str:
    """Return the report for a terminal."""
    return reports.as_text(_head(found), _sections(found))


def as_markdown(found: Stale) -> str:
    """Return the report as Markdown for an issue."""
    return reports.as_markdown(_head(found), _sections(found))


def as_json(found: Stale) -> str:
    """Return one object, whose names stay as they are while `format` is 1.

    `day` is the day asked about. `due` is a list, what has been due for longest first. Each has `fact` (`record`, its
    file without `.yaml`, with its `name`; `path` and `what`, which are empty for the whole record; `file`, `line`),
    `since` (the date as written), `read` (when it was last read, or null), `sources`, and `uncopied`: those of the
    sources that have an address and no archived copy.
    """
    return visible_json({"format": 1, "day": found.day.isoformat(), "due": list(map(asdict, found.reviews))})


def _head(found: Stale) -> tuple[Line, ...]:
    number, day = len(found.reviews), found.day.isoformat()
    if not number:
        return ((f"no review is due on {day}",),)
    return ((f"{number} review{'s are' if number > 1 else ' is'} due on {day}",),)


def _sections(found: Stale) -> tuple[Section, ...]:
    items = tuple(Item(Said(each.fact.name), tuple(_line(each))) for each in found.reviews)
    return (Section("To be read again, what has been due for longest first", items, is_grave=True),) if items else ()


def _line(each: Review) -> Iterator[str | Said]:
    if each.fact.what:
        yield from (Said(each.fact.what), "; ")
    yield from ("due ", Said(each.since))
    done = "compared" if each.fact.path.startswith("coverage") else "read"
    yield from (f", last {done} ", Said(each.read)) if each.read else (", not known when last read",)
    yield from (", ", Said(each.fact.place))
    if each.uncopied:
        few = (Said(", ".join(each.uncopied)),) if len(each.uncopied) <= _FEW else ()
        yield from ("; no archived copy of ", *(few or (f"{len(each.uncopied)} of its {len(each.sources)} sources",)))


FORMS: dict[str, Callable[[Stale], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
"""Each form by its name on the command line."""
