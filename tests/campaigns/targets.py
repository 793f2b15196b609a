"""What a fuzzer throws bytes at: every place at which the program reads what somebody else wrote.

A target takes bytes and returns nothing. It raises if a promise is broken; refusals that the place promises are none.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from pydantic_core import PydanticCustomError

from factsheets import pipeline
from factsheets.content.formatting import proved
from factsheets.content.parse import parse
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.body import Body
from factsheets.content.records.dates import parse_edtf
from factsheets.content.source import read_text
from factsheets.content.source.tree import plain
from factsheets.editing.drafts.forms import Form, FormError, forms_in, read_form
from factsheets.editing.rollcalls import Voters, voters_of
from factsheets.editing.rollcalls import read as read_roll_call
from factsheets.review.lists import ListError
from factsheets.review.lists import read as read_list
from factsheets.review.proposal import Proposal, UnreadableError, comment, diagnostics_of, diff_of
from factsheets.site.escape import escape, json_in_html
from tests.campaigns.worlds import SCHEMAS
from tests.conftest import REPOSITORY

Target = Callable[[bytes], None]

CORPUS = Path(__file__).parent / "corpus"
"""Inputs that stay: a folder for each target. What once broke a promise is kept there, and tried on every run."""


def reader(data: bytes) -> None:
    """Read a file of content: a tree or diagnostics, each with its place in the file."""
    file, found = read_text("content/people/x.yaml", "people", "x", data)
    lines = max(1, len(file.lines))
    for each in found:
        span = each.place.span
        assert 1 <= span.line <= span.end_line, each
        assert span.line <= lines, each
        assert span.column >= 1, each
        assert each.message, each
        assert each.hint, each
    assert (file.tree is None) == bool(found)


def records(data: bytes) -> None:
    """Take a file for a record of each kind: a record, or diagnostics."""
    for kind in RECORD_TYPES:
        file, found = read_text(f"content/{kind.folder}/x.yaml", kind.folder, "x", data)
        record, wrong = parse(file, kind)
        assert record is not None or found or wrong


def form(data: bytes) -> None:
    """Write a file in the one form: it says the same, and the form has no other."""
    for folder, schema in SCHEMAS.items():
        file, _ = read_text(f"content/{folder}/x.yaml", folder, "x", data)
        if file.tree is None:
            return
        again, found = read_text(file.name, folder, "x", proved(file, schema, None).encode())
        assert found == []
        assert again.tree is not None
        assert _facts(plain(again.tree)) == _facts(plain(file.tree))
        assert proved(again, schema, None) == proved(file, schema, None)


def roll_call(data: bytes) -> None:
    """Read a roll call, as a text and as a table: nobody is listed who is no voter."""
    voters = _assembly()
    for name in ("x.txt", "x.csv"):
        read_roll_call(data, name, voters)


def votes(data: bytes) -> None:
    """Read a list of votes, plain and packed: its entries, or a refusal with a place."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("x.csv", "x.json", "x.json.xz"):
            path = Path(folder) / name
            path.write_bytes(data)
            with suppress(ListError):
                read_list(path, lambda _: True)


def filled(data: bytes) -> None:
    """Read an issue that may be a form that somebody filled in."""
    with suppress(FormError):
        read_form(data.decode("utf-8", "replace"), _forms())


def proposal(data: bytes) -> None:
    """Read what a check and a comparison wrote, which may come from anybody, and write the comment."""
    found, diff = None, None
    with suppress(UnreadableError):
        found = diagnostics_of(data)
    with suppress(UnreadableError):
        diff = diff_of(data)
    address = "https://github.com/example/small"
    said = comment(
        Proposal(f"{address}/pull/5", "0" * 40, f"{address}/actions/runs/7", (), succeeded=True), found, diff
    )
    assert len(said) < 65_000


def dates(data: bytes) -> None:
    """Read a date or a period: one that is there, or a refusal with a reason."""
    text = data.decode("utf-8", "replace")
    with suppress(PydanticCustomError):
        edtf = parse_edtf(text)
        assert edtf.earliest <= edtf.latest
        assert text.isascii()


def escaping(data: bytes) -> None:
    """Escape a text: nothing that is markup anywhere is left."""
    text = data.decode("utf-8", "replace")
    assert not set(escape(text)) & set("<>\"'`*_[](){}|~$!\\\n\r\t")
    held = json_in_html(json.dumps(text))
    assert not set(held) & set("<>&")
    assert json.loads(held) == text


TARGETS: Mapping[str, Target] = {
    "reader": reader,
    "records": records,
    "form": form,
    "roll-call": roll_call,
    "votes": votes,
    "filled": filled,
    "proposal": proposal,
    "dates": dates,
    "escaping": escaping,
}


def _facts(tree: object) -> object:
    """Return what a tree says: the order of names says nothing, nor does that of a list that is sorted."""
    if isinstance(tree, dict):
        return {key: _facts(tree[key]) for key in sorted(tree)}
    return sorted(map(repr, map(_facts, tree))) if isinstance(tree, list) else tree


@cache
def _assembly() -> Voters:
    facts = pipeline.check(REPOSITORY / "content").facts
    return voters_of(facts, facts.one(Body, "un-general-assembly"), parse_edtf("2025-02-24"))


@cache
def _forms() -> list[Form]:
    return forms_in(REPOSITORY / ".github" / "ISSUE_TEMPLATE")
