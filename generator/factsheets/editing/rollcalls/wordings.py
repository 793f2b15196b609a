"""The words that records and minutes have for a position, in English and German. Numbers are never among them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls.spelling import fold, plain

_WORDS: Mapping[Position, tuple[str, ...]] = {
    Position.YES: (
        "yes", "in favour", "in favor", "favour", "for", "aye", "ayes", "yea", "yeas", "voted in favour", "pro",
        "ja", "dafür", "dafuer", "für", "ja-stimme", "ja-stimmen", "jastimmen", "zustimmung", "dafür gestimmt",
    ),
    Position.NO: (
        "no", "against", "opposed", "nay", "nays", "noes", "voted against", "contra",
        "nein", "dagegen", "gegen", "nein-stimme", "nein-stimmen", "neinstimmen", "gegenstimme", "gegenstimmen",
        "ablehnung", "kontra", "dagegen gestimmt",
    ),
    Position.ABSTAIN: (
        "abstain", "abstains", "abstained", "abstaining", "abstention", "abstentions",
        "enthaltung", "enthaltungen", "stimmenthaltung", "stimmenthaltungen", "enthalten", "enthielt sich",
    ),
    Position.NOT_VOTING: (
        "absent", "non-voting", "nonvoting", "not voting", "did not vote", "not present", "no vote", "nv",
        "absent / non-voting", "absent or not voting",
        "nicht abgestimmt", "nicht teilgenommen", "nicht anwesend", "abwesend", "keine stimme abgegeben",
    ),
    Position.NOT_ENTITLED: (
        "not entitled", "not entitled to vote", "no right to vote", "without the right to vote",
        "nicht stimmberechtigt", "kein stimmrecht", "ohne stimmrecht",
    ),
}  # fmt: skip

LETTERS: Mapping[str, Position] = {
    "y": Position.YES,
    "n": Position.NO,
    "a": Position.ABSTAIN,
    "x": Position.NOT_VOTING,
}
"""The letters of the United Nations Digital Library."""

_POSITIONS = {fold(word): position for position, words in _WORDS.items() for word in words}

NOBODY = frozenset({"", "none", "nil", "nobody", "keine", "keiner", "niemand"})
"""What stands under a heading instead of names, folded."""


NO_NUMBERS = "what 1, 2 and 3 stand for is not guessed; write yes, no, abstain or absent"
"""What to do about votes that are written as numbers."""


def position_of(text: str) -> Position | None:
    """Return the position that a heading or a value in words stands for."""
    return _POSITIONS.get(fold(text))


def vote_of(text: str) -> Position | None:
    """Return the position that a value beside a name stands for, in words or as a letter."""
    if text.rstrip().endswith(":"):
        return None
    return position_of(text) or LETTERS.get(text.strip().casefold())


def _pattern(word: str) -> str:
    return r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", plain(word))))


_ANY = "|".join(sorted((_pattern(word) for words in _WORDS.values() for word in words), key=len, reverse=True))

HEADING = re.compile(
    rf"(?<![\w-])(?P<words>(?:{_ANY})(?:\s*/\s*(?:{_ANY}))?)(?![\w-])"
    r"[ \t]*(?:[(\[]?[ \t]*(?P<number>\d{1,6})(?:[ \t]+[a-z]+)?[ \t]*[)\]]?)?[ \t]*[*_]*[ \t]*:[*_]*"
)
"""A heading with its colon, anywhere in a text of small letters without accents, and the number it may have."""

_ALONE = re.compile(r"^[#*_\s>]*(?P<words>[^\d(\[:]+?)[\s–-]*[(\[]?\s*(?P<number>\d{1,6})?\s*[)\]]?[:*_\s]*$")
"""A heading that has a line to itself."""


def heading_alone(line: str) -> tuple[Position, int | None] | None:
    """Return the position of a line that is a heading and nothing else, and its number if it has one."""
    match = _ALONE.match(line)
    if match and (position := _of_words(match["words"])):
        return position, int(match["number"]) if match["number"] else None
    return None


def heading_position(match: re.Match[str]) -> Position | None:
    """Return the position of a heading with a colon: None where its two halves differ."""
    return _of_words(match["words"])


def _of_words(words: str) -> Position | None:
    found = {position_of(half) for half in words.split("/")}
    return found.pop() if len(found) == 1 else position_of(words)
