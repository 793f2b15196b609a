"""Words as they were said in; original and translations side by side out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factsheets.site.words import is_right_to_left
from tests.pages.rendered import page
from tests.world import edited, lay

STATEMENT = "statements/first-words.yaml"
MISSING = "    lang: nb\n    missing: {en: Not found., de: Nicht gefunden.}\n"
ARABIC = "    lang: ar\n    text: هذه بداية جيدة\n    sources: [record]\n"
THREE = """\
  - {id: de, kind: official, lang: de, from: original, text: Ein guter Anfang und ein langer Weg., sources: [record]}
  - id: fr
    kind: agency
    lang: fr
    from: en
    by: A French agency
    text: Un bon début et une longue route.
    sources: [{source: record, at: p. 3}]
sources: [record]
"""


def three() -> dict[str, str]:
    """Return the statement with three translations of an original that is missing."""
    text = edited(STATEMENT, MISSING, MISSING)[STATEMENT]
    return {STATEMENT: text.removesuffix("sources: [record]\n") + THREE}


def plain(text: str) -> str:
    """Return what a reader reads: without tags, white space collapsed."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))


def test_an_original_that_was_not_found_stands_first_and_says_so(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "statements/first-words.md", "de")
    assert "<strong>Fehlt.</strong> Nicht gefunden." in text
    assert text.index('id="wording-original"') < text.index('id="wording-en"')


def test_doubtful_words_are_marked_and_explained(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "statements/first-words.md")
    assert "<mark>long road<sup>1</sup></mark>" in text
    assert "<li>Perhaps far way.</li>" in text


def test_a_quotation_is_marked_up_with_its_language_and_where_it_was_read(tmp_path: Path) -> None:
    lay(tmp_path)
    assert '<blockquote lang="en" cite="https://council.example/record">' in page(tmp_path, "statements/first-words.md")


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("period: 2020-05-01/..", "Ada Moe, Ambassador of Norway · 24 February 2025"),
        ("seen: 2025-02", "Ada Moe, Ambassador of Norway, last known to hold: February 2025 · 24 February 2025"),
        ("period: 2025-03-01/..", "Ada Moe · 24 February 2025"),
    ],
)
def test_the_speaker_has_the_office_of_that_day(tmp_path: Path, held: str, said: str) -> None:
    lay(tmp_path, edited("people/ada-moe.yaml", "period: 2020-05-01/\n    seen: 2025-02", held))
    assert said in plain(page(tmp_path, "statements/first-words.md"))


def test_three_translations_stand_side_by_side_each_with_what_it_is(tmp_path: Path) -> None:
    lay(tmp_path, three())
    text = page(tmp_path, "statements/first-words.md")
    assert re.findall(r'<figure class="wording wording-([a-z]+)"', text) == ["missing", "machine", "official", "agency"]
    said = plain(text)
    assert "Official translation German" in said
    assert "Translation by the media French · by A French agency" in said


def test_a_translation_says_how_it_reached_us(tmp_path: Path) -> None:
    lay(tmp_path, three())
    said = plain(page(tmp_path, "statements/first-words.md"))
    way = (
        "Norwegian Bokmål: Original (not found) → then English: Machine translation → then French, read in The Council"
    )
    assert way in said


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    lay(tmp_path, edited(STATEMENT, MISSING, ARABIC))
    arabic = '<blockquote lang="ar" dir="rtl" cite="https://council.example/record"><p>هذه بداية جيدة</p></blockquote>'
    for address in ("statements/first-words.md", "factsheets/first-day.md", "people/ada-moe.md"):
        assert arabic in page(tmp_path, address)


def test_a_disputed_quotation_shows_both_values_before_the_words(tmp_path: Path) -> None:
    dispute = """\
conflicts:
  - fields: [speaker]
    values:
      - {value: {en: Moe said it, de: Moe sagte es}, sources: [record]}
      - {value: {en: Her deputy said it, de: Ihr Stellvertreter sagte es}, sources: [record]}
    preferred: Moe said it
    why: {en: She was there., de: Sie war dort.}
wordings:
"""
    lay(tmp_path, edited(STATEMENT, "wordings:\n", dispute))
    text = page(tmp_path, "statements/first-words.md")
    assert text.index("Her deputy said it") < text.index('id="wording-original"')
    assert "<em>(followed here)</em>" in text
    assert "She was there." in text
    assert '<span class="badge badge-disputed">disputed</span>' in page(tmp_path, "factsheets/first-day.md")


def test_in_small_the_original_is_never_left_out(tmp_path: Path) -> None:
    lay(tmp_path, three())
    shown = page(tmp_path, "factsheets/first-day.md", "de")
    assert "Original · Norwegisch (Bokmål) · nicht gefunden" in shown
    assert '<blockquote lang="de" cite="https://council.example/record">' in shown
    assert "Un bon début" not in shown


def test_in_small_words_that_the_reader_understands_need_no_translation(tmp_path: Path) -> None:
    lay(tmp_path, {STATEMENT: three()[STATEMENT].replace(MISSING, "    lang: de\n    text: Guter Anfang.\n")})
    assert page(tmp_path, "factsheets/first-day.md", "de").count("<blockquote") == 1


def test_words_of_which_the_language_is_not_known_may_be_no_translation(tmp_path: Path) -> None:
    lay(
        tmp_path, {STATEMENT: three()[STATEMENT].replace("lang: nb", "lang: und").replace("from: en", "from: original")}
    )
    assert "As quoted by the media French" in plain(page(tmp_path, "statements/first-words.md"))


def test_in_small_an_original_has_a_translation_by_people_beside_it_and_none_by_a_machine(tmp_path: Path) -> None:
    lay(tmp_path, edited(STATEMENT, MISSING, ARABIC))
    assert page(tmp_path, "factsheets/first-day.md").count("<blockquote") == 1
    lay(tmp_path, {STATEMENT: three()[STATEMENT].replace(MISSING, ARABIC)})
    text = page(tmp_path, "factsheets/first-day.md")
    assert text.index('<blockquote lang="ar"') < text.index('<blockquote lang="de"')


def test_in_small_a_translation_into_a_language_of_the_site_alone_helps(tmp_path: Path) -> None:
    text = re.sub(r"  - [{]id: de, .*\n", "", three()[STATEMENT].replace("from: en", "from: original"))
    lay(tmp_path, {STATEMENT: text.replace(MISSING, ARABIC)})
    assert page(tmp_path, "factsheets/first-day.md").count("<blockquote") == 1
    lay(tmp_path, {STATEMENT: text})
    assert '<blockquote lang="fr"' in page(tmp_path, "factsheets/first-day.md")


def test_what_is_cited_is_the_source_nearest_to_the_facts(tmp_path: Path) -> None:
    blog = "kind: blog\nread: itself\ntitle: A blog\npublisher: {en: A, de: A}\nURL: https://blog.example/\n"
    both = edited(
        STATEMENT,
        "far way., de: Vielleicht weiter Weg.}\n    sources: [record]",
        "far way., de: Vielleicht weiter Weg.}\n    sources: [blog, record]",
    )
    lay(tmp_path, {"sources/blog.yaml": blog} | both)
    assert 'cite="https://council.example/record"' in page(tmp_path, "statements/first-words.md")


def test_an_archived_copy_is_cited_only_where_there_is_no_address(tmp_path: Path) -> None:
    archive = "archive: https://archive.example/1\n"
    record = edited("sources/record.yaml", "issued: 2025-03\n", f"issued: 2025-03\n{archive}")
    lay(tmp_path, record)
    assert 'cite="https://council.example/record"' in page(tmp_path, "statements/first-words.md")
    lay(tmp_path, {name: text.replace("URL: https://council.example/record\n", "") for name, text in record.items()})
    assert 'cite="https://archive.example/1"' in page(tmp_path, "statements/first-words.md")


def test_a_wording_about_which_sources_disagree_is_disputed_too(tmp_path: Path) -> None:
    dispute = """\
    conflicts:
      - fields: [text]
        values:
          - {value: {en: long road, de: langer Weg}, sources: [record]}
          - {value: {en: far way, de: weiter Weg}, sources: [record]}
    text: It is a good start"""
    lay(tmp_path, edited(STATEMENT, "    text: It is a good start", dispute))
    assert "badge-disputed" in page(tmp_path, "factsheets/first-day.md")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("ar", True), ("he", True), ("fa", True), ("ur", True), ("ckb", True), ("ku", False), ("ku-Arab", True),
     ("ar-Latn", False), ("ru", False), ("und", False), ("zh-Hant", False)],
)  # fmt: skip
def test_the_direction_is_that_of_the_script(tag: str, *, expected: bool) -> None:
    assert is_right_to_left(tag) is expected


def test_what_the_media_give_in_the_language_it_was_said_in_is_no_translation(tmp_path: Path) -> None:
    said = {STATEMENT: three()[STATEMENT].replace(MISSING, "    lang: fr\n    text: Bon début.\n")}
    said = {STATEMENT: said[STATEMENT].replace("    from: en\n", "    from: original\n")}
    lay(tmp_path, said)
    assert "As quoted by the media French" in plain(page(tmp_path, "statements/first-words.md"))
