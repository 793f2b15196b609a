"""The short form of the campaign of worlds: some, on every run, and that nothing of the schemas is out of its reach."""

from __future__ import annotations

import pytest

from factsheets.site.pages.votes import verdicts
from tests.campaigns.values import PATTERNS, fits, patterns_of
from tests.campaigns.worlds import SCHEMAS, Grown, grow


@pytest.mark.parametrize("number", range(12))
def test_what_passes_the_check_is_published(number: int) -> None:
    grown = grow(f"short-{number}")
    assert [(each.what, each.reduced) for each in grown.failures] == []
    assert grown.counts["of them without an error"] > 2


def test_every_pattern_of_the_schemas_has_values_that_fit_it() -> None:
    every = set[str]().union(*map(patterns_of, SCHEMAS.values()))
    assert every == set(PATTERNS)
    assert {pattern: text for pattern, texts in PATTERNS.items() for text in texts if not fits(pattern, text)} == {}


def test_a_page_that_cannot_be_made_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def verdict(*_: object) -> None:
        raise TypeError("unhashable type")

    monkeypatch.setattr(verdicts, "verdict", verdict)
    monkeypatch.setattr("factsheets.site.pages.votes.votes.verdict", verdict)
    grown: Grown = grow("short-0")
    assert {each.what.partition(":")[0] for each in grown.failures} == {"TypeError"}
    assert "worlds made into pages, exports and an index" not in grown.counts
    assert grown.fields == set()
