"""Hostile text, and the small world with it in every field that takes any text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from pydantic import ValidationError

from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.base import Model, references
from factsheets.content.records.site import Site
from tests.world import WORLD

HOSTILE = [
    "<x-evil onclick=steal()>tag</x-evil>",
    '"><script>window.evil = 1</script>',
    "<!-- comment --> <?php ?> <![CDATA[ x ]]>",
    "[link](javascript:alert(1)) ![image](https://evil.example/x.png) <https://evil.example>",
    "**bold** _em_ `code` ~~gone~~ ==mark== ^up^ # heading",
    "{{ 7 * 7 }} {% raw %} {# x #} ${x} {: onclick=steal() } {#top .x }",
    "&lt;x-evil&gt; &#60;x-evil&#62; \\<x-evil\\>",
    "--- title: x --- | a | b | *[x]: y [^1] [TOC] :smile: (c) 1. - + > ```",
    "' \" ` \\ / $ % & ? ! ; , . @ ~ ^ | = + -",
    "Z\u0301algo \u05e9\u05dc\u05d5\u05dd \U0001f600 \u00a0 \u200d Ж",
]
EVIL = " ".join(HOSTILE)


def visible(text: str) -> str:
    return " ".join(text.split())


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - a YAML tree
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from leaves(item, (*path, key))
    if isinstance(value, str):
        yield path


def put(tree: Any, path: tuple[Any, ...], value: str) -> str:  # noqa: ANN401 - a YAML tree
    for key in path[:-1]:
        tree = tree[key]
    old: str = tree[path[-1]]
    tree[path[-1]] = value
    return old


def tree_text(tree: Any, path: tuple[Any, ...]) -> str:  # noqa: ANN401 - a YAML tree
    for key in path:
        tree = tree[key]
    return str(tree)


def poisoned(text: str, model: type[Model]) -> tuple[str, int]:
    """Put hostile text into every field that takes any text, and return the file and how many fields took it."""
    tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    taken = 0
    for path in list(leaves(tree)):
        if (
            path[-1] in {"fields", "preferred", "branch"}
            or "fields" in path
            or ("doubts" in path and path[-1] == "words")
        ):
            continue
        old = put(tree, path, EVIL + (" long road" if path[-1] == "text" else ""))
        try:
            record = model.model_validate(tree)
        except ValidationError:
            record = None
        if record is None or any(str(name) == tree_text(tree, path) for _, name in references(record)):
            put(tree, path, old)  # no text, or the name of a file, which no file can have
        else:
            taken += 1
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), taken


MORE = {
    "site.yaml": "about:\n  - {id: why, title: {en: a, de: a}, text: {en: a, de: a}}\n",
    "states/GBR.yaml": "name_in_records: a\nother_names: [a, {en: a, de: a}]\n",
    "people/ada-moe.yaml": """\
full_name: a
other_names: [a, {en: a, de: a}]
links: [{url: "https://example.com/", title: {en: a, de: a}}]
corrections:
  - {date: 2025-03-01, was: {en: a, de: a}, now: {en: a, de: a}, gravity: fact, why: {en: a, de: a}}
""",
    "statements/first-words.yaml": "venue: {en: a, de: a}\nreported_by: {en: a, de: a}\n",
    "events/meeting.yaml": "also_present: [a, {en: a, de: a}]\nduration: {en: a, de: a}\nmeeting: {en: a, de: a}\n",
    "resolutions/resolution-1.yaml": "meeting_record: a\ndraft: a/b\nsponsors: {also: {en: a, de: a}}\n",
    "factsheets/first-day.yaml": """\
misreadings:
  - id: wrong
    where: {en: a, de: a}
    words: a
    lang: de
    meant: a
    meant_lang: en
    explanation: {en: a, de: a}
open_questions:
  - {id: unclear, text: {en: a, de: a}, sources: [record]}
""",
}
"""Fields that the small world can do without, so that they are hostile too."""


def poisoned_world() -> dict[str, str]:
    models: dict[str, type[Model]] = {kind.folder: kind for kind in RECORD_TYPES}
    changes = {}
    for name, text in WORLD.items():
        model = models.get(name.partition("/")[0], Site)
        changes[name], taken = poisoned(text + MORE.get(name, ""), model)
        assert taken or name.startswith("states/"), f"no field of {name} takes a text"
    changes["states/NOR.yaml"] = yaml.safe_dump({"alpha_2": "NO", "name": EVIL, "sources": ["record"]})
    preferred = yaml.safe_load(changes["resolutions/resolution-1.yaml"])
    preferred["votes"][1]["conflicts"][0]["preferred"] = EVIL
    changes["resolutions/resolution-1.yaml"] = yaml.safe_dump(preferred, allow_unicode=True)
    return changes
