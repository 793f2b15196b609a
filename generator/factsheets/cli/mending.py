"""Commands that change the content: what each would write is shown, and checked on a copy first."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from factsheets import pipeline
from factsheets.cli.failures import MachineError, said
from factsheets.cli.shared import WRONG, difference, is_terminal, name_of, print_found, root_option
from factsheets.content.link import Key
from factsheets.content.source.spans import split
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.codes import CODES
from factsheets.diagnostics.model import only_in
from factsheets.diagnostics.report import shown
from factsheets.diagnostics.suggest import closest
from factsheets.editing import fixes
from factsheets.editing.dry_run import check_with, new_errors, was_read
from factsheets.editing.fixes import Fix, Wanted
from factsheets.editing.renaming import addresses_of, keys_named, new_name, renamed
from factsheets.editing.writing import Changes, write_changes
from factsheets.pipeline import Checked, Folders

_GUESSES = 3
"""Records that are offered in place of a wrong name, at most."""


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@root_option
@click.option("--code", "codes", multiple=True, type=click.Choice(sorted(CODES)), metavar="CODE", help="Only these.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def fix(files: tuple[Path, ...], root: Path, codes: tuple[str, ...], *, yes: bool) -> None:
    """Write what the check knows for certain to be right, in FILES (files or folders of content/) or in all of it.

    Each remedy is shown with the message it answers, and tried first: one that would not take its message away, or
    would bring an error, is not written. On a terminal you are asked for each. Elsewhere nothing is written without
    --yes.

    Exit codes: 0 if nothing is left to write, 1 if something is or a file could not be opened.
    """
    content = Folders(root).content
    wanted = _wanted([name_of(content, path) for path in files], codes)
    asks = not yes and is_terminal()
    writes = yes or asks
    found, written, left = _fix_all(content, wanted, writes=writes, asks=asks)
    click.echo(_summary(found, written, len(left), says_how=not writes))
    sys.exit(WRONG if written < found or any(each.code == "unreadable" for each in left) else 0)


@click.command()
@click.argument("old")
@click.argument("new")
@root_option
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
def rename(old: str, new: str, root: Path, *, dry_run: bool) -> None:
    """Give the file OLD the name NEW, and mend all that names it.

    OLD is people/ada-moe, the file itself, or ada-moe where that is one file only. NEW is a name in the same folder.
    The old address goes on working: the old name is kept in former_ids. Nothing is written if the content has errors,
    now or with the new name.
    """
    content = Folders(root).content
    checked = pipeline.check(content)
    _refuse_errors(checked, checked.diagnostics, "the content has errors; nothing is renamed before they are mended")
    key = _key(checked, content, old)
    is_path = "/" in new and Path(new).parent.resolve().parent == content.resolve()
    name, trouble = new_name(checked, key, name_of(content, Path(new)) if is_path else new)
    if trouble:
        raise click.BadParameter(trouble, param_hint="NEW")
    changes = renamed(checked, key, name, lambda each: (root / each).read_bytes())
    _show_changes(root, changes, f"{'/'.join(key)}.yaml", f"{key[0]}/{name}.yaml")
    after = check_with(content, changes)
    _refuse_errors(after, after.diagnostics, "with the new name the content would have errors; nothing is written")
    if not dry_run:
        _write_all(root, changes)
    done = "would be renamed" if dry_run else "renamed"
    click.echo(f"{done}; {key[1]} is kept in former_ids, so that {addresses_of(checked, key)[0]} goes on working")


@click.command()
@click.argument("record")
@root_option
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
def remove(record: str, root: Path, *, dry_run: bool) -> None:
    """Take the file RECORD away, unless it is still named anywhere: then the places are listed.

    RECORD is people/ada-moe, the file itself, or ada-moe where that is one file only. Its page goes with it.
    """
    content = Folders(root).content
    checked = pipeline.check(content)
    key = _key(checked, content, record)
    name = f"{content.name}/{'/'.join(key)}.yaml"
    unread = [
        each for each in checked.diagnostics if each.place.file != name and not was_read(checked, each.place.file)
    ]
    _refuse_errors(checked, unread, "what is in these files is not known; nothing is removed before they are mended")
    after = check_with(content, {name: None})
    if brought := new_errors(checked, after):
        count = f"{len(brought)} place{'s' * (len(brought) != 1)}"
        click.echo(f"{name} is still needed in {count}; nothing is removed\n\n{_places(after, brought)}", nl=False)
        sys.exit(WRONG)
    if not dry_run:
        _write_all(root, {name: None})
    lost = ", ".join(addresses_of(checked, key))
    click.echo(f"{name} {'would be removed' if dry_run else 'is removed'}; gone from the site with it: {lost}")


def _key(checked: Checked, content: Path, text: str) -> Key:
    """Return the one record that a text names."""
    found = keys_named(checked, name_of(content, Path(text)) if _is_file(text) else text)
    names = ["/".join(key) for key in found]
    if len(found) > 1:
        raise click.BadParameter(f"{text!r} is the name of {len(found)} files; write {' or '.join(names)}")
    if not found:
        guess = " or ".join(_meant(checked, text))
        raise click.BadParameter(f"there is no record {text!r}" + (f"; did you mean {guess}?" if guess else ""))
    return found[0]


def _meant(checked: Checked, text: str) -> list[str]:
    """Return the records that a wrong name may stand for: the nearest, or some that have it as a word of theirs."""
    names = ["/".join(key) for key in checked.facts.records]
    if nearest := closest(text, names):
        return [nearest]
    return [name for name in names if text.casefold() in re.split("[/-]", name)[1:]][:_GUESSES]


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except OSError:  # such as a name that is too long for one
        return False


def _refuse_errors(checked: Checked, found: list[Diagnostic], why: str) -> None:
    if errors := [each for each in found if each.is_error]:
        print_found(checked.files, errors, "text")
        click.echo(why)
        sys.exit(WRONG)


def _show_changes(root: Path, changes: Changes, old: str, new: str) -> None:
    click.echo(f"{old} → {new}\n")
    before = {name: (root / name).read_bytes() for name, data in changes.items() if (root / name).is_file()}
    (gone,) = (name for name, data in changes.items() if data is None)
    for name, data in changes.items():
        if data is not None:
            _echo_difference(name, before.get(name, before[gone]), data, context=0)


def _places(checked: Checked, found: list[Diagnostic]) -> str:
    """Return a line for each place: where it is, and the line of the file or, if that says nothing, the message."""
    lines = {file.name: file.lines for file in checked.files}

    def words(each: Diagnostic) -> str:
        is_named = each.code == "unknown-reference"
        return lines[each.place.file][each.place.span.line - 1].strip() if is_named else each.message

    return "".join(shown(f"{each.place}: {words(each)}") + "\n" for each in found)


def _wanted(names: list[str], codes: tuple[str, ...]) -> Wanted:
    def wanted(each: Diagnostic) -> bool:
        file = each.place.file
        there = not names or any(file == name or file.startswith(f"{name}/") for name in names)
        return there and (not codes or each.code in codes)

    return wanted


def _fix_all(content: Path, wanted: Wanted, *, writes: bool, asks: bool) -> tuple[int, int, list[Diagnostic]]:
    """Try one remedy after the other, each on the content with those before it.

    Return their number, that of those written, and the messages left without one. What is not written is shown
    on top of what was shown before all the same, as it would be written.
    """
    checked, draft = pipeline.check(content), dict[str, bytes | None]()
    passed: list[Diagnostic] = []
    kept = 0
    while each := fixes.next_one(checked, wanted, passed):
        tried = fixes.tried(content, checked, draft, each)
        _show(tried)
        keeps = not tried.objection and (not asks or click.confirm("Write this?"))
        if tried.checked is None or not keeps:
            passed.append(each)
            continue
        if writes:
            _write(content.parent, tried)
        checked = tried.checked
        draft[each.place.file] = tried.after
        kept += 1
    left = list(only_in(filter(wanted, checked.diagnostics), passed))
    return kept + len(passed), kept if writes else 0, left


def _show(tried: Fix) -> None:
    each = tried.diagnostic
    click.echo(shown(f"{each.place}: {each.severity.value}[{each.code}] {each.message}"))
    if tried.after != tried.before:
        _echo_difference(each.place.file, tried.before, tried.after)
    if tried.objection:
        click.echo(shown(f"not written: {tried.objection}"))
    click.echo()


def _echo_difference(name: str, before: bytes, after: bytes, context: int = 3) -> None:
    lines = difference(name, *(split(data.decode()) for data in (before, after)), context=context).split("\n")
    click.echo("\n".join(map(shown, lines)), nl=False)


def _write(root: Path, tried: Fix) -> None:
    name = tried.diagnostic.place.file
    if (root / name).read_bytes() != tried.before:
        raise click.ClickException(f"{name} has changed meanwhile; run the command again")
    _write_all(root, {name: tried.after})


def _write_all(root: Path, changes: Changes) -> None:
    try:
        write_changes(root, changes)
    except OSError as error:
        raise MachineError(f"{said(error)}; every other file is put back if it can be") from error


def _summary(found: int, written: int, left: int, *, says_how: bool) -> str:
    how = "; factsheets fix --yes writes them" if says_how and found else ""
    done = f"{written} of {found} remedies written{how}" if found else "nothing to write"
    messages = "1 message has" if left == 1 else f"{left} messages have"
    return f"{done}\n{messages} no certain remedy; factsheets check shows what to do" if left else done
