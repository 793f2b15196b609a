"""Hostile words in; a comment in which they are words, and nothing but words, out. The JSON is what is documented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factsheets.review.diff.forms import FORMS, as_json, as_markdown, as_text
from factsheets.review.diff.model import Change, Diff, End, Kind
from tests.diff.sides import diff
from tests.escaping.comments import HOSTILE, around
from tests.escaping.poison import EVIL, poisoned_world
from tests.world import WORLD, edited

ADA = "people/ada-moe.yaml"


def one_change(text: str, kind: Kind = Kind.NAME) -> Diff:
    key = ("people", "x")
    changes = (
        Change(key, ("name",), kind, text, text + "!", "", (text,)),
        Change(key, ("offices", text, "title"), Kind.TEXT, None, text * 40, "en"),
        Change(key, (), Kind.RECORD, None, text),
        Change(key, ("a_list_of_later", f"{text} !"), Kind.VALUE, "1", "2"),
    )
    return Diff(End(text), End("y", 1, (("people", text),)), {key: text}, changes)


def harmless(comment: str) -> None:
    outside = around(comment)
    assert set(re.findall(r"<[^>]*>?", outside)) <= {"<details>", "<summary>", "</summary>", "</details>"}
    assert not re.search(r"[@#\[\]`|\\$&~_]|://|www\.|evil|alert|team|GH-", outside)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\x00-\x09\x0b-\x1f\u2028\u2029]", comment)
    for line in outside.split("\n"):
        assert re.match(r"$|- |  - (was|now): |<|\*\*|Compared: |[0-9a-z:]", line), line


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", Kind)
def test_hostile_words_are_words_in_a_comment(text: str, kind: Kind) -> None:
    harmless(as_markdown(one_change(text, kind)))


@given(st.text(min_size=1, max_size=30))
def test_any_words_stand_in_one_code_span_each(text: str) -> None:
    comment = as_markdown(one_change(text))
    assert not re.search(r"[@#\[\]`|\\$&~_]", around(comment))
    lines = [line for line in around(comment).split("\n") if not line.startswith("  - now: ")]
    expected = around(as_markdown(one_change("x"))).replace("added, ", "added").split("\n")
    assert [line.replace("added, ", "added") for line in lines] == expected


def test_hostile_words_in_every_field_of_every_record_are_words(tmp_path: Path) -> None:
    result = diff(tmp_path, poisoned_world())
    comment = as_markdown(result)
    harmless(comment)
    assert len(result.changes) > 50
    lines = comment.split("\n")
    folds = [number for number, line in enumerate(lines) if line.startswith(("<details>", "</details>"))]
    assert len(folds) > 4
    assert {lines[number + 1] for number in folds} == {""}  # where a line of HTML ends, for CommonMark


def test_the_words_themselves_are_there(tmp_path: Path) -> None:
    new = 'name: "`<b>@x</b>` #1"'
    comment = as_markdown(diff(tmp_path, edited(ADA, "name: Ada Moe", new)))
    first = comment.splitlines()[0]
    assert first.startswith("`` `<b>@x</b>` #1 ``: name (`en`): `Ada Moe` → `` `<b>@x</b>` #1 ``")
    assert " pages change; 1 correction is not recorded" in first


def test_a_terminal_is_commanded_by_nothing() -> None:
    text = as_text(one_change("Ada\x1b[31m \u202eMoe\u2028x"))
    assert "Ada\ufffd[31m \ufffdMoe x" in text
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\u2028]", text)


def test_a_comment_is_never_too_long_and_says_what_it_leaves_out() -> None:
    key = ("people", "x")
    many = tuple(
        Change(key, ("offices", "`" * 500, "title"), kind, f"{number}" + "`" * 5000, "x" * 5000)
        for kind in Kind
        for number in range(300)
    )
    comment = as_markdown(Diff(End("a"), End("b"), {key: "`" * 3000}, many))
    assert len(comment) < 65_000
    assert re.search(r"^- … and \d+ more$", comment, re.MULTILINE)
    assert comment.count("<details>") == comment.count("</details>")
    few = tuple(Change(key, ("states",), Kind.LIST, None, f"{number}") for number in range(77))
    assert "\n- … and 37 more\n" in as_markdown(Diff(End("a"), End("b"), {key: "Ada"}, few))


def test_a_long_text_is_shown_from_where_it_differs() -> None:
    before, after = "word " * 300 + "old end", "word " * 300 + "new end"
    shown = as_markdown(
        Diff(
            End("a"),
            End("b"),
            {("people", "x"): "Ada"},
            (Change(("people", "x"), ("note",), Kind.NOTE, before, after),),
        )
    )
    assert re.search(r"- was: `… word (word )+old end`\n  - now: `… word (word )+new end`", shown)


def test_nothing_is_said_to_be_nothing(tmp_path: Path) -> None:
    result = diff(tmp_path, edited(ADA, "name: Ada Moe", "name: 'Ada Moe' # she"))
    assert as_text(result) == "nothing changes for the reader\ncompared: base → head\n"
    assert as_markdown(result) == "nothing changes for the reader\n\nCompared: `base` → `head`\n"


def test_lines_about_one_record_stand_below_its_name(tmp_path: Path) -> None:
    text = WORLD[ADA].replace("born: 1970", "born: 1971").replace("name: Ada Moe", "name: Ada Mo")
    lines = as_text(diff(tmp_path, {ADA: text})).splitlines()
    assert lines[0].startswith("Ada Mo: name (en): Ada Moe → Ada Mo (source record); and 1 more; ")
    at = lines.index("Facts changed")
    assert lines[at + 1 : at + 4] == [
        "  Ada Mo",
        "    name (en): Ada Moe → Ada Mo (source record)",
        "    born: 1970 → 1971 (source record)",
    ]


@pytest.mark.parametrize(
    ("after", "line"),
    [
        ("2020-05-01/2025-09", "end added, 2025-09"),
        ("2020-05-01/..", "end added, still open"),
        ("2019/", "start 2020-05-01 → 2019"),
        ("2019/2025", "2020-05-01/ → 2019/2025"),
    ],
)
def test_of_a_period_the_end_that_differs_is_told(tmp_path: Path, after: str, line: str) -> None:
    result = diff(tmp_path, edited(ADA, "2020-05-01/\n", f"{after}\n"))
    expected = f"Ada Moe: office “Ambassador of Norway”, period: {line} (source record); "
    assert as_text(result).startswith(expected)


def test_the_json_has_what_is_documented(tmp_path: Path) -> None:
    result = diff(tmp_path, edited(ADA, "born: 1970", "born: 1971"))
    tree: dict[str, Any] = json.loads(as_json(result))
    documented = as_json.__doc__ or ""
    assert [name for name in tree if f"`{name}`" not in documented] == []
    assert tree["format"] == 1
    assert tree["records"] == {"people/ada-moe": "Ada Moe"}
    assert tree["changes"] == [
        {
            "record": "people/ada-moe",
            "path": ["born"],
            "kind": "date",
            "before": "1970",
            "after": "1971",
            "language": "",
            "sources": ["record"],
            "named_by": [],
        }
    ]
    assert tree["owed"] == [{"record": "people/ada-moe", "gravity": "fact", "recorded": None}]
    assert {"language": "de", "address": "people/ada-moe.html", "how": "changed"} in tree["pages"]
    assert json.loads(as_json(diff(tmp_path / "again", edited(ADA, "born: 1970", "born: 1971")))) == tree


def test_every_form_takes_hostile_content(tmp_path: Path) -> None:
    assert yaml.safe_load(yaml.safe_dump(EVIL)) == EVIL
    result = diff(tmp_path, {}, poisoned_world())
    for form in FORMS.values():
        assert not re.search("[\u202e\u200d]", form(result))
