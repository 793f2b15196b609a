"""Statements in small: who said it, when, and beside the original the translation that stands nearest to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.records.ids import StatementId
from factsheets.content.records.statement import Statement
from factsheets.content.records.wording import Wording, WordingKind
from factsheets.site.pages.shared.lines import when
from factsheets.site.pages.shared.parts import Link, Scene
from factsheets.site.pages.shared.wordings import WordingView, ancestors, wording_view


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement in small: its original, found or not, and a translation where one helps."""

    anchor: str
    link: Link
    speaker: Link
    date: str
    wordings: tuple[WordingView, ...]
    disputed: bool


def voices(scene: Scene, names: Iterable[str]) -> tuple[Voice, ...]:
    """Return statements in small, the earliest first."""
    statements = [(name, scene.facts.one(Statement, name)) for name in names]
    statements.sort(key=lambda pair: (when(pair[1].date), pair[0]))
    return tuple(_voice(scene, *each) for each in statements)


def _voice(scene: Scene, name: str, statement: Statement) -> Voice:
    by_id = {each.id: each for each in statement.wordings}
    shown = list(_shown(scene, statement.wordings, by_id))
    return Voice(
        f"statement-{name}",
        scene.link(StatementId(name)),
        scene.link(statement.speaker),
        scene.date(statement.date),
        tuple(wording_view(scene, each, by_id) for each in shown),
        disputed=bool(statement.conflicts) or any(each.conflicts for each in shown),
    )


def _shown(scene: Scene, wordings: tuple[Wording, ...], by_id: Mapping[str, Wording]) -> Iterator[Wording]:
    """Yield the original and, unless the reader's language has it, the translation nearest to it.

    A translation that people made goes before one in which a machine had a part. Of the former, one in the reader's
    language goes first, then the one with the fewest steps from the original; of the latter, the one with the fewest
    steps. Beside an original that was found stand only translations by people into a language of the site.
    """
    original = next(each for each in wordings if each.kind is WordingKind.ORIGINAL)
    yield original
    if original.text and _is_in(original, scene.language):
        return
    others = [(_distance(each, by_id, scene.language), each) for each in wordings if each is not original and each.text]
    if original.text:
        others = [(far, each) for far, each in others if not far[0] and _is_in(each, *scene.facts.site.languages)]
    if others:
        yield min(others, key=lambda pair: pair[0])[1]


def _is_in(wording: Wording, *languages: str) -> bool:
    return wording.lang.partition("-")[0] in {each.partition("-")[0] for each in languages}


def _distance(wording: Wording, by_id: Mapping[str, Wording], language: str) -> tuple[bool, int, int]:
    """Return whether a machine had a part in a wording, and how far it is from reader and original."""
    chain = [wording, *ancestors(wording, by_id)]
    foreign = int(not _is_in(wording, language))
    by_machine = any(each.kind is WordingKind.MACHINE for each in chain)
    return (by_machine, len(chain), foreign) if by_machine else (by_machine, foreign, len(chain))
