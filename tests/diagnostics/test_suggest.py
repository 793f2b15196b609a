"""A mistyped word in; the word that was meant out, or none rather than a wrong one."""

from __future__ import annotations

import pytest

from factsheets.diagnostics.suggest import closest

STATES = ["ALB", "DZA", "GBR", "HUN", "NOR", "TUN", "ZMB"]


@pytest.mark.parametrize(
    ("word", "meant"), [("DZB", "DZA"), ("gbr", "GBR"), ("GRB", "GBR"), ("NOX", "NOR"), ("XUN", None), ("QQQ", None)]
)
def test_codes(word: str, meant: str | None) -> None:
    assert closest(word, STATES) == meant


def test_words() -> None:
    assert closest("symbl", ["symbol", "title"]) == "symbol"
    assert closest("resolutoin", ["resolution", "change"]) == "resolution"
    assert closest("zebra", ["symbol", "title"]) is None
