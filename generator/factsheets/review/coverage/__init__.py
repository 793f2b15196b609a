"""The content beside a list of votes: what is missing, what is extra, and where the two say different things."""

from __future__ import annotations

from collections.abc import Sequence

from factsheets.content.link import Facts
from factsheets.content.records.resolution import Resolution
from factsheets.pipeline import Checked
from factsheets.review.coverage.compare import compared
from factsheets.review.coverage.model import Against, Report
from factsheets.review.coverage.scopes import Asked
from factsheets.review.lists import Keep, ReadList
from factsheets.review.lists.flaws import add_once
from factsheets.review.lists.model import Entry, Head
from factsheets.review.lists.symbols import key, keys, series

__all__ = ["Asked", "Report", "report", "touched", "wanted"]


def wanted(facts: Facts, scopes: Sequence[Asked]) -> Keep:
    """Return which entries of a list are to be kept: those within a scope, and those that the content names."""
    every = facts.all(Resolution).values()
    known = {each for resolution in every for each in keys(resolution.symbol)}
    known |= {key(resolution.draft) for resolution in every if resolution.draft}
    known |= {each for scope in scopes for one in scope.left_out for each in keys(one.symbol)}

    def keep(head: Head) -> bool:
        named = (*keys(head.symbol), *head.drafts)
        return not known.isdisjoint(named) or any(scope.finds(head) for scope in scopes)

    return keep


def touched(scopes: Sequence[Asked], lists: Sequence[ReadList]) -> tuple[Asked, ...]:
    """Return the scopes whose bodies have entries in the lists."""
    known = {series(each) for each in _runs(lists)}
    return tuple(each for each in scopes if each.series is None or each.series & known)


def report(checked: Checked, lists: Sequence[ReadList], scopes: Sequence[Asked]) -> Report:
    """Compare the content with a list, or with several that make one, scope by scope."""
    entries, runs = _joined(lists), _runs(lists)
    every = tuple(compared(checked, each, entries, runs) for each in scopes)
    return Report(tuple(Against(each.file, each.layout, each.total, each.without_vote) for each in lists), every)


def _runs(lists: Sequence[ReadList]) -> frozenset[str]:
    return frozenset(run for each in lists for run in each.runs)


def _joined(lists: Sequence[ReadList]) -> tuple[Entry, ...]:
    """Return the entries of all lists. Of a symbol that stands in several, the first is compared."""
    found: dict[str, Entry | None] = {}
    for entry in (entry for each in lists for entry in each.entries):
        add_once(found, entry.head, entry)
    return tuple(filter(None, found.values()))
