"""What other programs may rely on: the content checked, read and built, and the record types.

Everything else may change from one version to the next. `generator/README.md` shows it in use.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from factsheets import pipeline
from factsheets.content.link import Facts
from factsheets.content.records import RECORD_TYPES, Record
from factsheets.content.records.body import Body
from factsheets.content.records.event import Event
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Source
from factsheets.content.records.state import State
from factsheets.content.records.statement import Statement
from factsheets.content.source.tree import line_in
from factsheets.derive import Derived
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.report import as_text
from factsheets.pipeline import Checked, EngineError, Folders


class ContentError(Exception):
    """The content has errors. Its text is what `factsheets check` prints; `diagnostics` has them one by one."""

    def __init__(self, checked: Checked) -> None:
        self.diagnostics = [each for each in checked.diagnostics if each.is_error]
        super().__init__(as_text(self.diagnostics, partial(line_in, checked.files)))


def check(root: Path, day: date | None = None) -> Checked:
    """Check the content of a root, the folder that holds `content/`; on a day, also what is overdue then."""
    return pipeline.check(Folders(root).content, day=day)


def read(root: Path, day: date | None = None) -> tuple[Facts, Derived]:
    """Return the records of a root and what follows from them; raises ContentError where something is wrong."""
    checked = check(root, day)
    if checked.failed:
        raise ContentError(checked)
    return checked.facts, checked.derived


def build(root: Path, day: date, say: Callable[[str], None] = lambda _: None) -> Checked:
    """Check the content of a root and publish it to its `site/`, as of a day; `say` is told how it goes on.

    Nothing is published where the check failed. Raises EngineError if the engine refuses the pages, and OSError.
    Whoever builds from several programs at once takes the lock as the command does: `factsheets build`.
    """
    return pipeline.build(Folders(root), day, say)


__all__ = [
    "RECORD_TYPES",
    "Body",
    "Checked",
    "ContentError",
    "Derived",
    "Diagnostic",
    "EngineError",
    "Event",
    "Facts",
    "Factsheet",
    "Person",
    "Record",
    "Resolution",
    "Source",
    "State",
    "Statement",
    "build",
    "check",
    "read",
]
