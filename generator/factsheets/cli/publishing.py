"""Commands that check the content and publish it."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from factsheets import pipeline
from factsheets.cli.failures import MachineError, refused
from factsheets.cli.shared import WRONG, chosen_day, date_option, format_option, report, root_option
from factsheets.pipeline import Checked, EngineError, Folders
from factsheets.review.diff import RevisionError, touched
from factsheets.site import engine, publish
from factsheets.site.printing import PaperError, print_sheets

_FIRST_FREE_PORT, _LAST_PORT = 1024, 65535
"""Those that anybody may listen on: the ones before are kept for the system."""

wait_option = click.option(
    "--wait/--no-wait", "waits", default=True, help="Wait for another build that is running, or end. [default: wait]"
)


@click.command()
@root_option
@date_option
@format_option
@click.option("--since", "base", help="A revision: for GitHub, what is on lines touched since then comes first.")
def check(root: Path, day: datetime | None, form: str, base: str | None) -> None:
    """Read all of content/ and list what is wrong.

    Every error is printed with its file, line and column, the words it is about, and what to write instead. Nothing is
    written.
    """
    try:
        lines = touched(root, base) if base else {}
    except RevisionError as error:
        raise click.UsageError(str(error)) from error
    checked = pipeline.check(Folders(root).content, day=chosen_day(day))
    report(checked, form, lines)
    sys.exit(WRONG if checked.failed else 0)


@click.command()
@root_option
@date_option
@format_option
@wait_option
@click.option("--integrity", is_flag=True, help="Write hashes of scripts and styles: for a server, not for a folder.")
def build(root: Path, day: datetime | None, form: str, *, waits: bool, integrity: bool) -> None:
    """Check the content and publish it to site/.

    The site is built aside, every link of it is followed, and only then does it take the place of the old one. If
    anything is wrong, the old one stays. The old one is kept in build/, and `rollback` puts it back.

    With --integrity, browsers refuse a script or a style that was changed after the build. Browsers cannot compare what
    comes from a folder, so such pages need a server.
    """
    checked = _build(root, day, form, waits=waits, integrity=integrity)
    sys.exit(WRONG if checked is None or checked.failed else 0)


@click.command()
@root_option
@date_option
@wait_option
def pages(root: Path, day: datetime | None, *, waits: bool) -> None:
    """Write the pages as Markdown to build/, without making a site of them."""
    folders = Folders(root)
    checked = pipeline.check(folders.content, day=chosen_day(day))
    report(checked, "text")
    if checked.failed:
        sys.exit(WRONG)
    with _alone(folders, partial(click.echo, err=True), waits=waits):
        click.echo(f"wrote {pipeline.write_pages(checked, folders)} pages to build/")


@click.command()
@root_option
@wait_option
def rollback(root: Path, *, waits: bool) -> None:
    """Put the site back that was published before this one.

    Run again, it brings this one back: the two trade places. The content stays as it is, so mend that next.
    """
    folders = Folders(root)
    with _alone(folders, partial(click.echo, err=True), waits=waits):
        try:
            pipeline.roll_back(folders)
        except publish.NoSiteError as error:
            raise click.ClickException("there is no previous site: only one was published here so far") from error
    built = datetime.fromtimestamp((folders.site / "index.html").stat().st_mtime, UTC)
    click.echo(f"{folders.site.name}/ is again the site that was built on {built:%Y-%m-%d at %H:%M} UTC")


@click.command()
@root_option
@date_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, _LAST_PORT), help="The port to listen on."
)
def serve(root: Path, day: datetime | None, host: str, port: int) -> None:
    """Show the site in a browser, and again after every change in content/.

    A change that is wrong is reported here, and the page stays as it was.
    """
    folders = Folders(root)
    _build(root, day, "text", waits=True)
    if not folders.content.is_dir():
        sys.exit(WRONG)
    click.echo(f"open http://{host}:{port}/ and edit {folders.content}/; stop with Ctrl+C")
    try:
        engine.serve(folders.site, [folders.content], partial(_rebuild, root, day), host, port)
    except (OSError, UnicodeError) as error:
        if words := _not_listening(error, host, port):
            raise words from error
        raise


@click.command()
@root_option
@click.option("--to", "target", default="pdf", show_default=True, type=click.Path(file_okay=False, path_type=Path))
def pdf(root: Path, target: Path) -> None:
    """Print every published fact sheet as PDF, two pages each, with the browser at hand.

    A browser of the Chromium kind is looked for on the path; CHROMIUM names another.
    """
    checked = pipeline.check(Folders(root).content)
    if checked.failed:
        report(checked, "text")
        sys.exit(WRONG)
    try:
        for path in print_sheets(Folders(root).site, checked.facts.site.languages, target):
            click.echo(f"wrote {path}")
    except PaperError as error:
        raise click.ClickException(str(error)) from error


def _build(root: Path, day: datetime | None, form: str, *, waits: bool, integrity: bool = False) -> Checked | None:
    say: Callable[[str], None] = partial(click.echo, err=form != "text")
    folders = Folders(root)
    try:
        with _alone(folders, say, waits=waits):
            checked = pipeline.build(folders, chosen_day(day), say, integrity=integrity)
    except EngineError as error:
        click.echo(f"the site could not be built; the old one stays\n{error}", err=True)
        return None
    report(checked, form)
    return checked


def _not_listening(error: OSError | UnicodeError, host: str, port: int) -> click.ClickException | None:
    """Return why nobody can be served at an address; None where that is not what failed."""
    number = getattr(error, "errno", None) or 0
    if number == errno.EADDRINUSE:
        other = port + 1 if port < _LAST_PORT else _FIRST_FREE_PORT
        return MachineError(f"another program listens on port {port}; choose another one, as in --port {other}")
    if number in {errno.EACCES, errno.EPERM} and getattr(error, "filename", None) is None:
        return MachineError(f"port {port} is kept for others; choose one from {_FIRST_FREE_PORT}, as in --port 8000")
    return (
        click.UsageError(f"{host!r} is no address that can be listened on; leave --host out") if number <= 0 else None
    )


def _rebuild(root: Path, day: datetime | None) -> None:
    """Build again and say what went wrong, whatever it is: what is raised would leave the browser waiting."""
    try:
        _build(root, day, "text", waits=True)
    except Exception as error:  # noqa: BLE001 - a fault of the program is printed whole, and the old site still served
        text = refused(error) or "".join(traceback.format_exception(error))
        click.echo(f"the site could not be built; the old one stays\n{text}", err=True)


@contextmanager
def _alone(folders: Folders, say: Callable[[str], None], *, waits: bool) -> Iterator[None]:
    """Hold the lock of the build folder meanwhile."""
    since = f"{datetime.now(UTC):%H:%M} UTC"
    try:
        with publish.only_builder(folders.build, since, say, waits=waits):
            yield
    except publish.BusyError as error:
        raise MachineError(f"{error}; run the command again when it has ended") from error
