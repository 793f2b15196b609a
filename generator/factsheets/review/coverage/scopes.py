"""What is compared: the votes of some bodies between two days, on a topic, by the records of coverage or as asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from factsheets.content.link import SITE, Facts, Key
from factsheets.content.records.coverage import Coverage, LeftOut
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.text import Text
from factsheets.content.source.tree import Path
from factsheets.derive.coverage import scopes
from factsheets.review.lists.model import Head
from factsheets.review.lists.symbols import key, run, series

Resolutions = Mapping[str, Resolution]
"""Resolutions by their ids."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared. `record` is None where it was asked for on the command line.

    `within` are the resolutions of the content that may be in the list; `series` those that the symbols of its bodies
    belong to, None for any.
    """

    name: str
    key: Key
    path: Path
    record: Coverage | None
    since: date
    until: date
    terms: tuple[str, ...]
    within: Resolutions = field(repr=False)
    series: frozenset[str] | None = None
    keys_left_out: frozenset[str] = field(default=frozenset(), repr=False)
    """The symbols that are left out, as they are compared."""

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The entries that are left out with a reason."""
        return self.record.left_out if self.record else ()

    @property
    def beyond(self) -> frozenset[str]:
        """The resolutions that are recorded and are known not to be in the list."""
        return frozenset(map(str, self.record.beyond)) if self.record else frozenset()

    def awaits(self, name: str, runs: frozenset[str]) -> bool:
        """Tell whether a resolution must be in a list that has these runs of symbols.

        What is recorded to be covered must. Where words were asked for, it must speak of them, and be of a session
        that the list has.
        """
        if self.record:
            return name not in self.beyond
        return run(self.within[name].symbol) in runs and self.speaks(name)

    def speaks(self, name: str) -> bool:
        """Tell whether a resolution of the content is on the topic. What is recorded to be covered is."""
        return bool(self.record) or speaks_of(self.terms, *_words(self.within[name]))

    def covers(self, head: Head) -> bool:
        """Tell whether an entry is of its bodies and days. One without a day may be."""
        in_time = head.day is None or self.since <= head.day <= self.until
        return in_time and (self.series is None or not head.symbol or series(head.symbol) in self.series)

    def finds(self, head: Head) -> bool:
        """Tell whether an entry is of its bodies, days and topic."""
        return self.covers(head) and speaks_of(self.terms, head.title, head.topic)


def speaks_of(terms: tuple[str, ...], *texts: str) -> bool:
    """Tell whether one of the terms stands in a text, capitals and white space aside; without terms, all is meant."""
    words = " ".join(" ".join(texts).casefold().split())
    return not terms or any(" ".join(each.casefold().split()) in words for each in terms)


def recorded(facts: Facts) -> tuple[Asked, ...]:
    """Return the scopes that the content records: the site's, then those of its fact sheets.

    One is called by its id; by that of its record and its own, where two have the same.
    """
    every = tuple(_recorded(facts))
    times = Counter(each.name for each in every)
    return tuple(each if times[each.name] == 1 else replace(each, name=f"{each.key[1]}.{each.name}") for each in every)


def _recorded(facts: Facts) -> Iterator[Asked]:
    every = facts.all(Resolution)
    for each in scopes(facts):
        record = each.coverage
        within = {str(name): every[name] for name in each.within}
        # how the symbols of its bodies begin, all their votes show
        known = frozenset(series(one.symbol) for one in every.values() if one.body in record.bodies)
        since, until = record.since.earliest, record.until.latest
        left_out = frozenset(key(one.symbol) for one in record.left_out)
        yield Asked(record.id, each.key, each.path, record, since, until, record.terms, within, known or None, left_out)


def asked_for(facts: Facts, terms: tuple[str, ...], since: date | None, until: date | None) -> Asked:
    """Return a scope over the whole content, by terms and days given on the command line."""
    first, last = since or date.min, until or date.max
    own = {name: each for name, each in facts.all(Resolution).items() if _in_time(each, first, last)}
    return Asked("as asked", SITE, (), None, first, last, terms, own)


def _words(resolution: Resolution) -> tuple[str, ...]:
    texts: tuple[Text, ...] = (resolution.title, resolution.summary)
    return tuple(text for each in texts for text in each.every())


def _in_time(resolution: Resolution, since: date, until: date) -> bool:
    """Tell whether a resolution's day is within two days; it is, unless it lies outside for certain."""
    return resolution.date.earliest <= until and since <= resolution.date.latest
