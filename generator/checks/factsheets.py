"""Fact sheets that ask too much of their readers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.finding import Finding
from generator.derive import Derived
from generator.diagnostics import Severity
from generator.link import Facts
from generator.records.factsheet import Factsheet

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
