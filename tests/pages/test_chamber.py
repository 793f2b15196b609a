"""People who vote, from their files to the pages: parties, a seat that changes hands, proxies, weights, 73 to 72."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from factsheets import pipeline
from factsheets.content.records.body import Body
from factsheets.content.records.resolution import Result
from factsheets.derive.agreement import unity
from factsheets.derive.membership import members_on
from factsheets.derive.outcome import Reason
from factsheets.pipeline import Checked
from tests.chamber import CHAMBER, COMES, LEAVES, YES
from tests.pages.rendered import page
from tests.world import lay


@pytest.fixture
def chamber(tmp_path: Path) -> Checked:
    return pipeline.check(lay(tmp_path, world=CHAMBER))


def text_of(site: Path, page: str, selector: str) -> str:
    node = LexborHTMLParser((site / page).read_text("utf-8")).css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


def test_nothing_is_wrong_with_it(chamber: Checked) -> None:
    assert chamber.diagnostics == []


def test_one_more_vote_is_a_simple_majority_and_no_absolute_one(chamber: Checked) -> None:
    votes = {name: count.outcome for (bill, name), count in chamber.derived.counts.items() if bill == "bill"}
    found = {
        name: (each.result, each.reason, each.needed and each.needed.least) for name, each in votes.items() if each
    }
    assert found == {
        "charter": (Result.REJECTED, Reason.MISSED, 76),
        "tunnel": (Result.REJECTED, Reason.MISSED, 87),
        "name": (Result.ADOPTED, Reason.WITHOUT_VOTE, None),
        "adoption": (Result.ADOPTED, Reason.REACHED, 73),
    }


def test_votes_are_weighed_and_the_chair_decides_the_tie(chamber: Checked) -> None:
    outcome = chamber.derived.counts["budget", "adoption"].outcome
    assert outcome is not None
    assert (outcome.tally.yes.least, outcome.tally.no.least, outcome.tally.members) == (6, 6, 12)
    assert (outcome.result, outcome.reason) == (Result.REJECTED, Reason.CHAIR)


def test_a_seat_changes_hands(chamber: Checked) -> None:
    members = chamber.derived.counts["bill", "adoption"].members
    assert COMES in members
    assert LEAVES not in members
    assert len(members) == 149


def test_a_party_has_its_unity(chamber: Checked) -> None:
    count = chamber.derived.counts["bill", "adoption"]
    found = unity(count, members_on(chamber.facts.one(Body, "green-party"), count.day))
    assert (found.cast, found.index) == (78, Fraction(3 * 70 - 78, 2 * 78))


WRONG = [
    ("bodies/parliament.yaml", "number: 150", "number: 148", "too-many-members"),
    ("bodies/parliament.yaml", "2024-06-30", "2024-07-02", "member-twice"),
    ("bodies/parliament.yaml", "majority: {at_least: 3/5, of: present}", "tie: lost", "bad-rule"),
    ("bodies/parliament.yaml", "method: without_vote", "method: without_vote\n    veto: true", "bad-rule"),
    ("bodies/parliament.yaml", "quorum: {more_than: 1/2, of: seats}", "quorum: {more_than: 1/2, of: present}",
     "bad-rule"),
    ("bodies/parliament.yaml", "majority: {more_than: 1/2, of: seats}",
     "majority: {more_than: 1/2, of: seats}\n    tie: chair", "bad-rule"),
    ("bodies/board.yaml", "weight: 5", "weight: 0", "bad-number"),
    ("bodies/board.yaml", "tie: chair", "tie: lost", "bad-casting-vote"),
    ("resolutions/budget.yaml", "casting_vote: no", "casting_vote: abstain", "bad-casting-vote"),
    ("resolutions/bill.yaml", "abstain: 15}", "abstain: 15}\n    roll_call: {rest: unknown}", "bad-method"),
    ("resolutions/bill.yaml", "stated: {result: adopted}", "stated: {result: adopted, yes: 149}", "bad-method"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code"), WRONG)
def test_one_mistake_gives_one_diagnostic(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    assert CHAMBER[file].count(old) == 1
    changed = {file: CHAMBER[file].replace(old, new)}
    if code == "member-twice":
        changed[file] = changed[file].replace(f"members: [{COMES}]", f"members: [{LEAVES}]")
    codes = {each.code for each in pipeline.check(lay(tmp_path, changed, CHAMBER)).diagnostics}
    assert code in codes


def test_a_proxy_is_held_by_a_member_for_one_that_voted(tmp_path: Path) -> None:
    for old, new in ((f"{YES[0]}: {YES[1]}", f"{YES[0]}: {LEAVES}"), (f"{YES[0]}: {YES[1]}", f"{LEAVES}: {YES[1]}")):
        changed = {"resolutions/bill.yaml": CHAMBER["resolutions/bill.yaml"].replace(old, new)}
        assert "bad-proxy" in {each.code for each in pipeline.check(lay(tmp_path, changed, CHAMBER)).diagnostics}


def test_the_page_of_the_vote_draws_the_chamber_and_proves_the_outcome(chamber_site: Path) -> None:
    page = LexborHTMLParser((chamber_site / "votes" / "bill.html").read_text("utf-8"))
    assert len(page.css("#roll-call-adoption li")) == 149
    assert len(page.css("svg.hemicycle")) == 2
    assert "73 in favour + 72 against = 145 present and voting" in text_of(chamber_site, "votes/bill.html", ".proof")
    absolute = next(node.text() for node in page.css(".proof") if "seats" in node.text() and "73\u00a0<" in node.text())
    assert "more than half of all 150 seats, filled or not, so 76. 73\u00a0<\u00a076." in absolute
    assert f"cast by Member {YES[1][-3:]}" in text_of(chamber_site, "votes/bill.html", f"#adoption-{YES[0]}")
    article = text_of(chamber_site, "votes/bill.html", "article")
    assert "Adopted without a vote" in article
    assert "s vote is known by name" in article


def test_the_page_of_a_person_says_how_it_voted(chamber_site: Path) -> None:
    text = text_of(chamber_site, f"people/{YES[0]}.html", "article")
    assert "Took part in 2 of 2 votes." in text
    assert "Green Party" in text


def test_the_page_of_a_party_says_how_united_it_was(chamber_site: Path) -> None:
    assert "0.85" in text_of(chamber_site, "bodies/green-party.html", "table.unity")


def test_weights_are_shown_beside_names(chamber_site: Path) -> None:
    assert "5 votes each" in text_of(chamber_site, "votes/budget.html", "#adoption-board-a")
    assert "Der Vorsitz entschied und stimmte dagegen." in text_of(chamber_site, "de/votes/budget.html", ".proof")


def test_the_strip_of_a_person_has_the_persons_name(tmp_path: Path) -> None:
    second = CHAMBER["resolutions/budget.yaml"].replace("2024-03-01", "2025-03-01").replace("2024", "2025")
    sheet = """\
title: {en: Money, de: Geld}
answer: {en: Twice., de: Zweimal.}
resolutions: [budget, budget-2]
reviewed: 2025-04-01
sources: [record]
"""
    lay(tmp_path, {"resolutions/budget-2.yaml": second, "factsheets/money.yaml": sheet}, CHAMBER)
    assert "Member d-a: Money, vote by vote" in page(tmp_path, "people/board-a.md")
