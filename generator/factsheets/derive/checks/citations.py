"""Every fact has a receipt, and every conflict says what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.link import Facts, Key, records_of
from factsheets.content.records.base import Conflict, Fact, Named, walk
from factsheets.content.records.body import Rule
from factsheets.content.records.factsheet import Factsheet, KeyFact, Misreading
from factsheets.content.records.resolution import Vote
from factsheets.content.source.tree import Path
from factsheets.derive import Derived
from factsheets.derive.checks.finding import Also, Finding
from factsheets.diagnostics.suggest import certain


def facts_have_sources(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find records without sources, and key facts of fact sheets without their own."""
    hint = "add a line such as sources: [un-charter], with the name of a file in content/sources/ without .yaml"
    within = "write a source between the brackets, such as [un-charter]: a file in content/sources/, without .yaml"
    for key, record in records_of(facts):
        if record.needs_sources and not record.sources:
            is_empty = "sources" in record.model_fields_set
            where: Path = ("sources",) if is_empty else ()
            what = within if is_empty else f"{hint}, at the end of the file"
            yield Finding("no-source", key, where, "this file names no source for what it says", what)
        if isinstance(record, Factsheet):
            for path, value in walk(record):
                if isinstance(value, KeyFact) and not value.sources:
                    yield Finding(
                        "no-source",
                        key,
                        path,
                        f"the fact {value.id!r} names no source",
                        f"{hint}, right below the marked word",
                    )


def names_are_unique(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find two entries of one list with the same id. Rules may share one; their periods differ."""
    for key, record in records_of(facts):
        for path, value in walk(record):
            if isinstance(value, tuple) and all(
                isinstance(each, Named) and not isinstance(each, Rule) for each in value
            ):
                yield from _repeated(key, path, value)


def _repeated(key: Key, path: tuple[str | int, ...], entries: tuple[Named, ...]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if first.setdefault(entry.id, index) != index:
            hint = f"give the newer of the two another id, such as {entry.id}-2"
            yield Finding("duplicate-id", key, (*path, index, "id"), f"{entry.id!r} is the id of two entries", hint)


def anchors_are_free(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find facts and votes whose id is another's on the same page, or that of a part of the page."""
    for key, record in records_of(facts):
        taken: dict[str, Path] = {}
        for path, value in walk(record):
            if isinstance(value, KeyFact | Misreading | Vote):
                clashes = taken.setdefault(value.id, path)[:1] != path[:1]
                if clashes or value.id in record.reserved or value.id.startswith(record.reserved_starts):
                    message = f"{value.id!r} is already the name of another part of this page"
                    yield Finding(
                        "duplicate-id", key, (*path, "id"), message, f"give it another id, such as about-{value.id}"
                    )


def former_names_are_free(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find earlier names of a record that another record has, or had. Some computers see no capitals in names."""
    taken: dict[Key, tuple[Key, Path]] = {(key[0], key[1].casefold()): (key, ()) for key, _ in records_of(facts)}
    for key, record in records_of(facts):
        for index, former in enumerate(record.former_ids):
            if former in record.former_ids[:index]:
                continue  # told as listed twice
            path: Path = ("former_ids", index)
            owner, at = taken.setdefault((key[0], former.casefold()), (key, path))
            if (owner, at) != (key, path):
                message = f"{former!r} is {'a former name' if at else 'the name'} of {'/'.join(owner)} already"
                hint = "delete it here: an address leads to one record only"
                yield Finding("duplicate-id", key, path, message, hint, also=(Also(at, "the other", owner),))


def conflicts_are_sound(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find conflicts about fields that are not there, with one side only, or with a preference for neither."""
    for key, record in records_of(facts):
        for path, value in walk(record):
            if isinstance(value, Fact):
                names = {field.alias or name for name, field in type(value).model_fields.items()}
                for index, conflict in enumerate(value.conflicts):
                    yield from _unsound(key, (*path, "conflicts", index), conflict, names)


def _unsound(key: Key, path: tuple[str | int, ...], conflict: Conflict, names: set[str]) -> Iterator[Finding]:
    for index, field in enumerate(conflict.fields):
        if field not in names:
            right = certain(field, names)
            known = f"the name of the line they disagree about, one of: {', '.join(sorted(names))}"
            hint = f"write {right or known}"
            message = f"there is no line {field!r} here"
            yield Finding("bad-conflict", key, (*path, "fields", index), message, hint, remedy=right)
    if len(conflict.values) < 2:  # noqa: PLR2004 - two sides
        hint = "add the other side below values:, as - {value: …, sources: […]}; without one, delete the conflict"
        yield Finding("bad-conflict", key, (*path, "values"), "a conflict has at least two values", hint)
    said = {text for value in conflict.values for text in value.value.every()}
    if conflict.preferred is not None and conflict.preferred not in said:
        hint = "copy the preferred value letter by letter from values:; while it is open, delete preferred and why"
        yield Finding("bad-conflict", key, (*path, "preferred"), f"{conflict.preferred!r} is none of the values", hint)
