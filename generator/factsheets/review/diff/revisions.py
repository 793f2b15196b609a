"""From a revision of the repository to a folder of its content: what git has stored, laid out to be read, never run."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from factsheets.content.source.encoding import LARGEST
from factsheets.diagnostics import Diagnostic, Place

_ORDINARY = {"100644", "100755"}
"""The modes of files; all others are links and repositories within the repository."""
_SHORT = 9


_TOUCHED = re.compile(rb"^\+\+\+ (.+?)\t?$|^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
"""The lines of a diff that name a file, and those that say where lines are new and how many."""


class RevisionError(Exception):
    """A revision that cannot be had; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """An entry of a tree: its mode, its object's name, its size and its path within the content."""

    mode: str
    name: str
    size: int
    path: str


def commit_of(root: Path, revision: str) -> str:
    """Return the name of the commit that a revision stands for; raises RevisionError."""
    if not _git(root, "rev-parse", "--git-dir"):
        raise RevisionError("there is no repository here, or no git to ask: a diff needs both")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not found:
        raise RevisionError(_unknown(root, revision))
    return found.decode().strip()


def short(commit: str) -> str:
    """Return as much of a commit's name as tells it from others at sight."""
    return commit[:_SHORT]


def touched(root: Path, base: str) -> dict[str, set[int]]:
    """Return the lines of each file of the content that differ from where HEAD left `base`; raises RevisionError."""
    fork = _git(root, "merge-base", commit_of(root, base), "HEAD").decode().strip()
    if not fork:
        raise RevisionError(f"HEAD and {base!r} have no commit in common here; fetch more of the history")
    form = (
        "--diff-filter=d",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--no-renames",
        "--dst-prefix=",
        "--relative",
    )
    signs = ("--output-indicator-new=>", "--output-indicator-old=<")  # so that no line of a file looks like a header
    found = _git(root, "-c", "core.quotePath=false", "diff", "-U0", *form, *signs, fork, "--", "content")
    lines: dict[str, set[int]] = {}
    here: set[int] = set()
    for name, first, count in _TOUCHED.findall(found):
        if name:
            here = lines.setdefault(os.fsdecode(name), set())
        else:
            here.update(range(int(first), int(first) + int(count or 1)))
    return lines


def lay_out(root: Path, commit: str, target: Path) -> list[Diagnostic]:
    """Write the content of a commit below `target` and return what was refused: links, and paths that lead astray.

    A file larger than any that is read is laid out as zeros of that many bytes and one, so that the reader refuses it.
    """
    prefix = _git(root, "rev-parse", "--show-prefix").decode().strip()
    listed = _git(root, "ls-tree", "-r", "-z", "--long", "--full-tree", f"{commit}:{prefix}content")
    if not listed:
        return []
    content = target / "content"
    content.mkdir()
    blobs = [_blob(line) for line in os.fsdecode(listed).split("\0") if line]
    refused = [_refusal(each) for each in blobs if not _is_file(each)]
    files = [each for each in blobs if _is_file(each)]
    for blob, data in _read(root, [each for each in files if each.size <= LARGEST]):
        _write(content / blob.path, data)
    for blob in files:
        if blob.size > LARGEST:
            _write(content / blob.path, bytes(LARGEST + 1))
    return refused


def _blob(line: str) -> _Blob:
    about, _, path = line.partition("\t")
    mode, _, name, size = about.split()
    return _Blob(mode, name, int(size) if size.isdigit() else 0, path)


def _is_file(blob: _Blob) -> bool:
    parts = PurePosixPath(blob.path).parts
    leads_astray = blob.path.startswith("/") or "\\" in blob.path or not {"..", ".git"}.isdisjoint(parts)
    return blob.mode in _ORDINARY and not leads_astray


def _refusal(blob: _Blob) -> Diagnostic:
    message, hint = "this is a link to another file or folder", "put the file itself here"
    return Diagnostic("symlink", Place(f"content/{blob.path}"), message, hint)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _read(root: Path, blobs: list[_Blob]) -> Iterator[tuple[_Blob, bytes]]:
    """Yield each object with its bytes: as git stores them, passed through no filter."""
    answer = _git(root, "cat-file", "--batch", given="".join(f"{each.name}\n" for each in blobs).encode())
    at = 0
    for blob in blobs:
        head, _, _ = answer[at : at + 200].partition(b"\n")
        if not head.endswith(f" blob {blob.size}".encode()):
            raise RevisionError(f"the repository lacks the content of {blob.path}; fetch it anew")
        at += len(head) + 1
        yield blob, answer[at : at + blob.size]
        at += blob.size + 1


def _unknown(root: Path, revision: str) -> str:
    message = f"there is no revision {revision!r} in this repository"
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != b"true":
        return f"{message}; git log --oneline and git branch --all list what there is"
    name = revision.removeprefix("origin/")
    return (
        f"{message}, which has only a part of the history; fetch what is missing with: "
        f"git fetch --depth=1 origin {name}, and compare with FETCH_HEAD; or all of it with: git fetch --unshallow"
    )


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git prints; nothing where there is no git, or it has nothing to say."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
