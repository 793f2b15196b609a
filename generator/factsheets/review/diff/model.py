"""What differs between two states of the content, as values: nothing here compares, and nothing chooses a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from factsheets.content.link import Key
from factsheets.content.records.base import Gravity
from factsheets.diagnostics import Diagnostic


class Kind(StrEnum):
    """What it is that differs."""

    RECORD = "record"
    RENAMED = "renamed"
    ADDRESS = "address"
    QUOTATION = "quotation"
    TEXT = "text"
    NAME = "name"
    DATE = "date"
    VALUE = "value"
    LIST = "list"
    ENTRY = "entry"
    ORDER = "order"
    NOTE = "note"
    DOUBT = "doubt"
    CONFLICT = "conflict"
    CORRECTION = "correction"
    SOURCES = "sources"
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs in one record.

    `path` leads to it by the names of fields and by what entries of lists are called. `before` is None for what was
    added, `after` for what was taken out; of a list, and of sources, they have only what is gone and what is new.
    `language` is that of a text; `sources` those on which the fact rests, or did before it was taken out. `named_by`
    are the records, by their files, that still name one that is gone or has another name now, as it was called.
    """

    key: Key
    path: tuple[str, ...]
    kind: Kind
    before: str | None
    after: str | None
    language: str = ""
    sources: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """What stood there, and what stands there now."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A member that is shown with another position than before."""

    member: str
    name: str
    positions: Shift


@dataclass(frozen=True, slots=True)
class VoteChange:
    """What differs in one vote. `result` is the outcome now; each shift is None where nothing differs.

    `gravity` is that of the mistake that was published, if it was one; None where only something unknown became known.
    """

    key: Key
    vote: str
    result: str
    moved: tuple[Moved, ...] = ()
    tally: Shift | None = None
    away: Shift | None = None
    outcome: Shift | None = None
    rest: Shift | None = None
    unlisted: Shift | None = None
    proof: Shift | None = None
    gravity: Gravity | None = None

    @property
    def is_of_proof(self) -> bool:
        """Whether nothing differs but how the outcome is shown to follow."""
        return self == VoteChange(self.key, self.vote, self.result, proof=self.proof)


@dataclass(frozen=True, slots=True)
class Owed:
    """A published fact that differs, with no correction recorded, or with one of less gravity: `recorded`."""

    key: Key
    gravity: Gravity
    recorded: Gravity | None = None


class How(StrEnum):
    """What happened to a page."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that differs: its language and its address within it."""

    language: str
    address: str
    how: How


@dataclass(frozen=True, slots=True)
class End:
    """One end of the comparison: what it is called, how many errors it has, and the records that cannot be read."""

    name: str
    errors: int = 0
    unread: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """All that differs. `names` are those of the records named; `resting` how many facts rest on each source now.

    `pages` is None where they cannot be compared, because one side has errors.
    """

    base: End
    head: End
    names: Mapping[Key, str]
    changes: tuple[Change, ...] = ()
    votes: tuple[VoteChange, ...] = ()
    owed: tuple[Owed, ...] = ()
    pages: tuple[PageChange, ...] | None = ()
    found: tuple[Diagnostic, ...] = ()
    mended: tuple[Diagnostic, ...] = ()
    resting: Mapping[str, int] = field(default_factory=dict)
