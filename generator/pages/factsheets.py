"""The page of a fact sheet, composed from records."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.lines import Dated, event_lines
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene
from generator.pages.verdicts import Verdict, verdict
from generator.records.factsheet import Factsheet, KeyFact
from generator.records.ids import ResolutionId, StatementId
from generator.records.resolution import Resolution
from generator.records.statement import Statement


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact with its receipt."""

    anchor: str
    text: Phrase
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class VoteCard:
    """A vote in small, on a fact sheet."""

    link: Link
    title: Phrase
    date: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement in small, on a fact sheet."""

    link: Link
    speaker: Link
    date: str


@dataclass(frozen=True, slots=True)
class FactsheetPage:
    """A fact sheet."""

    answer: Phrase
    key_facts: tuple[FactLine, ...]
    votes: tuple[VoteCard, ...]
    timeline: tuple[Dated, ...]
    voices: tuple[Voice, ...]
    people: tuple[Link, ...]
    open_questions: tuple[FactLine, ...]
    reviewed: str
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def factsheet_page(scene: Scene, _: str, sheet: Factsheet) -> FactsheetPage:
    """Return the view of a fact sheet."""
    return FactsheetPage(
        answer=scene.say(sheet.answer),
        key_facts=_fact_lines(scene, sheet.key_facts),
        votes=tuple(_vote_card(scene, each) for each in sheet.resolutions),
        timeline=event_lines(scene, sheet.events),
        voices=tuple(_voice(scene, each) for each in sheet.statements),
        people=scene.links(sheet.people),
        open_questions=_fact_lines(scene, sheet.open_questions),
        reviewed=scene.date(sheet.reviewed),
        receipts=scene.cite(sheet.sources),
        remarks=scene.remarks(sheet.note, sheet.conflicts),
    )


def _fact_lines(scene: Scene, facts: tuple[KeyFact, ...]) -> tuple[FactLine, ...]:
    return tuple(
        FactLine(each.id, scene.say(each.text), scene.cite(each.sources), scene.remarks(each.note, each.conflicts))
        for each in facts
    )


def _vote_card(scene: Scene, name: ResolutionId) -> VoteCard:
    resolution = scene.facts.one(Resolution, name)
    ended = verdict(scene, name, resolution.final) if resolution.final else None
    return VoteCard(scene.link(name), scene.say(resolution.title), scene.date(resolution.date), ended)


def _voice(scene: Scene, name: StatementId) -> Voice:
    statement = scene.facts.one(Statement, name)
    return Voice(scene.link(name), scene.link(statement.speaker), scene.date(statement.date))
