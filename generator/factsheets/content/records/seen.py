"""What a reader can see of a text: some letters of Unicode are blank, and marks pile up on one another."""

from __future__ import annotations

import unicodedata

_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters, marks and signs that show nothing, though their category does not say so."""
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zl", "Zp", "Zs"}
"""Categories that show nothing by themselves: marks need a letter that they stand on."""

MOST_MARKS = 8
"""Marks on one letter. Hebrew with points and accents has four, Tibetan seldom more than five."""


def is_seen(text: str) -> bool:
    """Tell whether anything of a text can be seen."""
    return any(each not in _BLANK and unicodedata.category(each) not in _UNSEEN for each in text)


def marks_in_a_row(text: str) -> int:
    """Return how many marks stand on one letter, where they are most."""
    most = now = 0
    for each in text:
        now = now + 1 if unicodedata.category(each) in {"Mn", "Me"} else 0
        most = max(most, now)
    return most
