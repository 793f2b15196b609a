"""A record under another name: its file moves, its old address is kept, and all that names it names it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from factsheets.content.formatting import form_for
from factsheets.content.formatting.scalars import in_place_of
from factsheets.content.link import WAIVERS, Key, dotted
from factsheets.content.records.base import Record, references
from factsheets.content.records.ids import MemberId, PersonId, StateId
from factsheets.content.records.resolution import Resolution
from factsheets.content.source import Path, SourceFile, bad_stem, read_text
from factsheets.content.source.edits import Edit, edited, scalar_at, under
from factsheets.content.source.tree import AtKey, place
from factsheets.editing.renaming.former import with_former_names
from factsheets.editing.writing import Changes
from factsheets.pipeline import Checked
from factsheets.site.exports import table_of, tree_of
from factsheets.site.pages.shared.parts import address_of

Read: TypeAlias = Callable[[str], bytes]
"""Gives the bytes of a file by its name."""

_OTHERS = {
    StateId.folder: "a person: a state is named by three capitals",
    PersonId.folder: "a state: only states are named in capitals",
}
"""What lists of members would take a name for that has the form of the other folder, by its own folder."""


def keys_named(checked: Checked, text: str) -> list[Key]:
    """Return the records that a text names: `ada-moe`, `people/ada-moe` or `content/people/ada-moe.yaml`."""
    folders = {kind.folder for kind in checked.facts.types}
    named = text.removesuffix(".yaml")
    files = ((file, (file.folder, file.stem)) for file in checked.files if file.folder in folders)
    return [key for file, key in files if named in {key[1], "/".join(key), file.name.removesuffix(".yaml")}]


def addresses_of(checked: Checked, key: Key) -> list[str]:
    """Return the addresses within each language at which a record is published or found, and those of its data."""
    kind = next(kind for kind in checked.facts.types if kind.folder == key[0])
    record = checked.facts.records.get(key)
    names = (key[1], *(record.former_ids if record else ()))
    data = (table_of, tree_of) if kind is Resolution else ()
    return [address_of(kind, name) for name in names] + [each(name) for name in names for each in data]


def new_name(checked: Checked, key: Key, text: str) -> tuple[str, str]:
    """Return the name that a text gives a record, and what forbids it, in words; empty words where nothing does."""
    folder, old = key
    content = next(file.name for file in checked.files if (file.folder, file.stem) == key).partition("/")[0]
    name = text.removesuffix(".yaml").removeprefix(f"{content}/").removeprefix(f"{folder}/")
    if "/" in name:
        return name, f"{text!r} does not lie in {folder}/, where the file stays; write its new name only"
    if trouble := bad_stem(name):
        return name, "; ".join(trouble)
    if name == old:
        return name, "that is its name already"
    return name, next(_mistaken(key, checked.facts.records[key], name), next(_taken(checked, key, name), ""))


def _mistaken(key: Key, record: Record, name: str) -> Iterator[str]:
    """Yield why a computer that sees no capitals, or a list of members, would take the name for another."""
    folder, old = key
    for each in (old, *record.former_ids):
        if name != each and name.casefold() == each.casefold():
            yield f"{name} and {each} differ only in capitals; some computers cannot keep both addresses"
    if folder in {StateId.folder, PersonId.folder} and MemberId(name).target != folder:
        yield f"lists of members would take {name} for {_OTHERS[folder]}"


def _taken(checked: Checked, key: Key, name: str) -> Iterator[str]:
    """Yield which other record has the name, or had it."""
    folder, old = key
    for (other_folder, other), record in checked.facts.records.items():
        if other_folder == folder and other != old:
            if name.casefold() == other.casefold():
                yield f"there is {folder}/{other}.yaml already"
            if name.casefold() in map(str.casefold, record.former_ids):
                yield f"{name} is a former name of {folder}/{other}.yaml; an address leads to one record"


def renamed(checked: Checked, key: Key, name: str, read: Read) -> Changes:
    """Return what is to be written so that a record has another name. The content must be without errors."""
    files = {(file.folder, file.stem): file for file in checked.files}
    moved = files[key]
    changes: dict[str, bytes] = {}
    keep_form = _keeper_of_form(checked)
    for file, edits in _edits(checked, files, key, name):
        before = read(file.name)
        changes[file.name] = keep_form(file, before, edited(before, edits))
    before = read(moved.name)
    record = checked.facts.records[key]
    former = [each for each in (*record.former_ids, key[1]) if each != name]
    data = with_former_names(moved, changes.get(moved.name, before), former, type(record))
    target = f"{moved.name.removesuffix(f'{key[1]}.yaml')}{name}.yaml"
    return {**changes, moved.name: None, target: keep_form(moved, before, data)}


def _keeper_of_form(checked: Checked) -> Callable[[SourceFile, bytes, bytes], bytes]:
    """Return what gives a file's new bytes: in the one form if the old ones were in it, else as they are."""
    one_form = form_for(checked.files, checked.facts.types)

    def formed(file: SourceFile, data: bytes) -> bytes:
        return one_form(read_text(file.name, file.folder, file.stem, data)[0]).encode()

    return lambda file, before, after: formed(file, after) if formed(file, before) == before else after


def _edits(
    checked: Checked, files: Mapping[Key, SourceFile], key: Key, name: str
) -> Iterator[tuple[SourceFile, list[Edit]]]:
    paths: dict[Key, list[Path]] = {}
    for each in checked.facts.mentions.get(key, ()):
        paths.setdefault(each.key, []).append(each.path)
    for other, found in paths.items():
        yield files[other], [_edit(files[other], path, name) for path in found]
    waivers = files.get(WAIVERS)
    if waivers and (edits := list(_in_waivers(checked, waivers, key, name))):
        yield waivers, edits


def _edit(file: SourceFile, path: Path, text: str) -> Edit:
    """Return the edit that writes a text in place of the value or key at a path."""
    span = place(file, path).span
    found = scalar_at(file.tree, file.lines, span) if file.tree else None
    in_brackets = found is not None and found[1]
    return Edit(span, in_place_of(under(file.lines, span), text, in_brackets=in_brackets))


def _in_waivers(checked: Checked, file: SourceFile, key: Key, name: str) -> Iterator[Edit]:
    """Yield the edits of waivers that are about the record's file, or about a fact that is named by the record."""
    folder, old = key
    names = {f"{folder}/{old}.yaml": f"{folder}/{name}.yaml", f"{old}.yaml": f"{name}.yaml"}
    for index, waiver in enumerate(checked.facts.waivers):
        if waiver.file in names:
            yield _edit(file, ("waivers", index, "file"), names[waiver.file])
        for path in _keys_in(checked, key, waiver.file):
            if f"{waiver.at}.".startswith(f"{dotted(path)}."):
                at = dotted((*path[:-1], name)) + waiver.at.removeprefix(dotted(path))
                yield _edit(file, ("waivers", index, "at"), at)
                break


def _keys_in(checked: Checked, key: Key, file: str) -> Iterator[Path]:
    """Yield the paths, in one file, of keys that name a record."""
    for other, record in checked.facts.records.items():
        if file in {f"{other[0]}/{other[1]}.yaml", f"{other[1]}.yaml"}:
            for path, each in references(record):
                if isinstance(path[-1], AtKey) and (each.target, str(each)) == key:
                    yield path
