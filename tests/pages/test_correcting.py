"""The guide to corrections: all of it in both languages, and its pictures true to the files and to the check."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from factsheets import pipeline
from factsheets.diagnostics.reports import Said
from factsheets.pipeline import Checked
from factsheets.review.diff import compare
from factsheets.review.diff.report import report
from factsheets.review.diff.sides import Side
from factsheets.review.proposal import Proposal, comment
from factsheets.site.pages.own.correcting import (
    AMISS,
    EVENT,
    FILE,
    QUESTIONS,
    REFUSED,
    REPORT,
    RIGHT,
    SHOWN_SOURCE,
    SOURCE_FILE,
    STEPS,
    THANKS,
    WRONG,
    Piece,
    pieces,
)
from tests.conftest import REPOSITORY
from tests.pages.rendered import page
from tests.world import WORLD, lay

EXAMPLE = f"content/events/{EVENT}.yaml"


def dated(root: Path, day: str) -> Checked:
    """Return what the check says of the repository's content, with another day in the file of the example."""
    shutil.copytree(REPOSITORY / "content", root / "content")
    text = (REPOSITORY / EXAMPLE).read_text("utf-8")
    assert text.count(f"date: {RIGHT}\n") == 1
    (root / EXAMPLE).write_text(text.replace(f"date: {RIGHT}", f"date: {day}"), "utf-8")
    return pipeline.check(root / "content")


def guide(root: Path, language: str) -> LexborHTMLParser:
    return LexborHTMLParser(page(lay(root).parent, "correct.md", language))


@pytest.mark.parametrize(("name", "lines"), [(EXAMPLE, FILE), (f"content/sources/{SHOWN_SOURCE}.yaml", SOURCE_FILE)])
def test_the_files_in_the_pictures_are_those_of_the_content(name: str, lines: Mapping[int, str]) -> None:
    file = (REPOSITORY / name).read_text("utf-8").splitlines()
    assert {number: file[number - 1] for number in lines} == lines


def test_the_check_says_what_the_picture_quotes(tmp_path: Path) -> None:
    (found,) = dated(tmp_path, AMISS).diagnostics
    assert (found.code, found.message, found.hint) == REFUSED
    assert (found.place.file, found.place.span.line) == (EXAMPLE, 5)


@pytest.mark.usefixtures("no_pages")
def test_the_comment_says_what_the_picture_quotes(tmp_path: Path) -> None:
    before, after = dated(tmp_path / "before", WRONG), dated(tmp_path / "after", RIGHT)
    assert not before.diagnostics
    diff = compare(Side("before", before), Side("after", after))
    headline = report(diff).headline
    text = "".join(part.text if isinstance(part, Said) else part for part in headline)
    assert text.startswith(f"{REPORT}; ")
    address = "https://github.com/example/small"
    said = comment(Proposal(f"{address}/pull/5", "0" * 40, f"{address}/actions/runs/7", (EXAMPLE,), True), [], diff)  # noqa: FBT003
    assert said.partition("\n")[2].startswith(f"**{THANKS}** ")


def test_the_form_asks_what_the_picture_shows() -> None:
    template = (REPOSITORY / ".github" / "pull_request_template.md").read_text("utf-8")
    assert tuple(re.findall(r"^\*\*.+?\*\*", template, re.MULTILINE)) == QUESTIONS


@pytest.mark.parametrize(("language", "word"), [("en", "When"), ("de", "Wann")])
def test_the_mistake_stands_where_the_page_of_an_event_has_it(tmp_path: Path, language: str, word: str) -> None:
    folder = lay(tmp_path).parent
    assert f"{word}: " in LexborHTMLParser(page(folder, "correct.md", language)).css("figure.drawn")[0].text()
    assert f"<dt>{word}</dt>" in page(folder, "events/meeting.md", language)


def test_a_new_file_begins_with_its_first_line(tmp_path: Path) -> None:
    last = guide(tmp_path, "en").css("figure.drawn")[-1]
    assert [each.text() for each in last.css(".line-number")] == [str(at) for at in range(1, len(SOURCE_FILE) + 1)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_step_has_its_text_and_its_picture(tmp_path: Path, language: str) -> None:
    text = page(lay(tmp_path).parent, "correct.md", language)
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    anchors = [re.search(r"{#([a-z]+)}", each) for each in parts]
    assert [each and each[1] for each in anchors] == [*STEPS, "source", "gap", "form"]
    for number, part in enumerate(parts[: len(STEPS)], 1):
        assert part.startswith(f"{number}. ")
        assert "<figcaption>" in part
        assert "<p>" in part


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_the_text_tells_to_press_is_in_the_picture(tmp_path: Path, language: str) -> None:
    """Every number and every button that the text before a picture names is there, and no number is not named."""
    for figure in guide(tmp_path, language).css("figure.drawn"):
        before = list(paragraphs(figure))
        spots = [{each.text() for each in node.css(".spot")} for node in (*before, figure)]
        assert set().union(*spots[:-1]) == spots[-1], figure.text()
        named = {each.text() for node in before for each in node.css("b.press")}
        missing = {each for each in named if each not in figure.text()}
        assert missing <= {"Edit file", "Commit changes…", "Commit changes", "Add file", "Create new file"}, (
            figure.text()
        )


def paragraphs(figure: LexborNode) -> list[LexborNode]:
    """Return the paragraphs right before a figure."""
    found: list[LexborNode] = []
    node = figure.prev
    while node is not None and node.tag in {"p", "-text"} and not re.search(r"^#", node.text() or "", re.MULTILINE):
        found += [node] if node.tag == "p" else []
        node = node.prev
    return found


def test_a_text_is_cut_in_pieces() -> None:
    assert pieces("Press [Sign in] ②, and `a: [b]`.") == (
        Piece("Press "),
        Piece("Sign in", "press"),
        Piece("\u00a0"),
        Piece("2", "spot"),
        Piece(", and "),
        Piece("a: [b]", "code"),
        Piece("."),
    )


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("people/ada-moe.md", "../correct.html"),
        ("missing.md", "correct.html"),
        ("correct.md", "missing.html"),
        ("correct.md", "corrections.html"),
        ("correct.md", "sources/index.html"),
        ("correct.md", "https://github.com/example/small/issues/new?template=report-an-error.yml"),
        ("correct.md", "https://github.com/example/small/blob/main/CONTRIBUTING.md"),
    ],
)
def test_the_guide_is_found_and_leads_on(tmp_path: Path, path: str, href: str) -> None:
    lay(tmp_path)
    assert f'href="{href}"' in page(tmp_path, path)


def test_the_page_about_the_site_leads_to_the_guide(tmp_path: Path) -> None:
    about = "about:\n  - {id: corrections, title: {en: How, de: Wie}, text: {en: So., de: So.}}\n"
    lay(tmp_path, {"site.yaml": WORLD["site.yaml"] + about})
    assert 'href="correct.html"' in page(tmp_path, "about.md")


def test_the_repository_has_the_part_that_leads_to_the_guide() -> None:
    assert "  - id: corrections\n" in (REPOSITORY / "content" / "site.yaml").read_text("utf-8")
