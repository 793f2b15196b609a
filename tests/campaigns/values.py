"""Values of every kind that the schemas know, drawn at random: usual ones, edges, and all scripts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

from factsheets.content.records.dates import DATE, PERIOD
from factsheets.content.records.languages import TAG

Schema: TypeAlias = Mapping[str, Any]
Tree: TypeAlias = Any
"""What a YAML file holds: texts in lists and mappings."""

TEXTS = (
    "Talks",
    "A text of some words, with a comma; and more.",
    "x",
    "Ünïcödé “quoted” – dashed…",
    "الجمعية العامة",
    "安全理事会",
    "संयुक्त राष्ट्र महासभा",
    "שָׁלוֹם",
    "می\u200cخواهم",  # noqa: RUF001 - Persian
    "Конституция",
    "👩\u200d🚒 🇺🇳",
    "<b>& \"quoted\" 'too' </b>",
    "[link](x) *b* _i_ `c` {{ x }} {% x %} # h",
    "| a | b |",
    "1. one",
    "- - -",
    "=1+1",
    "null",
    "yes",
    "12:30",
    "1.10",
    "word " * 400,
    "W" * 300,
    "One paragraph.\n\nAnd another one.",
    " around ",
    "\ttab",
)
DATES = (
    "2025-02-24",
    "2025-02",
    "2025",
    "0001",
    "9999",
    "0001-01-01",
    "9999-12-31",
    "2024-02-29",
    "2025-21",
    "2025-22",
    "2025-23",
    "2025-24",
    "9999-24",
    "2025?",
    "2025-02~",
    "2025-02-24%",
    "201X",
    "20XX",
    "2025-XX",
    "2025-02-XX",
    "1990-01-01",
    "2000",
)
PERIODS = (
    "1990-01-01/..",
    "2025",
    "2020/2030",
    "2008-04-25/",
    "../2025",
    "/2025-03-01",
    "0001/9999",
    "9999/..",
    "2024-02-29/2028-02-29",
    "201X/..",
)
NUMBERS = ("0", "1", "2", "3", "9", "97", "193", "999999999")
PATTERNS: Mapping[str, Sequence[str]] = {
    DATE: DATES,
    PERIOD: PERIODS,
    TAG: ("en", "de", "fr", "ru-Latn", "zh-Hant", "es-419", "pt-BR", "gsw"),
    "^[a-z0-9]+(?:-[a-z0-9]+)*$": ("a", "adoption", "change", "2", "x-1", "compare", "positions", "location", "n" * 80),
    "^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$": ("older-name", "X1", "o" * 80),
    "^(0|[1-9][0-9]{0,8})$": NUMBERS,
    "^[1-9][0-9]{0,8}$": NUMBERS[1:],
    "^(0|[1-9][0-9]{0,8}|([1-9][0-9]{0,3})/([1-9][0-9]{0,3}))$": (*NUMBERS, "1/2", "2/3", "1/1", "1/9999"),
    "^https?://": ("https://council.example/a?b=c&d=e#f", "http://x.example", "https://müller.example/ä%20(x)"),
    r"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$": (
        "https://x.example",
        "https://x.example:8443/",
        "http://x-1.example/a/b_c/~d",
    ),
    "^Q[1-9][0-9]*$": ("Q1", "Q9999999999"),
    "^[1-9][0-9]*$": ("4076916", "1", "9" * 30),
    "^[A-Z]{2}$": ("NO", "FR", "GB", "DE", "ZZ"),
    "^[0-9]{3}$": ("578", "004", "000", "999"),
    r"\S": TEXTS,
}
"""What each pattern of the schemas lets stand. A pattern that is not here is a field that nothing would try."""


@dataclass(frozen=True)
class Source:
    """Draws values: `ids` are the records there are, folder by folder; `defs` what the schema refers to."""

    random: Random
    ids: Mapping[str, Sequence[str]]
    defs: Schema

    def value(self, schema: Schema, depth: int = 0) -> Tree:  # noqa: PLR0911 - one for each kind of schema
        """Return a value that a schema lets stand, or nearly."""
        schema = self.bare(schema)
        if "anyOf" in schema:
            return self.value(self.random.choice(schema["anyOf"]), depth)
        if "enum" in schema:
            return str(self.random.choice(schema["enum"]))
        if "const" in schema:
            return str(schema["const"])
        if schema.get("x-member") or "x-folder" in schema:
            return self._name(schema)
        match schema.get("type"):
            case "array":
                return self._list(schema, depth)
            case "object":
                return self._group(schema, depth)
            case "boolean":
                return self.random.choice(("true", "false"))
        return self._text(schema)

    def bare(self, schema: Schema) -> Schema:
        """Return a schema without references."""
        while "$ref" in schema:
            schema = self.defs[schema["$ref"].rpartition("/")[2]]
        return schema

    def _name(self, schema: Schema) -> str:
        folder = schema.get("x-folder") or self.random.choice(("states", "people"))
        return self.random.choice([*self.ids.get(folder, ()), *self.ids.get(folder, ()), "nobody-of-that-name"])

    def _list(self, schema: Schema, depth: int) -> Tree:
        number = self.random.choice((0, 1, 1, 1, 2, 3) if depth < 3 else (0, 1))
        found: list[Tree] = [self.value(schema["items"], depth + 1) for _ in range(number)]
        return [each for at, each in enumerate(found) if each not in found[:at]]

    def _group(self, schema: Schema, depth: int) -> Tree:
        fields = schema.get("properties", {})
        needed = set(schema.get("required", ()))
        share = 0.3 if depth < 2 else 0.1
        chosen = [name for name in fields if name in needed or self.random.random() < share]
        found = {name: self.value(fields[name], depth + 1) for name in chosen}
        others = schema.get("additionalProperties") or next(iter(schema.get("patternProperties", {}).values()), None)
        if others and (not found or self.random.random() < share):
            keys = schema.get("propertyNames", {"pattern": TAG})
            for _ in range(self.random.choice((1, 2))):
                found[str(self.value(keys, depth + 1))] = self.value(others, depth + 1)
        return found or {name: self.value(fields[name], depth + 1) for name in list(fields)[:1]}

    def _text(self, schema: Schema) -> str:
        pattern = schema.get("pattern")
        if pattern is not None:
            return self.random.choice(PATTERNS[pattern])
        if schema.get("examples") and self.random.random() < 0.5:
            return str(self.random.choice(schema["examples"]))
        return self.random.choice(TEXTS)


def patterns_of(schema: Schema) -> set[str]:
    """Return every pattern that a schema has for a value."""
    found = set()
    for key, value in schema.items():
        if key == "pattern" and isinstance(value, str):
            found.add(value)
        elif isinstance(value, Mapping):
            found |= patterns_of(value)
        elif isinstance(value, list):
            found |= {pattern for each in value if isinstance(each, Mapping) for pattern in patterns_of(each)}
    return found


def fits(pattern: str, text: str) -> bool:
    """Tell whether a text is one that a pattern lets stand."""
    return re.search(pattern, text) is not None
