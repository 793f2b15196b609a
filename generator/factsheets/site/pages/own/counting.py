"""How we count: the rules, measures and limits behind every number on the site."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.derive.agreement import ENOUGH
from factsheets.site.pages.shared.parts import Phrase, Scene

_PARTS = ("outcome", "weight", "unknown", "changes", "agreement", "unity", "groups")

_WORKS = {
    "agreement": "https://www.cambridge.org/core/journals/american-political-science-review/article/"
    "analysis-of-bloc-voting-in-the-general-assembly-a-critique-and-a-proposal/2BFAD11EE8CCFEAC78E8A97F1FF52D94",
    "unity": "https://doi.org/10.1017/S0007123405000128",
}
"""Where the works can be read in which the measures were published."""


@dataclass(frozen=True, slots=True)
class CountingPart:
    """A part of the page. `work` and `cited` are the address and the title of the work it rests on, if any."""

    anchor: str
    title: str
    text: Phrase
    work: str
    cited: str


@dataclass(frozen=True, slots=True)
class CountingPage:
    """How we count."""

    parts: tuple[CountingPart, ...]


def counting_page(scene: Scene) -> CountingPage:
    """Return the view of how we count."""
    return CountingPage(
        tuple(
            CountingPart(
                part,
                scene.words(f"how.{part}.title"),
                Phrase(scene.words(f"how.{part}.text", enough=ENOUGH)),
                _WORKS.get(part, ""),
                scene.words(f"how.{part}.cited") if part in _WORKS else "",
            )
            for part in _PARTS
        )
    )
