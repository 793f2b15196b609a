"""Commits in, what differs between them out; nothing of them is run, followed or believed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factsheets.cli import main
from factsheets.content.source.encoding import LARGEST
from factsheets.review.diff.revisions import RevisionError, commit_of, lay_out, touched
from factsheets.review.diff.sides import WORKING_TREE, side_of
from tests.conftest import git
from tests.world import WORLD, edited, lay

ADA = "people/ada-moe.yaml"


def commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)
    git(root, "tag", message)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a small world, tagged `first`."""
    root = tmp_path / "repository"
    lay(root)
    git(root, "init", "-q")
    commit(root, "first")
    return root


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["diff", "--root", str(root), *arguments])
    return result.exit_code, result.output


def tree(root: Path, *arguments: str) -> dict[str, Any]:
    code, printed = run(root, *arguments, "--format", "json")
    assert code == 0
    answer: dict[str, Any] = json.loads(printed)
    return answer


def test_a_typo_is_told_with_its_pages(repository: Path) -> None:
    lay(repository, edited(ADA, "name: Ada Moe", "name: Ada Mo"))
    commit(repository, "typo")
    code, printed = run(repository, "first", "typo")
    assert code == 0
    first, second, *_ = printed.splitlines()
    assert first.startswith("Ada Mo: name (en): Ada Moe → Ada Mo (source record); ")
    assert " pages change; 1 correction is not recorded" in first
    assert second.startswith("compared: ")
    assert "  people: 4 changed: people/ada-moe.html, people/index.html\n" in printed
    assert run(repository, "first", "typo", "--format", "markdown")[1].startswith("`Ada Mo`: name (`en`): ")


def test_the_working_tree_is_compared_where_no_head_is_given(repository: Path) -> None:
    assert run(repository, "first")[1].startswith("nothing changes for the reader\n")
    lay(repository, edited(ADA, "born: 1970", "born: 1971"))
    found = tree(repository, "first")
    assert found["head"]["name"] == WORKING_TREE
    assert [(each["record"], each["before"], each["after"]) for each in found["changes"]] == [
        ("people/ada-moe", "1970", "1971")
    ]


def test_a_wrong_code_is_told_as_an_error(repository: Path) -> None:
    lay(repository, edited(ADA, "states: [NOR]", "states: [NOW]"))
    commit(repository, "wrong")
    found = tree(repository, "first", "wrong")
    assert found["summary"].startswith("1 ERROR; ")
    assert found["pages"] is None
    assert [each["code"] for each in found["found"]] == ["unknown-reference"]
    back = tree(repository, "wrong", "first")
    assert [each["code"] for each in back["mended"]] == ["unknown-reference"]
    assert back["found"] == []


def test_a_vote_that_moved_is_told_first(repository: Path) -> None:
    name = "resolutions/resolution-1.yaml"
    text = WORLD[name].replace("yes: 2, no: 0, abstain: 1", "yes: 3, no: 0, abstain: 0")
    text = text.replace("      yes: [NOR, FRA]\n      abstain: [GBR]\n", "      yes: [NOR, FRA, GBR]\n")
    lay(repository, {name: text})
    commit(repository, "moved")
    first = run(repository, "first", "moved")[1].splitlines()[0]
    assert first.startswith(
        "RES/1: vote “adoption”: United Kingdom abstain → yes; tally 2–0–1 → 3–0–0; outcome unchanged (adopted); "
    )


def test_a_renamed_file_and_a_lost_source_are_told(repository: Path) -> None:
    content = repository / "content"
    for path in content.rglob("*.yaml"):
        text = path.read_text("utf-8").replace("ada-moe", "ada-marie-moe")
        path.write_text(text.replace("sources: [{source: record, at: p. 1}]", "sources: [record]"), "utf-8")
    (content / ADA).rename(content / "people" / "ada-marie-moe.yaml")
    commit(repository, "renamed")
    printed = run(repository, "first", "renamed")[1]
    assert "    has another address: ada-moe → ada-marie-moe\n" in printed
    assert "    the old address ada-moe leads nowhere now; former_ids can keep it\n" in printed
    assert "  The first day: key fact “began”: sources added: record; lost: record (p. 1)\n" in printed
    assert "  people: 2 removed: people/ada-moe.html\n" in printed


def test_hostile_content_of_a_revision_is_words(repository: Path) -> None:
    lay(repository, edited(ADA, "name: Ada Moe", "name: '<script>@team [x](javascript:x) `#12`|'"))
    commit(repository, "hostile")
    first = run(repository, "first", "hostile", "--format", "markdown")[1].splitlines()[0]
    name = "``<script>@team [x](javascript:x) `#12`|``"
    assert first.startswith(f"{name}: name (`en`): `Ada Moe` → {name} (source `record`)")


@pytest.mark.parametrize("name", ["no-such-branch", "--help-me", "-x", "first..second", "first:content", ""])
def test_an_unknown_revision_is_a_wrong_command(repository: Path, name: str) -> None:
    code, printed = run(repository, "--", name)
    assert code == 2
    assert "there is no revision" in printed


def test_a_shallow_clone_says_how_to_fetch_the_rest(repository: Path, tmp_path: Path) -> None:
    lay(repository, edited(ADA, "born: 1970", "born: 1971"))
    commit(repository, "second")
    clone = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), str(clone))
    code, printed = run(clone, "first")
    assert code == 2
    assert "git fetch --depth=1 origin first" in " ".join(printed.split())
    git(clone, "fetch", "-q", "--depth=1", "origin", "first")
    assert [each["after"] for each in tree(clone, "FETCH_HEAD")["changes"]] == ["1971"]


def test_without_a_repository_there_is_nothing_to_compare(tmp_path: Path) -> None:
    lay(tmp_path)
    code, printed = run(tmp_path, "HEAD")
    assert code == 2
    assert "there is no repository here" in printed


def test_content_below_the_top_of_a_repository_is_found(tmp_path: Path) -> None:
    root = tmp_path / "site"
    lay(root)
    git(tmp_path, "init", "-q")
    commit(tmp_path, "first")
    assert len(side_of(root, "first").checked.facts.records) == len(WORLD) - 1


def test_links_are_refused_and_never_laid_out(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("name: Secret\n", "utf-8")
    (repository / "content" / "people" / "link.yaml").symlink_to(secret)
    (repository / "content" / "elsewhere").symlink_to(tmp_path)
    commit(repository, "links")
    target = tmp_path / "target"
    target.mkdir()
    refused = lay_out(repository, commit_of(repository, "links"), target)
    assert {each.place.file for each in refused} == {"content/people/link.yaml", "content/elsewhere"}
    assert [path for path in target.rglob("*") if path.is_symlink() or path.stem in {"link", "elsewhere"}] == []
    found = tree(repository, "first", "links")
    assert [each["code"] for each in found["found"]] == ["symlink", "symlink"]
    assert found["head"]["errors"] == 2


def test_content_that_is_itself_a_link_is_none(repository: Path, tmp_path: Path) -> None:
    (repository / "content").rename(tmp_path / "elsewhere")
    (repository / "content").symlink_to(tmp_path / "elsewhere")
    commit(repository, "link")
    assert [each["code"] for each in tree(repository, "first", "link")["found"]] == ["no-content"]


def written(root: Path, arguments: list[str], given: bytes) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_a_tree_that_leads_astray_is_refused(repository: Path, tmp_path: Path) -> None:
    made = written(repository, ["hash-object", "-w", "--stdin"], b"name: x\n")
    for mode, name in ((b"100644", b"x.yaml"), (b"40000", b".."), (b"40000", b"people"), (b"40000", b"content")):
        entry = mode + b" " + name + b"\0" + bytes.fromhex(made)
        made = written(repository, ["hash-object", "-t", "tree", "-w", "--stdin", "--literally"], entry)
    target = tmp_path / "target"
    target.mkdir()
    refused = lay_out(repository, made, target)
    assert [each.place.file for each in refused] == ["content/people/../x.yaml"]
    assert list(tmp_path.rglob("x.yaml")) == []


def test_a_file_that_is_too_large_is_refused_by_the_reader(repository: Path, tmp_path: Path) -> None:
    lay(repository, {"people/large.yaml": b"#" * (LARGEST + 10)})
    commit(repository, "large")
    assert [each["code"] for each in tree(repository, "first", "large")["found"]] == ["file-too-large"]
    target = tmp_path / "target"
    target.mkdir()
    lay_out(repository, commit_of(repository, "large"), target)
    assert (target / "content" / "people" / "large.yaml").stat().st_size == LARGEST + 1


def test_a_revision_changes_nothing_here_and_runs_nothing(repository: Path, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    (repository / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n", "utf-8")
    git(repository, "config", "filter.evil.smudge", f"touch {marker}; cat")
    git(repository, "config", "diff.evil.textconv", f"touch {marker}; cat")
    commit(repository, "filters")
    lay(repository, {"people/bo-lund.yaml": "name: Bo Lund\nsources: [record]\n"})
    before = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert tree(repository, "filters", "first")["changes"] == []
    after = {path: path.read_bytes() for path in repository.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert before == after
    assert not marker.exists()


def test_an_object_that_is_not_there_is_said(repository: Path, tmp_path: Path) -> None:
    listed = subprocess.run(
        ["git", "rev-parse", "first:content/people/ada-moe.yaml"], cwd=repository, capture_output=True, check=True
    )
    blob = listed.stdout.decode().strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(RevisionError, match="lacks"):
        lay_out(repository, commit_of(repository, "first"), tmp_path)


def test_touched_lines_are_those_of_the_branch_alone(repository: Path) -> None:
    git(repository, "checkout", "-qb", "branch")
    lay(repository, {ADA: WORLD[ADA].replace("born: 1970", "born: 1971\nnote: {en: '+++ x', de: '@@ -1 +1 @@'}")})
    (repository / "content" / "states" / "FRA.yaml").unlink()
    commit(repository, "second")
    git(repository, "checkout", "-q", "-")
    lay(repository, edited("events/meeting.yaml", "2025-02-24", "2025-02-25"))
    commit(repository, "elsewhere")
    git(repository, "merge", "-q", "branch")
    assert touched(repository, "HEAD^1") == {f"content/{ADA}": {3, 4}}
    git(repository, "checkout", "-q", "branch")
    assert touched(repository, "elsewhere") == {f"content/{ADA}": {3, 4}}


def test_touched_lines_of_files_with_any_name_and_content(repository: Path) -> None:
    folder = repository / "content" / "people"
    (folder / "ö b.yaml").write_text("+++ content/people/no.yaml\n@@ -1 +99 @@\n++ x\n\n", "utf-8")
    (folder / ".gitattributes").write_text("*.yaml diff=evil\n")
    git(repository, "config", "diff.evil.command", "false")
    git(repository, "config", "diff.evil.textconv", "false")
    git(repository, "config", "diff.noprefix", "true")
    git(repository, "config", "color.ui", "always")
    git(repository, "add", "-A")
    assert touched(repository, "first") == {
        "content/people/.gitattributes": {1},
        "content/people/ö b.yaml": {1, 2, 3, 4},
    }


def test_what_is_on_touched_lines_comes_first_for_github(repository: Path) -> None:
    lay(repository, {"events/meeting.yaml": "title: [x\n", ADA: WORLD[ADA].replace("born: 1970", "born: 17.05.1970")})
    commit(repository, "all")
    lay(repository, {ADA: WORLD[ADA].replace("born: 1970", "born: 18.05.1970")})
    arguments = ["check", "--root", str(repository), "--format", "github", "--since"]
    result = CliRunner().invoke(main, [*arguments, "all"])
    assert result.exit_code == 1
    assert result.output.startswith(f"::error file=content/{ADA},line=3,")
    assert CliRunner().invoke(main, [*arguments, "nothing"]).exit_code == 2
    git(repository, "checkout", "-q", "--orphan", "other")
    commit(repository, "other")
    assert "no commit in common" in CliRunner().invoke(main, [*arguments, "first"]).output
