"""Content and a day in; what should be read again, in three forms, out. The JSON is what is documented."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from factsheets import pipeline
from factsheets.cli import main
from factsheets.review.upkeep.stale import Stale, stale
from factsheets.review.upkeep.stale_forms import FORMS, as_json, as_markdown, as_text
from tests.escaping.comments import HOSTILE, around
from tests.world import WORLD, edited, lay

ADA, SHEET = "people/ada-moe.yaml", "factsheets/first-day.yaml"
DUE = {
    SHEET: WORLD[SHEET].replace("reviewed:", "review_due: 2025-09\nreviewed:"),
    **edited(ADA, "    seen: 2025-02", "    seen: 2025-02\n    review_due: 2025-03"),
}


def found(root: Path, changes: dict[str, str], day: date = date(2025, 9, 1)) -> Stale:
    checked = pipeline.check(lay(root, changes))
    assert not checked.failed, checked.diagnostics
    return stale(checked, day)


def run(root: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["stale", "--root", str(root), *arguments])
    return result.exit_code, result.stdout, result.stderr


def test_each_is_named_with_its_place_and_how_old_it_is(tmp_path: Path) -> None:
    assert as_text(found(tmp_path, DUE)) == (
        "2 reviews are due on 2025-09-01\n\n"
        "To be read again, what has been due for longest first\n"
        "  Ada Moe: Office: Ambassador of Norway, from 1 May 2020, end unknown; last known to hold: February 2025; "
        "due 2025-03, not known when last read, content/people/ada-moe.yaml:9; no archived copy of record\n"
        "  The first day: due 2025-09, last read 2025-03-01, content/factsheets/first-day.yaml:23; "
        "no archived copy of record\n"
    )


def test_the_exit_code_says_whether_something_is_due(tmp_path: Path) -> None:
    lay(tmp_path, DUE)
    assert run(tmp_path, "--as-of", "2025-02-28") == (0, "no review is due on 2025-02-28\n", "")
    code, printed, _ = run(tmp_path, "--as-of", "2025-03-01")
    assert (code, printed.splitlines()[0]) == (1, "1 review is due on 2025-03-01")
    code, _, said = run(tmp_path, "--as-of", "1.3.2025")
    assert (code, "'1.3.2025' is no day; write year, month and day" in said) == (2, True)
    assert run(tmp_path)[0] == 1


def test_of_content_with_errors_nothing_is_said(tmp_path: Path) -> None:
    lay(tmp_path, {**DUE, ADA: "name: [x\n"})
    code, printed, said = run(tmp_path, "--format", "markdown", "--as-of", "2026-01-01")
    assert (code, printed) == (1, "")
    assert "factsheets check lists them" in said


def test_the_json_has_what_is_documented(tmp_path: Path) -> None:
    tree = json.loads(as_json(found(tmp_path, DUE)))
    documented = as_json.__doc__ or ""
    first = tree["due"][1]
    for name in (*tree, *first, *first["fact"]):
        assert f"`{name}`" in documented, name
    assert (tree["format"], tree["day"]) == (1, "2025-09-01")
    assert first == {
        "fact": {
            "record": "factsheets/first-day",
            "name": "The first day",
            "path": "",
            "what": "",
            "file": "content/factsheets/first-day.yaml",
            "line": 23,
        },
        "since": "2025-09",
        "read": "2025-03-01",
        "sources": ["record"],
        "uncopied": ["record"],
    }


@pytest.mark.parametrize("text", [each for each in HOSTILE if not re.search("[\u202e\u2028\x07]", each)])
def test_hostile_words_are_words_in_an_issue(tmp_path: Path, text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    sheet = DUE[SHEET].replace("The first day", written).replace("It adopted a resolution.", written)
    ada = DUE[ADA].replace("Ada Moe", written).replace("Ambassador of Norway", written)
    due = {SHEET: sheet.replace("  - id: began", "  - id: began\n    review_due: 2025-01~"), ADA: ada}
    comment = as_markdown(found(tmp_path, due))
    assert not re.search(r"[@#\[\]`|\\$&~_<>]|://|www\.|evil|alert|team|GH-", around(comment))
    assert [line[:2] for line in comment.splitlines()[4:]] == ["- "] * 3


def test_many_are_cut_and_counted(tmp_path: Path) -> None:
    one = "  - title: {en: x, de: x}\n    review_due: 2020\n"
    comment = as_markdown(found(tmp_path, {ADA: WORLD[ADA].replace("offices:\n", "offices:\n" + one * 100)}))
    assert comment.startswith("100 reviews are due on 2025-09-01\n")
    assert re.search(r"\n- … and \d+ more\n$", comment)


def test_every_form_is_offered_and_takes_nothing(tmp_path: Path) -> None:
    lay(tmp_path)
    for form in FORMS:
        assert run(tmp_path, "--format", form)[0] == 0
