"""Symbols of documents, however they are spelt: what may differ between two ways of writing one, and what may not."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_YEAR = re.compile(r"(?<=^S/RES/)(\d+)\((?:19|20)\d\d\)$")
"""The year behind a resolution of the Security Council, whose numbers run on and need none."""
_GROUP = re.compile(r"(.*\d)([A-Z])-([A-Z])$")
"""Several resolutions under one number: A/RES/75/254 A-C."""
_BETWEEN = re.compile(r"\s+(?:and|und|&)\s+|[,;|]")
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9.()-]+)+")


@lru_cache(maxsize=65536)
def key(symbol: str) -> str:
    """Return a symbol as it is compared: `S/RES/2720 (2023)` and `s/res/2720(2023)` are one."""
    seen = "".join(each for each in unicodedata.normalize("NFKC", symbol) if unicodedata.category(each) != "Cf")
    plain = "".join(_DASHES.sub("-", seen).split()).upper().rstrip(".,;")
    return _YEAR.sub(r"\1", plain)


def keys(symbol: str) -> tuple[str, ...]:
    """Return the keys of all that a symbol stands for: of a group also each of its parts, and the group's number."""
    whole = key(symbol)
    match = _GROUP.fullmatch(whole)
    if not match or match[2] > match[3]:
        return (whole,) if whole else ()
    parts = (f"{match[1]}{chr(each)}" for each in range(ord(match[2]), ord(match[3]) + 1))
    return (whole, match[1], *parts)


def within(text: str) -> tuple[str, ...]:
    """Return the symbols in a text such as `A/ES-11/L.1 and A/ES-11/L.1/Add.1`."""
    pieces = (key(each.strip()) for each in _BETWEEN.split(text))
    return tuple(dict.fromkeys(each for each in pieces if _SYMBOL.fullmatch(each)))


def run(symbol: str) -> str:
    """Return the run of numbers that a symbol belongs to, such as those of a session: all before its last number."""
    return key(symbol).rpartition("/")[0]


def series(symbol: str) -> str:
    """Return which organ's series a symbol belongs to: what stands before its first number."""
    parts = key(symbol).split("/")
    first = next((at for at, each in enumerate(parts) if any(letter.isdigit() for letter in each)), len(parts))
    return "/".join(parts[:first])
