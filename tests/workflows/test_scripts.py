"""The scripts of the workflows, run as they stand there, with a `gh` that answers as told and keeps account."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY, git
from tests.workflows.reading import FOLDER, script, steps
from tests.world import WORLD, edited, lay

GH = """\
import json, os, sys
from pathlib import Path
arguments, fields, silent, method, address, pages = sys.argv[1:], {}, False, None, None, False
assert arguments.pop(0) == "api"
while arguments:
    word = arguments.pop(0)
    if word == "--method": method = arguments.pop(0)
    elif word == "--paginate": pages = True
    elif word == "--silent": silent = True
    elif word in {"-f", "-F"}:
        name, _, value = arguments.pop(0).partition("=")
        fields[name] = Path(value[1:]).read_text("utf-8") if word == "-F" and value[:1] == "@" else value
    elif word[:1] != "-" and address is None: address = word
    else: sys.exit(f"gh does not know {word}")
method = method or ("POST" if fields else "GET")
with open(os.environ["GH_LOG"], "a", encoding="utf-8") as log:
    log.write(json.dumps([method, address, fields]) + "\\n")
answers = json.loads(Path(os.environ["GH_ANSWERS"]).read_text("utf-8"))
if method == "GET":
    if address.partition("?")[0] not in answers: sys.exit("HTTP 404")
    answer = answers[address.partition("?")[0]]
    for page in answer if pages else answer[:1]: sys.stdout.write(json.dumps(page))
elif not silent: print("{}")
"""
"""Of each address that is read, the answers hold the pages."""

JQ = """\
import json, sys
import jq
*words, program = [word for word in sys.argv[1:] if not word.endswith(".json")]
files = [open(word, encoding="utf-8") for word in sys.argv[1:] if word.endswith(".json")]
text = "".join(file.read() for file in files or [sys.stdin])
inputs = list(jq.compile(".").input_text(text)) if text.strip() else []
for value in [inputs] if "-rs" in words else inputs:
    for found in jq.compile(program).input_value(value):
        print(found if isinstance(found, str) and "-c" not in words else json.dumps(found, ensure_ascii=False))
"""
"""What `jq -r`, `jq -rs` and `jq -c` do, by the same library."""

SHA, OLD = "a" * 40, "b" * 40
HOSTILE = [
    "$(touch x)",
    '";touch x;"',
    "`touch x`",
    "&state=all",
    "a\nnumber=666",
    "'",
    "-x",
    "@/etc/passwd",
    "%0a",
    "*",
]


class Room:
    """A folder to run scripts in, with a `gh`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        self.folder.mkdir()
        self.outside = folder
        (folder / "bin").mkdir()
        for name, text in (("gh", GH), ("jq", JQ)):
            program = folder / "bin" / name
            program.write_text(f"#!{sys.executable}\n{text}")
            program.chmod(0o755)
        for name in ("output", "summary", "log"):
            (folder / name).touch()

    def run(
        self, text: str, answers: dict[str, list[Any]] | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a script as GitHub does."""
        (self.outside / "answers").write_text(json.dumps(answers or {}))
        file = self.outside / "script.sh"
        file.write_text(text)
        names = {"GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary", "GH_LOG": "log", "GH_ANSWERS": "answers"}
        paths = {name: str(self.outside / file) for name, file in names.items()}
        path = f"{self.outside / 'bin'}:{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(file)],
            cwd=self.folder,
            env={**os.environ, **paths, "PATH": path, "REPOSITORY": "o/r", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def read(self, name: str) -> str:
        return (self.outside / name).read_text("utf-8")

    @property
    def calls(self) -> list[Any]:
        return [json.loads(line) for line in self.read("log").splitlines()]

    @property
    def changes(self) -> list[Any]:
        return [call for call in self.calls if call[0] != "GET"]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def pull(number: int = 5, sha: str = SHA, fork: str = "ann/r", base: str = "main") -> dict[str, Any]:
    return {"number": number, "head": {"sha": sha, "repo": {"full_name": fork}}, "base": {"ref": base}}


def find(room: Room, pulls: list[Any], branch: str = "patch-1", files: list[Any] | None = None) -> str:
    """Return what finding the pull request gives to the steps that follow."""
    answers = {"repos/o/r/pulls": [pulls], "repos/o/r/pulls/5/files": files or [[]]}
    known = {"MAIN": "main", "OWNER": "ann", "FORK": "ann/r", "BRANCH": branch, "SHA": SHA}
    done = room.run(script("comment.yml", "Find the pull request"), answers, **known)
    assert done.returncode == 0, done.stderr
    return room.read("output")


def test_the_pull_request_is_found_by_its_last_commit(room: Room) -> None:
    gone = {**pull(8), "head": {"sha": SHA, "repo": None}}
    others = [pull(7, OLD), pull(6, fork="eve/r"), pull(4, base="next"), gone]
    assert find(room, [*others, pull()]) == "number=5\n"
    assert room.calls[0] == ["GET", "repos/o/r/pulls", {"state": "open", "head": "ann:patch-1", "base": "main"}]


@pytest.mark.parametrize(
    "pulls", [[], [pull(sha=OLD)], [pull(fork="eve/r")], [pull(base="next")], [{**pull(), "number": "5\nx=1"}]]
)
def test_of_a_commit_that_is_no_longer_the_last_nothing_is_said(room: Room, pulls: list[Any]) -> None:
    assert find(room, pulls) == ""
    assert len(room.calls) == 1


@pytest.mark.parametrize("branch", HOSTILE)
def test_a_branch_of_any_name_is_only_a_name(room: Room, branch: str) -> None:
    assert find(room, [pull()], branch) == "number=5\n"
    assert room.calls[0][2] == {"state": "open", "head": f"ann:{branch}", "base": "main"}
    assert sorted(path.name for path in room.folder.iterdir()) == ["files.txt", "pulls.json"]


def test_the_files_are_listed_with_their_former_names_one_a_line_whatever_they_are(room: Room) -> None:
    pages = [[{"filename": "content/a\ncontent/a"}], [{"filename": "content/b.yaml", "previous_filename": "Makefile"}]]
    find(room, [pull()], files=pages)
    assert (room.folder / "files.txt").read_text() == '"content/a\\ncontent/a"\n"content/b.yaml"\n"Makefile"\n'


def test_where_github_does_not_answer_the_step_fails(room: Room) -> None:
    assert room.run(script("comment.yml", "Find the pull request"), {}, MAIN="main", SHA=SHA).returncode != 0
    assert room.run(script("comment.yml", "Post, or update what was posted"), {}, NUMBER="5").returncode != 0
    assert room.changes == []


def program(room: Room, where: str, text: str = f'#!/bin/sh\nexec {sys.executable} -m factsheets "$@"\n') -> None:
    """Put a program into its place: this one, or one that stands in for it."""
    path = room.folder / where / ".venv" / "bin" / "factsheets"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    path.chmod(0o755)


def write(room: Room, **files: bytes) -> str:
    """Return the comment that is written from the data of a check."""
    data = room.outside / "proposal"
    data.mkdir()
    for name, text in files.items():
        (data / f"{name}.json").write_bytes(text)
    program(room, "main")
    (room.folder / "files.txt").write_text('"content/a.yaml"\n')
    done = room.run(
        script("comment.yml", "Write"),
        PYTHONPATH=str(REPOSITORY),
        PROPOSAL=str(data),
        PULL="https://github.com/o/r/pull/5",
        SHA=SHA,
        RUN="https://github.com/o/r/actions/runs/7",
        CONCLUSION="failure",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return (room.folder / "comment" / "comment.md").read_text("utf-8")


HOSTILE_CHECK: list[dict[str, Any]] = [
    {
        "code": "x",
        "place": {"file": "content/a.yaml", "span": {"line": 1, "column": 1, "end_line": 1, "end_column": 2}},
        "message": "@team fixes #1 --> <img src=x> ::error::x",
        "hint": "$(touch x)",
        "severity": "error",
        "related": [],
        "remedy": None,
        "subject": "",
    }
]


def test_hostile_data_are_words_in_the_comment(room: Room) -> None:
    said = write(room, check=json.dumps(HOSTILE_CHECK).encode(), diff=b"{}")
    assert "- **error** `@team fixes #1 --> <img src=x> ::error::x` (`x`)\n" in said
    assert "cannot be said here" in said


@pytest.mark.parametrize("data", [{}, {"check": b"[{"}, {"check": b"[1]", "diff": b"x"}, {"check": b"\xff"}])
def test_data_that_are_missing_or_none_are_no_praise(room: Room, data: dict[str, bytes]) -> None:
    assert write(room, **data).startswith("<!-- factsheets -->\n**The check did not finish, or")


BODY = '<!-- factsheets -->\nIt is `@all` "$(touch x)" well\n'
BOT = "github-actions[bot]"


def post(room: Room, *pages: Sequence[tuple[int, str | None, str | None]]) -> list[Any]:
    """Return what is changed, where these comments are there: of each its number, who wrote it, and what it says."""
    (room.folder / "comment").mkdir()
    (room.folder / "comment" / "comment.md").write_text(BODY)
    comments = [
        [{"id": number, "user": who and {"login": who}, "body": said} for number, who, said in page] for page in pages
    ]
    answers = {"repos/o/r/issues/5/comments": comments or [[]]}
    done = room.run(script("comment.yml", "Post, or update what was posted"), answers, NUMBER="5")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return room.changes


def test_a_first_comment_is_posted(room: Room) -> None:
    assert post(room) == [["POST", "repos/o/r/issues/5/comments", {"body": BODY}]]


def test_a_second_one_takes_the_place_of_the_first(room: Room) -> None:
    first = [(1, "ann", "Hello"), (2, BOT, "Something else <!-- factsheets -->")]
    assert post(room, first, [(3, BOT, "<!-- factsheets -->\nold"), (4, BOT, "<!-- factsheets -->\nolder")]) == [
        ["PATCH", "repos/o/r/issues/comments/3", {"body": BODY}]
    ]


def test_what_somebody_else_wrote_with_the_same_marker_is_not_touched(room: Room) -> None:
    others = [
        (1, "ann", "<!-- factsheets -->\nmine"),
        (2, None, "<!-- factsheets -->\nof a ghost"),
        (3, "github-actions", "<!-- factsheets -->"),
        (4, BOT, "<!-- factsheets upkeep -->"),
    ]
    assert [call[0] for call in post(room, others)] == ["POST"]


def proposed(room: Room, changes: dict[str, str]) -> None:
    """Check out a merge as GitHub makes it: of a proposal, and of a main branch that has gone on."""
    root = room.outside / "origin"
    lay(root)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "content")
    git(root, "commit", "-qm", "first")
    git(root, "checkout", "-qb", "proposal")
    lay(root, changes)
    git(root, "commit", "-qam", "proposal")
    git(root, "checkout", "-q", "main")
    lay(root, edited("events/meeting.yaml", "place: {en: Oslo", "place: {en: Bergen"))
    git(root, "commit", "-qam", "elsewhere")
    git(root, "merge", "-q", "--no-ff", "proposal")
    with_ = next(step["with"] for job, step in steps(FOLDER / "pull-request.yml") if job == "check")
    git(room.folder, "clone", "-q", f"--depth={with_['fetch-depth']}", root.as_uri(), ".")
    program(room, "")


def checked(room: Room) -> dict[str, subprocess.CompletedProcess[str]]:
    names = ("Say what is wrong and what changes", "Look at the form, which fails nothing", "Show it beside the lines")
    return {name: room.run(script("pull-request.yml", name), PYTHONPATH=str(REPOSITORY)) for name in names}


def test_of_a_proposal_that_is_well_only_its_own_changes_are_told(room: Room) -> None:
    proposed(room, edited("people/ada-moe.yaml", "born: 1970", "born: 1971"))
    done = checked(room)
    assert [each.returncode for each in done.values()] == [0, 0, 0]
    assert json.loads((room.folder / "proposal" / "check.json").read_text()) == []
    found = json.loads((room.folder / "proposal" / "diff.json").read_text())
    assert [(each["record"], each["after"]) for each in found["changes"]] == [("people/ada-moe", "1971")]
    assert "### What is wrong\n\nNothing is wrong with the files.\n" in room.read("summary")
    assert "`Ada Moe`: born: `1970` → `1971`" in room.read("summary")


def test_a_proposal_with_errors_fails_at_last_with_data_for_the_comment(room: Room) -> None:
    proposed(room, {"people/ada-moe.yaml": WORLD["people/ada-moe.yaml"].replace("states: [NOR]", "states: [NOW]")})
    done = checked(room)
    assert [each.returncode for each in done.values()] == [0, 0, 1]
    assert [each["code"] for each in json.loads((room.folder / "proposal" / "check.json").read_text())] == [
        "unknown-reference"
    ]
    assert "**1 error, 0 warnings**" in room.read("summary")
    assert done["Show it beside the lines"].stdout.startswith("::error file=content/people/ada-moe.yaml,line=2,")


def test_a_program_that_breaks_is_no_answer(room: Room) -> None:
    program(room, "", "#!/bin/sh\n[ $1 != check ] || exit 3\n")
    assert checked(room)["Say what is wrong and what changes"].returncode != 0


def test_a_file_in_another_form_is_noticed_and_fails_nothing(room: Room) -> None:
    proposed(room, edited("people/ada-moe.yaml", "name: Ada Moe", 'name:   "Ada Moe"'))
    done = checked(room)
    assert [each.returncode for each in done.values()] == [0, 0, 0]
    (notice,) = done["Look at the form, which fails nothing"].stdout.splitlines()
    assert notice.startswith("::notice title=Form::")
    assert "make format" in notice
    assert "make format mends it later" in room.read("summary")


def look(room: Room, stale: tuple[int, str], links: tuple[int, str]) -> tuple[int, str]:
    text = "#!/bin/sh\ncase $1 in\n"
    for name, (code, said) in (("stale", stale), ("links", links)):
        (room.outside / name).write_text(said)
        text += f"{name}) cat {room.outside / name}; exit {code};;\n"
    program(room, "", text + "esac\n")
    done = room.run(script("upkeep.yml", "Look"))
    file = room.folder / "upkeep" / "issue.md"
    return done.returncode, file.read_text("utf-8") if file.is_file() else ""


def test_what_is_due_is_told_and_what_is_not_is_not(room: Room) -> None:
    assert look(room, (1, "- read `x` again\n"), (0, "nothing\n")) == (0, "- read `x` again\n\n")


def test_where_nothing_is_due_nothing_is_told(room: Room) -> None:
    assert look(room, (0, "nothing\n"), (0, "nothing\n")) == (0, "")


@pytest.mark.parametrize("broken", [(2, ""), (2, "- x\n"), (1, "")])
def test_a_look_that_broke_is_not_nothing(room: Room, broken: tuple[int, str]) -> None:
    assert look(room, broken, (0, ""))[0] != 0


def test_a_look_that_finds_very_much_is_bounded_and_says_so(room: Room) -> None:
    code, said = look(room, (1, "".join(f"- línk {n}\n" for n in range(9000))), (1, "- x\n"))
    assert code == 0
    assert 50_000 < len(said) < 65_000
    lines = said.splitlines()
    assert lines[:-2] == [f"- línk {n}" for n in range(len(lines) - 2)]
    assert lines[-1].startswith("… and more")


MARK = "<!-- factsheets upkeep -->\n"


def tell(room: Room, text: str, *issues: dict[str, Any]) -> list[Any]:
    (room.folder / "upkeep").mkdir()
    (room.folder / "upkeep" / "issue.md").write_text(text)
    done = room.run(
        script("upkeep.yml", "Open the issue, change it, or close it"), {"repos/o/r/issues": [list(issues)]}
    )
    assert done.returncode == 0, done.stderr
    return room.changes


def issue(number: int, who: str = BOT, body: str | None = MARK, **more: object) -> dict[str, Any]:
    return {"number": number, "user": {"login": who}, "body": body, **more}


OTHERS = (issue(1, "ann"), issue(2, body=None), issue(3, body=f"x {MARK}"), issue(4, pull_request={"url": "x"}))


def test_the_one_issue_is_opened_changed_and_closed(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "abcd"]
    for folder in folders:
        folder.mkdir()
    rooms = list(map(Room, folders))
    opened = {"title": "Facts to look at again", "body": f"{MARK}- x\n"}
    assert tell(rooms[0], "- x\n", *OTHERS) == [["POST", "repos/o/r/issues", opened]]
    changed = {"body": f"{MARK}- x\n"}
    assert tell(rooms[1], "- x\n", *OTHERS, issue(9)) == [["PATCH", "repos/o/r/issues/9", changed]]
    closed = {"state": "closed", "state_reason": "completed"}
    assert tell(rooms[2], "", *OTHERS, issue(9)) == [["PATCH", "repos/o/r/issues/9", closed]]
    assert tell(rooms[3], "", *OTHERS) == []
