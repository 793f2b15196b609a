"""What is counted, what is only reported, and why some had no vote: content in, what readers and data get out."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.site.exports import exports
from factsheets.site.words import words_in
from tests.pages.rendered import page
from tests.world import WORLD, edited, lay

RESOLUTION, SOURCE, VOTE = "resolutions/resolution-1.yaml", "sources/record.yaml", "votes/resolution-1.md"
OPEN = (
    "    stated: {result: rejected, yes: 2, vetoed_by: [FRA]}\n    roll_call:\n      no: [FRA]\n      rest: unknown\n"
)
WHY = "why: {en: One blog., de: Ein Blog.}"


def read(root: Path, changes: dict[str, str], path: str = VOTE, language: str = "en") -> str:
    checked = pipeline.check(lay(root, changes))
    assert not checked.failed, checked.diagnostics
    return unescape(page(root, path, language))


def of_change(root: Path, more: str) -> dict[str, object]:
    checked = pipeline.check(lay(root, edited(RESOLUTION, OPEN, OPEN + more)))
    tree = json.loads(exports(checked.facts, checked.derived)["data/votes/resolution-1.json"])
    vote: dict[str, object] = tree["votes"][0]
    return vote


def test_reported_numbers_stand_beside_the_vote_and_in_the_data(tmp_path: Path) -> None:
    more = f"    reported_numbers:\n      - {{yes: 1, no: 2, present: 3, vetoed_by: [FRA], {WHY}, sources: [record]}}\n"
    text = read(tmp_path, edited(RESOLUTION, OPEN, OPEN + more))
    said = "Reported, not confirmed: veto by France, in favour: 1, against: 2, present: 3"
    assert f"<strong>{said}</strong>. One blog." in text
    assert of_change(tmp_path, more)["reported_numbers"] == [
        {
            "result": None, "yes": 1, "no": 2, "present": 3, "vetoed_by": ["FRA"],
            "why": {"en": "One blog.", "de": "Ein Blog."}, "sources": ["record"],
        }
    ]  # fmt: skip


def test_reported_numbers_report_something(tmp_path: Path) -> None:
    more = f"    reported_numbers:\n      - {{{WHY}, sources: [record]}}\n"
    codes = [each.code for each in pipeline.check(lay(tmp_path, edited(RESOLUTION, OPEN, OPEN + more))).diagnostics]
    assert codes == ["missing-field"]


@pytest.mark.parametrize(
    ("lists", "heading"),
    [
        ("      rest: unknown\n    inferred: [{position: not_entitled, members: [NOR], why: {en: x, de: x}}]\n",
         "Why they probably had no right to vote: contributions in arrears"),
        ("      not_entitled: [NOR]\n      rest: unknown\n", "Why they had no right to vote: contributions in arrears"),
        ("      rest: [not_entitled]\n", "Why they had no right to vote: contributions in arrears"),
    ],
)  # fmt: skip
def test_why_members_had_no_right_is_said_as_far_as_it_is_certain(tmp_path: Path, lists: str, heading: str) -> None:
    more = "    exclusions: [{members: [NOR], reason: arrears, note: {en: A note., de: Notiz.}, sources: [record]}]\n"
    stated = OPEN.replace("yes: 2, ", "").replace("vetoed_by: [FRA]", "no: 1")
    vote = stated.replace("      rest: unknown\n", lists) + more
    text = read(tmp_path, edited(RESOLUTION, OPEN, vote))
    assert f"<strong>{heading}</strong>: <a href" in text
    assert "A note." in text
    assert "contributions in arrears" in read(tmp_path, edited(RESOLUTION, OPEN, vote), "states/NOR.md")
    checked = pipeline.check(lay(tmp_path, edited(RESOLUTION, OPEN, vote)))
    table = exports(checked.facts, checked.derived)["data/votes/resolution-1.csv"].decode()
    of_norway = next(line for line in table.splitlines() if ",NOR," in line)
    assert of_norway.endswith(",arrears,record")


@pytest.mark.parametrize(("why", "is_right"), [("", False), (", why: {en: x, de: x}", True)])
def test_another_reason_is_said(tmp_path: Path, why: str, *, is_right: bool) -> None:
    lists = "      not_entitled: [NOR]\n      rest: unknown\n"
    stated = OPEN.replace("yes: 2, ", "").replace("vetoed_by: [FRA]", "no: 1").replace("      rest: unknown\n", lists)
    vote = stated + f"    exclusions: [{{members: [NOR], reason: other{why}, sources: [record]}}]\n"
    found = pipeline.check(lay(tmp_path, edited(RESOLUTION, OPEN, vote))).diagnostics
    assert (found == []) is is_right


def test_who_held_the_rule_to_apply_stands_below_the_numbers(tmp_path: Path) -> None:
    more = "    rule_applied: {by: {en: The chair., de: Der Vorsitz.}, sources: [{source: record, at: p. 9}]}\n"
    text = read(tmp_path, edited(RESOLUTION, OPEN, OPEN + more))
    assert "<strong>Who held this rule to apply:</strong> The chair." in text
    assert "p. 9" in text
    assert of_change(tmp_path, more)["rule_applied"] == {
        "by": {"en": "The chair.", "de": "Der Vorsitz."},
        "sources": ["record"],
    }


def test_a_paragraph_with_a_vote_of_its_own_has_its_fate(tmp_path: Path) -> None:
    text = WORLD[RESOLUTION].replace("amendments:", "paragraphs:")
    assert "1 paragraph was put to a vote of its own: 1 stopped by a veto (France)." in read(
        tmp_path, {RESOLUTION: text}
    )


def test_no_veto_is_claimed_where_nobody_knows_who_was_in_favour(tmp_path: Path) -> None:
    text = read(tmp_path, edited(RESOLUTION, OPEN, OPEN.replace("yes: 2, vetoed_by: [FRA]", "no: 1")))
    assert (
        "France voted against, as a permanent member; whether there were votes enough in favour is not known." in text
    )
    assert "Veto by" not in text
    two = words_in("en")("reason.stopped", n=2, names="France, United Kingdom")
    assert two.startswith("France, United Kingdom voted against, as permanent members;")


def test_a_record_without_a_vote_on_its_text_begins_with_its_last_vote(tmp_path: Path) -> None:
    whole = WORLD[RESOLUTION][WORLD[RESOLUTION].index("  - id: adoption") : WORLD[RESOLUTION].rindex("sources:")]
    text = read(tmp_path, {RESOLUTION: WORLD[RESOLUTION].replace(whole, "")})
    top = text[: text.index("{#change}")]
    assert "Not adopted: veto by France" in top
    assert '<p class="kicker">A change</p>' in top
    assert "amendment was put to the vote" not in text


def test_where_somebody_looked_is_said_on_the_page_and_among_what_is_missing(tmp_path: Path) -> None:
    looked = "    searched: [{date: 2025-03-02, where: {en: in the archive., de: im Archiv.}}]\n"
    changes = edited(RESOLUTION, OPEN, OPEN + looked)
    said = "Looked for in vain on 2 March 2025: in the archive."
    assert said in read(tmp_path, changes)
    assert said in read(tmp_path, changes, "missing.md")


def test_a_source_says_how_and_where_it_was_read_and_whose_it_is(tmp_path: Path) -> None:
    source = WORLD[SOURCE].replace("kind: official\nread: itself", "kind: agency\nread: copy") + (
        "via: {name: news.example, URL: 'https://news.example/x'}\nrepeats: record\n"
        "interests: [{kind: state_media, text: {en: Owned by a state., de: In Staatsbesitz.}, sources: [record]}]\n"
    )
    text = read(tmp_path, {"sources/paper.yaml": source}, "sources/paper.md")
    for said in ("news agency, read in a copy, state media", "https://news.example/x", "Owned by a state.", "Repeats"):
        assert said in text
    assert "Copies, blogs, aggregators and machine translations" in text


def test_a_body_says_what_it_is(tmp_path: Path) -> None:
    body = edited("bodies/council.yaml", "name: Council\n", "name: Council\nsummary: {en: It decides., de: x.}\n")
    assert '<p class="answer">It decides.' in read(tmp_path, body, "bodies/council.md")
