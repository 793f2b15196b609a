"""Reports in sections, for a terminal and for GitHub: our own words, and what content says kept apart from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from factsheets.diagnostics.markdown import code as code_span
from factsheets.diagnostics.markdown import cut
from factsheets.diagnostics.report import shown


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are not our own, which may be anything. `is_name` where they are what something is called."""

    text: str
    is_name: bool = False


Line: TypeAlias = tuple[str | Said, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line about something, and what was there and is there now, where that is too long for the line."""

    about: Said | None
    line: Line
    shift: tuple[str | None, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind. `is_grave` where nobody may miss them."""

    title: str
    items: tuple[Item, ...]
    is_grave: bool = False


Write = Callable[[str | Said], str]

LONGEST = 60_000
"""Characters of a comment; GitHub refuses one of more than 65536."""
_ITEMS, _GRAVE = 40, 20
"""Lines of one section that a comment shows: of those folded away, and of those that are not."""
_ROOM = 10_000
"""Characters of one section that is not folded away."""
_TEXT, _COMMENT = 600, 240
"""Characters of a long value that a terminal and a comment show."""
_AROUND = 60
"""Characters that are shown before the first difference of long texts."""


def as_text(head: tuple[Line, ...], sections: tuple[Section, ...]) -> str:
    """Return a report for a terminal: some lines that say what it comes to, then its sections."""
    lines = [line_of(each, plain) for each in head]
    for section in sections:
        lines += ["", section.title, *_grouped(section)]
    return "\n".join(lines) + "\n"


def _grouped(section: Section) -> Iterator[str]:
    """Yield the lines of a section; several about one record stand below its name."""
    before: Said | None = None
    for index, each in enumerate(section.items):
        after = section.items[index + 1].about if index + 1 < len(section.items) else None
        is_one_of_many = each.about is not None and each.about in {before, after}
        if is_one_of_many and each.about != before and each.about:
            yield f"  {plain(each.about)}"
        indent = "    " if is_one_of_many else "  "
        name = "" if is_one_of_many or each.about is None else f"{plain(each.about)}: "
        yield indent + name + line_of(each.line, plain)
        yield from (f"{indent}  {word}: {plain(Said(text))}" for word, text in _shift(each, _TEXT))
        before = each.about


def plain(part: str | Said) -> str:
    """Return words for a terminal, which nothing in them commands."""
    if isinstance(part, str):
        return part
    text = shown(" ".join(part.text.split()))
    return f"“{text}”" if part.is_name else text


def as_markdown(head: tuple[Line, ...], sections: tuple[Section, ...], room: int = LONGEST) -> str:
    """Return a report as Markdown for one comment: what counts first, the rest folded away, cut where too long.

    All that content says stands in code spans.
    """
    text = "\n\n".join(line_of(each, code) for each in head) + "\n"
    for section in sections:
        left = room - len(text) - 200 * len(sections)
        text += "".join(_open(section, min(left, _ROOM)) if section.is_grave else _folded(section, left))
    return text


def _open(section: Section, room: int) -> Iterator[str]:
    yield f"\n**{section.title}**\n\n"
    yield from _bullets(section.items, _GRAVE, room)


def _folded(section: Section, room: int) -> Iterator[str]:
    yield f"\n<details><summary>{section.title} ({len(section.items)})</summary>\n\n"
    yield from _bullets(section.items, _ITEMS, room)
    yield "\n</details>\n"


def _bullets(items: tuple[Item, ...], most: int, room: int) -> Iterator[str]:
    """Yield as many lines as there is room for, and how many are left out."""
    for number, each in enumerate(items):
        bullet = _bullet(each)
        room -= len(bullet)
        if number == most or room < 0:
            yield f"- … and {len(items) - number} more\n"
            return
        yield bullet


def _bullet(each: Item) -> str:
    name = f"{code(each.about)}: " if each.about else ""
    below = "".join(f"  - {word}: {code(Said(text))}\n" for word, text in _shift(each, _COMMENT))
    return f"- {name}{line_of(each.line, code)}\n{below}"


def code(part: str | Said) -> str:
    """Return words of the content as a code span, and our own as they are."""
    return part if isinstance(part, str) else code_span(part.text)


def line_of(line: Line, write: Write) -> str:
    """Return a line as it is written in one form."""
    return "".join(map(write, line))


def _shift(each: Item, most: int) -> Iterator[tuple[str, str]]:
    """Yield what was there and what is, from a little before the first difference where both are long."""
    before, after = each.shift or (None, None)
    at = _first_difference(before, after) if before and after and max(len(before), len(after)) > most else 0
    for word, text in (("was", before), ("now", after)):
        if text is not None:
            yield word, cut(("… " if at else "") + text[at:], most)


def _first_difference(one: str, other: str) -> int:
    same = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    return one.rfind(" ", 0, max(0, same - _AROUND)) + 1
