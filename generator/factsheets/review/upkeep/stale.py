"""What should be read again on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factsheets.derive.freshness import due
from factsheets.pipeline import Checked
from factsheets.review.upkeep.naming import Named, named


@dataclass(frozen=True, slots=True)
class Review:
    """One review that is due: of what, since when, when it was last read, and its sources without a copy."""

    fact: Named
    since: str
    read: str | None
    sources: tuple[str, ...]
    uncopied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """What is due on a day, what has been due for longest first."""

    day: date
    reviews: tuple[Review, ...]


def stale(checked: Checked, day: date) -> Stale:
    """Return what should be read again on a day."""
    return Stale(
        day,
        tuple(
            Review(
                named(checked, each.key, each.path, each.at),
                each.since.text,
                each.read.text if each.read else None,
                tuple(map(str, each.sources)),
                tuple(map(str, each.uncopied)),
            )
            for each in due(checked.facts, day)
        ),
    )
