"""The arithmetic behind an outcome, sentence by sentence, and what cannot be told from what is known."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factsheets.content.records.body import Base, Method, Role, Rule, Threshold, Tie
from factsheets.content.records.resolution import Position, Result
from factsheets.derive import Count
from factsheets.derive.outcome import Outcome, Range, Reason
from factsheets.site.pages.shared.parts import Scene
from factsheets.site.pages.votes.standings import rest_kind


def say_range(scene: Scene, numbers: Range) -> str:
    """Return a number, or the two between which it lies."""
    return str(numbers.least) if numbers.is_known else scene.words("between", least=numbers.least, most=numbers.most)


def proof(scene: Scene, count: Count) -> tuple[str, ...]:
    """Return the sentences that lead from the numbers to the outcome; none where the body has no such rule."""
    if count.outcome is None or count.rule is None:
        return ()
    return tuple(_sentences(scene, count, count.rule, count.outcome))


def _sentences(scene: Scene, count: Count, rule: Rule, outcome: Outcome) -> Iterator[str]:
    if outcome.reason is Reason.WITHOUT_VOTE:
        yield scene.words("reason.without_vote")
        return
    yield _arithmetic(scene, rule, outcome)
    yield from _tie(scene, rule, outcome)
    yield from _veto(scene, count, rule, outcome)
    if outcome.quorum is not None:
        yield _quorum(scene, outcome, outcome.quorum)
    if outcome.reason is Reason.NUMBERS_OPEN:
        yield scene.words("reason.numbers_open")
    elif outcome.reason is Reason.QUORUM_OPEN:
        yield scene.words("reason.quorum_open")
    elif outcome.result and count.unlisted and count.listed and rest_kind(count.rest) == "unknown":
        exact = outcome.tally.yes.is_known and outcome.tally.no.is_known
        yield scene.words("reason.names_missing" if exact else "reason.partial", n=len(count.unlisted))


def _quorum(scene: Scene, outcome: Outcome, quorum: int) -> str:
    form = "no_quorum" if outcome.reason is Reason.NO_QUORUM else "quorum"
    present = outcome.tally.present
    number = present.most if outcome.reason is Reason.NO_QUORUM else present.least
    return scene.words(f"reason.{form}", n=number, members=outcome.tally.heads, quorum=quorum)


def _arithmetic(scene: Scene, rule: Rule, outcome: Outcome) -> str:
    """Return the sum and the comparison; where a number is not known, what is known of both sides of it."""
    tally, needed = outcome.tally, outcome.needed
    if needed is None or rule.majority is None:
        return ""
    if not tally.yes.most:
        return scene.words("reason.nobody")
    if not (needed.is_known and tally.yes.is_known):
        return scene.words("reason.open", yes=say_range(scene, tally.yes), needed=say_range(scene, needed))
    bases = {
        None: ("number", tally.members),
        Base.MEMBERS: ("members", tally.members),
        Base.SEATS: ("seats", tally.seats),
        Base.PRESENT: ("present", tally.yes.least + tally.no.least + tally.abstain.least),
        Base.PRESENT_AND_VOTING: ("share", tally.yes.least + tally.no.least),
    }
    form, base = bases[rule.majority.of]
    return scene.words(
        f"reason.{form}",
        yes=tally.yes.least,
        no=tally.no.least,
        abstain=tally.abstain.least,
        base=base,
        needed=needed.least,
        share=_share(scene, rule.majority),
        sign="≥" if tally.yes.least >= needed.least else "<",
    )


def _share(scene: Scene, threshold: Threshold) -> str:
    amount = threshold.amount
    known = {Fraction(1, 2): "half", Fraction(2, 3): "two_thirds", Fraction(3, 5): "three_fifths"}
    said = scene.words(f"shares.{known[amount]}") if isinstance(amount, Fraction) and amount in known else str(amount)
    return scene.words("reason.at_least" if threshold.at_least is not None else "reason.more_than", amount=said)


def _tie(scene: Scene, rule: Rule, outcome: Outcome) -> Iterator[str]:
    yes, no = outcome.tally.yes, outcome.tally.no
    if not (yes.is_known and yes == no and yes.least):
        return
    if outcome.reason is Reason.CHAIR:
        yield scene.words("reason.chair_for" if outcome.result is Result.ADOPTED else "reason.chair_against")
    elif outcome.reason is Reason.TIE_OPEN:
        yield scene.words("reason.tie_open")
    elif rule.tie is Tie.LOST and outcome.reason is Reason.MISSED:
        yield scene.words("reason.tie_lost")


def _veto(scene: Scene, count: Count, rule: Rule, outcome: Outcome) -> Iterator[str]:
    """Say who stopped it, that nobody did, that somebody may have, or that there was no veto to cast."""
    against = [
        member
        for member, membership in count.members.items()
        if membership.role is Role.PERMANENT and count.listed.get(member) is Position.NO
    ]
    if outcome.reason is Reason.VETOED:
        names = ", ".join(scene.link(each).phrase.text for each in outcome.vetoed_by)
        yield scene.words("reason.veto_reported" if outcome.as_reported else "reason.veto", names=names)
    elif outcome.reason is Reason.STOPPED:
        names = ", ".join(scene.link(each).phrase.text for each in against)
        yield scene.words("reason.stopped", n=len(against), names=names)
    elif outcome.reason is Reason.VETO_OPEN:
        yield scene.words("reason.veto_open", no=say_range(scene, outcome.tally.no))
    elif rule.veto and outcome.reason is Reason.REACHED:
        yield scene.words("reason.no_veto")
    elif not rule.veto and against:
        names = ", ".join(scene.link(each).phrase.text for each in against)
        yield scene.words("reason.no_veto_here", names=names)


def say_rule(scene: Scene, rule: Rule) -> str:
    """Return in words what a rule asks for: the majority, and what else counts."""
    said = [scene.words(f"methods.{rule.method.value}")] if rule.method is not Method.VOTE else []
    if rule.majority:
        said.append(_asks(scene, "asks", rule.majority))
    if rule.quorum:
        said.append(_asks(scene, "asks_present", rule.quorum))
    said += [scene.words("asks_no_veto")] if rule.veto else []
    said += [scene.words("asks_chair")] if rule.tie is Tie.CHAIR else []
    said += [scene.words("asks_weighted")] if rule.weighted else []
    return " ".join(said)


def _asks(scene: Scene, key: str, threshold: Threshold) -> str:
    share = _share(scene, threshold)
    of = scene.words(f"bases.{threshold.of.value}", share=share) if threshold.of else share
    return scene.words(key, share=of)
