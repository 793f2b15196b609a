"""Who is asked to review: every line of CODEOWNERS is about something, and every folder has somebody."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import yaml

from tests.conftest import REPOSITORY

LINES = [
    line.split()
    for line in (REPOSITORY / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
IGNORED = {line.strip("/") for line in (REPOSITORY / ".gitignore").read_text("utf-8").splitlines()} | {".git"}


def test_every_pattern_is_that_of_a_file_or_folder() -> None:
    assert LINES[0][0] == "*"
    patterns = [line[0] for line in LINES[1:]]
    assert len(set(patterns)) == len(patterns)
    for pattern in patterns:
        path = REPOSITORY / pattern.removeprefix("/")
        assert pattern.startswith("/"), pattern
        assert path.is_dir() if pattern.endswith("/") else path.is_file(), pattern


def test_every_folder_at_the_top_has_owners() -> None:
    folders = {path.name for path in REPOSITORY.iterdir() if path.is_dir() and path.name not in IGNORED}
    folders -= {name for name in folders if name.endswith(("__pycache__", ".egg-info"))}
    assert {f"/{name}/" for name in folders} - {line[0] for line in LINES} == set()


def test_a_narrower_pattern_stands_below_the_wider_one_it_is_taken_from() -> None:
    patterns = [line[0] for line in LINES[1:]]
    for index, pattern in enumerate(patterns):
        assert not any(earlier.startswith(pattern) for earlier in patterns[:index]), pattern


def test_the_owners_are_teams_of_the_organisation_that_has_the_repository() -> None:
    site = yaml.safe_load((REPOSITORY / "content" / "site.yaml").read_text("utf-8"))
    organisation = urlsplit(site["repository"]).path.split("/")[1]
    for pattern, *owners in LINES:
        assert owners, pattern
        for owner in owners:
            assert re.fullmatch(rf"@{re.escape(organisation)}/[a-z]+(-[a-z]+)*", owner), owner
