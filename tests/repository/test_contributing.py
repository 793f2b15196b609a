"""What the guide for editors shows is what the check accepts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import pipeline
from generator.records import RECORD_TYPES
from tests.conftest import REPOSITORY
from tests.world import WORLD

GUIDE = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
TEMPLATES: Mapping[str, str] = dict(
    re.findall(r"^`content/([^`]+)`\n\n```yaml\n(.+?)^```", GUIDE, re.DOTALL | re.MULTILINE)
)
AROUND = {
    "site.yaml": WORLD["site.yaml"],
    "states/FRA.yaml": WORLD["states/FRA.yaml"],
    "states/GBR.yaml": WORLD["states/GBR.yaml"],
    "sources/gazette.yaml": WORLD["sources/record.yaml"],
}


def lay(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root / "content"


def test_there_is_one_template_for_each_record_type() -> None:
    folders = Counter(name.partition("/")[0] for name in TEMPLATES)
    assert folders == dict.fromkeys((kind.folder for kind in RECORD_TYPES), 1)


def test_nothing_is_wrong_with_the_templates(tmp_path: Path) -> None:
    checked = pipeline.check(lay(tmp_path, {**AROUND, **TEMPLATES}))
    assert checked.diagnostics == []
    assert len(checked.facts.records) == len(TEMPLATES) + len(AROUND) - 1


def test_the_example_of_a_conflict_fits_a_template(tmp_path: Path) -> None:
    conflict = re.search(r"^```yaml\n(conflicts:\n.+?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    assert conflict
    person = {"people/ada-moe.yaml": TEMPLATES["people/ada-moe.yaml"] + conflict[1]}
    assert pipeline.check(lay(tmp_path, {**AROUND, **TEMPLATES, **person})).diagnostics == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_misspelt_line_of_a_template_is_found(tmp_path: Path, name: str) -> None:
    wrong = {name: TEMPLATES[name].replace(":", "x:", 1)}
    found = pipeline.check(lay(tmp_path, {**AROUND, **TEMPLATES, **wrong})).diagnostics
    assert [(each.place.file, each.place.span.line) for each in found] == [(f"content/{name}", 1)]


def test_the_error_shown_is_the_error_given(tmp_path: Path) -> None:
    person = TEMPLATES["people/ada-moe.yaml"].replace("born: 1970-05-17", "born: 24.02.1970")
    (found,) = pipeline.check(lay(tmp_path, {**AROUND, **TEMPLATES, "people/ada-moe.yaml": person})).diagnostics
    shown = f"{found.place.file}:{found.place.span.line}:{found.place.span.column}: error[{found.code}] {found.message}"
    assert shown in GUIDE
    assert f"help: {found.hint}" in GUIDE
