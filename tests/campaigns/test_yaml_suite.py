"""Every document of the YAML Test Suite: read as others read it, or refused with a place; and no form changes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from factsheets.content.formatting import proved
from factsheets.content.source import SourceFile, read_text
from factsheets.content.source.tree import plain

CORPUS = Path(__file__).parent / "corpus" / "yaml-test-suite.jsonl"
DOCUMENTS = {each["name"]: each["yaml"] for each in map(json.loads, CORPUS.read_text("utf-8").splitlines())}


def read(text: str) -> tuple[SourceFile, int]:
    """Return the file, and how many things are wrong with it; each has its place, its words and its remedy."""
    file, found = read_text("content/people/x.yaml", "people", "x", text.encode("utf-8", "surrogatepass"))
    lines = max(1, len(file.lines))
    for each in found:
        assert 1 <= each.place.span.line <= lines, each
        assert each.place.span.column >= 1, each
        assert each.message, each
        assert each.hint, each
    return file, len(found)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_read_as_others_read_it_or_refused(name: str) -> None:
    file, wrong = read(DOCUMENTS[name])
    assert (file.tree is None) == (wrong > 0)
    if file.tree is not None:
        told = plain(file.tree)
        assert told == yaml.load(DOCUMENTS[name], Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only
        again, wrong = read(proved(file, {}, None))
        assert wrong == 0
        assert again.tree is not None
        assert plain(again.tree) == told
        assert proved(again, {}, None) == proved(file, {}, None)


def test_all_documents_are_there_and_some_are_read() -> None:
    assert len(DOCUMENTS) > 400
    assert sum(read(text)[1] == 0 for text in DOCUMENTS.values()) > 60
