"""Commands that explain what is proposed and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TextIO, TypeVar

import click

from factsheets.cli.shared import root_option
from factsheets.diagnostics.codes import CODES
from factsheets.diagnostics.suggest import closest
from factsheets.review.diff import FORMS, RevisionError, compare, side_of
from factsheets.review.proposal import Proposal, UnreadableError, diagnostics_of, diff_of
from factsheets.review.proposal import comment as commented
from factsheets.review.proposal.reading import LARGEST

T = TypeVar("T")


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
@click.option("--check", "found", required=True, type=click.Path(path_type=Path), help="What check wrote as JSON.")
@click.option("--diff", "changes", required=True, type=click.Path(path_type=Path), help="What diff wrote as JSON.")
@click.option(
    "--files", required=True, type=click.File(encoding="utf-8"), help="The files it changes: a JSON string a line."
)
@click.option("--pull", required=True, help="The address of the pull request.")
@click.option("--commit", required=True, help="Its last commit, in full.")
@click.option("--run", required=True, help="The address of the run of the check.")
@click.option("--conclusion", required=True, help="How that run ended: success, or otherwise.")
def comment(*, found: Path, changes: Path, files: TextIO, pull: str, commit: str, run: str, conclusion: str) -> None:  # noqa: PLR0913
    """Write the comment on a pull request, as Markdown, from what `check` and `diff` said of it.

    The two files may come from anybody and may say anything, or be missing: only what these commands write is taken,
    and no word of it is markup, a mention or a link.
    """
    names = tuple(str(json.loads(line)) for line in files)
    proposal = Proposal(pull, commit, run, names, conclusion == "success")
    click.echo(commented(proposal, _read(found, diagnostics_of), _read(changes, diff_of)), nl=False)


def _read(path: Path, reader: Callable[[bytes], T]) -> T | None:
    """Return what a file says; None if it is no ordinary file, too large, or not what it should be."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return None
    try:
        return reader(path.read_bytes())
    except UnreadableError:
        return None


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
