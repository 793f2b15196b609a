"""The extracts of resolutions that the United Nations publish: one JSON object on each line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factsheets.content.records.resolution import Position
from factsheets.review.lists import symbols
from factsheets.review.lists.flaws import add_once, flaws_of
from factsheets.review.lists.model import Entry, Flaw, Head, Keep, Listed, ListError, ReadList
from factsheets.review.lists.opening import Lines
from factsheets.review.lists.values import day_of, is_none, number_of

LAYOUT = "extract of the General Assembly's resolutions (JSON)"

_LISTS: Mapping[str, Position] = {
    "MS_in_favour": Position.YES,
    "MS_against": Position.NO,
    "MS_abstaining": Position.ABSTAIN,
}
_WITHOUT = "without a vote"
_FORM = 'give it as it is published: {"symbol": "A/RES/…", "adoption_date": "2 March 2022", "MS_in_favour": [], …}'


@dataclass(frozen=True, slots=True)
class _Object:
    """One object, with the line it stands on."""

    values: Mapping[str, Any]
    lines: Lines

    def text(self, name: str) -> str:
        """Return a text; nothing where it is missing or says that nothing is known."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, str | int | float):
            raise self.wrong(name, "a text", "list-line")
        return "" if value is None or is_none(str(value)) else " ".join(str(value).split())

    def names(self, name: str) -> list[str]:
        """Return a list of names."""
        value = self.values.get(name)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(name, "a list of names in brackets", "list-line")
        return value

    def wrong(self, name: str, wanted: str, code: str) -> ListError:
        """Return the refusal of a value, pointing at its name."""
        line = self.lines.row[-1]
        quoted = f'"{name}"'
        column = line.find(quoted)
        if column < 0:
            return self.lines.refusal(code, f"there is no {quoted} in this object", _FORM)
        return self.lines.refusal(code, f"{quoted} is not {wanted}", _FORM, at=(column, len(quoted)))


def read(lines: Lines, keep: Keep) -> ReadList:
    """Read the extract. An entry whose symbol stands there again is compared once, as it stands there first."""
    seen: dict[str, Entry | None] = {}
    without, every = 0, set()
    for each in _objects(lines):
        head = _head(each)
        every.add(symbols.run(head.symbol))
        lines.bound(len(seen), sum(len(found) for name in _LISTS if isinstance(found := each.values.get(name), list)))
        is_new = add_once(seen, head, _entry(each, head) if keep(head) else None)
        without += is_new and head.is_vote is False
    return ReadList(lines.name, LAYOUT, len(seen), without, frozenset(every), tuple(filter(None, seen.values())))


def _objects(lines: Lines) -> Iterator[_Object]:
    for line in lines:
        if line.strip():
            yield _Object(_object(line.rstrip("\r\n"), lines), lines)
        lines.row.clear()


def _object(line: str, lines: Lines) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        message, column = _unread(error)
        raise lines.refusal("list-line", f"this line is no JSON: {message}", _FORM, at=(column, 1)) from error
    if not isinstance(found, dict):
        raise lines.refusal("list-line", "this line is no object in braces", _FORM)
    return found


def _unread(error: ValueError | RecursionError) -> tuple[str, int]:
    """Return why a line cannot be read, and the column, from 0. A long number is an error of Python, not of JSON."""
    if isinstance(error, json.JSONDecodeError):
        return error.msg, error.colno - 1
    return "too deep" if isinstance(error, RecursionError) else "a number in it is too long", 0


def _head(each: _Object) -> Head:
    symbol = each.text("symbol")
    if "symbol" not in each.values:
        raise each.wrong("symbol", "a text", "list-line")
    written = each.text("adoption_date")
    day = day_of(written) if written else None
    if written and not day:
        raise each.wrong("adoption_date", "a day such as 2 March 2022", "list-date")
    subjects = each.values.get("subjects")
    pairs = subjects if isinstance(subjects, list) else []
    terms = " ".join(str(pair[0] if isinstance(pair, list) and pair else pair) for pair in pairs)
    topic = f"{each.text('agenda_item_name')} {terms}"
    drafts = symbols.within(each.text("originating_document"))
    return Head(each.lines.name, each.lines.number, symbol, drafts, day, each.text("title"), topic, _is_vote(each))


def _is_vote(each: _Object) -> bool | None:
    """Tell whether it was voted on: by what is said, by names, or by numbers. Zeros alone say nothing."""
    said = each.text("adoption_type").casefold()
    if _WITHOUT in said:
        return False
    return True if said or any(map(each.names, _LISTS)) or any(_numbers(each).values()) else None


def _numbers(each: _Object) -> dict[Position, int]:
    found = {position: _number(each, f"{name}_count") for name, position in _LISTS.items()}
    return {position: number for position, number in found.items() if number is not None}


def _number(each: _Object, name: str) -> int | None:
    if not (written := each.text(name)):
        return None
    if (number := number_of(written)) is None:
        raise each.wrong(name, "a whole number, or N.A.", "list-number")
    return number


def _entry(each: _Object, head: Head) -> Entry:
    numbers = _numbers(each) if head.is_vote else {}
    line = head.line
    listed = tuple(Listed(name, "", at, line) for field, at in _LISTS.items() for name in each.names(field))
    unsaid = (Flaw(line, ("it does not say whether there was a vote",)),) if head.is_vote is None else ()
    wanted = bool(head.is_vote)
    return Entry(head, numbers, listed, flaws=(*unsaid, *flaws_of(head, numbers, listed, wants_names=wanted)))
