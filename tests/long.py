"""Every list that a record may have, found in the schemas, with as many entries as wanted, all valid and all different.

What the entries name is there, too: people, sources and other records, as many as it takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from re import fullmatch
from typing import Any, TypeAlias

import yaml

from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.dates import DATE, PERIOD
from factsheets.content.records.languages import TAG
from factsheets.content.records.schema import TOP_FILES, json_schema
from tests.world import WORLD

Schema: TypeAlias = Mapping[str, Any]
Tree: TypeAlias = Any
"""What a YAML file holds: texts in lists and mappings."""
Way: TypeAlias = tuple[str | int, ...]

BODY, VOTE = "bodies/council.yaml", "resolutions/resolution-1.yaml"
_BY_LANGUAGE = "The text by language"
_FIRST = date(1000, 1, 1)
_SHARED = frozenset({"conflicts", "corrections", "fields", "former_ids", "searched", "sources", "values"})
"""Fields that many kinds of facts have alike."""
_WANTED = ("at", "method", "missing", "sources")
"""Fields that an entry has although it may do without."""
_KNOWN: Mapping[str, str] = {
    "bodies": "council",
    "members": "NOR",
    "method": "without_vote",
    "code": "no-source",
    "fields": "sources",
    "from": "original",
    "kind": "machine",
    "on": "resolution",
    "reason": "without_vote",
    "role": "permanent",
    "rule": "substantive",
    "source": "record",
    "sources": "record",
    "words": "long",
}
"""What stands in fields that only some words fit, where the schema does not say which."""


@dataclass(frozen=True)
class Long:
    """A list: the file in which it stands, where, and of what."""

    file: str
    path: Way
    items: Schema
    defs: Schema = field(repr=False)

    @property
    def name(self) -> str:
        """What it is called."""
        return ".".join(map(str, (self.file.partition("/")[0].removesuffix(".yaml"), *self.path)))

    @property
    def names_records(self) -> bool:
        """Whether its entries are names of records, which must be there, too."""
        return bool(_folder(self.items, self.defs))

    def world(self, number: int, first: int = 0) -> dict[str, str]:
        """Return the files in which the list has so many more entries, and the records that these name."""
        records = _records(self.items, self.defs, range(first, first + number))
        text = records.get(self.file, WORLD.get(self.file, "{}"))
        if self.file == VOTE:
            text = _open(text)
        entries = [_value(self.items, self.defs, "", each) for each in range(first, first + number)]
        tree = _with(yaml.load(text, Loader=yaml.CBaseLoader), SCHEMAS[_key(self.file)], self.defs, self.path, entries)  # noqa: S506
        return {
            **records,
            self.file: str(yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)),
        }


SCHEMAS: Mapping[str, Schema] = {
    **{kind.folder: json_schema(kind, ("en", "de")) for kind in RECORD_TYPES},
    **{name: json_schema(kind, ("en", "de")) for name, kind in TOP_FILES.items()},
}


def every() -> list[Long]:
    """Return every list of every record; a field that many have alike, such as conflicts, stands there once."""
    found: dict[tuple[str, str], Long] = {}
    for file in (VOTE, *WORLD, "waivers.yaml"):
        schema = SCHEMAS[_key(file)]
        for owner, each in _lists(schema, schema.get("$defs", {}), file, (), ()):
            found.setdefault((owner, str(each.path[-1])), each)
    return list(found.values())


def _lists(schema: Schema, defs: Schema, file: str, path: Way, owners: tuple[str, ...]) -> Iterator[tuple[str, Long]]:
    """Yield the lists below a part of a schema, each with what it is a field of; what contains itself once."""
    for form in _forms(schema, defs):
        title = str(form.get("title"))
        if items := form.get("items"):
            if "enum" not in _bare(items, defs):
                yield "" if path[-1] in _SHARED else owners[-1], Long(file, path, items, defs)
            yield from _lists(items, defs, file, (*path, 0), owners)
        elif title not in owners and title != _BY_LANGUAGE:
            for name, each in form.get("properties", {}).items():
                yield from _lists(each, defs, file, (*path, name), (*owners, title))


def _forms(schema: Schema, defs: Schema) -> list[Schema]:
    """Return the schemas of which a value fits one."""
    schema = _bare(schema, defs)
    return [_bare(each, defs) for each in schema.get("anyOf", [schema])]


def _longest(schema: Schema, defs: Schema) -> Schema:
    """Return the form of a schema with most in it: where there is a choice, the mapping."""
    forms = _forms(schema, defs)
    return next((each for each in forms if each.get("type") == "object"), forms[0])


def _bare(schema: Schema, defs: Schema) -> Schema:
    """Return a schema without references."""
    while "$ref" in schema:
        schema = defs[schema["$ref"].rpartition("/")[2]]
    return schema


def _value(schema: Schema, defs: Schema, name: str, number: int) -> Tree:
    """Return a value that a schema lets stand, another one for each number, with no more in it than must be."""
    form = _longest(schema, defs)
    if folder := _folder(schema, defs):
        return _KNOWN.get(name) or f"{folder}-{number}"
    if "enum" in form or "const" in form:
        known = form.get("enum", [form.get("const")])
        return _KNOWN[name] if _KNOWN.get(name) in known else known[0]
    if form.get("type") == "array":
        return [_value(form["items"], defs, name, number + each) for each in range(2 if name == "values" else 1)]
    if form.get("title") == _BY_LANGUAGE:
        return {"en": f"Words {number}", "de": f"Worte {number}"}
    if form.get("type") == "object":
        names = [*form.get("required", ()), *(each for each in _WANTED if each in form.get("properties", {}))]
        return {each: _value(form["properties"][each], defs, each, number) for each in names}
    return _text_of(form, name, number)


def _text_of(form: Schema, name: str, number: int) -> str:
    day = _FIRST + timedelta(days=2 * number)
    by_pattern = {
        DATE: day.isoformat(),
        PERIOD: f"{day}/{day + timedelta(days=1)}",
        TAG: "en",
        r"\S": f"Words {number}",
        "^https?://": f"https://x.example/{number}",
    }
    pattern = form.get("pattern")
    if pattern in by_pattern:
        return by_pattern[pattern]
    if name in _KNOWN:
        return _KNOWN[name]
    return f"n{number}" if pattern is None or fullmatch(pattern, f"n{number}") else str(number + 1)


def _with(tree: Tree, schema: Schema, defs: Schema, path: Way, entries: Tree) -> Tree:
    """Return a tree with a list in its place, and with what must be around it where that is not there."""
    if not path:
        return [*(tree if isinstance(tree, list) else ()), *entries]
    step, *further = path
    for form in _forms(schema, defs):
        if step == 0 and (items := form.get("items")):
            first, *others = tree or [_value(items, defs, "", 0)]
            return [_with(first, items, defs, tuple(further), entries), *others]
        if below := form.get("properties", {}).get(step):
            around = tree if isinstance(tree, dict) else _value(form, defs, "", 0)
            return {**around, step: _with(around.get(step), below, defs, tuple(further), entries)}
    raise AssertionError(f"no place for {path}")


def _folder(schema: Schema, defs: Schema) -> str:
    """Return the folder of the records that a value names, nothing if it names none."""
    form = _longest(schema, defs)
    return "people" if form.get("x-member") else str(form.get("x-folder", ""))


def _records(schema: Schema, defs: Schema, numbers: range) -> dict[str, str]:
    """Return the records that a list of names of records names, and where they are members, that they are."""
    folder = _folder(schema, defs)
    text = next((text for name, text in WORLD.items() if folder and name.startswith(f"{folder}/")), "")
    found = {f"{folder}/{folder}-{each}.yaml": text for each in numbers if text}
    if numbers and _longest(schema, defs).get("x-member"):
        names = ", ".join(f"people-{each}" for each in numbers)
        seats = f"  - members: [{names}]\n    role: elected\n    period: 2025\nrules:\n"
        found[BODY] = WORLD[BODY].replace("rules:\n", seats)
    return found


def _open(text: str) -> str:
    """Return the resolution with votes that leave open how some voted, and state no result that these would change."""
    text = text.replace("    stated: {result: rejected, yes: 2, vetoed_by: [FRA]}\n", "")
    return text.replace("      abstain: [GBR]\n", "      abstain: [GBR]\n      rest: unknown\n")


def _key(file: str) -> str:
    """Return the folder of a record's file, or the stem of one at the top."""
    folder, slash, _ = file.partition("/")
    return folder if slash else file.removesuffix(".yaml")
