"""Values of every kind that the schemas know, drawn at random: usual ones, edges, and all scripts.

Much of a record fits only beside its company: a conflict needs two sides, a proxy a vote, an exclusion a member who
cast none. So a value may also be one of the schema's examples, words that stand in the file already, or a mapping as it
stands in a world of which the check finds nothing wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from factsheets.content.records.dates import DATE, PERIOD
from factsheets.content.records.languages import TAG
from tests.campaigns.bases import folder_of
from tests.campaigns.fields import ENTRY, VALUE, Grammar, Schema, Tree, Way

__all__ = ["Schema", "Source"]

T = TypeVar("T")

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
    """Draws values for a file: `ids` are the records there are, folder by folder; `defs` what its schema refers to.

    `examples` are mappings by what they are called, `echoes` texts of the file and of those that it refers to.
    """

    random: Random
    ids: Mapping[str, Sequence[str]]
    defs: Schema
    examples: Mapping[str, Sequence[Tree]] = field(default_factory=dict, kw_only=True)
    echoes: Sequence[str] = field(default=(), kw_only=True)
    around: list[str] = field(default_factory=list, kw_only=True)
    """The names of the lines around the value that is drawn: sources disagree about one of them."""
    twins: dict[tuple[str, str], str] = field(default_factory=dict, kw_only=True)
    """What stands for the name of a record that is not there."""

    @property
    def grammar(self) -> Grammar:
        """What the schema lets stand."""
        return Grammar(self.defs)

    def bare(self, schema: Schema) -> Schema:
        """Return a schema without references."""
        return self.grammar.bare(schema)

    def put(self, tree: Tree, schema: Schema, way: Way, form: str) -> Tree:
        """Return a tree in which the field that a way leads to has a value of a form; what the way lacks is made."""
        step, rest = way[0], way[1:]
        for branch in self.grammar.branches(schema):
            if step == ENTRY and "items" in branch:
                return self._with_entry(tree, branch, rest, form)
            if step == VALUE and (values := self.grammar.values(branch)):
                key = self._chosen([*tree] if isinstance(tree, dict) else []) or str(self._key(branch))
                known = tree if isinstance(tree, dict) else {}
                return {**known, key: self.put(known.get(key), values, rest, form)}
            if step in self.grammar.fields(branch):
                return self._with_field(tree, branch, way, form)
        raise LookupError(f"no way to {step}")

    def _with_entry(self, tree: Tree, schema: Schema, way: Way, form: str) -> list[Tree]:
        entries = tree if isinstance(tree, list) else []
        at = self._chosen([number for number, each in enumerate(entries) if isinstance(each, dict)])
        if at is None:
            return [*entries, self.put(None, schema["items"], way, form)]
        return [*entries[:at], self.put(entries[at], schema["items"], way, form), *entries[at + 1 :]]

    def _with_field(self, tree: Tree, schema: Schema, way: Way, form: str) -> Tree:
        fields = self.grammar.fields(schema)
        mapping = dict(tree) if isinstance(tree, dict) else self._group(schema, 1)
        if way[1:]:
            self._look_around(way[0], mapping)
            mapping[way[0]] = self.put(mapping.get(way[0]), fields[way[0]], way[1:], form)
            return mapping
        number = min(len(fields), self.random.choice((0, 0, 0, 1, 1, 2)))
        for name in self.random.sample(sorted(fields), number):
            mapping[name] = self.value(fields[name], 1)
        self._look_around(way[0], mapping)
        had, value = mapping.get(way[0]), self.value(self.grammar.forms(fields[way[0]])[form], 1, sure=True)
        if isinstance(had, list) and isinstance(value, list) and self.random.random() < 0.5:
            value = [*had, *(each for each in value if each not in had)]
        mapping[way[0]] = value
        return mapping

    def _look_around(self, name: str, mapping: Mapping[str, Tree]) -> None:
        """Remember the lines of a mapping, on the way to what says that sources disagree about one of them."""
        if name == "conflicts":
            self.around[:] = mapping

    def _chosen(self, there: Sequence[T]) -> T | None:
        """Return one of what is there, mostly, or None for a new one."""
        return self.random.choice(there) if there and self.random.random() < 0.7 else None

    def value(self, schema: Schema, depth: int = 0, *, sure: bool = False) -> Tree:  # noqa: PLR0911 - one for each kind
        """Return a value that a schema lets stand, or nearly; a list has an entry if it is to be sure."""
        schema = self.grammar.bare(schema)
        if self.examples and schema.get("examples") and self.random.random() < 0.2:
            return self.alike(self.random.choice(schema["examples"]), schema)
        if "anyOf" in schema:
            return self.value(self.random.choice(schema["anyOf"]), depth, sure=sure)
        if "enum" in schema or "const" in schema:
            return str(self.random.choice(schema.get("enum", [schema.get("const")])))
        if schema.get("x-member") or "x-folder" in schema:
            return self._name(schema)
        match schema.get("type"):
            case "array":
                return self._list(schema, depth, sure=sure)
            case "object":
                return self._group(schema, depth)
            case "boolean":
                return self.random.choice(("true", "false"))
        return self._text(schema)

    def alike(self, tree: Tree, schema: Schema) -> Tree:
        """Return a tree as it stands elsewhere, with the names of records that are here."""
        for branch in self.grammar.branches(schema):
            if isinstance(tree, list) and "items" in branch:
                found = [self.alike(each, branch["items"]) for each in tree]
                return [each for at, each in enumerate(found) if each not in found[:at]]
            if isinstance(tree, dict) and branch.get("type") == "object":
                fields, values = self.grammar.fields(branch), self.grammar.values(branch)
                found_here = {}
                for name, each in tree.items():
                    self._look_around(name, tree)
                    key = self.alike(name, branch.get("propertyNames", {}))
                    found_here[key] = self.alike(each, fields.get(name) or values or {})
                return found_here
            if isinstance(tree, str) and (folder := folder_of(branch, tree)):
                return self._twin(folder, tree)
            if _is_line(branch) and self.around and tree not in self.around:
                return self.random.choice(self.around)
        return str(tree) if isinstance(tree, int) else tree

    def _twin(self, folder: str, name: str) -> str:
        """Return the name of a record that is here for one that may not be, and the same one again."""
        ids = self.ids.get(folder, ())
        if name in ids or not ids:
            return name
        free = [each for each in ids if each not in self.twins.values()]
        return self.twins.setdefault((folder, name), self.random.choice(free or ids))

    def _name(self, schema: Schema) -> str:
        folder = schema.get("x-folder") or self.random.choice(("states", "people"))
        known = self.ids.get(folder, ())
        return self.random.choice(known) if known and self.random.random() < 0.95 else "nobody-of-that-name"

    def _list(self, schema: Schema, depth: int, *, sure: bool) -> Tree:
        number = self.random.choice((0, 1, 1, 1, 2, 3) if depth < 3 else (0, 1))
        found: list[Tree] = [self.value(schema["items"], depth + 1) for _ in range(number or sure)]
        return [each for at, each in enumerate(found) if each not in found[:at]]

    def _group(self, schema: Schema, depth: int) -> Tree:
        fields, values = self.grammar.fields(schema), self.grammar.values(schema)
        known = self.examples.get(str(schema.get("title")), ()) if fields else ()
        if known and self.random.random() < 0.6:
            return self.alike(self.random.choice(known), schema)
        needed = set(schema.get("required", ()))
        share = 0.3 if depth < 2 else 0.1
        by_language = schema.get("properties", {}) if not fields and not values else {}
        fields = fields or by_language
        chosen = [name for name in fields if name in needed or by_language or self.random.random() < share]
        found = {name: self.value(fields[name], depth + 1) for name in chosen}
        if by_language and self.random.random() < 0.1:
            found[self.random.choice(PATTERNS[TAG])] = self._text({"pattern": r"\S"})
        for _ in range(self.random.choice((1, 2)) if values else 0):
            found[str(self._key(schema))] = self.value(values or {}, depth + 1)
        return found or {name: self.value(fields[name], depth + 1) for name in list(fields)[:1]}

    def _key(self, schema: Schema) -> str:
        """Return a name for a value of a mapping that may have any."""
        return str(self.value(schema.get("propertyNames", {"pattern": TAG})))

    def _text(self, schema: Schema) -> str:
        pattern = schema.get("pattern", r"\S")
        if _is_line(schema) and self.around:
            return self.random.choice(self.around)
        if self.echoes and self.random.random() < 0.3:
            echoes = self.random.sample(self.echoes, min(len(self.echoes), 60))
            if found := [each for each in echoes if fits(pattern, each)]:
                return self.random.choice(found)
        return self.random.choice(PATTERNS[pattern])


def _is_line(schema: Schema) -> bool:
    """Tell whether a schema is that of the name of a line beside it, of which it says nothing else."""
    return schema.keys() <= {"type"} and schema.get("type") == "string"


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
