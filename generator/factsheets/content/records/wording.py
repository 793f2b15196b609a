"""Words as they were said or written: the original and each translation of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from factsheets.content.records.base import Model, Named
from factsheets.content.records.errors import misfit
from factsheets.content.records.languages import LanguageTag
from factsheets.content.records.text import Line, Prose, Words
from factsheets.content.records.values import Slug


class WordingKind(StrEnum):
    """How a wording came to be."""

    ORIGINAL = "original"
    """The words as they were said or written."""
    OFFICIAL = "official"
    """A translation by the body or the office itself."""
    AGENCY = "agency"
    """A translation by the media."""
    EDITORIAL = "editorial"
    """A translation of our own."""
    MACHINE = "machine"
    """A translation by a machine."""


class Doubt(Model):
    """Words in a wording that are doubtful."""

    words: Words
    """The doubtful words, exactly as they stand in the text, where they stand once."""
    note: Line
    """What is doubtful about them."""


class Wording(Named):
    """One wording: what was said, in one language."""

    kind: WordingKind
    """The original, or a translation: official, by the media (agency), editorial or by machine."""
    lang: LanguageTag
    """The language of this wording."""
    made_from: Slug | None = Field(None, alias="from", examples=["original"])
    """The wording it was translated from."""
    by: Line | None = Field(None, examples=[{"en": "NBC News", "de": "NBC News"}])
    """Who, or what, translated it."""
    text: Words | None = None
    """The words."""
    missing: Prose | None = None
    """Why the words are not here."""
    doubts: tuple[Doubt, ...] = ()
    """Words that are doubtful, each with what is known about them."""

    @model_validator(mode="after")
    def _text_or_missing(self) -> Self:
        if (self.text is None) == (self.missing is None):
            hint = "add text: with the words, or missing: with the reason why they are not here; not both"
            raise misfit("bad-wording", f"the wording {self.id!r} must have either text or missing", hint)
        if (self.kind is WordingKind.ORIGINAL) == (self.made_from is not None):
            hint = "delete from in an original; in a translation add from: with the id of the wording it was made from"
            raise misfit("bad-wording", f"the wording {self.id!r} does not say rightly what it was made from", hint)
        for index, doubt in enumerate(self.doubts):
            if (self.text or "").count(doubt.words) != 1:
                hint = "copy the words exactly as they stand in text; take a few more if they stand there twice"
                raise misfit(
                    "bad-wording",
                    f"{doubt.words!r} does not stand in the text exactly once",
                    hint,
                    at=("doubts", index, "words"),
                )
        return self


def check_wordings(wordings: tuple[Wording, ...]) -> None:
    """Raise `bad-wording` unless there is one original and each translation leads back to it."""
    names = [each.id for each in wordings]
    if len(set(names)) != len(names):
        raise misfit(
            "bad-wording", "two wordings have the same id", "give each wording an id of its own, such as en and en-2"
        )
    if [each.kind for each in wordings].count(WordingKind.ORIGINAL) != 1:
        hint = "give one wording kind: original, the others another; if it was not found, add it with missing: …"
        raise misfit("bad-wording", "there must be exactly one original", hint)
    origin = {each.id: each.made_from for each in wordings}
    for index, wording in enumerate(wordings):
        seen: set[str] = set()
        step: str | None = wording.id
        while step is not None and step in origin and step not in seen:
            seen.add(step)
            step = origin[step]
        if step is not None:
            hint = "write after from: the id of another wording in this list, such as the original's"
            raise misfit(
                "bad-wording",
                f"{wording.id!r} does not lead back to the original",
                hint,
                at=("wordings", index, "from"),
            )
