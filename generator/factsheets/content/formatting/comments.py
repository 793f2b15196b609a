"""The comments of a file, and what each belongs to: the tree does not have them."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from factsheets.content.source.tree import List, Mapping, Node, Scalar
from factsheets.diagnostics import Span

Lines = tuple[str, ...]
Cover = dict[int, list[tuple[int, int]]]
"""The columns of each line that belong to a text, in which a # is no comment."""


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments at the head of a file, above a thing, behind it, and at the end of a group.

    A thing is a line of a mapping, known by its key's span, or an entry of a list, known by its own.
    """

    head: list[str] = field(default_factory=list)
    above: dict[Span, list[str]] = field(default_factory=lambda: defaultdict(list))
    behind: dict[Span, str] = field(default_factory=dict)
    end: dict[Span, list[str]] = field(default_factory=lambda: defaultdict(list))

    def touch(self, group: List | Mapping) -> bool:
        """Tell whether a comment belongs to something in a group, so that it cannot stand on one line."""
        return group.span in self.end or any(span in self.above or span in self.behind for span, _ in _parts(group))


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a comment can belong to, with the group it is part of and the thing that this group is the value of."""

    span: Span
    value: Node
    group: List | Mapping
    in_brackets: bool
    parent: _Thing | None

    def is_in(self, group: List | Mapping) -> bool:
        return self.group.span == group.span or (self.parent is not None and self.parent.is_in(group))


def comments(lines: Lines, root: Mapping) -> Comments:
    """Return a file's comments."""
    found = Comments()
    things = list(_things(root, lines, None))
    starts = [(each.span.line, each.span.column) for each in things]
    for line, column in _places(lines, root):
        text = lines[line - 1][column - 1 :].rstrip()
        index = bisect(starts, (line, column))
        before, after = things[index - 1] if index else None, things[index] if index < len(things) else None
        if before is None:
            found.head.append(text)
        elif lines[line - 1][: column - 1].strip(" \t-"):
            _put_behind(found, before, (line, column), text)
        else:
            _put_between(found, before, after, (line, column), text)
    return found


def every_comment(lines: Lines, root: Mapping) -> list[str]:
    """Return all comments of a file, from top to bottom."""
    return [lines[line - 1][column - 1 :].rstrip() for line, column in _places(lines, root)]


def within(lines: Lines, root: Mapping, span: Span) -> list[str]:
    """Return the comments that stand within a span, from top to bottom."""
    first, last = (span.line, span.column), (span.end_line, span.end_column)
    return [
        lines[line - 1][column - 1 :].rstrip() for line, column in _places(lines, root) if first < (line, column) < last
    ]


def _put_behind(found: Comments, thing: _Thing, at: tuple[int, int], text: str) -> None:
    while thing.in_brackets and thing.parent and (thing.group.span.end_line, thing.group.span.end_column) <= at:
        thing = thing.parent
    if thing.span in found.behind:
        found.above[thing.span].append(text)
    else:
        found.behind[thing.span] = text


def _put_between(found: Comments, before: _Thing, after: _Thing | None, at: tuple[int, int], text: str) -> None:
    """Put a comment with a line of its own: above what follows, unless it is indented like the group that ends."""
    if (before.value.span.line, before.value.span.column) > at and not _is_first_of(after, before):
        found.above[before.span].append(text)
        return
    holder = before
    while holder.parent and (holder.in_brackets or holder.group.span.column > at[1]):
        holder = holder.parent
    if after and after.is_in(holder.group):
        found.above[after.span].append(text)
    else:
        found.end[holder.group.span].append(text)


def _is_first_of(after: _Thing | None, before: _Thing) -> bool:
    """Tell whether a thing is the first part of the group, without brackets, that another has as its value."""
    return after is not None and after.parent is before and not after.in_brackets


def _things(group: List | Mapping, lines: Lines, parent: _Thing | None) -> Iterator[_Thing]:
    in_brackets = lines[group.span.line - 1][group.span.column - 1] in "[{"
    for span, value in _parts(group):
        thing = _Thing(span, value, group, in_brackets, parent)
        yield thing
        if not isinstance(value, Scalar):
            yield from _things(value, lines, thing)


def _places(lines: Lines, root: Mapping) -> Iterator[tuple[int, int]]:
    """Yield line and column of every # that starts a comment: the first in its line that is in no text."""
    covered: Cover = defaultdict(list)
    for span in _texts(root, lines):
        for line in range(span.line, span.end_line + 1):
            first = span.column if line == span.line else 1
            covered[line].append((first, span.end_column if line == span.end_line else len(lines[line - 1]) + 1))
    for number, content in enumerate(lines, 1):
        columns = (column for column, char in enumerate(content, 1) if char == "#")
        free = (each for each in columns if not any(start <= each < end for start, end in covered[number]))
        if (column := next(free, None)) is not None:
            yield number, column


def _texts(node: Node, lines: Lines) -> Iterator[Span]:
    """Yield where the texts of a tree stand, without the line of the sign | or > in front of a text below it."""
    if isinstance(node, Scalar):
        below = lines[node.span.line - 1][node.span.column - 1 :].startswith(("|", ">"))
        yield Span(node.span.line + 1, 1, node.span.end_line, node.span.end_column) if below else node.span
    elif isinstance(node, List):
        for item in node.items:
            yield from _texts(item, lines)
    else:
        for entry in node.entries:
            yield entry.key.span
            yield from _texts(entry.value, lines)


def _parts(group: List | Mapping) -> list[tuple[Span, Node]]:
    if isinstance(group, Mapping):
        return [(each.key.span, each.value) for each in group.entries]
    return [(each.span, each) for each in group.items]
