"""The real content, read once, and the voters of the General Assembly."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.link import Facts
from generator.records.body import Body
from generator.records.dates import parse_edtf
from generator.rollcalls import Voters, voters_of
from tests.conftest import REPOSITORY


@pytest.fixture(scope="session")
def facts() -> Facts:
    return pipeline.check(REPOSITORY / "content").facts


@pytest.fixture(scope="session")
def assembly(facts: Facts) -> Voters:
    return voters_of(facts, facts.one(Body, "un-general-assembly"), parse_edtf("2025-02-24"))
