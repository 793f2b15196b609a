"""The real content, read once, and the voters of the General Assembly."""

from __future__ import annotations

import pytest

from factsheets import pipeline
from factsheets.content.link import Facts
from factsheets.content.records.body import Body
from factsheets.content.records.dates import parse_edtf
from factsheets.editing.rollcalls import Voters, voters_of
from tests.conftest import REPOSITORY


@pytest.fixture(scope="session")
def facts() -> Facts:
    return pipeline.check(REPOSITORY / "content").facts


@pytest.fixture(scope="session")
def assembly(facts: Facts) -> Voters:
    return voters_of(facts, facts.one(Body, "un-general-assembly"), parse_edtf("2025-02-24"))
