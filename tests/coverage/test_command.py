"""The command: what it prints, in three forms, and how it ends. The JSON is what is documented."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factsheets.cli import main
from factsheets.review.coverage.forms import as_json, as_markdown, as_text
from tests.coverage.writing import (
    ASSEMBLY_2026,
    COVERAGE,
    COVERED,
    FIRST,
    SHEET,
    UNCOVERED,
    beside,
    extract,
    library,
    plain,
    sound,
)
from tests.escaping.comments import HOSTILE, around
from tests.world import WORLD, lay

SECOND = replace(FIRST, symbol="RES/2", title="The second resolution")
TURNED = replace(FIRST, yes=("NORWAY",), no=("FRANCE",))


def run(root: Path, text: str, *arguments: str) -> tuple[int, str]:
    (root / "votes.csv").write_text(text, "utf-8", newline="")
    command = ["coverage", "--root", str(root), "--against", str(root / "votes.csv"), *arguments]
    result = CliRunner().invoke(main, command)
    return result.exit_code, result.output


def test_all_is_said_with_its_place_on_both_sides(tmp_path: Path) -> None:
    lay(tmp_path, COVERED)
    code, printed = run(tmp_path, library(ASSEMBLY_2026, [TURNED, SECOND], total_ms="4.0"))
    assert code == 1
    assert printed.replace(f"{tmp_path}/", "") == (
        "compared with votes.csv: United Nations Digital Library, General Assembly, 2026, 2 entries\n"
        "council-votes (votes of the Council): 2 in the list, 1 of them recorded here; "
        "missing: 1, values that differ: 2, positions that differ: 1, remarks on the record: 1\n\n"
        "Missing here: in the list, and neither recorded nor left out\n"
        "  RES/2: The second resolution, 2025-02-24, 2–0–1, votes.csv:5\n\n"
        "Symbols, days, titles and numbers that differ\n"
        "  RES/1\n"
        "    yes: here 2, there 1, votes.csv:2; content/resolutions/resolution-1.yaml:21\n"
        "    no: here 0, there 1, votes.csv:2; content/resolutions/resolution-1.yaml:21\n\n"
        "Positions that differ\n"
        "  RES/1: here yes, there no: FRA, votes.csv:3; content/resolutions/resolution-1.yaml:22\n\n"
        "What the record of the comparison says otherwise\n"
        "  entries: the record says 1, the list has 2; content/factsheets/first-day.yaml:23\n\n"
        "What the list itself leaves open\n"
        "  RES/1: 4 members stated, 3 named, votes.csv:2\n"
        "  RES/2: 4 members stated, 3 named, votes.csv:5\n"
    )


def test_nothing_differs(tmp_path: Path) -> None:
    lay(tmp_path, COVERED)
    code, printed = run(tmp_path, plain([FIRST]))
    assert code == 0
    assert printed == (
        f"compared with {tmp_path}/votes.csv: table of symbols and dates, 1 entry\n"
        "council-votes (votes of the Council): 1 in the list, 1 of them recorded here; nothing differs\n"
    )


def test_how_it_ends(tmp_path: Path) -> None:
    lay(tmp_path, COVERED)
    assert run(tmp_path, plain([FIRST]), "--scope", "council-votes")[0] == 0
    assert run(tmp_path, plain([FIRST, SECOND]))[0] == 1
    assert run(tmp_path, plain([FIRST, SECOND]), "--term", "second")[0] == 1
    assert run(tmp_path, plain([FIRST, SECOND]), "--term", "first", "--until", "2025-12-31")[0] == 0
    assert run(tmp_path, plain([FIRST, SECOND]), "--from", "2025-02-25")[0] == 0
    for wrong in (["--scope", "x"], ["--scope", "council-votes", "--term", "x"], ["--from", "soon"]):
        assert run(tmp_path, plain([FIRST]), *wrong)[0] == 2
    code, printed = run(tmp_path, plain([replace(FIRST, symbol="A/RES/1")]))
    assert (code, "no record of coverage is about this list" in printed) == (2, True)
    assert run(tmp_path, plain([replace(FIRST, symbol="A/RES/1")]), "--scope", "council-votes")[0] == 1
    lay(tmp_path, {"people/ada-moe.yaml": "name: [x\n"})
    assert run(tmp_path, plain([FIRST]))[0] == 1


def test_a_list_that_cannot_be_read_is_refused_in_each_form(tmp_path: Path) -> None:
    lay(tmp_path, COVERED)
    text = plain([FIRST]).replace("2025-02-24", "soon")
    code, printed = run(tmp_path, text)
    assert code == 2
    assert printed.startswith(f"{tmp_path}/votes.csv:2:7: error[list-date] 'soon' in the column Date is no day\n")
    assert "    2 | RES/1;soon;The first resolution;2;0;1\n      |       ^^^^\n" in printed
    code, printed = run(tmp_path, text, "--format", "json")
    assert (code, [each["code"] for each in json.loads(printed)]) == (2, ["list-date"])
    assert run(tmp_path, text, "--format", "markdown")[0] == 2


def names(tree: Any) -> set[str]:  # noqa: ANN401 - any part of a tree
    if isinstance(tree, dict):
        return set(tree) | {name for each in tree.values() for name in names(each)}
    return {name for each in tree for name in names(each)} if isinstance(tree, list) else set()


def test_the_json_has_what_is_documented(tmp_path: Path) -> None:
    lists = [TURNED, SECOND], [FIRST]
    found = beside(sound(tmp_path), tmp_path, *(library(ASSEMBLY_2026, each) for each in lists))
    tree = json.loads(as_json(found))
    documented = as_json.__doc__ or ""
    assert [name for name in sorted(names(tree)) if f"`{name}`" not in documented] == []
    (scope,) = tree["scopes"]
    assert (tree["format"], tree["is_different"], scope["entries"], scope["recorded"]) == (1, True, 2, 1)
    assert scope["missing"][0]["entry"]["numbers"] == [2, 0, 1]
    assert [(each["kind"], each["members"], each["lines"]) for each in scope["positions"]] == [
        ("differs", ["FRA"], [3])
    ]
    assert scope["open"][0]["words"].startswith("it stands again in ")
    empty = json.loads(as_json(beside(sound(tmp_path), tmp_path, extract([FIRST]))))
    assert not empty["is_different"]


@pytest.mark.parametrize("text", [each for each in HOSTILE if not re.search("[\u202e\u2028\x07]", each)])
def test_hostile_words_are_words_in_an_issue(tmp_path: Path, text: str) -> None:
    subject = COVERAGE.replace(
        "{en: votes of the Council, de: Abstimmungen des Rates}", json.dumps({"en": text, "de": text})
    )
    checked = sound(tmp_path, {"site.yaml": WORLD["site.yaml"] + subject, SHEET: UNCOVERED})
    hostile = replace(SECOND, title=f"resolution {text}", yes=(*SECOND.yes, text))
    votes = [hostile, replace(FIRST, title=text, abstain=(text,))]
    for listed in (extract(votes), extract([replace(hostile, symbol=f"RES/{text}"), *votes])):
        found = beside(checked, tmp_path, listed)
        comment = as_markdown(found).replace("resolutions.html", "")
        assert found.is_different
        assert not re.search(r"[@#\[\]`|\\$&~_]|://|www\.|evil|alert|team|GH-|warning", around(comment))
        assert set(re.findall(r"<[^>]*>?", around(comment))) <= {"<details>", "<summary>", "</summary>", "</details>"}
        assert not re.search("[\x00-\x08\x1b]", as_text(found))
