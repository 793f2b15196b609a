"""Series of votes: those of one body that a fact sheet brings together, and who changed from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.link import Facts
from factsheets.content.records.dates import Edtf
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import BodyId, MemberId
from factsheets.content.records.resolution import Resolution
from factsheets.derive.count import Count
from factsheets.derive.standing import Standing, standing_of


@dataclass(frozen=True, slots=True)
class Series:
    """The votes on whole texts that one fact sheet has from one body: ids of resolutions, by day."""

    factsheet: str
    body: BodyId
    resolutions: tuple[str, ...]

    def steps(self) -> Iterator[tuple[str, str]]:
        """Yield each vote but the first with the one before it."""
        return zip(self.resolutions, self.resolutions[1:], strict=False)


@dataclass(frozen=True, slots=True)
class Switch:
    """A member that did something else than before."""

    member: MemberId
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two votes side by side, over the members that both had.

    `switched` did something else, `steady` the same; of `unknown` it is not known what they did in one or both.
    """

    switched: tuple[Switch, ...]
    steady: tuple[MemberId, ...]
    unknown: tuple[MemberId, ...]


def by_day(days: Mapping[str, Edtf]) -> list[str]:
    """Return names by day; those of one day by name, numbers in it taken as numbers."""
    return sorted(
        days,
        key=lambda name: (
            days[name].earliest,
            days[name].latest,
            [int(part) for part in re.findall(r"\d+", name)],
            name,
        ),
    )


def series(facts: Facts) -> tuple[Series, ...]:
    """Return the series of two votes or more, the longest first; a series that is part of another is left out."""
    found = sorted(_every(facts), key=lambda each: (-len(each.resolutions), each.factsheet, each.body))
    return tuple(
        each
        for place, each in enumerate(found)
        if not any(set(each.resolutions) <= set(longer.resolutions) for longer in found[:place])
    )


def votes_before(facts: Facts) -> dict[str, str]:
    """Return for each vote the one before it in the shortest series it belongs to: that of the narrowest topic.

    The first of a series has none there; it may have one in a longer series.
    """
    before: dict[str, str] = {}
    for each in sorted(_every(facts), key=lambda each: (len(each.resolutions), each.factsheet, each.body)):
        for earlier, later in each.steps():
            before.setdefault(later, earlier)
    return before


def _every(facts: Facts) -> Iterator[Series]:
    for name, sheet in facts.all(Factsheet).items():
        yield from _of_sheet(facts, name, sheet)


def _of_sheet(facts: Facts, name: str, sheet: Factsheet) -> Iterator[Series]:
    votes = {each: facts.one(Resolution, each) for each in sheet.resolutions if each in facts}
    votes = {each: record for each, record in votes.items() if record.final}
    for body in dict.fromkeys(record.body for record in votes.values()):
        ordered = by_day({each: record.date for each, record in votes.items() if record.body == body})
        if len(ordered) > 1:
            yield Series(name, body, tuple(ordered))


def compare(before: Count, after: Count) -> Comparison:
    """Compare two votes. Two ways of not voting count as the same where the record does not tell one from the other."""
    switched, steady, unknown = [], [], []
    for member in sorted(set(before.members) & set(after.members)):
        was, now = standing_of(before, member), standing_of(after, member)
        if Standing.UNKNOWN in {was, now}:
            unknown.append(member)
        elif was is now or (was.is_absent and now.is_absent):
            steady.append(member)
        else:
            switched.append(Switch(member, was, now))
    return Comparison(tuple(switched), tuple(steady), tuple(unknown))
