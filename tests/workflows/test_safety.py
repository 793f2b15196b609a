"""The workflows hold to the rules by which a stranger's proposal can do no harm, and the rules can be broken."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.workflows.reading import FILES, FOLDER, jobs, steps, workflow

BIN = Path(sys.executable).parent
USES = re.compile(r"^ +(?:- )?uses: ([a-z-]+/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$", re.MULTILINE)
GITHUB = REPOSITORY / ".github"
FORMS = GITHUB / "ISSUE_TEMPLATE"

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def audit(folder: Path, *more: str) -> tuple[list[str], str]:
    """Return what zizmor finds, at its strictest, and what else it says."""
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", "--no-config", "--strict-collection"]
    command += ["--persona=auditor", "--format=json-v1", *more, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return [each["ident"] for each in json.loads(done.stdout)], done.stderr


def test_zizmor_finds_nothing() -> None:
    found, said = audit(REPOSITORY)
    assert found == []
    assert all(path.name in said for path in FILES)


def test_but_for_the_one_trigger_that_is_explained() -> None:
    found, _ = audit(REPOSITORY, "--no-ignores")
    assert found == ["dangerous-triggers"]
    assert [path.name for path in FILES if "zizmor: ignore" in path.read_text("utf-8")] == ["comment.yml"]


EVIL = """\
name: Evil
on: pull_request_target
jobs:
  evil:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
        with: {ref: "${{ github.event.pull_request.head.sha }}"}
      - run: echo ${{ github.event.pull_request.title }}
"""


def test_zizmor_would_find_what_is_dangerous(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "evil.yml").write_text(EVIL)
    found, _ = audit(tmp_path)
    assert {"artipacked", "dangerous-triggers", "excessive-permissions", "template-injection", "unpinned-uses"} <= {
        *found
    }


def valid(schema: str, *files: Path) -> tuple[bool, str]:
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def fits(schema: str, *files: Path) -> None:
    is_valid, said = valid(schema, *files)
    assert is_valid, said


def test_the_files_fit_their_schemas(tmp_path: Path) -> None:
    fits("vendor.github-workflows", *FILES)
    fits("vendor.dependabot", GITHUB / "dependabot.yml")
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(FILES[0].read_text("utf-8").replace("runs-on:", "run-on:"))
    assert not valid("vendor.github-workflows", wrong)[0]


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.y*ml")), ids=lambda path: path.name)
def test_issue_forms_fit_their_schema(path: Path) -> None:
    fits("vendor.github-issue-config" if path.stem == "config" else "vendor.github-issue-forms", path)


@each_file
def test_nothing_is_allowed_but_by_each_job(path: Path) -> None:
    tree = workflow(path)
    assert tree["permissions"] == {}
    assert tree["concurrency"]["group"]
    for name, job in jobs(path):
        assert set(job["permissions"].values()) <= {"read", "write"}, name
        assert job["timeout-minutes"] <= 60, name


@each_file
def test_what_can_write_runs_neither_our_program_nor_anybody_elses(path: Path) -> None:
    for name, job in jobs(path):
        if "write" in job["permissions"].values():
            for step in job["steps"]:
                assert "checkout" not in step.get("uses", ""), name
                assert not re.search(r"\bmake\b|/factsheets\b|python|pip|npm|eval|\bsource\b", step.get("run", ""))


def test_what_can_write_is_known() -> None:
    assert {
        (path.stem, name, permission)
        for path in FILES
        for name, job in jobs(path)
        for permission, value in job["permissions"].items()
        if value == "write"
    } == {
        ("comment", "post", "pull-requests"),
        ("publish", "deploy", "pages"),
        ("publish", "deploy", "id-token"),
        ("upkeep", "post", "issues"),
        ("release", "attest", "id-token"),
        ("release", "attest", "attestations"),
        ("release", "publish", "contents"),
    }


@each_file
def test_no_expression_stands_in_a_script(path: Path) -> None:
    assert [step for _, step in steps(path) if "${{" in step.get("run", "")] == []


@each_file
def test_actions_are_pinned_by_hash_with_their_version(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(USES.findall(text)) == text.count("uses:") == sum("uses" in step for _, step in steps(path))


def test_an_action_has_one_version_everywhere() -> None:
    found = {match for path in FILES for match in USES.findall(path.read_text("utf-8"))}
    assert len(found) == len({name for name, _, _ in found})
    assert {name.partition("/")[0] for name, _, _ in found} == {"actions"}


@each_file
def test_no_credential_is_left_and_nothing_comes_from_a_cache(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "pull_request_target" not in text
    assert not re.search(r"\bsecrets\b|\bcache:|actions/cache", text)
    for _, step in steps(path):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert "ref" not in step["with"]
            assert "repository" not in step["with"]


@each_file
def test_scripts_can_be_read_by_the_shell_that_runs_them(path: Path) -> None:
    assert workflow(path)["defaults"]["run"]["shell"] == "bash"
    for _, step in steps(path):
        if "run" in step:
            done = subprocess.run(["bash", "-n"], input=step["run"], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr


def test_the_comment_follows_the_check_by_its_name() -> None:
    tree: dict[Any, Any] = workflow(FOLDER / "comment.yml")
    assert tree[True]["workflow_run"]["workflows"] == [workflow(FOLDER / "pull-request.yml")["name"]]
    assert workflow(FOLDER / "pull-request.yml")[True] == {"pull_request": None}


def test_comments_on_one_branch_wait_for_each_other_and_for_nobody_elses() -> None:
    """A commit may lie in several forks, and two commits of one branch must not overtake each other."""
    run = "github.event.workflow_run"
    concurrency = workflow(FOLDER / "comment.yml")["concurrency"]
    assert concurrency["group"] == f"comment-${{{{ {run}.head_repository.full_name }}}}:${{{{ {run}.head_branch }}}}"
    assert concurrency["cancel-in-progress"] is False


@pytest.mark.parametrize(("file", "job"), [("publish.yml", "deploy"), ("upkeep.yml", "post")])
def test_what_is_said_of_the_main_branch_is_not_said_of_a_tag_of_its_name(file: str, job: str) -> None:
    condition = dict(jobs(FOLDER / file))[job]["if"]
    assert "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)" in condition
    assert "ref_name" not in condition
