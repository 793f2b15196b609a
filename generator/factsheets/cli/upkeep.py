"""Commands that say what somebody should look at again. They change nothing."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from factsheets.cli.shared import DAY, DUE, chosen_day, report_form_option, root_option, sound
from factsheets.review.reach import Politeness, visit_all
from factsheets.review.upkeep import link_forms, stale_forms
from factsheets.review.upkeep import links as web
from factsheets.review.upkeep import stale as reviews


@click.command()
@root_option
@click.option("--as-of", "day", type=DAY, metavar="DAY", help="The day to ask about. [default: today]")
@report_form_option
def stale(root: Path, day: datetime | None, form: str) -> None:
    """List what should be read again against its sources, or compared again with a list.

    Those are the ones whose `review_due` has come; `2025-09` comes on 1 September. What has been due for longest stands
    first, with its file and line, when it was last read, and which of its sources have no archived copy.

    Exit codes: 0 if nothing is due, 1 if something is or the content has errors.
    """
    found = reviews.stale(sound(root), chosen_day(day))
    click.echo(stale_forms.FORMS[form](found), nl=False)
    sys.exit(DUE if found.reviews else 0)


@click.command()
@root_option
@report_form_option
def links(root: Path, form: str) -> None:
    """Ask the web whether the addresses in the content still answer. Takes minutes, and changes nothing.

    Asked for are the sources' addresses and archived copies, people's pages, the site and its repository: one at a time
    on each host, with a pause, and never within a private network. What is gone stands first, then what has moved, and
    last what has no archived copy; each with its file and line, and with how many facts rest on it.

    Exit codes: 0 if nothing is gone or has moved for ever, even if some servers refuse programs; 1 if something is or
    has, or nothing was heard from anywhere, or the content has errors.
    """
    checked = sound(root)
    every = web.addresses(checked.facts)
    click.echo("asking the web …", err=True)
    found = web.links(checked, visit_all(every, Politeness(f"factsheets (+{checked.facts.site.repository})")))
    click.echo(link_forms.FORMS[form](found), nl=False)
    sys.exit(DUE if found.is_work else 0)
