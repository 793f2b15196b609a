"""What scripts add to votes: filters that the address keeps, another order, any two compared. From a folder too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

VOTE = "votes/a-res-es-11-7.html"


@pytest.fixture(params=["served", "folder"])
def address(request: pytest.FixtureRequest, real_address: str, real_site: Path) -> str:
    return real_address if request.param == "served" else f"{real_site.as_uri()}/"


def rows(page: Page) -> int:
    return page.locator("#roll-call-adoption li:visible").count()


def test_a_filter_is_kept_in_the_address(page: Page, address: str) -> None:
    page.goto(address + VOTE)
    tools = page.locator("#roll-call-adoption .tools")
    tools.locator("[name=position]").select_option("no")
    tools.locator("[name=group]").select_option("european-union")
    assert rows(page) == 1
    expect(page.locator("#adoption-hun")).to_be_visible()
    kept = page.url
    assert "position=no" in kept
    assert "group=european-union" in kept
    page.goto("about:blank")
    page.goto(kept)
    assert rows(page) == 1
    tools.locator("[name=position]").select_option("")
    tools.locator("[name=group]").select_option("")
    assert rows(page) == 193
    assert "?" not in page.url


def test_names_are_found_without_their_marks_and_in_other_languages(page: Page, address: str) -> None:
    page.goto(address + VOTE)
    find = page.locator("#roll-call-adoption [name=name]")
    find.fill("elfenbein")
    assert rows(page) == 1
    find.fill("no such state")
    assert rows(page) == 0
    expect(page.locator("#roll-call-adoption [role=status]")).to_be_visible()


def test_the_order_by_name_shows_each_position(page: Page, address: str) -> None:
    page.goto(address + VOTE)
    page.locator("#roll-call-adoption [name=order]").select_option("name")
    names = page.locator("#roll-call-adoption li:visible > a")
    assert names.all_text_contents()[:3] == ["Afghanistan", "Albania", "Algeria"]
    assert page.locator("#roll-call-adoption li:visible > .key").count() == 193
    page.locator("#roll-call-adoption [name=order]").select_option("")
    assert names.first.text_content() == "Albania"


def test_a_hostile_address_changes_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}{VOTE}?vote=adoption&position=<img src=x onerror=alert(1)>&group=__proto__&name=%00")
    assert page.locator("article img").count() == 0
    page.goto(f"{address}compare/index.html?members=<img src=x onerror=alert(1)>,__proto__&votes=a,b")
    assert page.locator("article img").count() == 0


def test_any_two_members_are_compared_as_on_their_own_pages(page: Page, address: str) -> None:
    page.goto(f"{address}compare/index.html?members=RUS,USA")
    said = page.locator("#compare .answer").inner_text()
    page.goto(f"{address}compare/RUS--USA.html")
    own = page.locator("p.answer").inner_text()
    assert said.split("Agreement: ")[1].split(" %")[0] == own.split("Agreement: ")[1].split(" %")[0]


def test_any_two_votes_are_compared_as_on_their_own_pages(page: Page, address: str) -> None:
    page.goto(f"{address}compare/index.html")
    first, second = page.locator("#compare form").nth(1).locator("select").all()
    first.select_option("a-res-es-11-6/adoption")
    second.select_option("a-res-es-11-7/adoption")
    assert page.locator("#compare .answer").inner_text() == "changed: 60 · the same: 133 · not known in one or both: 0"
    assert "votes=a-res-es-11-6%2Fadoption,a-res-es-11-7%2Fadoption" in page.url
    page.goto(f"{address}compare/a-res-es-11-6--a-res-es-11-7.html")
    assert page.locator("article .members li").count() == 60


def test_members_on_a_day(page: Page, address: str) -> None:
    page.goto(f"{address}bodies/european-union.html")
    page.locator(".memberships [name=on]").fill("2004-04-30")
    assert page.locator(".memberships .members li:visible").count() == 15
    page.locator(".memberships [name=on]").fill("2004-05-01")
    assert page.locator(".memberships .members li:visible").count() == 25
    page.goto(page.url)
    assert page.locator(".memberships .members li:visible").count() == 25
    page.locator(".memberships [name=on]").fill("1950-01-01")
    expect(page.locator(".memberships [role=status]")).to_be_visible()
