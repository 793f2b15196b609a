"""What somebody proposes who means harm: in annotations, comment and pages it is words, or it is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.review.diff import side_of
from factsheets.review.proposal import UnreadableError, comment, diagnostics_of
from factsheets.site.pages import pages
from factsheets.site.render import render
from tests.escaping.comments import around
from tests.pull_requests.proposing import Edit, Repository, Seen, add, change
from tests.pull_requests.test_editing import PERSON, VOTE

TITLE = "  en: Advancing a comprehensive, just and lasting peace in Ukraine"
ADDRESS = "URL: https://www.un.org/en/about-us/un-charter/full-text"
SCRIPT = "<script>alert(1)</script>"
MARKUP = (
    "@everyone #1 [x](https://evil.example) ![i](https://evil.example/i.png) <img src=x onerror=alert(1)> ``` **b**"
)
UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
COMMANDS = "x\\n::error file=a::pwned\\n::add-mask::the"
EVIL_NAME = "::error::@team\u202e\x1b[31m`<b>.yaml"
"""Beginning and end of a command, a mention, a turn of the line, a colour, the end of a code span, and a tag."""


def named(words: str) -> Edit:
    return change(PERSON, "  en: Vasily Nebenzya\n", f"  en: {words}\n")


def titled(words: str) -> Edit:
    return change(VOTE, TITLE, f'  en: "{words}"')


def link_to(target: str, name: str = "content/people/x.yaml") -> Edit:
    def edit(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        (root / name).symlink_to(target)

    return edit


def bomb() -> str:
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    return "\n".join(["a0: &a0 [x, x]", *rows, "name: *a8", "sources: [un-charter]", ""])


def harmless(seen: Seen) -> None:
    """Assert that nothing but what the program itself says is more than words."""
    outside = around(seen.comment)
    assert set(re.findall(r"<[^>]*>", outside)) <= {
        *("<details>", "</details>", "<summary>", "</summary>", "<sub>", "</sub>", "<!-- factsheets -->")
    }
    assert set(re.findall(r"\]\(([^)#]*)", outside)) <= set(own_addresses(seen.comment))
    assert not re.search(r"@|evil|alert|!\[|::", outside)
    assert all(re.match(r"::(error|warning|notice) ", line) for line in seen.github.splitlines())
    for text in (seen.comment, seen.github, seen.report):
        assert not re.search(UNSEEN, text)
    assert len(seen.comment) < 65_000
    assert len(re.findall("^::error ", seen.github, re.MULTILINE)) <= 10


def own_addresses(said: str) -> Iterator[str]:
    here = "https://github.com/example/factsheets"
    yield from (f"{here}/pull/5/files", f"{here}/actions/runs/7", f"{here}/blob/HEAD/CONTRIBUTING.md")
    yield from re.findall(rf"{here}/blob/[0-9a-f]{{40}}/content/[\w/.-]+", said)


def written(root: Path) -> str:
    """Return the pages of votes and people, and those that are there once, as the engine gets them."""
    checked = pipeline.check(root / "content")
    assert not checked.failed
    facts = replace(checked.facts, types=(Resolution, Person))
    return "".join(render(page) for page in pages(facts, checked.derived))


def parted(text: str) -> tuple[str, list[str]]:
    """Return pages without the data in them, and the data, which no browser runs and Markdown leaves alone."""
    form = re.compile(r'<script type="application/json"[^>]*>(.*?)</script>', re.DOTALL)
    return form.sub("", text), form.findall(text)


@pytest.mark.usefixtures("no_pages")
@pytest.mark.parametrize(
    ("edit", "marks"),
    [
        (named(SCRIPT), "alert(1)"),
        (titled(MARKUP), "evil.example"),
        (titled(COMMANDS), "::add-mask::the"),
    ],
    ids=["a script as a name", "markup as a title", "commands as a title"],
)
def test_hostile_words_are_taken_and_are_words(real: Repository, edit: Edit, marks: str) -> None:
    seen = real.propose(edit)
    assert seen.errors == []
    harmless(seen)
    assert marks in seen.comment
    text, data = parted(written(real.root))
    assert all("<" not in each for each in data)
    assert marks not in text
    assert not re.search(r"<script>|onerror=|evil\.example|@everyone|::error|add-mask", text)


@pytest.mark.usefixtures("no_pages")
@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (titled("\\e[31mred"), ["forbidden-character"]),
        (titled("\\u202edet"), ["forbidden-character"]),
        (titled("a\u2066b"), ["forbidden-character"]),
        (add(f"content/people/{EVIL_NAME}", "name: x\n"), ["bad-file-name"]),
        (add("content/people/a\n::error::x.yaml", "name: x\n"), ["bad-file-name"]),
        (change("sources/un-charter.yaml", ADDRESS, "URL: javascript:alert(1)"), ["bad-address"]),
        (add("content/people/bomb.yaml", bomb()), ["yaml-alias"]),
        (change(PERSON, "born: 1962-02-26", "born: !!python/object/apply:os.system [id]"), ["yaml-tag"]),
        (link_to("/etc/passwd"), ["symlink"]),
        (link_to("../../Makefile", f"content/{PERSON}"), ["symlink"]),
        (add("content/people/huge.yaml", "#" * 600_000), ["file-too-large"]),
        (
            add("content/people/many.yaml", "name: x\n" + "".join(f"x{n}: 1\n" for n in range(900))),
            ["too-many", "unknown-field"],
        ),
    ],
    ids=[
        *("ansi", "bidi-escape", "bidi", "file-name", "line-in-file-name", "javascript"),
        *("bomb", "tag", "link", "link-in-place", "large", "many"),
    ],
)
def test_what_could_do_harm_is_refused_and_nothing_else_is_said(real: Repository, edit: Edit, codes: list[str]) -> None:
    seen = real.propose(edit)
    assert sorted({each.code for each in seen.errors}) == codes
    harmless(seen)
    assert re.match(r"\d+ ERRORS?; ", seen.headline)
    assert "root:" not in seen.comment
    if len(seen.errors) > 10:
        assert f"::notice title=more::{len(seen.errors) - 10} errors, 0 warnings more" in seen.github


def test_a_link_is_not_followed_in_what_is_committed(real: Repository) -> None:
    real.propose(link_to("/etc/passwd"))
    side = side_of(real.root, "HEAD")
    assert [each.code for each in side.checked.diagnostics if each.severity == "error"] == ["symlink"]


@pytest.mark.usefixtures("no_pages")
def test_wrong_names_by_the_hundred_are_all_told_within_what_github_takes(real: Repository) -> None:
    names = ", ".join(f"X{n:03}" for n in range(200))
    seen = real.propose(add("content/people/many.yaml", f"name: x\nstates: [{names}]\nsources: [un-charter]\n"))
    assert len(seen.errors) == 200
    harmless(seen)
    assert "::notice title=more::190 errors, 0 warnings more" in seen.github
    assert re.search(r"^- … and \d+ more$", seen.comment, re.MULTILINE)


def test_more_errors_than_are_read_are_not_called_a_check_that_never_finished(real: Repository) -> None:
    with pytest.raises(UnreadableError):
        diagnostics_of(b"[" + b" " * 3_000_000 + b"]")
    said = comment(real.propose().proposal, None, None)
    assert "The check did not finish, or found more than can be listed here." in said
    assert "/pull/5/files) shows what was found first beside the lines" in said
