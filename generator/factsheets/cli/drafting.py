"""How a draft becomes a file: named, held against what is there, written, and checked."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from factsheets import pipeline
from factsheets.cli.shared import WRONG, print_found
from factsheets.content.records.state import State
from factsheets.content.source import bad_stem
from factsheets.diagnostics.model import has_errors
from factsheets.editing.drafts import Desk, Draft, written
from factsheets.pipeline import Folders
from factsheets.site import files


def text_of(desk: Desk, draft: Draft, name: str) -> str:
    """Return the text of a draft's file in the one form; what no file may hold ends the run."""
    try:
        return written(desk.kind, name, draft, desk.languages)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def file_away(root: Path, desk: Desk, text: str, name: str) -> str:
    """Write a new file and show it; return its name as diagnostics have it."""
    path = Folders(root).content / desk.kind.folder / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    files.create(path, text.encode())
    shown = path.relative_to(root).as_posix()
    click.echo(f"wrote {shown}\n\n{text}")
    return shown


def say_what_is_missing(root: Path, written_files: list[str]) -> int:
    """Print what the check says of some files, and return the exit code."""
    checked = pipeline.check(Folders(root).content)
    here = [each for each in checked.diagnostics if each.place.file in written_files]
    click.echo("still missing or wrong:\n" if here else "nothing is wrong with it")
    if here:
        print_found(checked.files, here, "text")
    return WRONG if has_errors(here) else 0


def name_for(desk: Desk, draft: Draft, name: str | None, *, asks: bool) -> str:
    """Return a free name for the file: the one given, or one that follows from the draft."""
    guess = desk.suggested(draft)
    if name is None and asks:
        return str(click.prompt("\nThe file's name, for ever", default=guess, value_proc=partial(free_name, desk)))
    if name is None and guess is None:
        what = "the state's three-letter code" if desk.kind is State else "letters a to z, digits and hyphens"
        raise click.UsageError(f"no name for the {_word(desk)}'s file follows from this; give one: {what}")
    return free_name(desk, name or guess or "")


def free_name(desk: Desk, name: str) -> str:
    """Return a name that a new file can have; raises UsageError, which a prompt answers by asking again."""
    if problem := bad_stem(name):
        raise click.UsageError("; ".join(problem))
    if name in desk.taken():
        raise click.UsageError(f"{desk.kind.folder}/{name}.yaml is there already, or was")
    return name


def _word(desk: Desk) -> str:
    return desk.kind.__name__.lower()


def must_be_new(desk: Desk, draft: Draft, *, asks: bool) -> None:
    """End the run where something like the draft is there already, unless whoever answers says that it is another."""
    found = desk.likely(draft)
    for each in found:
        click.echo(f"there is already {each.name}: {each.words}", err=True)
    if found and not asks:
        click.echo("nothing was written; if yours is another one, say so with --anyway", err=True)
    if found and not (asks and click.confirm("Is yours another one?")):
        sys.exit(WRONG)
