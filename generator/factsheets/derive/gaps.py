"""What the facts do not say: every position, number, date, wording and origin that nobody has found yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from factsheets.content.link import Facts, Key, records_of
from factsheets.content.records.base import Fact, Record, Search, walk
from factsheets.content.records.body import Body, Method, Rule
from factsheets.content.records.dates import Bound
from factsheets.content.records.factsheet import Misreading
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import ABSENT, Position, Proposal, Resolution, Vote
from factsheets.content.records.source import Source, Tier
from factsheets.content.records.state import State
from factsheets.content.records.wording import Wording, WordingKind
from factsheets.content.source.tree import Path
from factsheets.derive.count import Count
from factsheets.derive.standing import without_right


class GapKind(StrEnum):
    """What is missing, the gravest first."""

    ROLL_CALL = "roll_call"
    POSITIONS = "positions"
    ENTITLEMENT = "entitlement"
    EXCLUSION = "exclusion"
    NUMBERS = "numbers"
    RULE = "rule"
    PROPOSER = "proposer"
    ORIGINAL = "original"
    WORDING = "wording"
    RETOLD = "retold"
    OFFICE = "office"
    OFFICE_PERIOD = "office_period"
    BIRTH = "birth"
    IDENTIFIER = "identifier"
    MEMBERSHIP = "membership"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: in which record, where in it, and of how many members or positions.

    `searched` says where somebody looked for it already.
    """

    kind: GapKind
    key: Key
    path: Path
    number: int = 0
    searched: tuple[Search, ...] = ()


def gaps(facts: Facts, counts: Mapping[tuple[str, str], Count]) -> tuple[Gap, ...]:
    """Return everything that is missing, kind by kind and record by record."""
    found = [
        gap
        for key, record in records_of(facts)
        for gap in _with_searches(record, list(_in_record(key, record, facts, counts)))
    ]
    kinds = list(GapKind)
    return tuple(sorted(found, key=lambda gap: kinds.index(gap.kind)))


def _with_searches(record: Record, found: list[Gap]) -> list[Gap]:
    """Add to gaps of one record where somebody looked for what is missing there."""
    facts = {path: value for path, value in walk(record) if isinstance(value, Fact)} if found else {}
    return [replace(gap, searched=facts[gap.path].searched) if gap.path in facts else gap for gap in found]


def _in_record(key: Key, record: Record, facts: Facts, counts: Mapping[tuple[str, str], Count]) -> Iterator[Gap]:
    match record:
        case Resolution():
            for index, vote in enumerate(record.votes):
                if count := counts.get((key[1], vote.id)):
                    yield from _in_vote(key, ("votes", index), vote, count)
        case Person():
            yield from _in_person(key, record)
        case Body():
            for index, membership in enumerate(record.membership):
                if isinstance(membership.period.start, Bound):
                    yield Gap(GapKind.MEMBERSHIP, key, ("membership", index), len(membership.members))
        case Source() if record.URL is None:
            yield Gap(GapKind.ADDRESS, key, ())
    for path, value in walk(record):
        yield from _in_value(key, path, value, facts)


def _in_vote(key: Key, path: Path, vote: Vote, count: Count) -> Iterator[Gap]:
    """Find members of whom it is not known what they did, and numbers that are not known."""
    unlisted = len(count.unlisted) if count.is_by_name else 0
    if vote.roll_call is None or set(count.rest) == set(Position):
        if unlisted:
            yield Gap(GapKind.ROLL_CALL, key, path, unlisted)
    elif unlisted and set(count.rest) == ABSENT:
        yield Gap(GapKind.ENTITLEMENT, key, path, unlisted)
    elif unlisted and len(count.rest) > 1:
        yield Gap(GapKind.POSITIONS, key, path, unlisted)
    yield from _unexplained(key, path, vote, count)
    unknown = [each for each in (Position.YES, Position.NO, Position.ABSTAIN) if not count.numbers[each].is_known]
    if unknown and not (count.rule and count.rule.method is Method.WITHOUT_VOTE):
        yield Gap(GapKind.NUMBERS, key, path, len(unknown))


def _unexplained(key: Key, path: Path, vote: Vote, count: Count) -> Iterator[Gap]:
    """Find members without a right to vote of whom nobody says why, and raised majorities of which nobody says who."""
    explained = {member for each in vote.exclusions for member in each.members}
    if number := len(without_right(count) - explained):
        yield Gap(GapKind.EXCLUSION, key, path, number)
    if count.rule and vote.rule_applied is None and _is_raised(count.rule):
        yield Gap(GapKind.RULE, key, path)


def _is_raised(rule: Rule) -> bool:
    """Tell whether a rule asks for more than half, so that somebody must have held that it applies."""
    amount = rule.majority.amount if rule.majority else 0
    return isinstance(amount, Fraction) and amount > Fraction(1, 2)


def _in_person(key: Key, person: Person) -> Iterator[Gap]:
    if person.born is None:
        yield Gap(GapKind.BIRTH, key, ())
    for index, office in enumerate(person.offices):
        if office.period is None:
            yield Gap(GapKind.OFFICE, key, ("offices", index))
        elif Bound.UNKNOWN in {office.period.start, office.period.end}:
            yield Gap(GapKind.OFFICE_PERIOD, key, ("offices", index))


def _in_value(key: Key, path: Path, value: object, facts: Facts) -> Iterator[Gap]:
    match value:
        case Wording() | Misreading():
            if isinstance(value, Wording) and value.missing is not None:
                yield Gap(GapKind.ORIGINAL if value.kind is WordingKind.ORIGINAL else GapKind.WORDING, key, path)
            return  # its source is where the words stand, whatever that is
        case State() | Person() if value.wikidata is None:
            yield Gap(GapKind.IDENTIFIER, key, path)
        case Proposal() if not value.by:
            yield Gap(GapKind.PROPOSER, key, path)
    if isinstance(value, Fact) and value.sources:
        tiers = {facts.one(Source, each.source).tier for each in value.sources if each.source in facts}
        if tiers == {Tier.RETOLD}:
            yield Gap(GapKind.RETOLD, key, path)
