"""The short form of the fuzzing: what stays in the corpus, some mutations of it, and that a fault would be seen."""

from __future__ import annotations

import pytest

from tests.campaigns import fuzzing
from tests.campaigns.fuzzing import mutated, reduced, seeds, tried
from tests.campaigns.targets import CORPUS, TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_what_others_wrote_is_read_or_refused(name: str) -> None:
    inputs = [*seeds(name), *mutated(name, 20, 0)]
    assert [each for data in inputs for each in tried(name, data)] == []


def test_every_target_has_a_corpus() -> None:
    assert {path.name for path in CORPUS.iterdir() if path.is_dir()} == set(TARGETS)
    assert all(seeds(name) for name in TARGETS)


def test_a_fault_is_seen_and_its_input_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(data: bytes) -> None:
        assert b"\xff" not in data

    monkeypatch.setattr(fuzzing, "TARGETS", {"reader": broken})
    (found,) = tried("reader", b"a long text \xff and more of it")
    assert (found.seed, found.reduced) == ("reader", repr(b"\xff"))
    assert reduced("reader", b"\xff\xff", AssertionError) == b"\xff"
