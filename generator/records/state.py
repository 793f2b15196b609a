"""States, as members of bodies."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from generator.records.base import Record
from generator.records.dates import Period
from generator.records.errors import misfit
from generator.records.text import ProperName


def _alpha_2(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", text):
        raise misfit("bad-code", f"{text!r} is no two-letter country code", "write two capitals, as in NO for Norway")
    return text


class State(Record):
    """A state, now or formerly. The file's name is its ISO 3166 alpha-3 code."""

    folder: ClassVar[str] = "states"
    section: ClassVar[str] = "states"
    label: ClassVar[Mapping[str, str]] = {"en": "States", "de": "Staaten"}

    alpha_2: Annotated[str, AfterValidator(_alpha_2)]
    """The ISO 3166 alpha-2 code, by which the name is found in CLDR."""
    name: ProperName | None = None
    """The name, only where it should differ from CLDR's."""
    period: Period | None = None
    """From when to when the state existed, where known."""
