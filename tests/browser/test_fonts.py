"""The fonts of the tests are what they say, or all that is measured in them would be measured in others."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.fonts import NARROW, WIDE, Font

WORDS = "Größe, Кто? 中 iW"


@pytest.mark.parametrize("font", [WIDE, NARROW], ids=lambda font: font.name)
def test_every_letter_is_of_one_width(page: Page, font: Font) -> None:
    page.set_content(f'<style>{font.css()}</style><b style="font-size: 1000px; white-space: nowrap">{WORDS}</b>')
    box = page.locator("b").bounding_box()
    assert box is not None
    assert round(box["width"]) == len(WORDS) * font.advance
    assert round(box["height"]) == font.ascent + font.descent
