"""Two votes, or two members, side by side: a page for each pair that matters, and one for any pair."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from factsheets.content.records.body import Body, Role
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Resolution
from factsheets.derive import Count
from factsheets.derive.agreement import ENOUGH, agreement
from factsheets.derive.standing import Standing, standing_of
from factsheets.derive.vote_events import VoteEvent
from factsheets.site.escape import json_in_html
from factsheets.site.exports import POSITIONS
from factsheets.site.pages.members.agreements import Matrix, matrix, say_index
from factsheets.site.pages.shared.lines import when
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of, sorting
from factsheets.site.pages.votes.ballots import event_link
from factsheets.site.pages.votes.changes import comparison_address
from factsheets.site.pages.votes.standings import class_of, kind_of, say_standing, standing


@dataclass(frozen=True, slots=True)
class Chapter:
    """The pairs of one series of votes."""

    sheet: Link
    body: Link
    pairs: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Where readers choose what to compare. `data` is what the script needs, as JSON for HTML."""

    chapters: tuple[Chapter, ...]
    members: tuple[Link, ...]
    matrix: Matrix | None
    data: Markup
    table: Link


@dataclass(frozen=True, slots=True)
class SharedVote:
    """One vote in which both had a vote: what each did, and whether it was the same."""

    date: str
    link: Link
    one: str
    one_kind: str
    other: str
    other_kind: str
    relation: str


@dataclass(frozen=True, slots=True)
class MembersPage:
    """Two members over the votes they share."""

    one: Link
    other: Link
    sentence: str
    votes: tuple[SharedVote, ...]


def permanent_pairs(scene: Scene) -> tuple[tuple[MemberId, MemberId], ...]:
    """Return the pairs of members that are permanent in some body, by name: those that have a page of their own."""
    found = {
        member
        for body in scene.facts.all(Body).values()
        for membership in body.membership
        if membership.role is Role.PERMANENT
        for member in membership.members
    }
    return tuple(combinations(sorted(found), 2))


def compare_page(scene: Scene) -> ComparePage:
    """Return the view from which all comparisons can be reached."""
    pairs = permanent_pairs(scene)
    members = dict.fromkeys(each for pair in pairs for each in pair)
    return ComparePage(
        tuple(_chapters(scene)),
        tuple(_members_link(scene, *pair) for pair in pairs),
        matrix(scene, members, scene.words("chart.heat_title", name=scene.words("role.permanent")), "heat-permanent"),
        _data(scene),
        Link(scene.root(POSITIONS), Phrase(scene.words("downloads.positions"))),
    )


def _chapters(scene: Scene) -> Iterator[Chapter]:
    for each in scene.derived.series:
        sheet = scene.facts.one(Factsheet, each.factsheet)
        yield Chapter(
            Link(scene.href(address_of(Factsheet, each.factsheet)), scene.say(sheet.title)),
            scene.link(each.body),
            tuple(_votes_link(scene, *step) for step in each.steps()),
        )


def _votes_link(scene: Scene, before: str, after: str) -> Link:
    symbols = [scene.facts.one(Resolution, name).symbol for name in (before, after)]
    return Link(scene.href(comparison_address(before, after)), Phrase(" → ".join(symbols)))


def _members_link(scene: Scene, one: MemberId, other: MemberId) -> Link:
    names = " – ".join(scene.link(each).phrase.text for each in (one, other))
    return Link(scene.href(comparison_address(one, other)), Phrase(names))


def members_view(scene: Scene, one: MemberId, other: MemberId) -> MembersPage:
    """Return two members side by side, over all votes that both had: those that count first, of these the latest."""
    casts = scene.derived.casts
    found = agreement(casts[one], casts[other]) if one in casts and other in casts else None
    return MembersPage(
        scene.link(one),
        scene.link(other),
        scene.words(
            "pair_sum",
            n=found.shared,
            same=found.same,
            half=found.half,
            opposite=found.opposite,
            index=say_index(found),
        )
        if found and found.shared
        else scene.words("pair_none"),
        tuple(_shared_vote(scene, one, other, event) for event in _shared(scene, one, other)),
    )


def _shared(scene: Scene, one: MemberId, other: MemberId) -> list[VoteEvent]:
    both = {one, other}
    events = [event for event in scene.vote_events() if event.count.is_by_name and both <= set(event.count.members)]

    def key(event: VoteEvent) -> tuple[bool, tuple[str, str], str]:
        return relation(event.count, one, other) != "uncounted", when(event.count.day), event.name

    return sorted(events, key=key, reverse=True)


def _shared_vote(scene: Scene, one: MemberId, other: MemberId, event: VoteEvent) -> SharedVote:
    count = event.count
    return SharedVote(
        scene.date(count.day),
        event_link(scene, event, event.vote.id),
        standing(scene, count, one),
        kind_of(count, one),
        standing(scene, count, other),
        kind_of(count, other),
        scene.words(f"relations.{relation(count, one, other)}"),
    )


def relation(count: Count, one: MemberId, other: MemberId) -> str:
    """Return how two votes relate, as the index of agreement counts them: same, half, opposite, or not counted."""
    both = standing_of(count, one), standing_of(count, other)
    if not all(each.is_cast for each in both) or count.reported & {one, other}:
        return "uncounted"
    if both[0] is both[1]:
        return "same"
    return "half" if Standing.ABSTAIN in both else "opposite"


_LETTERS = dict(zip(Standing, "ynaxeo?-", strict=True))
_REPORTED = "r"
"""The letter of each standing, and of a vote against that is known from a reported veto only."""


def _letter(count: Count, member: MemberId) -> str:
    return _REPORTED if member in count.reported else _LETTERS[standing_of(count, member)]


def _data(scene: Scene) -> Markup:
    """Return every position as one letter a vote, with the words that the script needs."""
    events = [event for event in scene.vote_events() if event.count.is_by_name]
    events.sort(key=lambda event: (when(event.count.day), event.name))
    members = sorted(
        {member for event in events for member in event.count.members},
        key=lambda each: sorting(scene.link(each).phrase.text),
    )
    tree = {
        "enough": ENOUGH,
        "standings": {letter: [class_of(each), say_standing(scene, each)] for each, letter in _LETTERS.items()}
        | {_REPORTED: [class_of(Standing.NO), scene.words("positions_of.reported_veto")]},
        "votes": [_vote(scene, event) for event in events],
        "members": [
            {
                "id": member,
                "name": scene.link(member).phrase.text,
                "href": scene.link(member).href,
                "positions": "".join(_letter(event.count, member) for event in events),
            }
            for member in members
        ],
        "words": {key: scene.words(f"comparing.{key}") for key in _WORDS}
        | {key: scene.words(f"relations.{key}") for key in ("same", "half", "opposite", "uncounted")}
        | {"pair": scene.words.entries["pair_sum.other"], "none": scene.words("pair_none")},
    }
    return json_in_html(json.dumps(tree, ensure_ascii=True, separators=(",", ":")))


_WORDS = ("one", "other", "before", "after", "vote", "member", "switched", "steady", "unknown", "choose_members",
          "choose_votes")  # fmt: skip
"""The words that the script writes."""


def _vote(scene: Scene, event: VoteEvent) -> dict[str, str]:
    link = event_link(scene, event, event.vote.id)
    return {
        "id": f"{event.name}/{event.vote.id}",
        "symbol": event.resolution.symbol,
        "name": link.phrase.text,
        "date": scene.date(event.count.day),
        "href": link.href,
    }
