"""What should be read again on a day, the oldest first, and which fact sheets can still be called current then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from factsheets.content.link import SITE, Facts, Key, records_of
from factsheets.content.records.base import Fact, Record, walk
from factsheets.content.records.coverage import Coverage
from factsheets.content.records.dates import Edtf
from factsheets.content.records.factsheet import Factsheet, Status
from factsheets.content.records.ids import SourceId
from factsheets.content.records.source import Source
from factsheets.content.source.tree import Path
from factsheets.derive.coverage import Scope, due_again, is_overdue, scopes
from factsheets.derive.receipts import claims_of


@dataclass(frozen=True, slots=True)
class Due:
    """A fact whose review is due, the line that says so, since when, when it was last read, and what it rests on.

    Facts of a fact sheet were last read when that was reviewed, others when one of their sources was last opened; a
    coverage when it was compared.
    `uncopied` are those of the sources that have an address and no archived copy.
    """

    key: Key
    path: Path
    at: Path
    since: Edtf
    read: Edtf | None
    sources: tuple[SourceId, ...]
    uncopied: tuple[SourceId, ...]


def is_due(review: Edtf, day: date) -> bool:
    """Whether a review is due on a day: from the first day that its date may mean, so `2025-09` from 1 September."""
    return review.earliest <= day


def due(facts: Facts, day: date) -> tuple[Due, ...]:
    """Return what should be read or compared again on a day, what has been due for longest first."""
    found = [
        _due(facts, key, record, path, value.review_due)
        for key, record in records_of(facts)
        for path, value in walk(record)
        if isinstance(value, Fact) and not isinstance(value, Coverage)
        if value.review_due and is_due(value.review_due, day)
    ]
    found += [_compared(facts, each) for each in overdue(facts, day)]
    return tuple(sorted(found, key=lambda each: each.since.earliest))


def _due(facts: Facts, key: Key, record: Record, path: Path, since: Edtf) -> Due:
    names = tuple(dict.fromkeys(_resting_on(key, record, path)))
    sources = {name: facts.one(Source, name) for name in names if name in facts}
    opened = [each.accessed for each in sources.values() if each.accessed]
    read = record.reviewed if isinstance(record, Factsheet) else max(opened, key=lambda day: day.latest, default=None)
    return Due(key, path, (*path, "review_due"), since, read, names, _uncopied(sources))


def _compared(facts: Facts, scope: Scope) -> Due:
    """Return a comparison that has to be made again; it was last made when it says, whoever's it is."""
    coverage = scope.coverage
    sources = {each.source: facts.one(Source, each.source) for each in coverage.sources}
    since = due_again(coverage)
    at = (*scope.path, "review_due" if coverage.review_due else "compared")
    return Due(scope.key, scope.path, at, since, coverage.compared, tuple(sources), _uncopied(sources))


def _uncopied(sources: Mapping[SourceId, Source]) -> tuple[SourceId, ...]:
    return tuple(name for name, source in sources.items() if source.URL and not source.archive)


def _resting_on(key: Key, record: Record, path: Path) -> Iterator[SourceId]:
    """Yield the sources of a fact and of all within it; of one that names none, those of the fact around it."""
    claims = tuple(claims_of(key, record))
    within = [each for each in claims if each.path[: len(path)] == path]
    around = [each for each in claims if path[: len(each.path)] == each.path]
    for claim in within or around[-1:]:
        yield from claim.sources


def overdue(facts: Facts, day: date) -> Iterator[Scope]:
    """Yield the comparisons that have to be made again on a day: the site's, and those of fact sheets still kept."""
    for scope in scopes(facts):
        sheet = facts.get(Factsheet, scope.key[1]) if scope.key != SITE else None
        if is_overdue(scope.coverage, day) and (sheet is None or is_kept(sheet)):
            yield scope


def is_kept(sheet: Factsheet) -> bool:
    """Tell whether a fact sheet says that it is kept up to date."""
    return sheet.status is Status.CURRENT and not sheet.superseded_by


def is_compared(sheet: Factsheet) -> bool:
    """Tell whether a fact sheet says how complete its votes are. One without votes has nothing to compare."""
    return bool(sheet.coverage) or not sheet.resolutions


def is_reviewed(sheet: Factsheet, day: date) -> bool:
    """Tell whether no review of a fact sheet as a whole is overdue on a day."""
    return not (sheet.review_due and is_due(sheet.review_due, day))


def is_current(sheet: Factsheet, day: date | None) -> bool:
    """Tell whether a fact sheet can be called current on a day: kept, compared, and nothing of it overdue.

    Where no day is asked about, nothing is overdue.
    """
    if not (is_kept(sheet) and is_compared(sheet)):
        return False
    if day is None:
        return True
    return is_reviewed(sheet, day) and not any(is_overdue(each, day) for each in sheet.coverage)
