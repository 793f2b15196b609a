"""A tree and its comments as lines of YAML."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.formatting.comments import Comments
from factsheets.content.formatting.kinds import Kind
from factsheets.content.formatting.scalars import WIDTH, filled, on_one_line, written
from factsheets.content.source.tree import List, Mapping, Node, Scalar
from factsheets.diagnostics import Span

SHORT = frozenset({"also_present", "at", "basis", "birth_place", "by", "tile"})
"""Fields whose groups stand on one line where there is room."""

CODE = 3
"""Letters of a state's code."""
CODES = 17
"""Codes in each row of a roll call."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the line or entry it belongs to, the kind its schema gives it, and the key it stands under."""

    owner: Span
    node: Node
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Writes the groups of one file, each line with its indent."""

    comments: Comments

    def below(self, node: Node, kind: Kind, indent: int, name: str = "") -> list[str]:
        """Return the lines of a group without brackets."""
        if isinstance(node, Mapping):
            parts = [self._entry(each.key, each.value, kind, indent) for each in node.entries]
        elif isinstance(node, List):
            parts = [self._item(Value(each.span, each, kind.item(), name), indent) for each in node.items]
        else:
            parts = []
        return [*(line for lines in parts for line in lines), *_indented(self.comments.end.get(node.span, []), indent)]

    def _entry(self, key: Scalar, node: Node, kind: Kind, indent: int) -> list[str]:
        value = Value(key.span, node, kind.at(key.text), key.text)
        head = f"{' ' * indent}{on_one_line(key.text)}:"
        lines = self._beside(head, value, indent)
        if lines is None:
            lines = [self._behind(head, value), *self.below(node, value.kind, indent + 2, value.name)]
        return [*self._above(value, indent), *lines]

    def _item(self, value: Value, indent: int) -> list[str]:
        """Return the lines of a list's entry. A group starts beside the hyphen, below the comments that are its."""
        above = self._above(value, indent)
        if lines := self._beside(" " * indent + "-", value, indent):
            return [*above, *lines]
        inner = self.below(value.node, value.kind, indent + 2, value.name)
        first = next(index for index, line in enumerate(inner) if not line.lstrip().startswith("#"))
        behind = self.comments.behind.get(value.owner)
        own = _indented([*([behind] if behind else []), *(line.lstrip() for line in inner[:first])], indent)
        return [*above, *own, f"{' ' * indent}- {inner[first][indent + 2 :]}", *inner[first + 1 :]]

    def _above(self, value: Value, indent: int) -> list[str]:
        return _indented(self.comments.above.get(value.owner, []), indent)

    def _behind(self, line: str, value: Value) -> str:
        """Return a line with the comment that is behind the value."""
        return f"{line} {self.comments.behind[value.owner]}" if value.owner in self.comments.behind else line

    def _beside(self, head: str, value: Value, indent: int) -> list[str] | None:
        """Return the lines of a value that starts in the line of its key or hyphen, None for one that cannot."""
        node, column = value.node, len(head) + 1
        if isinstance(node, Scalar):
            first, *rest = written(node.text, value.kind.types, column, indent + 2)
            return [self._behind(f"{head} {first}", value), *_indented(rest, indent + 2)]
        if self.comments.touch(node):
            return None
        one = _in_brackets(node, value)
        if one is not None and column + len(one) <= WIDTH:
            return [self._behind(f"{head} {one}", value)]
        rows = _rows(node, indent + 2)
        return [self._behind(f"{head} [", value), *rows, f"{' ' * indent}]"] if rows else None


def _in_brackets(node: List | Mapping, value: Value) -> str | None:
    """Return a list of texts, or the texts of a short field, on one line; None for other groups."""
    if isinstance(node, List):
        texts = [_text(each, value.kind.item()) for each in node.items]
        return f"[{', '.join(filter(None, texts))}]" if None not in texts else None
    if node.entries and value.name not in SHORT:
        return None
    pairs = [
        (on_one_line(e.key.text, in_brackets=True), _text(e.value, value.kind.at(e.key.text))) for e in node.entries
    ]
    return f"{{{', '.join(f'{key}: {text}' for key, text in pairs)}}}" if all(text for _, text in pairs) else None


def _rows(node: List | Mapping, indent: int) -> list[str]:
    """Return the rows of a long list of names or codes, nothing for other groups."""
    names = [each.text for each in node.items if isinstance(each, Scalar)] if isinstance(node, List) else []
    if not isinstance(node, List) or len(names) < len(node.items) or any(" " in name for name in names):
        return []
    width = CODES * (CODE + 2) - 1 if all(len(name) == CODE for name in names) else WIDTH - indent
    parts = [on_one_line(name, in_brackets=True) + "," for name in names]
    parts[-1] = parts[-1].removesuffix(",")
    return _indented(filled(parts, width), indent)


def _text(node: Node, kind: Kind) -> str | None:
    plain = isinstance(node, Scalar) and "\n" not in node.text
    return on_one_line(node.text, kind.types, in_brackets=True) if plain and isinstance(node, Scalar) else None


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]
