"""What the commands share: options, printing, exit codes. The clock is read here and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import Any

import click

from factsheets import pipeline
from factsheets.content.source import SourceFile
from factsheets.content.source.tree import line_in
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.markdown import as_markdown
from factsheets.diagnostics.model import has_errors
from factsheets.diagnostics.report import Touched, as_github, as_json, as_text
from factsheets.editing.writing import put_back
from factsheets.pipeline import Checked, Folders

WRONG = 1
"""Exit code when the content is wrong. Wrong usage exits with 2, all well with 0."""

DUE = 1
"""Exit code when there is something to do."""


def _whole(_context: click.Context, _parameter: click.Parameter, root: Path) -> Path:
    """Take back first what a command that was stopped had half written, so that no command works on that."""
    if names := put_back(root):
        others = f" and {len(names) - 1} others" if len(names) > 1 else ""
        click.echo(f"taken back: {names[0]}{others}, which a command that was stopped had begun to change", err=True)
    return root


root_option = click.option(
    "--root",
    callback=_whole,
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds content/ and mkdocs.yml. [default: here]",
)


class _Day(click.DateTime):
    """A day of the calendar, as content has it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401
        """Return the day; what is none ends the run with how days are written."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day; write year, month and day, as in 2025-02-24", param, ctx)


DAY = _Day(["%Y-%m-%d"])
"""A day on the command line."""

date_option = click.option(
    "--date",
    "day",
    type=DAY,
    metavar="DAY",
    help="The day to ask about, as 2025-02-24. The same content and day give the same bytes. [default: today]",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "markdown", "json"]),
    default="text",
    help="How to print what is wrong.",
)

report_form_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="For a terminal, an issue, a program.",
)


def sound(root: Path, but: str | None = None) -> Checked:
    """Return the content, if it has no errors, or none but of the code that the command helps to mend."""
    checked = pipeline.check(Folders(root).content)
    if has_errors([each for each in checked.diagnostics if each.code != but]):
        raise click.ClickException("the content has errors; factsheets check lists them")
    return checked


def chosen_day(day: datetime | None) -> date:
    """Return the day that was asked for, or today."""
    return day.date() if day else datetime.now(UTC).date()


def is_terminal() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin.isatty()


def report(checked: Checked, form: str, touched: Touched | None = None) -> None:
    """Print what a check found."""
    print_found(checked.files, checked.diagnostics, form, touched)


def print_found(
    files: tuple[SourceFile, ...], found: list[Diagnostic], form: str, touched: Touched | None = None
) -> None:
    """Print diagnostics in a form: `text`, `github`, `markdown` or `json`."""
    if form == "json":
        click.echo(as_json(found), nl=False)
    elif form == "github":
        click.echo(as_github(found, touched), nl=False)
    elif form == "markdown":
        click.echo(as_markdown(found, touched), nl=False)
    elif found:
        click.echo(as_text(found, partial(line_in, files)), nl=False)
    else:
        click.echo(f"{len(files)} files, nothing wrong")


def name_of(content: Path, path: Path) -> str:
    """Return the name of a file or folder of the content, as diagnostics have it; of a link, that of the link."""
    try:
        real = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
        return (content.name / real.relative_to(content.resolve())).as_posix()
    except ValueError as error:
        raise click.BadParameter(f"{path} does not lie in {content}/") from error


def difference(name: str, before: Sequence[str], after: Sequence[str], *, context: int = 3) -> str:
    """Return what would change in a file, as a unified diff."""
    lines = unified_diff(before, after, name, name, lineterm="", n=context)
    return "".join(f"{line}\n" for line in lines) or f"{name}: only line ends, or a mark at the very start\n"
