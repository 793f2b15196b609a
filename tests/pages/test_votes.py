"""Votes in, pages out: the proof, the changes, what was said, how to report an error."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.pages.rendered import page
from tests.world import WORLD, edited, lay


def test_a_vote_shows_its_outcome_with_the_arithmetic(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "votes/resolution-1.md")
    assert "2 in favour. Needed: 2 of 3. 2\u00a0≥\u00a02. No permanent member voted against." in text
    assert "Veto by France, as reported: a vote against by a permanent member stops it." in text
    assert "Britain was away" in text


CHANGE = """\
    stated: {result: rejected, yes: 2, vetoed_by: [FRA]}
    roll_call:
      no: [FRA]
      rest: unknown
"""


def test_the_proof_says_what_cannot_be_told_and_why(tmp_path: Path) -> None:
    lay(tmp_path, edited("resolutions/resolution-1.yaml", CHANGE, "    stated: {result: rejected, yes: 2, no: 1}\n"))
    text = page(tmp_path, "votes/resolution-1.md")
    assert "2\u00a0≥\u00a02. It cannot be told: it depends on who voted against (1)." in text
    assert "Not adopted, as stated" in text


def test_the_proof_says_what_is_certain_all_the_same(tmp_path: Path) -> None:
    few = "    stated: {result: rejected, yes: 1}\n    roll_call:\n      yes: [NOR]\n      rest: [no, abstain]\n"
    lay(tmp_path, edited("resolutions/resolution-1.yaml", CHANGE, few))
    text = page(tmp_path, "votes/resolution-1.md")
    assert "1\u00a0<\u00a02. That is certain, however the 2 members voted whose votes are not known." in text


def test_a_procedural_vote_says_that_nobody_has_a_veto(tmp_path: Path) -> None:
    council = WORLD["bodies/council.yaml"].replace("    veto: true\n", "")
    against = edited(
        "resolutions/resolution-1.yaml",
        "abstain: 1}\n    roll_call:\n      yes: [NOR, FRA]\n      abstain",
        "abstain: 0}\n    roll_call:\n      yes: [NOR, FRA]\n      no",
    )
    text = (
        against["resolutions/resolution-1.yaml"]
        .replace("yes: 2, no: 0", "yes: 2, no: 1")
        .replace(CHANGE, "    stated: {yes: 2, no: 1}\n")
    )
    lay(tmp_path, {"bodies/council.yaml": council, "resolutions/resolution-1.yaml": text})
    said = "United Kingdom voted against; on such a question no permanent member has a veto."
    assert said in page(tmp_path, "votes/resolution-1.md")


def series(root: Path, first: str, council: str = WORLD["bodies/council.yaml"]) -> None:
    """Lay the world with an earlier vote before its own, on the same fact sheet."""
    earlier = WORLD["resolutions/resolution-1.yaml"].replace("2025-02-24", "2025-01-10").replace("RES/1", "RES/0")
    earlier = earlier.replace("      yes: [NOR, FRA]\n      abstain: [GBR]\n", first)
    sheet = edited("factsheets/first-day.yaml", "[resolution-1]", "[resolution-0, resolution-1]")
    lay(root, {"resolutions/resolution-0.yaml": earlier, "bodies/council.yaml": council, **sheet})


def test_a_change_of_position_is_marked_and_leads_to_both_votes(tmp_path: Path) -> None:
    series(tmp_path, "      yes: [NOR, GBR]\n      abstain: [FRA]\n")
    text = page(tmp_path, "states/GBR.md")
    assert '<p class="answer">In favour of RES/0, abstained on RES/1.</p>' in text
    assert '<a href="../compare/resolution-0--resolution-1.html">before: in favour</a>' in text
    assert "before:" not in page(tmp_path, "states/NOR.md")
    vote = page(tmp_path, "votes/resolution-1.md")
    assert "Compared with the vote before it in the series" in vote
    assert "1 member did the same both times." in vote


def test_a_member_that_came_later_is_shown_as_no_member_before(tmp_path: Path) -> None:
    council = WORLD["bodies/council.yaml"].replace("period: 2025\n", "period: 2025-02/2025-12\n")
    later = "      yes: [FRA, GBR]\n"
    series(tmp_path, later, council)
    earlier = tmp_path / "content" / "resolutions" / "resolution-0.yaml"
    earlier.write_text(earlier.read_text("utf-8").replace("no: 0, abstain: 1", "no: 0, abstain: 0"), "utf-8")
    assert '<p class="answer">No member at RES/0, in favour of RES/1.</p>' in page(tmp_path, "states/NOR.md")


def test_a_vote_shows_what_was_said_about_it(tmp_path: Path) -> None:
    lay(tmp_path)
    assert "{#said}" in page(tmp_path, "votes/resolution-1.md")
    elsewhere = edited("statements/first-words.yaml", "event: meeting\n", "")
    lay(tmp_path, elsewhere)
    assert "{#said}" not in page(tmp_path, "votes/resolution-1.md")
    lay(tmp_path, edited("statements/first-words.yaml", "event: meeting\n", "resolutions: [resolution-1]\n"))
    assert "{#said}" in page(tmp_path, "votes/resolution-1.md")


def test_an_error_is_reported_with_the_page_filled_in(tmp_path: Path) -> None:
    lay(tmp_path)
    address = re.search(
        r'href="(https://github.com/example/small/issues/new[^"]+)"', page(tmp_path, "votes/resolution-1.md")
    )
    assert address is not None
    fields = parse_qs(urlsplit(address[1]).query)
    assert fields["title"] == ["Error on the page: RES/1: The first resolution"]
    assert fields["template"] == ["report-an-error.yml"]
    assert fields["form-page"] == ["https://small.example/votes/resolution-1.html"]


def test_another_vote_of_the_same_day_is_no_change(tmp_path: Path) -> None:
    series(tmp_path, "      yes: [NOR, GBR]\n      abstain: [FRA]\n")
    earlier = tmp_path / "content" / "resolutions" / "resolution-0.yaml"
    earlier.write_text(earlier.read_text("utf-8").replace("2025-01-10", "2025-02-24"), "utf-8")
    text = page(tmp_path, "states/GBR.md")
    assert "In favour of RES/0, abstained on RES/1." in text
    assert "before:" not in text


def test_the_proof_does_not_miss_names_that_the_record_leaves_no_doubt_about(tmp_path: Path) -> None:
    lists = "no: 0, abstain: 1}\n    roll_call:\n      yes: [NOR, FRA]\n      abstain: [GBR]\n"
    away = "no: 0, abstain: 0}\n    roll_call:\n      yes: [NOR, FRA]\n      rest: [not_voting, not_entitled]\n"
    lay(tmp_path, edited("resolutions/resolution-1.yaml", lists, away))
    text = page(tmp_path, "votes/resolution-1.md").partition("{#ballots}")[0]
    assert "did not vote or had no right to" in text
    assert "not known by name" not in text


def test_a_veto_is_marked_in_the_list_of_names(tmp_path: Path) -> None:
    lay(tmp_path)
    text = page(tmp_path, "votes/resolution-1.md")
    row = text[text.index('<li id="change-fra"') :].partition("</li>")[0]
    assert '<span class="more">veto</span>' in row
    assert "permanent member" in text[text.index('<li id="adoption-fra"') :].partition("</li>")[0]


def test_a_group_of_which_little_is_known_has_no_unity_and_says_why(tmp_path: Path) -> None:
    group = """name: {en: Two friends, de: Zwei Freunde}
classification: bloc
membership: [{members: [FRA, NOR], period: 1990/..}]
sources: [record]
"""
    lay(tmp_path, {"bodies/friends.yaml": group})
    text = page(tmp_path, "bodies/friends.md")
    assert "<strong>–</strong>" in text
    assert "none, because fewer than 3 votes are known" in text
