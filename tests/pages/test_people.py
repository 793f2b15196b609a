"""People in; their names, offices and the votes of the state they represented out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.rendered import page
from tests.world import edited, lay

PERSON = "people/ada-moe.yaml"
PERIOD = "    period: 2020-05-01/\n    seen: 2025-02\n"


def office(*lines: str) -> dict[str, str]:
    """Return the person with an office that votes in the council, held as the lines say."""
    return edited(PERSON, PERIOD, "".join(f"    {line}\n" for line in ("votes_in: [council]", *lines)))


@pytest.mark.parametrize(
    ("held", "is_certain"),
    [
        (("period: 2020-05-01/..",), True),
        (("period: 2020-05-01/2025-02-24",), True),
        (("period: 2025-02-24/2025-03",), True),
        (("period: 2020-05-01/2025-02-23",), False),
        (("period: 2025-02-25/..",), False),
        (("period: 2020-05-01/2025-02",), False),
        (("period: 2020-05-01/",), False),
        (("period: 2020-05-01/", "seen: 2025-02-24"), True),
        (("period: 2020-05-01/", "seen: 2025-02-23"), False),
        (("period: 2020-05-01/", "seen: 2025-02"), False),
        (("period: 2025-02/", "seen: 2025-03"), False),
        (("seen: 2025-02-24",), True),
        (("seen: 2025-02-25",), False),
        ((), False),
    ],
)
def test_only_votes_on_days_on_which_the_office_was_certainly_held_are_shown(
    tmp_path: Path, held: tuple[str, ...], *, is_certain: bool
) -> None:
    lay(tmp_path, office(*held))
    text = page(tmp_path, "people/ada-moe.md")
    assert ("## Votes in this office: Norway" in text) is is_certain
    assert ('href="../votes/resolution-1.html#adoption-nor"' in text) is is_certain


def test_a_vote_of_which_only_the_month_is_known_must_lie_in_the_office_as_a_whole(tmp_path: Path) -> None:
    vote = edited("resolutions/resolution-1.yaml", "date: 2025-02-24", "date: 2025-02")
    for held, is_certain in (("2025-02-01/..", True), ("2025-02-02/..", False), ("2020/2025-02-27", False)):
        lay(tmp_path, office(f"period: {held}") | vote)
        assert ("Votes in this office" in page(tmp_path, "people/ada-moe.md")) is is_certain


def test_an_office_that_casts_no_vote_shows_none(tmp_path: Path) -> None:
    lay(tmp_path, edited(PERSON, PERIOD, "    period: 2020-05-01/..\n"))
    assert "Votes in this office" not in page(tmp_path, "people/ada-moe.md")


def test_names_stand_in_their_languages_and_scripts(tmp_path: Path) -> None:
    names = "name: {en: Ada Moe, ar: آدا مو}\nfull_name: {en: Ada Maria Moe}\nother_names: [{ru: Ада}, Ada M.]\n"
    lay(tmp_path, edited(PERSON, "name: Ada Moe\n", names))
    text = page(tmp_path, "people/ada-moe.md", "de")
    assert '<dt>Name, Arabisch</dt><dd><span lang="ar" dir="rtl">آدا مو</span>' in text
    assert '<span class="more">mit vollem Namen</span> <span lang="en">Ada Maria Moe</span>' in text
    assert '<span lang="ru">Ада</span> · Ada M.</dd>' in text


def test_official_pages_and_identifiers_are_linked(tmp_path: Path) -> None:
    links = "born: 1970\nwikidata: Q42\nlinks: [{url: 'https://gov.example/moe', title: Government of Norway}]\n"
    lay(tmp_path, edited(PERSON, "born: 1970\n", links))
    text = page(tmp_path, "people/ada-moe.md")
    assert '<a href="https://gov.example/moe" rel="noopener noreferrer">Government of Norway</a>' in text
    assert '<a href="https://www.wikidata.org/wiki/Q42" rel="noopener noreferrer">Q42</a>' in text


def test_last_known_to_hold_is_told_apart_from_still(tmp_path: Path) -> None:
    lay(tmp_path, edited(PERSON, PERIOD, "    period: 2020-05-01/..\n"))
    assert "since 1 May 2020" in page(tmp_path, "people/ada-moe.md")
    lay(tmp_path)
    text = page(tmp_path, "people/ada-moe.md")
    assert "from 1 May 2020, end unknown" in text
    assert "last known to hold: February 2025" in text
    assert "since 1 May 2020" not in text
