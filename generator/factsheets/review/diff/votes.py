"""From the counts of two sides to what differs in each vote: who did what, the tally, the outcome and its proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factsheets.content.link import Key
from factsheets.content.records.base import Gravity
from factsheets.content.records.ids import MemberId, PersonId, StateId
from factsheets.content.records.resolution import ABSENT, CAST, Position, Resolution
from factsheets.derive import Count
from factsheets.derive.outcome import Range
from factsheets.derive.standing import Standing, standing_of
from factsheets.derive.vote_events import Counts
from factsheets.review.diff.model import Moved, Shift, VoteChange
from factsheets.review.diff.sayings import NameOf

VoteKey = tuple[str, str]
"""The id of a resolution and of a vote on it."""

_NO_VOTE = tuple(each for each in Position if each in ABSENT)

_OF_MEMBERS = {PersonId.folder, StateId.folder}
"""The folders of those who vote."""

Standings = Mapping[MemberId, Standing]


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of one side: their counts, and how each outcome follows from them, where that can be said."""

    counts: Counts
    proofs: Mapping[VoteKey, str]


def vote_changes(before: Votes, after: Votes, renamed: Mapping[Key, Key], name_of: NameOf) -> Iterator[VoteChange]:
    """Yield what differs in each vote that both sides have."""
    resolutions = {name: key[1] for (folder, name), key in renamed.items() if folder == Resolution.folder}
    members = {name: MemberId(key[1]) for (folder, name), key in renamed.items() if folder in _OF_MEMBERS}
    earlier = {(resolutions.get(name, name), vote): (name, vote) for name, vote in before.counts}
    for key, now in after.counts.items():
        if key in earlier:
            old = earlier[key]
            was = before.counts[old]
            moved = tuple(_moved(_standings(was, members), _standings(now, {}), name_of))
            change = VoteChange(
                (Resolution.folder, key[0]),
                key[1],
                _result(now),
                moved=moved,
                tally=_shift(_tally(was), _tally(now)),
                away=_shift(_away(was), _away(now)),
                outcome=_shift(_result(was), _result(now)),
                rest=_shift(_rest(was), _rest(now)),
                unlisted=_shift(str(len(was.unlisted)), str(len(now.unlisted))),
                proof=_shift(before.proofs[old], after.proofs[key]) if before.proofs and after.proofs else None,
                gravity=_gravity(was, now, moved),
            )
            if change != VoteChange(change.key, change.vote, change.result):
                yield change


def _shift(before: str, after: str) -> Shift | None:
    return Shift(before, after) if before != after else None


def _standings(count: Count, renamed: Mapping[str, MemberId]) -> Standings:
    """Return what each member is shown to have done, by its present name; nothing where no names are known."""
    voters = sorted({*count.members, *count.listed}) if count.is_by_name else ()
    return {renamed.get(each, each): standing_of(count, each) for each in voters}


def _moved(before: Standings, after: Standings, name_of: NameOf) -> Iterator[Moved]:
    for member in sorted({*before, *after}):
        was, now = before.get(member, Standing.NONE), after.get(member, Standing.NONE)
        if was is not now:
            yield Moved(member, name_of(member), Shift(was.value, now.value))


def _tally(count: Count) -> str:
    """Return the numbers in favour, against and abstaining."""
    return "–".join(_range(count.numbers[each]) for each in CAST)


def _away(count: Count) -> str:
    """Return how many cast no vote; for which reason, where that is known."""
    if count.without_vote is not None:
        return str(count.without_vote)
    return ", ".join(f"{_range(count.numbers[each])} {each.value.replace('_', ' ')}" for each in _NO_VOTE)


def _range(numbers: Range) -> str:
    return str(numbers.least) if numbers.is_known else f"({numbers.least} to {numbers.most})"


def _rest(count: Count) -> str:
    """Return what the members not listed may have done."""
    if set(count.rest) == set(Position):
        return "unknown"
    return " or ".join(each.value.replace("_", " ") for each in Position if each in count.rest) or "none"


def _result(count: Count) -> str:
    result = count.outcome.result if count.outcome else None
    return result.value if result else "open"


def _gravity(was: Count, now: Count, moved: tuple[Moved, ...]) -> Gravity | None:
    """Return how grave a mistake it was if what is shown now is right; None if it only has become known."""
    if was.outcome and was.outcome.result and _result(was) != _result(now):
        return Gravity.RESULT
    numbers = ((was.numbers[each], now.numbers[each]) for each in Position)
    is_mistake = any(not _is_within(*each) for each in numbers) or any(map(_is_mistake, moved))
    return Gravity.FACT if is_mistake else None


def _is_within(before: Range, after: Range) -> bool:
    return before.least <= after.least and after.most <= before.most


def _is_mistake(moved: Moved) -> bool:
    """Whether another position was shown for certain. Not to vote, and not to have the right to, are to be absent."""
    was, now = Standing(moved.positions.before), Standing(moved.positions.after)
    return was not in {Standing.UNKNOWN, Standing.NONE} and not (was is Standing.ABSENT and now.is_absent)
