"""The repository that proposals are made to, and what is left out because it takes long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from factsheets.content.link import Facts
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.derive import Derived
from factsheets.review.diff import sides
from factsheets.site.pages import Page, pages
from tests.pull_requests.proposing import Repository, repository


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with the real content."""
    return repository(tmp_path_factory.mktemp("proposals"))


@pytest.fixture
def some_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare the pages of votes and people, and those that are there once; not of states, which take longest."""

    def some(facts: Facts, derived: Derived) -> Iterator[Page]:
        return pages(replace(facts, types=(Resolution, Person)), derived)

    monkeypatch.setattr(sides, "pages", some)
