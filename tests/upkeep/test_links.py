"""Content and what the web said in; what is the matter, in three forms, out. The web is never asked here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factsheets import pipeline
from factsheets.cli import main
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.schema import TOP_FILES, json_schema
from factsheets.review.reach import Outcome, Visit
from factsheets.review.upkeep.link_forms import as_json, as_markdown, as_text
from factsheets.review.upkeep.links import FIELDS, Links, addresses, links
from tests.escaping.comments import HOSTILE, around
from tests.world import WORLD, edited, lay

ADA, SOURCE = "people/ada-moe.yaml", "sources/record.yaml"
RECORD, COPY = "https://council.example/record", "https://copy.example/record"
COPIED = {SOURCE: WORLD[SOURCE] + f"archive: {COPY}\n"}
FINE, GONE = Visit(Outcome.ANSWERS), Visit(Outcome.GONE, "the server answers 404, not found")
UNSURE, MOVED = Visit(Outcome.UNSURE, "the server answers 403"), Visit(Outcome.ANSWERS, moved="https://new.example/r")


def found(root: Path, visits: Mapping[str, Visit], changes: Mapping[str, str] = WORLD) -> Links:
    checked = pipeline.check(lay(root, changes))
    assert not checked.failed, checked.diagnostics
    every = addresses(checked.facts)
    assert set(visits) <= set(every)
    return links(checked, {each: visits.get(each, FINE) for each in every})


def matters(result: Links) -> list[tuple[str, str]]:
    return [(each.matter.value, each.address) for each in result.findings]


def test_every_address_is_asked_for_once(tmp_path: Path) -> None:
    page = f"links:\n  - {{url: {RECORD}, title: x}}\n  - {{url: https://moe.example/, title: y}}\n"
    checked = pipeline.check(lay(tmp_path, {**COPIED, ADA: WORLD[ADA] + page}))
    site = ("https://small.example/", "https://github.com/example/small")
    assert addresses(checked.facts) == (*site, RECORD, "https://moe.example/", COPY)


def test_every_field_that_holds_an_address_is_known() -> None:
    def fields(schema: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a schema
        for name, each in schema.get("properties", {}).items() if isinstance(schema, dict) else ():
            if each.get("format") == "uri":
                yield name
        for each in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
            yield from fields(each)

    assert {name for kind in (*RECORD_TYPES, *TOP_FILES.values()) for name in fields(json_schema(kind))} == FIELDS


@pytest.mark.parametrize(
    ("visits", "expected", "is_work"),
    [
        ({}, [("uncopied", RECORD)], False),
        ({RECORD: GONE}, [("lost", RECORD)], True),
        ({RECORD: MOVED}, [("moved", RECORD), ("uncopied", RECORD)], True),
        ({RECORD: UNSURE}, [("unsure", RECORD), ("uncopied", RECORD)], False),
    ],
)
def test_a_source_without_a_copy(
    tmp_path: Path, visits: dict[str, Visit], expected: list[tuple[str, str]], *, is_work: bool
) -> None:
    result = found(tmp_path, visits)
    assert (matters(result), result.is_work) == (expected, is_work)


@pytest.mark.parametrize(
    ("visits", "expected"),
    [
        ({}, []),
        ({RECORD: GONE}, [("gone", RECORD)]),
        ({RECORD: GONE, COPY: MOVED}, [("gone", RECORD), ("moved", COPY)]),
        ({RECORD: GONE, COPY: GONE}, [("lost", RECORD), ("copy", COPY)]),
        ({RECORD: GONE, COPY: UNSURE}, [("lost", RECORD), ("unsure", COPY)]),
        ({COPY: GONE}, [("copy", COPY)]),
        ({COPY: UNSURE}, [("unsure", COPY)]),
        ({RECORD: UNSURE}, [("unsure", RECORD)]),
    ],
)
def test_a_source_with_a_copy(tmp_path: Path, visits: dict[str, Visit], expected: list[tuple[str, str]]) -> None:
    assert matters(found(tmp_path, visits, COPIED)) == expected


def test_the_gravest_stands_first_and_of_one_matter_that_on_which_most_rests(tmp_path: Path) -> None:
    few = {
        "sources/a-few.yaml": WORLD[SOURCE].replace(RECORD, "https://few.example/"),
        **edited(ADA, "    seen: 2025-02", "    seen: 2025-02\n    sources: [a-few]"),
    }
    repository = "https://github.com/example/small"
    visits = {RECORD: GONE, "https://few.example/": GONE, repository: MOVED}
    result = found(tmp_path, visits, few)
    assert matters(result) == [("lost", RECORD), ("lost", "https://few.example/"), ("moved", repository)]
    assert [each.resting for each in result.findings] == [20, 1, 0]


def test_each_is_named_with_its_place_and_what_rests_on_it(tmp_path: Path) -> None:
    result = found(tmp_path, {RECORD: GONE, "https://small.example/": MOVED})
    assert as_text(result) == (
        "3 addresses asked for: 1 gone, 1 moved\n\n"
        "Gone, and no archived copy answers\n"
        "  The record: https://council.example/record: the server answers 404, not found; "
        "content/sources/record.yaml:7; 21 facts rest on it\n\n"
        "Moved for ever to another host\n"
        "  site.yaml: https://small.example/ → https://new.example/r; content/site.yaml:4\n"
    )
    assert as_text(found(tmp_path, {}, COPIED)) == "4 addresses asked for: nothing is the matter\n"


def test_without_a_network_nothing_is_said_of_the_content(tmp_path: Path) -> None:
    silent = Visit(Outcome.UNSURE, "there is no host of that name", is_answered=False)
    every = ("https://small.example/", "https://github.com/example/small", RECORD)
    result = found(tmp_path, dict.fromkeys(every, silent))
    assert result.is_work
    assert as_markdown(result).count("\n") == 1
    assert "there may be no network here" in as_text(result)
    assert "no network" not in as_text(found(tmp_path, dict.fromkeys(every[1:], silent)))


def test_the_json_has_what_is_documented(tmp_path: Path) -> None:
    tree = json.loads(as_json(found(tmp_path, {RECORD: GONE})))
    documented = as_json.__doc__ or ""
    (first,) = tree["findings"]
    for name in (*tree, *first, *first["fact"]):
        assert f"`{name}`" in documented, name
    assert (tree["format"], tree["asked"], tree["is_online"]) == (1, 3, True)
    assert {key: value for key, value in first.items() if key != "fact"} == {
        "matter": "lost",
        "field": "URL",
        "address": RECORD,
        "why": "the server answers 404, not found",
        "moved": None,
        "resting": 21,
    }


EVIL = "https://evil.example/@team/#1/](javascript:alert(1))/::warning::/~~x~~/"


@pytest.mark.parametrize("text", [each for each in HOSTILE if not re.search("[\u202e\u2028\x07]", each)])
def test_hostile_words_are_words_in_an_issue(tmp_path: Path, text: str) -> None:
    changes = {SOURCE: WORLD[SOURCE].replace("The record", json.dumps(text)).replace(RECORD, EVIL)}
    for visit in (Visit(Outcome.ANSWERS, moved=EVIL + text), GONE):
        comment = as_markdown(found(tmp_path, {EVIL: visit}, changes))
        assert not re.search(r"[@#\[\]`|\\$&~_]|://|www\.|evil|alert|team|GH-|warning", around(comment))
        assert set(re.findall(r"<[^>]*>?", around(comment))) <= {"<details>", "<summary>", "</summary>", "</details>"}


def test_the_command_says_whether_there_is_something_to_do(tmp_path: Path) -> None:
    here = "http://127.0.0.1:1/"
    site = re.sub("https://[^\n]+", here, WORLD["site.yaml"])
    lay(tmp_path, {"site.yaml": site, SOURCE: WORLD[SOURCE].replace(RECORD, here)})
    result = CliRunner().invoke(main, ["links", "--root", str(tmp_path), "--format", "json"])
    assert (result.exit_code, result.stderr) == (1, "asking the web …\n")
    whys = {each["why"] for each in json.loads(result.stdout)["findings"]}
    assert whys == {"it lies in a private network, where nothing is asked"}
    lay(tmp_path, {ADA: "name: [x\n"})
    result = CliRunner().invoke(main, ["links", "--root", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (1, "")
