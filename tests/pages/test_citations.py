"""Every form in which a fact may name its sources, at every fact that may name some: it is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.site.pages import pages
from factsheets.site.render import render
from tests.chamber import CHAMBER
from tests.world import WORLD, lay

STATED, CALL = "stated: {result: adopted, yes: 2, no: 0, abstain: 1}", "      yes: [NOR, FRA]\n"
FORMS = {
    "by name": "[record]",
    "with a place": "[{source: record, at: p. 3}]",
    "with a place in two languages": "[{source: record, at: {en: p. 3, de: S. 3}}]",
    "several places": "[record, {source: record, at: p. 3}, {source: record, at: {en: p. 4, de: S. 4}}]",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_vote_and_what_was_stated_of_it_may_cite_in_any_form(tmp_path: Path, form: str) -> None:
    vote = WORLD["resolutions/resolution-1.yaml"]
    vote = vote.replace(STATED, f"{STATED[:-1]}, sources: {form}}}\n    sources: {form}")
    vote = vote.replace(CALL, f"{CALL}      sources: {form}\n")
    changes = {name: text.replace("sources: [record]", f"sources: {form}") for name, text in WORLD.items()}
    published(
        tmp_path, {**changes, "resolutions/resolution-1.yaml": vote.replace("sources: [record]", f"sources: {form}")}
    )


def test_bodies_of_people_may_cite_with_places(tmp_path: Path) -> None:
    form = FORMS["with a place in two languages"]
    published(tmp_path, {name: text.replace("sources: [record]", f"sources: {form}") for name, text in CHAMBER.items()})


def published(root: Path, world: dict[str, str]) -> None:
    """Make every page of a world in which nothing is wrong."""
    checked = pipeline.check(lay(root, world=world))
    assert [each for each in checked.diagnostics if each.is_error] == []
    made = [render(page) for page in pages(checked.facts, checked.derived, {})]
    assert len(made) > 20
