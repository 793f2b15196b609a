"""From what a way of reading found to a roll call: each member once, under one position."""

from __future__ import annotations

from dataclasses import replace

from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls.model import Mention, Reading, ReadRollCall, Repeated, Unrecognised, Why
from factsheets.editing.rollcalls.voters import Voters

_GUESSED = 100
"""For so many unknown names a close one is looked for. More of them are another kind of text."""


def gather(reading: Reading, voters: Voters) -> ReadRollCall:
    """Return the roll call. A member under two positions is on no list; one named twice under the same is once."""
    by_member: dict[MemberId, list[Mention]] = {}
    for mention in reading.mentions:
        by_member.setdefault(mention.member, []).append(mention)
    lists = {position: tuple(sorted(_under(position, by_member))) for position in Position}
    repeated = (Repeated(member, tuple(found)) for member, found in sorted(by_member.items()) if len(found) > 1)
    unrecognised = _with_guesses(reading.unrecognised, voters)
    return ReadRollCall(lists, unrecognised, tuple(repeated), reading.headed, reading.stated, reading.passed)


def _under(position: Position, by_member: dict[MemberId, list[Mention]]) -> list[MemberId]:
    return [member for member, found in by_member.items() if {each.position for each in found} == {position}]


def _with_guesses(pieces: tuple[Unrecognised, ...], voters: Voters) -> tuple[Unrecognised, ...]:
    unknown = [each for each in pieces if each.why is Why.UNKNOWN][:_GUESSED]
    guesses = {each: voters.guesses(each.text) for each in unknown}
    return tuple(replace(each, guesses=guesses[each]) if each in guesses else each for each in pieces)
