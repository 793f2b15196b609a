"""A broken file in; its code, place and the words under the carets out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets.content.source import SourceFile, read_text
from factsheets.content.source.tree import Mapping, Node, Scalar
from factsheets.diagnostics import Diagnostic, Span
from factsheets.diagnostics.codes import CODES

NEST = "a: " + "[" * 60

BROKEN = [
    # tabs
    ("a: 1\n\tb: 2\n", "yaml-tab 2:1 \t"),
    ("a:\n\t\tb: 1\n", "yaml-tab 2:1 \t\t"),
    ("- \ta\nb: 1\n", "yaml-tab 1:3 \t"),
    # colons
    ("title: Talks: round two\nb: 1\n", "yaml-syntax 1:8 Talks: round two"),
    ("- a: b: c # d\n", "yaml-syntax 1:6 b: c"),
    ("a: 1\nb 2\nc: 3\n", "yaml-syntax 2:1 b 2"),
    ("born:1981\nname: x\n", "yaml-syntax 1:1 born:1981"),
    ("name: x\nborn:1981\n", "yaml-syntax 2:1 born:1981"),
    ("born:1981\n", "yaml-syntax 1:1 born:1981"),
    ("text: >-\n  one\ntwo\n", "yaml-syntax 3:1 two"),
    ("a:\n  b\n  c: d\n", "yaml-syntax 2:3 b"),
    ("a: 1\n: b\n", "yaml-syntax 2:1 : b"),
    ("? [a]\n: b\n", "yaml-syntax 1:3 [a]"),
    ("{a: b}: c\n", "yaml-syntax 1:1 {a: b}"),
    # quotation marks
    ("title: 'Talks\nb: c\n", "yaml-quote 1:8 '"),
    ('title: "Talks\nb: "c"\n', 'yaml-quote 1:8 "'),
    ('title: "Talks" and "more"\n', 'yaml-quote 1:8 "Talks" and "more"'),
    ("title: 'it's'\n", "yaml-quote 1:8 'it's'"),
    ("title: [sic] Talks\n", "yaml-quote 1:8 [sic] Talks"),
    ('a: "C:\\dir"\n', "yaml-quote 1:7 \\d"),
    ('a: "\\ud800"\n', "yaml-quote 1:5 \\u"),
    # signs
    ("a: @x # y\n", "yaml-syntax 1:4 @x"),
    ("a: `x`\n", "yaml-syntax 1:4 `x`"),
    ("a: %x\n", "yaml-syntax 1:4 %x"),
    ("a: **x**\n", "yaml-syntax 1:4 **x**"),
    ("a: & b\n", "yaml-syntax 1:4 & b"),
    ("a: !x!y z\n", "yaml-syntax 1:4 !x!y z"),
    ("a: , x\n", "yaml-syntax 1:4 , x"),
    ("a: > x\n", "yaml-syntax 1:4 > x"),
    ("a: ? x\n", "yaml-syntax 1:4 ? x"),
    # columns
    ("a: 1\n  b: 2\n", "yaml-indent 2:3 b: 2"),
    ("a:\n  b: 1\n c: 2\n", "yaml-indent 3:2 c: 2"),
    ("a:\n  - x: 1\n   y: 2\n", "yaml-indent 3:4 y: 2"),
    ("a:\n  - x: 1\n     y: 2\n", "yaml-indent 3:6 y: 2"),
    (" a: 1\nb: 2\n", "yaml-indent 1:2 a: 1"),
    ("a: x # y\n z\n", "yaml-indent 2:2 z"),
    ("a: 1\n- b\n", "yaml-indent 2:1 - b"),
    ("- b\na: 1\n", "yaml-indent 1:1 - b"),
    ("a: - b\n", "yaml-indent 1:4 - b"),
    ("{a: 1}\nb: 2\n", "yaml-indent 2:1 b: 2"),
    # brackets
    ("a: [1, 2\nb: 3\n", "yaml-bracket 1:4 ["),
    ("a: [1,\n", "yaml-bracket 1:4 ["),
    ("a: {b: 1\n", "yaml-bracket 1:4 {"),
    ("a: [[1, 2], [3\n", "yaml-bracket 1:13 ["),
    ("a: [1, 2}\n", "yaml-bracket 1:9 }"),
    ("a: [1, 2]]\n", "yaml-bracket 1:10 ]"),
    ("a: [1,\n  2], 3\n", "yaml-bracket 2:5 ,"),
    ("a: {b: c, d: [? e: f\n", "yaml-bracket 1:14 ["),
    ("a: {b: 1,\n  c: 2 d: 3}\n", "yaml-bracket 2:9 :"),
    ("a: [1,, 2]\n", "yaml-bracket 1:7 ,"),
    ('a: ["x" "y"]\n', 'yaml-bracket 1:9 "y"]'),
    ("a: [x: y: z]\n", "yaml-bracket 1:9 :"),
    # what YAML has and records have not
    ("a: &x 1\n", "yaml-alias 1:4 &x"),
    ("a: [b, *x]\n", "yaml-alias 1:8 *x"),
    ("a: &x\n  b: c\n", "yaml-alias 1:4 &x"),
    ("a: !!int 3\n", "yaml-tag 1:4 !!int"),
    ("a: !x {b: c}\n", "yaml-tag 1:4 !x"),
    ("a: 1\n---\nb: 2\n", "yaml-second-document 2:1 ---"),
    ("a: 1\n...\nb: 2\n", "yaml-second-document 3:1 b: 2"),
    ("a: 1\n... b: 2\n", "yaml-second-document 2:5 b: 2"),
    ("%YAML 1.1\n---\na: 1\n", "yaml-directive 1:1 %YAML 1.1"),
    ("%YAML 9.9\n---\na: 1\n", "yaml-directive 1:1 %YAML 9.9"),
    ("%odd thing\na: 1\n", "yaml-directive 1:1 %odd thing"),
    (NEST, "yaml-too-deep 1:24 ["),
    # names and values
    ("a: 1\na: 2\n", "duplicate-key 2:1 a"),
    ('a: 1\n"a": 2\n', 'duplicate-key 2:1 "a"'),
    ("a:\n", "empty-value 1:1 a"),
    ("a: ~\n", "empty-value 1:4 ~"),
    ("a: [x, null]\n", "empty-value 1:8 null"),
    ("a:\n  -\n  - x\n", "empty-value 2:3 -"),
    # no record at all
    ("hello world\n", "not-a-record 1:1 hello world"),
    ("Talks began.\nHe said so: yes.\n", "not-a-record 1:1 Talks began."),
    ('<html>\n<a href="x">: y\n', "not-a-record 1:1 <html>"),
    ("", "not-a-record 1:1 "),
    ("# nothing yet\n", "not-a-record 1:1 #"),
    ("- a\n", "not-a-record 1:1 - a"),
    # characters
    ('a: "\\u202E"\n', 'forbidden-character 1:4 "\\u202E"'),
    ('"\\0": b\n', 'forbidden-character 1:1 "\\0"'),
    ("a: x\u202ey\n", "forbidden-character 1:5 \u202e"),
    ("a: 1 # \u2066\n", "forbidden-character 1:8 \u2066"),
    ("a: x\x00y\n", "forbidden-character 1:5 \x00"),
    ("a: x\x85y\n", "forbidden-character 1:5 \x85"),
    ("a: x\U000e0041y\n", "forbidden-character 1:5 \U000e0041"),
    ("a: x\U0001ffffy\n", "forbidden-character 1:5 \U0001ffff"),
]


def read(data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    return read_text("content/x.yaml", "", "x", data)


def told(data: bytes) -> list[str]:
    return [f"{each.code} {each.place.span.line}:{each.place.span.column}" for each in read(data)[1]]


def under(file: SourceFile, span: Span) -> str:
    end = span.end_column - 1 if span.end_line == span.line else None
    return file.lines[span.line - 1][span.column - 1 : end]


@pytest.mark.parametrize(("text", "expected"), BROKEN)
def test_a_broken_file_is_explained_at_its_words(text: str, expected: str) -> None:
    file, found = read(text.encode())
    spans = [each.place.span for each in found]
    assert [
        f"{each.code} {span.line}:{span.column} {under(file, span)}" for each, span in zip(found, spans, strict=True)
    ] == [expected]
    assert file.tree is None
    assert found[0].code in CODES
    assert found[0].hint


@pytest.mark.parametrize("text", [text for text, _ in BROKEN if any(each.remedy for each in read(text.encode())[1])])
def test_a_remedy_mends_the_file(text: str) -> None:
    file, (wrong,) = read(text.encode())
    span, lines = wrong.place.span, list(file.lines)
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + (wrong.remedy or "") + line[span.end_column - 1 :]
    assert [each.message for each in read("\n".join(lines).encode())[1] if each.code != "not-a-record"] == []


WORDS = [
    ("title: Talks: round two\n", 'write "Talks: round two"'),
    ("born:1981\n", "write born: 1981"),
    ("title: 'it's'\n", 'write "it\'s"'),
    ('title: "Talks" and "more"\n', """write '"Talks" and "more"'"""),
    ("a: @x\n", 'write "@x"'),
    ("a: [1, 2}\n", "write ]"),
    ("a:\n  b: 1\n c: 2\n", "start it with no space (like line 1) or 2 spaces (like line 2)"),
    ("a:\n  - b\n c: 2\n", "or 2 spaces (like line 2); if"),
    ("a:\n  - x: 1\n     y: 2\n", "start this line with 4 spaces, so that it stands below 'x' in line 2"),
    ("a: 'x\nb: 1\n", "write 'x'"),
    ("born = 1981\nname: x\n", "write born: 1981"),
    ("born 1981\nname: x\n", "write born: 1981"),
    ("a:\n  -b: x\n  - c: y\n", "write a space behind it"),
    ("a:\n  - c: y\n  -b: x\n", "write a space behind it"),
    ("a:\u00a01981\nb: c\n", "press the space bar"),
    ("a: b\n\u00a0 c: d\n  e: f\n", "press the space bar"),
    ("a: #2774, the war\n", 'write "#2774, the war"'),
    ("a:\nb: c\n", "put two more spaces in front of each"),
    ("a: {en: Oslo, Norway, de: x}\n", 'write "Oslo, Norway"'),
    ("a: {en Oslo}\n", "write en: Oslo"),
    ("a: {en:Oslo}\n", "write en: Oslo"),
    ("a: {en: x, de}\n", 'write "x, de"'),
    ("a: {b: c, d: }\n", "behind it"),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_the_hint_says_what_to_type(text: str, words: str) -> None:
    assert words in read(text.encode())[1][0].hint


def test_bytes_that_are_no_text_are_placed() -> None:
    assert told(b"a: 1\nb: caf\xe9\n") == ["not-utf-8 2:7"]
    assert told("\ufeffb: caf".encode() + b"\xe9") == ["not-utf-8 1:7"]
    assert told(b"a: 1\r\rb: \xff") == ["not-utf-8 3:4"]
    assert told("a: 1\n".encode("utf-16")) == ["not-utf-8 1:1"]
    assert told("a: 1\n".encode("utf-16-le")) == ["not-utf-8 1:1"]
    assert told(b"\x89PNG\r\n\x1a\n\x00\x00") == ["not-text 1:1"]
    assert told(b"a: 1\n" * 200_000) == ["file-too-large 1:1"]


def test_a_bad_byte_is_guessed_at() -> None:
    file, (wrong,) = read(b"a: 1\nb: caf\xe9\n")
    assert wrong.message == "the byte 0xE9 here (é in an older Windows encoding) is not UTF-8"
    assert under(file, wrong.place.span) == "\ufffd"


def test_a_mark_at_the_start_and_any_line_ends_are_fine() -> None:
    file, found = read("\ufeffa: 1\r\nb: 2\rc: 3\n".encode())
    assert found == []
    assert file.lines == ("a: 1", "b: 2", "c: 3", "")


def test_an_alias_bomb_is_refused_without_being_followed() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 20)]
    found = told("\n".join(lines).encode())
    assert found[:2] == ["yaml-alias 1:5", "yaml-alias 2:5"]
    assert len(found) == 20


@pytest.mark.parametrize("text", ["NO", "yes", "12:30", "1.10", "0123", "1740355200", "10_0", "1e3", "''", "'~'"])
def test_every_value_is_text(text: str) -> None:
    file, found = read(f"a: {text}\n".encode())
    assert found == []
    assert isinstance(file.tree, Mapping)
    value = file.tree.entries[0].value
    assert isinstance(value, Scalar)
    assert value.text == text.strip("'")


SPANS = [
    ("a: [1, 2] # x\n", Span(1, 4, 1, 10)),
    ("a: {b: c\n  }\n", Span(1, 4, 2, 4)),
    ("a:\n  - b\n  - c\n\nd: 1\n", Span(2, 3, 3, 6)),
    ("a:\n  b: c\n# x\nd: 1\n", Span(2, 3, 2, 7)),
    ("a: |\n  b\n\n\nd: 1\n", Span(1, 4, 2, 4)),
    ("a: |\n  b", Span(1, 4, 2, 4)),
    ('a: "b\n  c"\n', Span(1, 4, 2, 5)),
    ("a: b  \n", Span(1, 4, 1, 5)),
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_a_value_ends_where_its_words_end(text: str, span: Span) -> None:
    tree = read(text.encode())[0].tree
    assert tree is not None
    assert tree.entries[0].value.span == span


def test_everything_wrong_is_reported_at_once_with_all_places() -> None:
    _, found = read(b"a: 1\nb: &x 2\na: !y 3\nb: *x\nc:\n[d]: e\n")
    assert [(each.code, each.place.span.line) for each in found] == [
        ("yaml-alias", 2),
        ("yaml-tag", 3),
        ("duplicate-key", 3),
        ("yaml-alias", 4),
        ("duplicate-key", 4),
        ("empty-value", 5),
        ("yaml-syntax", 6),
    ]
    assert [each.related[0].place.span.line for each in found if each.related] == [1, 2]


def spans(node: Node) -> list[Span]:
    if isinstance(node, Scalar):
        return [node.span]
    parts = node.items if not isinstance(node, Mapping) else [part for e in node.entries for part in (e.key, e.value)]
    return [node.span, *(span for part in parts for span in spans(part))]


def within(file: SourceFile, span: Span) -> bool:
    lines = file.lines or ("",)
    ends = [(span.line, span.column), (span.end_line, span.end_column)]
    return ends == sorted(ends) and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in ends
    )


def assert_answered(data: bytes) -> None:
    file, found = read(data)
    assert (file.tree is None) == bool(found)
    told = [place.span for each in found for place in (each.place, *(other.place for other in each.related))]
    assert all(within(file, span) for span in told)
    assert file.tree is None or all(within(file, span) for span in spans(file.tree))
    assert all(each.code in CODES and each.hint and "\n" not in each.message + each.hint for each in found)


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data: bytes) -> None:
    assert_answered(data)


@given(st.text(max_size=60))
def test_any_text_is_answered_within_the_file(text: str) -> None:
    assert_answered(text.encode())


@given(st.text(alphabet=st.sampled_from("ab:-[]{}'\"\n #&*!|>%@`,?~\t\\."), max_size=60))
def test_any_signs_are_answered_within_the_file(text: str) -> None:
    assert_answered(text.encode())


PIECES = ["a: ", "b:", "\n", "  ", "- ", "x", '"y"', "'", '"', "[", "]", "{", "}", ", ", "|", ">", "# c", "---", "...",
          "&n ", "*n", "!t ", "\\", "? ", "\t", "%", "1", "é", "日本", "\r\n", "@"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_anything_like_yaml_is_answered_within_the_file(text: str) -> None:
    assert_answered(text.encode())


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.sampled_from(["x", "[a, {b: c}]", '"é: y"'])))
def test_what_is_right_is_read_whole_and_in_order(values: dict[str, str]) -> None:
    file, found = read("".join(f"{key}: {value}\n" for key, value in values.items()).encode())
    assert [each.code for each in found] == ([] if values else ["not-a-record"])
    assert [entry.key.text for entry in file.tree.entries] == list(values) if file.tree else not values
