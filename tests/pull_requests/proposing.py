"""A proposal in, what its editor and its reviewer see out: by the same code as the workflow of pull requests runs."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factsheets import pipeline
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.markdown import as_markdown
from factsheets.diagnostics.report import as_github, as_json
from factsheets.review.diff import compare, side_of, touched
from factsheets.review.diff.forms import as_json as diff_as_json
from factsheets.review.diff.forms import as_text
from factsheets.review.diff.model import Diff
from factsheets.review.diff.revisions import short
from factsheets.review.diff.sides import Side
from factsheets.review.proposal import Proposal, comment, diagnostics_of, diff_of
from tests.conftest import REPOSITORY, git

PULL = "https://github.com/example/factsheets/pull/5"
RUN = "https://github.com/example/factsheets/actions/runs/7"

Edit = Callable[[Path], None]
"""What is done to a repository, given its root."""


@dataclass(frozen=True)
class Seen:
    """What stands below a proposal and beside its lines."""

    proposal: Proposal
    found: list[Diagnostic]
    github: str
    summary: str
    diff: Diff
    comment: str

    @property
    def errors(self) -> list[Diagnostic]:
        return [each for each in self.found if each.severity == "error"]

    @cached_property
    def report(self) -> str:
        """What changes for the reader, as the terminal has it."""
        return as_text(self.diff)

    @property
    def headline(self) -> str:
        return self.report.partition("\n")[0]


@dataclass(frozen=True)
class Repository:
    """A repository with the real content in its first commit, and that side as checked."""

    root: Path
    base: Side

    def propose(self, *edits: Edit) -> Seen:
        """Make edits on top of the first commit, commit them, and return what the workflow says."""
        git(self.root, "reset", "-q", "--hard", "base")
        git(self.root, "clean", "-qfd")
        return self.look(self.base, *edits)

    def look(self, base: Side, *edits: Edit) -> Seen:
        """Make edits on top of what is there, commit them, and return what the workflow says of that commit."""
        for edit in edits:
            edit(self.root)
        git(self.root, "add", "-A")
        git(self.root, "commit", "-qm", "Update", "--allow-empty")
        checked = pipeline.check(self.root / "content")
        lines = touched(self.root, "HEAD^1")
        commit, files = _said(self.root, "rev-parse", "HEAD"), _files(self.root)
        diff = compare(base, Side(short(commit), checked))  # what is checked out is what was committed
        proposal = Proposal(PULL, commit, RUN, files, succeeded=not checked.failed)
        read = diagnostics_of(as_json(checked.diagnostics).encode()), diff_of(diff_as_json(diff).encode())
        return Seen(
            proposal,
            checked.diagnostics,
            as_github(checked.diagnostics, lines),
            as_markdown(checked.diagnostics, lines),
            diff,
            comment(proposal, *read),
        )


def repository(root: Path) -> Repository:
    """Return a repository with the real content as its first commit."""
    shutil.copytree(REPOSITORY / "content", root / "content")
    (root / "Makefile").write_bytes((REPOSITORY / "Makefile").read_bytes())
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "content")
    git(root, "tag", "base")
    return Repository(root, side_of(root, "base"))


def _files(root: Path) -> tuple[str, ...]:
    """Return the names of the files that the last commit changes, both names of one that moved, as GitHub does."""
    names = _said(root, "diff", "--name-only", "--no-renames", "-z", "HEAD^1", "HEAD")
    return tuple(filter(None, names.split("\0")))


def _said(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True).stdout.decode().strip()


def change(name: str, before: str, after: str) -> Edit:
    """Put one text, of which there must be one, in place of another in a file of the content."""

    def edit(root: Path) -> None:
        path = root / "content" / name
        text = path.read_bytes().decode()
        assert text.count(before) == 1, (name, before, text.count(before))
        path.write_bytes(text.replace(before, after).encode())

    return edit


def add(name: str, text: str | bytes) -> Edit:
    """Create a file, or write it anew."""

    def edit(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return edit


def remove(name: str) -> Edit:
    """Delete a file of the content."""
    return lambda root: (root / "content" / name).unlink()


def move(old: str, new: str) -> Edit:
    """Give a file of the content another name, as one does in the browser: nothing else changes."""

    def edit(root: Path) -> None:
        (root / "content" / new).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / old).rename(root / "content" / new)

    return edit


def everywhere(before: str, after: str) -> Edit:
    """Put one text in place of another in every file of the content."""

    def edit(root: Path) -> None:
        for path in (root / "content").rglob("*.yaml"):
            text = path.read_bytes().decode()
            if before in text:
                path.write_bytes(text.replace(before, after).encode())

    return edit
