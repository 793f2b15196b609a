"""Content in, page out."""

from __future__ import annotations

import html
from pathlib import Path

import yaml

from generator import pipeline
from generator.pages import pages
from generator.render import render
from tests.world import edited, lay


def page(root: Path, path: str, language: str = "en") -> str:
    """Return a page of the world in a root as Markdown, with references read back as characters."""
    checked = pipeline.check(root / "content")
    found = next(
        each for each in pages(checked.facts, checked.derived) if (each.path, each.language) == (path, language)
    )
    return html.unescape(render(found))


def test_every_page_has_a_head_with_its_title(tmp_path: Path) -> None:
    lay(tmp_path, edited("people/ada-moe.yaml", "born: 1970", "former_ids: [a-moe]"))
    checked = pipeline.check(tmp_path / "content")
    for each in pages(checked.facts, checked.derived):
        _, head, body = render(each).split("---\n", 2)
        fields = yaml.safe_load(head)
        assert html.unescape(fields["title"]) == each.frame.name, each.path
        assert fields["description"], each.path
        assert set(fields) <= {"title", "description", "hide", "search"}, each.path
        assert body.count("\n# ") == 1, each.path


def test_a_vote_shows_its_outcome_with_the_arithmetic(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "votes/resolution-1.md")
    assert "2 in favour. The rule asks for 2 of 3. 2 ≥ 2." in text
    assert "A permanent member is reported to have voted against, which stops it: France." in text
    assert "Britain was away" in text


def test_what_is_not_known_is_shown_as_not_known(tmp_path: Path) -> None:
    lay(tmp_path, edited("resolutions/resolution-1.yaml", "no: [FRA]\n      rest: unknown", "rest: [no, abstain]"))
    text = page(tmp_path, "states/GBR.md")
    assert "not known: against or abstained" in text


def test_a_renamed_record_keeps_its_old_address(tmp_path: Path) -> None:
    lay(tmp_path, edited("people/ada-moe.yaml", "born: 1970", "former_ids: [a-moe]"))
    assert 'href="ada-moe.html"' in page(tmp_path, "people/a-moe.md")


def test_a_text_in_another_language_is_marked(tmp_path: Path) -> None:
    lay(tmp_path, edited("events/meeting.yaml", "{en: Oslo, de: Oslo}", "{en: Oslo town}"))
    assert '<span lang="en">Oslo town</span>' in page(tmp_path, "events/meeting.md", "de")


def test_doubtful_words_are_marked_and_an_absent_original_is_said(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "statements/first-words.md", "de")
    assert "<mark>long road<sup>1</sup></mark>" in text
    assert "Original nicht gefunden" in text
    assert '<blockquote lang="en">' in text


def test_every_source_leads_back_to_what_rests_on_it(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "sources/record.md")
    for address in ("../people/ada-moe.html", "../votes/resolution-1.html", "../states/NOR.html"):
        assert f'href="{address}"' in text


def test_each_page_links_its_twin_and_its_file(tmp_path: Path) -> None:
    lay(tmp_path)
    assert 'href="../de/people/ada-moe.html"' in page(tmp_path, "people/ada-moe.md")
    assert 'href="../../people/ada-moe.html"' in page(tmp_path, "people/ada-moe.md", "de")
    assert "https://github.com/example/small/edit/main/content/people/ada-moe.yaml" in page(
        tmp_path, "people/ada-moe.md"
    )
