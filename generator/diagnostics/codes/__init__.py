"""Every code a diagnostic can have: what it means, and what is wrong and right. One file for each part of the flow."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics.codes import checks, records, site, source
from generator.diagnostics.codes.code import Code

__all__ = ["CODES", "Code"]

CODES: Mapping[str, Code] = {each.code: each for each in (*source.CODES, *records.CODES, *checks.CODES, *site.CODES)}
