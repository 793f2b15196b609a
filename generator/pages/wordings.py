"""Words as they were said, each wording marked with what it is."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Phrase, Receipt, Remarks, Scene
from generator.records.source import Source, Tier
from generator.records.wording import Wording, WordingKind
from generator.words import language_name


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; doubtful ones carry the number of their remark."""

    text: str
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class WordingView:
    """One wording."""

    anchor: str
    kind: str
    kind_class: str
    language: str
    lang: str
    origin: str
    by: Phrase | None
    pieces: tuple[Piece, ...]
    missing: Phrase | None
    doubts: tuple[Phrase, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def wording_views(scene: Scene, wordings: tuple[Wording, ...]) -> tuple[WordingView, ...]:
    """Return all wordings, the original first."""
    languages = {each.id: language_name(each.lang, scene.words) for each in wordings}
    ordered = sorted(wordings, key=lambda each: each.kind is not WordingKind.ORIGINAL)
    return tuple(
        WordingView(
            anchor=f"wording-{each.id}",
            kind=kind_of_wording(scene, each),
            kind_class=each.kind.value,
            language=languages[each.id],
            lang=each.lang,
            origin=scene.words("made_from", language=languages[each.made_from]) if each.made_from else "",
            by=scene.maybe(each.by),
            pieces=pieces(each),
            missing=scene.maybe(each.missing),
            doubts=tuple(scene.say(doubt.note) for doubt in each.doubts),
            receipts=scene.cite(each.sources),
            remarks=scene.remarks(each.note, each.conflicts),
        )
        for each in ordered
    )


def kind_of_wording(scene: Scene, wording: Wording) -> str:
    """Return what a wording is. An original that no record has, but only reports, is one as reported."""
    tiers = {scene.facts.one(Source, each.source).kind.tier for each in wording.sources}
    if wording.kind is WordingKind.ORIGINAL and tiers and Tier.RECORD not in tiers:
        return scene.words("wording.reported")
    return scene.words(f"wording.{wording.kind.value}")


def pieces(wording: Wording) -> tuple[Piece, ...]:
    """Return the text cut at its doubtful words."""
    text = wording.text or ""
    found = sorted((text.index(doubt.words), number, doubt.words) for number, doubt in enumerate(wording.doubts, 1))
    cut, end = [], 0
    for start, number, words in found:
        if start < end:
            continue
        cut += [Piece(text[end:start]), Piece(words, number)]
        end = start + len(words)
    return tuple(piece for piece in (*cut, Piece(text[end:])) if piece.text)
