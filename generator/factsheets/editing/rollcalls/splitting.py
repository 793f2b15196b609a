"""From the text below a heading to names. A list is torn only where every part is the name of a voter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from factsheets.content.records.ids import MemberId
from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls.model import Mention, Unrecognised
from factsheets.editing.rollcalls.spelling import bare, fold
from factsheets.editing.rollcalls.voters import LONGEST, Voters
from factsheets.editing.rollcalls.wordings import NOBODY

_PART = re.compile(r"(?:\([^()]{0,100}\)|[^,;•|])+")
"""What stands between commas, semicolons and bullets; one in closed brackets divides nothing."""
_SENTENCE = re.compile(r".+?(?:(?<!\bSt)\.(?=[ \t]*\n)|\Z)", re.DOTALL)
LINE = re.compile(r"[^\n]*[^\s][^\n]*")
"""A line that is not blank."""
_AND = re.compile(r"(?<=\s)(?:and|und|&)(?=\s)")
_WEAK = re.compile(rf"\n|\t|[ ]{{2,}}|\.\s|{_AND.pattern}")
"""What divides names in some lists and is part of a name in others."""
_LEADING = re.compile(r"\s*(?:(?:and|und|&)\s+)?")
_SECOND_HALF = re.compile(r"\bof(?:\s+the)?[\s.]*\Z", re.IGNORECASE)
"""How `Republic of` ends in `Korea, Republic of`; with brackets around it, it needs no joining."""
_MOST_WEAK = 30
"""How many places of one piece are tried. More of them are no list."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text, and the offset at which it starts."""

    text: str
    start: int

    def part(self, start: int, end: int) -> Piece:
        """Return a stretch of this one."""
        return Piece(self.text[start:end], self.start + start)

    def parts(self, pattern: re.Pattern[str]) -> Iterator[Piece]:
        """Return the stretches of this one that match."""
        return (self.part(*match.span()) for match in pattern.finditer(self.text))


class Lines:
    """The lines of a text, by offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def at(self, piece: Piece) -> int:
        """Return the line on which the first letter of a piece stands."""
        blank = len(piece.text) - len(piece.text.lstrip())
        return bisect_right(self._starts, piece.start + blank)


def names(block: Piece, position: Position, voters: Voters, lines: Lines) -> Iterator[Mention | Unrecognised]:
    """Yield what stands in a list: its members, and whatever is no member's name."""
    for piece in (part for whole in _pieces(block, voters) for part in _around_and(whole, voters)):
        found = _members(piece, voters)
        for part, member in found:
            yield Mention(member, position, lines.at(part), bare(part.text))
        if not found and fold(piece.text) not in NOBODY:
            yield voters.unrecognised(_tidy(piece.text), lines.at(piece), position)


def _around_and(piece: Piece, voters: Voters) -> list[Piece]:
    """Divide a piece at an `and` beside a member, so that a misspelt name takes no other along.

    `Bosnia and Herzegowina` stays whole, though Bosnia is a name: another name begins so.
    """
    done: list[Piece] = []
    waiting = [piece]
    while waiting:
        each = waiting.pop()
        parts = _divided(each, voters)
        done += [] if parts else [each]
        waiting += parts[::-1]
    return done


def _divided(piece: Piece, voters: Voters) -> list[Piece]:
    """Return what stands before and behind the first `and` that is beside a member; nothing if there is none."""
    if _members(piece, voters):
        return []
    for place in _AND.finditer(piece.text):
        if place.start() > LONGEST and place.end() < len(piece.text) - LONGEST:
            continue  # neither side is a name, and to look would take the square of the length
        head, tail = piece.part(0, place.start()), piece.part(place.end(), len(piece.text))
        if _begins_no_name(head.text, place[0], voters) or _ends_no_name(place[0], tail.text, voters):
            return [head, tail]
    return []


def _begins_no_name(head: str, joint: str, voters: Voters) -> bool:
    """Tell whether a text is the name of a member, and no longer name begins with it and `and`."""
    if not voters.only(head):
        return False
    begins = f"{fold(head)} {fold(joint)} "
    return not any(each.startswith(begins) for each in voters.spellings)


def _ends_no_name(joint: str, tail: str, voters: Voters) -> bool:
    """Tell whether a text is the name of a member, and no longer name ends with `and` and it."""
    if not voters.only(tail):
        return False
    ends = f" {fold(joint)} {fold(tail)}"
    return not any(each.endswith(ends) for each in voters.spellings)


def _pieces(block: Piece, voters: Voters) -> Iterator[Piece]:
    """Yield the pieces of a list: its lines where each has a name of its own, else what stands between commas."""
    for piece in _joined(list(block.parts(LINE)), voters) if _is_by_line(block, voters) else [block]:
        for part in [piece] if voters.named(piece.text) else _between_commas(piece, voters):
            yield from [part] if voters.named(part.text) else part.parts(_SENTENCE)


def _between_commas(piece: Piece, voters: Voters) -> Iterator[Piece]:
    """Yield what stands between commas; a name with its second half first, `Korea, Republic of`, in one."""
    waiting: Piece | None = None
    for part in piece.parts(_PART):
        if waiting and not voters.named(part.text):
            start, end = waiting.start - piece.start, part.start - piece.start + len(part.text)
            both = piece.part(start, end)
            if len(both.text) <= LONGEST and (_SECOND_HALF.search(part.text) or voters.named(both.text)):
                waiting = both
                continue
        if waiting:
            yield waiting
        waiting = part
    if waiting:
        yield waiting


def _is_by_line(block: Piece, voters: Voters) -> bool:
    """Tell whether a list has one name on each line, and does not only break where a line is full.

    A comma at the end of a line divides the list, whatever stands before it.
    """
    lines = [each.text.strip() for each in block.parts(LINE)]
    alone = [each for each in lines if voters.named(each) and each[-1] not in ",;"]
    divided = [each for each in lines if re.search("[,;]", each) and each not in alone]
    begins_below = not block.text.partition("\n")[0].strip()
    return begins_below and len(alone) > len(divided)


def _joined(lines: list[Piece], voters: Voters) -> Iterator[Piece]:
    """Yield lines, one with the next where it ends in a hyphen, or is no name and both together are one."""
    waiting: Piece | None = None
    for line in lines:
        both = Piece(f"{waiting.text}\n{line.text}", waiting.start) if waiting else line
        goes_on = waiting and waiting.text.rstrip().endswith("-") and len(both.text) <= LONGEST
        if waiting and not (goes_on or voters.named(both.text)):
            yield waiting
            both = line
        waiting = both
        if voters.named(both.text) and not both.text.rstrip().endswith("-"):
            yield both
            waiting = None
    if waiting:
        yield waiting


def _members(piece: Piece, voters: Voters) -> list[tuple[Piece, MemberId]]:
    """Return the members a piece names: the one, or several without a comma if each part is the name of one."""
    piece = piece.part(_after_joining(piece.text), len(piece.text))
    if member := voters.only(piece.text):
        return [(piece, member)]
    places = list(islice(_WEAK.finditer(piece.text), _MOST_WEAK + 1))
    if not places or len(places) > _MOST_WEAK or voters.named(piece.text):
        return []
    for place in reversed(places):
        head, tail = piece.part(0, place.start()), piece.part(place.end(), len(piece.text))
        if (member := voters.only(head.text)) and (rest := _members(tail, voters)):
            return [(head, member), *rest]
    return []


def _after_joining(text: str) -> int:
    match = _LEADING.match(text)
    return match.end() if match and text[match.end() :].strip() else 0


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(",;").removesuffix(".")
