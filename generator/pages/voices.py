"""Statements in small: who said it, when, and the wording that stands nearest to what was said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.pages.lines import when
from generator.pages.parts import Link, Phrase, Receipt, Scene
from generator.pages.wordings import Piece, kind_of_wording, pieces
from generator.records.ids import StatementId
from generator.records.statement import Statement
from generator.records.wording import Wording, WordingKind
from generator.words import language_name


@dataclass(frozen=True, slots=True)
class Quote:
    """One wording in small, marked with what it is."""

    pieces: tuple[Piece, ...]
    lang: str
    language: str
    kind: str
    kind_class: str
    by: Phrase | None
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement in small. `quote` is None where no wording was found at all."""

    anchor: str
    link: Link
    speaker: Link
    date: str
    quote: Quote | None


def voices(scene: Scene, names: Iterable[str]) -> tuple[Voice, ...]:
    """Return statements in small, the earliest first."""
    statements = [(name, scene.facts.one(Statement, name)) for name in names]
    statements.sort(key=lambda pair: (when(pair[1].date), pair[0]))
    return tuple(_voice(scene, *each) for each in statements)


def _voice(scene: Scene, name: str, statement: Statement) -> Voice:
    return Voice(
        f"statement-{name}",
        scene.link(StatementId(name)),
        scene.link(statement.speaker),
        scene.date(statement.date),
        quote(scene, statement),
    )


def quote(scene: Scene, statement: Statement) -> Quote | None:
    """Return the wording to quote, marked with what it is; None where none was found.

    One that people made goes before one in which a machine had a part. Of the former, one in the reader's language
    goes first, then the one with the fewest steps from the original; of the latter, the one with the fewest steps.
    """
    by_id = {each.id: each for each in statement.wordings}
    found = [each for each in statement.wordings if each.text is not None]
    if not found:
        return None
    best = min(found, key=lambda each: _distance(each, by_id, scene.language))
    return Quote(
        pieces(best),
        best.lang,
        language_name(best.lang, scene.words),
        kind_of_wording(scene, best),
        best.kind.value,
        scene.maybe(best.by),
        scene.cite(best.sources),
    )


def _distance(wording: Wording, by_id: Mapping[str, Wording], language: str) -> tuple[bool, int, int]:
    chain = [wording]
    while (origin := chain[-1].made_from) is not None:
        chain.append(by_id[origin])
    foreign = int(wording.lang.partition("-")[0] != language.partition("-")[0])
    by_machine = any(each.kind is WordingKind.MACHINE for each in chain)
    return (by_machine, len(chain), foreign) if by_machine else (by_machine, foreign, len(chain))
