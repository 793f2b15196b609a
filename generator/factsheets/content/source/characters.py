"""Characters that no file may hold, because they hide what a text says or cannot be published."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from factsheets.diagnostics import Diagnostic, Place, Span

_LAST_OF_PLANES = "".join(chr(plane + offset) for plane in range(0, 0x110000, 0x10000) for offset in (0xFFFE, 0xFFFF))

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef"
    "\u115f\u1160\u17b4\u17b5\u180e\u2060-\u2064\u206a-\u206f\u3164\uffa0\ufff9-\ufffb"
    f"{_LAST_OF_PLANES}\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)
"""Controls, line separators, surrogates, noncharacters, bidirectional overrides, blank letters and invisible tags.

Those that join or part letters or words in Persian, Khmer, languages of India and emoji may stand (U+200B to U+200D),
and so may the marks of direction that enclose nothing (U+200E, U+200F).
"""

MOST_REPORTED = 20
"""Diagnostics for one file. Whoever has mended twenty runs the check again."""


def describe(character: str) -> str:
    """Return a character's number and name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    kind = "control character" if unicodedata.category(character) == "Cc" else "not a character"
    return f"U+{ord(character):04X} {unicodedata.name(character, kind)}"


def in_lines(name: str, lines: tuple[str, ...]) -> list[Diagnostic]:
    """Report forbidden characters as they stand in the file, comments included."""
    found = (
        _diagnostic(match[0], Place(name, Span(number, match.start() + 1, number, match.end() + 1)))
        for number, line in enumerate(lines, 1)
        for match in FORBIDDEN.finditer(line)
    )
    return list(islice(found, MOST_REPORTED))


def in_value(text: str, where: Place) -> list[Diagnostic]:
    r"""Report forbidden characters that an escape such as `"\u202e"` brings into a value."""
    return [_diagnostic(each, where) for each in dict.fromkeys(FORBIDDEN.findall(text))]


def _diagnostic(character: str, where: Place) -> Diagnostic:
    message = f"the character {describe(character)} is not allowed: a reader could not see it"
    return Diagnostic("forbidden-character", where, message, "delete it; retyping the word is the surest way")
