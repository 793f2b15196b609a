"""Roll calls as texts: press releases, verbatim records, minutes, lists, and the lines of the Digital Library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls.headings import Block, blocks, second, unclear
from factsheets.editing.rollcalls.model import Mention, Passed, Reading, Refused, Stated, Unrecognised, Why
from factsheets.editing.rollcalls.spelling import bare, fold
from factsheets.editing.rollcalls.splitting import LINE, Lines, Piece, names
from factsheets.editing.rollcalls.tallies import tallies
from factsheets.editing.rollcalls.voters import Voters
from factsheets.editing.rollcalls.wordings import LETTERS, NO_NUMBERS, position_of, vote_of

_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_GAP = re.compile(r"( {40}) +")
"""Wider gaps say no more than this, and what looks for their ends would need the square of their width."""
_UNSEEN = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]")
_ANSWER = re.compile(r"(?P<name>.+?)(?:\s*(?P<mark>[:=\t|])\s*|\s+[-–—]+\s+)(?P<vote>[^:=\t|]+?)\s*[.;,]?\s*")
_LETTERED = re.compile(r"\s*(?P<letter>[YNAX])\s+(?P<name>\S.*)")
_PARTICLES = frozenset(
    {"of", "and", "the", "de", "da", "do", "la", "le", "von", "van", "und", "der", "die", "du", "del"}
)
_RUNNING = 3
"""So many words in small letters, particles aside, are no name but a sentence."""
_LONGEST = 300
"""Characters of a line with one name and one vote."""
_LIBRARY = 2
"""So many lines with a letter and a name are the Digital Library's."""

Found = Mention | Unrecognised | Passed


def tidy(text: str) -> str:
    """Return a text with one kind of line break and of space, no wide gap, and every letter composed."""
    text = _GAP.sub(r"\1", _SPACES.sub(" ", _BREAKS.sub("\n", text)))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def lists_in(text: str, voters: Voters) -> Reading | Refused:
    """Return what a tidy text says, or why that cannot be told."""
    lines = Lines(text)
    if _is_library(text, voters):
        return _library(text, voters, lines)
    if coded := _coded(text, voters, lines):
        return coded
    answers, rest = _answers(text, voters, lines)
    lists = blocks(rest, voters)
    if refused := unclear(lists, rest, voters, lines) or second(lists, lines):
        return refused
    found = [*answers, *_listed(lists, voters, lines), *_outside(rest, lists, voters, lines)]
    return _reading(found, _headed(lists, lines), text)


def _reading(found: Iterable[Found], headed: Stated | None, text: str) -> Reading:
    found = sorted(found, key=lambda each: each.line)
    return Reading(
        tuple(each for each in found if isinstance(each, Mention)),
        tuple(each for each in found if isinstance(each, Unrecognised)),
        headed,
        tuple(tallies(text)),
        tuple(each for each in found if isinstance(each, Passed)),
    )


def _headed(lists: list[Block], lines: Lines) -> Stated | None:
    numbers = {each.position: each.number for each in lists if each.number is not None}
    first = next((each for each in lists if each.number is not None), None)
    return Stated(numbers, lines.at(Piece(first.heading, first.start))) if first else None


def _answers(text: str, voters: Voters, lines: Lines) -> tuple[list[Found], str]:
    """Return the lines `name: yes`, and the text with white space in their place."""
    found: list[Found] = []
    kept = list(text)
    for line in Piece(text, 0).parts(LINE):
        match = _name_and_vote(line.text)
        if match and (answer := _answer(match, voters, lines.at(line))):
            found.append(answer)
            kept[line.start : line.start + len(line.text)] = " " * len(line.text)
    return found, "".join(kept)


def _name_and_vote(line: str) -> re.Match[str] | None:
    return _ANSWER.fullmatch(line) if len(line) <= _LONGEST else None


def _answer(match: re.Match[str], voters: Voters, line: int) -> Found | None:
    """Return what `name: yes` says: None where it is no such line, nobody listed where the vote is not understood."""
    name = match["name"]
    position = vote_of(match["vote"]) if voters.named(name) else position_of(match["vote"])
    if position and (voters.named(name) or not position_of(bare(name))):
        return _named(name, position, voters, line)
    if voters.only(name) and match["mark"] and not position and not re.search("[,;]", match["vote"]):
        return Unrecognised(match[0].strip(), line, None, Why.NO_POSITION, voters.named(name))
    return None


def _coded(text: str, voters: Voters, lines: Lines) -> Refused | None:
    """Return a refusal for a line such as `Norway: 1`, or None."""
    for line in Piece(text, 0).parts(LINE):
        match = _name_and_vote(line.text)
        if match and match["vote"].isdigit() and voters.only(match["name"]):
            return Refused("a number stands here for a vote", NO_NUMBERS, lines.at(line))
    return None


def _named(name: str, position: Position, voters: Voters, line: int) -> Mention | Unrecognised:
    member = voters.only(name)
    return Mention(member, position, line, bare(name)) if member else voters.unrecognised(bare(name), line, position)


def _listed(lists: list[Block], voters: Voters, lines: Lines) -> Iterator[Found]:
    for block in lists:
        end = _end(block.body, voters)
        yield from names(block.body.part(0, end), block.position, voters, lines)
        yield from _unheaded(block.body.part(end, len(block.body.text)), voters, lines)


def _end(body: Piece, voters: Voters) -> int:
    """Return where a list ends: at its first line, after the heading's own, that is running text."""
    first = body.text.partition("\n")[0]
    after = len(first) if first.strip() else len(body.text) - len(body.text.lstrip())
    running = (line for line in body.parts(LINE) if line.start >= body.start + after and _runs(line.text, voters))
    return next((line.start - body.start for line in running), len(body.text))


def _runs(line: str, voters: Voters) -> bool:
    """Tell whether a line is running text: small words that are no particles, and no member between its commas."""
    small = [word for word in re.findall(r"\b[^\W\d_]+\b", line) if word.islower() and word not in _PARTICLES]
    return len(small) >= _RUNNING and not any(voters.named(part) for part in re.split("[,;]", line))


def _outside(text: str, lists: list[Block], voters: Voters, lines: Lines) -> Iterator[Found]:
    """Yield what stands before the first list, or around those in brackets."""
    spans = [(each.start, each.body.start + len(each.body.text)) for each in lists]
    start = 0
    for begin, end in [*spans, (len(text), len(text))]:
        yield from _unheaded(Piece(text[start:begin], start), voters, lines)
        start = max(start, end)


def _unheaded(piece: Piece, voters: Voters, lines: Lines) -> Iterator[Found]:
    """Yield the lines of a stretch that is no list: names that stand alone, and running text."""
    for line in piece.parts(LINE):
        parts = [part for part in re.split("[,;]", line.text) if part.strip(" .")]
        if voters.named(line.text):
            parts = [line.text]
        if parts and all(voters.named(part) for part in parts):
            for part in parts:
                yield Unrecognised(bare(part), lines.at(line), None, Why.NO_POSITION, voters.named(part))
        elif fold(line.text):
            yield Passed(line.text.strip(), lines.at(line))


def _is_library(text: str, voters: Voters) -> bool:
    matches = (_LETTERED.fullmatch(line) for line in text.split("\n"))
    return sum(1 for match in matches if match and voters.named(match["name"])) >= _LIBRARY


def _library(text: str, voters: Voters, lines: Lines) -> Reading:
    """Return lines of a letter and a name; the Library leaves the letter out where a member did not vote."""
    found: list[Found] = []
    totals = list(text)
    for line in Piece(text, 0).parts(LINE):
        match = _LETTERED.fullmatch(line.text)
        name = match["name"] if match else line.text
        if match or (line.text.isupper() and ":" not in line.text) or voters.named(name):
            position = LETTERS[match["letter"].lower()] if match else Position.NOT_VOTING
            found.append(_named(name, position, voters, lines.at(line)))
            totals[line.start : line.start + len(line.text)] = " " * len(line.text)
    rest = "".join(totals)
    lists = blocks(rest, voters)
    found += [each for each in _outside(rest, [], voters, lines) if isinstance(each, Passed)]
    return _reading(found, _headed(lists, lines), text)
