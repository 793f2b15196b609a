"""From the JSON of a check and of a diff back to values. It may come from anybody: all else than that is refused."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

from factsheets.content.link import Key
from factsheets.diagnostics import Diagnostic
from factsheets.review.diff.model import Change, Diff, End, Owed, PageChange, VoteChange
from factsheets.review.diff.report import report

LARGEST = 2 * 1024 * 1024
"""Bytes of a file that is read."""

_STRICT = ConfigDict(strict=True, extra="forbid", frozen=True)
_DIAGNOSTICS = TypeAdapter(list[Diagnostic], config=_STRICT)


class UnreadableError(Exception):
    """Data that are not what this program writes."""


class _Written(BaseModel):
    """A diff as `diff --format json` writes it, but that each record is named by its key."""

    model_config = _STRICT

    format: Literal[1]
    summary: str
    base: End
    head: End
    records: dict[str, str]
    changes: tuple[Change, ...]
    votes: tuple[VoteChange, ...]
    owed: tuple[Owed, ...]
    pages: tuple[PageChange, ...] | None
    found: tuple[Diagnostic, ...]
    mended: tuple[Diagnostic, ...]
    resting: dict[str, int]


def diagnostics_of(data: bytes) -> list[Diagnostic]:
    """Return the diagnostics that `check --format json` wrote; raises UnreadableError."""
    try:
        return _DIAGNOSTICS.validate_json(_bounded(data))
    except ValueError as error:
        raise UnreadableError("this is not what check writes") from error


def diff_of(data: bytes) -> Diff:
    """Return the diff that `diff --format json` wrote, of which a report can be made; raises UnreadableError."""
    try:
        written = _Written.model_validate_json(json.dumps(_keyed(json.loads(_bounded(data)))))
        diff = _diff(written)
        report(diff)  # which finds no name for a record, or nothing for which a correction is owed
    except (ValueError, RecursionError, LookupError) as error:
        raise UnreadableError("this is not what diff writes") from error
    return diff


def _diff(written: _Written) -> Diff:
    return Diff(
        written.base,
        written.head,
        {_key(name): said for name, said in written.records.items()},
        written.changes,
        written.votes,
        written.owed,
        written.pages,
        written.found,
        written.mended,
        written.resting,
    )


def _bounded(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise UnreadableError(f"there are more than {LARGEST} bytes")
    return data


def _keyed(tree: object) -> object:
    """Return a tree in which records are named by their keys, where they were by one name: `people/ada-moe`."""
    match tree:
        case {"record": str(name), **rest}:
            return {**rest, "key": _key(name)}
        case {"unread": [*names], **rest}:
            return {**rest, "unread": [_key(str(name)) for name in names]}
        case dict():
            return {name: _keyed(each) for name, each in tree.items()}
        case list():
            return [_keyed(each) for each in tree]
    return tree


def _key(name: str) -> Key:
    folder, _, stem = name.rpartition("/")
    return folder, stem
