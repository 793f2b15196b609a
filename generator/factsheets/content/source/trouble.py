"""What libyaml stumbled over, with what an explanation needs to look at: the lines and what was read before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factsheets.content.source.spans import Lines, span
from factsheets.diagnostics import Diagnostic, Place, Related, Span

NAMED = re.compile(r"""\s*+(?:- ++)*+\{?\s*+["']?[\w.-]++["']?\s*+:(?:\s|$)""")
"""A line of the form `name: value`, also as an entry of a list."""

_COMMENT = re.compile(r"\s#.*$")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where libyaml stopped (`at`) and where what it was reading began (`since`); both count from 1.

    `last` is the last value read before, `quoted` whether it stood in quotation marks, and `opened` the brackets that
    are still open, outermost first.
    """

    file: str
    lines: Lines
    said: str
    at: Span
    since: Span
    last: Span | None = None
    quoted: bool = False
    opened: tuple[Span, ...] = ()

    def line(self, number: int) -> str:
        """Return a line's text, empty beyond the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @property
    def here(self) -> str:
        """The words from where libyaml stopped to the end of the line, without a comment."""
        return words(self.line(self.at.line)[self.at.column - 1 :])

    @property
    def at_start(self) -> bool:
        """Whether only spaces stand before the place in its line."""
        return not self.line(self.at.line)[: self.at.column - 1].strip()

    @property
    def at_end(self) -> bool:
        """Whether nothing but white space and comments follows."""
        return not self.here and not any(words(line).strip() for line in self.lines[self.at.line :])

    def say(self, code: str, where: Span, message: str, hint: str, remedy: str | None = None) -> Diagnostic:
        """Return a diagnostic in this file."""
        return Diagnostic(code, Place(self.file, where), message, hint, remedy=remedy)

    def related(self, where: Span, message: str) -> tuple[Related, ...]:
        """Return another place in this file, for a diagnostic."""
        return (Related(Place(self.file, where), message),)

    def rest(self, start: Span) -> Span:
        """Return the span of the words from a place to the end of its line."""
        text = words(self.line(start.line)[start.column - 1 :])
        return span(self.lines, start.line, start.column, max(1, len(text)))

    def under(self, where: Span) -> str:
        """Return the words of a span within one line."""
        return self.line(where.line)[where.column - 1 : where.end_column - 1]


def words(line: str) -> str:
    """Return a line without the comment and the spaces at its end."""
    return "" if line.lstrip().startswith("#") else _COMMENT.sub("", line).rstrip()


def in_quotes(text: str) -> str:
    """Return a text as YAML takes it whatever it holds."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def short(text: str) -> str:
    """Return a text short enough for a message."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
