"""The words of the pages, in one language: the catalogue, dates, numbers and names of states."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from babel import Locale, parse_locale
from babel.core import get_global

CATALOGUES = files(__package__)

_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
"""The scripts in use that are written from right to left (ISO 15924)."""


@dataclass(frozen=True)
class Words:
    """A catalogue in one language."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for `key` with `values` filled in; a number `n` chooses between singular and plural."""
        if isinstance(number := values.get("n"), int):
            key = f"{key}.{self.locale.plural_form(number)}"
        return self.entries[key].format(**values)

    @cached_property
    def locale(self) -> Locale:
        """The CLDR data of the language."""
        return Locale.parse(self.language, sep="-")


@lru_cache
def words_in(language: str) -> Words:
    """Load the catalogue of a language; raises KeyError naming the language if there is none."""
    file = CATALOGUES / f"{language}.toml"
    if not file.is_file():
        raise KeyError(f"there is no catalogue of words for the language {language!r}")
    return Words(language, _flat(tomllib.loads(file.read_text("utf-8"))))


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = str(value)
    return flat


def language_name(tag: str, words: Words) -> str:
    """Return the name of a language in the words' language, of its plain form where CLDR has no name for the tag."""
    names = words.locale.languages
    return str(names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0], tag))


def is_right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left: by the script its tag names, else by its likely one."""
    language, _, script, *_ = parse_locale(tag, sep="-")
    if script is None and (likely := get_global("likely_subtags").get(language)):
        script = parse_locale(likely)[2]
    return script in _RIGHT_TO_LEFT
