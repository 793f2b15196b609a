"""The proof that a text in the one form says what the file says: it is read again, and held against the file.

It knows nothing of how the form is made, so that no fault there can change a fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factsheets.content.formatting.comments import every_comment
from factsheets.content.formatting.kinds import Kind
from factsheets.content.source import SourceFile, read_text
from factsheets.content.source.tree import List, Mapping, Node, Path, Scalar
from factsheets.diagnostics import Span

MODELINE = "# yaml-language-server:"
"""How a line starts that tells an editor's tool the schema of a file: a comment that is the form's own."""

Fact = tuple[Path, str]
"""A text with the way to it, or the sign of a group. The place in a list counts only where its order says something."""


class LossError(Exception):
    """A text in the one form does not say what the file says at a place."""

    def __init__(self, name: str, span: Span) -> None:
        """Name the file and the place in it."""
        super().__init__(f"{name}:{span.line}:{span.column}")


def prove(file: SourceFile, tree: Mapping, text: str, kind: Kind) -> None:
    """Raise LossError at the first fact of a file's tree that a text does not have, or where it has another one."""
    again = read_text(file.name, file.folder, file.stem, text.encode())[0]
    if again.tree is None:
        raise LossError(file.name, tree.span)
    there = Counter(fact for fact, _ in _facts(again.tree, kind))
    for fact, span in _facts(tree, kind):
        if not there[fact]:
            raise LossError(file.name, span)
        there[fact] -= 1
    if there.total() or _remarks(file, tree) - _remarks(again, again.tree):
        raise LossError(file.name, tree.span)


def _facts(node: Node, kind: Kind, way: Path = ()) -> Iterator[tuple[Fact, Span]]:
    if isinstance(node, Scalar):
        yield (way, node.text), node.span
    elif isinstance(node, List):
        yield (way, "[]"), node.span
        has_order = not kind.is_sorted or not all(isinstance(each, Scalar) for each in node.items)
        for number, item in enumerate(node.items):
            yield from _facts(item, kind.item(), (*way, number if has_order else -1))
    else:
        yield (way, "{}"), node.span
        for entry in node.entries:
            yield from _facts(entry.value, kind.at(entry.key.text), (*way, entry.key.text))


def _remarks(file: SourceFile, tree: Mapping) -> Counter[str]:
    return Counter(text for text in every_comment(file.lines, tree) if not text.startswith(MODELINE))
