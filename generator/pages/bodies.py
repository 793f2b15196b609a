"""The page of a body: its votes, rules and members."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.ballots import VoteLine, vote_lines
from generator.pages.lines import Dated, anchors, mentioned_in
from generator.pages.parts import Link, Receipt, Remarks, Scene
from generator.records.body import Body
from generator.records.resolution import Resolution


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Members of a body for a period."""

    anchor: str
    role: str
    period: str
    seen: str
    members: tuple[Link, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body: its votes, rules and members."""

    kind: str
    votes: tuple[VoteLine, ...]
    rules: tuple[Dated, ...]
    groups: tuple[MemberGroup, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def body_page(scene: Scene, name: str, body: Body) -> BodyPage:
    """Return the view of a body."""
    rules = anchors(f"rule {each.id} {each.period.text}" for each in body.rules)
    groups = anchors(f"members {each.role.value} {each.period.text}" for each in body.membership)
    return BodyPage(
        kind=scene.words(f"bodies.{body.classification.value}"),
        votes=vote_lines(scene, mentioned_in(scene, (Body.folder, name), Resolution)),
        rules=tuple(
            Dated(
                anchor,
                scene.date(rule.period),
                scene.say(rule.title),
                None,
                scene.say(rule.article).text,
                scene.cite(rule.sources),
                scene.remarks(rule.note, rule.conflicts),
            )
            for anchor, rule in zip(rules, body.rules, strict=True)
        ),
        groups=tuple(
            MemberGroup(
                anchor,
                scene.words(f"role.{each.role.value}"),
                scene.date(each.period),
                scene.words("seen", date=scene.date(each.seen)) if each.seen else "",
                scene.members(each.members),
                scene.cite(each.sources),
                scene.remarks(each.note, each.conflicts),
            )
            for anchor, each in zip(groups, body.membership, strict=True)
        ),
        receipts=scene.cite(body.sources),
        remarks=scene.remarks(body.note, body.conflicts),
    )
