"""The command line: words, printing, exit codes."""

from __future__ import annotations

import click

from factsheets.cli import comparing, mending, publishing, reviewing, upkeep, writing
from factsheets.cli.failures import Commands
from factsheets.cli.new import new

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Turn the facts in content/ into a site of fact sheets.

    Start with `check`: it reads every file and says what is wrong, where, and what to write instead. `build` publishes
    site/ if nothing is; otherwise the site stays as it was.

    Exit codes: 0 all is well, 1 the content is wrong, 2 the command was not understood, 3 the machine failed, 130 it
    was stopped with Ctrl+C.
    """


for _command in (
    publishing.check,
    publishing.build,
    publishing.pages,
    publishing.rollback,
    publishing.serve,
    publishing.pdf,
    new,
    writing.restyle,
    writing.schema,
    mending.fix,
    mending.rename,
    mending.remove,
    reviewing.comment,
    reviewing.diff,
    reviewing.explain,
    upkeep.stale,
    upkeep.links,
    comparing.coverage,
):
    main.add_command(_command)
