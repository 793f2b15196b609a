"""Every code a diagnostic can have: what it means, and what is wrong and right. One file for each group."""

from __future__ import annotations

from collections.abc import Mapping

from factsheets.diagnostics.codes import checks, files, lines, lists, records, site
from factsheets.diagnostics.codes.code import Code

__all__ = ["CODES", "GROUPS", "Code"]

GROUPS: Mapping[str, tuple[Code, ...]] = {
    "file": files.CODES,
    "lines": lines.CODES,
    "values": records.CODES,
    "facts": checks.CODES,
    "site": site.CODES,
    "lists": lists.CODES,
}
"""The codes by what they are about, in the order in which a file is checked."""

CODES: Mapping[str, Code] = {each.code: each for codes in GROUPS.values() for each in codes}
