"""Voters who are people, and who of them was a member on the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.content.link import Facts
from factsheets.content.records.body import Body
from factsheets.content.records.dates import parse_edtf
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls import ReadRollCall, Voters, read, voters_of
from factsheets.editing.rollcalls.model import Why
from tests.world import WORLD, lay

PEOPLE = {
    "ada-moe": "name: Ada Moe\n",
    "bo-lund": "name: {en: Bo Lund, de: Bo Lundt}\nfull_name: Bo Erik Lund\nother_names: [B. Lund]\n",
    "ann-berg": "name: Ann Berg\n",
    "ann-berg-2": "name: Ann Berg\nother_names: [Ann Berg the younger]\n",
    "cy-holm": "name: Cy Holm\n",
}
COUNCIL = """\
name: City council
membership:
  - {members: [ada-moe, bo-lund, ann-berg, ann-berg-2], period: 2020/..}
  - {members: [cy-holm], period: 2020/2023}
rules:
  - id: simple
    title: Simple majority
    period: 2020/..
    majority: {more_than: 1/2, of: present_and_voting}
    article: Article 1
sources: [record]
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    root: Path = tmp_path_factory.mktemp("council")
    kept = {name: WORLD[name] for name in ("site.yaml", "sources/record.yaml")}
    people = {f"people/{name}.yaml": f"{text}sources: [record]\n" for name, text in PEOPLE.items()}
    return pipeline.check(lay(root, world={**kept, **people, "bodies/city.yaml": COUNCIL})).facts


@pytest.fixture(scope="module")
def council(facts: Facts) -> Voters:
    return voters_of(facts, facts.one(Body, "city"), parse_edtf("2024-05-06"))


def taken(text: str, voters: Voters) -> ReadRollCall:
    roll_call = read(text.encode(), "minutes.txt", voters)
    assert isinstance(roll_call, ReadRollCall)
    return roll_call


@pytest.mark.parametrize("name", ["Bo Lund", "BO LUNDT", "Bo Erik Lund", "B. Lund", "Lund, Bo", "Lund Bo", "bo-lund"])
@pytest.mark.parametrize("form", ["Dafür\n{}\nMoe, Ada", "{}: dafür\nAda Moe: Ja", "Name;Stimme\n{};Ja\nAda Moe;Ja"])
def test_people_by_their_names(council: Voters, form: str, name: str) -> None:
    roll_call = taken(form.format(name), council)
    assert (roll_call.lists[Position.YES], roll_call.unrecognised) == (("ada-moe", "bo-lund"), ())


def test_a_shared_name_is_reported_and_nobody_chosen(council: Voters) -> None:
    (shared,) = taken("Dafür\nAnn Berg\nAda Moe", council).unrecognised
    assert (shared.why, shared.guesses, shared.line) == (Why.AMBIGUOUS, ("ann-berg", "ann-berg-2"), 2)
    assert taken("Dafür\nAnn Berg the younger", council).lists[Position.YES] == ("ann-berg-2",)


def test_a_member_without_a_file_is_nobody_who_could_be_named(facts: Facts) -> None:
    body = facts.one(Body, "city")
    strangers = (body.membership[0].model_copy(update={"members": (MemberId("di-dahl"), MemberId("ada-moe"))}),)
    council = voters_of(facts, body.model_copy(update={"membership": strangers}), parse_edtf("2024-05-06"))
    assert council.members == {"ada-moe"}


def test_who_was_no_member_on_the_day_is_reported(facts: Facts, council: Voters) -> None:
    (left,) = taken("Dafür: Cy Holm, Ada Moe", council).unrecognised
    assert (left.why, left.guesses, left.position) == (Why.NOT_A_MEMBER, ("cy-holm",), Position.YES)
    before = voters_of(facts, facts.one(Body, "city"), parse_edtf("2022-01-01"))
    assert taken("Dafür: Cy Holm, Ada Moe", before).lists[Position.YES] == ("ada-moe", "cy-holm")
