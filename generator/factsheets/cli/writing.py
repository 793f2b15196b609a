"""Commands that write files of the repository."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factsheets.cli.shared import WRONG, difference, name_of, print_found, root_option
from factsheets.content import formatting
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.schema import schema_files
from factsheets.content.source import read_folder
from factsheets.editing.writing import write_changes
from factsheets.pipeline import Folders
from factsheets.site import output


@click.command("format")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@root_option
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; show what would change, and exit with 1 then."
)
def restyle(files: tuple[Path, ...], root: Path, *, only_check: bool) -> None:
    """Write FILES in the one form: files or folders of content/, or all of it.

    Keys are put in their order, and so are the codes in a roll call; long texts are wrapped, quotation marks stay only
    where they are needed, and the first line tells editors' tools where the schema lies. What a file says stays, and so
    do its comments. If one of the files cannot be read as YAML, that is reported and nothing is written.
    """
    content = Folders(root).content
    names = [name_of(content, path) for path in files] or [content.name]
    try:
        found = formatting.restyle(
            content, lambda name: any(name == each or name.startswith(f"{each}/") for each in names)
        )
    except formatting.LossError as error:
        said = (
            f"{error}: the one form would say something else than this file does; nothing is written. Please report it"
        )
        raise click.ClickException(said) from error
    if found.diagnostics:
        print_found(found.files, found.diagnostics, "text")
        sys.exit(WRONG)
    for name, text in found.changed.items():
        if only_check:
            file = next(file for file in found.files if file.name == name)
            click.echo(difference(name, file.lines, text.split("\n")), nl=False)
    if not only_check:
        write_changes(root, {name: text.encode() for name, text in found.changed.items()})
    changed, whole = len(found.changed), len(found.files)
    word = "differ from the one form; factsheets format writes it" if only_check else "written in the one form"
    click.echo(f"{changed} of {whole} files {word}" if changed else f"{whole} of {whole} files are in the one form")
    sys.exit(WRONG if only_check and found.changed else 0)


@click.command()
@root_option
def schema(root: Path) -> None:
    """Write the JSON Schemas of the content's files to generator/schemas/, for editors' tools.

    They are made from the record types. An editor that knows them explains every line, offers what may stand there,
    and marks what may not.
    """
    files, _ = read_folder(Folders(root).content)
    pages, folder = schema_files(RECORD_TYPES, formatting.languages_of(files)), root / "generator" / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    output.write(output.plan(pages, folder), pages, folder)
    click.echo(f"wrote {len(pages)} schemas to {folder.relative_to(root)}/")
