"""How a member voted: in one sentence, series by series, with whom, and where it belongs. Of states and of people."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from factsheets.content.records.body import Body
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import BodyId, MemberId
from factsheets.content.records.resolution import Basis, Position, Vote
from factsheets.derive import Count, Series
from factsheets.derive.standing import Standing, standing_of, without_right
from factsheets.derive.vote_events import VoteEvent
from factsheets.site.charts.strip import Cell, strip
from factsheets.site.pages.members.agreements import Fellows, fellows
from factsheets.site.pages.shared.addresses import COUNTING
from factsheets.site.pages.shared.lines import Dated, when
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Scene, address_of
from factsheets.site.pages.votes.ballots import event_link
from factsheets.site.pages.votes.changes import comparison_address
from factsheets.site.pages.votes.standings import class_of, kind_of, say_standing, standing


@dataclass(frozen=True, slots=True)
class StandRemark:
    """A position that is not as firm as a recorded one, with who says so."""

    text: str
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How a member voted once.

    `remarks` say what is derived, reported or inferred; `changed` what it did the time before, where that was something
    else, with the link to the comparison of the two votes.
    """

    date: str
    link: Link
    position: str
    kind: str
    remarks: tuple[StandRemark, ...]
    changed: Link | None
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """How a member voted over a series: in one sentence, as a strip, and vote by vote."""

    anchor: str
    sheet: Link
    body: Link
    sentence: str
    chart: Markup
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """All that a member did in votes. `counting` leads to how agreement is counted."""

    answer: str
    attendance: str
    runs: tuple[Run, ...]
    others: tuple[Stand, ...]
    fellows: Fellows | None
    counting: str


def positions(scene: Scene, member: MemberId) -> Positions | None:
    """Return what a member did in votes; None where it never had one."""
    attendance = _attendance(scene, member)
    if not attendance:
        return None
    runs = tuple(run for each in scene.derived.series if (run := _run(scene, each, member)))
    return Positions(
        answer=runs[0].sentence if runs else "",
        attendance=attendance,
        runs=runs,
        others=_others(scene, member),
        fellows=fellows(scene, member),
        counting=scene.href(COUNTING, "agreement"),
    )


def memberships(scene: Scene, member: MemberId) -> tuple[Dated, ...]:
    """Return the bodies and groups a member belongs to, or did, each with its dates."""
    return tuple(
        Dated(
            f"member-{key}",
            scene.date(each.period),
            scene.say(body.name),
            scene.link(BodyId(key)),
            scene.words(f"role_of.{each.role.value}"),
            scene.cite(each.sources),
        )
        for key, body in scene.facts.all(Body).items()
        for each in body.membership
        if member in each.members
    )


def _attendance(scene: Scene, member: MemberId) -> str:
    """Say in how many votes, of those in which it had one, the member took part, was away, or is not known."""
    counts = [count for count in scene.derived.counts.values() if count.is_by_name and member in count.members]
    found = [standing_of(count, member) for count in counts]
    if not found:
        return ""
    cast, away = sum(each.is_cast for each in found), sum(each.is_absent for each in found)
    said = [scene.words("attended", cast=cast, n=len(found))]
    said += [scene.words("stayed_away", n=away)] if away else []
    said += [scene.words("not_known_whether", n=unknown)] if (unknown := len(found) - cast - away) else []
    return " ".join(said)


def _run(scene: Scene, series: Series, member: MemberId) -> Run | None:
    """Return the member's way through a series; None where it had a vote in none of it."""
    steps = [event for name in series.resolutions if (event := scene.final_event(name))]
    standings = [standing_of(event.count, member) for event in steps]
    if all(each is Standing.NONE for each in standings):
        return None
    sheet = scene.facts.one(Factsheet, series.factsheet)
    sheet_link = Link(scene.href(address_of(Factsheet, series.factsheet)), scene.say(sheet.title))
    symbols = [_short(event.resolution.symbol) for event in steps]
    title = scene.words("chart.strip", name=scene.link(member).phrase.text, sheet=sheet_link.phrase.text)
    sentence = _sentence(scene, list(zip(symbols, standings, strict=True)))
    moved = [_moved(standings, steps, place) for place in range(len(steps))]
    cells = [
        Cell(class_of(each), _shortest(symbol), f"{symbol}: {say_standing(scene, each)}", changed=before is not None)
        for each, symbol, before in zip(standings, symbols, moved, strict=True)
    ]
    anchor = f"{series.factsheet}-{series.body}"
    return Run(
        anchor,
        sheet_link,
        scene.link(series.body),
        sentence,
        strip(cells, title, sentence, f"strip-{anchor}"),
        tuple(
            stand(scene, event, member, _change(scene, steps, place, moved[place])) for place, event in enumerate(steps)
        ),
    )


def _short(symbol: str) -> str:
    """Return a symbol as people say it where the body is clear: ES-11/7, 2774, S/2022/155."""
    return symbol.removeprefix("A/RES/").removeprefix("S/RES/").partition(" (")[0]


def _change(scene: Scene, steps: list[VoteEvent], place: int, before: Standing | None) -> Link | None:
    """Return what the member did before, with the link to both votes side by side; None where it did the same."""
    if before is None:
        return None
    address = comparison_address(steps[place - 1].name, steps[place].name)
    return Link(scene.href(address), Phrase(scene.words("changed_from", position=say_standing(scene, before))))


def _shortest(symbol: str) -> str:
    """Return what tells a symbol from the others of its series, where there is room for a few letters only: 11/7."""
    return symbol.removeprefix("S/").rpartition("-")[2]


def _moved(standings: list[Standing], steps: list[VoteEvent], place: int) -> Standing | None:
    """Return what the member did the time before, where that was something else; else None.

    What is not known, and a time at which it was no member, is no change; nor is another vote of the same day.
    """
    now = standings[place]
    if now in {Standing.UNKNOWN, Standing.NONE} or not place or steps[place - 1].count.day == steps[place].count.day:
        return None
    before = standings[place - 1]
    if before in {Standing.UNKNOWN, Standing.NONE} or before is now or (before.is_absent and now.is_absent):
        return None
    return before


def _sentence(scene: Scene, steps: list[tuple[str, Standing]]) -> str:
    """Say what the member did, runs of the same joined: in favour of ES-11/1 to ES-11/6, against ES-11/7."""
    said = []
    for standing_, group in groupby(steps, key=lambda step: step[1]):
        symbols = [symbol for symbol, _ in group]
        few = len(symbols) < 3  # noqa: PLR2004 - two are named, from three on the ends
        joined = scene.words("and") if few else scene.words("to")
        said.append(
            scene.words(f"runs.{standing_.value}", votes=joined.join(symbols if few else symbols[:: len(symbols) - 1]))
        )
    text = ", ".join(said).replace("-", "\u2011")  # a symbol stays on one line
    return f"{text[:1].upper()}{text[1:]}."


def _others(scene: Scene, member: MemberId) -> tuple[Stand, ...]:
    """Return the votes that no series has, the latest first: amendments, motions, and texts on no fact sheet."""
    in_series = {name for each in scene.derived.series for name in each.resolutions}
    found = [
        event
        for event in scene.vote_events()
        if event.count.is_by_name and member in event.count.members and not (event.is_final and event.name in in_series)
    ]
    found.sort(key=lambda event: (when(event.count.day), event.is_on_whole), reverse=True)
    return tuple(stand(scene, event, member, None) for event in found)


def stand(scene: Scene, event: VoteEvent, member: MemberId, changed: Link | None) -> Stand:
    """Return how a member voted once; `changed` as in `Stand`."""
    vote, count = event.vote, event.count
    listed = vote.roll_call and member in count.members
    kind = kind_of(count, member)
    cited = event.resolution.sources_of(vote, member) if kind not in {"unknown", "none"} else ()
    return Stand(
        date=scene.date(count.day),
        link=event_link(scene, event, f"{vote.id}-{member.lower()}" if listed else vote.id),
        position=standing(scene, count, member),
        kind=kind,
        remarks=_remarks(scene, count, vote, member),
        changed=changed,
        receipts=scene.cite(cited),
    )


def _remarks(scene: Scene, count: Count, vote: Vote, member: MemberId) -> tuple[StandRemark, ...]:
    position = count.listed.get(member)
    unlisted = kind_of(count, member) not in {"unknown", "none"}
    derived = vote.basis.get(position) is Basis.DERIVED if position else unlisted
    remarks = [StandRemark(scene.words("derived_position"), ())] if derived else []
    excluded = [each for each in vote.exclusions if member in each.members]
    reasons = ", ".join(scene.words(f"exclusions.{each.reason.value}") for each in excluded)
    for form, group in (("reported_as", vote.reported), ("inferred_as", vote.inferred)):
        for each in group:
            if member in each.members:
                said = scene.words(f"positions_of.{each.position.value}")
                if each.position is Position.NOT_ENTITLED and reasons:
                    said = f"{said} ({reasons})"
                remarks.append(StandRemark(scene.words(form, position=said), scene.cite(each.sources)))
    if member in without_right(count) and reasons:
        receipts = scene.cite(tuple(source for each in excluded for source in each.sources))
        remarks.append(StandRemark(reasons, receipts))
    return tuple(remarks)
