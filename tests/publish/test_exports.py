"""The votes as data: every position with how it is known, as tables that no spreadsheet runs and as trees."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.site.exports import COLUMNS, POSITIONS, exports, harmless, written
from tests.world import WORLD, edited, lay

RESOLUTION = "resolutions/resolution-1.yaml"


def files(root: Path, changes: dict[str, str] | None = None) -> dict[str, bytes]:
    checked = pipeline.check(lay(root, changes))
    assert not checked.failed
    return exports(checked.facts, checked.derived)


def rows(data: bytes) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(data.decode(), newline=""))
    assert tuple(reader.fieldnames or ()) == COLUMNS
    return list(reader)


def test_every_position_is_there_with_how_it_is_known(tmp_path: Path) -> None:
    found = files(tmp_path)
    table = rows(found["data/votes/resolution-1.csv"])
    assert rows(found[POSITIONS]) == table
    known = {(row["vote"], row["member"]): (row["position"], row["basis"]) for row in table}
    assert known == {
        ("change", "FRA"): ("no", "reported"),
        ("change", "GBR"): ("unknown", ""),
        ("change", "NOR"): ("unknown", ""),
        ("adoption", "FRA"): ("yes", "recorded"),
        ("adoption", "GBR"): ("abstain", "recorded"),
        ("adoption", "NOR"): ("yes", "recorded"),
    }


def test_what_is_derived_inferred_or_reported_says_so(tmp_path: Path) -> None:
    more = """\
      rest: unknown
    reported:
      - {position: no, members: [GBR], why: {en: One paper., de: Eine Zeitung.}}
    inferred:
      - {position: abstain, members: [NOR], why: {en: As ever., de: Wie immer.}}
"""
    text = edited(RESOLUTION, "      rest: unknown\n", more)[RESOLUTION]
    text = text.replace("    conflicts:", "    basis: {yes: derived}\n    conflicts:")
    table = {(row["vote"], row["member"]): row for row in rows(files(tmp_path, {RESOLUTION: text})[POSITIONS])}
    assert table["change", "GBR"]["reported"] == "no"
    assert table["change", "NOR"]["inferred"] == "abstain"
    assert table["adoption", "NOR"]["basis"] == "derived"


def test_a_renamed_resolution_has_its_data_at_both_addresses(tmp_path: Path) -> None:
    found = files(tmp_path, {RESOLUTION: WORLD[RESOLUTION] + "former_ids: [first]\n"})
    for ending in ("csv", "json"):
        assert found[f"data/votes/first.{ending}"] == found[f"data/votes/resolution-1.{ending}"]
    assert json.loads(found["data/votes/first.json"])["id"] == "resolution-1"


STARTS = ("=", "+", "-", "@", "\N{MINUS SIGN}", *"\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b")
BEFORE = (
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\0",
    "\u00a0",
    "\u200b",
    "\u2060",
    "\ufeff",
    "\u3000",
    "\u3164",
    "\u2800",
    '"',
    "'",
)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", BEFORE)
def test_no_cell_is_a_formula(before: str, start: str) -> None:
    cell = f"{before}{start}1+1"
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["", "-1", "+12", "-1.5", "2,5", "A/RES/1", "1=1", "a@b", "\u2013", "not_voting", "\uff12"]
)
def test_numbers_and_plain_text_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.text(max_size=6) | st.text("=+-@\uff1d\uff20' \t\r1a", max_size=6))
def test_what_was_made_harmless_can_be_told_from_what_was_there(cell: str) -> None:
    assert written(harmless(cell)) == cell


def test_a_symbol_that_is_a_formula_is_harmless_in_every_table(tmp_path: Path) -> None:
    found = files(tmp_path, {RESOLUTION: WORLD[RESOLUTION].replace("symbol: RES/1", "symbol: '\uff1d1+1'")})
    for name in (POSITIONS, "data/votes/resolution-1.csv"):
        assert {row["symbol"] for row in rows(found[name])} == {"'\uff1d1+1"}
        assert {written(row["symbol"]) for row in rows(found[name])} == {"\uff1d1+1"}


def test_every_cell_of_every_table_goes_through_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.site.exports.harmless", lambda cell: f"<{cell}>")
    for name, data in files(tmp_path).items():
        if name.endswith(".csv"):
            assert all(cell == f"<{cell[1:-1]}>" for row in rows(data) for cell in row.values()), name


def test_the_tree_has_the_outcome_beside_what_was_stated(tmp_path: Path) -> None:
    tree = json.loads(files(tmp_path)["data/votes/resolution-1.json"])
    change, adoption = tree["votes"]
    assert change["computed"] == {"result": "rejected", "reason": "vetoed", "needed": [2, 2], "vetoed_by": ["FRA"]}
    assert change["numbers"]["no"] == [1, 1]
    assert adoption["stated"] == {"result": "adopted", "yes": 2, "no": 0, "abstain": 1, "vetoed_by": []}
    assert adoption["positions"] == {"FRA": "yes", "GBR": "abstain", "NOR": "yes"}
