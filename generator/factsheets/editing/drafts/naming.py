"""A name for the file of a new record."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from factsheets.content.records import Record
from factsheets.content.records.dates import is_edtf
from factsheets.content.source import bad_stem, slug
from factsheets.content.source.tree import Plain
from factsheets.editing.drafts.plans import plan_of
from factsheets.editing.drafts.tree import Draft, get, path_of

LONGEST = 60
"""Characters of a suggested name. Words beyond are left out."""

_ASIDE = re.compile(r"\s*\([0-9]{4}\)$|^https?://(www\.)?")
"""What names of files do without: the year that the Security Council's symbols end with, how an address begins."""


def suggested_id(kind: type[Record], draft: Draft, taken: Collection[str]) -> str | None:
    """Return a free id made of what names the record; None where that has no letters of the Latin alphabet."""
    plan = plan_of(kind)
    whole = _made_of(draft, plan.named_by) or _made_of(draft, plan.or_by)
    free = (each for each in _numbered(whole) if each not in taken and not bad_stem(each))
    return next(free, None) if whole else None


def _made_of(draft: Draft, paths: Sequence[str]) -> str:
    """Return the words at some paths as a name; a date that is none is left out, as a name is for ever."""
    texts = {path: _first(get(draft, path_of(path))) for path in paths}
    parts = (slug(_ASIDE.sub("", text)) for path, text in texts.items() if path != "date" or is_edtf(text))
    return _shortened([word for part in parts for word in part.split("-") if word])


def _first(value: Plain | None) -> str:
    """Return a text, in the first of its languages."""
    if isinstance(value, dict):
        return _first(next(iter(value.values()), None))
    return value if isinstance(value, str) else ""


def _shortened(words: list[str]) -> str:
    name = ""
    for word in words:
        if len(name) + len(word) + 1 > LONGEST:
            break
        name = f"{name}-{word}" if name else word
    return name


def _numbered(name: str) -> list[str]:
    return [name, *(f"{name}-{number}" for number in range(2, 100))]
