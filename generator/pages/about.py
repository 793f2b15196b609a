"""The page about the site: how facts are chosen, checked and corrected."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Phrase, Scene


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page."""

    anchor: str
    title: Phrase
    text: Phrase


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the site says of itself, and how much it holds."""

    parts: tuple[Part, ...]
    counts: tuple[tuple[str, int], ...]


def about_page(scene: Scene) -> AboutPage:
    """Return the view of the page about the site."""
    return AboutPage(
        tuple(Part(each.id, scene.say(each.title), scene.say(each.text)) for each in scene.facts.site.about),
        tuple((scene.section(kind), len(scene.facts.all(kind))) for kind in scene.facts.types),
    )
