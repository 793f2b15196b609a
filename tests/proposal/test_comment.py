"""Values in; a comment out which says what to do, and in which no word of a proposal is more than a word."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from factsheets.cli import main
from factsheets.content.records.base import Gravity
from factsheets.diagnostics import Diagnostic, Place, Severity, Span
from factsheets.diagnostics.report import as_json
from factsheets.review.diff.forms import as_json as diff_as_json
from factsheets.review.diff.model import Change, Diff, End, Kind, Owed
from factsheets.review.proposal import Proposal, UnreadableError, comment, diagnostics_of, diff_of
from factsheets.review.proposal.comment import MARKER
from factsheets.review.proposal.reading import LARGEST
from tests.diff.sides import diff
from tests.escaping.comments import HOSTILE, around
from tests.proposal.test_reading import MOVED, WRONG
from tests.world import edited

ADA = "content/people/ada-moe.yaml"
PULL = "https://github.com/example/small/pull/5"
RUN = "https://github.com/example/small/actions/runs/7"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
PROPOSAL = Proposal(PULL, COMMIT, RUN, (ADA,), succeeded=True)
EMPTY = Diff(End("a"), End("b"), {})
OWN = re.compile(
    r"\]\(https://github\.com/example/small/(pull/5/files(#diff-[0-9a-f]{64}R-?\d+)?|actions/runs/7"
    rf"|blob/HEAD/CONTRIBUTING\.md|blob/{COMMIT}/content(/[A-Za-z0-9][\w.-]*)+#L-?\d+)\)"
)
"""Every link that a comment may have."""
TAGS = {"<details>", "</details>", "<summary>", "</summary>", "<sub>", "</sub>", MARKER}


def one(file: str = ADA, line: int = 5, message: str = "m", severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("bad-date", Place(file, Span(line, 1, line, 2)), message, "h", severity)


def harmless(said: str) -> None:
    outside = OWN.sub("", around(said)).replace("> [!WARNING]", "")
    outside = re.sub(r"\[(?=(The guide|Files changed|the run|its run|Its run|$|\W))", "", outside, flags=re.MULTILINE)
    assert set(re.findall(r"<[^>]*>?", outside)) <= TAGS
    outside = outside.replace(MARKER, "").replace("### ", "")
    assert not re.search(r"[@#\[\]`|\\$&~_!]|://|www\.|evil|alert\b|\bteam|GH-", outside)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\x00-\x09\x0b-\x1f\u2028\u2029]", said)
    assert outside.count("<details>") == outside.count("</details>")
    assert len(said) < 65_000


def strings(tree: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - a tree
    """Return the way to each string of a tree; of a mapping, to its names, too."""
    if isinstance(tree, str):
        return [way]
    steps = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree)) if isinstance(tree, list) else []
    return [found for step, each in steps for found in strings(each, (*way, step))]


def put(tree: Any, way: tuple[Any, ...], text: str) -> Any:  # noqa: ANN401 - a tree
    """Return a tree with another string at one place."""
    if not way:
        return text
    made = dict(tree) if isinstance(tree, dict) else list(tree)
    made[way[0]] = put(tree[way[0]], way[1:], text)
    return made


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    ("after", "before"),
    [({**MOVED, **edited("people/ada-moe.yaml", "born: 1970", "born: 1971")}, {}), (WRONG, {}), ({}, WRONG)],
)
def test_whatever_string_of_a_diff_is_hostile_it_is_refused_or_a_word(
    tmp_path: Path, after: dict[str, str], before: dict[str, str], text: str
) -> None:
    made = diff(tmp_path, after, before)
    tree = json.loads(diff_as_json(made))
    for name in list(tree["records"]):
        tree["records"][name] = text
    taken = 0
    for way in strings(tree):
        try:
            read = diff_of(json.dumps(put(tree, way, text)).encode())
        except UnreadableError:
            continue
        taken += 1
        harmless(comment(PROPOSAL, [], read))
    assert taken > 10


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_string_of_a_check_is_hostile_it_is_refused_or_a_word(text: str) -> None:
    for severity in Severity:
        tree = json.loads(as_json([one(severity=severity), one("content/x.yaml")]))
        for way in strings(tree):
            try:
                found = diagnostics_of(json.dumps(put(tree, way, text)).encode())
            except UnreadableError:
                assert way[-1] == "severity"
                continue
            harmless(comment(PROPOSAL, found, EMPTY))


@given(st.text(min_size=1, max_size=40))
def test_any_words_are_words(text: str) -> None:
    key = ("people", text)
    changes = (Change(key, (text, text), Kind.NAME, text, text, text, (text,)),)
    found = [one(text, 1, text), replace(one(), hint=text), one(severity=Severity.WARNING, message=text)]
    harmless(comment(PROPOSAL, found, Diff(End(text), End(text), {key: text}, changes)))


@pytest.mark.parametrize("file", ["content/../../evil/x", "/evil", "content/..", "content/.x", "x.yaml", "content/a b"])
def test_what_might_lead_elsewhere_is_no_link(file: str) -> None:
    assert "](" not in comment(PROPOSAL, [one(file)], None).split("where:")[1].split("\n")[0]


def test_an_error_is_shown_with_its_place_and_what_to_do() -> None:
    said = comment(PROPOSAL, [one("content/people/ole-moe.yaml", 7), one(message="'17.05.1970' is no date")], EMPTY)
    anchor = sha256(ADA.encode()).hexdigest()
    assert said.startswith(
        f"{MARKER}\n**Thank you. 2 things have to be mended before this can be published.** Open the tab "
        f"[Files changed]({PULL}/files), click **…** beside the file, then **Edit file**. "
    )
    assert (
        "\n### To be mended\n\n"
        "- **error** `'17.05.1970' is no date` (`bad-date`)\n"
        f"  - where: [`{ADA}:5`]({PULL}/files#diff-{anchor}R5)\n"
        "  - what to do: `h`\n"
        "- **error** `m` (`bad-date`)\n"
        "  - where: [`content/people/ole-moe.yaml:7`]"
        f"(https://github.com/example/small/blob/{COMMIT}/content/people/ole-moe.yaml#L7)\n"
    ) in said
    assert "download **site**" not in said


def test_where_nothing_is_wrong_that_is_said_and_the_pages_can_be_seen() -> None:
    said = comment(PROPOSAL, [one(severity=Severity.WARNING)], EMPTY)
    assert said.startswith(f"{MARKER}\n**Thank you. Nothing has to be mended.**")
    assert "nothing changes for the reader\n" in said
    assert f"open [the run]({RUN}), download **site**" in said
    assert "(`bad-date`)" in said.partition("<details><summary>Warnings, which stop nothing (1)</summary>\n\n")[2]


def test_another_test_that_failed_is_not_passed_over() -> None:
    said = comment(replace(PROPOSAL, succeeded=False), [], EMPTY)
    assert "Nothing is wrong with the facts, but another test failed" in said
    assert "download **site**" not in said


def test_what_changes_is_said_gravest_first(tmp_path: Path) -> None:
    said = comment(PROPOSAL, [], diff(tmp_path, MOVED))
    assert "### What changes for readers\n\n`RES/1`: vote `adoption`: `United Kingdom` `abstain` → `yes`; tally" in said


def test_messages_are_not_said_twice(tmp_path: Path) -> None:
    made = diff(tmp_path, WRONG)
    assert made.found
    said = comment(PROPOSAL, list(made.found), made)
    assert said.count("unknown-reference") == 1
    assert "1 ERROR; " in said


@pytest.mark.parametrize(
    ("files", "is_said"),
    [
        ([ADA], False),
        ([ADA, "Makefile"], True),
        (["contents/x"], True),
        ([f"content/{n}" for n in range(3000)], True),
        (["content/\ufffd.yaml"] * 3000, True),
        (["content/a\ncontent/b"], False),
    ],
)
def test_what_a_changed_program_says_is_not_to_be_relied_on(files: list[str], is_said: bool) -> None:  # noqa: FBT001
    said = comment(replace(PROPOSAL, files=tuple(files)), [], EMPTY)
    assert said.startswith(f"{MARKER}\n> [!WARNING]\n> This proposal changes more than `content/`") is is_said


def test_what_else_a_proposal_changes_is_named_what_runs_by_itself_first() -> None:
    files = (
        ADA,
        "generator/factsheets/derive/checks/votes.py",
        ".github/workflows/comment.yml",
        "requirements.txt",
        *HOSTILE,
    )
    nothing: list[Diagnostic] = []
    for found in (nothing, None):
        said = comment(replace(PROPOSAL, files=files), found, EMPTY)
        _, runs, program = said.partition("\n**")[0].split("\n> **")
        assert runs.startswith(
            "What runs by itself, and what it installs:** `.github/workflows/comment.yml`, `requirements.t"
        )
        assert program.startswith("The program and its tests:** `generator/factsheets/derive/checks/votes.py`, ")
        assert ADA not in runs + program
        harmless(said)


def test_of_many_files_the_first_are_named_and_the_others_counted() -> None:
    said = comment(replace(PROPOSAL, files=tuple(f"tests/{n}" for n in range(40))), [], EMPTY)
    assert "`tests/11` and 28 more\n" in said
    assert "What runs by itself" not in said


def test_a_check_that_did_not_finish_is_no_praise() -> None:
    said = comment(PROPOSAL, None, EMPTY)
    assert said.startswith(f"{MARKER}\n**The check did not finish, or")
    assert f"[Its run]({RUN})" in said
    assert "Nothing" not in said


def test_a_comment_is_never_too_long_and_says_what_it_leaves_out() -> None:
    key = ("people", "x")
    many = tuple(Change(key, ("`" * 500,) * 40, kind, "`" * 999, "x" * 999) for kind in Kind for _ in range(300))
    found = [
        one(f"content/{'y' * 200}{n}.yaml", n, f"{n}" + "`" * 900, severity)
        for n in range(900)
        for severity in Severity
    ]
    said = comment(PROPOSAL, found, Diff(End("a"), End("b"), {key: "`" * 3000}, many))
    assert 30_000 < len(said) < 65_000
    assert len(re.findall(r"^- … and \d+ more$", said, re.MULTILINE)) > 2
    huge = Change(key, ("a",) * 100_000, Kind.NAME, "1", "2")
    said = comment(PROPOSAL, found, Diff(End("a"), End("b"), {key: "x"}, (huge,)))
    assert "there is too much of it" in said
    assert len(said) < 65_000


def run(folder: Path, *more: str) -> str:
    (folder / "files").write_text(f"{json.dumps(ADA)}\n", "utf-8")
    given_ = {"check": folder / "check.json", "diff": folder / "diff.json", "files": folder / "files"}
    trusted = {"pull": PULL, "commit": COMMIT, "run": RUN, "conclusion": "success"}
    arguments = [f"--{name}={value}" for name, value in {**given_, **trusted}.items()]
    result = CliRunner().invoke(main, ["comment", *arguments, *more])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_reads_what_the_others_wrote(tmp_path: Path) -> None:
    made = diff(tmp_path / "sides", MOVED)
    (tmp_path / "check.json").write_text(as_json([one()]), "utf-8")
    (tmp_path / "diff.json").write_text(diff_as_json(made), "utf-8")
    assert run(tmp_path) == comment(PROPOSAL, [one()], made)
    assert "another test" in run(tmp_path, "--conclusion=failure") or "1 thing" in run(tmp_path)


def test_files_that_are_missing_or_no_files_are_no_data(tmp_path: Path) -> None:
    unfinished = comment(PROPOSAL, None, None)
    assert run(tmp_path) == unfinished
    (tmp_path / "elsewhere").write_text("[]")
    (tmp_path / "check.json").symlink_to(tmp_path / "elsewhere")
    assert run(tmp_path) == unfinished
    (tmp_path / "check.json").unlink()
    (tmp_path / "check.json").write_bytes(b"[]" + b" " * LARGEST)
    assert run(tmp_path) == unfinished
    (tmp_path / "check.json").write_bytes(b"[]")
    (tmp_path / "diff.json").mkdir()
    assert run(tmp_path) == comment(PROPOSAL, [], None)
    assert "cannot be said here" in run(tmp_path)


def test_a_name_in_several_lines_is_one_name(tmp_path: Path) -> None:
    names = ["content/a\ncontent/b", "content/x\u2028y", "content/\ufffd", "content/\ufffd"]
    (tmp_path / "check.json").write_bytes(b"[]")
    (tmp_path / "names").write_text(
        "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in names * 750), "utf-8"
    )
    assert "changes more than `content/`" in run(tmp_path, f"--files={tmp_path / 'names'}")
    (tmp_path / "names").write_text(f"{json.dumps('content/a' + chr(10) + 'Makefile')}\n", "utf-8")
    assert "changes more than" not in run(tmp_path, f"--files={tmp_path / 'names'}")


def test_a_span_without_end_takes_no_time() -> None:
    endless = replace(one(), place=Place(ADA, Span(1, 1, 10**18, 1)))
    assert "`m`" in comment(PROPOSAL, [endless], EMPTY)


def test_very_many_corrections_that_nobody_owes_take_no_time() -> None:
    key = ("people", "x")
    change = Change(key, ("born",), Kind.DATE, "1970", "1971")
    owed = (Owed(key, Gravity.FACT),) * 10_000
    said = comment(PROPOSAL, [], Diff(End("a"), End("b"), {key: "X"}, (change,) * 10_000, owed=owed))
    assert "10000 corrections are not recorded" in said
