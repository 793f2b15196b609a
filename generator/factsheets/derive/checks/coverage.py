"""Coverage that cannot be as it says, and fact sheets called current that are not."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.link import Facts
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.resolution import Resolution
from factsheets.content.source.tree import Path
from factsheets.derive import Derived
from factsheets.derive.checks.finding import Finding
from factsheets.derive.coverage import Scope, due_again
from factsheets.derive.freshness import is_compared, is_kept, is_reviewed, overdue
from factsheets.diagnostics import Severity

BAD_COVERAGE = "bad-coverage"


def coverage_adds_up(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Find coverages without a list, with other numbers than there are, and with votes that are not within them."""
    for scope in derived.scopes:
        if not scope.coverage.sources:
            hint = "add a line sources: with the list it was compared with, as a file in content/sources/"
            yield Finding(BAD_COVERAGE, scope.key, scope.path, "it names no list that it was compared with", hint)
        if scope.coverage.entries != scope.accounted:
            recorded, left_out = len(scope.recorded), len(scope.coverage.left_out)
            message = f"entries: {scope.coverage.entries}, but {recorded} recorded here and {left_out} left out"
            hint = (
                "compare again: factsheets coverage --against FILE; name what the list has and this does not below "
                "left_out:, and what this has and the list does not in beyond:"
            )
            yield Finding(BAD_COVERAGE, scope.key, (*scope.path, "entries"), message, hint)
        yield from _beyond(facts, scope)
        yield from _left_out(facts, scope)


def _left_out(facts: Facts, scope: Scope) -> Iterator[Finding]:
    """Find entries that are left out twice, or are left out and recorded."""
    seen = {facts.one(Resolution, name).symbol for name in scope.within}
    for index, each in enumerate(scope.coverage.left_out):
        if each.symbol in seen:
            message = f"{each.symbol} is left out twice, or stands here and is left out"
            path = (*scope.path, "left_out", index, "symbol")
            yield Finding(BAD_COVERAGE, scope.key, path, message, "delete this entry")
        seen.add(each.symbol)


def _beyond(facts: Facts, scope: Scope) -> Iterator[Finding]:
    for index, name in enumerate(scope.coverage.beyond):
        if name in facts and name not in scope.within:
            message = f"{name} is not within this coverage: another body, another day, or not listed here"
            yield Finding(BAD_COVERAGE, scope.key, (*scope.path, "beyond", index), message, "delete it here")


def coverage_is_of_the_past(_: Facts, derived: Derived) -> Iterator[Finding]:
    """Find coverages that end before they begin, reach further than their comparison, or were made in the future."""
    for scope in derived.scopes:
        coverage = scope.coverage
        # where the editor lives it may be tomorrow already
        late = derived.day and (coverage.compared.earliest - derived.day).days > 1
        wrong: tuple[tuple[str, bool, str], ...] = (
            ("until", coverage.until.latest < coverage.since.earliest, f"it ends before {coverage.since.text}"),
            (
                "until",
                coverage.until.latest > coverage.compared.latest,
                "it reaches beyond the day of the comparison",
            ),
            ("compared", bool(late), f"{coverage.compared.text} is still to come"),
        )
        for field, is_wrong, message in wrong:
            if is_wrong:
                hint = "write the day to which the list reaches, and the day of the comparison"
                yield Finding(BAD_COVERAGE, scope.key, (*scope.path, field), message, hint)


def sheets_are_current(facts: Facts, derived: Derived) -> Iterator[Finding]:
    """Warn of fact sheets that are called current and were compared with nothing, or whose review is overdue."""
    for name, sheet in facts.all(Factsheet).items():
        key = (Factsheet.folder, name)
        if not is_kept(sheet):
            continue
        if not is_compared(sheet):
            hint = "compare it with a list, and write below coverage: which list, until when, and what is left out"
            yield _warning(key, (), "called current, but nothing says how complete its votes are", hint)
        if derived.day and sheet.review_due and not is_reviewed(sheet, derived.day):
            hint = "read it against its sources, then write reviewed: and review_due: anew"
            yield _warning(
                key, ("review_due",), f"called current, but its review was due: {sheet.review_due.text}", hint
            )
    for scope in overdue(facts, derived.day) if derived.day else ():
        message = f"compared on {scope.coverage.compared.text}; that was due again: {due_again(scope.coverage).text}"
        hint = "compare it with the list as it is now: factsheets coverage --against FILE"
        yield _warning(scope.key, (*scope.path, "compared"), message, hint)


def _warning(key: tuple[str, str], path: Path, message: str, hint: str) -> Finding:
    return Finding("not-current", key, path, message, hint, Severity.WARNING)


def selections_say_what_they_leave_out(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Warn of fact sheets that list events or quotations and do not say where that begins and what it leaves out."""
    for name, sheet in facts.all(Factsheet).items():
        if (sheet.events or sheet.statements) and sheet.selection is None and is_kept(sheet):
            message = "it lists events or quotations, and does not say where they begin and what they leave out"
            hint = (
                "add a line selection: with one sentence, such as: From the first vote; meetings before are left out."
            )
            yield Finding("no-selection", (Factsheet.folder, name), (), message, hint, Severity.WARNING)
