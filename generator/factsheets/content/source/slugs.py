"""From a text to the form that the names of files have."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
"""Latin letters that have no plain one within them."""

_APOSTROPHES = "'\u2019"


def slug(text: str) -> str:
    """Return a text in small letters and digits, joined by hyphens; letters of other alphabets are left out."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = "".join(each for each in plain if not unicodedata.combining(each) and each not in _APOSTROPHES)
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-")
