"""Names that can be told apart by the eye: no two that look alike, no letters of one script in a word of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from factsheets.content.link import SITE, Facts, Key, records_of
from factsheets.content.records.base import walk
from factsheets.content.records.text import Text
from factsheets.content.source.tree import Path
from factsheets.derive import Derived
from factsheets.derive.checks.finding import Also, Finding
from factsheets.diagnostics import Severity

_TWINS = str.maketrans(
    "АВСЕНІЈКМОРЅТХУаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικαρ",
    "ABCEHIJKMOPSTXYaeopcyxijshdqwABEZHIKMNOPTYXovikap",
)
"""Cyrillic and Greek letters, each with the Latin one that most fonts draw the same (Unicode's confusables)."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts that share shapes. Words of others, and of Japanese with its three, are no riddle."""


def names_look_different(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find two records of a kind whose names read the same and are not: a twin of a name would pass for it."""
    seen: dict[tuple[str, str], tuple[Key, str]] = {}
    for key, record in records_of(facts):
        for field in ("name", "title"):
            text = getattr(record, field, None)
            for name in dict.fromkeys(text.every()) if isinstance(text, Text) else ():
                owner, other = seen.setdefault((key[0], _shape(name)), (key, name))
                if owner != key and other != name:
                    message = f"{name!r} looks like {other!r} of {'/'.join(owner)}, and has other letters"
                    hint = "retype the one that was copied, or tell the two apart by more than their letters"
                    also = (Also((field,), "the other", owner),)
                    yield Finding("looks-alike", key, (field,), message, hint, Severity.WARNING, also)


def words_are_in_one_script(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find words in which letters of two scripts stand that look alike, such as a Cyrillic letter in a Latin name."""
    for key, record in (*records_of(facts), (SITE, facts.site)):
        for path, value in walk(record):
            texts = value.every() if isinstance(value, Text) else (value,) if _is_words(path, value) else ()
            for word in (word for text in texts if not text.isascii() for word in _WORD.findall(text)):
                scripts = _scripts(word)
                if len(scripts) > 1:
                    message = f"{word!r} has letters of two scripts: {' and '.join(scripts)}"
                    hint = "retype the word; if it is written so, say that with a waiver in content/waivers.yaml"
                    yield Finding("mixed-script", key, path, message, hint, Severity.WARNING)


def _is_words(path: Path, value: object) -> bool:
    return isinstance(value, str) and bool(path) and path[-1] in {"text", "words", "meant"}


def _shape(name: str) -> str:
    """Return a name as the eye has it: without case, without the script of its letters."""
    plain = unicodedata.normalize("NFKC", name).translate(_TWINS)
    return " ".join(plain.casefold().split())


def _scripts(word: str) -> list[str]:
    if word.isascii():
        return []
    names = [unicodedata.name(each, "") for each in dict.fromkeys(word)]
    return [script.title() for script in _SCRIPTS if any(name.startswith(f"{script} ") for name in names)]
