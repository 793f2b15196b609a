"""How a vote ended: the result, the arithmetic behind it, the numbers as a bar and as rows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.charts.tally import Part, tally_bar
from generator.derive import Count
from generator.derive.outcome import Outcome, Range, Reason
from generator.pages.ballots import ended, subject
from generator.pages.parts import Phrase, Receipt, Scene
from generator.records.body import Base, Majority
from generator.records.resolution import Position, Resolution, Result, Vote

ABSENT = {Position.NOT_VOTING, Position.NOT_ENTITLED}
"""Both ways of casting no vote. A record that lists only votes does not tell one from the other."""


_ALWAYS = {"yes", "no"}
"""Numbers that are shown even where they are nought."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the numbers."""

    kind: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a vote ended, why, and its numbers."""

    result: str
    result_kind: str
    proof: tuple[str, ...]
    rule: Phrase | None
    chart: Markup
    rows: tuple[Row, ...]
    receipts: tuple[Receipt, ...]


def verdict(scene: Scene, name: str, vote: Vote) -> Verdict | None:
    """Return how a vote on the resolution of that id ended; None where its body is not known."""
    count = scene.derived.counts.get((name, vote.id))
    if count is None:
        return None
    resolution = scene.facts.one(Resolution, name)
    nothing_known = not any(
        numbers.is_known or numbers.least for each, numbers in count.numbers.items() if each not in ABSENT
    )
    result_kind, result = ended(scene, vote, count)
    title = scene.words("chart.tally", title=f"{resolution.symbol}: {subject(scene, resolution, vote).text}")
    facts = [vote, vote.stated, *([vote.roll_call] if vote.roll_call else [])]
    return Verdict(
        result=result,
        result_kind=result_kind,
        proof=proof(scene, count),
        rule=scene.say(count.rule.article) if count.rule else None,
        chart=Markup("") if nothing_known else tally_bar(_parts(scene, count), title, f"tally-{name}-{vote.id}"),
        rows=() if nothing_known else _rows(scene, count),
        receipts=scene.cite(tuple(dict.fromkeys(source for fact in facts for source in fact.sources))),
    )


def _range(scene: Scene, numbers: Range) -> str:
    return str(numbers.least) if numbers.is_known else scene.words("between", least=numbers.least, most=numbers.most)


@dataclass(frozen=True, slots=True)
class _Total:
    """How many held a position, as far as it is known."""

    kind: str
    name: str
    numbers: Range


def _totals(scene: Scene, count: Count) -> list[_Total]:
    """Return the numbers by position. Where it is not known why members cast no vote, they are one number."""
    found = [
        _Total(position.value.replace("_", "-"), scene.words(f"positions_of.{position.value}"), numbers)
        for position, numbers in count.numbers.items()
    ]
    voted = [total for total, position in zip(found, count.numbers, strict=True) if position not in ABSENT]
    absent = [total for total, position in zip(found, count.numbers, strict=True) if position in ABSENT]
    if any(not total.numbers.is_known for total in voted) or all(total.numbers.is_known for total in absent):
        return found
    others = max(0, len(count.members) - sum(total.numbers.least for total in voted))
    return [*voted, _Total("not-voting", scene.words("positions_of.absent"), Range(others, others))]


def _rows(scene: Scene, count: Count) -> tuple[Row, ...]:
    never = scene.words(f"positions_of.{Position.NOT_ENTITLED.value}")
    return tuple(
        Row(total.kind, total.name, _range(scene, total.numbers))
        for total in _totals(scene, count)
        if total.kind in _ALWAYS or (total.numbers.most and (total.numbers.least or total.name != never))
    )


def _parts(scene: Scene, count: Count) -> list[Part]:
    known = [Part(total.kind, total.name, total.numbers.least) for total in _totals(scene, count)]
    open_votes = max(0, len(count.members) - sum(part.number for part in known))
    return [*known, Part("unknown", scene.words("positions_of.unknown"), open_votes)]


def proof(scene: Scene, count: Count) -> tuple[str, ...]:
    """Return the arithmetic behind the outcome, sentence by sentence."""
    result, rule = count.outcome, count.rule
    if result is None or rule is None:
        return ()
    sentences = [_arithmetic(scene, result, rule.majority)]
    if result.reason is Reason.VETOED:
        names = ", ".join(scene.link(each).phrase.text for each in result.vetoed_by)
        sentences.append(scene.words("reason.veto_reported" if result.as_reported else "reason.veto", names=names))
    if result.reason is Reason.UNDECIDED:
        sentences.append(scene.words("reason.undecided"))
    elif count.unlisted and result.result is Result.ADOPTED:
        sentences.append(scene.words("reason.partial"))
    return tuple(each for each in sentences if each)


def _arithmetic(scene: Scene, result: Outcome, majority: Majority) -> str:
    if result.needed is None or not result.yes.is_known:
        return ""
    amount = majority.at_least if majority.at_least is not None else majority.more_than
    share = scene.words("reason.at_least" if majority.at_least is not None else "reason.more_than", amount=amount)
    form = {None: "number", Base.MEMBERS: "members", Base.PRESENT_AND_VOTING: "share"}[majority.of]
    return scene.words(
        f"reason.{form}",
        yes=result.yes.least,
        no=result.no.least,
        base=result.yes.least + result.no.least,
        members=result.members,
        needed=result.needed,
        share=share,
        sign="≥" if result.yes.least >= result.needed else "<",
    )
