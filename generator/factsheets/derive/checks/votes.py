"""Votes that do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.link import Facts
from factsheets.content.records.body import Role
from factsheets.content.records.resolution import RESOLUTION, Position
from factsheets.content.source.tree import Path
from factsheets.derive import Derived
from factsheets.derive.checks.cases import Case, cases
from factsheets.derive.checks.finding import Also, Finding
from factsheets.derive.membership import rule_on
from factsheets.derive.standing import without_right
from factsheets.diagnostics.suggest import certain


def votes_name_what_they_are_on(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find votes on an amendment or motion that the record does not have, and rules the body had not on the day."""
    for case in cases(facts, derived):
        known = [RESOLUTION, *case.resolution.proposals()]
        for index, name in enumerate(case.vote.on):
            if name not in known:
                message, right = f"there is nothing called {name!r} in this record", certain(name, known)
                hint = f"write {right or _one_of(known)}"
                yield Finding("unknown-subject", case.key, (*case.path, "on", index), message, hint, remedy=right)
        if case.count.rule is None:
            day = case.count.day
            rules = [each.id for each in case.body.rules if rule_on(case.body, each.id, day) is each]
            right = certain(case.vote.rule, rules)
            message = f"the body had no rule {case.vote.rule!r} on {day.text}"
            hint = f"write {right or _one_of(rules)}; the rules stand in content/bodies/{case.resolution.body}.yaml"
            yield Finding("unknown-rule", case.key, (*case.path, "rule"), message, hint, remedy=right)


def _one_of(names: list[str]) -> str:
    return f"one of these: {', '.join(names)}" if names else "another, once it is there"


def members_are_listed_once(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find members that a roll call lists twice, with both places."""
    for case in cases(facts, derived):
        first: dict[str, Path] = {}
        for position in Position:
            for index, member in enumerate(case.roll_call.members(position)):
                path = (*case.path, "roll_call", position.value, index)
                if first.setdefault(member, path) != path:
                    hint = "keep it where the source has it, and delete it in the other place"
                    also = (Also(first[member], "first listed here"),)
                    message = f"{member} is listed twice in this roll call"
                    yield Finding("listed-twice", case.key, path, message, hint, also=also)


def voters_are_members(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find voters that were no members of the body on the day."""
    for case in cases(facts, derived):
        for position in Position:
            for index, member in enumerate(case.roll_call.members(position)):
                if member in facts and member not in case.count.members:
                    path = (*case.path, "roll_call", position.value, index)
                    message = f"{member} was no member of {case.resolution.body} on {case.count.day.text}"
                    hint = (
                        f"correct the code, or the periods of membership: in content/bodies/{case.resolution.body}.yaml"
                    )
                    yield Finding("not-a-member", case.key, path, message, hint)


def members_are_accounted_for(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find roll calls that claim to be complete and leave members out."""
    for case in cases(facts, derived):
        left_out = len(case.count.unlisted) > case.mistyped
        if case.vote.roll_call and left_out and not case.roll_call.rest:
            some = ", ".join(case.count.unlisted[:8]) + (" …" if len(case.count.unlisted) > 8 else "")  # noqa: PLR2004
            message = f"{len(case.count.unlisted)} of {len(case.count.members)} members are not listed: {some}"
            hint = "add each to the list where the source has it; if it does not say, add a line rest: unknown"
            yield Finding("unaccounted", case.key, (*case.path, "roll_call"), message, hint, on_key=True)


def lists_fit_the_statement(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find stated numbers that the lists, with the rest, cannot reach."""
    for case in cases(facts, derived):
        for position in Position:
            stated, listed = case.vote.stated.count(position), case.listed(position)
            if stated is None or stated == listed or (stated > listed and position in case.roll_call.rest):
                continue
            path = (*case.path, "stated", position.value)
            also = (Also((*case.path, "roll_call", position.value), "the list"),) if listed else ()
            hint = f"compare both with the source; if the list is not complete, add a line rest: [{position.value}]"
            message = f"{stated} stated, but {listed} listed under {position.value}"
            yield Finding("tally-mismatch", case.key, path, message, hint, also=also)
        yield from _open_votes(case)


def _open_votes(case: Case) -> Iterator[Finding]:
    """Compare the members that the numbers leave open with those that are not listed."""
    rest, unlisted = case.count.rest, case.count.weight(case.count.unlisted)
    if not case.vote.roll_call or not rest or case.mistyped:
        return
    open_votes = sum(max(0, (case.vote.stated.count(each) or 0) - case.listed(each)) for each in rest)
    all_known = all(case.vote.stated.count(each) is not None for each in rest)
    if open_votes > unlisted or (all_known and open_votes < unlisted):
        message = f"the numbers leave {open_votes} votes open, but {unlisted} members are not listed"
        hint = "compare the numbers and the lists with the source; a number that it does not give is left out"
        yield Finding("tally-mismatch", case.key, (*case.path, "stated"), message, hint, on_key=True)


def inferences_are_possible(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find inferred positions of members that are listed, or that the rest rules out."""
    for case in cases(facts, derived):
        for number, inference in enumerate(case.vote.inferred):
            path = (*case.path, "inferred", number)
            if inference.position not in case.count.rest:
                message = f"rest does not allow {inference.position.value}"
                yield Finding("bad-inference", case.key, (*path, "position"), message, _REST)
            for index, member in enumerate(inference.members):
                if member in case.count.listed:
                    message = f"{member} is listed in the roll call; nothing is left to infer"
                    yield Finding("bad-inference", case.key, (*path, "members", index), message, "delete it here")


def exclusions_are_of_the_excluded(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find reasons for having no right to vote that belong to members of whom nothing says that they had none."""
    for case in cases(facts, derived):
        unconfirmed = (*case.vote.inferred, *case.vote.reported)
        without = {member for each in unconfirmed if each.position is Position.NOT_ENTITLED for member in each.members}
        without |= without_right(case.count)
        for number, exclusion in enumerate(case.vote.exclusions):
            for index, member in enumerate(exclusion.members):
                if member not in without:
                    path = (*case.path, "exclusions", number, "members", index)
                    message = f"nothing says that {member} had no right to vote"
                    hint = "list it under not_entitled in roll_call, or in inferred with position: not_entitled"
                    yield Finding("bad-exclusion", case.key, path, message, hint)


_REST = "add that word to rest: if it is possible, or delete this entry"


def single_sources_are_for_voters(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find sources for the position of members that are not listed."""
    for case in cases(facts, derived):
        left_out = [member for member in case.vote.member_sources if member not in case.count.listed]
        for member in left_out if len(left_out) > case.mistyped else ():
            message, hint = (
                f"{member} is not listed in the roll call",
                "add it to the list where the source has it, or delete this line",
            )
            path = (*case.path, "member_sources", str(member))
            yield Finding("not-listed", case.key, path, message, hint, on_key=True)


def vetoes_are_votes_against(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find vetoes of members that have none, that the rule does not know, or that are listed as something else."""
    for case in cases(facts, derived):
        for index, member in enumerate(case.vote.stated.vetoed_by):
            membership, position = case.count.members.get(member), case.count.listed.get(member, Position.NO)
            message = None
            if case.count.rule and not case.count.rule.veto:
                message = f"by the rule {case.vote.rule!r} nobody has a veto"
            elif member in facts and (membership is None or membership.role is not Role.PERMANENT):
                message = f"{member} was no permanent member of {case.resolution.body} on {case.count.day.text}"
            elif position is not Position.NO:
                message = f"{member} is listed under {position.value}; a veto is a vote against"
            if message:
                hint = "compare with the source: correct the member, its position or the rule, or delete it here"
                yield Finding("bad-veto", case.key, (*case.path, "stated", "vetoed_by", index), message, hint)


def outcomes_are_as_stated(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find votes whose stated result the body's rule does not give."""
    for case in cases(facts, derived):
        computed, stated = case.count.outcome, case.vote.stated.result
        if computed and computed.result and stated and computed.result is not stated:
            message = f"stated as {stated.value}, but by the rule {case.vote.rule!r} it was {computed.result.value}"
            hint = "check the numbers, the rule and the veto against the source; one of them is wrong or missing"
            yield Finding("outcome-mismatch", case.key, (*case.path, "stated", "result"), message, hint)
