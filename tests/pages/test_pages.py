"""Content in, page out."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
import yaml

from factsheets import pipeline
from factsheets.content.records.resolution import Position
from factsheets.site.pages import pages
from factsheets.site.render import render
from tests.pages.rendered import page
from tests.world import WORLD, edited, found, lay


def test_every_page_has_a_head_with_its_title(tmp_path: Path) -> None:
    lay(tmp_path, edited("people/ada-moe.yaml", "born: 1970", "former_ids: [a-moe]"))
    checked = pipeline.check(tmp_path / "content")
    for each in pages(checked.facts, checked.derived):
        _, head, body = render(each).split("---\n", 2)
        fields = yaml.safe_load(head)
        assert html.unescape(fields["title"]) == each.frame.name, each.path
        assert fields["description"], each.path
        assert set(fields) <= {"title", "description", "hide"}, each.path
        assert body.count("\n# ") == 1, each.path


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


WEAK = {
    "sources/copy.yaml": WORLD["sources/record.yaml"].replace("read: itself", "read: copy\nvia: {name: x.example}"),
}


def test_no_copy_ranks_before_a_record(tmp_path: Path) -> None:
    lay(tmp_path, WEAK | edited("people/ada-moe.yaml", "sources: [record]", "sources: [copy, record]"))
    text = page(tmp_path, "people/ada-moe.md")
    official, copies = text.index('<p class="tier tier-record">'), text.index('<p class="tier tier-copy">')
    assert official < text.index('id="source-1"') < copies < text.index('id="source-2"')
    assert 'class="receipt receipt-record"><a href="#source-1" aria-label="Source 1: official"' in text
    assert 'class="receipt receipt-copy"><a href="#source-2" aria-label="Source 2: official, read in a copy"' in text


def test_the_marks_of_an_index_have_the_numbers_of_its_list(tmp_path: Path) -> None:
    lay(tmp_path, WEAK | edited("people/ada-moe.yaml", "    seen: 2025-02\n", "    sources: [copy, record]\n"))
    text = page(tmp_path, "people/index.md")
    assert 'class="receipt receipt-record"><a href="#source-1"' in text
    assert 'class="receipt receipt-copy"><a href="#source-2"' in text


def test_a_machine_translation_is_quoted_only_where_there_is_nothing_else_and_marked(tmp_path: Path) -> None:
    lay(tmp_path)
    assert "Machine translation · English" in page(tmp_path, "statements/index.md")
    said = ("    missing: {en: Not found., de: Nicht gefunden.}\n", "    text: Det er en god begynnelse.\n")
    lay(tmp_path, edited("statements/first-words.yaml", *said))
    assert "Original · Norwegian Bokmål" in page(tmp_path, "statements/index.md")


def test_a_machine_translation_in_the_readers_language_goes_behind_people_in_another(tmp_path: Path) -> None:
    by_people = edited("statements/first-words.yaml", "kind: machine", "kind: agency")["statements/first-words.yaml"]
    german = (
        "  - {id: de, kind: machine, lang: de, from: en, text: Es ist ein Start., sources: [record]}\nsources: [record]"
    )
    lay(tmp_path, {"statements/first-words.yaml": by_people.removesuffix("sources: [record]\n") + german})
    assert "Übersetzung durch Medien · Englisch" in page(tmp_path, "statements/index.md", "de")


def test_a_fact_sheet_answers_for_every_member(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "factsheets/first-day.md")
    row = text[text.index('id="country-gbr"') :].partition("</tr>")[0]
    assert "mark-abstain" in row
    assert "abstained" in row
    assert "Vereinigtes Königreich" in row  # so that the filter finds it in any language


def test_every_mark_of_the_table_is_explained(tmp_path: Path) -> None:
    plain = edited("resolutions/resolution-1.yaml", "      abstain: [GBR]\n", "      no: [GBR]\n")
    reported = {
        "resolutions/resolution-2.yaml": WORLD["resolutions/resolution-1.yaml"]
        .replace("on: [resolution]", "on: [nothing]")
        .replace("on: [change]", "on: [resolution]")
    }
    sheet = edited(
        "factsheets/first-day.yaml", "resolutions: [resolution-1]", "resolutions: [resolution-1, resolution-2]"
    )
    lay(tmp_path, plain | reported | sheet)
    text = page(tmp_path, "factsheets/first-day.md")
    assert "against, as reported" in text
    assert '<span class="mark mark-no" aria-hidden="true"></span> against</span>' in text


def test_a_list_that_names_only_some_says_of_how_many(tmp_path: Path) -> None:
    lay(tmp_path, edited("resolutions/resolution-1.yaml", "      no: [FRA]\n", "      yes: [NOR]\n      no: [FRA]\n"))
    assert "(1 of 2, by name)" in page(tmp_path, "votes/resolution-1.md")


def test_a_vote_of_which_little_is_known_shows_that_little(tmp_path: Path) -> None:
    lay(tmp_path, edited("resolutions/resolution-1.yaml", "{result: rejected, yes: 2, vetoed_by: [FRA]}", "{}"))
    assert "1 to 3" in page(tmp_path, "votes/resolution-1.md")


def test_a_vote_on_one_of_several_texts_claims_none_of_them(tmp_path: Path) -> None:
    lay(tmp_path, edited("resolutions/resolution-1.yaml", "on: [change]", "on: [change, resolution]"))
    text = page(tmp_path, "votes/resolution-1.md")
    assert "## One of 2 texts; the source does not say which (vote 1) {#change}" in text


def test_what_is_only_reported_is_shown_as_that_and_not_counted(tmp_path: Path) -> None:
    reported = "\n    reported:\n      - {position: abstain, members: [NOR], why: {en: One paper., de: Eine Zeitung.}}"
    lay(tmp_path, edited("resolutions/resolution-1.yaml", "      rest: unknown", f"      rest: unknown{reported}"))
    assert "Reported, not confirmed: abstained" in page(tmp_path, "states/NOR.md")
    assert "One paper." in page(tmp_path, "votes/resolution-1.md")
    count = pipeline.check(tmp_path / "content").derived.counts["resolution-1", "change"]
    assert Position.ABSTAIN not in count.listed.values()


def test_what_is_missing_leads_to_its_place_and_its_file(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "missing.md")
    assert 'href="statements/first-words.html#wording-original"' in text
    assert "https://github.com/example/small/edit/main/content/statements/first-words.yaml" in text


def test_votes_and_events_lead_to_their_neighbours(tmp_path: Path) -> None:
    earlier = WORLD["events/meeting.yaml"].replace("2025-02-24", "2024")
    lay(tmp_path, {"events/before.yaml": earlier})
    assert '<a rel="prev" href="before.html">' in page(tmp_path, "events/meeting.md")
    assert '<a rel="next" href="meeting.html">' in page(tmp_path, "events/before.md")


def test_the_site_explains_itself(tmp_path: Path) -> None:
    about = "about:\n  - {id: why, title: {en: Why, de: Warum}, text: {en: So., de: Darum.}}\n"
    lay(tmp_path, {"site.yaml": WORLD["site.yaml"] + about})
    assert "## Warum {#why}" in page(tmp_path, "about.md", "de")
    assert found(tmp_path, {"site.yaml": WORLD["site.yaml"] + about.replace(", de: Darum.", "")})[0].code == (
        "missing-translation"
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("review_due: 2025-09", "Current · Last reviewed: 1 March 2025 · Review due: September 2025"),
        ("status: historical", "Historical: no longer updated · Last reviewed: 1 March 2025"),
        ("superseded_by: second-day", "Superseded · Last reviewed: 1 March 2025"),
        ("superseded_by: second-day", 'This fact sheet is superseded by <a href="second-day.html">'),
    ],
)
def test_a_fact_sheet_says_whether_it_is_kept(tmp_path: Path, more: str, said: str) -> None:
    second = {"factsheets/second-day.yaml": WORLD["factsheets/first-day.yaml"]}
    sheet = edited("factsheets/first-day.yaml", "reviewed: 2025-03-01", f"reviewed: 2025-03-01\n{more}")
    lay(tmp_path, second | sheet)
    assert said in page(tmp_path, "factsheets/first-day.md")


def test_the_front_page_has_the_latest_corrections_and_no_more(tmp_path: Path) -> None:
    none_yet = "Nothing had to be corrected so far."
    lay(tmp_path)
    assert none_yet in page(tmp_path, "index.md")
    rest = "now: {en: x, de: x}, gravity: fact, why: {en: y, de: y}"
    lines = [f"  - {{date: 2025-03-0{n}, was: {{en: w{n}, de: w}}, {rest}}}\n" for n in (4, 3, 2, 1)]
    made = "".join(["corrections:\n", *lines])
    lay(tmp_path, edited("people/ada-moe.yaml", "born: 1970\n", f"born: 1970\n{made}"))
    text = page(tmp_path, "index.md")
    assert [word for word in ("w4", "w3", "w2", "w1") if f"<s>{word}</s>" in text] == ["w4", "w3", "w2"]
    assert none_yet not in text
