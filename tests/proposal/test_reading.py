"""What check and diff write in; the same values out. All else is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factsheets import pipeline
from factsheets.diagnostics import Diagnostic, Place
from factsheets.diagnostics.report import as_json
from factsheets.review.diff.forms import as_json as diff_as_json
from factsheets.review.diff.forms import as_markdown
from factsheets.review.diff.model import Diff
from factsheets.review.proposal import UnreadableError, diagnostics_of, diff_of
from factsheets.review.proposal.reading import LARGEST
from tests.diff.sides import diff
from tests.escaping.poison import poisoned_world
from tests.world import WORLD, edited, lay

ADA, VOTE = "people/ada-moe.yaml", "resolutions/resolution-1.yaml"
MOVED = {
    VOTE: WORLD[VOTE]
    .replace("yes: 2, no: 0, abstain: 1", "yes: 3, no: 0, abstain: 0")
    .replace("      yes: [NOR, FRA]\n      abstain: [GBR]\n", "      yes: [NOR, FRA, GBR]\n")
}
WRONG = edited(ADA, "states: [NOR]", "states: [NOW]")
Edit = Callable[[Any], object]


@pytest.fixture(params=["moved", "wrong", "hostile", "nothing", "site"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Diff:
    after = {
        "moved": {**MOVED, **edited(ADA, "born: 1970", "born: 1971")},
        "wrong": WRONG,
        "hostile": poisoned_world(),
        "nothing": {},
        "site": {"waivers.yaml": "waivers: []\n", **edited("site.yaml", "Small world", "Smaller world")},
    }
    return diff(tmp_path, after[request.param])


def test_a_diff_is_read_as_it_was(made: Diff) -> None:
    read = diff_of(diff_as_json(made).encode())
    assert as_markdown(read) == as_markdown(made)
    assert diff_as_json(read) == diff_as_json(made)


def test_diagnostics_are_read_as_they_were(tmp_path: Path) -> None:
    found = pipeline.check(lay(tmp_path, {**WRONG, "states/x.yaml": "a: [\n"})).diagnostics
    assert len(found) > 1
    assert diagnostics_of(as_json(found).encode()) == found


def drop(name: str) -> Edit:
    return lambda tree: tree.pop(name)


@pytest.mark.parametrize(
    "edit",
    [
        drop("format"),
        drop("found"),
        lambda tree: tree.update(format=2),
        lambda tree: tree.update(more=1),
        lambda tree: tree.update(records={}),
        lambda tree: tree.update(changes=[], votes=[]),
        lambda tree: tree.update(pages=[{"language": "en", "address": "x.html", "how": "hacked"}]),
        lambda tree: tree["head"].update(errors="1"),
        lambda tree: tree["head"].update(errors=-0.5),
        lambda tree: tree["head"].update(unread="people/x"),
        lambda tree: tree["changes"][0].update(kind="nonsense"),
        lambda tree: tree["changes"][0].update(record=None),
        lambda tree: tree["changes"][0].update(before=[]),
        lambda tree: tree["changes"][0].update(more="x"),
        lambda tree: tree["changes"][0].update(kind="date", before="no date"),
    ],
)
def test_what_diff_never_writes_is_refused(tmp_path: Path, edit: Edit) -> None:
    tree = json.loads(diff_as_json(diff(tmp_path, edited(ADA, "born: 1970", "born: 1971"))))
    assert diff_of(json.dumps(tree).encode())
    edit(tree)
    with pytest.raises(UnreadableError):
        diff_of(json.dumps(tree).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]x",
        b"\xff",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 10_000,
        b'{"record": "a/b"}',
        b'{"unread": [1, [2]]}',
        b" " * (LARGEST + 1),
        b'[{"code": "x"}]',
        b'["\\ud800"]',
    ],
)
def test_what_is_no_such_data_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        diff_of(data)
    with pytest.raises(UnreadableError):
        diagnostics_of(data)


@pytest.mark.parametrize(
    "edit",
    [
        {"severity": "fatal"},
        {"code": 1},
        {"more": 1},
        {"related": None},
        {"place": {"file": "x", "span": {"line": "1", "column": 1, "end_line": 1, "end_column": 1}}},
    ],
)
def test_what_check_never_writes_is_refused(edit: dict[str, object]) -> None:
    tree = json.loads(as_json([Diagnostic("x", Place("a"), "m", "h")]))
    assert diagnostics_of(json.dumps(tree).encode())
    with pytest.raises(UnreadableError):
        diagnostics_of(json.dumps([{**tree[0], **edit}]).encode())
