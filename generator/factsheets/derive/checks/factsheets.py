"""Fact sheets that ask too much of their readers."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.link import Facts
from factsheets.content.records.factsheet import Factsheet
from factsheets.derive import Derived
from factsheets.derive.checks.finding import Finding
from factsheets.diagnostics import Severity

AT_A_GLANCE = 8
"""How many key facts a reader can take in at a glance."""


def key_facts_are_few(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Warn of fact sheets with more key facts than a reader can take in at a glance."""
    for name, sheet in facts.all(Factsheet).items():
        if (number := len(sheet.key_facts)) > AT_A_GLANCE:
            message = f"this fact sheet has {number} key facts; a reader takes in {AT_A_GLANCE} at a glance"
            hint = "keep those that answer what readers come for, and delete the rest here; it stays in the other files"
            key = (Factsheet.folder, name)
            yield Finding("glance-length", key, ("key_facts",), message, hint, Severity.WARNING, on_key=True)
