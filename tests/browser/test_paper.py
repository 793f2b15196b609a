"""Fact sheets on paper: two pages of A4 each, in both languages, with their sources and their address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.paper import PaperError, print_sheets
from tests.browser.chromium import find


@pytest.fixture(autouse=True)
def at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser of the other tests prints, too."""
    monkeypatch.setenv("CHROMIUM", find() or "")


def test_every_fact_sheet_is_two_pages(real_site: Path, tmp_path: Path) -> None:
    written = list(print_sheets(real_site, ["en", "de"], tmp_path))
    pages = {path.name: len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) for path in written}
    assert len(pages) == 6
    assert set(pages.values()) == {2}, pages


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
