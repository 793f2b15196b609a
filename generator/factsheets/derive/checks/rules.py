"""Bodies whose members do not fit, and votes that do not fit the way in which their body decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factsheets.content.link import Facts
from factsheets.content.records.body import Body, Method, Tie
from factsheets.content.records.dates import Bound, Moment, Period
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import CAST, Position
from factsheets.content.records.state import State
from factsheets.derive import Derived
from factsheets.derive.checks.cases import cases
from factsheets.derive.checks.finding import Also, Finding


def members_belong_once(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find members that two entries of a body have at the same time."""
    for name, body in facts.all(Body).items():
        stays: dict[MemberId, list[_Stay]] = {}
        for number, entry in enumerate(body.membership):
            first, last = _certain_days(entry.period)
            for index, member in enumerate(entry.members) if first <= last else ():
                stays.setdefault(member, []).append(_Stay(first, last, number, index))
        for voter, found in stays.items():
            for one, other in _meeting(sorted(found)):
                message = f"{voter} already belongs to it at that time, by an entry above"
                hint = "delete it from one of the two, or let one period end before the other begins"
                path = ("membership", other.entry, "members", other.at)
                also = (Also(("membership", one.entry, "members", one.at), "here"),)
                yield Finding("member-twice", (Body.folder, name), path, message, hint, also=also)


class _Stay(NamedTuple):
    """The days on which a member certainly belongs to a body by one entry, and where that says so."""

    first: date
    last: date
    entry: int
    at: int


def _certain_days(period: Period) -> tuple[date, date]:
    """Return the first and last day that a period certainly covers; the last before the first where it covers none."""
    if not period.is_interval:
        return period.earliest, period.latest
    first = period.start.latest if isinstance(period.start, Moment) else date.max
    last = period.end.earliest if isinstance(period.end, Moment) else date.max
    return first, last if isinstance(period.start, Moment) and period.end is not Bound.UNKNOWN else date.min


def _meeting(stays: list[_Stay]) -> Iterator[tuple[_Stay, _Stay]]:
    """Yield each stay that begins before an earlier one has ended, with that one; the entry further up comes first."""
    furthest: _Stay | None = None
    for each in stays:
        if furthest and each.entry != furthest.entry and each.first <= furthest.last:
            above, below = sorted((furthest, each), key=lambda stay: (stay.entry, stay.at))
            yield above, below
        if furthest is None or each.last > furthest.last:
            furthest = each


def members_fit_the_seats(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find days on which a body has more members than seats."""
    for name, body in facts.all(Body).items():
        for number, seats in enumerate(body.seats):
            for day in _first_days([entry.period for entry in body.membership]):
                there = {each for entry in body.membership if entry.period.covers(day) for each in entry.members}
                if seats.period.covers(day) and len(there) > seats.number:
                    message = f"{len(there)} members are recorded for {day}, but there were {seats.number} seats"
                    path = ("seats", number, "number")
                    yield Finding("too-many-members", (Body.folder, name), path, message, _SEATS)
                    break


_SEATS = "correct the number of seats, or the period of members that had left by then"


def _first_days(periods: list[Period]) -> list[date]:
    return sorted({period.start.latest for period in periods if isinstance(period.start, Moment)})


def positions_fit_the_method(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find names in a secret ballot, and votes where the body decided without one."""
    for case in cases(facts, derived):
        method = case.count.rule.method if case.count.rule else Method.VOTE
        if method is not Method.VOTE and case.vote.roll_call:
            message = {
                Method.SECRET_BALLOT: "nobody can know who voted how in a secret ballot",
                Method.WITHOUT_VOTE: "nobody votes where a body decides without a vote",
            }[method]
            hint = "delete roll_call with all its lines, or write the rule by which names were recorded"
            yield Finding("bad-method", case.key, (*case.path, "roll_call"), message, hint, on_key=True)
        if method is Method.WITHOUT_VOTE:
            for position in Position:
                if case.vote.stated.count(position) is not None:
                    message = "there are no numbers where a body decides without a vote"
                    path = (*case.path, "stated", position.value)
                    yield Finding(
                        "bad-method",
                        case.key,
                        path,
                        message,
                        "delete this number, or write the rule by which votes were counted",
                    )


def casting_votes_decide_ties(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find casting votes that the rule does not know, that are neither for nor against, or where there is no tie."""
    for case in cases(facts, derived):
        if case.vote.casting_vote is None or case.count.rule is None:
            continue
        yes, no = case.count.numbers[Position.YES], case.count.numbers[Position.NO]
        message = None
        if case.count.rule.tie is not Tie.CHAIR:
            message = f"by the rule {case.vote.rule!r} the chair does not decide ties"
        elif case.vote.casting_vote not in {Position.YES, Position.NO}:
            message = "a casting vote is yes or no"
        elif yes.is_known and no.is_known and yes != no:
            message = f"there is no tie to decide: {yes.least} to {no.least}"
        if message:
            path = (*case.path, "casting_vote")
            yield Finding(
                "bad-casting-vote",
                case.key,
                path,
                message,
                "delete the line casting_vote, or correct what it does not fit",
            )


def proxies_stand_for_members(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find proxies of members that are not listed as having voted, and proxies held by no member."""
    for case in cases(facts, derived):
        for away, holder in case.roll_call.proxies.items():
            path = (*case.path, "roll_call", "proxies", str(away))
            if case.count.listed.get(away) not in CAST:
                message, hint = (
                    f"{away} is not listed as having voted",
                    "add it to yes, no or abstain, as the vote was cast for it",
                )
                yield Finding("bad-proxy", case.key, path, message, hint, on_key=True)
            if holder == away or (holder in facts and holder not in case.count.members):
                message = f"{holder} was no other member of {case.resolution.body} on {case.count.day.text}"
                yield Finding(
                    "bad-proxy", case.key, path, message, "write the member that voted for it, behind the colon"
                )


def states_are_named_by_code(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find states whose file is not named by three capitals, by which lists of members and votes know them."""
    for name in facts.all(State):
        if not re.fullmatch("[A-Z]{3}", name):
            message = f"the file of a state is named by its three-letter code, not {name!r}"
            yield Finding("bad-file-name", (State.folder, name), (), message, "rename it, as in NOR.yaml for Norway")


def tiles_are_free(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find two states on one tile of the map, and tiles on the map of no region."""
    taken: dict[tuple[str, int, int], str] = {}
    for name, state in facts.all(State).items():
        if state.tile is None:
            continue
        if state.region is None:
            message, hint = (
                "the tile is on the map of no region",
                "add a line region: with one of africa, americas, asia, europe, oceania; or delete tile",
            )
            yield Finding("bad-tile", (State.folder, name), ("tile",), message, hint, on_key=True)
            continue
        place = (state.region, state.tile.column, state.tile.row)
        if (other := taken.setdefault(place, name)) != name:
            message = f"{other} stands on this tile already"
            yield Finding(
                "bad-tile",
                (State.folder, name),
                ("tile",),
                message,
                "write a column and a row that no other state of the region has",
                on_key=True,
            )
