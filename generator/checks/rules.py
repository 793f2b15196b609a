"""Bodies whose members do not fit, and votes that do not fit the way in which their body decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.cases import cases
from generator.checks.finding import Also, Finding
from generator.derive import Derived
from generator.link import Facts
from generator.records.body import Body, Method, Tie
from generator.records.dates import Moment, Period
from generator.records.resolution import CAST, Position
from generator.records.state import State


def members_belong_once(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find members that two entries of a body have at the same time."""
    for name, body in facts.all(Body).items():
        for number, entry in enumerate(body.membership):
            for other_number, other in enumerate(body.membership[:number]):
                if not _meet(entry.period, other.period):
                    continue
                for index, member in enumerate(entry.members):
                    if member in other.members:
                        message = f"{member} already belongs to it at that time, by an entry above"
                        hint = "keep one of the two, or correct the periods"
                        also = (Also(("membership", other_number, "members", other.members.index(member)), "here"),)
                        path = ("membership", number, "members", index)
                        yield Finding("member-twice", (Body.folder, name), path, message, hint, also=also)


def members_fit_the_seats(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find days on which a body has more members than seats."""
    for name, body in facts.all(Body).items():
        for number, seats in enumerate(body.seats):
            for day in _first_days([entry.period for entry in body.membership]):
                there = {each for entry in body.membership if entry.period.covers(day) for each in entry.members}
                if seats.period.covers(day) and len(there) > seats.number:
                    message = f"{len(there)} members are recorded for {day}, but there were {seats.number} seats"
                    path = ("seats", number, "number")
                    yield Finding("too-many-members", (Body.folder, name), path, message, "correct one of them")
                    break


def _first_days(periods: list[Period]) -> list[date]:
    return sorted({period.start.latest for period in periods if isinstance(period.start, Moment)})


def _meet(one: Period, other: Period) -> bool:
    return any(one.covers(day) and other.covers(day) for day in _first_days([one, other]))


def positions_fit_the_method(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find names in a secret ballot, and votes where the body decided without one."""
    for case in cases(facts, derived):
        method = case.count.rule.method if case.count.rule else Method.VOTE
        if method is not Method.VOTE and case.vote.roll_call:
            message = {
                Method.SECRET_BALLOT: "nobody can know who voted how in a secret ballot",
                Method.WITHOUT_VOTE: "nobody votes where a body decides without a vote",
            }[method]
            hint = "take the roll call out, or name another rule"
            yield Finding("bad-method", case.key, (*case.path, "roll_call"), message, hint, on_key=True)
        if method is Method.WITHOUT_VOTE:
            for position in Position:
                if case.vote.stated.count(position) is not None:
                    message = "there are no numbers where a body decides without a vote"
                    path = (*case.path, "stated", position.value)
                    yield Finding("bad-method", case.key, path, message, "take them out, or name another rule")


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
            yield Finding("bad-casting-vote", case.key, path, message, "take the line out, or correct the numbers")


def proxies_stand_for_members(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find proxies of members that are not listed as having voted, and proxies held by no member."""
    for case in cases(facts, derived):
        for away, holder in case.roll_call.proxies.items():
            path = (*case.path, "roll_call", "proxies", str(away))
            if case.count.listed.get(away) not in CAST:
                message, hint = f"{away} is not listed as having voted", "list it under yes, no or abstain"
                yield Finding("bad-proxy", case.key, path, message, hint, on_key=True)
            if holder == away or (holder in facts and holder not in case.count.members):
                message = f"{holder} was no other member of {case.resolution.body} on {case.count.day.text}"
                yield Finding("bad-proxy", case.key, path, message, "name the member that voted for it")


def tiles_are_free(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find two states on one tile of the map, and tiles on the map of no region."""
    taken: dict[tuple[str, int, int], str] = {}
    for name, state in facts.all(State).items():
        if state.tile is None:
            continue
        if state.region is None:
            message, hint = "the tile is on the map of no region", "add region: africa, americas, asia, europe, oceania"
            yield Finding("bad-tile", (State.folder, name), ("tile",), message, hint, on_key=True)
            continue
        place = (state.region, state.tile.column, state.tile.row)
        if (other := taken.setdefault(place, name)) != name:
            message = f"{other} stands on this tile already"
            yield Finding("bad-tile", (State.folder, name), ("tile",), message, "take a free one", on_key=True)
