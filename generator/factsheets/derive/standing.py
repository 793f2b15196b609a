"""What a member did in one vote, as far as it is known: the one scale on which members and votes are compared."""

from __future__ import annotations

from enum import StrEnum

from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import ABSENT
from factsheets.derive.count import Count


class Standing(StrEnum):
    """A position; or absent, where it is certain that no vote was cast but not why; not known; or no member."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"
    NOT_ENTITLED = "not_entitled"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    NONE = "none"

    @property
    def is_cast(self) -> bool:
        """Whether it is a vote: in favour, against or an abstention."""
        return self in {Standing.YES, Standing.NO, Standing.ABSTAIN}

    @property
    def is_absent(self) -> bool:
        """Whether a member cast no vote for certain."""
        return self in {Standing.NOT_VOTING, Standing.NOT_ENTITLED, Standing.ABSENT}


def without_right(count: Count) -> frozenset[MemberId]:
    """Return the members that had no right to vote for certain."""
    every = {*count.members, *count.listed}
    return frozenset(each for each in every if standing_of(count, each) is Standing.NOT_ENTITLED)


def standing_of(count: Count, member: MemberId) -> Standing:
    """Return what a member did: as listed, else what the rest leaves no choice about. Inferences are no answer."""
    if position := count.listed.get(member):
        return Standing(position.value)
    if member not in count.members:
        return Standing.NONE
    rest = set(count.rest)
    if len(rest) == 1:
        return Standing(next(iter(rest)).value)
    return Standing.ABSENT if rest and rest <= ABSENT else Standing.UNKNOWN
