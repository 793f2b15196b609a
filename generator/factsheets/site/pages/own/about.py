"""The page about the site: how facts are chosen, checked and corrected."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.site.pages.shared.addresses import CORRECT
from factsheets.site.pages.shared.coverage import CoverageLine, site_coverage
from factsheets.site.pages.shared.parts import Link, Phrase, Scene


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page, and where to read more."""

    anchor: str
    title: Phrase
    text: Phrase
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the site says of itself, and how much it holds."""

    coverage: tuple[CoverageLine, ...]
    parts: tuple[Part, ...]
    counts: tuple[tuple[str, int], ...]


def about_page(scene: Scene) -> AboutPage:
    """Return the view of the page about the site."""
    return AboutPage(
        site_coverage(scene),
        tuple(
            Part(each.id, scene.say(each.title), scene.say(each.text), _more(scene, each.id))
            for each in scene.facts.site.about
        ),
        tuple((scene.section(kind), len(scene.facts.all(kind))) for kind in scene.facts.types),
    )


def _more(scene: Scene, part: str) -> Link | None:
    """Return the link to the guide from the part on corrections."""
    return Link(scene.href(CORRECT), Phrase(scene.words("correct"))) if part == "corrections" else None
