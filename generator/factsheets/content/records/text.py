"""Texts for people: one string in the site's first language, or one for each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from factsheets.content.records.errors import misfit
from factsheets.content.records.languages import is_language_tag, no_language
from factsheets.content.records.seen import MOST_MARKS, is_seen, marks_in_a_row

FIRST_LANGUAGE = ""
"""The key of a text written without naming its language."""

LONGEST_LINE, LONGEST_PROSE = 5_000, 50_000
"""Characters of a text of one line, and of one with paragraphs: ten times what a page can bear."""

_HINT = "write the text itself, or {en: the text in English, de: the text in German}"


@dataclass(frozen=True, slots=True)
class Text:
    """A text by language. `by_language` has `FIRST_LANGUAGE` as its only key where the file names no language."""

    by_language: Mapping[str, str]

    def __hash__(self) -> int:
        return hash(frozenset(self.by_language.items()))

    def languages(self, first: str) -> tuple[str, ...]:
        """Return the languages it is written in, `first` standing for the site's own."""
        return tuple(tag or first for tag in self.by_language)

    def pick(self, language: str, first: str) -> tuple[str, str]:
        """Return (text, language) for a reader of `language`.

        Falls back to the site's first language, then to whatever was written first.
        """
        tags = {tag or first: text for tag, text in self.by_language.items()}
        best = next((tag for tag in (language, first) if tag in tags), next(iter(tags)))
        return tags[best], best

    def every(self) -> tuple[str, ...]:
        """Return the text in each of its languages."""
        return tuple(self.by_language.values())


class Name(Text):
    """A text that need not be translated: a name, or words quoted as they were said."""

    __slots__ = ()


def one_line(text: str) -> str:
    """Collapse white space, so that a text is one line however it was wrapped in the file."""
    return re.sub(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+", " ", text).strip(" ")


def paragraphs(text: str) -> str:
    """Keep blank lines as breaks between paragraphs; collapse all other white space."""
    return "\n\n".join(line for part in re.split(r"\n[ \t]*\n", text) if (line := one_line(part)))


def _tidy(value: object, key: tuple[str, ...], *, prose: bool) -> str:
    if not isinstance(value, str):
        raise misfit("wrong-kind", "a text is wanted here", _HINT, at=key)
    tidy = paragraphs(value) if prose else one_line(value)
    if not tidy:
        raise misfit("empty-value", "the text is empty", "write a text, or delete the line", at=key)
    _judge(tidy, key, LONGEST_PROSE if prose else LONGEST_LINE)
    return tidy


def _judge(text: str, key: tuple[str, ...], longest: int) -> None:
    if len(text) > longest:
        message = f"the text has {len(text):,} characters; at most {longest:,} can stand here"
        raise misfit("too-long", message, "shorten it, or put it into several entries", at=key)
    if text.isascii():
        return
    if not is_seen(text):
        raise misfit("empty-value", "nothing of this text can be seen", "retype it, or delete the line", at=key)
    if (marks := marks_in_a_row(text)) > MOST_MARKS:
        message = f"{marks} marks stand on one letter; at most {MOST_MARKS} are allowed"
        raise misfit("unreadable-text", message, "retype the word with the marks that it is written with", at=key)


def _read(value: object, kind: type[Text], *, prose: bool) -> Text:
    if not isinstance(value, dict):
        return kind({FIRST_LANGUAGE: _tidy(value, (), prose=prose)})
    if not value:
        raise misfit("empty-value", "the text is empty", _HINT)
    for tag in value:
        if not is_language_tag(tag):
            raise no_language(tag, at=(tag,))
    return kind({tag: _tidy(text, (tag,), prose=prose) for tag, text in value.items()})


def _line(value: object) -> Text:
    return _read(value, Text, prose=False)


def _prose(value: object) -> Text:
    return _read(value, Text, prose=True)


def _name(value: object) -> Name:
    text = _read(value, Name, prose=False)
    return Name(text.by_language)


def _words(value: object) -> str:
    return _tidy(value, (), prose=False)


_SCHEMA: dict[str, Any] = {"x-text": True}
"""A mark, in place of which `schema` puts what a text is."""

Line = Annotated[Text, PlainValidator(_line), WithJsonSchema(_SCHEMA)]
"""A text of one line, in one or more languages."""

Prose = Annotated[Text, PlainValidator(_prose), WithJsonSchema(_SCHEMA)]
"""A text of one or more paragraphs, in one or more languages."""

ProperName = Annotated[Name, PlainValidator(_name), WithJsonSchema(_SCHEMA)]
"""A name, or words as they were said: in the languages it is known in, never missing a translation."""

Words = Annotated[str, PlainValidator(_words), WithJsonSchema({"type": "string", "minLength": 1})]
"""A text of one line in one language, which the record names elsewhere."""
