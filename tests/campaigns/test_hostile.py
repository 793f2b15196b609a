"""The short form of the campaign of hostile words: some fields, and that none of the schemas is out of its reach."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from markupsafe import Markup

from tests.campaigns.hostile import _RAW, HOSTILE, fields, tried

PAIRS = Random(7).sample(list(product(fields(), HOSTILE)), 12)  # noqa: S311 - a seed, not a secret


@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_hostile_words_stay_words(number: int) -> None:
    _, found = tried(PAIRS[number])
    assert found == []


def test_every_kind_of_record_has_fields_that_take_words() -> None:
    found = fields()
    assert {name.partition("/")[0] for name, _, _ in found} >= {"people", "statements", "resolutions", "site.yaml"}
    assert len(found) > 150


@pytest.mark.parametrize("field", ["name", "full_name"])
def test_a_page_that_is_called_by_a_hostile_name_is_no_failure(field: str) -> None:
    place = next(each for each in fields() if each[0] == "people/ada-moe.yaml" and each[2] == field)
    assert tried((place, HOSTILE[-1])) == (True, [])


def test_a_heading_is_hostile_only_as_the_line_that_the_text_has() -> None:
    assert _RAW.search("words\n# evil\nwords")
    assert not _RAW.search("words\n\n# evil&#92;u003cevil&#45;tag\n")


def test_words_that_are_not_escaped_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.site.render._TEMPLATES.finalize", lambda value: Markup(str(value)))  # noqa: S704 - the point
    place = next(each for each in fields() if each[0] == "people/ada-moe.yaml" and each[2] == "full_name")
    is_taken, found = tried((place, HOSTILE[0]))
    assert is_taken
    assert found
