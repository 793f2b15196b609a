"""The campaign of faults in short: what it injects strikes, and what breaks a promise is seen."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.campaigns.faults import chosen
from tests.campaigns.injecting import KINDS, Call, Fault
from tests.campaigns.judging import judged, traces, with_fault
from tests.campaigns.racing import Arena, race
from tests.campaigns.scenarios import Ready, copied, ready
from tests.campaigns.trials import Ran, Setting, run


@pytest.fixture(scope="module")
def building(tmp_path_factory: pytest.TempPathFactory) -> Ready:
    return ready("build", tmp_path_factory.mktemp("faults"))


def at(there: Ready, kind: str) -> int:
    """Return the number of the last call of a kind."""
    return max(number for number, call in enumerate(there.calls, 1) if call.kind == kind)


@pytest.mark.parametrize(
    "fault",
    [
        ("exchange", "kill after", False),
        ("exchange", "EXDEV", False),
        ("write", "ENOSPC", True),
    ],
)
def test_a_build_leaves_the_old_site_or_the_new_one(building: Ready, fault: tuple[str, str, bool]) -> None:
    call, kind, stays = fault
    result = with_fault(building, Setting(Fault(at(building, call), kind, stays)), "seed", "build")
    assert result.failures == ()


def test_a_fault_strikes_at_its_call_and_a_write_that_fails_leaves_half(building: Ready) -> None:
    root = copied(building.root, building.root.parent.parent)
    number = at(building, "write")
    ran = run(root, building.scenario.arguments, Setting(Fault(number, "kill")))
    assert ran.code == -9
    torn = root / building.calls[number - 1].path.partition("/root/")[2]
    whole = building.root / torn.relative_to(root)
    assert torn.stat().st_size > 0
    assert not whole.exists() or torn.read_bytes() != whole.read_bytes()


def test_what_breaks_a_promise_is_seen(building: Ready) -> None:
    root = copied(building.root, building.root.parent.parent)
    (root / "site" / "index.html").write_text("half", "utf-8")
    (root / "content" / "site.yaml").write_bytes(b"")
    found, _ = judged(building, root, Ran(1, "Traceback (most recent call last):\n  File\nOSError: no\n"))
    assert [each.partition(":")[0].partition(" (")[0] for each in found] == [
        "the command printed a traceback",
        "the site is neither old nor new",
        "the content is neither old nor new",
    ]


def test_of_a_change_that_belongs_together_no_half_may_be_written(building: Ready) -> None:
    root = copied(building.root, building.root.parent.parent)
    before, _ = building.contents
    digest = sha256(b"name: x\n").hexdigest()
    both = replace(building, name="rename", contents=(before, {**before, "a.yaml": digest, "b.yaml": digest}))
    (root / "content" / "a.yaml").write_bytes(b"name: x\n")
    assert judged(both, root, Ran(3, "no"))[0] == ["of the content one part is old, the other new; old: b.yaml"]


@pytest.mark.parametrize(
    ("ran", "said"), [(Ran(3, "no room"), 0), (Ran(-9, ""), 0), (Ran(1, ""), 1), (Ran(-14, "x"), 1)]
)
def test_words_are_wanted_of_what_fails_and_none_of_what_is_killed(ran: Ran, said: int) -> None:
    assert len(traces(ran, "it")) == said


def test_faults_are_chosen_at_every_kind_of_call_and_each_can_befall_it() -> None:
    calls = [*[Call("write", "a")] * 50, Call("exchange", "b"), *[Call("mkdir", "c")] * 10]
    faults = chosen(calls, 12, 0)
    kinds = [calls[each.at - 1].kind for each in faults]
    assert set(kinds) == {"write", "exchange", "mkdir"}
    assert len({each.at for each in faults}) == 12
    for fault, kind in zip(faults, kinds, strict=True):
        assert fault.kind in {*KINDS[kind], "kill", "kill after", "memory"}
    assert chosen(calls, 12, 0) == faults != chosen(calls, 12, 1)


def test_two_builders_at_once_publish_one_or_the_other(tmp_path: Path) -> None:
    assert race(Arena(tmp_path, versions=2), 0, 2).failures == ()
