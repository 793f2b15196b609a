"""A resolution and its entry in a list: what each says of the day, the title, the numbers, and who voted how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factsheets.content.records.body import Body, Method
from factsheets.content.records.dates import Edtf
from factsheets.content.records.resolution import Resolution, Vote
from factsheets.content.source.tree import Path
from factsheets.derive.membership import rule_on
from factsheets.editing.rollcalls import Voters, voters_of
from factsheets.editing.rollcalls.spelling import fold
from factsheets.pipeline import Checked
from factsheets.review.coverage.model import Difference, Kind, PositionDifference
from factsheets.review.coverage.numbers import different_numbers
from factsheets.review.coverage.positions import NamedThere, Turn, named_there, turns
from factsheets.review.lists.model import Entry
from factsheets.review.lists.symbols import keys
from factsheets.review.upkeep.naming import LANGUAGE, Named, named

_BEHIND_TITLE = re.compile(r"\s+:\s+(?:draft )?resolution\b.*$", re.IGNORECASE)
"""What the Digital Library adds to a title: ` : resolution / adopted by the General Assembly`."""


@dataclass(frozen=True)
class Pair:
    """A resolution of the content and its entry."""

    checked: Checked
    name: str
    resolution: Resolution
    entry: Entry

    @property
    def vote(self) -> Vote | None:
        """The vote that an entry is about: the last on the whole."""
        return self.resolution.final

    @property
    def day(self) -> Edtf:
        """The day of that vote."""
        return (self.vote and self.vote.date) or self.resolution.date

    @property
    def body(self) -> Body:
        """The body that voted."""
        return self.checked.facts.one(Body, str(self.resolution.body))

    @property
    def method(self) -> Method | None:
        """How it decided, where the rule is known."""
        rule = rule_on(self.body, self.vote.rule, self.day) if self.vote else None
        return rule.method if rule else None

    @cached_property
    def voters(self) -> Voters:
        """Who could vote."""
        return voters_of(self.checked.facts, self.body, self.day)

    @cached_property
    def named_there(self) -> NamedThere:
        """The members that the entry names."""
        return named_there(self.entry, self.voters)

    def fact(self, *path: str | int) -> Named:
        """Return the resolution as a fact, with the line of one of its values."""
        return named(self.checked, (Resolution.folder, self.name), (), path)

    @property
    def at_vote(self) -> Path:
        """The path of the vote."""
        return ("votes", self.resolution.votes.index(self.vote)) if self.vote else ("votes",)

    @property
    def is_voted(self) -> bool:
        """Whether both have a vote, whose numbers can be compared."""
        return self.vote is not None and self.entry.head.is_vote is not False and self.method is not Method.WITHOUT_VOTE


def differences(pair: Pair) -> Iterator[Difference]:
    """Yield each value of which the two say different things."""
    yield from _symbol(pair)
    yield from _day(pair)
    yield from _title(pair)
    yield from _vote(pair)
    if pair.is_voted and pair.vote:
        at = (*pair.at_vote, "stated") if pair.vote.stated.model_fields_set else pair.at_vote
        for position, here, there in different_numbers(pair.vote, pair.entry):
            yield _difference(pair, (*at, position.value), position.value, str(here), there)


def _difference(pair: Pair, path: Path, field: str, here: str, there: str) -> Difference:
    return Difference(pair.fact(*path), field, here, there, pair.entry.head.file, pair.entry.head.line)


def _symbol(pair: Pair) -> Iterator[Difference]:
    here, there = pair.resolution.symbol, pair.entry.head.symbol
    if there and not set(keys(here)) & set(keys(there)):
        yield _difference(pair, ("symbol",), "symbol", here, there)


def _day(pair: Pair) -> Iterator[Difference]:
    there = pair.entry.head.day
    if there and not pair.day.earliest <= there <= pair.day.latest:
        is_own = pair.vote is not None and pair.vote.date is not None
        yield _difference(
            pair, (*pair.at_vote, "date") if is_own else ("date",), "date", pair.day.text, there.isoformat()
        )


def _title(pair: Pair) -> Iterator[Difference]:
    """Yield titles with other words. Lists have them in English; where this has none, they are not compared."""
    there = _BEHIND_TITLE.sub("", pair.entry.head.title)
    here, language = pair.resolution.title.pick(LANGUAGE, pair.checked.facts.site.first)
    if there and language == LANGUAGE and fold(here) != fold(there):
        yield _difference(pair, ("title",), "title", here, there)


def _vote(pair: Pair) -> Iterator[Difference]:
    """Yield it where one of them says that there was a vote, and the other that there was none."""
    there = pair.entry.head.is_vote
    here = None if pair.vote is None else pair.method is not Method.WITHOUT_VOTE
    if there is not None and there is not here:
        said = {True: "by a vote", False: "without a vote", None: "no vote on the whole is recorded"}
        yield _difference(pair, pair.at_vote, "vote", said[here], said[there])


def positions(pair: Pair) -> Iterator[PositionDifference]:
    """Yield the members whose positions differ, those that differ alike together. Secret ballots have no names."""
    if not (pair.is_voted and pair.vote and pair.entry.listed) or pair.method is Method.SECRET_BALLOT:
        return
    groups: dict[tuple[Kind, str | None, str | None], list[Turn]] = {}
    for each in turns(pair.vote, pair.entry, pair.named_there, pair.voters.members):
        groups.setdefault((each.kind, each.here, each.there), []).append(each)
    for (kind, here, there), found in sorted(groups.items(), key=_order):
        members, lines = tuple(str(each.member) for each in found), tuple(each.line for each in found)
        yield PositionDifference(
            pair.fact(*pair.at_vote, "roll_call"), kind, here, there, members, pair.entry.head.file, lines
        )


def _order(group: tuple[tuple[Kind, str | None, str | None], Sequence[Turn]]) -> tuple[int, str, str]:
    (kind, here, there), _ = group
    return list(Kind).index(kind), here or "", there or ""
