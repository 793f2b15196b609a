"""`factsheets new --from-form`: what somebody filled in on GitHub, as files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from factsheets import pipeline
from factsheets.cli.drafting import file_away, must_be_new, name_for, text_of
from factsheets.cli.shared import chosen_day
from factsheets.editing.drafts import AnswerError, Desk, desk_for
from factsheets.editing.drafts.corrections import FORM, correction, places_of, record_of, with_correction
from factsheets.editing.drafts.filling import KINDS, begin, begin_source, citing, known_source
from factsheets.editing.drafts.forms import Filled, FormError, forms_in, read_form
from factsheets.pipeline import Checked, Folders
from factsheets.site import files


@dataclass(frozen=True, slots=True)
class _Source:
    """The source that a form names: its id, and the text of its file where that is not there yet."""

    name: str
    desk: Desk | None = None
    text: str = ""


def from_form(root: Path, text: str, *, anyway: bool) -> list[str]:
    """Write what a form begins, and its source where that is not there yet; return the names of the files."""
    checked = pipeline.check(Folders(root).content)
    try:
        filled = read_form(text, forms_in(root / ".github" / "ISSUE_TEMPLATE"))
        source = _source(checked, filled)
        written = _correct if filled.form == FORM else _record
        return written(root, checked, filled, source, anyway=anyway)
    except (FormError, AnswerError) as error:
        raise click.UsageError(str(error)) from error


def _source(checked: Checked, filled: Filled) -> _Source:
    if known := known_source(checked.facts, filled):
        return _Source(known)
    begun = begin_source(checked.facts, filled)
    name = name_for(begun.desk, begun.draft, None, asks=False)
    return _Source(name, begun.desk, text_of(begun.desk, begun.draft, name))


def _record(root: Path, checked: Checked, filled: Filled, source: _Source, *, anyway: bool) -> list[str]:
    begun = begin(checked.facts, filled, KINDS[filled.form])
    if not anyway:
        must_be_new(begun.desk, begun.draft, asks=False)
    for remark in begun.remarks:
        click.echo(f"- {remark}", err=True)
    name = name_for(begun.desk, begun.draft, None, asks=False)
    text = text_of(begun.desk, citing(begun.draft, source.name, filled), name)
    file = file_away(root, begun.desk, text, name)
    return [*_write_source(root, source), file]


def _correct(root: Path, checked: Checked, filled: Filled, source: _Source, **_: bool) -> list[str]:
    folder, name = record_of(checked.facts, filled)
    desk = desk_for(checked.facts, next(kind for kind in checked.facts.types if kind.folder == folder))
    file = next(each for each in checked.files if (each.folder, each.stem) == (folder, name))
    try:
        text = with_correction(desk, file, correction(desk, filled, chosen_day(None)))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    files.write(root / file.name, text.encode())
    click.echo(f"added the correction to {file.name}; the fact itself is for you to change, citing {source.name}")
    places = places_of(file, filled.answers.get("was", ""))
    for place in places:
        click.echo(f"  {place} has these words")
    if not places:
        click.echo("  these words stand nowhere in the file as they are; the page may have made them of others")
    return [*_write_source(root, source), file.name]


def _write_source(root: Path, source: _Source) -> list[str]:
    return [file_away(root, source.desk, source.text, source.name)] if source.desk else []
