"""Any roll call of the 193 members reads back as it was, in any form; a misspelt name changes one thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factsheets.content.link import Facts
from factsheets.content.link.aliases import aliases
from factsheets.content.records.body import Body
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position, Resolution
from factsheets.content.records.state import State
from factsheets.editing.rollcalls import ReadRollCall, Voters, read, voters_of
from factsheets.editing.rollcalls.model import Why
from tests.rollcalls import writing

Names = Mapping[MemberId, str]

FORMS: Mapping[str, Callable[[writing.Lists, Random], bytes]] = {
    "press.txt": lambda lists, random: writing.press_release(lists, random.randint(20, 120)).encode(),
    "record.txt": lambda lists, random: writing.record(lists, random.randint(20, 120)).encode(),
    "lines.txt": lambda lists, _: writing.under_headings(lists).encode(),
    "answers.txt": lambda lists, _: writing.answers(lists).encode(),
    "comma.csv": lambda lists, _: writing.delimited(lists),
    "semicolon.csv": lambda lists, _: writing.delimited(lists, ";", "cp1252"),
    "unicode.csv": lambda lists, _: writing.delimited(lists, "\t", "utf-16"),
    "book.xlsx": lambda lists, _: writing.workbook_of(lists),
}


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - nothing is kept secret by it


few = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
seeds = st.integers(0, 2**32).map(chance)


def assigned(voters: Voters, random: Random) -> dict[Position, list[MemberId]]:
    lists: dict[Position, list[MemberId]] = {each: [] for each in Position}
    for member in sorted(voters.members):
        lists[random.choice(list(Position))].append(member)
    return lists


def spelt(facts: Facts, voters: Voters, random: Random) -> Names:
    """Return a spelling of each member, whichever it has beside its codes."""
    return {each: random.choice(_spellings(facts, each)) for each in sorted(voters.members)}


def _spellings(facts: Facts, member: MemberId) -> list[str]:
    names = aliases(facts, str(member), facts[member])
    return [each for each in names if len(each) > 3]


def written(lists: Mapping[Position, list[MemberId]], names: Names) -> dict[Position, list[str]]:
    return {position: [names[member] for member in members] for position, members in lists.items()}


def as_lists(roll_call: object) -> dict[Position, list[MemberId]]:
    assert isinstance(roll_call, ReadRollCall), roll_call
    return {position: list(members) for position, members in roll_call.lists.items()}


@pytest.mark.parametrize("form", FORMS)
@few
@given(random=seeds)
def test_any_roll_call_reads_back(facts: Facts, assembly: Voters, form: str, random: Random) -> None:
    lists = assigned(assembly, random)
    roll_call = read(FORMS[form](written(lists, spelt(facts, assembly, random)), random), form, assembly)
    assert as_lists(roll_call) == lists
    assert isinstance(roll_call, ReadRollCall)
    assert (roll_call.unrecognised, roll_call.repeated, roll_call.differences) == ((), (), ())


@few
@given(random=seeds)
def test_any_roll_call_of_the_library_reads_back(facts: Facts, assembly: Voters, random: Random) -> None:
    lists = assigned(assembly, random)
    lists[Position.NOT_VOTING] = sorted(lists[Position.NOT_VOTING] + lists.pop(Position.NOT_ENTITLED))
    names = {each: facts.one(State, each).name_in_records or "" for each in assembly.members}
    roll_call = read(writing.library(written(lists, names)).encode(), "x.txt", assembly)
    assert as_lists(roll_call) == {**lists, Position.NOT_ENTITLED: []}


@pytest.mark.parametrize("form", ["comma.csv", "book.xlsx"])
def test_codes_are_names(facts: Facts, assembly: Voters, form: str) -> None:
    lists = assigned(assembly, chance(1))
    for names in ({each: str(each) for each in assembly.members}, _short(facts, assembly)):
        assert as_lists(read(FORMS[form](written(lists, names), chance(1)), form, assembly)) == lists


def _short(facts: Facts, voters: Voters) -> Names:
    return {each: facts.one(State, each).alpha_2 for each in voters.members}


def test_codes_between_commas_are_names(facts: Facts, assembly: Voters) -> None:
    lists = assigned(assembly, chance(2))
    for names in ({each: str(each) for each in assembly.members}, _short(facts, assembly)):
        assert as_lists(read(FORMS["press.txt"](written(lists, names), chance(2)), "x.txt", assembly)) == lists


@pytest.mark.parametrize("form", FORMS)
@few
@given(random=seeds)
def test_a_misspelt_name_is_reported_and_changes_nothing_else(
    facts: Facts, assembly: Voters, form: str, random: Random
) -> None:
    lists, names = assigned(assembly, random), spelt(facts, assembly, random)
    position = random.choice([each for each in Position if len(lists[each]) > 1])
    member = random.choice(lists[position])
    wrong = _misspelt(names[member], random)
    assume(not assembly.named(wrong))
    data = FORMS[form](written(lists, {**names, member: wrong}), random)
    roll_call = read(data, form, assembly)
    lists[position].remove(member)
    assert as_lists(roll_call) == lists
    assert isinstance(roll_call, ReadRollCall)
    (reported,) = roll_call.unrecognised
    assert (reported.position, reported.why) == (position, Why.UNKNOWN)
    letters = "".join(wrong.split())
    assert "".join(reported.text.split()) in {letters, letters.replace("\u0130", "I")}  # as `writing.delimited` has it


def _misspelt(name: str, random: Random) -> str:
    place = random.choice([index for index, letter in enumerate(name) if letter.isalpha()])
    other = random.choice(["", name[place] * 2, "q", "Q"])
    return name[:place] + other + name[place + 1 :]


def test_the_roll_calls_on_record_read_back(facts: Facts, assembly: Voters) -> None:
    votes = [(each, vote) for each in facts.all(Resolution).values() for vote in each.votes if vote.roll_call]
    names = {each: facts.one(State, each).name_in_records or "" for each in assembly.members}
    assert len(votes) > 10
    for resolution, vote in votes:
        assert vote.roll_call
        voters = _voters(facts, resolution)
        lists = {each: sorted(vote.roll_call.members(each)) for each in Position}
        for name in ("press.txt", "record.txt"):
            roll_call = read(FORMS[name](written(lists, names), chance(3)), name, voters)
            assert as_lists(roll_call) == lists, (resolution.symbol, vote.id)
            assert isinstance(roll_call, ReadRollCall)
            assert (roll_call.unrecognised, roll_call.differences) == ((), ())


def _voters(facts: Facts, resolution: Resolution) -> Voters:
    return voters_of(facts, facts.one(Body, resolution.body), resolution.date)
