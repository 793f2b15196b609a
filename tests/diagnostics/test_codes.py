"""The catalogue's own examples in; the code they stand for, and nothing where they are right, out."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.content.source import read_text
from factsheets.content.source.encoding import LARGEST
from factsheets.diagnostics.codes import CODES, GROUPS, Code
from factsheets.review.lists import ListError
from factsheets.review.lists import read as read_list
from factsheets.site import publish
from tests.conftest import REPOSITORY
from tests.world import WORLD, edited, lay

RESOLUTION, PERSON, COUNCIL = "resolutions/resolution-1.yaml", "people/ada-moe.yaml", "bodies/council.yaml"
STATEMENT, SHEET, SOURCE = "statements/first-words.yaml", "factsheets/first-day.yaml", "sources/record.yaml"
EVENT, NORWAY = "events/meeting.yaml", "states/NOR.yaml"

STATED = "stated: {result: adopted, yes: 2, no: 0, abstain: 1}"
LISTS = "yes: [NOR, FRA]\n      abstain: [GBR]"
BY_RULE = f"rule: substantive\n    {STATED}\n    roll_call:\n      {LISTS}"
CHANGE = "stated: {result: rejected, yes: 2, vetoed_by: [FRA]}\n    roll_call:\n      no: [FRA]"
NORWAY_SINCE = "- members: [NOR]\n    role: elected\n    period: 2025"
SIDES = WORLD[RESOLUTION][WORLD[RESOLUTION].index("- fields:") : WORLD[RESOLUTION].index("sources: [record]\n", -20)]
KEY_FACT = WORLD[SHEET][WORLD[SHEET].index("- id: began") : WORLD[SHEET].index("\nresolutions:")]
COVERAGE = WORLD[SHEET][WORLD[SHEET].index("coverage:") : WORLD[SHEET].index("\nselection:")]
SELECTION = WORLD[SHEET][WORLD[SHEET].index("selection:") : WORLD[SHEET].index("\nreviewed:")]
MORE_RULES = """\
rules:
  - id: without-vote
    title: {en: Without a vote, de: Ohne Abstimmung}
    period: 1990-01-01/..
    method: without_vote
    article: {en: Article 2, de: Artikel 2}
  - id: simple
    title: {en: Simple majority, de: Einfache Mehrheit}
    period: 1990-01-01/..
    majority: {more_than: 1/2, of: present_and_voting}
    tie: chair
    article: {en: Article 3, de: Artikel 3}
"""

IN_THE_WORLD: Mapping[str, tuple[str, str]] = {
    "missing-field": (EVENT, "title: {en: The Council meets, de: Der Rat tagt}\ndate: 2025-02-24"),
    "unknown-field": (PERSON, "born: 1970"),
    "unknown-choice": (SOURCE, "kind: official"),
    "wrong-kind": (PERSON, "states: [NOR]"),
    "cut-off": (SOURCE, "title: The record"),
    "bad-id": (SHEET, "id: began"),
    "bad-date": (PERSON, "born: 1970"),
    "dates-out-of-order": (PERSON, "period: 2020-05-01/\n    seen: 2025-02"),
    "bad-language": (SOURCE, "language: en"),
    "bad-number": (RESOLUTION, STATED),
    "unreadable-text": (PERSON, "name: Ada Moe"),
    "mixed-script": (PERSON, "name: Ada Moe"),
    "bad-address": (SOURCE, "URL: https://council.example/record"),
    "bad-code": (NORWAY, "alpha_2: NO"),
    "bad-rule": (COUNCIL, "majority: {at_least: 2}"),
    "bad-office": (PERSON, "- title: {en: Ambassador of Norway, de: Botschafterin Norwegens}\n    state: NOR"),
    "bad-status": (SHEET, "reviewed: 2025-03-01"),
    "bad-wording": (STATEMENT, "- id: en\n    kind: machine\n    lang: en\n    from: original"),
    "unknown-language": ("site.yaml", "languages: [en, de]"),
    "unknown-reference": (RESOLUTION, "yes: [NOR, FRA]"),
    "no-source": (EVENT, "resolutions: [resolution-1]\nsources: [record]"),
    "duplicate-id": (SHEET, KEY_FACT),
    "bad-conflict": (RESOLUTION, SIDES.rstrip()),
    "conflict-rank": (RESOLUTION, SIDES.rstrip()),
    "weak-source": (SOURCE, "kind: official\nread: itself"),
    "bad-reading": (SOURCE, "kind: official\nread: itself"),
    "bad-exclusion": (RESOLUTION, "roll_call:\n      no: [FRA]\n      rest: unknown"),
    "bad-coverage": (SHEET, COVERAGE),
    "not-current": (SHEET, COVERAGE),
    "no-selection": (SHEET, SELECTION),
    "unknown-subject": (RESOLUTION, "on: [resolution]"),
    "unknown-rule": (RESOLUTION, "on: [resolution]\n    rule: substantive"),
    "listed-twice": (RESOLUTION, LISTS),
    "not-a-member": (COUNCIL, NORWAY_SINCE),
    "unaccounted": (RESOLUTION, f"{STATED}\n    roll_call:\n      {LISTS}"),
    "tally-mismatch": (RESOLUTION, f"{STATED}\n    roll_call:\n      {LISTS}"),
    "bad-inference": (RESOLUTION, "roll_call:\n      no: [FRA]\n      rest: unknown"),
    "not-listed": (RESOLUTION, "roll_call:\n      no: [FRA]\n      rest: unknown"),
    "bad-veto": (RESOLUTION, CHANGE),
    "outcome-mismatch": (RESOLUTION, STATED),
    "bad-method": (RESOLUTION, BY_RULE),
    "bad-casting-vote": (RESOLUTION, BY_RULE),
    "bad-proxy": (RESOLUTION, "yes: [NOR, FRA]"),
    "member-twice": (COUNCIL, NORWAY_SINCE),
    "too-many-members": (COUNCIL, "membership:"),
    "bad-tile": (NORWAY, "alpha_2: NO"),
    "missing-translation": (SHEET, "title: {en: The first day, de: Der erste Tag}"),
    "bad-waiver": ("waivers.yaml", ""),
    "stale-waiver": ("waivers.yaml", ""),
}
"""Where the example of a code stands in the small world: the file, and the words whose place it takes."""

KEPT = {"too-many-members"}
"""Examples that stand in front of these words, not in their place."""
FOLLOWED = {"unknown-language", "not-a-member", "bad-proxy", "bad-veto"}
"""Mistakes from which others follow."""


def placed(name: str, old: str, example: str) -> dict[str, str]:
    """Return the file with the example in it, its later lines indented like its first."""
    if not old:
        return {name: f"{example}\n"}
    start = WORLD[name].index(old)
    indent = " " * (start - WORLD[name].rfind("\n", 0, start) - 1)
    return edited(name, old, example.replace("\n", f"\n{indent}"))


def codes_in_the_world(root: Path, code: Code, example: str) -> list[str]:
    name, old = IN_THE_WORLD[code.code]
    text = f"{example}\n{old}" if code.code in KEPT else example
    rules = edited(COUNCIL, "rules:\n", MORE_RULES) if name != COUNCIL else {}
    return [each.code for each in pipeline.check(lay(root, {**rules, **placed(name, old, text)})).diagnostics]


@pytest.mark.parametrize("code", [CODES[each] for each in IN_THE_WORLD], ids=lambda code: code.code)
def test_an_example_of_lines_is_wrong_and_right_in_the_small_world(tmp_path: Path, code: Code) -> None:
    wrong = codes_in_the_world(tmp_path, code, code.wrong)
    assert code.code in wrong
    assert set(wrong) == {code.code} or code.code in FOLLOWED
    assert codes_in_the_world(tmp_path, code, code.right) == []


def codes_in_lines(text: str) -> list[str]:
    return [each.code for each in read_text("content/x.yaml", "", "x", f"{text}\n".encode())[1]]


@pytest.mark.parametrize("code", GROUPS["lines"], ids=lambda code: code.code)
def test_an_example_of_a_whole_file_is_wrong_and_right(code: Code) -> None:
    assert codes_in_lines(code.wrong) == [code.code]
    assert codes_in_lines(code.right) == []


def person(content: Path, name: str, data: bytes = WORLD[PERSON].encode()) -> None:
    path = content.parent / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def link(content: Path, _: str) -> None:
    (content / "people").mkdir()
    (content.parent / "elsewhere.yaml").write_text(WORLD[PERSON], "utf-8")
    (content / "people" / "ada-moe.yaml").symlink_to("../../elsewhere.yaml")


def pipe(content: Path, _: str) -> None:
    (content / "people").mkdir()
    os.mkfifo(content / PERSON)


def siteless(content: Path, _: str) -> None:
    person(content, f"content/{PERSON}")
    (content / "site.yaml").unlink()


ON_DISK: Mapping[str, Callable[[Path, str], object]] = {
    "unreadable": pipe,
    "bad-file-name": person,
    "symlink": link,
    "nested-folder": person,
    "unknown-folder": person,
    "missing-file": siteless,
    "file-too-large": lambda content, _: person(content, f"content/{PERSON}", b"# x\n" * (LARGEST // 3)),
    "not-text": lambda content, _: person(content, f"content/{PERSON}", b"PK\x03\x04 and so on"),
    "not-utf-8": lambda content, _: person(content, f"content/{PERSON}", "name: André\n".encode("cp1252")),
}
"""How the wrong case of a code is made, without Ada Moe's file; the example is a path, or says it in words."""


@pytest.mark.parametrize("code", [CODES[each] for each in ON_DISK], ids=lambda code: code.code)
def test_an_example_of_a_file_is_wrong_and_right_on_disk(tmp_path: Path, code: Code) -> None:
    world = {name: text for name, text in WORLD.items() if name != PERSON}
    content = lay(tmp_path / "wrong", world=world)
    ON_DISK[code.code](content, code.wrong)
    found = {each.code for each in pipeline.check(content).diagnostics}
    assert code.code in found
    assert found <= {code.code, "unknown-reference"}
    assert pipeline.check(lay(tmp_path / "right")).diagnostics == []


def test_a_command_in_the_wrong_folder(tmp_path: Path) -> None:
    assert [each.code for each in pipeline.check(lay(tmp_path) / "people" / "content").diagnostics] == ["no-content"]


@pytest.mark.parametrize(("number", "codes"), [(9, ["glance-length"]), (8, [])])
def test_as_many_key_facts_as_the_example_has(tmp_path: Path, number: int, codes: list[str]) -> None:
    facts = "\n".join(f"- {{id: n-{each}, text: {{en: x, de: x}}, sources: [record]}}" for each in range(number))
    content = lay(tmp_path, placed(SHEET, KEY_FACT, facts))
    assert [each.code for each in pipeline.check(content).diagnostics] == codes


@pytest.mark.parametrize("code", GROUPS["site"], ids=lambda code: code.code)
def test_an_example_of_a_page_is_wrong_and_right(tmp_path: Path, code: Code) -> None:
    for example, expected in ((code.wrong, [code.code]), (code.right, [])):
        html = f'<!doctype html><html lang="en"><head><title>x</title></head><body id="top">{example}</body></html>'
        (tmp_path / "index.html").write_text(html, "utf-8")
        assert [each.code for each in publish.check(tmp_path, "https://x.example/")] == expected


def test_a_copy_beside_what_it_copies(tmp_path: Path) -> None:
    copy = WORLD[SOURCE].replace("read: itself", "read: copy\nvia: {name: news.example}\nrepeats: record")
    for example, codes in ((CODES["copy-beside"].wrong, ["copy-beside"]), (CODES["copy-beside"].right, [])):
        event = edited(EVENT, "sources: [record]", example)
        found = pipeline.check(lay(tmp_path, {"sources/record-copy.yaml": copy, **event})).diagnostics
        assert [each.code for each in found] == codes


def test_names_that_look_alike(tmp_path: Path) -> None:
    code = CODES["looks-alike"]
    for example, expected in ((code.wrong, ["looks-alike", "mixed-script"]), (code.right, [])):
        content = lay(tmp_path, {"people/ada-moe-2.yaml": WORLD[PERSON].replace("name: Ada Moe", example)})
        assert [each.code for each in pipeline.check(content).diagnostics] == expected


def codes_in_a_list(path: Path, text: str) -> list[str]:
    path.write_bytes(
        b"PK\x03\x04" if "workbook" in text else text.encode() if "\n" in text or "{" in text else b"symbol,date"
    )
    try:
        read_list(path, lambda _: True)
    except ListError as error:
        return [error.diagnostic.code]
    return []


@pytest.mark.parametrize("code", GROUPS["lists"], ids=lambda code: code.code)
def test_an_example_of_a_list_is_wrong_and_right(tmp_path: Path, code: Code) -> None:
    assert codes_in_a_list(tmp_path / "votes.csv", code.wrong) == [code.code]
    assert codes_in_a_list(tmp_path / "votes.csv", code.right) == []


def test_every_code_has_an_example_that_is_tried() -> None:
    tried = {each.code for each in (*GROUPS["lines"], *GROUPS["site"], *GROUPS["lists"])}
    apart = {"no-content", "glance-length", "copy-beside", "too-long", "too-many", "looks-alike"}
    assert tried | set(IN_THE_WORLD) | set(ON_DISK) | apart == set(CODES)


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_code_is_told_well(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.code)
    assert "\n" not in code.title
    assert not code.title.endswith(".")
    assert code.why.endswith(".")
    assert code.wrong.strip()
    assert code.right.strip()
    assert code.wrong != code.right
    assert code.as_text().startswith(f"{code.code}: {code.title}\n\n{code.why}")


def test_no_code_is_listed_twice() -> None:
    assert len(CODES) == sum(len(codes) for codes in GROUPS.values())


def test_every_code_is_used() -> None:
    modules = [path for path in (REPOSITORY / "generator").rglob("*.py") if path.parent.name != "codes"]
    text = "\n".join(path.read_text("utf-8") for path in modules)
    assert [code for code in CODES if f'"{code}"' not in text] == []


def test_the_long_story() -> None:
    assert CODES["unknown-choice"].as_text() == (
        "unknown-choice: a word that is not one of those allowed\n\n"
        "Behind some names stands one of a few words, and no other. The message lists them: take the one that fits.\n\n"
        "wrong:\n    kind: oficial\n\nright:\n    kind: official"
    )
