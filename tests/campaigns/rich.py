"""The small world with more in it, so that there is a place for what the schemas alone do not say how to make."""

from __future__ import annotations

from collections.abc import Mapping

from tests.world import WORLD

_COVERAGE = """\
  - id: {id}
    subject: {{en: resolutions, de: Resolutionen}}
    list: {{en: the record, de: dem Protokoll}}
    bodies: [council]
    terms: [first]
    since: 2025-01-01
    until: 2025-02-28
    compared: 2025-03-01
    entries: 3
    left_out:
      - symbol: RES/9
        reason: other_subject
        why: {{en: Of something else., de: Von etwas anderem.}}
        sources: [record]
    sources: [record]
"""
_SHEET = WORLD["factsheets/first-day.yaml"]
_BEFORE, _, _REST = _SHEET.partition("  - id: council\n")
_AFTER = _REST.partition("selection:")[2]
_COVERED = f"{_BEFORE}{_COVERAGE.format(id='council')}selection:{_AFTER}"

RICH: Mapping[str, str] = {
    **WORLD,
    "site.yaml": WORLD["site.yaml"] + "coverage:\n" + _COVERAGE.format(id="all"),
    "factsheets/first-day.yaml": _COVERED.replace("[resolution-1]", "[resolution-1, resolution-2]"),
    "sources/retold.yaml": """\
kind: news
read: copy
via: {name: A page, URL: "https://page.example/"}
title: The record, retold
language: en
publisher: {en: A paper, de: Eine Zeitung}
URL: https://paper.example/
""",
    "statements/more-words.yaml": """\
speaker: ada-moe
date: 2025-02-25
about: {en: Moe on the second resolution, de: Moe zur zweiten Resolution}
event: meeting
wordings:
  - {id: original, kind: original, lang: en, text: Another word., sources: [record]}
sources: [record]
""",
    "resolutions/resolution-2.yaml": """\
symbol: RES/2
title: {en: The second resolution, de: Die zweite Resolution}
summary: {en: It goes on., de: Sie fährt fort.}
body: council
date: 2025-02-25
votes:
  - id: adoption
    on: [resolution]
    rule: substantive
    stated: {result: rejected, yes: 2}
    roll_call:
      yes: [NOR, FRA]
      not_entitled: [GBR]
    exclusions:
      - {members: [GBR], reason: arrears, sources: [record]}
sources: [record]
""",
    "waivers.yaml": """\
waivers:
  - {code: outcome-mismatch, file: resolutions/resolution-2.yaml, at: votes.0.stated.result, reason: as printed}
""",
}
