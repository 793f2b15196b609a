"""Every field of the schemas that takes words, and a value for each: mappings grow from the schema on the way to it.

A place is found by walking the schemas and not a world, so that a new field is one of them by itself. What the way to
it needs and a world lacks is made: the fields that the schema requires, and by and by some others.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from factsheets.content.records.dates import DATE, PERIOD
from tests.campaigns.fields import Schema, Tree
from tests.campaigns.values import Source
from tests.campaigns.worlds import SCHEMAS, World, key_of

LIST, KEY = "[]", "{}"
"""Steps of a way that are no field: an entry of a list, and a key that anybody chooses."""
ADDRESS = "^https?://"
"""The pattern of an address: what follows may be anything."""
PLAIN = "Words that say nothing"
USUAL: Mapping[str, str] = {DATE: "2025-02-24", PERIOD: "2020/.."}
"""What stands in a field that has a pattern and must be there."""
Beside = tuple[Tree, list[Tree]]
"""The mapping that something stands in, and the other entries of its list."""


@dataclass(frozen=True, order=True)
class Place:
    """A field that takes words: the folder of its files, the steps from their root, and the mapping it belongs to."""

    folder: str
    way: tuple[str, ...]
    owner: str

    def __str__(self) -> str:
        return ".".join((self.folder, *self.way)).replace(".[]", "[]")

    @property
    def field(self) -> tuple[str, str, str]:
        """The field by its folder, the title of its mapping and its name."""
        return self.folder, self.owner, next(step for step in reversed(self.way) if step not in {LIST, KEY})


def every_place() -> list[Place]:
    """Return every field of every schema that takes words, wherever it stands."""
    return [
        Place(folder, way, owner)
        for folder, schema in SCHEMAS.items()
        for way, owner in _ways(schema, schema.get("$defs", {}), "")
    ]


def takes_words(schema: Schema, defs: Schema) -> bool:
    """Tell whether a value may be words of any kind: a text, one by language, or an address."""
    bare = _bare(schema, defs)
    forms = [_bare(each, defs) for each in bare.get("anyOf", [bare])]
    return any(
        each.get("type") == "string"
        and each.get("pattern") in {None, r"\S", ADDRESS}
        and not {"enum", "const", "x-folder", "x-member"} & set(each)
        for each in forms
    )


def _ways(schema: Schema, defs: Schema, owner: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if takes_words(schema, defs):
        yield (), owner
    for form in _forms(schema, defs):
        title = str(form.get("title")) if form.get("properties") else owner
        for step, inner in _steps(form).items():
            yield from (((step, *way), last) for way, last in _ways(inner, defs, title))


def _steps(form: Schema) -> Mapping[str, Schema]:
    """Return where a form leads on to, by the name of the step."""
    if form.get("title") == "The text by language":
        return {}
    steps = dict(form.get("properties", {}))
    if isinstance(form.get("items"), Mapping):
        steps[LIST] = form["items"]
    if isinstance(form.get("additionalProperties"), Mapping):
        steps[KEY] = form["additionalProperties"]
    return steps


def _forms(schema: Schema, defs: Schema) -> list[Schema]:
    bare = _bare(schema, defs)
    return [_bare(each, defs) for each in bare.get("anyOf", [bare])]


def _bare(schema: Schema, defs: Schema) -> Schema:
    while "$ref" in schema:
        schema = defs[schema["$ref"].rpartition("/")[2]]
    return schema


@dataclass(frozen=True)
class Grower(Source):
    """Draws values that are as usual as can be, with one text for all words.

    `share` is the share of the fields that need not be there and still are.
    """

    text: str = PLAIN
    share: float = 0.0

    def value(self, schema: Schema, depth: int = 0, *, sure: bool = False) -> Tree:
        """Return a value; a text is one for all readers, or one for each language."""
        bare = self.bare(schema)
        if "anyOf" in bare and takes_words(bare, self.defs):
            by_language = {"en": self.text, "de": self.text}
            return by_language if any("properties" in form for form in _forms(bare, self.defs)) else self.text
        if bare.get("type") == "array" and depth > 1:
            return [self.value(bare["items"], depth + 1)]
        return super().value(schema, depth, sure=sure)

    def words(self, schema: Schema) -> Tree:
        """Return the words for a place: as one text, or by language."""
        value = self.value(schema)
        return self.text if isinstance(value, dict) and self.random.random() < 0.3 else value

    def group(self, schema: Schema, without: str) -> dict[str, Tree]:
        """Return a mapping with the fields that must be there, and some others."""
        fields = {name: each for name, each in schema.get("properties", {}).items() if name != without}
        needed = set(schema.get("required", ()))
        chosen = [name for name in fields if name in needed or self.random.random() < self.share]
        return {name: self.value(fields[name], 2) for name in chosen}

    def fitting(self, form: Schema, without: str, parent: Tree, entries: list[Tree]) -> dict[str, Tree]:
        """Return a mapping that stands in another one, beside such entries; some must fit what is there."""
        if form.get("title") == "Conflict":
            line = next((name for name in parent if name not in {"id", "conflicts"}), "note")
            sides = [{"value": self._both(each), "sources": ["record"]} for each in (self.text, "Otherwise")]
            return {"fields": [line], "values": sides, "why": self._both(PLAIN)}
        if form.get("title") == "Wording":
            origin = next((each["id"] for each in entries if each.get("kind") == "original"), None)
            own = (
                {"id": "more", "kind": "machine", "from": origin} if origin else {"id": "original", "kind": "original"}
            )
            said = {} if without == "missing" else {"text": self.text}
            return {**own, "lang": "fr", **said, "sources": ["record"]}
        return self.group(form, without)

    def _both(self, text: str) -> Tree:
        return {"en": text, "de": text}

    def _group(self, schema: Schema, depth: int) -> Tree:
        del depth
        return self.group(schema, "")

    def _name(self, schema: Schema) -> str:
        known = self.ids.get(schema.get("x-folder") or self.random.choice(("states", "people")), ())
        return self.random.choice(known or ("nobody",))

    def _text(self, schema: Schema) -> str:
        pattern = schema.get("pattern")
        if pattern in {None, r"\S"}:
            return self.text
        if pattern == ADDRESS:
            return "https://council.example/" + re.sub("[ \\t\\r\\n]", "", self.text)
        usual = [*map(str, schema.get("examples", ())), *([USUAL[pattern]] if pattern in USUAL else ())]
        return self.random.choice(usual) if usual and self.random.random() < 0.8 else super()._text(schema)


def grown(world: World, place: Place, text: str, number: int) -> World:
    """Return a world with a text in one place; the number says in which of many forms, the simplest first.

    Of the forms, some have the text in all words that had to be made, as a quotation must be found in what it is from.
    """
    random = Random(f"{place}-{number}")  # noqa: S311 - a seed, not a secret
    schema = SCHEMAS[place.folder]
    folders = {key_of(name) for name in world}
    ids = {folder: [Path(name).stem for name in world if key_of(name) == folder] for folder in folders}
    chosen = Grower(random, ids, schema.get("$defs", {}), text, share=0.25 if number % 4 > 1 else 0.0)
    others = chosen if number % 2 else replace(chosen, text=PLAIN)
    names = [name for name in world if key_of(name) == place.folder] or [f"{place.folder}.yaml"]
    name = max(names, key=lambda each: (_depth(world.get(each), place.way), random.random()))
    if number % 3 == 2:
        name = random.choice(names)
    tree = _put(copy.deepcopy(world.get(name)), schema, place.way, (chosen, others), ({}, []))
    return {**world, name: tree}


def _depth(tree: Tree, way: tuple[str, ...]) -> int:
    """Return how many steps of a way a tree has already."""
    if not way:
        return 0
    step, *rest = way
    if step == LIST and isinstance(tree, list):
        return max((1 + _depth(each, tuple(rest)) for each in tree), default=0)
    if isinstance(tree, dict) and (step in tree or step == KEY):
        inner = [tree[step]] if step in tree else list(tree.values())
        return max((1 + _depth(each, tuple(rest)) for each in inner), default=0)
    return 0


def _put(tree: Tree, schema: Schema, way: tuple[str, ...], growers: tuple[Grower, Grower], beside: Beside) -> Tree:
    """Return a tree with words where a way leads; some growers draw what was chosen, others all else."""
    chosen, others = growers
    if not way:
        return chosen.words(schema)
    step, rest = way[0], way[1:]
    form = next(each for each in _forms(schema, chosen.defs) if step in _steps(each))
    inner = _steps(form)[step]
    if step == LIST:
        entries = tree if isinstance(tree, list) else []
        at = max(range(len(entries)), key=lambda each: (_depth(entries[each], rest), chosen.random.random()), default=0)
        if entries and rest and chosen.random.random() < 0.6:
            return [*entries[:at], _put(entries[at], inner, rest, growers, (beside[0], entries)), *entries[at + 1 :]]
        return [*entries, _put(None, inner, rest, growers, (beside[0], entries))]
    mapping = tree if isinstance(tree, dict) else others.fitting(form, step, *beside)
    if step == KEY:
        step = next(iter(mapping), None) or str(others.value(form.get("propertyNames", {"type": "string"})))
    mapping[step] = _put(mapping.get(step), inner, rest, growers, (mapping, []))
    return mapping
