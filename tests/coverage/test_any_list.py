"""Any list made from content, with entries taken out, added or altered, in; exactly these out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheets.pipeline import Checked
from factsheets.review.coverage.model import Compared
from tests.coverage.writing import COVERAGE, FIRST, LAYOUTS, RESOLUTION, SHEET, UNCOVERED, Listed, beside, sound
from tests.world import WORLD

NUMBER = 5
NAMES = [f"resolution-{each}" for each in range(1, NUMBER + 1)]
VOTES = {
    name: replace(FIRST, symbol=f"RES/{number}", title=f"Resolution of the day {number}")
    for number, name in enumerate(NAMES, 1)
}

Signs = set[tuple[str, ...]]


def resolutions() -> Iterator[tuple[str, str]]:
    for name, vote in VOTES.items():
        text = WORLD[RESOLUTION].replace("RES/1", vote.symbol).replace("The first resolution", vote.title)
        yield f"resolutions/{name}.yaml", text


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    sheet = UNCOVERED.replace("resolutions: [resolution-1]", f"resolutions: [{', '.join(NAMES)}]")
    covered = sheet + COVERAGE.replace("entries: 1", f"entries: {NUMBER}")
    return sound(tmp_path_factory.mktemp("world"), {**dict(resolutions()), SHEET: covered})


def altered(vote: Listed, how: str) -> Listed:
    match how:
        case "day":
            return replace(vote, day=vote.day + timedelta(days=1))
        case "title":
            return replace(vote, title=f"{vote.title} and more on a resolution")
        case "turned":
            return replace(vote, yes=vote.yes[:1], no=vote.yes[1:])
        case _:
            return vote


def expected(changes: Mapping[str, str], added: int, *, has_names: bool) -> Signs:
    signs: Signs = {("missing", f"RES/{100 + each}") for each in range(added)}
    for name, how in changes.items():
        if how == "gone":
            signs.add(("extra", name))
        elif how == "turned":
            signs |= {("yes", name, "2", "1"), ("no", name, "0", "1")}
            signs |= {("differs", name, "yes", "no", "FRA")} if has_names else set()
        elif how != "kept":
            signs.add(("date" if how == "day" else how, name))
    gone = sum(how == "gone" for how in changes.values())
    return signs | ({("entries", str(NUMBER - gone + added))} if gone != added else set())


def signs_of(found: Compared) -> Iterator[tuple[str, ...]]:
    for missing in found.missing:
        yield "missing", missing.entry.symbol
    for extra in found.extra:
        yield "extra", extra.fact.record.removeprefix("resolutions/")
    for each in found.differences:
        name = each.fact.record.removeprefix("resolutions/")
        yield (each.field, name, each.here, each.there) if each.field in {"yes", "no"} else (each.field, name)
    for turn in found.positions:
        name = turn.fact.record.removeprefix("resolutions/")
        yield turn.kind.value, name, turn.here or "", turn.there or "", *turn.members
    for remark in found.remarks:
        yield remark.about, remark.words.rpartition(" ")[2]


@st.composite
def changed(draw: st.DrawFn) -> tuple[dict[str, str], int, list[Listed]]:
    """Return what happens to each resolution, how many entries are added, and the list that comes of it."""
    how = [draw(st.sampled_from(["kept", "gone", "day", "title", "turned"])) for _ in NAMES]
    changes, added = dict(zip(NAMES, how, strict=True)), draw(st.integers(1, 3))
    listed = [altered(VOTES[name], each) for name, each in changes.items() if each != "gone"]
    listed += [replace(FIRST, symbol=f"RES/{100 + each}") for each in range(added)]
    return changes, added, draw(st.permutations(listed))


@settings(max_examples=60, deadline=None)
@given(change=changed(), layout=st.sampled_from(sorted(LAYOUTS)))
def test_exactly_what_was_changed_is_found(
    world: Checked,
    tmp_path_factory: pytest.TempPathFactory,
    change: tuple[dict[str, str], int, list[Listed]],
    layout: str,
) -> None:
    changes, added, listed = change
    (found,) = beside(world, tmp_path_factory.getbasetemp(), LAYOUTS[layout](listed)).scopes
    signs = list(signs_of(found))
    assert len(signs) == len(set(signs))
    assert set(signs) == expected(changes, added, has_names=layout != "plain")
    assert found.open == ()
