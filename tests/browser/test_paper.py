"""Fact sheets on paper: two pages of A4 each, in both languages, with their sources and their address."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from factsheets.cli import main
from factsheets.site.printing import PaperError, print_sheets
from tests.browser.chromium import find
from tests.browser.fonts import WIDE, set_in
from tests.conftest import REPOSITORY


@pytest.fixture(autouse=True)
def at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser of the other tests prints, too."""
    monkeypatch.setenv("CHROMIUM", find() or "")


def pages(printed: Path) -> int:
    """Count the pages of a file that is set in the wide font; what it says may be packed."""
    raw = printed.read_bytes()
    said = [raw]
    for packed in re.findall(rb"\bstream\r?\n(.*?)endstream", raw, re.DOTALL):
        with suppress(zlib.error):
            said.append(zlib.decompressobj().decompress(packed))
    assert any(WIDE.name.encode() in each for each in said)
    return sum(len(re.findall(rb"/Type\s*/Page\b", each)) for each in said)


def test_every_fact_sheet_is_two_pages_in_any_font(wide_site: Path, tmp_path: Path) -> None:
    written = {path.name: pages(path) for path in print_sheets(wide_site, ["en", "de"], tmp_path)}
    assert len(written) == 2 * len(list((REPOSITORY / "content" / "factsheets").glob("*.yaml")))
    assert set(written.values()) == {2}, written


def test_a_third_page_would_be_found(small_site: Path, tmp_path: Path) -> None:
    site = set_in(WIDE, small_site, tmp_path / "site")
    with (site / "assets" / "print.css").open("a", encoding="utf-8") as style:
        style.write("@media print { html { font-size: 60px !important; } }")
    (printed,) = print_sheets(site, ["en"], tmp_path)
    assert pages(printed) > 2


def test_the_command_writes_them(small_site: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["pdf", "--root", str(small_site.parent), "--to", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["first-day.de.pdf", "first-day.en.pdf"]


def test_what_is_missing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PaperError, match="publish it first"):
        list(print_sheets(tmp_path, ["en"], tmp_path))
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    with pytest.raises(PaperError, match="no browser"):
        list(print_sheets(tmp_path, ["en"], tmp_path))
