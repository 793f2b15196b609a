"""What the web says about the addresses, as a report in three forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict

from factsheets.diagnostics import reports
from factsheets.diagnostics.report import visible_json
from factsheets.diagnostics.reports import Item, Line, Said, Section
from factsheets.review.upkeep.links import Finding, Links, Matter

_TITLES = {
    Matter.LOST: "Gone, and no archived copy answers",
    Matter.GONE: "Gone, but the archived copy answers",
    Matter.COPY: "Archived copies that are gone",
    Matter.MOVED: "Moved for ever to another host",
    Matter.UNSURE: "Not sure: the server may refuse programs, or be away for a while; look by hand",
    Matter.UNCOPIED: "No archived copy recorded",
}
_COUNTED = {
    Matter.LOST: "gone",
    Matter.GONE: "gone but copied",
    Matter.COPY: "copies gone",
    Matter.MOVED: "moved",
    Matter.UNSURE: "not sure",
    Matter.UNCOPIED: "without a copy",
}


def as_text(found: Links) -> str:
    """Return the report for a terminal."""
    return reports.as_text(_head(found), _sections(found))


def as_markdown(found: Links) -> str:
    """Return the report as Markdown for an issue."""
    return reports.as_markdown(_head(found), _sections(found))


def as_json(found: Links) -> str:
    """Return one object, whose names stay as they are while `format` is 1.

    `asked` says for how many addresses was asked, and `is_online` whether anything was heard from anywhere. `findings`
    is a list, the gravest first. Each has `matter` (`lost`, `gone`, `copy`, `moved`, `unsure` or `uncopied`), `fact`
    (`record`, its file without `.yaml`, with its `name`; `path` and `what`, which are empty; `file`, `line`), `field`
    and the `address` in it, `why`, `moved` (where it is now, or null), and `resting`: how many facts rest on it.
    """
    return visible_json(
        {"format": 1, "asked": found.asked, "is_online": found.is_online, "findings": list(map(asdict, found.findings))}
    )


def _head(found: Links) -> tuple[Line, ...]:
    asked = f"{found.asked} addresses asked for"
    if not found.is_online:
        return ((f"{asked}, and nothing was heard from anywhere; there may be no network here",),)
    numbers = Counter(each.matter for each in found.findings)
    counted = ", ".join(f"{numbers[each]} {_COUNTED[each]}" for each in Matter if numbers[each])
    return ((f"{asked}: {counted or 'nothing is the matter'}",),)


def _sections(found: Links) -> tuple[Section, ...]:
    """Return what was found, matter by matter; nothing where there is no network, which says nothing of the content."""
    sections = (
        Section(
            _TITLES[matter],
            tuple(Item(Said(each.fact.name), tuple(_line(each))) for each in found.findings if each.matter is matter),
            is_grave=matter.is_work,
        )
        for matter in Matter
    )
    return tuple(each for each in sections if each.items and found.is_online)


def _line(each: Finding) -> Iterator[str | Said]:
    yield Said(each.address)
    if each.moved:
        yield from (" → ", Said(each.moved))
    if each.why:
        yield f": {each.why}"
    yield from ("; ", Said(each.fact.place))
    if each.resting:
        yield f"; {each.resting} fact{'s rest' if each.resting > 1 else ' rests'} on it"


FORMS: dict[str, Callable[[Links], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
"""Each form by its name on the command line."""
