"""Commands that explain what is proposed and what is wrong with it."""

from __future__ import annotations

import click

from generator.diagnostics.codes import CODES
from generator.diagnostics.suggest import closest


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
