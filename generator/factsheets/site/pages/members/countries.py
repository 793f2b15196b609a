"""Find your country: how every member voted on each of a fact sheet's votes, in one table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factsheets.content.link.aliases import aliases
from factsheets.content.records.ids import ResolutionId
from factsheets.content.records.resolution import Position, Resolution
from factsheets.derive.vote_events import VoteEvent
from factsheets.site.pages.shared.parts import Link, Phrase, Scene, address_of, sorting
from factsheets.site.pages.votes.standings import class_of, kind_of, standing

NO_VOTE = "none"
"""The class of a member that did not belong to the body."""

MANY = 30
"""From so many rows on, initials lead through the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """One vote: the end of its symbol, which tells it from the others, and the link to it."""

    link: Link
    short: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What a member did in one vote: its class, and in words."""

    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Country:
    """A member and its positions, one for each column."""

    anchor: str
    link: Link
    names: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A mark and what it means."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class CountryTable:
    """All members that had a vote, by name. `letters` lead to the first row of each initial, where there are many."""

    columns: tuple[Column, ...]
    keys: tuple[Key, ...]
    letters: tuple[Link, ...]
    rows: tuple[Country, ...]


def country_table(scene: Scene, names: Iterable[ResolutionId]) -> CountryTable | None:
    """Return the table of the final votes on these resolutions; None where no vote has members."""
    events = [event for name in names if (event := scene.final_event(name))]
    members = {member for event in events for member in event.count.members}
    if not members:
        return None
    columns = tuple(_column(scene, event) for event in events)
    rows = [
        Country(
            f"country-{member.lower()}",
            scene.link(member),
            aliases(scene.facts, member, scene.facts[member]),
            tuple(Cell(kind_of(event.count, member), standing(scene, event.count, member)) for event in events),
        )
        for member in members
    ]
    rows.sort(key=lambda row: (sorting(row.link.phrase.text), row.anchor))
    return CountryTable(columns, _keys(scene, rows), _letters(rows) if len(rows) > MANY else (), tuple(rows))


def _letters(rows: list[Country]) -> tuple[Link, ...]:
    """Return each initial with the link to the first row that has it."""
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(sorting(row.link.phrase.text)[:1].upper(), row.anchor)
    return tuple(Link(f"#{anchor}", Phrase(letter)) for letter, anchor in first.items())


def _column(scene: Scene, event: VoteEvent) -> Column:
    symbol = event.resolution.symbol
    short = symbol.removeprefix("A/RES/").removeprefix("S/RES/")
    return Column(Link(scene.href(address_of(Resolution, event.name), event.vote.id), Phrase(symbol)), short)


def _keys(scene: Scene, rows: list[Country]) -> tuple[Key, ...]:
    """Return what each mark in use means: in the words of its cells where they all agree, else in general."""
    said: dict[str, set[str]] = {}
    for row in rows:
        for cell in row.cells:
            said.setdefault(cell.kind, set()).add(cell.says)
    general = {class_of(each): scene.words(f"positions_of.{each.value}") for each in Position}
    general |= {
        "not-voting": scene.words("positions_of.absent"),
        "unknown": scene.words("positions_of.unknown"),
        NO_VOTE: scene.words("positions_of.none"),
    }
    return tuple(
        Key(kind, next(iter(said[kind])) if len(said[kind]) == 1 else name)
        for kind, name in general.items()
        if kind in said
    )
