"""What the guide for editors shows is what the check accepts, and what it calls wrong is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from factsheets import pipeline
from factsheets.cli import main
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.body import Base, Method
from factsheets.content.records.person import Person
from factsheets.diagnostics import Diagnostic
from tests.conftest import REPOSITORY
from tests.world import WORLD

GUIDE = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
TEMPLATE = re.compile(r"^`content/(\S+)`\n```yaml\n(.+?)^```$", re.DOTALL | re.MULTILINE)
RULE = re.compile(r"^```yaml\n# wrong\n(.+?)# right\n(.+?)^```$", re.DOTALL | re.MULTILINE)
CONFLICT = re.compile(r"^```yaml\n(conflicts:.+?)^```$", re.DOTALL | re.MULTILINE)

FOUND = TEMPLATE.findall(GUIDE)
TEMPLATES: Mapping[str, str] = dict(FOUND)
RULES = RULE.findall(GUIDE)
PERSON = "people/ada-moe.yaml"
AROUND = {name: WORLD[name] for name in ("site.yaml", "states/FRA.yaml", "states/GBR.yaml")}


def lay(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root / "content"


def found(root: Path, files: Mapping[str, str]) -> list[Diagnostic]:
    return pipeline.check(lay(root, files)).diagnostics


def misspelt(template: str) -> str:
    text, times = re.subn(r"^(\w+):", r"\1x:", template, count=1, flags=re.MULTILINE)
    assert times == 1
    return text


def test_there_is_one_template_for_each_record_type() -> None:
    folders = Counter(name.partition("/")[0] for name, _ in FOUND)
    assert folders == dict.fromkeys((kind.folder for kind in RECORD_TYPES), 1)


def test_nothing_is_wrong_with_the_templates(tmp_path: Path) -> None:
    checked = pipeline.check(lay(tmp_path, {**AROUND, **TEMPLATES}))
    assert checked.diagnostics == []
    assert len(checked.facts.records) == len(TEMPLATES) + len(AROUND) - 1


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_line_of_a_template_is_explained(name: str) -> None:
    assert [line for line in TEMPLATES[name].splitlines() if " # " not in line] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_misspelt_key_of_a_template_alone_is_found(tmp_path: Path, name: str) -> None:
    files = {"site.yaml": AROUND["site.yaml"], name: misspelt(TEMPLATES[name])}
    here = [each for each in found(tmp_path, files) if each.place.file == f"content/{name}"]
    assert ("unknown-field", 1) in [(each.code, each.place.span.line) for each in here]


def test_the_example_of_a_conflict_fits_a_template(tmp_path: Path) -> None:
    (conflict,) = CONFLICT.findall(GUIDE)
    more = {PERSON: TEMPLATES[PERSON] + conflict, "sources/gazette.yaml": WORLD["sources/record.yaml"]}
    checked = pipeline.check(lay(tmp_path, {**AROUND, **TEMPLATES, **more}))
    assert checked.diagnostics == []
    assert len(checked.facts.all(Person)["ada-moe"].conflicts) == 1


def test_the_examples_of_rules_are_rules_and_every_word_of_them_is_explained(tmp_path: Path) -> None:
    (rules,) = re.findall(r"^```yaml\n(rules:.+?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    assembly = "name: {en: Assembly, de: Versammlung}\n" + rules + "sources: [record]\n"
    checked = pipeline.check(lay(tmp_path, {**AROUND, **TEMPLATES, "bodies/assembly.yaml": assembly}))
    assert checked.diagnostics == []
    words = {*Base, *(each for each in Method if each is not Method.VOTE), "veto", "quorum", "chair", "weighted"}
    table = GUIDE[GUIDE.index("### The rules of a body") : GUIDE.index("A rule that changed")]
    assert [word for word in words if str(word) not in table] == []


def test_there_are_five_rules() -> None:
    assert len(RULES) == 5


@pytest.mark.parametrize(("wrong", "right"), RULES)
def test_what_a_rule_calls_wrong_is_refused_and_what_it_calls_right_is_not(
    tmp_path: Path, wrong: str, right: str
) -> None:
    name, head = "people/new.yaml", "name: A\nsources: [record]\n"
    if right.startswith("title:"):
        name, head = "sources/new.yaml", "kind: news\nread: itself\npublisher: {en: A, de: A}\n"
    files = {**AROUND, **TEMPLATES}
    assert found(tmp_path / "right", {**files, name: head + right}) == []
    refused = found(tmp_path / "wrong", {**files, name: head + wrong})
    assert [each.place.file for each in refused] == [f"content/{name}"]


def test_the_message_shown_is_the_message_printed(tmp_path: Path) -> None:
    person = TEMPLATES[PERSON].replace("born: 1970-05-17", "born: 17.05.1970")
    lay(tmp_path, {**AROUND, **TEMPLATES, PERSON: person})
    result = CliRunner().invoke(main, ["check", "--root", str(tmp_path), "--date", "2025-03-05"])
    assert result.exit_code == 1
    assert f"```\n{result.output}```\n" in GUIDE


def test_what_the_security_policy_names_is_there() -> None:
    text = (REPOSITORY / "SECURITY.md").read_text("utf-8")
    named = set(re.findall(r"`((?:tests|generator)/[\w/.]+)`", text))
    assert len(named) > 15
    assert {name for name in named if not (REPOSITORY / name).exists()} == set()
