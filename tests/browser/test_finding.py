"""A reader looks for something: by the search, by the filter, by the letters."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

IVORY_COAST = "Côte d\u2019Ivoire"
S_2774 = "S/RES/2774 (2025): Resolution 2774 (2025), on the war in Ukraine"
ES_11_7 = "A/RES/ES-11/7: Advancing a comprehensive, just and lasting peace in Ukraine"
PESKOV = "Dmitry Peskov"
SHEET = "24 February 2025: three votes on Ukraine"
SEARCHES = [
    ("People", "Peskow", PESKOV),
    ("People", "Peskov", PESKOV),
    ("People", "Песков", PESKOV),
    ("de/Personen", "Peskov", "Dmitri Peskow"),
    ("de/Personen", "PESKOW dmi", "Dmitri Peskow"),
    ("Votes", "2774", S_2774),
    ("Votes", "S/RES/2774", S_2774),
    ("Votes", "ES-11/7", ES_11_7),
    ("Votes", "11/7", ES_11_7),
    ("Votes", "A/ES-11/L.10", ES_11_7),
    ("States", "Côte d'Ivoire", IVORY_COAST),
    ("States", "cote d\u2019ivoire", IVORY_COAST),
    ("States", "Cote dIvoire", IVORY_COAST),
    ("States", "Cote d ivoire", IVORY_COAST),
    ("States", "ivoire", IVORY_COAST),
    ("States", "Elfenbeinküste", IVORY_COAST),
    ("States", "elfenbeinkuste", IVORY_COAST),
    ("de/Staaten", "Ivory Coast", IVORY_COAST),
    ("de/Staaten", "USA", "Vereinigte Staaten"),
    ("States", "USA", "United States"),
    ("States", "Vereinigte Staaten", "United States"),
    ("Fact sheets", "three votes", SHEET),
    ("Fact sheets", "only as amended by European", SHEET),
    ("Fact sheets", "very probably had none", SHEET),
    ("Quotations", "schlecht durcheinander", "Peskov on the previous United States administration"),
    ("de/Zitate", "messed things up", "Peskow über die frühere Regierung der USA"),
    ("de/Personen", "aussenminister lawrow", "Sergei Lawrow"),
    ("de/Personen", "minister lawrow", "Sergei Lawrow"),
    ("Votes", "veto amendment european", S_2774),
    ("Timeline", "fidan lavrov", "Lavrov and Fidan give a joint press conference in Ankara"),
    ("Pages of this site", "how we count", "How we count"),
]
"""The language and the heading, what is typed, and the title that then stands first under it."""
FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture(params=["served", "folder"])
def address(request: pytest.FixtureRequest, real_address: str, real_site: Path) -> str:
    return real_address if request.param == "served" else f"{real_site.as_uri()}/"


def open_search(page: Page, key: str) -> None:
    expect(page.locator(".search-open")).to_be_visible()
    field = page.locator(".search input:focus")
    for _ in range(100):  # a key pressed before the first paint is lost, and to press it again does no harm
        page.keyboard.press(key)
        if field.count():
            return
        page.evaluate(FRAME)
    expect(field).to_be_visible()


def search(page: Page, words: str) -> None:
    open_search(page, "Control+k")
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    expect(page.locator(".search [role=status]")).not_to_be_empty()


@pytest.mark.parametrize(("where", "words", "title"), SEARCHES)
def test_the_search_finds(page: Page, address: str, where: str, words: str, title: str) -> None:
    folder, slash, kind = where.rpartition("/")
    page.goto(f"{address}{folder}{slash}votes/index.html")
    search(page, words)
    group = page.locator(".search section", has=page.locator("h2", has_text=kind))
    expect(group.locator(".search-title").first).to_have_text(title)


def test_results_stand_by_kind_five_at_first(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    search(page, "ukraine")
    kinds = page.locator(".search h2").all_text_contents()
    assert kinds == ["States", "Fact sheets", "Votes", "Quotations", "Timeline", "Sources"]  # Ukraine is a state's name
    votes = page.locator(".search section").nth(2)
    assert votes.locator("li").count() == 5
    more = re.fullmatch(r"Show (\d+) more", votes.locator("button").inner_text())
    assert more
    votes.locator("button").click()
    assert votes.locator("li").count() == 5 + int(more[1])
    expect(votes.locator("a").nth(5)).to_be_focused()


def test_a_name_goes_before_what_contains_it_and_that_before_other_texts(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    search(page, "guinea")
    states = page.locator(".search section", has=page.locator("h2", has_text="States"))
    found = states.locator(".search-title").all_text_contents()
    assert found == ["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"]


def test_letters_inside_a_word_come_after_beginnings_and_only_if_there_are_four(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    states = page.locator(".search section", has=page.locator("h2", has_text="States"))
    search(page, "mali")
    assert states.locator(".search-title").all_text_contents() == ["Mali", "Somalia"]
    search(page, "mal")
    assert "Somalia" not in states.locator(".search-title").all_text_contents()
    search(page, "malia")
    expect(page.locator(".search-context b")).to_have_count(0)
    page.goto(f"{address}de/index.html")
    search(page, "minister")
    people = page.locator(".search section", has=page.locator("h2", has_text="Personen"))
    expect(people.locator(".search-context b", has_text="Außenminister").first).to_be_visible()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("guinea", "Guinea"),
        ("putin", "Vladimir Putin"),
        ("peskow", PESKOV),
        ("usa", "United States"),
        ("russia", "Russia"),
        ("2774", S_2774),
        ("11/7", ES_11_7),
        ("three votes", SHEET),
        ("us", "United States"),
        ("de/us", "Vereinigte Staaten"),
        ("de/peskov", "Dmitri Peskow"),
        ("de/Песков", "Dmitri Peskow"),
        ("de/cote d'ivoire", IVORY_COAST),
    ],
)
def test_the_return_key_leads_to_what_is_meant(page: Page, address: str, words: str, title: str) -> None:
    folder, words = ("de/", words[3:]) if words.startswith("de/") else ("", words)
    page.goto(f"{address}{folder}index.html")
    search(page, words)
    expect(page.locator(".search-best .search-title")).to_have_text([title])


def test_each_result_says_where_its_words_stand(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    search(page, "elfenbein")
    expect(page.locator(".search-context")).to_have_text("Elfenbeinküste · Africa")
    expect(page.locator(".search-context b")).to_have_text("Elfenbeinküste")
    search(page, "probably had none")
    expect(page.locator(".search-context").first).to_contain_text("probably had no right to vote")
    search(page, "S/RES/2774")
    expect(page.locator(".search-context").first).to_have_text(
        "24 February 2025 · United Nations Security Council · Adopted"
    )


def test_words_of_others_are_said_to_be_so(page: Page, address: str) -> None:
    """A garbled translation looks like a sentence of ours where nothing is said of it."""
    page.goto(f"{address}index.html")
    search(page, "zukunftsorientiertes")
    expect(page.locator(".search-context")).to_have_text(re.compile("^Machine translation: … .*zukunftsorientiertes "))
    expect(page.locator(".search-context b")).to_have_text("zukunftsorientiertes")
    expect(page.locator(".search-context [lang=de]")).to_have_text(re.compile("^… "))
    page.goto(f"{address}de/index.html")
    search(page, "bilateral journey")
    expect(page.locator(".search-context")).to_have_text(re.compile("^Maschinelle Übersetzung: "))


def test_the_search_is_used_by_keyboard_alone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}de/states/HUN.html")
    open_search(page, "Control+k")
    field = page.locator(".search input")
    page.keyboard.type("dmitri peskow")
    first = page.locator(".search a").first
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("n")
    expect(field).to_have_value("dmitri peskown")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(page.locator("article")).to_be_visible()
    open_search(page, "Control+k")
    expect(field).to_have_value("dmitri peskow")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Dmitri Peskow")
    open_search(page, "Control+k")
    page.keyboard.type("norwegen")
    expect(page.locator(".search-best")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Norwegen")


def test_no_single_key_does_anything(page: Page, address: str) -> None:
    page.goto(f"{address}votes/index.html")
    expect(page.locator(".search-open")).to_be_visible()
    for key in ("/", "s", "f", "k", "n", "p", ".", ","):
        page.keyboard.press(key)
    page.evaluate(FRAME)
    expect(page.locator(".search")).to_be_hidden()
    assert page.url == f"{address}votes/index.html"


@pytest.mark.parametrize(
    ("start", "platform", "shown"),
    [
        ("index.html", "Linux x86_64", "Ctrl K"),
        ("de/index.html", "Win32", "Strg K"),
        ("index.html", "MacIntel", "⌘K"),
        ("de/index.html", "iPad", "⌘K"),
    ],
)
def test_the_keys_of_the_search_are_those_of_the_system(
    page: Page, real_site: Path, start: str, platform: str, shown: str
) -> None:
    key, other = ("Meta", "Control") if "⌘" in shown else ("Control", "Meta")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_init_script(f"Object.defineProperty(navigator, 'platform', {{ get: () => '{platform}' }})")
    page.goto((real_site / start).as_uri())
    expect(page.locator(".search-open kbd")).to_have_text(shown)
    expect(page.locator(".search-open")).to_have_attribute("aria-keyshortcuts", f"{key}+K")
    page.keyboard.press(f"{other}+k")
    expect(page.locator(".search")).to_be_hidden()
    open_search(page, f"{key}+k")


def test_what_is_not_there_is_said_not_to_be_there(page: Page, address: str) -> None:
    page.goto(f"{address}de/index.html")
    page.locator(".search-open").click()
    page.keyboard.type("Peskow Atlantis")
    expect(page.locator(".search [role=status]")).to_contain_text("Nichts gefunden.")
    assert page.locator(".search-results *").count() == 0


@pytest.mark.parametrize(
    "words", ["<img src=x onerror=alert(1)>", "__proto__ constructor", "(((", "\\", "${1} {n} $&", "%00"]
)
def test_a_hostile_query_does_nothing(page: Page, address: str, words: str) -> None:
    page.goto(f"{address}index.html")
    page.locator(".search-open").click()
    page.locator(".search input").fill(f"{words} zzz")
    expect(page.locator(".search [role=status]")).to_contain_text("Nothing was found.")
    page.locator(".search input").fill(words)
    assert page.locator(".search :is(img, script)").count() == 0


def test_hostile_names_are_found_as_text(page: Page, evil_address: str, evil_site: Path) -> None:
    for start in (evil_address, f"{evil_site.as_uri()}/"):
        page.goto(f"{start}index.html")
        search(page, "x-evil onclick")
        assert page.locator(".search a").count() > 5
        expect(page.locator(".search-title").first).to_contain_text("<x-evil onclick=steal()>tag</x-evil>")
        assert page.locator(".search :is(x-evil, script, img, mark)").count() == 0
        assert page.evaluate("'evil' in window") is False


def test_the_index_is_loaded_when_it_is_needed(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{address}index.html")
    assert "search-index.js" not in asked
    search(page, "peskov")
    search(page, "lavrov")
    assert asked.count("search-index.js") == 1


def test_an_index_that_cannot_be_loaded_is_said_to_be_missing(browser: Browser, real_address: str) -> None:
    page = browser.new_page()
    page.route("**/search-index.js", lambda route: route.abort())
    page.goto(f"{real_address}index.html")
    open_search(page, "Control+k")
    expect(page.locator(".search [role=status]")).to_contain_text("could not be loaded")
    page.unroute("**/search-index.js")
    page.keyboard.press("Escape")
    search(page, "peskov")
    expect(page.locator(".search a").first).to_be_visible()
    page.close()


def test_there_is_no_dead_search_field_without_scripts(browser: Browser, real_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((real_site / "index.html").as_uri())
    expect(page.locator(".search-open")).to_be_hidden()
    expect(page.locator(".search")).to_be_hidden()
    assert page.locator(".md-tabs a:visible").count() > 8
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_results(
    browser: Browser, wide_address: str, scheme: Literal["light", "dark"]
) -> None:
    for width in (1280, 390, 320):
        context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        for folder, words in (("", "ukraine"), ("de/", "kopie"), ("de/", "zzz"), ("", "песков")):
            page.goto(f"{wide_address}{folder}index.html")
            search(page, words)
            found = Axe().run(page, ".search").response["violations"]
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], (folder, words)
            assert page.evaluate("document.querySelector('.search').scrollWidth <= innerWidth")
        context.close()


@pytest.mark.parametrize(
    ("folder", "words", "name"), [("", "ivory", IVORY_COAST), ("de/", "südkorea", "Republik Korea")]
)
def test_the_filter_knows_other_names(page: Page, real_site: Path, folder: str, words: str, name: str) -> None:
    sheet = "factsheets/2025-02-24-ukraine-at-the-united-nations.html"
    page.goto(f"{real_site.as_uri()}/{folder}{sheet}#countries")
    page.locator(".countries input").fill(words)
    expect(page.locator(".countries tbody tr:visible th")).to_have_text([name])
    page.locator(".countries input").fill("xyz")
    expect(page.locator(".countries [role=status]")).to_be_visible()


def test_a_state_is_two_steps_from_home(page: Page, real_site: Path) -> None:
    page.goto((real_site / "index.html").as_uri())
    page.locator(".doors a").first.click()
    page.locator("article a", has_text="Kenya").click()
    expect(page.locator(".stands").first).to_contain_text("A/RES/ES-11/1")


def test_the_filter_of_a_fact_sheet_works_on_a_phone(page: Page, real_site: Path) -> None:
    page.goto((real_site / "factsheets" / "ukraine-in-the-eleventh-emergency-special-session.html").as_uri())
    page.locator(".countries .filter input").fill("hungary")
    expect(page.locator(".countries tbody tr:visible")).to_have_count(1)


def test_the_menu_opens_by_keyboard(page: Page, real_site: Path) -> None:
    page.goto((real_site / "index.html").as_uri())
    menu = page.get_by_role("button", name="Navigation")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary")).to_be_visible()


def test_a_country_is_found_by_its_initial_without_scripts_and_not_behind_the_heading(
    browser: Browser, wide_address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{wide_address}factsheets/ukraine-in-the-eleventh-emergency-special-session.html")
    page.locator(".countries .jump a", has_text="I").click()
    expect(page.locator("#country-isl")).to_be_in_viewport()
    row, heading = page.locator("#country-isl").bounding_box(), page.locator(".countries thead").bounding_box()
    assert row is not None
    assert heading is not None
    assert heading["y"] + heading["height"] <= row["y"] < 844
    context.close()
