"""Content in; the page of a source, and what stands beside facts that have no other, out."""

from __future__ import annotations

from pathlib import Path

from tests.pages.rendered import page
from tests.world import WORLD, edited, lay

COPY = {"sources/copy.yaml": WORLD["sources/record.yaml"].replace("read: itself", "read: copy\nvia: {name: x.example}")}
RESOLUTION, PERSON, SHEET = "resolutions/resolution-1.yaml", "people/ada-moe.yaml", "factsheets/first-day.yaml"
ALONE = "rests on this source alone"


def line(text: str, of: str) -> str:
    """Return the line of a list that has some words in it."""
    return next(each for each in text.splitlines() if each.startswith("<li>") and of in each)


def test_a_source_lists_each_fact_at_its_own_place(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "sources/record.md")
    assert '<a href="../factsheets/first-day.html#began">It adopted a resolution.</a>' in text
    assert '<a href="../bodies/council.html#rule-substantive-1990-01-01">Substance (Article 1)</a>' in text
    assert '<a href="../statements/first-words.html#wording-en">English</a>' in text
    assert '<a href="../people/ada-moe.html#office-ambassador-of-norway-2020-05-01">Ambassador of Norway, ' in text
    assert "21 facts on 9 pages rest on it. None of them has another source." in text


def test_a_fact_on_one_source_alone_is_marked_and_counted(tmp_path: Path) -> None:
    two = edited(SHEET, "sources: [{source: record, at: p. 1}]", "sources: [copy, record]")
    one = edited(PERSON, "    seen: 2025-02\n", "    sources: [copy]\n")
    lay(tmp_path, {**COPY, **two, **one})
    text = page(tmp_path, "sources/copy.md")
    assert ALONE not in line(text, "It adopted")
    assert ALONE in line(text, "Ambassador")
    assert "2 facts on 2 pages rest on it. 1 of them rests on it alone: without it" in text
    german = page(tmp_path, "sources/copy.md", "de")
    assert "stützt sich nur auf diese Quelle" in line(german, "Botschafterin")
    assert "2 Angaben auf 2 Seiten beruhen darauf. 1 davon stützt sich nur auf diese Quelle" in german


def test_an_entry_without_sources_of_its_own_shares_those_of_its_record(tmp_path: Path) -> None:
    lay(tmp_path, {**COPY, **edited(PERSON, "sources: [record]", "sources: [record, copy]")})
    text = page(tmp_path, "sources/copy.md")
    assert ALONE not in line(text, "Ambassador")
    assert "Each of them has another source, too." in text


def test_the_place_in_the_source_stands_beside_the_fact(tmp_path: Path) -> None:
    lay(tmp_path)
    assert "at p. 1" in line(page(tmp_path, "sources/record.md"), "It adopted a resolution.")
    places = edited(SHEET, "{source: record, at: p. 1}", "{source: record, at: p. 1}, {source: record, at: p. 7}")
    lay(tmp_path, places)
    assert "at p. 1; at p. 7" in line(page(tmp_path, "sources/record.md"), "It adopted a resolution.")


def test_members_whose_votes_rest_on_it_alike_share_a_line(tmp_path: Path) -> None:
    by_name = "      abstain: [GBR]\n    member_sources: {GBR: [copy], NOR: [copy], FRA: [copy, record]}\n"
    lay(tmp_path, {**COPY, **edited(RESOLUTION, "      abstain: [GBR]\n", by_name)})
    text = page(tmp_path, "sources/copy.md")
    norway = '<a href="../votes/resolution-1.html#adoption-nor">Norway</a>'
    assert norway in line(text, '<a href="../votes/resolution-1.html#adoption-gbr">United Kingdom</a>')
    assert ALONE in line(text, norway)
    assert "The first resolution" in line(text, norway)
    assert ALONE not in line(text, '<a href="../votes/resolution-1.html#adoption-fra">France</a>')
    assert "3 facts on 1 page rest on it." in text


def test_pages_that_rest_on_it_as_a_whole_are_a_list_of_names(tmp_path: Path) -> None:
    rest = {"NOR": "[copy]", "FRA": "[copy]", "GBR": "[copy, record]"}
    lay(tmp_path, COPY)
    for name, sources in rest.items():
        lay(tmp_path, edited(f"states/{name}.yaml", "[record]", sources), {})
    text = page(tmp_path, "sources/copy.md")
    alone, beside = text.split("2 pages as a whole, on this source alone")[1].split("The page as a whole, on other")
    assert "France" in alone
    assert "Norway" in alone
    assert "United Kingdom" in beside


def test_a_long_fact_is_cut_at_a_word(tmp_path: Path) -> None:
    lay(tmp_path, edited(SHEET, "It adopted a resolution.", f"It adopted {'a further ' * 20}resolution."))
    label = line(page(tmp_path, "sources/record.md"), "It adopted").partition("</a>")[0].rpartition(">")[2]
    assert label.endswith(("a further\u00a0…", " a\u00a0…"))
    assert 70 < len(label) <= 92


def test_a_source_on_which_nothing_rests_says_so(tmp_path: Path) -> None:
    lay(tmp_path, COPY)
    assert "Nothing here yet." in page(tmp_path, "sources/copy.md")


def test_the_mark_of_an_only_source_says_so(tmp_path: Path) -> None:
    lay(tmp_path, COPY)
    only = 'class="receipt receipt-record receipt-only"><a href="#source-1" aria-label="Source 1: official; the only'
    assert only in page(tmp_path, "factsheets/first-day.md")
    lay(tmp_path, {**COPY, **edited(SHEET, "sources: [{source: record, at: p. 1}]", "sources: [record, copy]")})
    fact = line_of_fact(page(tmp_path, "factsheets/first-day.md"))
    assert 'class="receipt receipt-record"><a href="#source-1" aria-label="Source 1: official"' in fact
    assert "only" not in fact


def line_of_fact(text: str) -> str:
    return next(each for each in text.splitlines() if each.startswith('<li id="began">'))


def test_no_outcome_is_said_to_have_one_source_where_the_vote_rests_on_those_of_the_record(tmp_path: Path) -> None:
    apart = edited(RESOLUTION, "      abstain: [GBR]\n", "      abstain: [GBR]\n      sources: [copy]\n")
    lay(tmp_path, {**COPY, **apart})
    verdict = next(each for each in page(tmp_path, "votes/resolution-1.md").splitlines() if 'class="verdict"' in each)
    assert 'aria-label="Source 2: official, read in a copy"' in verdict


def test_the_list_of_sources_counts_facts_and_leads_to_them(tmp_path: Path) -> None:
    lay(tmp_path)
    assert '<a href="../sources/record.html#uses">21 facts rest on it</a>' in page(tmp_path, "people/ada-moe.md")
