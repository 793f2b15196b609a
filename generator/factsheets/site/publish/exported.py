"""Whether the votes as data say what the pages of the votes say, read back from both as they will be published."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from factsheets.site.exports import POSITIONS, table_of, tree_of, written
from factsheets.site.publish.bars import kind_of
from factsheets.site.publish.faults import Fault

_NUMBERS = re.compile(r"[0-9]+")
_COUNTED = ("yes", "no", "abstain")


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of one vote: each member's position in the lists, how it ended, and the numbers."""

    positions: Mapping[str, str]
    ended: str = ""
    numbers: Mapping[str, tuple[int, ...]] | None = None


def read(document: LexborHTMLParser, stem: str) -> dict[str, Told]:
    """Return what the page of a resolution tells, by the id of the vote."""
    told = {}
    for lists in document.css("div.roll-call[data-vote]"):
        vote = lists.attributes["data-vote"] or ""
        told[vote] = Told({
            (entry.attributes.get("id") or "").removeprefix(f"{vote}-"): section.attributes.get("data-kind") or ""
            for section in lists.css("section.standing")
            for entry in section.css("li")
        })  # fmt: skip
    ended = ""
    for node in document.css("div.ballot,svg.tally"):
        if node.tag == "div":
            ended = kind_of(node, "ballot-")
        elif (title := node.css_first("title")) is not None:
            key = (title.attributes.get("id") or "").removesuffix("-title")
            vote = key.removeprefix(f"tally-{stem}-")
            lists_of = told.get(vote, Told({}))
            told[vote] = Told(lists_of.positions, ended, _rows(node.parent.next if node.parent else None))
    return told


def _rows(node: LexborNode | None) -> dict[str, tuple[int, ...]]:
    while node is not None and node.tag != "table":
        node = node.next
    rows = node.css("tr") if node is not None else []
    keyed = ((row.css_first(".key"), row.css_first("td")) for row in rows)
    return {kind_of(key, "key-"): tuple(map(int, _NUMBERS.findall(cell.text()))) for key, cell in keyed if key and cell}


def faults(tree: Path, stem: str, told: Mapping[str, Told]) -> Iterator[Fault]:
    """Yield where a page and the data of its resolution differ."""
    try:
        data = json.loads((tree / tree_of(stem)).read_bytes())
        rows = _table(tree / table_of(stem))
    except (OSError, ValueError) as error:
        yield Fault("export-differs", f"the data of {stem} cannot be read: {error.__class__.__name__}")
        return
    votes = {each["id"]: each for each in data["votes"]}
    for vote, said in told.items():
        listed = {row["member"].lower(): row for row in rows if row["vote"] == vote}
        if vote not in votes:
            yield Fault("export-differs", f"the vote {vote} is not in the data", vote)
            continue
        found = (*_members(said, listed), *_tree(votes[vote], listed), *_count(said, votes[vote]))
        yield from (Fault("export-differs", f"{vote}: {each}", vote) for each in found)


def whole(tree: Path) -> Iterator[Fault]:
    """Yield where the table of all positions is not made of those of the resolutions."""
    if not (tree / POSITIONS).is_file():
        return
    everything = _table(tree / POSITIONS)
    names = dict.fromkeys(row["resolution"] for row in everything)
    each = [
        row for name in names for row in (_table(tree / table_of(name)) if (tree / table_of(name)).is_file() else ())
    ]
    if each != everything:
        yield Fault("export-differs", "the table of all positions is not that of all resolutions together")


def _table(path: Path) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(path.read_text("utf-8"), newline=""))
    return [{key: written(value) for key, value in row.items()} for row in reader]


def _members(said: Told, rows: Mapping[str, dict[str, str]]) -> Iterator[str]:
    """Compare the lists with the table. Whoever voted by report alone stands beside the lists and not in them."""
    for member in sorted({*said.positions, *rows}) if said.positions else ():
        row = rows.get(member, {"position": "nowhere", "basis": ""})
        page, table = said.positions.get(member), _class(row["position"])
        if page != table and not (page is None and (table == "none" or row["basis"] == "reported")):
            yield f"{member} is {page or 'nowhere'} on the page and {table} in the data"


def _class(position: str) -> str:
    return "not-voting" if position == "absent" else position.replace("_", "-")


def _tree(vote: Mapping[str, Any], rows: Mapping[str, dict[str, str]]) -> Iterator[str]:
    for member, position in vote["positions"].items():
        if rows.get(member.lower(), {}).get("position") != position:
            yield f"{member} is {position} in the tree and something else in the table"


def _count(said: Told, vote: Mapping[str, Any]) -> Iterator[str]:
    if said.numbers is None:
        return
    for kind in _COUNTED:
        least, most = vote["numbers"][kind]
        shown = said.numbers.get(kind, (0,))
        if {*shown} != {least, most} and not (kind not in said.numbers and least == 0):
            yield f"{kind} is {' to '.join(map(str, shown))} on the page and {least} to {most} in the data"
    if said.ended != (vote["computed"]["result"] or "unknown"):
        yield f"it ended as {said.ended} on the page and as {vote['computed']['result']} in the data"
