"""Language tags (BCP 47), as far as CLDR knows their parts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from babel import Locale
from pydantic import PlainValidator, WithJsonSchema

from generator.records.errors import misfit

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<territory>[A-Z]{2}|\d{3}))?")
_HINT = "write a language code such as en, de, ru, ar or zh; with a script, zh-Hant or ru-Latn"


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


def _tag(value: object) -> str:
    if not isinstance(value, str) or not is_language_tag(value):
        raise misfit("bad-language", f"{value!r} is no language code", _HINT)
    return value


LanguageTag = Annotated[str, PlainValidator(_tag), WithJsonSchema({"type": "string", "pattern": f"^{_TAG.pattern}$"})]
"""A language, with script and territory where they matter: `en`, `ru-Latn`, `zh-Hant`."""
