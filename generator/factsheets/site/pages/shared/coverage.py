"""How complete the votes of the site, or of a fact sheet, are: in one line at the top, and in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheets.content.link import SITE, Key
from factsheets.content.records.coverage import Coverage, LeftOutReason
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import ResolutionId
from factsheets.content.records.resolution import Resolution
from factsheets.derive.coverage import Scope, due_again, is_overdue, months_old, outside
from factsheets.derive.freshness import is_compared, is_current, is_kept
from factsheets.site.pages.shared.addresses import COVERAGE
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene, address_of


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """An entry of the list that is not recorded here, and why."""

    symbol: str
    why: Phrase
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class LeftOutGroup:
    """Entries that are left out for the same reason."""

    name: str
    lines: tuple[LeftOutLine, ...]


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """What is covered, what it was compared with, and how many are left out; `old` says how old that is, once overdue.

    `number` goes before the subject, `days` behind it. `more` leads to it in full.
    """

    anchor: str
    number: str
    subject: Phrase
    days: str
    compared: str
    list: Phrase
    left_out: str
    old: str
    more: Link


@dataclass(frozen=True, slots=True)
class Covered:
    """A coverage in full: its line, the lists, how entries were found, what is left out, and what is beyond them."""

    line: CoverageLine
    lists: tuple[Link, ...]
    terms: str
    left_out: tuple[LeftOutGroup, ...]
    beyond: tuple[Link, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class SheetCoverage:
    """What one fact sheet covers, and whether it is current."""

    link: Link
    status: str
    lines: tuple[CoverageLine, ...]
    outside: str


@dataclass(frozen=True, slots=True)
class CompletenessPage:
    """How complete the whole site is, in full, and each fact sheet."""

    covered: tuple[Covered, ...]
    sheets: tuple[SheetCoverage, ...]


def completeness_page(scene: Scene) -> CompletenessPage:
    """Return the view of how complete the site is."""
    sheets = scene.facts.all(Factsheet)
    return CompletenessPage(
        covered(scene, SITE),
        tuple(
            SheetCoverage(
                Link(scene.href(address_of(Factsheet, name)), scene.say(sheet.title)),
                say_status(scene, sheet),
                coverage_of(scene, (Factsheet.folder, name)),
                outside_of(scene, sheet, (Factsheet.folder, name)),
            )
            for name, sheet in sheets.items()
        ),
    )


def say_status(scene: Scene, sheet: Factsheet) -> str:
    """Return a fact sheet's status in words. Only one that was compared and read in time is called current."""
    return scene.words(f"status.{_status(scene, sheet)}")


def _status(scene: Scene, sheet: Factsheet) -> str:
    if not is_kept(sheet):
        return "superseded" if sheet.superseded_by else sheet.status.value
    if is_current(sheet, scene.derived.day):
        return "current"
    return "overdue" if is_compared(sheet) else "not_compared"


def coverage_of(scene: Scene, key: Key) -> tuple[CoverageLine, ...]:
    """Return what the site (`SITE`) or a fact sheet covers."""
    return tuple(_line(scene, each) for each in scene.derived.scopes if each.key == key)


def covered(scene: Scene, key: Key) -> tuple[Covered, ...]:
    """Return in full what the site (`SITE`) or a fact sheet covers."""
    return tuple(_covered(scene, each) for each in scene.derived.scopes if each.key == key)


def site_coverage(scene: Scene) -> tuple[CoverageLine, ...]:
    """Return what the whole site covers."""
    return coverage_of(scene, SITE)


def outside_of(scene: Scene, sheet: Factsheet, key: Key) -> str:
    """Say how many votes of a fact sheet no list was compared for; nothing where there are none, or no comparison."""
    own = [each for each in scene.derived.scopes if each.key == key]
    number = len(outside(sheet, own)) if own else 0
    return scene.words("coverage.outside", n=number) if number else ""


def _line(scene: Scene, scope: Scope) -> CoverageLine:
    coverage = scope.coverage
    anchor = f"coverage-{coverage.id}"
    address = COVERAGE if scope.key == SITE else address_of(Factsheet, scope.key[1])
    number = len(scope.recorded)
    form = "some" if scope.lacking else "all"
    since, until = scene.date(coverage.since), scene.date(coverage.until)
    return CoverageLine(
        anchor=anchor,
        number=scene.words(f"coverage.{form}", n=number, all=number + scope.lacking),
        subject=scene.say(coverage.subject),
        days=since if since == until else scene.words("coverage.days", since=since, until=until),
        compared=scene.words("coverage.compared", date=scene.date(coverage.compared)),
        list=scene.say(coverage.list),
        left_out=_left_out(scene, scope),
        old=_old(scene, scope),
        more=Link(scene.href(address, anchor), Phrase(scene.words("coverage.more"))),
    )


def _covered(scene: Scene, scope: Scope) -> Covered:
    coverage = scope.coverage
    return Covered(
        line=_line(scene, scope),
        lists=tuple(scene.link(each.source) for each in coverage.sources),
        terms=scene.words("coverage.terms", terms=", ".join(coverage.terms)) if coverage.terms else "",
        left_out=tuple(_groups(scene, coverage)),
        beyond=tuple(_vote(scene, each) for each in coverage.beyond),
        receipts=scene.cite(coverage.sources),
        remarks=scene.remarks(coverage),
    )


def _groups(scene: Scene, coverage: Coverage) -> Iterator[LeftOutGroup]:
    for reason in LeftOutReason:
        lines = tuple(
            LeftOutLine(each.symbol, scene.say(each.why), scene.cite(each.sources), scene.remarks(each))
            for each in coverage.left_out
            if each.reason is reason
        )
        if lines:
            yield LeftOutGroup(scene.words(f"coverage.reasons.{reason.value}"), lines)


def _vote(scene: Scene, name: ResolutionId) -> Link:
    resolution = scene.facts.one(Resolution, name)
    title = scene.say(resolution.title)
    phrase = Phrase(f"{resolution.symbol}: {title.text}", title.lang)
    return Link(scene.href(address_of(Resolution, name)), phrase)


def _left_out(scene: Scene, scope: Scope) -> str:
    """Say how many entries of the list are about something else: those that are lacking are in the number already."""
    number = len(scope.coverage.left_out) - scope.lacking
    return scene.words("coverage.left_out", n=number) if number else scene.words("coverage.none_left_out")


def _old(scene: Scene, scope: Scope) -> str:
    day, coverage = scene.derived.day, scope.coverage
    if day is None or not is_overdue(coverage, day):
        return ""
    due = scene.date(due_again(coverage))
    months = months_old(coverage, day)
    return scene.words("coverage.old", n=months, due=due) if months else scene.words("coverage.due", due=due)
