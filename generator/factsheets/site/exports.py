"""The votes as data: for each resolution a table and a tree, and one table of all positions. Codes, not names."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from factsheets.content.link import Facts
from factsheets.content.records.base import Fact
from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Basis, Position, Resolution, Stated, Unconfirmed, Vote
from factsheets.content.records.text import Text
from factsheets.derive import Count, Derived
from factsheets.derive.standing import standing_of

POSITIONS = "data/positions.csv"
"""The address of the table of all positions, below the root of the site."""

COLUMNS = (
    "resolution", "symbol", "vote", "date", "member", "position", "basis", "reported", "inferred", "exclusion",
    "sources",
)  # fmt: skip
"""The columns of both tables.

`position` is yes, no, abstain, not_voting, not_entitled, absent (it did not vote or had no right to) or unknown.
`basis` says how it is known: recorded, derived (the remainder of the members), reported (a veto), or empty.
`reported` and `inferred` are positions that no record confirms. `exclusion` is why a member had no right to vote, or
very probably had none: arrears, suspended, credentials, party_to_dispute, interest or other.

A cell that a spreadsheet might run as a formula, or that begins with an apostrophe, has one more apostrophe before it.
"""

_QUOTE = "'"
_STARTS = frozenset("=+-@\N{MINUS SIGN}")
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\"'")
"""Letters and signs that show nothing, and quotes, which programs take away."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def table_of(name: str) -> str:
    """Return the address of the table of one resolution's votes."""
    return f"data/votes/{name}.csv"


def tree_of(name: str) -> str:
    """Return the address of the tree of one resolution's votes."""
    return f"data/votes/{name}.json"


def exports(facts: Facts, derived: Derived) -> dict[str, bytes]:
    """Return every file by its address below the root of the site."""
    files: dict[str, bytes] = {}
    everything: list[tuple[str, ...]] = []
    for name, resolution in facts.all(Resolution).items():
        votes = [(vote, count) for vote in resolution.votes if (count := derived.counts.get((name, vote.id)))]
        rows = [row for vote, count in votes if count.is_by_name for row in _rows(name, resolution, vote, count)]
        everything += rows
        for each in (name, *resolution.former_ids):  # a file of data cannot lead on to another
            files[table_of(each)] = _csv(rows)
            files[tree_of(each)] = _json(_tree(name, resolution, votes, facts.site.first))
    files[POSITIONS] = _csv(everything)
    return files


def _rows(name: str, resolution: Resolution, vote: Vote, count: Count) -> Iterator[tuple[str, ...]]:
    for member in sorted(set(count.members) | set(count.listed)):
        yield (
            name,
            resolution.symbol,
            vote.id,
            count.day.text,
            str(member),
            standing_of(count, member).value,
            _basis(vote, count, member),
            _unconfirmed(vote.reported, member),
            _unconfirmed(vote.inferred, member),
            " ".join(each.reason.value for each in vote.exclusions if member in each.members),
            " ".join(each.source for each in resolution.sources_of(vote, member)),
        )


def _basis(vote: Vote, count: Count, member: MemberId) -> str:
    position = count.listed.get(member)
    if member in count.reported:
        return "reported"
    if position is None:
        return Basis.DERIVED.value if standing_of(count, member).value != "unknown" else ""
    return vote.basis.get(position, Basis.RECORDED).value


def _unconfirmed(groups: tuple[Unconfirmed, ...], member: MemberId) -> str:
    return " ".join(each.position.value for each in groups if member in each.members)


def _tree(name: str, resolution: Resolution, votes: list[tuple[Vote, Count]], first: str) -> dict[str, Any]:
    return {
        "id": name,
        "symbol": resolution.symbol,
        "body": resolution.body,
        "date": resolution.date.text,
        "sources": _sources(resolution),
        "votes": [_vote(vote, count, first) for vote, count in votes],
    }


def _vote(vote: Vote, count: Count, first: str) -> dict[str, Any]:
    outcome = count.outcome
    return {
        "id": vote.id,
        "on": list(vote.on),
        "date": count.day.text,
        "rule": vote.rule,
        "stated": _numbers(vote.stated),
        "computed": {
            "result": outcome.result if outcome else None,
            "reason": outcome.reason if outcome else None,
            "needed": [outcome.needed.least, outcome.needed.most] if outcome and outcome.needed else None,
            "vetoed_by": list(outcome.vetoed_by) if outcome else [],
        },
        "numbers": {each.value: [numbers.least, numbers.most] for each, numbers in count.numbers.items()},
        "positions": {str(each): standing_of(count, each).value for each in sorted(count.members) if count.is_by_name},
        "reported": _groups(vote.reported, first),
        "inferred": _groups(vote.inferred, first),
        "reported_numbers": [
            {**_numbers(each), "why": _text(each.why, first), "sources": _sources(each)}
            for each in vote.reported_numbers
        ],
        "exclusions": [
            {
                "members": list(each.members),
                "reason": each.reason.value,
                "why": _text(each.why, first),
                "sources": _sources(each),
            }
            for each in vote.exclusions
        ],
        "rule_applied": {"by": _text(vote.rule_applied.by, first), "sources": _sources(vote.rule_applied)}
        if vote.rule_applied
        else None,
        "sources": _sources(vote),
    }


def _numbers(stated: Stated) -> dict[str, Any]:
    """Return what is stated or reported: the result, the numbers that are given, and who is said to have vetoed it."""
    numbers = {each.value: number for each in Position if (number := stated.count(each)) is not None}
    present = {} if stated.present is None else {"present": stated.present}
    return {"result": stated.result, **numbers, **present, "vetoed_by": list(stated.vetoed_by)}


def _groups(groups: tuple[Unconfirmed, ...], first: str) -> list[dict[str, Any]]:
    return [
        {
            "position": each.position.value,
            "members": list(each.members),
            "why": _text(each.why, first),
            "sources": _sources(each),
        }
        for each in groups
    ]


def _text(text: Text | None, first: str) -> dict[str, str] | None:
    """Return a text by language; one that names none is in the site's first."""
    return {tag or first: said for tag, said in text.by_language.items()} if text else None


def _sources(fact: Fact) -> list[str]:
    return [str(each.source) for each in fact.sources]


def _csv(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180
    writer.writerow(COLUMNS)
    writer.writerows(tuple(map(harmless, row)) for row in rows)
    return text.getvalue().encode()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe before it if one might.

    Plain numbers stay as they are, negative ones too. A cell that begins with an apostrophe gets another, so that
    one apostrophe at the start is always to be taken away: `written` does.
    """
    if _NUMBER.fullmatch(cell):
        return cell
    return f"{_QUOTE}{cell}" if cell.startswith(_QUOTE) or _starts_formula(cell) else cell


def written(cell: str) -> str:
    """Return what a cell of a table was before it was made `harmless`."""
    return cell.removeprefix(_QUOTE)


def _starts_formula(cell: str) -> bool:
    """Return whether the first character that is seen starts a formula, in any width, or a control character is first.

    Programs pass over spaces and what is invisible, and some read full-width and small forms as the plain ones.
    """
    seen = next((each for each in cell if not _is_passed_over(each)), "")
    return unicodedata.category(cell[:1] or "x") == "Cc" or unicodedata.normalize("NFKC", seen)[:1] in _STARTS


def _is_passed_over(character: str) -> bool:
    return unicodedata.category(character)[0] in "ZCM" or character in _BLANK


def _json(tree: Mapping[str, Any]) -> bytes:
    return (json.dumps(tree, indent=1, ensure_ascii=False) + "\n").encode()
