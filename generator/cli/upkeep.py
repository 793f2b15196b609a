"""Commands that say what somebody should look at again. They change nothing."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from generator import pipeline
from generator.cli.shared import DAY, chosen_day, root_option
from generator.pipeline import Checked, Folders
from generator.reach import Manners, visit_all
from generator.upkeep import link_forms, stale_forms
from generator.upkeep import links as web
from generator.upkeep import stale as reviews

DUE = 1
"""Exit code when there is something to do."""

_form_option = click.option(
    "--format",
    "form",
    type=click.Choice(list(link_forms.FORMS)),
    default="text",
    help="For a terminal, an issue, a program.",
)


@click.command()
@root_option
@click.option("--as-of", "day", type=DAY, metavar="DAY", help="The day to ask about. [default: today]")
@_form_option
def stale(root: Path, day: datetime | None, form: str) -> None:
    """List the fact sheets and facts that should be read again against their sources.

    Those are the ones whose `review_due` has come; `2025-09` comes on 1 September. What has been due for longest stands
    first, with its file and line, when it was last read, and which of its sources have no archived copy.

    Exit codes: 0 if nothing is due, 1 if something is or the content has errors.
    """
    found = reviews.stale(_sound(root), chosen_day(day))
    click.echo(stale_forms.FORMS[form](found), nl=False)
    sys.exit(DUE if found.reviews else 0)


@click.command()
@root_option
@_form_option
def links(root: Path, form: str) -> None:
    """Ask the web whether the addresses in the content still answer. Takes minutes, and changes nothing.

    Asked for are the sources' addresses and archived copies, people's pages, the site and its repository: one at a time
    on each host, with a pause, and never within a private network. What is gone stands first, then what has moved, and
    last what has no archived copy; each with its file and line, and with how many facts rest on it.

    Exit codes: 0 if nothing is gone or has moved for ever, even if some servers refuse programs; 1 if something is or
    has, or nothing was heard from anywhere, or the content has errors.
    """
    checked = _sound(root)
    every = web.addresses(checked.facts)
    click.echo("asking the web …", err=True)
    found = web.links(checked, visit_all(every, Manners(f"factsheets (+{checked.facts.site.repository})")))
    click.echo(link_forms.FORMS[form](found), nl=False)
    sys.exit(DUE if found.is_work else 0)


def _sound(root: Path) -> Checked:
    """Return the content, if it has no errors."""
    checked = pipeline.check(Folders(root).content)
    if checked.failed:
        raise click.ClickException("the content has errors; factsheets check lists them")
    return checked
