"""Commits in, days out: only what the history says, and nothing where it does not say it."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path

import pytest

from factsheets.site.history import last_changed
from tests.conftest import git, publish
from tests.world import edited, lay


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose content has two commits; the second touches one person."""
    root = tmp_path / "repository"
    content = lay(root)
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "first", day="2024-01-02")
    person = content / "people" / "ada-moe.yaml"
    person.write_text(person.read_text("utf-8").replace("born: 1970", "born: 1971"), "utf-8")
    git(root, "commit", "-qam", "second", day="2024-03-04")
    return root


def test_each_file_has_the_day_of_its_last_commit(repository: Path) -> None:
    changed = last_changed(repository / "content")
    assert changed["people/ada-moe.yaml"] == date(2024, 3, 4)
    assert changed["states/NOR.yaml"] == date(2024, 1, 2)
    assert len(changed) == len([path for path in (repository / "content").rglob("*") if path.is_file()])


def test_a_commit_that_changed_the_form_only_is_passed_over(repository: Path) -> None:
    before = last_changed(repository / "content")
    for path in (repository / "content").rglob("*.yaml"):
        path.write_text("# a line for editors\n" + path.read_text("utf-8"), "utf-8")
    git(repository, "commit", "-qam", "Write all files alike\n\nForm only: yes", day="2024-05-06")
    assert last_changed(repository / "content") == before


def test_what_is_not_committed_has_no_day(repository: Path) -> None:
    content = repository / "content"
    (content / "states" / "NOR.yaml").write_text("alpha_2: NO\nsources: [record]\nnote: x\n", "utf-8")
    (content / "states" / "SWE.yaml").write_text("alpha_2: SE\nsources: [record]\n", "utf-8")
    changed = last_changed(content)
    assert "states/NOR.yaml" not in changed
    assert "states/SWE.yaml" not in changed
    assert "states/FRA.yaml" in changed


def test_a_shallow_clone_guesses_nothing(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), "shallow")
    assert last_changed(tmp_path / "shallow" / "content") == {}


def test_a_day_that_no_calendar_has_is_no_day(repository: Path) -> None:
    content = repository / "content"
    (content / "states" / "NOR.yaml").write_text("alpha_2: NO\nsources: [record]\nnote: x\n", "utf-8")
    git(repository, "commit", "-qam", "third", day="@253402300800 +0000")
    changed = last_changed(content)
    assert "states/NOR.yaml" not in changed
    assert changed["states/FRA.yaml"] == date(2024, 1, 2)


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert last_changed(lay(tmp_path)) == {}


def test_a_page_says_when_its_facts_last_changed_and_what_was_corrected(repository: Path) -> None:
    correction = """\
corrections:
  - date: 2024-03-04
    was: {en: Born in 1970., de: Geboren 1970.}
    now: {en: Born in 1971., de: Geboren 1971.}
    gravity: fact
    why: {en: A register says so., de: So steht es im Register.}
born: 1971"""
    lay(repository, edited("people/ada-moe.yaml", "born: 1970", correction))
    git(repository, "commit", "-qam", "third", day="2024-05-06")
    site = publish(repository)

    def text(page: str) -> str:
        return html.unescape((site / page).read_text("utf-8"))

    assert "Facts last changed: 6 May 2024" in text("people/ada-moe.html")
    assert "<s>Born in 1970.</s>" in text("people/ada-moe.html")
    assert "ändert eine Angabe" in text("de/corrections.html")
    assert "Born in 1971." in text("index.html")
    assert "“Ada Moe”. Small world, 6 May 2024. https://small.example/people/ada-moe.html" in text(
        "people/ada-moe.html"
    )
    assert "„Ada Moe“. Kleine Welt, 6. Mai 2024. https://small.example/de/" in text("de/people/ada-moe.html")
    for page in ("index.html", "about.html", "404.html"):
        assert "Cite this page" not in text(page)
        assert "Facts last changed" not in text(page)


def test_where_no_day_is_known_none_is_cited(small_site: Path) -> None:
    text = html.unescape((small_site / "people/ada-moe.html").read_text("utf-8"))
    assert "“Ada Moe”. Small world. https://small.example/people/ada-moe.html" in text
