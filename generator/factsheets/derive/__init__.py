"""What follows from the facts. Pure arithmetic: nothing here reads a file or chooses a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from factsheets.content.link import Facts
from factsheets.content.records.body import Body
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Resolution
from factsheets.derive.agreement import Cast, casts
from factsheets.derive.count import Count, count
from factsheets.derive.coverage import Scope, scopes
from factsheets.derive.gaps import Gap, GapKind, gaps
from factsheets.derive.receipts import Claim, claims
from factsheets.derive.series import Series, series, votes_before


@dataclass(frozen=True, slots=True)
class Derived:
    """Everything computed from the facts. `counts` is keyed by a resolution's id and a vote's id.

    `votes_before` has for each vote the one with which it is compared;
    `casts` has what each member voted, over all votes in the order of `counts`; `claims` what rests on each source.
    `scopes` are the coverages, and `day` is the day for which is asked what is overdue; None where nothing is.
    """

    counts: Mapping[tuple[str, str], Count]
    gaps: tuple[Gap, ...]
    series: tuple[Series, ...]
    votes_before: Mapping[str, str]
    casts: Mapping[MemberId, Cast]
    claims: Mapping[str, tuple[Claim, ...]]
    scopes: tuple[Scope, ...]
    day: date | None = None


def derive(facts: Facts, day: date | None = None) -> Derived:
    """Compute what follows from the facts; votes whose body is not known are left out."""
    counts = {
        (name, vote.id): count(vote, resolution, body)
        for name, resolution in facts.all(Resolution).items()
        if (body := facts.get(Body, resolution.body))
        for vote in resolution.votes
    }
    return Derived(
        counts=counts,
        gaps=gaps(facts, counts),
        series=series(facts),
        votes_before=votes_before(facts),
        casts=casts(counts.values()),
        claims=claims(facts),
        scopes=scopes(facts),
        day=day,
    )


__all__ = ["Claim", "Count", "Derived", "Gap", "GapKind", "Series", "derive"]
