"""What counts: the rule by which a source is enough for a position, a number or a result, and settles a conflict."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.link import SITE, Facts, Key, records_of
from factsheets.content.records.base import Citation, Citations, Conflict, Fact, walk
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position
from factsheets.content.records.source import Source, Tier
from factsheets.content.source.tree import Path
from factsheets.derive import Derived
from factsheets.derive.checks.cases import Case, cases
from factsheets.derive.checks.finding import Finding
from factsheets.derive.receipts import goes_back_to

WEAK = "weak-source"
_REMEDY = "name a record, an agency, a newspaper or a work of reference that was read itself; if there is none, move it"


def best(facts: Facts, sources: Citations) -> Tier | None:
    """Return the tier of the nearest of these sources; None where none of them is known."""
    tiers = [found.tier for each in sources if (found := facts.get(Source, each.source))]
    return min(tiers, key=lambda tier: tier.rank, default=None)


def _is_weak(facts: Facts, sources: Citations) -> bool:
    """Tell whether none of these sources is enough. One that is not there is an error of its own."""
    tier = best(facts, sources) if all(each.source in facts for each in sources) else None
    return tier is not None and not tier.counts


def positions_rest_on_enough(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find positions that are counted, though only sources say so by which nothing is counted."""
    for case in cases(facts, derived):
        alone = {member: case.vote.member_sources.get(member, ()) for member in case.count.listed}
        together = case.resolution.sources_of_roll_call(case.vote)
        weak = [member for member, own in alone.items() if not own]
        if weak and _is_weak(facts, together):
            yield _weak_positions(case, (*case.path, "roll_call"), weak)
        weak = [member for member, own in alone.items() if own and _is_weak(facts, own)]
        if weak:
            yield _weak_positions(case, (*case.path, "member_sources", str(weak[0])), weak)


def _weak_positions(case: Case, path: Path, members: list[MemberId]) -> Finding:
    few = ", ".join(members[:5]) + (" …" if len(members) > 5 else "")  # noqa: PLR2004 - a handful
    message = f"counted on sources that only retell, or have an interest of their own: {few}"
    hint = f"{_REMEDY} from roll_call to reported"
    return Finding(WEAK, case.key, path, message, hint, on_key=True)


def numbers_rest_on_enough(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find stated numbers and results that only sources give by which nothing is counted."""
    for case in cases(facts, derived):
        stated = case.vote.stated
        says = stated.result or stated.vetoed_by or any(stated.count(each) is not None for each in Position)
        if says and _is_weak(facts, case.resolution.sources_of_stated(case.vote)):
            message = "stated on sources that only retell, or have an interest of their own"
            hint = f"{_REMEDY} from stated to reported_numbers"
            yield Finding(WEAK, case.key, (*case.path, "stated"), message, hint, on_key=True)


def copies_stand_alone(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find receipts that name a record or report and, beside it, a source that only repeats it."""
    for key, record in (*records_of(facts), (SITE, facts.site)):
        for path, value in walk(record):
            if isinstance(value, tuple) and value and all(isinstance(each, Citation) for each in value):
                yield from _beside(facts, key, path, value)


def _beside(facts: Facts, key: Key, path: Path, receipt: Citations) -> Iterator[Finding]:
    named = {each.source for each in receipt}
    for index, each in enumerate(receipt):
        repeated = next((other for other in goes_back_to(facts, each.source) if other in named), None)
        source = facts.get(Source, each.source)
        if repeated and source and repeated != each.source and source.tier.rank > facts.one(Source, repeated).tier.rank:
            message = f"{each.source} only repeats {repeated}, which stands beside it"
            hint = "delete it here: a copy never counts beside what it copies"
            yield Finding("copy-beside", key, (*path, index), message, hint)


def sources_do_not_repeat_themselves(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find sources that repeat themselves, alone or in a circle."""
    for name, source in facts.all(Source).items():
        if source.repeats and (source.repeats == name or name in goes_back_to(facts, source.repeats)):
            message = "it repeats itself" if source.repeats == name else f"{source.repeats} is said to repeat this one"
            hint = "keep the line in the one that came later, and delete it in the other"
            yield Finding("bad-reading", (Source.folder, name), ("repeats",), message, hint)


def conflicts_are_settled_by_rank(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find conflicts that are settled otherwise than by the rank of the sources, and do not say why."""
    for key, record in (*records_of(facts), (SITE, facts.site)):
        for path, value in walk(record):
            if isinstance(value, Fact):
                for index, conflict in enumerate(value.conflicts):
                    yield from _unsettled(facts, key, (*path, "conflicts", index), conflict)


def _unsettled(facts: Facts, key: Key, path: Path, conflict: Conflict) -> Iterator[Finding]:
    sides = [(each.value, found) for each in conflict.values if (found := best(facts, each.sources))]
    if conflict.why or len(sides) < 2 or len(sides) < len(conflict.values):  # noqa: PLR2004 - two sides
        return
    nearest = min((tier for _, tier in sides), key=lambda tier: tier.rank)
    leading = [value for value, tier in sides if tier is nearest]
    settled = leading[0].every()[0] if len(leading) == 1 else None
    followed = [value for value, _ in sides if conflict.preferred in value.every()]
    if settled and not (followed and followed[0] == leading[0]):
        message = f"the nearest source ({nearest.value}) says: {settled}"
        hint = f"write preferred: {settled}; to follow another, or to leave it open, add a line why: with the reason"
        yield Finding("conflict-rank", key, (*path, "preferred") if conflict.preferred else path, message, hint)
    elif settled is None and followed:
        hint = "add a line why: with the reason, or delete preferred and leave it open"
        which = "one of the same rank" if followed[0] in leading else "one of a lower rank"
        message = f"the nearest sources disagree with each other; nothing says why {which} is followed"
        yield Finding("conflict-rank", key, (*path, "preferred"), message, hint)
