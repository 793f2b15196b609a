"""The short form of the campaign of worlds: some, on every run, and that nothing of the schemas is out of its reach."""

from __future__ import annotations

from random import Random

import pytest

from factsheets.site.pages.votes import verdicts
from tests.campaigns import worlds
from tests.campaigns.bases import STEPS, small
from tests.campaigns.fields import SCHEMAS, World, known_in, ways
from tests.campaigns.growing import WAIVERS, lists_in, with_field, with_long_list
from tests.campaigns.reducing import reduced
from tests.campaigns.values import PATTERNS, fits, patterns_of
from tests.campaigns.worlds import Grown, grow, wishes


@pytest.mark.parametrize("number", range(1, 9))
def test_what_passes_the_check_is_published(number: int) -> None:
    grown = grow(f"short-{number}")
    assert [(each.what, each.reduced) for each in grown.failures] == []
    assert grown.counts["of them without an error"] > 1
    assert grown.known


def test_every_pattern_of_the_schemas_has_values_that_fit_it() -> None:
    every = set[str]().union(*map(patterns_of, SCHEMAS.values()))
    assert every == set(PATTERNS)
    assert {pattern: text for pattern, texts in PATTERNS.items() for text in texts if not fits(pattern, text)} == {}


def test_every_field_of_the_schemas_can_be_put_into_a_world_in_every_form() -> None:
    base: World = {**small(), WAIVERS: {"waivers": []}}
    missed = {
        known
        for known in ways()
        if not any(
            known in known_in(with_field(base, known, Random(number)) or {})  # noqa: S311
            for number in range(5)
        )
    }
    assert missed == set()


def test_the_worlds_of_a_campaign_together_are_to_have_every_field() -> None:
    number = -(-len(ways()) // STEPS)
    assert {wish for each in range(number) for wish in wishes("0", each, STEPS)} == set(ways())


def test_a_long_list_has_hundreds_of_entries_and_the_records_that_they_name() -> None:
    places = {called: (name, path, called) for name, path, called in lists_in(small())}
    world = with_long_list(small(), places["Event.participants"], Random(0))  # noqa: S311 - a seed, not a secret
    participants = world["events/meeting.yaml"]["participants"]
    assert len(set(participants)) == 300
    assert {f"people/{each}.yaml" for each in participants} <= world.keys()


def test_a_page_that_cannot_be_made_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def verdict(*_: object) -> None:
        raise TypeError("unhashable type")

    monkeypatch.setattr(worlds, "REDUCED", 60)
    monkeypatch.setattr(verdicts, "verdict", verdict)
    monkeypatch.setattr("factsheets.site.pages.votes.votes.verdict", verdict)
    grown: Grown = grow("short-1")
    (failure,) = grown.failures
    assert failure.what.startswith("TypeError")
    assert "resolutions/resolution-1.yaml" in failure.reduced
    assert "factsheets/" not in failure.reduced
    assert "worlds made into pages, exports and an index" not in grown.counts
    assert grown.known == set()


def test_a_world_that_fails_is_reduced_to_what_makes_it_fail() -> None:
    base: World = {"a.yaml": {"x": "1", "y": ["1", "2"]}, "b.yaml": {"z": "3"}}
    world: World = {"a.yaml": {"x": "9", "y": ["1", "2", {"k": "word " * 99, "l": "0"}]}, "b.yaml": {"z": "4"}}
    tried: list[World] = []

    def fails(less: World) -> bool:
        tried.append(less)
        return any(isinstance(each, dict) and "k" in each for each in less.get("a.yaml", {}).get("y", ()))

    (entry,) = reduced(world, base, fails, 400)["a.yaml"]["y"]
    assert (list(entry), len(entry["k"]) < 50) == (["k"], True)
    assert tried[1] == {**world, "b.yaml": {"z": "3"}}
    assert reduced(world, base, fails, 0) == world
