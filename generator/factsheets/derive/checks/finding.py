"""What a check says: a fact by its record and path. Where that stands in a file is for `checks.run` to look up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from factsheets.content.link import Facts, Key
from factsheets.content.source.tree import Path
from factsheets.derive import Derived
from factsheets.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Also:
    """Another place that belongs to a finding: in the same record, or in one that is named."""

    path: Path
    message: str
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say about one fact."""

    code: str
    key: Key
    path: Path
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    also: tuple[Also, ...] = ()
    on_key: bool = False
    remedy: str | None = None


Check: TypeAlias = Callable[[Facts, Derived], Iterator[Finding]]
