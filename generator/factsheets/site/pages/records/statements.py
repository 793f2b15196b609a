"""The page of a statement, in all its wordings."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.person import Person
from factsheets.content.records.statement import Statement
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene
from factsheets.site.pages.shared.roles import Role, role_on
from factsheets.site.pages.shared.wordings import WordingView, wording_views


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Something said, in all its wordings."""

    speaker: Link
    role: Role | None
    date: str
    venue: Phrase | None
    reported_by: Phrase | None
    event: Link | None
    wordings: tuple[WordingView, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def statement_page(scene: Scene, _: str, statement: Statement) -> StatementPage:
    """Return the view of a statement."""
    return StatementPage(
        speaker=scene.link(statement.speaker),
        role=role_on(scene, scene.facts.one(Person, statement.speaker), statement.date),
        date=scene.date(statement.date),
        venue=scene.maybe(statement.venue),
        reported_by=scene.maybe(statement.reported_by),
        event=scene.link(statement.event) if statement.event else None,
        wordings=wording_views(scene, statement.wordings),
        receipts=scene.cite(statement.sources),
        remarks=scene.remarks(statement),
    )
