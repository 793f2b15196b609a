"""A mistake with a certain remedy in; the file with it, and nothing else changed, out. What is not certain stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.cli import main, mending
from factsheets.content.source import read_text
from factsheets.content.source.edits import scalar_at
from factsheets.content.source.tree import Plain, Scalar, descend, plain
from factsheets.diagnostics import Diagnostic, Place
from factsheets.editing import fixes
from tests.diagnostics.test_content import WRONG
from tests.diagnostics.test_reading import BROKEN
from tests.world import WORLD, edited, lay

ADA, RESOLUTION = "people/ada-moe.yaml", "resolutions/resolution-1.yaml"
MEETING, STATEMENT = "events/meeting.yaml", "statements/first-words.yaml"
TYPO = edited(RESOLUTION, "symbol:", "symbl:")
CODE = edited(RESOLUTION, "yes: [NOR, FRA]", "yes: [NO, FRA]")


def run(root: Path, *arguments: str, answers: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["fix", "--root", str(root), *arguments], input=answers)
    return result.exit_code, result.output


def text_of(root: Path, name: str) -> str:
    return (root / "content" / name).read_bytes().decode()


def left(root: Path) -> list[str]:
    return [each.code for each in pipeline.check(root / "content").diagnostics]


@pytest.mark.parametrize(("file", "old", "new"), [row[:3] for row in WRONG])
def test_every_remedy_in_the_small_world_is_written_and_mends_it(tmp_path: Path, file: str, old: str, new: str) -> None:
    before = pipeline.check(lay(tmp_path, edited(file, old, new))).diagnostics
    code, printed = run(tmp_path, "--yes")
    if any(each.remedy for each in before):
        assert (code, left(tmp_path)) == (0, [])
        assert len(text_of(tmp_path, file).splitlines()) == len(edited(file, old, new)[file].splitlines())
    else:
        number = "1 message has" if len(before) == 1 else f"{len(before)} messages have"
        assert printed == f"nothing to write\n{number} no certain remedy; factsheets check shows what to do\n"
        assert code == 0
        assert text_of(tmp_path, file) == edited(file, old, new)[file]


REMEDIES = [
    (text, each)
    for text, _ in BROKEN
    for each in read_text("content/x.yaml", "", "x", text.encode())[1]
    if each.remedy is not None
]


@pytest.mark.parametrize(("text", "wrong"), REMEDIES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_remedy_of_a_broken_file_is_written_as_it_is(text: str, wrong: Diagnostic, end: str) -> None:
    data = text.replace("\n", end).encode()
    file, _ = read_text("content/x.yaml", "", "x", data)
    after = fixes.mended(file, data, wrong)
    assert after is not None
    assert [each for each in read_text("content/x.yaml", "", "x", after)[1] if each.code != "not-a-record"] == []
    assert after.count(end.encode()) == data.count(end.encode())


def test_there_are_remedies_to_test() -> None:
    assert len(REMEDIES) > 10
    assert sum(old != new for _, old, new, *_ in WRONG) > 30


HOLES = [
    "a: 1\nb: HOLE # c\n",
    "b: 'HOLE' # c\na: 1\n",
    'b: "HOLE"\n# c\n',
    "b: [x, HOLE, y]\n",
    "b: [x, 'HOLE'] # c\n",
    'b: {c: "HOLE", d: e}\n',
    "b: {c: HOLE, d: e}\n",
    "b:\n  - x\n  - HOLE\n",
    "HOLE: x\nc: d\n",
    "b: {HOLE: x, c: d}\n",
    '"HOLE": x\n',
    "b: >-\n  HOLE\nc: d\n",
    "\ufeffb: HOLE\r\nc: d\r\n",
    "b: |-\n  HOLE\nc: d\n",
]


def holes(tree: Plain, text: str) -> Plain:
    if isinstance(tree, dict):
        return {text if key == "HOLE" else key: holes(value, text) for key, value in tree.items()}
    return [holes(each, text) for each in tree] if isinstance(tree, list) else text if tree == "HOLE" else tree


def hole_in(node: object) -> Scalar:
    """Return the text or key that is to be replaced."""
    found = []

    def look(each: object) -> None:
        if isinstance(each, Scalar):
            found.extend([each] if each.text == "HOLE" else [])
        for part in getattr(each, "items", ()):
            look(part)
        for entry in getattr(each, "entries", ()):
            look(entry.key)
            look(entry.value)

    look(node)
    (one,) = found
    return one


@given(
    st.sampled_from(HOLES),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1),
)
def test_any_text_takes_the_place_of_a_value_or_name_and_is_read_as_it_is(file: str, text: str) -> None:
    data = file.encode()
    read, found = read_text("content/x.yaml", "", "x", data)
    assert found == []
    assert read.tree is not None
    where = hole_in(read.tree).span
    after = fixes.mended(read, data, Diagnostic("bad-date", Place("content/x.yaml", where), "", "", remedy=text))
    assert after is not None
    again, _ = read_text("content/x.yaml", "", "x", after)
    if again.tree is None:  # a name that stands there already, or characters that no file may have
        return
    assert plain(again.tree) == holes(plain(read.tree), text)
    start = data.index(b"HOLE") - 5
    assert after[: max(0, start)] == data[: max(0, start)]
    assert after.split(b"\n")[-1:] == data.split(b"\n")[-1:]


def test_what_is_no_single_text_is_not_replaced() -> None:
    data = b"a: [b, c]\n"
    file, _ = read_text("content/x.yaml", "", "x", data)
    assert file.tree is not None
    group = descend(file.tree, ("a",)).span
    assert scalar_at(file.tree, file.lines, group) is None
    wrong = Diagnostic("bad-date", Place("content/x.yaml", group), "", "", remedy="x")
    assert fixes.mended(file, data, wrong) is None
    assert fixes.mended(file, data, replace(wrong, code="wrong-kind", remedy="[d]")) == b"a: [d]\n"


def test_without_a_terminal_remedies_are_shown_and_nothing_is_written(tmp_path: Path) -> None:
    lay(tmp_path, {**TYPO, **edited(ADA, "name: Ada Moe", "name: Ada: Moe")})
    code, printed = run(tmp_path)
    assert code == 1
    assert "content/people/ada-moe.yaml:1:7: error[yaml-syntax] a text with a colon in it needs quotation" in printed
    assert '-name: Ada: Moe\n+name: "Ada: Moe"\n' in printed
    assert "-symbl: RES/1\n+symbol: RES/1\n" in printed
    assert printed.endswith("0 of 2 remedies written; factsheets fix --yes writes them\n")
    assert len(left(tmp_path)) == 2
    lay(tmp_path)
    assert run(tmp_path) == (0, "nothing to write\n")


def test_on_a_terminal_each_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "is_terminal", lambda: True)
    lay(tmp_path, {**TYPO, **edited(ADA, "name: Ada Moe", "name: Ada: Moe")})
    code, printed = run(tmp_path, answers="n\ny\n")
    assert (code, printed.count("Write this? [y/N]")) == (1, 2)
    assert "name: Ada: Moe" in text_of(tmp_path, ADA)
    assert text_of(tmp_path, RESOLUTION) == WORLD[RESOLUTION]
    assert run(tmp_path, answers="\n")[0] == 1
    assert run(tmp_path, answers="y\n")[0] == 0
    assert left(tmp_path) == []


def test_of_two_alike_in_one_file_the_second_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "is_terminal", lambda: True)
    text = WORLD[RESOLUTION].replace("    stated:", "    statedd:")
    lay(tmp_path, {RESOLUTION: text})
    assert run(tmp_path, answers="n\ny\n")[0] == 1
    first, _, second = text_of(tmp_path, RESOLUTION).partition("- id: adoption")
    assert "    statedd:" in first
    assert "    stated:" in second


def test_a_file_that_changes_while_somebody_thinks_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, TYPO)
    monkeypatch.setattr(mending, "is_terminal", lambda: True)

    def thinks(_: str) -> bool:
        lay(tmp_path, {RESOLUTION: "symbol: my own\n"})
        return True

    monkeypatch.setattr("click.confirm", thinks)
    code, printed = run(tmp_path)
    assert code == 1
    assert "has changed meanwhile" in printed
    assert text_of(tmp_path, RESOLUTION) == "symbol: my own\n"


def test_a_remedy_that_brings_an_error_is_not_written(tmp_path: Path) -> None:
    changes = edited(STATEMENT, "date: 2025-02-24", "date: 24.02.1960")
    lay(tmp_path, changes)
    code, printed = run(tmp_path, "--yes")
    assert code == 1
    assert "+date: 1960-02-24\n" in printed
    assert f"not written: it would bring an error: content/{STATEMENT}:2:7: 1960-02-24 is before" in printed
    assert printed.endswith("0 of 1 remedies written\n")
    assert text_of(tmp_path, STATEMENT) == changes[STATEMENT]


def test_a_remedy_that_mends_nothing_is_not_written(tmp_path: Path) -> None:
    lay(tmp_path, CODE)
    checked = pipeline.check(tmp_path / "content")
    (wrong,) = checked.diagnostics
    for remedy, objection in (("NOX", "it would bring an error"), ("NO", "cannot be replaced"), ("NOR", "")):
        tried = fixes.tried(tmp_path / "content", checked, {}, replace(wrong, remedy=remedy))
        assert objection in tried.objection
        assert bool(objection) == bool(tried.objection)
    still = replace(wrong, code="unknown-rule", remedy="NOR")
    assert fixes.tried(tmp_path / "content", checked, {}, still).objection == "the message would still be there"


def test_what_comes_to_light_behind_a_remedy_is_mended_next(tmp_path: Path) -> None:
    text = WORLD[MEETING].replace(
        "{en: The Council meets, de: Der Rat tagt}", "\n  en: Meeting: one\n  de: Der Rat tagt"
    )
    lay(tmp_path, {MEETING: text.replace("participants: [ada-moe]", "participants: [ada-mo]")})
    assert left(tmp_path) == ["yaml-syntax"]
    assert run(tmp_path, "--yes")[0] == 0
    assert left(tmp_path) == []
    assert '  en: "Meeting: one"\n' in text_of(tmp_path, MEETING)
    assert "participants: [ada-moe]\n" in text_of(tmp_path, MEETING)


def test_files_and_codes_are_chosen(tmp_path: Path) -> None:
    changes = {**TYPO, **edited(ADA, "states: [NOR]", "statess: [NO]")}
    lay(tmp_path, changes)
    assert run(tmp_path, "--yes", "--code", "bad-date")[1].startswith("nothing to write")
    assert run(tmp_path, "--yes", str(tmp_path / "content/people"), "--code", "unknown-field")[0] == 0
    assert text_of(tmp_path, ADA) == WORLD[ADA].replace("states: [NOR]", "states: [NO]")
    assert left(tmp_path) == ["unknown-reference", "unknown-field"]
    assert text_of(tmp_path, RESOLUTION) == changes[RESOLUTION]
    assert run(tmp_path, "--code", "no-such-code")[0] == 2
    assert run(tmp_path, str(tmp_path))[0] == 2


def test_hostile_files_command_no_terminal_and_are_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, edited(RESOLUTION, "symbol: RES/1", 'symbl: "RES \\x1b[31m"'))
    (tmp_path / "elsewhere.yaml").write_text("symbl: x\n")
    (tmp_path / "content/people/link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert "\x1b" not in run(tmp_path, "--yes")[1]
    assert (tmp_path / "elsewhere.yaml").read_text() == "symbl: x\n"
