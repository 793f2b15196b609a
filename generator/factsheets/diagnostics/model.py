"""The one diagnostic type. Values only: how they are printed is decided in `report`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs. Any error keeps the site as it was."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text. Lines and columns count from 1, columns in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)

MOST_OF_A_FILE = 500
"""Diagnostics for one file that are told: more than a roll call has members, and than anybody reads."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of text in a file. The file is named from the content folder's parent, with forward slashes."""

    file: str
    span: Span = START

    def __str__(self) -> str:
        return f"{self.file}:{self.span.line}:{self.span.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a diagnostic, such as where a thing was first said."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing wrong, or worth knowing, at one place.

    `code` is stable and has an entry in `codes.CODES`. `hint` tells a person what to do. `remedy`, where it is
    certain, is the text that would be right in place of the span. `subject` names the fact within its record
    (`votes.adoption.roll_call`), which is what a waiver quotes.
    """

    code: str
    place: Place
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    related: tuple[Related, ...] = ()
    remedy: str | None = None
    subject: str = ""

    @property
    def is_error(self) -> bool:
        """Whether it forbids publishing."""
        return self.severity is Severity.ERROR


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort diagnostics as a reader meets them: by file, then place, then code; exact repeats are dropped."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda each: (each.place, each.code, each.message))


def bounded(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return as many diagnostics of each file as anybody reads, errors before warnings, and how many are left out."""
    by_file: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        by_file.setdefault(each.place.file, []).append(each)
    return [each for found in by_file.values() for each in (_cut(found) if len(found) > MOST_OF_A_FILE else found)]


def _cut(found: list[Diagnostic]) -> list[Diagnostic]:
    by_weight = sorted(found, key=lambda each: not each.is_error)
    first, left = by_weight[:MOST_OF_A_FILE], by_weight[MOST_OF_A_FILE:]
    message = f"{len(left):,} more things are wrong in this file"
    hint = "mend what is said above, and run the check again"
    severity = Severity.ERROR if has_errors(left) else Severity.WARNING
    return [*in_order(first), Diagnostic("too-many", min(each.place for each in left), message, hint, severity)]


def only_in(found: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics that are not among others, or not as often, wherever in its file each stands."""
    spent = Counter(map(about, others))
    for each in found:
        if spent[about(each)]:
            spent[about(each)] -= 1
        else:
            yield each


def about(each: Diagnostic) -> tuple[str, ...]:
    """Return what stays of a diagnostic when other lines of its file change."""
    return each.code, each.severity.value, each.place.file, each.subject, each.message


def has_errors(diagnostics: list[Diagnostic]) -> bool:
    """Tell whether anything in the list forbids publishing."""
    return any(each.is_error for each in diagnostics)
