"""Where each fact stands on its record's page, and what it is called where facts of many records are listed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from factsheets.content.records.base import Record
from factsheets.content.records.body import Body
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import MemberId
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Proposal, Resolution, Unconfirmed, Vote
from factsheets.content.records.statement import Statement
from factsheets.content.records.wording import Wording
from factsheets.content.source.tree import Path
from factsheets.site.pages.members.bodies import membership_anchors, rule_anchors, seat_anchors
from factsheets.site.pages.members.people import office_anchors
from factsheets.site.pages.shared.parts import Phrase, Scene, cut
from factsheets.site.pages.shared.roles import held
from factsheets.site.pages.shared.wordings import kind_of_wording
from factsheets.site.pages.votes.ballots import subject
from factsheets.site.words import language_name


@dataclass(frozen=True, slots=True)
class Place:
    """The anchor of a fact, what kind of fact it is, and its name."""

    anchor: str
    kind: str
    name: Phrase


def place_of(scene: Scene, record: Record, path: Path) -> Place:
    """Return the place of a fact. What has no anchor of its own stands at that of the fact around it, or at the top."""
    match record, path:
        case _, (*around, "conflicts", int(), "values", int()):
            said = scene.say(_within(record, path).value)
            here = place_of(scene, record, tuple(around))
            return Place(here.anchor, scene.words("fact.side"), replace(said, text=cut(said.text)))
        case Resolution(), ("votes", int(index), *within):
            return _of_vote(scene, record, record.votes[index], tuple(within))
        case Resolution(), ("sponsors", *_):
            return Place("document", scene.words("sponsors"), _sponsors(scene, record))
        case _, (str(field), int(index), *_):
            return _of_entry(scene, record, field, index) or _whole(scene)
    return _whole(scene)


def _whole(scene: Scene) -> Place:
    return Place("top", scene.words("fact.page"), Phrase(scene.words("fact.whole")))


def _within(value: Any, path: Path) -> Any:  # noqa: ANN401 - any value of any record
    return reduce(lambda within, step: within[step] if isinstance(step, int) else getattr(within, step), path, value)


def _of_entry(scene: Scene, record: Record, field: str, index: int) -> Place | None:
    """Return the place of an entry of a list; None where the page does not show the list."""
    match record:
        case Factsheet():
            return _of_sheet(scene, record, field, index)
        case Person() if field == "offices":
            office = record.offices[index]
            title = scene.say(office.title)
            name = replace(title, text=f"{title.text}, {held(scene, office)}")
            return Place(office_anchors(scene, record)[index], scene.words("fact.office"), name)
        case Body():
            return _of_body(scene, record, field, index)
        case Resolution() if field in {"amendments", "paragraphs", "motions"}:
            return _of_proposal(scene, record, getattr(record, field)[index])
        case Resolution() | Statement() if field == "wordings":
            return _of_wording(scene, record.wordings, index)
    return None


def _of_sheet(scene: Scene, sheet: Factsheet, field: str, index: int) -> Place | None:
    match field:
        case "misreadings":
            wrong = sheet.misreadings[index]
            return Place(wrong.id, scene.words("fact.misreading"), scene.quoted(cut(wrong.words), wrong.lang))
        case "key_facts" | "open_questions":
            fact = getattr(sheet, field)[index]
            said = scene.say(fact.text)
            return Place(fact.id, scene.words(f"fact.{field}"), replace(said, text=cut(said.text)))
        case "coverage":
            covered = sheet.coverage[index]
            return Place(f"coverage-{covered.id}", scene.words("completeness"), scene.say(covered.subject))
    return None


def _of_body(scene: Scene, body: Body, field: str, index: int) -> Place | None:
    match field:
        case "membership":
            group = body.membership[index]
            name = Phrase(scene.date(group.period))
            return Place(membership_anchors(body)[index], scene.words(f"role.{group.role.value}"), name)
        case "seats":
            seats = body.seats[index]
            name = Phrase(scene.date(seats.period))
            return Place(seat_anchors(body)[index], scene.words("seats", n=seats.number), name)
        case "rules":
            rule = body.rules[index]
            title = scene.say(rule.title)
            name = replace(title, text=f"{title.text} ({scene.say(rule.article).text})")
            return Place(rule_anchors(body)[index], scene.words("rule"), name)
    return None


def _of_vote(scene: Scene, resolution: Resolution, vote: Vote, within: Path) -> Place:
    """Return the place of a vote or of a part of it. The outcome of the final vote stands at the top of the page."""
    title = subject(scene, resolution, vote)
    match within:
        case ("member_sources", str(member), *_):
            anchor = f"{vote.id}-{member.lower()}" if vote.roll_call else vote.id
            return Place(anchor, scene.words("fact.member"), scene.link(MemberId(member)).phrase)
        case ("inferred" | "reported" as how, int(index), *_):
            return Place(vote.id, scene.words(how), _guess(scene, getattr(vote, how)[index]))
        case ("stated", *_):
            return Place("top" if vote is resolution.leading else vote.id, scene.words("outcome"), title)
        case ("roll_call", *_):
            return Place(vote.id, scene.words("roll_call"), title)
    return Place(vote.id, scene.words("vote"), title)


def _guess(scene: Scene, guess: Unconfirmed) -> Phrase:
    names = ", ".join(link.phrase.text for link in scene.members(guess.members))
    return Phrase(cut(f"{names}: {scene.words(f'positions_of.{guess.position.value}')}"))


def _of_proposal(scene: Scene, resolution: Resolution, proposal: Proposal) -> Place:
    """Return the place of an amendment, a paragraph or a motion: the first vote on it."""
    voted = next((vote.id for vote in resolution.votes if proposal.id in vote.on), "top")
    kinds = {"fact.motion": resolution.motions, "fact.paragraph": resolution.paragraphs}
    kind = next((key for key, every in kinds.items() if proposal in every), "fact.amendment")
    return Place(voted, scene.words(kind), scene.say(proposal.title))


def _of_wording(scene: Scene, wordings: tuple[Wording, ...], index: int) -> Place:
    wording = wordings[index]
    kind = kind_of_wording(scene, wording, {each.id: each for each in wordings})
    said = scene.words("original_missing" if wording.missing else f"wording.{kind}")
    return Place(f"wording-{wording.id}", said, Phrase(language_name(wording.lang, scene.words)))


def _sponsors(scene: Scene, resolution: Resolution) -> Phrase:
    sponsors = resolution.sponsors
    if sponsors is None or not sponsors.members:
        return scene.say(sponsors.also) if sponsors and sponsors.also else Phrase(scene.words("unknown"))
    return Phrase(cut(", ".join(link.phrase.text for link in scene.members(sponsors.members))))
