"""Who belonged to a body on a day, by which rule it decided, and how many seats it had."""

from __future__ import annotations

from factsheets.content.records.body import Body, Membership, Rule
from factsheets.content.records.dates import Edtf
from factsheets.content.records.ids import MemberId


def members_on(body: Body, day: Edtf) -> dict[MemberId, Membership]:
    """Return the members whose membership may include `day`, as far as the record knows, each with its membership."""
    return {
        member: membership
        for membership in body.membership
        if membership.period.may_overlap(day)
        for member in membership.members
    }


def rule_on(body: Body, name: str, day: Edtf) -> Rule | None:
    """Return the rule of that name that was in force on `day`, or None."""
    return next((rule for rule in body.rules if rule.id == name and rule.period.may_overlap(day)), None)


def seats_on(body: Body, day: Edtf) -> int | None:
    """Return how many seats the body had on `day`, filled or not; None where that is not recorded."""
    return next((seats.number for seats in body.seats if seats.period.may_overlap(day)), None)
