"""A small world in texts: one record of each kind, every reference resolved, nothing wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from factsheets import pipeline
from factsheets.diagnostics import Diagnostic
from factsheets.pipeline import Checked

WORLD: Mapping[str, str] = {
    "site.yaml": """\
title: {en: Small world, de: Kleine Welt}
description: {en: A world to test with., de: Eine Welt zum Testen.}
languages: [en, de]
address: https://small.example/
repository: https://github.com/example/small
""",
    "states/NOR.yaml": "alpha_2: NO\nsources: [record]\n",
    "states/GBR.yaml": "alpha_2: GB\nsources: [record]\n",
    "states/FRA.yaml": "alpha_2: FR\nsources: [record]\n",
    "bodies/council.yaml": """\
name: Council
membership:
  - members: [FRA, GBR]
    role: permanent
    period: 1990-01-01/..
  - members: [NOR]
    role: elected
    period: 2025
rules:
  - id: substantive
    title: {en: Substance, de: Sachfragen}
    period: 1990-01-01/..
    majority: {at_least: 2}
    veto: true
    article: {en: Article 1, de: Artikel 1}
sources: [record]
""",
    "sources/record.yaml": """\
kind: official
read: itself
title: The record
language: en
publisher: {en: The Council, de: Der Rat}
issued: 2025-03
URL: https://council.example/record
""",
    "people/ada-moe.yaml": """\
name: Ada Moe
states: [NOR]
born: 1970
offices:
  - title: {en: Ambassador of Norway, de: Botschafterin Norwegens}
    state: NOR
    period: 2020-05-01/
    seen: 2025-02
sources: [record]
""",
    "events/meeting.yaml": """\
title: {en: The Council meets, de: Der Rat tagt}
date: 2025-02-24
place: {en: Oslo, de: Oslo}
participants: [ada-moe]
resolutions: [resolution-1]
sources: [record]
""",
    "statements/first-words.yaml": """\
speaker: ada-moe
date: 2025-02-24
about: {en: Moe on the first resolution, de: Moe zur ersten Resolution}
event: meeting
wordings:
  - id: original
    kind: original
    lang: nb
    missing: {en: Not found., de: Nicht gefunden.}
  - id: en
    kind: machine
    lang: en
    from: original
    text: It is a good start and a long road.
    doubts:
      - words: long road
        note: {en: Perhaps far way., de: Vielleicht weiter Weg.}
    sources: [record]
sources: [record]
""",
    "resolutions/resolution-1.yaml": """\
symbol: RES/1
title: {en: The first resolution, de: Die erste Resolution}
summary: {en: It begins., de: Sie beginnt.}
body: council
date: 2025-02-24
amendments:
  - id: change
    title: {en: A change, de: Eine Änderung}
    by: unknown
votes:
  - id: change
    on: [change]
    rule: substantive
    stated: {result: rejected, yes: 2, vetoed_by: [FRA]}
    roll_call:
      no: [FRA]
      rest: unknown
  - id: adoption
    on: [resolution]
    rule: substantive
    stated: {result: adopted, yes: 2, no: 0, abstain: 1}
    roll_call:
      yes: [NOR, FRA]
      abstain: [GBR]
    conflicts:
      - fields: [roll_call]
        values:
          - {value: {en: Britain abstained, de: Großbritannien enthielt sich}, sources: [record]}
          - {value: {en: Britain was away, de: Großbritannien fehlte}, sources: [record]}
        preferred: Britain abstained
        why: {en: The record says so., de: So steht es im Protokoll.}
sources: [record]
""",
    "factsheets/first-day.yaml": """\
title: {en: The first day, de: Der erste Tag}
answer: {en: The Council began., de: Der Rat hat begonnen.}
key_facts:
  - id: began
    text: {en: It adopted a resolution., de: Er nahm eine Resolution an.}
    sources: [{source: record, at: p. 1}]
resolutions: [resolution-1]
events: [meeting]
statements: [first-words]
people: [ada-moe]
coverage:
  - id: council
    subject: {en: resolutions of the Council, de: Resolutionen des Rats}
    list: {en: the record, de: dem Protokoll}
    bodies: [council]
    since: 2025-01-01
    until: 2025-02-28
    compared: 2025-03-01
    entries: 1
    review_due: 2099
    sources: [record]
selection: {en: From the first vote on., de: Ab der ersten Abstimmung.}
reviewed: 2025-03-01
sources: [record]
""",
}


def lay(root: Path, changes: Mapping[str, str | bytes] | None = None, world: Mapping[str, str] = WORLD) -> Path:
    """Write a world, with some files changed or added, and return its content folder."""
    for name, text in {**world, **(changes or {})}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root / "content"


def edited(name: str, old: str, new: str) -> dict[str, str]:
    """Return one file of the world with some words replaced."""
    assert WORLD[name].count(old) == 1, f"{old!r} must stand in {name} once"
    return {name: WORLD[name].replace(old, new)}


def found(root: Path, changes: Mapping[str, str | bytes] | None = None) -> list[Diagnostic]:
    """Return what a check finds in the changed world."""
    return pipeline.check(lay(root, changes)).diagnostics


def words_under(checked: Checked, diagnostic: Diagnostic) -> str:
    """Return the words that the carets stand under."""
    span = diagnostic.place.span
    lines = next((file.lines for file in checked.files if file.name == diagnostic.place.file), ("",))
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    return line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None]
