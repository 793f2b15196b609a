"""The command line: words, printing, exit codes. The clock is read here and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import click

from generator import engine, pipeline
from generator.diagnostics.codes import CODES
from generator.diagnostics.markdown import as_markdown
from generator.diagnostics.report import as_github, as_json, as_text
from generator.diagnostics.suggest import closest
from generator.paper import PaperError, print_sheets
from generator.pipeline import Checked, EngineError, Folders
from generator.source import SourceFile

WRONG = 1
"""Exit code when the content is wrong. Wrong usage exits with 2, all well with 0."""

_root = click.option(
    "--root",
    default=".",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds content/ and mkdocs.yml. [default: here]",
)
_date = click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day to build for, as 2025-02-24. The same content and day give the same bytes. [default: today]",
)
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "markdown", "json"]),
    default="text",
    help="How to print what is wrong.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Turn the facts in content/ into a site of fact sheets.

    Start with `check`: it reads every file and says what is wrong, where, and what to write instead. `build` publishes
    site/ if nothing is; otherwise the site stays as it was.

    Exit codes: 0 all is well, 1 the content is wrong, 2 the command was not understood.
    """


@main.command()
@_root
@_format
def check(root: Path, form: str) -> None:
    """Read all of content/ and list what is wrong.

    Every error is printed with its file, line and column, the words it is about, and what to write instead. Nothing is
    written.
    """
    checked = pipeline.check(Folders(root).content)
    _report(checked, form)
    sys.exit(WRONG if checked.failed else 0)


@main.command()
@_root
@_date
@_format
def build(root: Path, day: datetime | None, form: str) -> None:
    """Check the content and publish it to site/.

    The site is built aside, every link of it is followed, and only then does it take the place of the old one. If
    anything is wrong, the old one stays.
    """
    checked = _build(root, day, form)
    sys.exit(WRONG if checked is None or checked.failed else 0)


@main.command()
@_root
def pages(root: Path) -> None:
    """Write the pages as Markdown to build/, without making a site of them."""
    checked = pipeline.check(Folders(root).content)
    _report(checked, "text")
    if checked.failed:
        sys.exit(WRONG)
    click.echo(f"wrote {pipeline.write_pages(checked, Folders(root))} pages to build/")


@main.command()
@_root
@_date
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
def serve(root: Path, day: datetime | None, host: str, port: int) -> None:
    """Show the site in a browser, and again after every change in content/.

    A change that is wrong is reported here, and the page stays as it was.
    """
    folders = Folders(root)
    _build(root, day, "text")
    click.echo(f"open http://{host}:{port}/ and edit {folders.content}/; stop with Ctrl+C")
    engine.serve(folders.site, [folders.content], partial(_rebuild, root, day), host, port)


@main.command()
@_root
@click.option("--to", "target", default="pdf", show_default=True, type=click.Path(file_okay=False, path_type=Path))
def pdf(root: Path, target: Path) -> None:
    """Print every published fact sheet as PDF, two pages each, with the browser at hand.

    A browser of the Chromium kind is looked for on the path; CHROMIUM names another.
    """
    checked = pipeline.check(Folders(root).content)
    if checked.failed:
        _report(checked, "text")
        sys.exit(WRONG)
    try:
        for path in print_sheets(Folders(root).site, checked.facts.site.languages, target):
            click.echo(f"wrote {path}")
    except PaperError as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a diagnostic by its CODE: what it means, what is wrong and what is right. Without CODE, list all."""
    if code is None:
        click.echo("\n".join(f"{each.code:24}{each.title}" for each in CODES.values()))
        return
    if code not in CODES:
        guess = closest(code, CODES)
        raise click.BadParameter(f"{code!r} is no code" + (f"; did you mean {guess}?" if guess else ""))
    click.echo(CODES[code].as_text())


def _build(root: Path, day: datetime | None, form: str) -> Checked | None:
    say: Callable[[str], None] = partial(click.echo, err=form != "text")
    try:
        checked = pipeline.build(Folders(root), _day(day), say)
    except EngineError as error:
        click.echo(f"the site could not be built; the old one stays\n{error}", err=True)
        return None
    _report(checked, form)
    return checked


def _rebuild(root: Path, day: datetime | None) -> None:
    _build(root, day, "text")


def _day(day: datetime | None) -> date:
    return day.date() if day else datetime.now(UTC).date()


def _report(checked: Checked, form: str) -> None:
    found = checked.diagnostics
    if form == "json":
        click.echo(as_json(found), nl=False)
    elif form == "github":
        click.echo(as_github(found), nl=False)
    elif form == "markdown":
        click.echo(as_markdown(found), nl=False)
    elif found:
        click.echo(as_text(found, partial(_line, checked.files)), nl=False)
    else:
        click.echo(f"{len(checked.files)} files, nothing wrong")


def _line(files: tuple[SourceFile, ...], name: str, number: int) -> str | None:
    lines = next((file.lines for file in files if file.name == name), ())
    return lines[number - 1] if 0 < number <= len(lines) else None
