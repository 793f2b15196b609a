"""One form for every file: it says the same, has the same comments, and is left alone the second time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import assume, given
from hypothesis import strategies as st

from factsheets.cli import main
from factsheets.content.formatting import formatted, proved
from factsheets.content.formatting.comments import Comments
from factsheets.content.formatting.comments import comments as comments_in
from factsheets.content.formatting.kinds import Kind, Schema, arranged
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.schema import TOP_FILES, json_schema
from factsheets.content.source import read_text
from factsheets.content.source.tree import Entry, List, Mapping, Node, Plain, Scalar, plain
from tests.conftest import REPOSITORY
from tests.world import WORLD, lay

LANGUAGES = ("en", "de")
SCHEMAS: dict[str, Schema] = {
    **{kind.folder: json_schema(kind, LANGUAGES) for kind in RECORD_TYPES},
    **{stem: json_schema(model, LANGUAGES) for stem, model in TOP_FILES.items()},
}
ROLL_CALL = {"yes", "no", "abstain"}


def tree_of(text: str) -> dict[str, Plain] | None:
    tree = read_text("x.yaml", "", "x", text.encode())[0].tree
    found = plain(tree) if tree else None
    assert found is None or isinstance(found, dict)
    return found


def form(text: str, folder: str = "people") -> str:
    file, found = read_text("x.yaml", folder, "x", text.encode())
    assert found == []
    return proved(file, SCHEMAS[folder], None)


def unordered(tree: Any, key: str = "") -> Any:  # noqa: ANN401 - a tree of texts
    """Return a tree in which the order within a roll call does not count; that of keys does not anyway."""
    if isinstance(tree, dict):
        return {name: unordered(value, name) for name, value in tree.items()}
    if isinstance(tree, list):
        items = [unordered(each) for each in tree]
        return sorted(items, key=str) if key in ROLL_CALL else items
    return tree


def says_the_same(before: str, after: str) -> bool:
    return bool(unordered(tree_of(before)) == unordered(tree_of(after)))


def comments_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"# note \d+", text))


PERSON = """\
sources: [record]
offices:
- state: NOR
  title: {de: Botschafterin, en: Ambassador}
born: '1970'
name: "Ada Moe"
"""
PERSON_FORMATTED = """\
name: Ada Moe
born: 1970
offices:
  - title:
      en: Ambassador
      de: Botschafterin
    state: NOR
sources: [record]
"""


def test_keys_stand_in_their_order_and_quotes_only_where_needed() -> None:
    assert form(PERSON) == PERSON_FORMATTED


def test_a_file_in_the_one_form_is_left_alone() -> None:
    assert form(PERSON_FORMATTED) == PERSON_FORMATTED


@pytest.mark.parametrize(
    ("text", "is_written"),
    [
        ("'35'", '"35"'),
        ("'true'", '"true"'),
        ("'null'", '"null"'),
        ("'1.10'", '"1.10"'),
        ("'NO'", "NO"),
        ("'a: b'", '"a: b"'),
        ("'a #b'", '"a #b"'),
        ("'a:b#c'", "a:b#c"),
        ("'- a'", '"- a"'),
        ("'-a'", "-a"),
        ("'a, b'", "a, b"),
        ("'say \"a\"'", 'say "a"'),
        ("'\"a\" b'", '"\\"a\\" b"'),
        ("' a'", '" a"'),
        ('"a\\tb"', '"a\\tb"'),
        ("a\n  b", "a b"),
    ],
)
def test_a_text_is_quoted_where_it_would_be_taken_for_something_else(text: str, is_written: str) -> None:
    assert form(f"name: {text}\n") == f"name: {is_written}\n"


def test_numbers_stay_plain_where_numbers_belong() -> None:
    assert form("m49: '004'\ntile: {row: '3', column: 5}\nname: '12'\n", "states") == (
        'm49: 004\ntile: {column: 5, row: 3}\nname: "12"\n'
    )


def test_texts_in_the_languages_of_the_site_come_first() -> None:
    assert form("name: {ru: a, de: b, ar: c, en: d}\n") == "name:\n  en: d\n  de: b\n  ru: a\n  ar: c\n"


LONG = (
    "The committee of the council of the assembly of the fjords met for the second time in the old town hall of Oslo, "
)


def test_a_long_text_is_folded_and_a_long_word_is_not() -> None:
    folded = form(f"name: {LONG}{LONG}\n".replace(", \n", "\n"))
    assert folded.startswith("name: >-\n  The committee")
    assert max(map(len, folded.splitlines())) <= 118
    assert form(f"name: '{'x' * 200}'\n") == f"name: {'x' * 200}\n"


def test_paragraphs_stay_paragraphs() -> None:
    assert form("note: |-\n  One.\n\n  Two.\n") == "note: |-\n  One.\n\n  Two.\n"
    wrapped = form(f"note:\n  en: |-\n    {LONG}and stayed.\n\n    {LONG}and left.\n")
    assert "Oslo,\n    and stayed.\n\n\n    The" in wrapped
    assert max(map(len, wrapped.splitlines())) <= 118


def test_a_roll_call_is_sorted_and_wrapped_in_rows_of_codes() -> None:
    codes = [f"{a}{b}A" for a in "ZYXWV" for b in "EDCBA"]
    written = form(f"votes:\n- roll_call:\n    yes: [{', '.join(codes)}]\n", "resolutions")
    rows = written.split("[\n")[1].split("\n      ]")[0].splitlines()
    assert [len(row.split()) for row in rows] == [17, 8]
    assert " ".join(rows).replace(",", "").split() == sorted(codes)
    assert form("votes:\n- roll_call: {yes: [SWE, FRA]}\n", "resolutions").endswith("yes: [FRA, SWE]\n")
    by_member = form("votes:\n- member_sources: {SWE: [b, a], FRA: [a]}\n", "resolutions")
    assert by_member == "votes:\n  - member_sources:\n      FRA: [a]\n      SWE: [b, a]\n"


def test_a_roll_call_with_more_than_names_keeps_its_order() -> None:
    text = WORLD["resolutions/resolution-1.yaml"].replace("yes: [NOR, FRA]", "yes: [NOR, [], FRA]")
    assert "- NOR\n        - []\n        - FRA\n" in form(text, "resolutions")


def test_other_lists_keep_their_order() -> None:
    assert form("sources: [b, a]\n") == "sources: [b, a]\n"
    sponsors = "sponsors:\n  members: [UKR, ALB]\n"
    assert form(sponsors, "resolutions") == sponsors


COMMENTED = """\
# note 1
# note 2
sources: [record] # note 3
# note 4
offices: # note 5
  # note 6
  - state: NOR # note 7
    # note 8
    title: >- # note 9
      Ambassador
    # note 10
# note 11
name: # note 12
  de: "x # no note" # note 13
  # note 14
  en: y#z
states: [
  NOR, # note 15
  FRA
] # note 16
# note 17
"""
COMMENTED_FORMATTED = """\
# note 1
# note 2
# note 11
name: # note 12
  # note 14
  en: y#z
  de: "x # no note" # note 13
states: # note 16
  - NOR # note 15
  - FRA
# note 4
offices: # note 5
  # note 6
  # note 8
  - title: Ambassador # note 9
    state: NOR # note 7
    # note 10
sources: [record] # note 3
# note 17
"""


def test_comments_stay_with_what_they_are_about() -> None:
    assert form(COMMENTED) == COMMENTED_FORMATTED
    assert form(COMMENTED_FORMATTED) == COMMENTED_FORMATTED


def test_damage_by_editors_is_mended() -> None:
    damaged = "\ufeff---\r\nname: Ada Moe\t\r\n\r\nstates:   [NOR ,  FRA]   # note 1  \r\nborn: 1970   "
    assert form(damaged) == "name: Ada Moe\nstates: [NOR, FRA] # note 1\nborn: 1970\n"


def test_keys_that_are_not_known_follow_those_that_are() -> None:
    assert form("zzz: 1\nsources: [a]\naaa: {y: 1, x: 2}\nname: b\n") == (
        "name: b\nsources: [a]\nzzz: 1\naaa:\n  y: 1\n  x: 2\n"
    )


odd_text = st.text(st.sampled_from(" \n\t:#-?,[]{}&*!|>'\"%@`~=<.0e1xyNO—é…😀"), max_size=30)
any_tree = st.recursive(
    odd_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(odd_text.filter(bool), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(odd_text.filter(bool), any_tree, min_size=1, max_size=4), st.sampled_from(sorted(SCHEMAS)))
def test_any_tree_is_written_as_it_is(tree: dict[str, Any], folder: str) -> None:
    before = "---\n" + yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_style='"')
    after = form(before, folder)
    assert not after.startswith("---"), "it was left as it was"
    assert says_the_same(before, after)
    assert form(after, folder) == after


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - a YAML tree
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from places(item, (*path, key))


def mutated(tree: Any, data: st.DataObject) -> None:  # noqa: ANN401 - a YAML tree
    path = data.draw(st.sampled_from(list(places(tree))))
    parent = tree
    for key in path[:-1]:
        parent = parent[key]
    if isinstance(parent, dict) and data.draw(st.booleans()):
        parent[path[-1] + "x"] = parent.pop(path[-1])
    else:
        parent[path[-1]] = data.draw(odd_text | st.sampled_from([[], {}, "NO", LONG, ["GBR", "FRA"], {"de": "x"}]))


def commented(text: str, data: st.DataObject) -> str:
    """Add comments wherever they change nothing, on lines of their own and behind others."""
    lines, tree = text.splitlines(), tree_of(text)
    for number in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(lines) - 1))
        alone = [*lines[:at], " " * data.draw(st.integers(0, 8)) + f"# note {number}", *lines[at:]]
        behind = [*lines[:at], f"{lines[at]} # note {number}", *lines[at + 1 :]]
        tried = alone if data.draw(st.booleans()) else behind
        if tree_of("\n".join(tried)) == tree:
            lines = tried
    return "\n".join(lines)


@given(st.data())
def test_any_record_says_the_same_with_all_its_comments(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(WORLD)))
    tree = yaml.load(WORLD[name], Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    for _ in range(data.draw(st.integers(0, 3))):
        mutated(tree, data)
    style = data.draw(st.sampled_from([None, "'", '"']))
    flow = data.draw(st.sampled_from([None, True, False]))
    text = yaml.safe_dump(
        tree, allow_unicode=True, sort_keys=data.draw(st.booleans()), default_style=style, default_flow_style=flow
    )
    assume(tree_of(text) is not None)
    before = commented(text, data)
    end = data.draw(st.sampled_from(["\n", "\r\n", " \n"]))
    damaged = data.draw(st.sampled_from(["", "\ufeff"])) + before.replace("\n", end)
    assume(tree_of(damaged) == tree_of(before))
    folder = name.partition("/")[0].removesuffix(".yaml")
    after = form(damaged, folder)
    assert says_the_same(damaged, after)
    assert comments_of(after) == comments_of(damaged)
    assert form(after, folder) == after


def run(*arguments: str, command: str = "format") -> tuple[int, str]:
    result = CliRunner().invoke(main, [command, *arguments])
    return result.exit_code, result.output


def test_the_command_shows_what_differs_and_writes_only_when_asked(tmp_path: Path) -> None:
    content = lay(tmp_path, {"people/ada-moe.yaml": WORLD["people/ada-moe.yaml"].replace("\n", "\r\n")})
    path = content / "people" / "ada-moe.yaml"
    before = path.read_bytes()
    code, printed = run("--check", "--root", str(tmp_path), str(path))
    assert (code, path.read_bytes()) == (1, before)
    assert "--- content/people/ada-moe.yaml\n+++ content/people/ada-moe.yaml\n" in printed
    assert "1 of 1 files differ" in printed
    assert run("--root", str(tmp_path), str(path.parent)) == (0, "1 of 1 files written in the one form\n")
    assert b"\r" not in path.read_bytes()
    assert run("--check", "--root", str(tmp_path), str(path))[0] == 0
    assert run("--check", "--root", str(tmp_path))[0] == 1
    assert run("--root", str(tmp_path))[0] == 0
    assert run("--check", "--root", str(tmp_path)) == (
        0,
        "11 of 11 files are in the one form\n",
    )


def test_line_ends_alone_are_a_difference(tmp_path: Path) -> None:
    content = lay(tmp_path)
    run("--root", str(tmp_path))
    path = content / "site.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    code, printed = run("--check", "--root", str(tmp_path))
    assert code == 1
    assert printed.startswith("content/site.yaml: only line ends")


def test_nothing_is_written_when_a_file_cannot_be_read(tmp_path: Path) -> None:
    content = lay(tmp_path, {"people/ada-moe.yaml": "name: [x\n"})
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    code, printed = run("--root", str(tmp_path))
    assert code == 1
    assert "content/people/ada-moe.yaml:1:7: error[yaml-bracket]" in printed
    assert {path: path.read_bytes() for path in content.rglob("*.yaml")} == before
    assert run("--root", str(tmp_path), str(content / "states"))[0] == 0
    assert run("--root", str(tmp_path), str(REPOSITORY / "README.md"))[0] == 2


def slipped(change: Callable[[Node], Node]) -> Callable[[Node, Kind], Node]:
    """Return an arrangement with one slip: in every group below the root, and in every list."""

    def arrange(node: Node, kind: Kind) -> Node:
        right = arranged(node, kind)
        if not isinstance(right, Mapping):
            return right
        return Mapping(tuple(Entry(each.key, change(each.value)) for each in right.entries), right.span)

    return arrange


def shorter(node: Node) -> Node:
    return List(node.items[:-1], node.span) if isinstance(node, List) else node


def doubled(node: Node) -> Node:
    return List((*node.items, *node.items), node.span) if isinstance(node, List) else node


def turned(node: Node) -> Node:
    return List(node.items[::-1], node.span) if isinstance(node, List) else node


def retold(node: Node) -> Node:
    return Scalar(node.text.lower(), node.span) if isinstance(node, Scalar) else node


def without_a_key(node: Node) -> Node:
    return List((), node.span) if isinstance(node, List) and not isinstance(node.items[0], Scalar) else node


@pytest.mark.parametrize("slip", [shorter, doubled, turned, retold, without_a_key, None])
def test_a_form_that_would_change_a_fact_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slip: Callable[[Node], Node] | None
) -> None:
    more = 'other_names: [Moe, "A. Moe"]\n'
    content = lay(tmp_path, {"people/ada-moe.yaml": more + WORLD["people/ada-moe.yaml"]})
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    if slip:
        monkeypatch.setattr("factsheets.content.formatting.arranged", slipped(slip))
    code, printed = run("--root", str(tmp_path), str(content / "people"))
    there = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    if slip:
        assert (code, there) == (1, before)
        assert re.match(r"Error: content/people/ada-moe.yaml:\d+:\d+: the one form would say something else", printed)
        path = content / "people" / "ada-moe.yaml"
        file, _ = read_text("x.yaml", "people", "x", path.read_bytes())
        assert formatted(file, SCHEMAS["people"]) == path.read_text("utf-8"), "drafts and renaming keep it as it is"
    else:
        assert code == 0
        assert there != before


def test_a_form_that_would_lose_a_comment_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = WORLD["people/ada-moe.yaml"] + "# about her\n"
    content = lay(tmp_path, {"people/ada-moe.yaml": text})
    monkeypatch.setattr("factsheets.content.formatting.comments", lambda *_: Comments())
    assert run("--root", str(tmp_path))[0] == 1
    monkeypatch.setattr("factsheets.content.formatting.comments", comments_in)
    assert (content / "people" / "ada-moe.yaml").read_text("utf-8") == text
    assert run("--root", str(tmp_path))[0] == 0


def test_the_first_line_tells_editors_where_the_schema_lies(tmp_path: Path) -> None:
    line = "# yaml-language-server: $schema=../../generator/schemas/person.json\n"
    old = "# about her\n# yaml-language-server: $schema=elsewhere.json\n" + WORLD["people/ada-moe.yaml"]
    content = lay(tmp_path, {"people/ada-moe.yaml": old})
    assert run("--root", str(tmp_path))[0] == 0
    written = (content / "people" / "ada-moe.yaml").read_text("utf-8")
    assert written.startswith(f"{line}# about her\nname: Ada Moe\n")
    assert written.count("yaml-language-server") == 1
    site = (content / "site.yaml").read_text("utf-8")
    assert site.startswith("# yaml-language-server: $schema=../generator/schemas/site.json\n")
    assert run("--root", str(tmp_path), command="schema")[0] == 0
    assert (content / "people" / "../../generator/schemas/person.json").is_file()
    assert (content / "../generator/schemas/site.json").is_file()
