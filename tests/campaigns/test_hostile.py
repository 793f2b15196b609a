"""The short form of the campaign of hostile words: some pairs; no field is out of reach, and what breaks is found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from markupsafe import Markup

from factsheets.site import exports
from tests.campaigns import hostile
from tests.campaigns.harmless import in_html, is_formula, to_html, twin_of
from tests.campaigns.hostile import TOGETHER, Tried, reduced, shared, shortest, together, tried
from tests.campaigns.nesting import Place, every_place, takes_words
from tests.campaigns.report import Failure
from tests.campaigns.texts import REFUSED, TEXTS
from tests.campaigns.values import Schema
from tests.campaigns.worlds import SCHEMAS

PAIRS = [pair for pair in shared(every_place(), 8, Random(7)) if pair[1]]  # noqa: S311 - a seed, not a secret
MARKUP = "<evil-tag onclick=alert(1)>x</evil-tag>"


def place_of(name: str) -> Place:
    return next(each for each in every_place() if str(each) == name)


def whats(result: Tried) -> list[str]:
    return [each.what for each in result.failures]


@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_hostile_words_stay_words(number: int) -> None:
    assert tried(PAIRS[number]).failures == []


def test_every_text_field_of_the_schemas_is_among_the_places() -> None:
    every = {(folder, *known) for folder, schema in SCHEMAS.items() for known in text_fields(schema)}
    assert {each.field for each in every_place()} == every
    assert len(every) > 180


def text_fields(schema: Schema) -> Iterator[tuple[str, str]]:
    """Yield every field of a schema and its definitions that takes words, alone, in a list or by a key."""
    defs = schema.get("$defs", {})
    for each in (schema, *defs.values()):
        for name, its in each.get("properties", {}).items():
            forms = [its, *its.get("anyOf", ())]
            forms += [form[key] for form in forms for key in ("items", "additionalProperties") if form.get(key)]
            forms += [inner for form in forms for inner in form.get("anyOf", ())]
            if any(takes_words(form, defs) for form in forms):
                yield str(each["title"]), name


def test_a_new_field_of_a_nested_mapping_is_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    office = SCHEMAS["people"]["$defs"]["Office"]
    monkeypatch.setitem(office["properties"], "motto", {"$ref": "#/$defs/Text"})
    assert str(place_of("people.offices[].motto"))


def test_the_pairs_are_dealt_out_evenly() -> None:
    places = every_place()
    dealt = shared(places, 3 * len(places) + 5, Random(1))  # noqa: S311 - a seed, not a secret
    assert {len(texts) for _, texts in dealt} == {3, 4}
    assert {place for place, _ in dealt} == set(places)
    often = [sum(text in texts for _, texts in dealt) for text in TEXTS]
    assert max(often) - min(often) <= 1


@pytest.mark.parametrize("name", ["resolutions.votes[].conflicts[].preferred", "statements.wordings[].doubts[].words"])
def test_a_place_that_must_fit_what_is_there_is_taken(name: str) -> None:
    assert tried((place_of(name), [MARKUP])).taken == [MARKUP]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("resolutions.symbol", MARKUP),  # its hyphens become such as do not break
        ("people.offices[].title", "__proto__ constructor evil.__proto__.evil"),  # an anchor is made of it
        ("people.full_name", "# evil\n\n| evil | evil |"),  # the search turns names round
    ],
)
def test_what_the_program_makes_of_a_text_on_purpose_is_no_failure(name: str, text: str) -> None:
    result = tried((place_of(name), [text]))
    assert (result.taken, result.failures) == ([text], [])


@pytest.mark.parametrize("name", ["people.full_name", "sources.via.URL"])
def test_what_nobody_can_see_is_refused(name: str) -> None:
    result = tried((place_of(name), REFUSED))
    assert (result.refused, result.failures) == ([*REFUSED], [])


def test_a_twin_differs_in_nothing_but_what_may_be_markup() -> None:
    for text in TEXTS:
        twin = twin_of(text)
        assert len(twin) == len(text)
        assert twin.split() == [each for each in twin.split() if each.isalnum()]
        assert [*map(len, twin.split("\n\n"))] == [*map(len, text.split("\n\n"))]


def test_words_that_are_not_escaped_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.site.render._TEMPLATES.finalize", lambda value: Markup(str(value)))  # noqa: S704 - the point
    result = tried((place_of("people.full_name"), [MARKUP]))
    assert any("other elements: " in each and "evil-tag[onclick]" in each for each in whats(result))


def test_markdown_that_is_not_escaped_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.site.escape._MARKUP", re.compile(r"[!-)+-/:-@\[-`{-~]"))  # all but the asterisk
    result = tried((place_of("people.name"), ["*evil* evil"]))
    assert any("h1[id=top]>em" in each for each in whats(result))


def test_a_field_whose_words_are_changed_in_the_data_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "_json", lambda tree: json.dumps(tree).replace("<", "(").encode())
    assert "data/votes/resolution-1.json: the text does not come back letter for letter" in whats(
        tried((place_of("resolutions.symbol"), [MARKUP]))
    )


def test_a_formula_in_a_table_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "harmless", str)
    found = whats(tried((place_of("resolutions.symbol"), ["\uff1devil() evil"])))
    assert "data/positions.csv: a formula '\uff1devil() evil'" in found


def test_the_index_of_the_search_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.site.pages.own.search.json_in_html", str)
    assert "the search index: something in it is markup" in whats(tried((place_of("people.full_name"), [MARKUP])))


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [
        ("=x", True),
        (" \u200b+x", True),
        ("\uff20x", True),
        ("-5", False),
        ("'=x", False),
        ("x=1", False),
        ("<=x", False),
    ],
)
def test_what_may_be_a_formula(cell: str, *, is_one: bool) -> None:
    assert is_formula(cell) == is_one


def test_elements_count_and_their_order_does_not() -> None:
    text = ["<b>"]
    assert [*in_html(to_html("- a\n- `b`"), to_html("- `b`\n- a"), text)] == []
    assert any("code" in each for each in in_html(to_html("- `a`"), to_html("- a"), text))
    assert any("href=javascript://" in each for each in in_html('<a href="javascript:x">', '<a href="x">', text))


def test_a_text_is_cut_down_to_what_does_it() -> None:
    assert shortest("many words <b and many more>", lambda text: "<b" in text) == "<b"
    assert shortest("x", lambda _: True) == "x"


def test_a_failure_is_told_with_the_shortest_text_that_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_root: Path, _place: Place, form: int, text: str, _language: str) -> list[str]:
        return ["other elements"] if form == 3 and "<b" in text else []

    monkeypatch.setattr(hostile, "told", breaks)
    assert reduced([Failure("people.full_name 3", "other elements", "words <b> words")]) == [
        Failure("people.full_name 3", "other elements", "'<b'")
    ]


def test_places_that_do_not_go_together_are_left_out() -> None:
    names = ("people.full_name", "waivers.waivers[].file", "events.place")
    number, world, calm = together([Tried(place_of(each), 0) for each in names])
    assert number == 2
    assert world["people/ada-moe.yaml"]["full_name"]["en"] == TOGETHER[0]
    assert calm["events/meeting.yaml"]["place"]["en"] == twin_of(TOGETHER[2])
