"""The roll call of a new vote: what was read goes into the draft, what was not is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factsheets.content.link import Facts, dotted
from factsheets.content.records.body import Body
from factsheets.content.records.dates import Edtf, parse_edtf
from factsheets.content.records.resolution import UNKNOWN, Position
from factsheets.derive.membership import members_on, rule_on
from factsheets.editing.drafts.tree import Draft, get, put
from factsheets.editing.rollcalls import ReadRollCall, Refused, read, voters_of
from factsheets.editing.rollcalls.report import remarks

VOTE = ("votes", 0)
"""Where the vote of a new resolution stands."""

Remarks = list[str]


def rules_on(facts: Facts, draft: Draft) -> list[str]:
    """Return the ids of the rules that the body had on the day, as far as both are known."""
    body, day = _body(facts, draft), _day(draft)
    names = dict.fromkeys(rule.id for rule in body.rules) if body else {}
    return [name for name in names if body and day and rule_on(body, name, day)]


def with_only_rule(facts: Facts, draft: Draft) -> Draft:
    """Return the draft with the body's rule, where it had one only."""
    path, rules = (*VOTE, "rule"), rules_on(facts, draft)
    return put(draft, path, rules[0]) if len(rules) == 1 and get(draft, path) is None else draft


def with_roll_call(facts: Facts, draft: Draft, data: bytes, name: str) -> tuple[Draft, Remarks]:
    """Return the draft with a roll call, and what a person must know of it.

    `data` is a press release's lists, a table or lines of names; `name` is the file's. Members are those of the draft's
    body on its day. Numbers that the text states fill what the draft does not have.
    """
    body, day = _body(facts, draft), _day(draft)
    if body is None or day is None:
        return draft, ["the roll call was not read: give body and date, by which its members are known"]
    found = read(data, name, voters_of(facts, body, day))
    if isinstance(found, Refused):
        return draft, [f"the roll call was not read: {found.message}; {found.hint}"]
    lists: Mapping[Position, tuple[str, ...]] = {where: names for where, names in found.lists.items() if names}
    listed = {name for names in lists.values() for name in names}
    draft = put(draft, (*VOTE, "roll_call"), {where.value: list(names) for where, names in lists.items()})
    missing = [member for member in members_on(body, day) if member not in listed]
    if missing:
        draft = put(draft, (*VOTE, "roll_call", "rest"), UNKNOWN)
    draft = _with_numbers(draft, found)
    return draft, [*_said(found, lists), *_left_out(missing, len(listed))]


def _with_numbers(draft: Draft, found: ReadRollCall) -> Draft:
    """Return the draft with the numbers that the text states, where it states one result."""
    stated = [each.counts for each in (found.headed, *found.stated) if each]
    if not stated or any(_differ(stated[0], other) for other in stated):
        return draft
    for position, number in {key: value for counts in stated for key, value in counts.items()}.items():
        path = (*VOTE, "stated", position.value)
        draft = draft if get(draft, path) is not None else put(draft, path, str(number))
    return draft


def _differ(one: Mapping[Position, int], other: Mapping[Position, int]) -> bool:
    return any(one[key] != other[key] for key in one.keys() & other.keys())


def _said(found: ReadRollCall, lists: Mapping[Position, tuple[str, ...]]) -> Iterator[str]:
    counted = ", ".join(f"{where.value} {len(names)}" for where, names in lists.items())
    yield f"recognised: {counted or 'nobody'}"
    yield from remarks(found)
    yield from (f"line {each.line} was taken for running text: {each.text}" for each in found.passed)


def _left_out(missing: Sequence[str], listed: int) -> Iterator[str]:
    if missing:
        path, of = dotted((*VOTE, "roll_call", "rest")), len(missing) + listed
        names = f": {', '.join(missing)}" if len(missing) < listed else ""
        yield f"{len(missing)} of {of} members are not listed, and {path} says unknown{names}"


def _body(facts: Facts, draft: Draft) -> Body | None:
    return facts.get(Body, str(get(draft, ("body",))))


def _day(draft: Draft) -> Edtf | None:
    try:
        return parse_edtf(str(get(draft, ("date",))))
    except ValueError:
        return None
