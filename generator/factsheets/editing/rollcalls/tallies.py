"""Results that a text states in a sentence: by 93 votes to 18, with 65 abstentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheets.content.records.resolution import CAST
from factsheets.editing.rollcalls.model import Stated
from factsheets.editing.rollcalls.spelling import plain

_NUMBER = r"(\d{1,6}|none|no|keine[rn]?)"
_ASIDE = r"(?:\s*\((?:[^()]|\([^()]{0,100}\)){0,6000}\))?,?\s+"
"""Names in brackets may follow a number, and a comma."""
_ABSTAINING = rf"(?:(?:with|and|und|bei)\s+)*{_NUMBER}\s+(?:abst|(?:stimm)?enthaltung)"
_IN_FAVOUR = rf"{_NUMBER}\s+(?:votes?\s+)?in\s+favou?r{_ASIDE}(?:to\s+|and\s+)?"
_AGAINST = rf"{_NUMBER}\s+(?:votes?\s+)?against{_ASIDE}"
_SENTENCES = tuple(
    re.compile(rf"\b{pattern}")
    for pattern in (
        _IN_FAVOUR + _AGAINST + _ABSTAINING,
        rf"{_NUMBER}(?:(?:\s+votes?)?\s+to\s+|[-–]){_NUMBER}{_ASIDE}" + _ABSTAINING,
        rf"{_NUMBER}\s+(?:ja-?)?stimmen?,?\s+(?:bei\s+|und\s+)?{_NUMBER}\s+(?:gegen|nein-?)stimmen?{_ASIDE}{_ABSTAINING}",
        rf"{_NUMBER}\s+(?:stimmen\s+)?gegen\s+{_NUMBER}\s+stimmen?{_ASIDE}" + _ABSTAINING,
        r"(?:votes?|voted|tally|result)(?:\s+(?:was|were|of|is))?:?\s+\(?"
        + r"\s*[-–]\s*".join([r"(\d{1,3})"] * 3)
        + r"\b(?!\s*[-–])",
    )
)


def tallies(text: str) -> Iterator[Stated]:
    """Yield the results that a text states, each once, in its order."""
    small, seen = plain(text), set()
    matches = (match for sentence in _SENTENCES for match in sentence.finditer(small))
    for match in sorted(matches, key=lambda each: each.start()):
        numbers = tuple(map(_number, match.groups()))
        if numbers not in seen:
            seen.add(numbers)
            yield Stated(dict(zip(CAST, numbers, strict=True)), text.count("\n", 0, match.start()) + 1)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 0
