"""The schemas that editors' tools use: complete, up to date, and of one mind with the check."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic_core import PydanticCustomError

from factsheets.content.formatting import languages_of
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.dates import parse_edtf
from factsheets.content.records.schema import TOP_FILES, json_schema, schema_files, schema_name
from factsheets.content.source import read_folder
from tests.conftest import REPOSITORY
from tests.repository.test_contributing import TEMPLATES
from tests.world import WORLD

SCHEMAS = {kind.folder: json_schema(kind, ["en", "de"]) for kind in RECORD_TYPES} | {
    stem: json_schema(model, ["en", "de"]) for stem, model in TOP_FILES.items()
}
FILES = sorted((REPOSITORY / "content").rglob("*.yaml"))
CORE = (
    (re.compile(r"|~|null|Null|NULL"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?\d+"), int),
    (re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?"), float),
)
"""How YAML 1.2 reads what is not quoted."""


def as_editors_read(text: str) -> Any:  # noqa: ANN401 - a YAML tree
    return _value(yaml.compose(text, Loader=yaml.SafeLoader))


def _value(node: yaml.Node | None) -> Any:  # noqa: ANN401 - a YAML tree
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) for each in node.value]
    assert isinstance(node, yaml.ScalarNode)
    makers = (make for form, make in CORE if form.fullmatch(node.value)) if node.style is None else iter(())
    return next(makers, str)(node.value)


def wrong(name: str, text: str) -> list[str]:
    schema = SCHEMAS[name.partition("/")[0].removesuffix(".yaml")]
    return [each.json_path for each in Draft7Validator(schema).iter_errors(as_editors_read(text))]


def parts(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any part of a schema
    if isinstance(schema, dict):
        yield schema
    for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts(each)


def test_the_schemas_in_the_repository_are_those_of_the_types() -> None:
    files, _ = read_folder(REPOSITORY / "content")
    made = schema_files(RECORD_TYPES, languages_of(files))
    there = {path.name: path.read_bytes() for path in (REPOSITORY / "generator" / "schemas").iterdir()}
    assert made == there, "run factsheets schema, and commit what it writes"


def test_editors_find_the_schema_of_every_file() -> None:
    settings = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text("utf-8"))
    places = {f"content/{kind.folder}/*.yaml": schema_name(kind) for kind in RECORD_TYPES}
    places |= {f"content/{stem}.yaml": schema_name(model) for stem, model in TOP_FILES.items()}
    assert settings["yaml.schemas"] == {f"./generator/schemas/{name}": place for place, name in places.items()}
    assert settings["yaml.format.enable"] is False


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_fits_its_schema_as_editors_read_it(path: Path) -> None:
    name = path.relative_to(REPOSITORY / "content").as_posix()
    text = path.read_text("utf-8")
    assert wrong(name, text) == []


@pytest.mark.parametrize("name", [*WORLD, *TEMPLATES])
def test_every_example_fits_its_schema(name: str) -> None:
    assert wrong(name, WORLD.get(name) or TEMPLATES[name]) == []


PERSON, VOTE, BODY = "people/ada-moe.yaml", "resolutions/resolution-1.yaml", "bodies/council.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        (PERSON, "born:", "borm:", "$"),
        (PERSON, "name: Ada Moe\n", "", "$"),
        (PERSON, "born: 1970", "born: 17.05.1970", "$.born"),
        (PERSON, "born: 1970", "born: 1970-5-17", "$.born"),
        (PERSON, "born: 1970", "born: 1970-13", "$.born"),
        (PERSON, "born: 1970", "born: 0", "$.born"),
        (PERSON, "born: 1970", "born: yesterday", "$.born"),
        (PERSON, "born: 1970", "born:", "$.born"),
        (PERSON, "period: 2020-05-01/", "period: 2020-05-01 to 2021", "$.offices[0].period"),
        (PERSON, "name: Ada Moe", "name: 1984", "$.name"),
        (PERSON, "name: Ada Moe", "name: {english: Ada Moe}", "$.name"),
        (PERSON, "states: [NOR]", "states: NOR", "$.states"),
        (PERSON, "states: [NOR]", "states: [N O R]", "$.states[0]"),
        (PERSON, "sources: [record]", "sources: [{source: record, page: 3}]", "$.sources[0]"),
        (VOTE, "stated: {result: adopted, yes: 2", "stated: {result: passed, yes: 2", "$.votes[1].stated.result"),
        (VOTE, "stated: {result: adopted, yes: 2", "stated: {result: adopted, yes: two", "$.votes[1].stated.yes"),
        (VOTE, "stated: {result: adopted, yes: 2", "stated: {result: adopted, yes: -2", "$.votes[1].stated.yes"),
        (VOTE, "rest: unknown", "rest: whatever", "$.votes[0].roll_call.rest"),
        (BODY, "role: permanent", "role: permanently", "$.membership[0].role"),
        (BODY, "veto: true", "veto: maybe", "$.rules[0].veto"),
        (BODY, "majority: {at_least: 2}", "majority: {at_least: half}", "$.rules[0].majority.at_least"),
    ],
)
def test_what_the_check_would_refuse_editors_mark_at_once(name: str, old: str, new: str, path: str) -> None:
    assert WORLD[name].count(old) == 1
    assert wrong(name, WORLD[name].replace(old, new)) == [path]


@pytest.mark.parametrize("name", SCHEMAS)
def test_everything_is_explained(name: str) -> None:
    schema = SCHEMAS[name]
    Draft7Validator.check_schema(schema)
    for each in parts(schema):
        for key, field in each.get("properties", {}).items() if isinstance(each.get("properties"), dict) else ():
            assert field.get("description"), key
            assert key in {"en", "de"} or each.get("additionalProperties") is False
        if "enum" in each:
            assert len(each["enum"]) == len(each["markdownEnumDescriptions"])
            assert all(each["markdownEnumDescriptions"])
        if isinstance(each.get("pattern"), str):
            assert "(?P" not in each["pattern"]
    for model in (schema, *schema["$defs"].values()):
        assert all(field.get("title") for field in model.get("properties", {}).values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_examples_are_right(name: str) -> None:
    schema = SCHEMAS[name]
    count = 0
    for each in parts(schema):
        for example in each.get("examples", ()):
            count += 1
            alone = {key: value for key, value in each.items() if key != "$ref"} | {"$defs": schema["$defs"]}
            held = {"allOf": [{"$ref": each["$ref"]}], "$defs": schema["$defs"]} if "$ref" in each else alone
            assert Draft7Validator(held).is_valid(example), example
    assert count


def test_ids_say_in_which_folder_the_file_lies() -> None:
    statement = SCHEMAS["statements"]["properties"]
    assert (
        statement["speaker"]["description"] == "Who said it. The name of a file in `content/people/`, without `.yaml`."
    )
    assert statement["resolutions"]["items"]["x-folder"] == "resolutions"


points = st.from_regex(r"[0-9]{4}(-(XX|[0-3][0-9])(-(XX|[0-3][0-9]))?)?[?~%]?|(20|19)(0X|XX)", fullmatch=True)


@given(st.one_of(points, st.tuples(points | st.sampled_from(["", ".."]), points | st.just("..")).map("/".join)))
def test_the_patterns_of_dates_refuse_no_date(text: str) -> None:
    try:
        single = not parse_edtf(text).is_interval
    except PydanticCustomError:
        return
    assert re.fullmatch(SCHEMAS["states"]["properties"]["period"]["pattern"], text)
    assert bool(re.fullmatch(SCHEMAS["events"]["properties"]["date"]["pattern"], text)) is single
