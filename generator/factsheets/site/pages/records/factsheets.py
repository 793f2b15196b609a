"""The page of a fact sheet, composed from records."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.factsheet import Factsheet, KeyFact, Misreading
from factsheets.content.records.ids import ResolutionId
from factsheets.content.records.resolution import Resolution
from factsheets.site.pages.members.countries import CountryTable, country_table
from factsheets.site.pages.shared.coverage import CoverageLine, Covered, coverage_of, covered, outside_of, say_status
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene
from factsheets.site.pages.shared.roles import Who, who
from factsheets.site.pages.shared.timelines import Timeline, event_timeline
from factsheets.site.pages.shared.voices import Voice, voices
from factsheets.site.pages.votes.ballots import VoteLine, vote_line
from factsheets.site.pages.votes.verdicts import Verdict, verdict


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact with its receipt."""

    anchor: str
    text: Phrase
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class MisreadingLine:
    """Words of a text beside what they stand for."""

    anchor: str
    where: Phrase
    words: Phrase
    meant: Phrase | None
    explanation: Phrase
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class VoteCard:
    """A vote in small, on a fact sheet."""

    line: VoteLine
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class FactsheetPage:
    """A fact sheet."""

    answer: Phrase
    coverage: tuple[CoverageLine, ...]
    covered: tuple[Covered, ...]
    outside: str
    selection: Phrase | None
    key_facts: tuple[FactLine, ...]
    misreadings: tuple[MisreadingLine, ...]
    timeline: Timeline
    votes: tuple[VoteCard, ...]
    voices: tuple[Voice, ...]
    people: tuple[Who, ...]
    open_questions: tuple[FactLine, ...]
    countries: CountryTable | None
    status: str
    reviewed: str
    review_due: str
    superseded_by: Link | None
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def factsheet_page(scene: Scene, name: str, sheet: Factsheet) -> FactsheetPage:
    """Return the view of a fact sheet."""
    return FactsheetPage(
        answer=scene.say(sheet.answer),
        coverage=coverage_of(scene, (Factsheet.folder, name)),
        covered=covered(scene, (Factsheet.folder, name)),
        outside=outside_of(scene, sheet, (Factsheet.folder, name)),
        selection=scene.maybe(sheet.selection),
        key_facts=_fact_lines(scene, sheet.key_facts),
        misreadings=tuple(_misreading(scene, each) for each in sheet.misreadings),
        timeline=event_timeline(scene, sheet.events, scene.say(sheet.title).text),
        votes=tuple(_vote_card(scene, each) for each in sheet.resolutions),
        voices=voices(scene, sheet.statements),
        people=who(scene, sheet.people),
        open_questions=_fact_lines(scene, sheet.open_questions),
        countries=country_table(scene, sheet.resolutions),
        status=say_status(scene, sheet),
        reviewed=scene.date(sheet.reviewed),
        review_due=scene.date(sheet.review_due) if sheet.review_due else "",
        superseded_by=scene.link(sheet.superseded_by) if sheet.superseded_by else None,
        receipts=scene.cite(sheet.sources),
        remarks=scene.remarks(sheet),
    )


def _fact_lines(scene: Scene, facts: tuple[KeyFact, ...]) -> tuple[FactLine, ...]:
    return tuple(
        FactLine(each.id, scene.say(each.text), scene.cite(each.sources), scene.remarks(each)) for each in facts
    )


def _misreading(scene: Scene, each: Misreading) -> MisreadingLine:
    return MisreadingLine(
        each.id,
        scene.say(each.where),
        scene.quoted(each.words, each.lang),
        scene.quoted(each.meant, each.meant_lang or "") if each.meant else None,
        scene.say(each.explanation),
        scene.cite(each.sources),
        scene.remarks(each),
    )


def _vote_card(scene: Scene, name: ResolutionId) -> VoteCard:
    resolution = scene.facts.one(Resolution, name)
    ended = verdict(scene, name, resolution.leading) if resolution.leading else None
    return VoteCard(vote_line(scene, name, resolution), ended)
