"""The page of a body: its votes, rules and members; of a group, how united it was."""

from __future__ import annotations

from dataclasses import dataclass

from babel.numbers import format_decimal
from markupsafe import Markup

from factsheets.content.records.body import Body, Membership, Role
from factsheets.content.records.dates import Edtf, Moment
from factsheets.content.records.ids import MemberId, ResolutionId
from factsheets.content.records.resolution import Resolution
from factsheets.derive.agreement import ENOUGH_OF_A_GROUP, Unity, unity
from factsheets.derive.membership import members_on
from factsheets.derive.standing import Standing
from factsheets.derive.vote_events import VoteEvent
from factsheets.site.charts.tally import Part, tally_bar
from factsheets.site.pages.members.agreements import Matrix, matrix
from factsheets.site.pages.shared.addresses import COUNTING
from factsheets.site.pages.shared.chronicle import body_events
from factsheets.site.pages.shared.lines import Dated, anchors, mentioned_in, when
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene
from factsheets.site.pages.shared.timelines import Timeline, event_timeline
from factsheets.site.pages.votes.ballots import VoteLine, vote_lines
from factsheets.site.pages.votes.proofs import say_rule
from factsheets.site.pages.votes.standings import class_of, say_standing


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Members of a body for a period. `since` and `until` are days, empty where that end is open or not known."""

    anchor: str
    role: str
    period: str
    seen: str
    since: str
    until: str
    members: tuple[Link, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class UnityLine:
    """How united a group was in one vote: its votes, as numbers and as a bar, and the index with its denominator."""

    date: str
    link: Link
    numbers: tuple[tuple[str, str, int], ...]
    chart: Markup
    index: str
    of: str


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body: its votes, rules and members; a group: how united it was."""

    kind: str
    summary: Phrase | None
    is_group: bool
    votes: tuple[VoteLine, ...]
    events: Timeline
    unity: tuple[UnityLine, ...]
    counting: str
    matrix: Matrix | None
    seats: tuple[Dated, ...]
    rules: tuple[Dated, ...]
    groups: tuple[MemberGroup, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def body_page(scene: Scene, name: str, body: Body) -> BodyPage:
    """Return the view of a body."""
    title = scene.words("chart.heat_title", name=scene.say(body.name).text)
    return BodyPage(
        kind=scene.words(f"bodies.{body.classification.value}"),
        summary=scene.maybe(body.summary),
        is_group=body.is_group,
        votes=vote_lines(scene, mentioned_in(scene, (Body.folder, name), Resolution)),
        events=event_timeline(scene, body_events(scene, name), scene.say(body.name).text),
        unity=_unity(scene, body) if body.is_group else (),
        counting=scene.href(COUNTING, "unity"),
        matrix=matrix(scene, _who_agree(body), title, f"heat-{name}"),
        seats=_seats(scene, body),
        rules=_rules(scene, body),
        groups=_groups(scene, body),
        receipts=scene.cite(body.sources),
        remarks=scene.remarks(body),
    )


def _who_agree(body: Body) -> list[MemberId]:
    """Return whose agreement the page shows: of a group all members that still belong, of a body the permanent ones."""
    return list(
        dict.fromkeys(
            member
            for each in body.membership
            if (not isinstance(each.period.end, Moment) if body.is_group else each.role is Role.PERMANENT)
            for member in each.members
        )
    )


def _unity(scene: Scene, body: Body) -> tuple[UnityLine, ...]:
    """Return a line for each vote on a whole text in which two members of the group had a vote, the latest first."""
    finals = [event for event in scene.vote_events() if event.is_final]
    finals.sort(key=lambda event: (when(event.count.day), event.name), reverse=True)
    lines = (_unity_line(scene, body, event) for event in finals)
    return tuple(line for line in lines if line)


def _unity_line(scene: Scene, body: Body, event: VoteEvent) -> UnityLine | None:
    members = members_on(body, event.count.day)
    found = unity(event.count, members)
    if sum(found.numbers.values()) < 2:  # noqa: PLR2004 - one alone is no group
        return None
    numbers = tuple(
        (class_of(standing), say_standing(scene, standing), number) for standing, number in found.numbers.items()
    )
    title = scene.words("chart.unity", symbol=event.resolution.symbol)
    return UnityLine(
        scene.date(event.count.day),
        scene.link(ResolutionId(event.name)),
        numbers,
        tally_bar([Part(*each) for each in numbers], title, f"unity-{event.name}"),
        format_decimal(float(found.index), "0.00", locale=scene.words.locale) if found.index is not None else "–",
        _of(scene, found, len(members)),
    )


def _of(scene: Scene, found: Unity, members: int) -> str:
    """Say on how many votes the index rests, or why there is none, and how many members had a vote at all."""
    unknown = found.numbers.get(Standing.UNKNOWN, 0)
    said = [scene.words("known_votes", n=found.cast)]
    said += [scene.words("unknown_votes", n=unknown)] if unknown else []
    if found.index is None:
        said = [scene.words("unity_too_few" if found.cast < ENOUGH_OF_A_GROUP else "unity_unknown")]
    had_one = sum(found.numbers.values())
    said += [scene.words("had_a_vote", n=had_one, members=members)] if had_one < members else []
    return "; ".join(said)


def seat_anchors(body: Body) -> list[str]:
    """Return the anchor of each number of seats, made of its own words."""
    return anchors(f"seats {each.number} {each.period.text}" for each in body.seats)


def rule_anchors(body: Body) -> list[str]:
    """Return the anchor of each rule, made of its own words."""
    return anchors(f"rule {each.id} {each.period.text}" for each in body.rules)


def membership_anchors(body: Body) -> list[str]:
    """Return the anchor of each membership, made of its own words."""
    return anchors(f"members {each.role.value} {each.period.text}" for each in body.membership)


def _seats(scene: Scene, body: Body) -> tuple[Dated, ...]:
    return tuple(
        Dated(
            anchor,
            scene.date(each.period),
            Phrase(scene.words("seats", n=each.number)),
            receipts=scene.cite(each.sources),
            remarks=scene.remarks(each),
        )
        for anchor, each in zip(seat_anchors(body), body.seats, strict=True)
    )


def _rules(scene: Scene, body: Body) -> tuple[Dated, ...]:
    return tuple(
        Dated(
            anchor,
            scene.date(rule.period),
            scene.say(rule.title),
            None,
            f"{say_rule(scene, rule)} {scene.say(rule.article).text}",
            scene.cite(rule.sources),
            scene.remarks(rule),
        )
        for anchor, rule in zip(rule_anchors(body), body.rules, strict=True)
    )


def _groups(scene: Scene, body: Body) -> tuple[MemberGroup, ...]:
    return tuple(_group(scene, *each) for each in zip(membership_anchors(body), body.membership, strict=True))


def _certain(period: Edtf) -> tuple[str, str]:
    """Return the first and the last day on which a membership held for certain; nothing for an end not known."""
    since = period.start.latest if period.is_interval and isinstance(period.start, Moment) else period.earliest
    until = period.end.earliest if period.is_interval and isinstance(period.end, Moment) else period.latest
    return (
        since.isoformat() if isinstance(period.start, Moment) else "",
        until.isoformat() if isinstance(period.end, Moment) else "",
    )


def _group(scene: Scene, anchor: str, each: Membership) -> MemberGroup:
    weight = scene.words("votes_each", n=each.weight) if each.weight > 1 else ""
    seen = scene.words("seen", date=scene.date(each.seen)) if each.seen else ""
    is_dated = isinstance(each.period.start, Moment) or isinstance(each.period.end, Moment) or not seen
    return MemberGroup(
        anchor,
        scene.words(f"role.{each.role.value}"),
        scene.date(each.period) if is_dated else scene.words("start_unknown"),
        "; ".join(part for part in (seen, weight) if part),
        *_certain(each.period),
        scene.members(each.members),
        scene.cite(each.sources),
        scene.remarks(each),
    )
