"""The text of a filled form in; the record's file out."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsheets import pipeline
from factsheets.cli import main
from factsheets.content.records.base import Correction
from factsheets.content.records.body import Body
from factsheets.content.records.source import Source
from factsheets.content.source import read_text
from factsheets.content.source.tree import Plain, plain
from factsheets.editing.drafts import desk_for
from factsheets.editing.drafts.answers import language
from factsheets.editing.drafts.corrections import FORM
from factsheets.editing.drafts.filling import KINDS
from factsheets.editing.drafts.forms import Form, FormError, forms_in, read_form
from factsheets.editing.drafts.tree import path_of
from factsheets.site.pages.shared.parts import REPORT_FORM
from tests.conftest import REPOSITORY
from tests.world import WORLD, lay

FOLDER = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
FORMS = {form.name: form for form in forms_in(FOLDER)}
FACTS = pipeline.check(REPOSITORY / "content").facts

SOURCE = {
    "source-URL": "https://paper.example/talks",
    "form-at": "p. 3",
    "source-title": "Talks go on",
    "source-language": "English",
    "source-publisher": "The Paper",
    "source-issued": "2025-02-25",
    "source-kind": "news: a newspaper or broadcaster · Zeitung oder Sender",
    "source-read": "itself: the thing itself, at its own address · selbst, unter ihrer Adresse",
}
STATEMENT = {
    "form-language": "Deutsch",
    "speaker": "Ada Moe",
    "date": "2025-02-25",
    "about": "Moe über die zweite Resolution",
    "wordings-0-lang": "Norwegisch",
    "wordings-0-missing": "Nicht gefunden.",
    "wordings-1-text": "Ein guter Anfang.",
    "wordings-1-lang": "Deutsch",
    "wordings-1-kind": "agency: the media · die Medien",
    **SOURCE,
}
VOTE = {
    "form-language": "English",
    "symbol": "RES/2",
    "title": "The second resolution",
    "summary": "It goes on.",
    "body": "Council",
    "date": "2025-02-25",
    "votes-0-stated-result": "adopted: angenommen",
    "votes-0-stated-yes": "2",
    "form-roll-call": "```text\nIn favour: Norway, France\nAbstaining: United Kingdom\n```",
    **SOURCE,
}
REPORT = {
    "form-language": "English",
    "form-page": "https://small.example/de/people/ada-moe.html#offices",
    "was": "1970",
    "now": "1971",
    "why": "Her own page says so.",
    "gravity": "fact: another fact · eine andere Angabe",
    **SOURCE,
}


def issue(name: str, answers: Mapping[str, str]) -> str:
    """Return the text of an issue as GitHub writes it."""
    fields = FORMS[name].labels
    assert set(answers) <= set(fields)
    return "\n\n".join(f"### {label}\n\n{answers.get(field, '_No response_')}" for field, label in fields.items())


def run(root: Path, text: str, *more: str, changes: Mapping[str, str] | None = None) -> Result:
    lay(root, changes)
    shutil.copytree(FOLDER, root / ".github" / "ISSUE_TEMPLATE", dirs_exist_ok=True)
    return CliRunner().invoke(main, ["new", "--root", str(root), "--from-form", "-", *more], input=text)


def read(root: Path, name: str) -> str:
    return (root / "content" / name).read_text("utf-8").partition("\n")[2]


def test_a_statement(tmp_path: Path) -> None:
    result = run(tmp_path, issue("add-a-statement", STATEMENT))
    assert result.exit_code == 0, result.output
    assert (
        read(tmp_path, "statements/ada-moe-2025-02-25.yaml")
        == """\
speaker: ada-moe
date: 2025-02-25
about:
  de: Moe über die zweite Resolution
wordings:
  - id: original
    kind: original
    lang: no
    missing:
      de: Nicht gefunden.
  - id: de
    kind: agency
    lang: de
    from: original
    text: Ein guter Anfang.
sources:
  - source: the-paper-talks-go-on
    at: p. 3
"""
    )
    assert (
        read(tmp_path, "sources/the-paper-talks-go-on.yaml")
        == """\
kind: news
read: itself
title: Talks go on
language: en
publisher:
  de: The Paper
issued: 2025-02-25
URL: https://paper.example/talks
"""
    )


def test_a_vote_whose_source_is_there_already(tmp_path: Path) -> None:
    result = run(tmp_path, issue("add-a-vote", {**VOTE, "source-URL": "https://council.example/record"}))
    assert result.exit_code == 0, result.output
    assert (
        read(tmp_path, "resolutions/res-2.yaml")
        == """\
symbol: RES/2
title: The second resolution
summary: It goes on.
body: council
date: 2025-02-25
votes:
  - id: adoption
    on: [resolution]
    rule: substantive
    stated:
      result: adopted
      yes: 2
    roll_call:
      yes: [FRA, NOR]
      abstain: [GBR]
sources:
  - source: record
    at: p. 3
"""
    )
    assert len(list((tmp_path / "content/sources").iterdir())) == 1


def test_a_report_becomes_a_correction_and_leaves_the_fact_to_an_editor(tmp_path: Path) -> None:
    result = run(tmp_path, issue(FORM, REPORT))
    assert result.exit_code == 0, result.output
    assert "content/people/ada-moe.yaml:3:7 has these words" in result.output
    text = read(tmp_path, "people/ada-moe.yaml")
    assert "born: 1970\n" in text
    assert "    was:\n      en: 1970\n    now:\n      en: 1971\n    gravity: fact\n" in text.replace('"', "")
    run_again = CliRunner().invoke(
        main,
        ["new", "--root", str(tmp_path), "--from-form", "-"],
        input=issue(FORM, {**REPORT, "was": "Norwegens # Frau", "source-URL": "https://council.example/record"}),
    )
    assert run_again.exit_code == 0, run_again.output
    assert read(tmp_path, "people/ada-moe.yaml").count("gravity: fact") == 2
    assert "stand nowhere in the file" in run_again.output


def test_a_report_names_a_page_by_its_former_address_and_words_in_other_capitals(tmp_path: Path) -> None:
    person = WORLD["people/ada-moe.yaml"] + "former_ids: [ada-olsen]\n"
    report = {**REPORT, "form-page": "https://small.example/people/ada-olsen.html", "was": "botschafterin norwegens"}
    result = run(tmp_path, issue(FORM, report), changes={"people/ada-moe.yaml": person})
    assert result.exit_code == 0, result.output
    assert "added the correction to content/people/ada-moe.yaml" in result.output
    assert "content/people/ada-moe.yaml:5:43 has these words" in result.output


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hello, there is a mistake.", "not the text of one of the forms"),
        (issue(FORM, {**REPORT, "form-page": "https://small.example/index.html"}), "is the page of no record"),
        (issue(FORM, {**REPORT, "form-page": "../../etc/passwd"}), "is the page of no record"),
        (issue("add-a-vote", VOTE) + "\n\n### Title · Titel\n\nAnother", "stands there twice"),
        ("x" * 200_000, "longer than any form"),
    ],
)
def test_what_is_no_filled_form_is_refused(tmp_path: Path, text: str, says: str) -> None:
    content = lay(tmp_path)
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    result = run(tmp_path, text)
    assert result.exit_code == 2
    assert says in result.output
    assert {path: path.read_bytes() for path in content.rglob("*.yaml")} == before


def test_hostile_answers_are_text_and_no_lines_of_a_file(tmp_path: Path) -> None:
    evil = "x\nsources: [record]\nspeaker: !!python/object:os.system <script>alert(1)</script> ${{ secrets }}"
    run(tmp_path, issue("add-a-statement", {**STATEMENT, "about": evil, "wordings-1-text": evil}))
    path = tmp_path / "content/statements/ada-moe-2025-02-25.yaml"
    file, found = read_text("x", "statements", "x", path.read_bytes())
    assert found == []
    assert file.tree is not None
    tree = plain(file.tree)
    assert isinstance(tree, dict)
    assert tree["about"] == {"de": evil}
    assert tree["speaker"] == "ada-moe"


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        (FORM, {**REPORT, "now": "19\u202e71"}),
        (FORM, {**REPORT, "source-title": "19\u202e71"}),
        ("add-a-statement", {**STATEMENT, "about": "M\u202eoe"}),
        ("add-a-statement", {**STATEMENT, "source-title": "T\u202ealks"}),
    ],
)
def test_what_no_file_may_hold_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str, answers: dict[str, str]
) -> None:
    content = lay(tmp_path)
    before = {path: path.read_bytes() for path in content.rglob("*.yaml")}
    result = run(tmp_path, issue(name, answers))
    assert result.exit_code == 2
    assert "RIGHT-TO-LEFT OVERRIDE is not allowed" in result.output
    assert {path: path.read_bytes() for path in content.rglob("*.yaml")} == before


def test_dates_in_another_form_are_taken_and_the_roll_call_is_read(tmp_path: Path) -> None:
    result = run(tmp_path, issue("add-a-vote", {**VOTE, "date": "25. Februar 2025", "source-issued": "25.02.2025"}))
    assert result.exit_code == 0, result.output
    assert "date: 2025-02-25\n" in read(tmp_path, "resolutions/res-2.yaml")
    assert "yes: [FRA, NOR]" in read(tmp_path, "resolutions/res-2.yaml")
    assert "issued: 2025-02-25\n" in read(tmp_path, "sources/the-paper-talks-go-on.yaml")


def test_a_date_that_is_none_is_kept_and_names_no_file(tmp_path: Path) -> None:
    result = run(tmp_path, issue("add-a-statement", {**STATEMENT, "date": "3/4/2025"}))
    assert "write 2025-03-04 or 2025-04-03" in result.output
    assert "date: 3/4/2025\n" in read(tmp_path, "statements/ada-moe.yaml")


def test_a_source_of_which_only_the_address_is_known_is_named_by_it(tmp_path: Path) -> None:
    address = {key: each for key, each in STATEMENT.items() if key not in ("source-title", "source-publisher")}
    run(tmp_path, issue("add-a-statement", address))
    assert "URL: https://paper.example/talks\n" in read(tmp_path, "sources/paper-example-talks.yaml")


def test_a_translation_of_which_the_language_is_not_known_is_one_of_the_original(tmp_path: Path) -> None:
    answers = {key: each for key, each in STATEMENT.items() if key != "wordings-1-lang"}
    result = run(tmp_path, issue("add-a-statement", answers))
    assert result.output.count("error[") == 1
    assert "'lang' is missing here" in result.output
    text = read(tmp_path, "statements/ada-moe-2025-02-25.yaml")
    assert "  - id: translation\n    kind: agency\n    from: original\n    text: Ein guter Anfang.\n" in text


@pytest.mark.parametrize(("name", "tag"), [("русский", "ru"), ("Norsk bokmål", "nb"), ("中文", "zh"), ("Türkçe", "tr")])
def test_a_language_may_be_named_in_itself(name: str, tag: str) -> None:
    assert language(name) == tag


def test_the_address_of_a_page_may_stand_in_brackets(tmp_path: Path) -> None:
    report = {**REPORT, "form-page": "[Moe](https://small.example/people/ada-moe.html)"}
    assert "added the correction to content/people/ada-moe.yaml" in run(tmp_path, issue(FORM, report)).output


def test_a_heading_within_an_answer_does_not_hide_others() -> None:
    label = FORMS["add-a-vote"].labels["title"]
    with pytest.raises(FormError, match="twice"):
        read_form(issue("add-a-vote", {**VOTE, "summary": f"x\n### {label}\nevil"}), FORMS.values())


def test_every_form_begins_something() -> None:
    assert set(FORMS) == {*KINDS, FORM}
    assert f"{FORM}.yml" == REPORT_FORM
    assert "form-page" in FORMS[FORM].labels


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_every_field_is_a_line_of_the_record(form: Form) -> None:
    for field in form.labels:
        path = path_of(field.replace("-", "."))
        if path[0] == "source":
            assert desk_for(FACTS, Source).question(path[1:]).kind.forms, field
        elif path[0] != "form" and form.name in KINDS:
            assert desk_for(FACTS, KINDS[form.name]).question(path).kind.forms, field
        elif path[0] != "form":
            assert field in Correction.model_fields


def _fields(name: str) -> list[dict[str, Plain]]:
    tree = read_text(name, "", name, (FOLDER / f"{name}.yml").read_bytes())[0].tree
    body = plain(tree)["body"] if tree else []  # type: ignore[index, call-overload]
    return [each for each in body if isinstance(each, dict) and "id" in each]


def test_every_option_means_a_value_that_may_stand_there() -> None:
    for name in FORMS:
        desk = desk_for(FACTS, KINDS.get(name, Source))
        for field in _fields(name):
            attributes = field["attributes"]
            assert isinstance(attributes, dict)
            for option in attributes.get("options", []):
                answers = read_form(issue(name, {str(field["id"]): str(option)}), FORMS.values())
                values = {**answers.of_record(), **answers.of_source()} if name != FORM else answers.of_source()
                for path, answer in values.items():
                    kind = desk_for(FACTS, Source) if path in answers.of_source() else desk
                    assert kind.answered({}, path, answer), option


def test_a_vote_can_be_added_for_every_body_that_decides() -> None:
    (field,) = (each for each in _fields("add-a-vote") if each["id"] == "body")
    attributes = field["attributes"]
    assert isinstance(attributes, dict)
    names = {
        name: (body.name.pick("en", "en")[0], body.name.pick("de", "en")[0]) for name, body in FACTS.all(Body).items()
    }
    deciding = [" · ".join(names[name]) for name, body in FACTS.all(Body).items() if body.rules]
    assert attributes["options"] == deciding
