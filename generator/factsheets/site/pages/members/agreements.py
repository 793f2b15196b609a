"""With whom a member votes: the index of agreement, never without the numbers behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from markupsafe import Markup

from factsheets.content.records.ids import MemberId
from factsheets.derive.agreement import ENOUGH, Agreement, agreement
from factsheets.site.charts.heat import heat_map
from factsheets.site.pages.shared.addresses import COMPARISONS
from factsheets.site.pages.shared.parts import Link, Scene, sorting

SHOWN = 8
"""How many members are named at each end of the scale."""

LARGEST = 30
"""Up to how many members a table of all pairs can be read."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A member, and how often another voted as it did. `compare` leads to the two side by side."""

    link: Link
    compare: str
    percent: str
    same: int
    half: int
    opposite: int
    shared: int


@dataclass(frozen=True, slots=True)
class Fellows:
    """Those with whom a member votes most and least. `more` counts the others that are level with the last one."""

    most: tuple[Pair, ...]
    more_most: str
    least: tuple[Pair, ...]
    more_least: str
    too_few: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """All pairs of some members: as a chart, and row by row."""

    chart: Markup
    heads: tuple[str, ...]
    rows: tuple[tuple[Link, tuple[str, ...]], ...]
    note: str


def percent(index: Fraction) -> int:
    """Return an index from 0 to 1 in percent, rounded half up."""
    return int(index * 100 + Fraction(1, 2))


def fellows(scene: Scene, member: MemberId) -> Fellows | None:
    """Return with whom a member votes most and least; None where it shares enough votes with nobody."""
    casts = scene.derived.casts
    mine = casts.get(member)
    if mine is None:
        return None
    found = {other: agreement(mine, cast) for other, cast in casts.items() if other != member}
    known = [(index, other) for other, each in found.items() if (index := each.index) is not None]
    if not known:
        return None
    names = {other: sorting(scene.link(other).phrase.text) for _, other in known}
    most = sorted(known, key=lambda each: (-each[0], -found[each[1]].shared, names[each[1]]))
    least = sorted(known, key=lambda each: (each[0], -found[each[1]].shared, names[each[1]]))
    return Fellows(
        tuple(_pair(scene, member, other, found[other]) for _, other in most[:SHOWN]),
        _level(scene, most),
        tuple(_pair(scene, member, other, found[other]) for _, other in least[:SHOWN]),
        _level(scene, least),
        scene.words("too_few", n=len(found) - len(known), enough=ENOUGH) if len(found) > len(known) else "",
    )


def _level(scene: Scene, ranked: list[tuple[Fraction, MemberId]]) -> str:
    """Say how many more have the same index as the last one shown."""
    shown = ranked[:SHOWN]
    more = sum(index == shown[-1][0] for index, _ in ranked[SHOWN:])
    return scene.words("more_level", n=more, percent=percent(shown[-1][0])) if more else ""


def _pair(scene: Scene, member: MemberId, other: MemberId, found: Agreement) -> Pair:
    return Pair(
        scene.link(other),
        f"{scene.href(COMPARISONS)}?members={member},{other}",
        say_index(found),
        found.same,
        found.half,
        found.opposite,
        found.shared,
    )


def say_index(found: Agreement) -> str:
    """Return the index in percent; a dash where two share too few votes."""
    return f"{percent(found.index)} %" if found.index is not None else "–"


def matrix(scene: Scene, members: Iterable[MemberId], title: str, name: str) -> Matrix | None:
    """Return the agreement of all pairs of members; None where they are too many, or no two share enough votes."""
    casts = scene.derived.casts
    known = sorted(each for each in members if each in casts)
    pairs = {
        (one, other): agreement(casts[known[one]], casts[known[other]])
        for one, other in combinations(range(len(known)), 2)
    }
    if len(known) > LARGEST or not any(each.index is not None for each in pairs.values()):
        return None
    values = {
        place: None if each.index is None else percent(each.index)
        for (one, other), each in pairs.items()
        for place in ((one, other), (other, one))
    }
    links = scene.links(known)
    labels = [(str(each), link.phrase.text) for each, link in zip(known, links, strict=True)]
    said = scene.words("chart.heat", number=len(known))
    rows = tuple(
        (link, tuple(_cell(pairs, row, column) for column in range(len(known)))) for row, link in enumerate(links)
    )
    chart = heat_map(labels, values, title, said, name, scene.words("too_few_mark"))
    return Matrix(chart, tuple(str(each) for each in known), rows, scene.words("matrix_note", enough=ENOUGH))


def _cell(pairs: dict[tuple[int, int], Agreement], row: int, column: int) -> str:
    """Return one cell of the table: the percentage, and of how many votes."""
    if row == column:
        return ""
    found = pairs[min(row, column), max(row, column)]
    return f"{percent(found.index)} % / {found.shared}" if found.index is not None else f"– / {found.shared}"
