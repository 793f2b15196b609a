"""Did you mean: the known word nearest to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_CODE = 3
"""The length of a country's code. Codes are too short for likeness: only one wrong or two swapped letters count."""
_SURE = 0.8
"""How like its candidate a word is that can be nothing else, from 0 to 1."""
_APART = 0.05
"""By how much it is more like that one than like the next."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the one candidate that `word` stands for, or None. Case alone never tells two apart."""
    likely = near(word, candidates)
    return likely[0] if len(likely) == 1 else None


def near(word: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates that `word` may stand for: one for a word, any number for a short code."""
    by_folded = {each.casefold(): each for each in candidates}
    folded = word.casefold()
    if folded in by_folded:
        return [by_folded[folded]]
    if len(folded) <= _CODE:
        return [by_folded[each] for each in by_folded if _one_apart(folded, each)]
    return [by_folded[each] for each in get_close_matches(folded, by_folded, n=1, cutoff=0.6)]


def certain(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` can only be a slip of, or None: what may be put in its place without asking.

    It differs in its capitals, or is so like one candidate as it is like no other. Codes and digits are never guessed.
    """
    by_folded = {each.casefold(): each for each in candidates}
    folded = word.casefold()
    if folded in by_folded:
        return by_folded[folded]
    ranked = sorted(((_likeness(folded, each), each) for each in by_folded), reverse=True)[:2]
    if len(folded) <= _CODE or not ranked or ranked[0][0] < _SURE:
        return None
    rival = ranked[1][0] if len(ranked) > 1 else 0
    sure = ranked[0][0] - rival > _APART and _digits(folded) == _digits(ranked[0][1])
    return by_folded[ranked[0][1]] if sure else None


def _likeness(word: str, other: str) -> float:
    return SequenceMatcher(None, other, word).ratio()


def _digits(word: str) -> list[str]:
    return [each for each in word if each.isdigit()]


def _one_apart(word: str, other: str) -> bool:
    wrong = [(one, two) for one, two in zip(word, other, strict=False) if one != two]
    swapped = len(wrong) == 2 and wrong[0] == wrong[1][::-1]  # noqa: PLR2004 - two letters trade places
    return len(word) == len(other) and (len(wrong) == 1 or swapped)
