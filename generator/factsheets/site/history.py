"""When each file of the content last changed, by the repository's own commits. What they do not say is left out."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

_DAY = "\x1e"
"""What goes before the day of a commit, to tell it from the names that follow."""

_FORM_ONLY = "^Form only: yes$"
"""The line of a commit's message which says that it changed how files are written and nothing that they say."""


def last_changed(content: Path) -> dict[str, date]:
    """Return the day of the last commit that touched each file, by its path within the content.

    Nothing is returned outside a repository or on a shallow clone, whose first commit seems to have touched every file;
    files with changes that are not committed are left out. Commits that changed the form only are passed over.
    """
    if _git(content, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    facts_only = ("--invert-grep", f"--grep={_FORM_ONLY}")
    names = ("--name-only", "--no-renames", "-z", "--relative", ".")
    changed = _read(_git(content, "log", f"--format={_DAY}%cs", *facts_only, *names))
    for name in _git(content, "diff", "--name-only", "-z", "--relative", "HEAD", ".").split("\0"):
        changed.pop(name, None)
    return changed


def _read(log: str) -> dict[str, date]:
    """Return the first day that stands before each name: git lists the latest commit first."""
    found: dict[str, date | None] = {}
    for commit in log.split(_DAY)[1:]:
        day, *names = commit.replace("\n", "\0").split("\0")
        for name in filter(None, names):
            found.setdefault(name, _day(day))
    return {name: day for name, day in found.items() if day is not None}


def _day(text: str) -> date | None:
    """Return the day, or None: whoever commits may claim any, also one that no calendar has."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _git(folder: Path, *arguments: str) -> str:
    """Return what git prints; nothing where there is no git, no repository, or no commit."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", errors="replace")  # noqa: S603
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
