"""Two votes, or two members, side by side: a page for each pair that matters, and one for any pair."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from generator.derive import Count
from generator.derive.agreement import ENOUGH, agreement
from generator.derive.standing import Standing, standing_of
from generator.escape import json_in_html
from generator.exports import POSITIONS
from generator.pages.agreements import Matrix, matrix, say_index
from generator.pages.ballots import subject
from generator.pages.changes import comparison_address
from generator.pages.lines import when
from generator.pages.parts import Link, Phrase, Scene, address_of, sorting
from generator.pages.standings import class_of, kind_of, say_standing, standing
from generator.records.body import Body, Role
from generator.records.factsheet import Factsheet
from generator.records.ids import MemberId
from generator.records.resolution import Resolution, Vote


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
    shared = list(_shared(scene, one, other))
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
        tuple(_shared_vote(scene, one, other, *each) for each in shared),
    )


def _shared(scene: Scene, one: MemberId, other: MemberId) -> Iterable[tuple[str, Vote, Count]]:
    found = [
        (name, vote, count)
        for name, resolution in scene.facts.all(Resolution).items()
        for vote in resolution.votes
        if (count := scene.derived.counts.get((name, vote.id)))
        and count.is_by_name
        and {one, other} <= set(count.members)
    ]

    def key(each: tuple[str, Vote, Count]) -> tuple[bool, tuple[str, str], str]:
        count = each[2]
        return relation(count, one, other) != "uncounted", when(count.day), each[0]

    return sorted(found, key=key, reverse=True)


def _shared_vote(  # noqa: PLR0913, PLR0917 - one vote and two members
    scene: Scene, one: MemberId, other: MemberId, name: str, vote: Vote, count: Count
) -> SharedVote:
    resolution = scene.facts.one(Resolution, name)
    what = subject(scene, resolution, vote)
    return SharedVote(
        scene.date(count.day),
        Link(scene.href(address_of(Resolution, name), vote.id), Phrase(f"{resolution.symbol}: {what.text}", what.lang)),
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
    votes = [
        (name, resolution, vote, count)
        for name, resolution in scene.facts.all(Resolution).items()
        for vote in resolution.votes
        if (count := scene.derived.counts.get((name, vote.id))) and count.is_by_name
    ]
    votes.sort(key=lambda each: (when(each[3].day), each[0]))
    members = sorted(
        {member for *_, count in votes for member in count.members},
        key=lambda each: sorting(scene.link(each).phrase.text),
    )
    tree = {
        "enough": ENOUGH,
        "standings": {letter: [class_of(each), say_standing(scene, each)] for each, letter in _LETTERS.items()}
        | {_REPORTED: [class_of(Standing.NO), scene.words("positions_of.reported_veto")]},
        "votes": [
            {
                "id": f"{name}/{vote.id}",
                "symbol": resolution.symbol,
                "name": f"{resolution.symbol}: {subject(scene, resolution, vote).text}",
                "date": scene.date(count.day),
                "href": scene.href(address_of(Resolution, name), vote.id),
            }
            for name, resolution, vote, count in votes
        ],
        "members": [
            {
                "id": member,
                "name": scene.link(member).phrase.text,
                "href": scene.link(member).href,
                "positions": "".join(_letter(count, member) for *_, count in votes),
            }
            for member in members
        ],
        "words": {key: scene.words(f"comparing.{key}") for key in _WORDS}
        | {"pair": scene.words.entries["pair_sum.other"], "none": scene.words("pair_none")},
    }
    return json_in_html(json.dumps(tree, ensure_ascii=True, separators=(",", ":")))


_WORDS = ("one", "other", "before", "after", "vote", "member", "date", "agreement", "same", "half", "opposite",
          "uncounted", "switched", "steady", "unknown", "choose_members", "choose_votes")  # fmt: skip
"""The words that the script writes."""
