"""Spellings: what may differ between two ways of writing the same name, and what may not."""

from __future__ import annotations

import re
import unicodedata

_ARTICLES = frozenset({"the"})
_SAME = {"&": " and ", "\u0131": "i", "ß": "ss", "ø": "o", "ł": "l"}
"""Letters that are no letter with an accent, such as the Turkish i without a dot."""
_APOSTROPHES = "'`\u2018\u2019\u00b4\u02bc\u2032"
_FOOTNOTE = re.compile(r"(?:\s*(?:[*†‡§¹²³⁰⁴-⁹]|\[\w{1,3}\]|\(\d{1,2}\))|(?<=[^\W\d_])\d{1,2}/?)+$")
"""A mark behind a name that leads to a footnote."""
_BULLET = re.compile(r"^(?:[-–—•*·▪]\s*|\d{1,3}[.)]\s+)+")
_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?=[^\W\d_])")
"""A hyphen at the end of a line, within a word."""


def fold(text: str) -> str:
    """Return a name as it is compared: case, accents, punctuation, articles and the kind of apostrophe aside."""
    text = "".join(_SAME.get(letter, letter) for letter in text.casefold())
    letters = (each for each in unicodedata.normalize("NFKD", text) if each not in _APOSTROPHES)
    kept = (each if each.isalnum() else " " for each in letters if not _is_unseen(each))
    words = [word for word in "".join(kept).split() if word not in _ARTICLES]
    return " ".join("saint" if word in {"st", "sankt"} and len(words) > 1 else word for word in words)


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Cf"}


def plain(text: str) -> str:
    """Return small letters without accents, each in the place of its own."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[0] for letter in text)


def bare(text: str) -> str:
    """Return a piece of a list without its bullet or number, its closing full stop and marks of footnotes."""
    text = _BULLET.sub("", text.strip()).strip(" \t\n;,")
    return _FOOTNOTE.sub("", text.removesuffix(".")).strip()


def unbroken(text: str) -> str:
    """Join a word that was broken at the end of a line."""
    return _BROKEN.sub("", text)


def uninverted(text: str) -> str:
    """Return `Korea, Republic of` as `Republic of Korea`, and `Moe, Ada` as `Ada Moe`."""
    last, comma, first = text.partition(",")
    return f"{first} {last}" if comma and "," not in first else text


def turned(name: str) -> str:
    """Return `Iran (Islamic Republic of)` as `Islamic Republic of Iran`, and `Ada Moe` as `Moe Ada`."""
    if match := re.fullmatch(r"([^()]+?) \(([^()]+)\)", name):
        return f"{match[2]} {match[1]}"
    given, _, family = name.rpartition(" ")
    return f"{family} {given}"
