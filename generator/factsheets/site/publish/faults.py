"""What a look at one page finds: not yet a diagnostic, as the page does not know what record it was made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong on a page. `clue` is text that stands in the record where the fault comes from, if any does."""

    code: str
    message: str
    clue: str = ""
