"""Language tags (BCP 47), as far as CLDR knows their parts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from babel import Locale
from pydantic import PlainValidator, WithJsonSchema

from factsheets.content.records.errors import misfit

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<territory>[A-Z]{2}|[0-9]{3}))?")
TAG = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""The same for tools that know no names of groups."""

_HINT = (
    "write the two or three letters of the language, such as en for English, de for German, ru for Russian; "
    "for a script of its own, such as ru-Latn"
)
_NAMED_IN = ("en", "de")
"""The languages in which the names of languages are known here."""


@lru_cache(maxsize=1)
def _cldr() -> Locale:
    return Locale("en")


def is_language_tag(text: str) -> bool:
    """Tell whether `text` is a well-formed tag whose language, script and territory CLDR knows."""
    match = _TAG.fullmatch(text)
    if not match:
        return False
    cldr = _cldr()
    language, script, territory = match.group("language", "script", "territory")
    return (
        language in cldr.languages
        and (script is None or script in cldr.scripts)
        and (territory is None or territory in cldr.territories)
    )


def name_of(tag: str) -> str:
    """Return the English name of a language."""
    name: str = _cldr().languages.get(tag, tag)
    return name


def _tag(value: object) -> str:
    if not isinstance(value, str) or not is_language_tag(value):
        raise no_language(value)
    return value


def no_language(value: object, at: tuple[str, ...] = ()) -> ValueError:
    """Return the error for what is no language tag, with the tag where it is the name of one language."""
    right = _meant(value) if isinstance(value, str) else None
    hint = f"write {right}" if right else _HINT
    return misfit("bad-language", f"{value!r} is no language code", hint, remedy=right, at=at)


def _meant(text: str) -> str | None:
    named = {
        tag
        for language in _NAMED_IN
        for tag, name in Locale(language).languages.items()
        if name.casefold() == text.strip().casefold()
    }
    tags = {tag.replace("_", "-") for tag in named} or {text.strip().lower()}
    return next(iter(tags)) if len(tags) == 1 and is_language_tag(next(iter(tags))) else None


LanguageTag = Annotated[
    str, PlainValidator(_tag), WithJsonSchema({"type": "string", "pattern": TAG, "examples": ["en", "de", "ru-Latn"]})
]
"""A language, with script and territory where they matter: `en`, `ru-Latn`, `zh-Hant`."""
