"""The page of a resolution and all votes on it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.charts.tally import Part, tally_bar
from generator.derive import Count
from generator.derive.outcome import Outcome, Range, Reason
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene
from generator.pages.wordings import WordingView, wording_views
from generator.records.body import Base, Majority
from generator.records.ids import MemberId
from generator.records.resolution import Basis, Position, Resolution, Result, Vote


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the numbers."""

    kind: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Voter:
    """A member in a list, with its anchor and the sources for it alone."""

    anchor: str
    link: Link
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Members who did the same, or of whom the same is known."""

    kind: str
    name: str
    voters: tuple[Voter, ...]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Guess:
    """Positions that are inferred and not recorded."""

    name: str
    members: tuple[Link, ...]
    why: Phrase
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a vote was on."""

    title: Phrase
    text: Phrase | None
    by: tuple[Link, ...]
    is_proposal: bool
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote, finished for the page."""

    anchor: str
    subjects: tuple[Subject, ...]
    result: str
    result_kind: str
    stated: str
    proof: tuple[str, ...]
    rule: Phrase | None
    chart: Markup
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    guesses: tuple[Guess, ...]
    receipts: tuple[Receipt, ...]
    remarks: tuple[Remarks, ...]


@dataclass(frozen=True, slots=True)
class VotePage:
    """A resolution: the final vote first, then the others in the order taken."""

    symbol: str
    summary: Phrase
    body: Link
    date: str
    meeting: Phrase | None
    draft: str
    sponsors: tuple[Link, ...]
    sponsors_also: Phrase | None
    sponsor_receipts: tuple[Receipt, ...]
    sponsor_remarks: Remarks
    final: Ballot | None
    others: tuple[Ballot, ...]
    wordings: tuple[WordingView, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def vote_page(scene: Scene, name: str, resolution: Resolution) -> VotePage:
    """Return the view of a resolution."""
    counts = scene.derived.counts
    final = resolution.final
    first = ballot(scene, name, final, counts[name, final.id]) if final and (name, final.id) in counts else None
    others = [each for each in resolution.votes if each is not final and (name, each.id) in counts]
    sponsors = resolution.sponsors
    return VotePage(
        symbol=resolution.symbol,
        summary=scene.say(resolution.summary),
        body=scene.link(resolution.body),
        date=scene.date(resolution.date),
        meeting=scene.maybe(resolution.meeting),
        draft=resolution.draft or "",
        sponsors=scene.members(sponsors.members) if sponsors else (),
        sponsors_also=scene.maybe(sponsors.also) if sponsors else None,
        sponsor_receipts=scene.cite(sponsors.sources) if sponsors else (),
        sponsor_remarks=scene.remarks(sponsors.note, sponsors.conflicts) if sponsors else Remarks(),
        final=first,
        others=tuple(ballot(scene, name, each, counts[name, each.id]) for each in others),
        wordings=wording_views(scene, resolution.wordings),
        receipts=scene.cite(resolution.sources),
        remarks=scene.remarks(resolution.note, resolution.conflicts),
    )


def ballot(scene: Scene, name: str, vote: Vote, count: Count) -> Ballot:
    """Return the view of one vote on the resolution of that id."""
    resolution = scene.facts.all(Resolution)[name]
    stated = vote.stated.result
    computed = count.outcome.result if count.outcome else None
    facts = [vote, vote.stated, *([vote.roll_call] if vote.roll_call else [])]
    subjects = tuple(_subject(scene, resolution, each) for each in vote.on)
    return Ballot(
        anchor=vote.id,
        subjects=subjects,
        result=scene.words(f"result.{computed.value if computed else 'unknown'}"),
        result_kind=computed.value if computed else "unknown",
        stated=scene.words("result.stated", result=scene.words(f"result.{stated.value}"))
        if stated and not computed
        else "",
        proof=proof(scene, count) if count.outcome else (),
        rule=scene.say(count.rule.article) if count.rule else None,
        chart=tally_bar(
            _parts(scene, count), scene.words("chart.tally", title=subjects[0].title.text), f"tally-{name}-{vote.id}"
        ),
        rows=_rows(scene, count),
        groups=_groups(scene, vote, count),
        guesses=tuple(
            Guess(
                scene.words(f"positions_of.{each.position.value}"),
                scene.members(each.members),
                scene.say(each.why),
                scene.cite(each.sources),
            )
            for each in vote.inferred
        ),
        receipts=scene.cite(tuple(dict.fromkeys(source for fact in facts for source in fact.sources))),
        remarks=tuple(scene.remarks(fact.note, fact.conflicts) for fact in facts if fact.note or fact.conflicts),
    )


def _subject(scene: Scene, resolution: Resolution, name: str) -> Subject:
    proposal = resolution.proposals().get(name)
    if proposal is None:
        return Subject(scene.say(resolution.title), None, (), is_proposal=False, receipts=())
    return Subject(
        scene.say(proposal.title),
        scene.maybe(proposal.text),
        scene.members(proposal.by),
        is_proposal=True,
        receipts=scene.cite(proposal.sources),
    )


def standing(scene: Scene, count: Count, vote: Vote, member: MemberId) -> str:
    """Return in words how a member voted, or what it may have done."""
    if position := count.listed.get(member):
        reported = position is Position.NO and member in vote.stated.vetoed_by and not count.is_complete
        return scene.words("positions_of.reported_veto" if reported else f"positions_of.{position.value}")
    return _rest_name(scene, count.rest)


def _rest_name(scene: Scene, rest: tuple[Position, ...]) -> str:
    if len(rest) == 1:
        return scene.words(f"positions_of.{rest[0].value}")
    if not rest or len(rest) == len(Position):
        return scene.words("positions_of.unknown")
    names = scene.words("positions_of.or").join(scene.words(f"positions_of.{each.value}") for each in rest)
    return scene.words("positions_of.rest", positions=names)


def _range(scene: Scene, numbers: Range) -> str:
    return str(numbers.least) if numbers.is_known else scene.words("between", least=numbers.least, most=numbers.most)


def _rows(scene: Scene, count: Count) -> tuple[Row, ...]:
    return tuple(
        Row(position.value.replace("_", "-"), scene.words(f"positions_of.{position.value}"), _range(scene, numbers))
        for position, numbers in count.numbers.items()
        if numbers.most and not (position is Position.NOT_ENTITLED and not numbers.least)
    )


def _parts(scene: Scene, count: Count) -> list[Part]:
    known = [
        Part(position.value.replace("_", "-"), scene.words(f"positions_of.{position.value}"), numbers.least)
        for position, numbers in count.numbers.items()
    ]
    open_votes = max(0, len(count.members) - sum(part.number for part in known))
    return [*known, Part("unknown", scene.words("positions_of.unknown"), open_votes)]


def _groups(scene: Scene, vote: Vote, count: Count) -> tuple[Group, ...]:
    if vote.roll_call is None:
        return ()
    groups = [
        Group(
            position.value.replace("_", "-"),
            scene.words(f"positions_of.{position.value}"),
            _voters(scene, vote, vote.roll_call.members(position)),
            vote.basis.get(position) is Basis.DERIVED,
        )
        for position in Position
    ]
    rest = Group("unknown", _rest_name(scene, count.rest), _voters(scene, vote, count.unlisted))
    return tuple(group for group in (*groups, rest) if group.voters)


def _voters(scene: Scene, vote: Vote, members: tuple[MemberId, ...]) -> tuple[Voter, ...]:
    voters = (
        Voter(f"{vote.id}-{member.lower()}", scene.link(member), scene.cite(vote.member_sources.get(member, ())))
        for member in members
    )
    return tuple(sorted(voters, key=lambda voter: (voter.link.phrase.text.casefold(), voter.anchor)))


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
