"""How complete what is recorded is, compared with a list, and until when that comparison holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from factsheets.content.link import SITE, Facts, Key
from factsheets.content.records.coverage import Coverage, LeftOutReason
from factsheets.content.records.dates import Edtf, parse_edtf
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import ResolutionId
from factsheets.content.records.resolution import Resolution
from factsheets.content.source.tree import Path

HOLDS = timedelta(days=365)
"""How long a comparison holds that does not say when it is due again."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A coverage in its surroundings: whose it is, where it stands, and which votes recorded here are within it."""

    key: Key
    path: Path
    coverage: Coverage
    within: tuple[ResolutionId, ...]

    @property
    def recorded(self) -> tuple[ResolutionId, ...]:
        """The votes within it that are in the list."""
        return tuple(each for each in self.within if each not in self.coverage.beyond)

    @property
    def accounted(self) -> int:
        """How many entries of the list are recorded here or left out with a reason."""
        return len(self.recorded) + len(self.coverage.left_out)

    @property
    def lacking(self) -> int:
        """How many entries of the list belong here and are not recorded yet."""
        return sum(each.reason is LeftOutReason.NOT_RECORDED for each in self.coverage.left_out)


def scopes(facts: Facts) -> tuple[Scope, ...]:
    """Return every coverage: the whole site's, of all votes, and each fact sheet's, of those that it lists."""
    return tuple(_every(facts))


def outside(sheet: Factsheet, every: Iterable[Scope]) -> tuple[ResolutionId, ...]:
    """Return the votes of a fact sheet that lie within none of its coverages, so that no list was compared for them."""
    within = {name for scope in every for name in scope.within}
    return tuple(name for name in sheet.resolutions if name not in within)


def _every(facts: Facts) -> Iterator[Scope]:
    every = tuple(ResolutionId(name) for name in facts.all(Resolution))
    yield from _scopes(facts, SITE, facts.site.coverage, every)
    for name, sheet in facts.all(Factsheet).items():
        yield from _scopes(facts, (Factsheet.folder, name), sheet.coverage, sheet.resolutions)


def _scopes(facts: Facts, key: Key, every: tuple[Coverage, ...], names: Iterable[ResolutionId]) -> Iterator[Scope]:
    known = {name: record for name in names if (record := facts.get(Resolution, name))}
    for index, coverage in enumerate(every):
        within = tuple(name for name, record in known.items() if _is_within(coverage, record))
        yield Scope(key, ("coverage", index), coverage, within)


def _is_within(coverage: Coverage, resolution: Resolution) -> bool:
    """Tell whether a resolution's body and day are covered; a day is, unless it lies outside for certain."""
    day = resolution.date
    in_time = coverage.since.earliest <= day.latest and day.earliest <= coverage.until.latest
    return resolution.body in coverage.bodies and in_time


def due_again(coverage: Coverage) -> Edtf:
    """Return from when on a comparison has to be made again: as it says, else a year after it was made."""
    again = min(coverage.compared.latest, date.max - HOLDS) + HOLDS
    return coverage.review_due or parse_edtf(again.isoformat())


def is_overdue(coverage: Coverage, day: date) -> bool:
    """Tell whether a comparison has to be made again on a day."""
    return due_again(coverage).earliest <= day


def months_old(coverage: Coverage, day: date) -> int:
    """Return how many whole months have passed on a day since a comparison was made."""
    made = coverage.compared.earliest
    return max(0, 12 * (day.year - made.year) + day.month - made.month - (day.day < made.day))
