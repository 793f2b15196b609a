"""How a vote ended: the result, the arithmetic behind it, the numbers as a bar and as rows."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from factsheets.content.records.body import Method
from factsheets.content.records.resolution import ABSENT, Position, Resolution, Vote
from factsheets.derive import Count
from factsheets.derive.outcome import Range
from factsheets.site.charts.tally import Needed, Part, tally_bar
from factsheets.site.pages.shared.parts import Phrase, Receipt, Scene
from factsheets.site.pages.votes.ballots import Number, ended, subject
from factsheets.site.pages.votes.proofs import proof, say_range
from factsheets.site.pages.votes.standings import class_of

_ALWAYS = {Position.YES, Position.NO}
"""Positions whose number is shown even where it is nought."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a vote ended, why, and its numbers."""

    result: str
    result_kind: str
    proof: tuple[str, ...]
    rule: Phrase | None
    chart: Markup
    rows: tuple[Number, ...]
    receipts: tuple[Receipt, ...]


def verdict(scene: Scene, name: str, vote: Vote) -> Verdict | None:
    """Return how a vote on the resolution of that id ended; None where its body is not known."""
    count = scene.derived.counts.get((name, vote.id))
    if count is None:
        return None
    resolution = scene.facts.one(Resolution, name)
    nothing_known = (count.rule is not None and count.rule.method is Method.WITHOUT_VOTE) or not any(
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
        chart=Markup("") if nothing_known else _bar(scene, count, title, f"tally-{name}-{vote.id}"),
        rows=() if nothing_known else _rows(scene, count),
        receipts=scene.cite(
            tuple(dict.fromkeys(source for fact in facts for source in fact.sources)),
            unmarked=() if vote.sources else resolution.sources,
        ),
    )


def _bar(scene: Scene, count: Count, title: str, name: str) -> Markup:
    needed = count.outcome.needed if count.outcome else None
    mark = Needed(needed.least, scene.words("needed", n=needed.least)) if needed and needed.is_known else None
    return tally_bar(_parts(scene, count), title, name, mark)


def _totals(scene: Scene, count: Count) -> list[tuple[Position, str, Range]]:
    """Return position, name and number. Where it is not known why members cast no vote, they are one number."""
    found = [
        (position, scene.words(f"positions_of.{position.value}"), each) for position, each in count.numbers.items()
    ]
    if count.without_vote is None:
        return found
    absent = Range(count.without_vote, count.without_vote)
    voted = [total for total in found if total[0] not in ABSENT]
    return [*voted, (Position.NOT_VOTING, scene.words("positions_of.absent"), absent)]


def _rows(scene: Scene, count: Count) -> tuple[Number, ...]:
    """Return the numbers beside the bar; where some are not known, the last says how many votes are not."""
    unknown = _parts(scene, count)[-1]
    rest = (Number(unknown.kind, unknown.name, str(unknown.number)),) if unknown.number else ()
    known = tuple(
        Number(class_of(position), name, say_range(scene, each))
        for position, name, each in _totals(scene, count)
        if position in _ALWAYS or each.least or (each.most and position not in ABSENT)
    )
    return (*known, *rest)


def _parts(scene: Scene, count: Count) -> list[Part]:
    known = [Part(class_of(position), name, each.least) for position, name, each in _totals(scene, count)]
    open_votes = max(0, count.votes - sum(part.number for part in known))
    return [*known, Part("unknown", scene.words("positions_of.unknown"), open_votes)]
