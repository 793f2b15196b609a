"""Who voted how: an entry's names as members, and where a roll call of the content says something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import ABSENT, CAST, Position, Vote
from factsheets.diagnostics.reports import Said
from factsheets.editing.rollcalls import Voters
from factsheets.editing.rollcalls.model import Why
from factsheets.review.coverage.model import Kind
from factsheets.review.lists.flaws import distinct
from factsheets.review.lists.model import Entry, Flaw, Listed
from factsheets.review.lists.values import mended

NO_VOTE = "no vote"
"""How a list has it that somebody did not vote, or was not entitled to: it does not say which."""

_GUESSED = 20
"""For so many unknown names of an entry a close one is looked for."""


@dataclass(frozen=True, slots=True)
class NamedThere:
    """An entry's members: how each voted and in which line; whom a name that is no member's may mean; what is wrong.

    `is_whole` where everybody who voted is named, so that nobody else did.
    """

    positions: Mapping[MemberId, tuple[Position, int]]
    guessed: frozenset[MemberId]
    flaws: tuple[Flaw, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A member whose position differs."""

    member: MemberId
    kind: Kind
    here: str | None
    there: str | None
    line: int


def named_there(entry: Entry, voters: Voters) -> NamedThere:
    """Return the members that an entry names. One that stands under two positions has none."""
    found: dict[MemberId, dict[Position, Listed]] = {}
    flaws: list[Flaw] = []
    guessed: set[MemberId] = set()
    for each in entry.listed:
        member, flaw, guesses = _member(each, voters, is_guessing=len(flaws) < _GUESSED)
        flaws += [flaw] if flaw else []
        guessed.update(guesses)
        if member:
            found.setdefault(member, {}).setdefault(each.position, each)
    several = {member: votes for member, votes in found.items() if len(votes) > 1}
    flaws += [flaw for member, votes in several.items() for flaw in _several(member, votes)]
    positions = {
        member: (position, listed.line)
        for member, votes in found.items()
        if member not in several
        for position, listed in votes.items()
    }
    named = distinct(entry.listed)
    fits = all(entry.numbers.get(each, 0) in {0, len(named.get(each, ()))} for each in CAST)
    is_whole = bool(entry.listed) and fits and not several and len(found) == len({each.name for each in entry.listed})
    return NamedThere(positions, frozenset(guessed | several.keys()), tuple(dict.fromkeys(flaws)), is_whole)


def _member(
    each: Listed, voters: Voters, *, is_guessing: bool
) -> tuple[MemberId | None, Flaw | None, tuple[MemberId, ...]]:
    """Return the one member that a name and a code both mean, or what is wrong with them."""
    meant = [set(found) for text in (each.name, each.code) if text and (found := voters.named(text))]
    both = set.intersection(*meant) if meant else set()
    name = each.name or each.code
    if len(both) == 1:
        return both.pop(), None, ()
    if meant and not both:
        words = ("the name ", Said(each.name), " and the code ", Said(each.code), " mean different members")
        return None, Flaw(each.line, words), tuple(set.union(*meant))
    if not meant and (member := _mended(name, voters)):
        said = f" is read as {member}: its letters came through a wrong encoding"
        return member, Flaw(each.line, (Said(name), said)), ()
    why = voters.unrecognised(name, each.line, each.position)
    likely = voters.guesses(name) if why.why is Why.UNKNOWN and is_guessing else why.guesses
    guesses = tuple(both) or likely
    return None, Flaw(each.line, (Said(name), *_why(why.why, guesses))), guesses


def _why(why: Why, guesses: tuple[MemberId, ...]) -> tuple[str, ...]:
    words = {
        Why.AMBIGUOUS: ": more than one member is spelt so",
        Why.NOT_A_MEMBER: ": that is no member of the body on the day",
    }
    likely = f"; did you mean {' or '.join(guesses)}?" if guesses and why is Why.UNKNOWN else ""
    return (words.get(why, ": no member is spelt so") + likely,)


def _mended(name: str, voters: Voters) -> MemberId | None:
    """Return the member whose name it is once its letters are read as they were written."""
    return next((member for each in mended(name) if (member := voters.only(each))), None)


def _several(member: MemberId, votes: Mapping[Position, Listed]) -> Iterator[Flaw]:
    """Yield what is to say of a member under two positions, unless one name under both was reported already."""
    if len({each.name for each in votes.values()}) > 1:
        where = ", ".join(f"{position.value} in line {each.line}" for position, each in votes.items())
        yield Flaw(next(iter(votes.values())).line, (f"{member} stands there under several: {where}; not compared",))


def turns(vote: Vote, entry: Entry, found: NamedThere, members: frozenset[MemberId]) -> Iterator[Turn]:
    """Yield each member whose position differs, is listed there and unknown here, or is listed here and not there."""
    listed = vote.roll_call.positions() if vote.roll_call else {}
    rest = frozenset(map(_alike, vote.roll_call.rest if vote.roll_call else Position))
    for member in sorted({*listed, *found.positions, *members}):
        there, line = found.positions.get(member, (None, entry.head.line))
        if there is None and found.is_whole and not entry.names_absent and member in members:
            there = Position.NOT_VOTING
        here = _alike(listed[member]) if member in listed else None
        is_silent = member in found.guessed or (here is Position.NOT_VOTING and not entry.names_absent)
        if kind := _kind(here, there, rest, is_silent=is_silent):
            said = listed[member].value if here else _rest(rest) if kind is Kind.DIFFERS else None
            yield Turn(member, kind, said, _there(there), line)


def _kind(here: Position | None, there: Position | None, rest: frozenset[Position], *, is_silent: bool) -> Kind | None:
    """Return how two positions differ. `is_silent` where it says nothing that the list does not name the member."""
    if here and there:
        return None if here is there else Kind.DIFFERS
    if here:
        return None if is_silent else Kind.NOT_THERE
    if there is None or rest == {there}:
        return None
    return Kind.UNKNOWN_HERE if there in rest or not rest else Kind.DIFFERS


def _alike(position: Position) -> Position:
    return Position.NOT_VOTING if position in ABSENT else position


def _rest(rest: frozenset[Position]) -> str:
    return " or ".join(_there(each) or "" for each in Position if each in rest)


def _there(position: Position | None) -> str | None:
    return NO_VOTE if position in ABSENT else position.value if position else None
