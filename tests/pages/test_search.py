"""What the search knows, and what it does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factsheets import pipeline
from factsheets.pipeline import Checked
from factsheets.site.pages.own.search import INDEX, search_index
from tests.conftest import REPOSITORY
from tests.escaping.poison import EVIL, poisoned_world, visible
from tests.world import lay


def index_of(checked: Checked, language: str = "en") -> dict[str, list[Any]]:
    return read(search_index(checked.facts, checked.derived, language))


def read(script: bytes) -> dict[str, list[Any]]:
    text = script.decode()
    start, end = "factsheetsIndex(", ");\n"
    assert text.startswith(start)
    assert text.endswith(end)
    kinds: list[tuple[str, list[Any]]] = json.loads(text[len(start) : -len(end)])
    return dict(kinds)


def test_every_kind_is_there_in_its_order(tmp_path: Path) -> None:
    index = index_of(pipeline.check(lay(tmp_path)))
    kinds = ["Fact sheets", "Votes", "States", "People", "Quotations", "Timeline", "Bodies", "Sources"]
    assert list(index) == [*kinds, "Pages of this site"]
    assert index["States"] == [
        ["France", "../states/FRA.html", "", ["FRA", "FR", "Frankreich"]],
        ["Norway", "../states/NOR.html", "", ["NOR", "NO", "Norwegen"]],
        ["United Kingdom", "../states/GBR.html", "", ["GBR", "GB", "Vereinigtes Königreich"]],
    ]
    assert index["Quotations"] == [
        [
            "Moe on the first resolution",
            "../statements/first-words.html",
            "Ada Moe, 24 February 2025",
            ["Ada Moe"],
            [["It is a good start and a long road.", "", "Machine translation"]],
        ]
    ]


def test_no_line_of_a_roll_call_is_in_it() -> None:
    checked = pipeline.check(REPOSITORY / "content")
    votes = json.dumps(index_of(checked)["Votes"])
    assert "Assembly" in votes
    for state in ("Angola", "Zimbabwe", "Mongolia", "AGO", "ZWE", "MNG"):
        assert state not in votes


def test_it_stays_small_and_the_same() -> None:
    checked = pipeline.check(REPOSITORY / "content")
    for language in ("en", "de"):
        script = search_index(checked.facts, checked.derived, language)
        assert len(script) < 300 * len(checked.facts.records)
        assert script == search_index(checked.facts, checked.derived, language)


def test_every_address_in_it_leads_to_a_page(real_site: Path) -> None:
    for folder in (real_site, real_site / "de"):
        index = read((folder / INDEX).read_bytes())
        entries = [entry for entries in index.values() for entry in entries]
        assert len(entries) > 400
        for entry in entries:
            assert (folder / INDEX).parent.joinpath(entry[1]).is_file(), entry


def test_hostile_text_in_it_is_data(tmp_path: Path) -> None:
    checked = pipeline.check(lay(tmp_path, poisoned_world()))
    for language in ("en", "de"):
        script = search_index(checked.facts, checked.derived, language)
        assert not set(script.decode()) & set("<>&\u2028\u2029")
        assert script.count(b"\n") == 1
    assert visible(EVIL) in {visible(entry[0]) for entry in index_of(checked)["People"]}
