"""The command that compares the content with a list that somebody else keeps. It changes nothing."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from factsheets.cli.shared import DAY, DUE, report_form_option, root_option, sound
from factsheets.content.link import Facts
from factsheets.derive.checks.coverage import BAD_COVERAGE
from factsheets.diagnostics.markdown import as_markdown
from factsheets.diagnostics.report import as_json, as_text
from factsheets.review.coverage import Asked, report, touched, wanted
from factsheets.review.coverage.forms import FORMS
from factsheets.review.coverage.scopes import asked_for, recorded
from factsheets.review.lists import ListError, read

NOT_UNDERSTOOD = 2
"""Exit code when a list cannot be read."""


@dataclass(frozen=True, slots=True)
class _Options:
    """What to compare: a record of coverage by its id, or words and days."""

    name: str | None
    terms: tuple[str, ...]
    since: datetime | None
    until: datetime | None

    def scopes(self, facts: Facts) -> tuple[Asked, ...]:
        """Return what is compared."""
        is_own = bool(self.terms or self.since or self.until)
        if self.name and is_own:
            raise click.UsageError("--scope says itself what is compared; leave --term, --from and --until out")
        if is_own:
            since, until = (each and each.date() for each in (self.since, self.until))
            return (asked_for(facts, self.terms, since, until),)
        every = recorded(facts)
        chosen = tuple(each for each in every if self.name in {None, each.name})
        if self.name and not chosen:
            known = ", ".join(each.name for each in every)
            there = f"there is {known}" if known else "the content has none; say --term, --from or --until"
            raise click.UsageError(f"no record of coverage is called {self.name}; {there}")
        return chosen


@click.command()
@root_option
@click.option(
    "--against",
    "paths",
    required=True,
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The list: .json or .csv as the United Nations publish it, also packed as .xz; or symbols and dates. One that "
    "lies in several files is named file by file.",
)
@click.option("--scope", "name", metavar="ID", help="One record of coverage. [default: all whose bodies are in it]")
@click.option("--term", "terms", multiple=True, metavar="WORD", help="A word in titles, agenda items or subjects.")
@click.option("--from", "since", type=DAY, metavar="DAY", help="The first day to compare.")
@click.option("--until", type=DAY, metavar="DAY", help="The last day to compare.")
@report_form_option
def coverage(root: Path, paths: tuple[Path, ...], form: str, **asked: Any) -> None:  # noqa: ANN401 - click's
    """Compare the votes recorded here with a list of votes.

    Says what is missing here, what is extra, and which days, titles, numbers and positions differ; and what the list
    itself leaves open, each with its line. What is compared stands in the records of coverage, in site.yaml and the
    fact sheets; --term, --from and --until ask about all votes of the content instead.

    Reads the UN's extracts of resolutions (JSON), the voting data of its Digital Library (CSV, General Assembly and
    Security Council), and tables with the columns symbol and date, and title, yes, no and abstain where known.

    Exit codes: 0 if nothing differs, 1 if something does or the content has errors, 2 if the list cannot be read.
    """
    checked = sound(root, but=BAD_COVERAGE)  # whose numbers do not add up comes here to learn what does
    scopes = _Options(**asked).scopes(checked.facts)
    try:
        keep = wanted(checked.facts, scopes)
        found = [read(path, keep) for path in paths]
    except ListError as error:
        _refuse(error, form)
    if not asked["name"]:
        scopes = touched(scopes, found)
    if not scopes:
        raise click.UsageError("no record of coverage is about this list; say what to compare: --term, --from, --until")
    result = report(checked, found, scopes)
    click.echo(FORMS[form](result), nl=False)
    sys.exit(DUE if result.is_different else 0)


def _refuse(error: ListError, form: str) -> NoReturn:
    """Print why a list cannot be read, and end the run."""
    found = [error.diagnostic]
    if form == "text":
        click.echo(as_text(found, lambda _, __: error.text), nl=False)
    else:
        click.echo(as_json(found) if form == "json" else as_markdown(found), nl=False)
    sys.exit(NOT_UNDERSTOOD)
