"""What was wrong here and is right now: the corrections of one record, and those of the whole site."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.link import records_of
from factsheets.content.records.base import Correction, Record
from factsheets.site.pages.shared.lines import when
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction: what the page said and says since, how grave that was, and why."""

    date: str
    link: Link
    was: Phrase
    now: Phrase
    gravity: str
    gravity_kind: str
    why: Phrase


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """All corrections of the site, the latest first."""

    lines: tuple[CorrectionLine, ...]


def corrections_of(scene: Scene, name: str, record: Record) -> tuple[CorrectionLine, ...]:
    """Return the corrections of one record, the latest first."""
    link = Link(scene.href(address_of(type(record), name)), scene.name(record, name))
    ordered = sorted(record.corrections, key=lambda each: when(each.date), reverse=True)
    return tuple(_line(scene, link, each) for each in ordered)


def all_corrections(scene: Scene) -> tuple[CorrectionLine, ...]:
    """Return the corrections of all records, the latest first."""
    found = [
        (when(each.date), name, record, each)
        for (_, name), record in records_of(scene.facts)
        for each in record.corrections
    ]
    found.sort(key=lambda each: (each[0], each[1]), reverse=True)
    return tuple(
        _line(scene, Link(scene.href(address_of(type(record), name)), scene.name(record, name)), each)
        for _, name, record, each in found
    )


def corrections_page(scene: Scene) -> CorrectionsPage:
    """Return the view of all corrections."""
    return CorrectionsPage(all_corrections(scene))


def _line(scene: Scene, link: Link, correction: Correction) -> CorrectionLine:
    return CorrectionLine(
        scene.date(correction.date),
        link,
        scene.say(correction.was),
        scene.say(correction.now),
        scene.words(f"gravity.{correction.gravity.value}"),
        correction.gravity.value,
        scene.say(correction.why),
    )
