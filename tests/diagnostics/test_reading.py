"""A broken file in; its code, place and the words under the carets out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source import SourceFile, read_text
from generator.source.tree import Mapping, Scalar

BROKEN = [
    ("a: 1\n\tb: 2\n", "yaml-tab 2:1", "\t"),
    ("a:\n\tb: 1\n", "yaml-tab 2:1", "\t"),
    ("a: b: c\n", "yaml-syntax 1:5", ":"),
    ("title: 'Talks\nb: c\n", "yaml-quote 1:8", "'"),
    ("a: [1, 2\nb: 3\n", "yaml-bracket 1:4", "["),
    ("a: @x\n", "yaml-syntax 1:4", "@"),
    ("a: 1\nb 2\nc: 3\n", "yaml-syntax 3:1", "c"),
    ("a: &x 1\nb: *x\n", "yaml-alias 1:4", "&x 1"),
    ("a: !!int 3\n", "yaml-tag 1:4", "!!int 3"),
    ("a: 1\n---\nb: 2\n", "yaml-second-document 2:1", "---"),
    ("%YAML 1.1\n---\na: 1\n", "yaml-directive 1:1", "%YAML 1.1"),
    ("a: " + "[" * 60, "yaml-too-deep 1:24", "["),
    ("a: 1\na: 2\n", "duplicate-key 2:1", "a"),
    ("a:\n", "empty-value 1:1", "a"),
    ("a: ~\n", "empty-value 1:4", "~"),
    ("a: [x, null]\n", "empty-value 1:8", "null"),
    ("hello world\n", "not-a-record 1:1", "hello world"),
    ("", "not-a-record 1:1", ""),
    ("- a\n", "not-a-record 1:1", "- a"),
    ('a: "\\u202E"\n', "forbidden-character 1:4", '"\\u202E"'),
    ("a: x\u202ey\n", "forbidden-character 1:5", "\u202e"),
    ("a: 1 # \u2066\n", "forbidden-character 1:8", "\u2066"),
    ("a: x\x00y\n", "forbidden-character 1:5", "\x00"),
]


def read(data: bytes) -> tuple[SourceFile, list[str]]:
    file, found = read_text("content/x.yaml", "", "x", data)
    return file, [f"{each.code} {each.place.span.line}:{each.place.span.column}" for each in found]


@pytest.mark.parametrize(("text", "expected", "words"), BROKEN)
def test_a_broken_file_is_explained_at_its_words(text: str, expected: str, words: str) -> None:
    file, found = read_text("content/x.yaml", "", "x", text.encode())
    place = found[0].place.span
    assert [f"{each.code} {each.place.span.line}:{each.place.span.column}" for each in found] == [expected]
    assert file.tree is None
    end = place.end_column - 1 if place.end_line == place.line else None
    assert file.lines[place.line - 1][place.column - 1 : end] == words
    assert found[0].hint


def test_bytes_that_are_no_text_are_placed() -> None:
    assert read(b"a: 1\nb: caf\xe9\n")[1] == ["not-utf-8 2:7"]
    assert read("a: 1\n".encode("utf-16"))[1] == ["not-utf-8 1:1"]
    assert read(b"\x89PNG\r\n\x1a\n\x00\x00")[1] == ["not-utf-8 1:1"]
    assert read(b"a: 1\n" * 200_000)[1] == ["file-too-large 1:1"]


def test_an_alias_bomb_dies_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 20)]
    assert read("\n".join(lines).encode())[1] == ["yaml-alias 1:5"]


@pytest.mark.parametrize("text", ["NO", "yes", "12:30", "1.10", "0123", "1740355200", "10_0", "1e3"])
def test_every_value_is_text(text: str) -> None:
    file, found = read_text("content/x.yaml", "", "x", f"a: {text}\n".encode())
    assert found == []
    assert isinstance(file.tree, Mapping)
    value = file.tree.entries[0].value
    assert isinstance(value, Scalar)
    assert value.text == text


def test_all_repeated_names_are_reported_at_once_with_both_places() -> None:
    _, found = read_text("content/x.yaml", "", "x", b"a: 1\nb: 2\na: 3\nb: 4\nc:\n")
    assert [each.code for each in found] == ["duplicate-key", "duplicate-key", "empty-value"]
    assert [each.related[0].place.span.line for each in found[:2]] == [1, 2]


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data: bytes) -> None:
    file, found = read_text("content/x.yaml", "", "x", data)
    assert (file.tree is None) == bool(found)


@given(st.text(alphabet=st.sampled_from("ab:-[]{}'\"\n #&*!|>%@`,?~\t\\"), max_size=60))
def test_any_text_is_answered_within_the_file(text: str) -> None:
    file, found = read_text("content/x.yaml", "", "x", text.encode())
    assert (file.tree is None) == bool(found)
    assert all(each.place.span.line <= max(1, len(file.lines)) for each in found)
