"""The front page: the fact sheets, the latest votes, the ways in, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.state import State
from factsheets.site.pages.own.indexes import Item, Sheet, people_links, sheets
from factsheets.site.pages.shared.addresses import ABOUT, CORRECTIONS, MISSING
from factsheets.site.pages.shared.corrections import CorrectionLine, all_corrections
from factsheets.site.pages.shared.coverage import CoverageLine, site_coverage
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of
from factsheets.site.pages.votes.ballots import VoteLine, vote_lines

LATEST = 6
"""How many votes the front page shows."""

LATEST_CORRECTIONS = 3
"""How many corrections the front page shows."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page."""

    description: Phrase
    coverage: tuple[CoverageLine, ...]
    lead: Sheet | None
    sheets: tuple[Sheet, ...]
    votes: tuple[VoteLine, ...]
    all_votes: Link
    states: Link
    find_person: Link
    people: tuple[Link, ...]
    missing: Link
    missing_count: str
    corrections: tuple[CorrectionLine, ...]
    all_corrections: Link
    about: Link
    sections: tuple[Item, ...]


def home_page(scene: Scene) -> HomePage:
    """Return the view of the front page."""
    found = sheets(scene)
    return HomePage(
        description=scene.say(scene.facts.site.description),
        coverage=site_coverage(scene),
        lead=found[0] if found else None,
        sheets=found[1:],
        votes=vote_lines(scene, scene.facts.all(Resolution))[:LATEST],
        all_votes=Link(scene.href(address_of(Resolution)), Phrase(scene.words("all_votes"))),
        states=Link(scene.href(address_of(State)), Phrase(scene.words("find_country"))),
        find_person=Link(scene.href(address_of(Person)), Phrase(scene.words("find_person"))),
        people=people_links(scene),
        missing=Link(scene.href(MISSING), Phrase(scene.words("missing"))),
        missing_count=scene.words("missing_count", n=len(scene.derived.gaps)),
        corrections=all_corrections(scene)[:LATEST_CORRECTIONS],
        all_corrections=Link(scene.href(CORRECTIONS), Phrase(scene.words("corrections"))),
        about=Link(scene.href(ABOUT), Phrase(scene.words("about"))),
        sections=tuple(
            Item(
                Link(scene.href(address_of(kind)), Phrase(scene.section(kind))),
                beside=scene.words("entries", n=len(scene.facts.all(kind))),
            )
            for kind in scene.facts.types
        ),
    )
