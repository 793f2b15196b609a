"""Lists of votes, written in each of the forms in which others publish them; and content to compare them with."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factsheets import pipeline
from factsheets.derive.checks.coverage import BAD_COVERAGE
from factsheets.diagnostics import Severity
from factsheets.pipeline import Checked
from factsheets.review.coverage import Report, report, touched, wanted
from factsheets.review.coverage.scopes import recorded
from factsheets.review.lists import read
from tests.world import WORLD, lay

SHEET, RESOLUTION = "factsheets/first-day.yaml", "resolutions/resolution-1.yaml"
CODES = {"NORWAY": "NOR", "FRANCE": "FRA", "UNITED KINGDOM": "GBR"}


@dataclass(frozen=True, slots=True)
class Listed:
    """A vote as a list has it: names under each position."""

    symbol: str = "RES/1"
    day: date = date(2025, 2, 24)
    title: str = "The first resolution"
    yes: tuple[str, ...] = ("NORWAY", "FRANCE")
    no: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ("UNITED KINGDOM",)
    absent: tuple[str, ...] = ()
    draft: str = ""
    topic: str = "Beginnings"

    @property
    def numbers(self) -> tuple[int, int, int]:
        return len(self.yes), len(self.no), len(self.abstain)


FIRST = Listed()


def extract(votes: Iterable[Listed], **more: object) -> str:
    """Write the UN's extract; `more` replaces values in every object."""
    return "".join(json.dumps({**_object(each), **more}, ensure_ascii=False) + "\n" for each in votes)


def _object(each: Listed) -> dict[str, object]:
    yes, no, abstain = map(str, each.numbers)
    return {
        "symbol": each.symbol,
        "title": each.title,
        "adoption_date": f"{each.day.day}\u00a0{each.day:%B} {each.day.year}",
        "originating_document": each.draft or "N.A.",
        "agenda_item_name": each.topic,
        "adoption_type": "By a recorded vote",
        "MS_in_favour_count": yes,
        "MS_against_count": no,
        "MS_abstaining_count": abstain,
        "MS_in_favour": each.yes,
        "MS_against": each.no,
        "MS_abstaining": each.abstain,
        "subjects": [["Beginnings", "UNBIS Thesaurus"]],
    }


ASSEMBLY_2026 = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
ASSEMBLY_2025 = ASSEMBLY_2026.replace("vote_note,", "")
ASSEMBLY_2024 = (
    "ms_codes,ms_names,ms_votes,resolutions,session,title,modality,draft,committee_report,meeting,agenda_titles,"
    "subjects,date,yes,no,abstentions,non-voting,total-voting,undl_link"
)
COUNCIL = (
    "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,"
    "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link"
)


def library(head: str, votes: Iterable[Listed], *, none: str = "X", **more: str) -> str:
    """Write the Digital Library's file in the layout of a head; `more` replaces cells in every row, by their column."""
    columns = head.split(",")
    rows = [{**row, **more} for each in votes for row in _rows(each, none)]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _rows(each: Listed, none: str) -> Iterable[dict[str, str]]:
    numbers = (*each.numbers, len(each.absent))
    totals = dict(zip(("total_yes", "total_no", "total_abstentions", "total_non_voting"), numbers, strict=True))
    first = dict(zip(("yes", "no", "abstentions", "non-voting"), numbers, strict=True))
    said = {"date": each.day.isoformat(), "draft": each.draft, "subjects": f"{each.topic}|More", "modality": "Recorded"}
    for name in ("resolution", "resolutions"):
        said[name] = each.symbol
    for name in ("title", "description"):
        said[name] = each.title
    for name, number in {**totals, **first, "total_ms": sum(numbers), "total-voting": sum(numbers)}.items():
        said[name] = f"{number}.0"
    letters = {"Y": each.yes, "N": each.no, "A": each.abstain, none: each.absent}
    for letter, member in sorted((letter, member) for letter, members in letters.items() for member in members):
        code = CODES.get(member, "")
        own = {"ms_name": member, "ms_names": member, "ms_code": code, "ms_codes": code}
        yield {**said, **own, "ms_vote": letter, "ms_votes": letter}


def plain(votes: Iterable[Listed], mark: str = ";") -> str:
    rows = [["Symbol", "Date", "Title", "Yes", "No", "Abstain"]]
    rows += [[each.symbol, each.day.isoformat(), each.title, *map(str, each.numbers)] for each in votes]
    return "\n".join(mark.join(row) for row in rows) + "\n"


LAYOUTS: Mapping[str, Callable[[Iterable[Listed]], str]] = {
    "extract": extract,
    "assembly 2026": lambda votes: library(ASSEMBLY_2026, votes),
    "assembly 2025": lambda votes: library(ASSEMBLY_2025, votes),
    "assembly 2024": lambda votes: library(ASSEMBLY_2024, votes, none="NV"),
    "council": lambda votes: library(COUNCIL, votes),
    "plain": plain,
}
"""A list in each form."""

COVERAGE = """\
coverage:
  - id: council-votes
    subject: {en: votes of the Council, de: Abstimmungen des Rates}
    list: {en: a list, de: einer Liste}
    bodies: [council]
    terms: [resolution]
    since: 2025-01-01
    until: 2025-12
    compared: 2026-01-15
    entries: 1
    sources: [record]
"""
UNCOVERED = WORLD[SHEET].replace(WORLD[SHEET][WORLD[SHEET].index("coverage:") : WORLD[SHEET].index("selection:")], "")
"""The fact sheet of the world, with no coverage of its own."""
COVERED = {SHEET: UNCOVERED + COVERAGE}


def sound(root: Path, changes: Mapping[str, str] | None = None) -> Checked:
    """Return the world with a record of coverage, and changed."""
    checked = pipeline.check(lay(root, {**COVERED, **(changes or {})}))
    errors = [each for each in checked.diagnostics if each.severity is Severity.ERROR and each.code != BAD_COVERAGE]
    assert not errors
    return checked


def beside(checked: Checked, root: Path, *texts: str | bytes) -> Report:
    """Compare content with a list in one or more files, by the records of coverage."""
    paths = [root / f"list-{number}.txt" for number, _ in enumerate(texts, 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    scopes = recorded(checked.facts)
    lists = [read(path, wanted(checked.facts, scopes)) for path in paths]
    return report(checked, lists, touched(scopes, lists))
