"""A folder in; the files read from it, and what is wrong with their names, out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factsheets.content.source import read_folder
from factsheets.content.source.encoding import LARGEST
from factsheets.diagnostics import Diagnostic


def lay(root: Path, *names: str) -> Path:
    for name in names:
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1\n", "utf-8")
    return root / "content"


def told(content: Path) -> list[str]:
    return [f"{each.code} {each.place.file}" for each in read_folder(content)[1]]


def test_files_come_in_order_with_their_folder_and_stem(tmp_path: Path) -> None:
    content = lay(tmp_path, "people/b.yaml", "site.yaml", "people/a-1.yaml", "events/Z.yaml", "anything/x.yaml")
    files, found = read_folder(content)
    assert found == []
    assert [(each.name, each.folder, each.stem) for each in files] == [
        ("content/anything/x.yaml", "anything", "x"),
        ("content/events/Z.yaml", "events", "Z"),
        ("content/people/a-1.yaml", "people", "a-1"),
        ("content/people/b.yaml", "people", "b"),
        ("content/site.yaml", "", "site"),
    ]


def test_names_with_a_dot_in_front_are_passed_over(tmp_path: Path) -> None:
    files, found = read_folder(lay(tmp_path, ".git/x.yaml", "people/.x.yaml.swp", ".DS_Store"))
    assert (files, found) == ((), [])


IF_RECORD = "if it is a record, rename it to {}.yaml; if not, take it out of the content folder"
GOOD = ["a", "A", "S-RES-2774", "2025-02-24-talks", "0", "com", "com10", "console", "a" * 80]
BAD = [
    "a b",
    "a_b",
    "a--b",
    "-a",
    "a-",
    "é",
    "e\u0301",
    "a.b",
    "a" * 81,
    "index",
    "README",
    "con",
    "NUL",
    "Com1",
    "lpt0",
]


@pytest.mark.parametrize("stem", GOOD)
def test_good_names(tmp_path: Path, stem: str) -> None:
    assert told(lay(tmp_path, f"people/{stem}.yaml")) == []


@pytest.mark.parametrize("stem", BAD)
def test_bad_names(tmp_path: Path, stem: str) -> None:
    assert told(lay(tmp_path, f"people/{stem}.yaml")) == [f"bad-file-name content/people/{stem}.yaml"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("x.yml", "rename it to x.yaml"),
        ("x.YAML", "rename it to x.yaml"),
        ("Jane Doe.yaml.txt", IF_RECORD.format("jane-doe")),
        ("x", IF_RECORD.format("x")),
        ("Gießen.txt", IF_RECORD.format("giessen")),
        ("…", "records are .yaml files; take it out of the content folder"),
    ],
)
def test_other_endings(tmp_path: Path, name: str, hint: str) -> None:
    found = read_folder(lay(tmp_path, f"people/{name}"))[1]
    assert [(each.code, each.hint) for each in found] == [("bad-file-name", hint)]


def test_a_file_that_is_refused_is_known_by_its_name(tmp_path: Path) -> None:
    content = lay(tmp_path, "people/x.yml", "people/y.yaml", "people/z.txt")
    (content / "people" / "link.yaml").symlink_to(content / "people" / "y.yaml")
    files, _ = read_folder(content)
    assert [(each.stem, each.tree is None) for each in files] == [("link", True), ("x", True), ("y", False)]


def test_names_that_differ_only_in_capitals_are_reported_with_both_places(tmp_path: Path) -> None:
    _, found = read_folder(lay(tmp_path, "people/Ada.yaml", "people/ada.yaml", "events/ada.yaml"))
    assert [(each.code, each.place.file, each.related[0].place.file) for each in found] == [
        ("duplicate-id", "content/people/ada.yaml", "content/people/Ada.yaml")
    ]


def test_links_folders_and_devices(tmp_path: Path) -> None:
    content = lay(tmp_path, "people/x.yaml", "people/deep/y.yaml")
    (content / "people" / "gone.yaml").symlink_to("nowhere")
    (content / "events").symlink_to(content / "people")
    os.mkfifo(content / "people" / "pipe.yaml")
    assert told(content) == [
        "symlink content/events",
        "nested-folder content/people/deep",
        "symlink content/people/gone.yaml",
        "unreadable content/people/pipe.yaml",
    ]


def test_no_content(tmp_path: Path) -> None:
    assert told(tmp_path / "content") == ["no-content content"]
    (tmp_path / "content").write_text("", "utf-8")
    assert told(tmp_path / "content") == ["no-content content"]
    (tmp_path / "link").symlink_to(lay(tmp_path / "other", "site.yaml"))
    assert told(tmp_path / "link") == ["symlink link"]


def refuse(*_: object, **__: object) -> Diagnostic:
    raise PermissionError(13, "Permission denied")


def test_what_the_computer_does_not_let_us_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = lay(tmp_path, "people/x.yaml")
    monkeypatch.setattr(Path, "open", refuse)
    files, found = read_folder(content)
    assert [(each.stem, each.tree) for each in files] == [("x", None)]
    assert [each.message for each in found] == ["this cannot be read: Permission denied"]
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert told(content) == ["unreadable content"]


def test_the_largest_file_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    content = lay(tmp_path, "people/x.yaml", "people/y.yaml")
    (content / "people" / "x.yaml").write_bytes(b"a: 1\n#".ljust(LARGEST, b"x"))
    (content / "people" / "y.yaml").write_bytes(b"a: 1\n#".ljust(LARGEST + 1, b"x"))
    assert told(content) == ["file-too-large content/people/y.yaml"]
