"""Where lists begin and end in a text: below headings, or in brackets within a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factsheets.content.records.resolution import CAST, Position
from factsheets.editing.rollcalls.model import Refused
from factsheets.editing.rollcalls.spelling import fold, plain
from factsheets.editing.rollcalls.splitting import Lines, Piece
from factsheets.editing.rollcalls.voters import Voters
from factsheets.editing.rollcalls.wordings import HEADING, heading_alone, heading_position

_LINE = re.compile(r"[^\n]+")
_SHORT = 5
"""A heading of fewer letters counts only at the start of a line or of a sentence."""
_CODE = re.compile(r"\b[A-Z]{2}\b")
_LONGEST = 80
"""Characters of a line that may be a heading."""
_COUNT_ONLY = re.compile(r"[ \t]*(\d{1,6})[ \t]*(?=[|;,.\n]|\Z)")
_IN_BRACKETS = re.compile(
    r"\b(?:(?P<yes>in favou?r)|(?P<no>against|(?:gegen|nein-?)stimmen?)|(?P<abstain>abst[a-z]+|enthaltung(?:en)?))"
    r"\s*\((?P<names>(?:[^()]|\([^()]{0,100}\)){0,6000})\)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A list: what stands below a heading, up to the next one."""

    position: Position
    heading: str
    """The heading's words."""
    number: int | None
    """The number beside it."""
    start: int
    """Where the heading begins."""
    body: Piece
    is_alone: bool = False
    """Whether it has a line to itself, and no colon."""


def blocks(text: str, voters: Voters) -> list[Block]:
    """Return what stands below each heading, else the lists in brackets of a sentence."""
    found = sorted((*_with_colon(text), *_alone(text)), key=lambda each: each.start)
    certain = {each.position for each in found if not _may_be_code(each, voters)}
    found = [each for each in found if not (_may_be_code(each, voters) and each.position in certain)]
    ends = [each.start for each in found] + [len(text)]
    headed = [_until(text, block, end) for block, end in zip(found, ends[1:], strict=True)]
    return headed or list(_in_brackets(text))


def _may_be_code(block: Block, voters: Voters) -> bool:
    return block.is_alone and bool(_CODE.fullmatch(block.heading) and voters.named(block.heading))


def unclear(found: list[Block], text: str, voters: Voters, lines: Lines) -> Refused | None:
    """Return why a line such as `NO`, in a text that has other codes, may be the heading or Norway, or None."""
    codes = {each for each in _CODE.findall(text) if voters.named(each)}
    block = next((each for each in found if _may_be_code(each, voters)), None)
    if not block or not codes - {block.heading}:
        return None
    message = f"{block.heading} may be a heading here, or the code of {voters.named(block.heading)[0]}"
    hint = f"write {block.heading}: with a colon for the heading, the name for the member"
    return Refused(message, hint, lines.at(Piece(block.heading, block.start)))


def second(found: list[Block], lines: Lines) -> Refused | None:
    """Return why a text with two lists for the same position is not one roll call, or None."""
    seen: dict[Position | str, Block] = {}
    for block in found:
        if block.body.text.strip():
            key = block.position if block.position in CAST else fold(block.heading)
            earlier = seen.setdefault(key, block)
            if earlier is not block:
                first, again = (lines.at(Piece(each.heading, each.start)) for each in (earlier, block))
                message = f"a second list begins here for what the list of line {first} is for"
                return Refused(message, "give one vote at a time", again)
    return None


def _with_colon(text: str) -> Iterator[Block]:
    for match in HEADING.finditer(plain(text)):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip(" \t#*_>-•")
        begins = not before or before[-1] in ".;,|)]"
        position = heading_position(match)
        if position and (begins or len(match["words"]) >= _SHORT):
            number = int(match["number"]) if match["number"] else None
            yield Block(position, match["words"], number, match.start(), Piece("", match.end()))


def _alone(text: str) -> Iterator[Block]:
    """Yield headings that have a line to themselves."""
    for match in _LINE.finditer(text):
        if len(match[0]) <= _LONGEST and ":" not in match[0] and (alone := heading_alone(match[0])):
            yield Block(alone[0], match[0].strip(), alone[1], match.start(), Piece("", match.end()), is_alone=True)


def _until(text: str, block: Block, end: int) -> Block:
    """Return a block with what stands up to the next; a number alone is the heading's."""
    start = block.body.start
    match = _COUNT_ONLY.match(text, start, end) if block.number is None else None
    body = Piece(text[match.end() if match else start : end], match.end() if match else start)
    return replace(block, number=int(match[1]) if match else block.number, body=body)


def _in_brackets(text: str) -> Iterator[Block]:
    for match in _IN_BRACKETS.finditer(plain(text)):
        position = next(each for each in CAST if match[each.value])
        body = Piece(text[match.start("names") : match.end("names")], match.start("names"))
        yield Block(position, position.value, None, match.start(), body)
