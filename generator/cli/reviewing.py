"""Commands that explain what is proposed and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.shared import root_option
from generator.diagnostics.codes import CODES
from generator.diagnostics.suggest import closest
from generator.diff import FORMS, RevisionError, compare, side_of


@click.command()
@root_option
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="text", help="For a terminal, a comment, a program."
)
def diff(root: Path, base: str, head: str | None, form: str) -> None:
    """Say what changes for the reader between BASE and HEAD, two revisions of the repository.

    Without HEAD, BASE is compared with the files as they are now. The first line says what it comes to; then come
    votes, changed quotations, corrections that are owed, facts, sources, pages and messages of the check. How a file
    is written makes no difference. Both sides are checked by this program; nothing of them is run.

    To see only what a branch changes, compare it with where it began: factsheets diff $(git merge-base main HEAD) HEAD

    Exit codes: 0 whether or not something differs, 2 if there is no such revision.
    """
    try:
        found = compare(side_of(root, base), side_of(root, head))
    except RevisionError as error:
        raise click.UsageError(str(error)) from error
    click.echo(FORMS[form](found), nl=False)


@click.command()
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
