"""Words as they were said: the original and each translation side by side, each marked with what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.records.source import Source, Tier
from factsheets.content.records.wording import Wording, WordingKind
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene, address_of
from factsheets.site.words import is_right_to_left, language_name

UNKNOWN = "und"
"""The code of a language that is not known (ISO 639-2)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation; doubtful ones carry the number of their remark."""

    text: str
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class WordingView:
    """One wording.

    Where there is a text, `way` says what it was made from, the original first, each step with its language and kind,
    and `read_in` names the sources that have it. `cite` is the address of the source nearest to the facts.
    """

    anchor: str
    kind: str
    kind_class: str
    language: str
    lang: str
    dir: str
    way: tuple[str, ...]
    by: Phrase | None
    read_in: tuple[Link, ...]
    cite: str
    pieces: tuple[Piece, ...]
    missing: Phrase | None
    doubts: tuple[Phrase, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def wording_views(scene: Scene, wordings: tuple[Wording, ...]) -> tuple[WordingView, ...]:
    """Return all wordings, the original first."""
    by_id = {each.id: each for each in wordings}
    ordered = sorted(wordings, key=lambda each: each.kind is not WordingKind.ORIGINAL)
    return tuple(wording_view(scene, each, by_id) for each in ordered)


def wording_view(scene: Scene, wording: Wording, by_id: Mapping[str, Wording]) -> WordingView:
    """Return the view of one wording among those of its statement."""
    kind = kind_of_wording(scene, wording, by_id)
    return WordingView(
        anchor=f"wording-{wording.id}",
        kind=scene.words(f"wording.{kind}"),
        kind_class="missing" if wording.missing else kind,
        language=language_name(wording.lang, scene.words),
        lang=wording.lang,
        dir="rtl" if is_right_to_left(wording.lang) else "",
        way=_way(scene, wording, by_id) if wording.text else (),
        by=scene.maybe(wording.by),
        read_in=tuple(_read_in(scene, each.source) for each in wording.sources) if wording.text else (),
        cite=_cite(scene, [each.source for each in wording.sources]),
        pieces=pieces(wording),
        missing=scene.maybe(wording.missing),
        doubts=tuple(scene.say(doubt.note) for doubt in wording.doubts),
        receipts=scene.cite(wording.sources),
        remarks=scene.remarks(wording),
    )


def ancestors(wording: Wording, by_id: Mapping[str, Wording]) -> Iterator[Wording]:
    """Yield what a wording was made from, and what that was made from, back to the original."""
    while wording.made_from is not None:
        wording = by_id[wording.made_from]
        yield wording


def kind_of_wording(scene: Scene, wording: Wording, by_id: Mapping[str, Wording]) -> str:
    """Return the key of what a wording is.

    An original that was found in reports, but in no record, is one as reported; what the media give in the language in
    which it was said is a quotation, no translation, and so it is called where that language is not known.
    """
    tiers = {scene.facts.one(Source, each.source).tier for each in wording.sources}
    if wording.kind is WordingKind.ORIGINAL and wording.text and tiers and Tier.RECORD not in tiers:
        return "reported"
    spoken = {each.lang for each in ancestors(wording, by_id)}
    if wording.kind is WordingKind.AGENCY and spoken <= {wording.lang, UNKNOWN}:
        return "quoted"
    return wording.kind.value


def _way(scene: Scene, wording: Wording, by_id: Mapping[str, Wording]) -> tuple[str, ...]:
    return tuple(_step(scene, each, by_id) for each in reversed(list(ancestors(wording, by_id))))


def _step(scene: Scene, wording: Wording, by_id: Mapping[str, Wording]) -> str:
    kind = scene.words(f"wording.{kind_of_wording(scene, wording, by_id)}")
    key = "step" if wording.text else "step_missing"
    return scene.words(key, language=language_name(wording.lang, scene.words), kind=kind)


def _read_in(scene: Scene, name: str) -> Link:
    return Link(scene.href(address_of(Source, name)), scene.say(scene.facts.one(Source, name).publisher))


def _cite(scene: Scene, names: Iterable[str]) -> str:
    """Return the address of the source that stands nearest to the facts; nothing where none has one."""
    sources = sorted((scene.facts.one(Source, name) for name in names), key=lambda each: each.tier.rank)
    return next((address for each in sources if (address := each.URL or each.archive)), "")


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
