"""Answers in; a file in the one form out, and what is still missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.cli import main
from factsheets.content.records import RECORD_TYPES
from factsheets.content.records.person import Person
from factsheets.content.source import bad_stem, read_folder, read_text, slug
from factsheets.content.source.tree import plain
from factsheets.editing.drafts import written
from factsheets.editing.drafts.known import named
from factsheets.editing.drafts.naming import suggested_id
from tests.conftest import REPOSITORY
from tests.world import WORLD, lay

COUNCIL = ["--body", "council", "--date", "2025-02-24", "--title", "Two", "--summary", "It goes on."]
RESOLUTION = ["resolution", "--symbol", "RES/2 (2025)", *COUNCIL, "--sources", "record", "--result", "adopted"]

ANOTHER_RULE = """\
  - id: simple
    title: {en: Simple majority, de: Einfache Mehrheit}
    period: 1990-01-01/..
    majority: {more_than: 1/2, of: present_and_voting}
    article: {en: Article 3, de: Artikel 3}
"""


def run(root: Path, *arguments: str, typed: str | None = None) -> Result:
    """Run `factsheets new` in a world that is laid where none is yet."""
    if not (root / "content").exists():
        lay(root)
    kind, *others = arguments
    return CliRunner().invoke(main, ["new", kind, "--root", str(root), *others], input=typed)


def test_a_record_is_written_in_the_one_form_and_passes(tmp_path: Path) -> None:
    names = ["--name", "Bo Lund", "--set", "name.de=Bo Lünd", "--states", "Norway, France"]
    result = run(tmp_path, "person", *names, "--born", "1981", "--sources", "https://council.example/record")
    assert result.exit_code == 0, result.output
    assert "nothing is wrong with it" in result.output
    assert (tmp_path / "content/people/bo-lund.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../generator/schemas/person.json\n"
        "name:\n  en: Bo Lund\n  de: Bo Lünd\nstates: [NOR, FRA]\nborn: 1981\nsources: [record]\n"
    )


def test_answers_may_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    lists = ["--states", "Norway\nFrance", "--other-names", "B. Lund\nLund, Bo"]
    run(tmp_path, "person", "--name", "Bo Lund", *lists, "--sources", "record")
    text = (tmp_path / "content/people/bo-lund.yaml").read_text("utf-8")
    assert 'other_names: [B. Lund, "Lund, Bo"]\nstates: [NOR, FRA]\n' in text


def test_what_is_wrong_with_other_files_is_not_said(tmp_path: Path) -> None:
    lay(tmp_path, {"people/cy-holm.yaml": "name: Cy Holm\n"})
    result = run(tmp_path, "person", "--name", "Bo Lund", "--sources", "record")
    assert (result.exit_code, "cy-holm" in result.output) == (0, False)


def test_a_name_that_a_record_had_is_not_given_again(tmp_path: Path) -> None:
    lay(tmp_path, {"people/cy-holm.yaml": "name: Cy Holm\nformer_ids: [bo-lund]\nsources: [record]\n"})
    assert "people/bo-lund.yaml is there already, or was" in run(tmp_path, "person", "bo-lund", "--name", "Bo").output
    assert "wrote content/people/bo-lund-2.yaml" in run(tmp_path, "person", "--name", "Bo Lund").output


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    lay(tmp_path, {"people/bo-lund.yaml": "name: [\n"})
    result = run(tmp_path, "person", "--name", "Bo Lund", "--sources", "record")
    assert result.exit_code != 0
    assert (tmp_path / "content/people/bo-lund.yaml").read_text("utf-8") == "name: [\n"


def test_the_rules_to_choose_from_are_those_of_the_body(tmp_path: Path) -> None:
    council = WORLD["bodies/council.yaml"].replace("rules:\n", f"rules:\n{ANOTHER_RULE}")
    lay(tmp_path, {"bodies/council.yaml": council})
    result = run(tmp_path, *RESOLUTION, "--ask", typed="simple\n" + "\n" * 5)
    assert "  one of: simple, substantive\n" in result.output
    assert "    rule: simple\n" in result.output


def test_what_is_missing_is_said_and_the_file_is_written(tmp_path: Path) -> None:
    result = run(tmp_path, "person", "--name", "Bo Lund", "--born", "7/5/1970")
    assert result.exit_code == 1
    assert "error[no-source]" in result.output
    assert "error[bad-date]" in result.output
    assert (tmp_path / "content/people/bo-lund.yaml").exists()


def test_a_person_is_asked_only_for_what_is_needed(tmp_path: Path) -> None:
    answers = ["Bo Lund", "", "Norwegen", "1981", "record", ""]
    result = run(tmp_path, "person", "--ask", typed="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert result.output.count("> ") == len(answers) - 1
    assert (
        (tmp_path / "content/people/bo-lund.yaml")
        .read_text("utf-8")
        .endswith("name: Bo Lund\nstates: [NOR]\nborn: 1981\nsources: [record]\n")
    )


def test_an_answer_without_meaning_is_asked_for_again(tmp_path: Path) -> None:
    typed = "oficial\nofficial\nitself\n\n\n\nTitle\nen\nThe Council\n\n\n\n\n"
    result = run(tmp_path, "source", "--ask", typed=typed)
    assert "did you mean official?" in result.output
    assert "kind: official\nread: itself\ntitle: Title\nlanguage: en\npublisher: The Council\n" in result.output


SOURCE = ["source", "--kind", "official", "--read", "copy", "--title", "Paper", "--publisher", "The Ministry"]


def test_where_a_copy_was_read_is_asked_for(tmp_path: Path) -> None:
    result = run(tmp_path, *SOURCE, "--set", "publisher.de=x", "--ask", typed="A mirror\n" + "\n" * 9)
    assert "\nvia.name: " in result.output
    assert "read: copy\nvia:\n  name: A mirror\n" in result.output
    assert (result.exit_code, "nothing is wrong with it" in result.output) == (0, True), result.output


def test_where_a_copy_was_read_is_given_by_its_name(tmp_path: Path) -> None:
    result = run(tmp_path, *SOURCE, "--set", "publisher.de=x", "--via-name", "A mirror")
    assert "read: copy\nvia:\n  name: A mirror\n" in result.output
    assert (result.exit_code, "nothing is wrong with it" in result.output) == (0, True), result.output


def test_where_a_copy_was_read_has_an_address(tmp_path: Path) -> None:
    address = ["--set", "via.URL=https://mirror.example/"]
    result = run(tmp_path, *SOURCE, "--set", "publisher.de=x", "--via-name", "A mirror", *address)
    assert "read: copy\nvia:\n  name: A mirror\n  URL: https://mirror.example/\n" in result.output


@pytest.mark.parametrize(
    ("kind", "typed", "says", "holds"),
    [
        ("event", "The day\n\nyesterday\n1. May 2025\n", "'yesterday' is no date", "date: 2025-05-01\n"),
        ("event", "The day\n\n3/4/2025\n2025-04-03\n", "write 2025-03-04 or 2025-04-03", "date: 2025-04-03\n"),
        ("statement", "Moe\nAda Moe\n", "did you mean ada-moe?", "speaker: ada-moe\n"),
        ("person", "Bo Lund\n\nAtlantis\nNorway\n", "nothing in content/states/ is called", "states: [NOR]\n"),
        ("person", "Bo\x07\nBo Lund\n", "is not allowed", "name: Bo Lund\n"),
    ],
)
def test_an_answer_that_leads_nowhere_is_asked_for_again(
    tmp_path: Path, kind: str, typed: str, says: str, holds: str
) -> None:
    result = run(tmp_path, kind, "--ask", typed=typed + "\n" * 20)
    assert says in result.output
    assert holds in result.output


def test_a_rule_that_the_body_has_not_is_asked_for_again(tmp_path: Path) -> None:
    council = WORLD["bodies/council.yaml"].replace("rules:\n", f"rules:\n{ANOTHER_RULE}")
    lay(tmp_path, {"bodies/council.yaml": council})
    result = run(tmp_path, *RESOLUTION, "--ask", typed="simpel\nsimple\n" + "\n" * 5)
    assert "did you mean simple?" in result.output
    assert "    rule: simple\n" in result.output


def test_a_name_that_cannot_be_is_asked_for_again_and_no_answer_is_lost(tmp_path: Path) -> None:
    result = run(tmp_path, "person", "--ask", typed="Bo Lund\n\n\n\n\nB L\nada-moe\nbo\n")
    assert "cannot be a file name" in result.output
    assert "people/ada-moe.yaml is there already, or was" in result.output
    assert (tmp_path / "content/people/bo.yaml").read_text("utf-8").endswith("name: Bo Lund\n")


def test_a_name_that_is_taken_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    result = run(tmp_path, "person", "ada-moe", "--ask", typed="")
    assert (result.exit_code, "> " in result.output) == (2, False)


def test_why_words_are_missing_is_not_asked_where_they_are_there(tmp_path: Path) -> None:
    words = ["--lang", "nb", "--text", "En god start."]
    assert "wordings.0.missing" not in run(tmp_path, "statement", *words, "--ask", typed="\n" * 9 + "x\n").output
    assert "wordings.0.missing" in run(tmp_path, "statement", "--ask", typed="\n" * 12 + "y\n").output


@pytest.mark.parametrize(
    ("text", "state"),
    [("the Congo", "COG"), ("Cote dIvoire", "CIV"), ("Bosnia & Herzegovina", "BIH"), ("ba", "BIH"), ("Congo x", None)],
)
def test_a_record_is_found_by_any_spelling_that_a_roll_call_takes(text: str, state: str | None) -> None:
    facts = pipeline.check(REPOSITORY / "content").facts
    assert named(facts, "states", text) == ([state] if state else [])


@pytest.mark.parametrize("arguments", [["state", "--name", "Norwegen"], ["person", "--name", "\u041c\u043e\u0435"]])
def test_what_is_there_is_said_before_a_name_is_wanted(tmp_path: Path, arguments: list[str]) -> None:
    person = WORLD["people/ada-moe.yaml"].replace("name: Ada Moe", "name: {en: Ada Moe, ru: \u041c\u043e\u0435}")
    lay(tmp_path, {"people/ada-moe.yaml": person})
    result = run(tmp_path, *arguments)
    assert result.exit_code == 1
    assert "there is already" in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["source", "--kind", "oficial"], "did you mean official?"),
        (["person", "--name", "Bo", "--set", "born"], "write PATH=VALUE"),
        (["person", "--name", "Борис"], "no name for the person's file follows"),
        (["state", "--alpha-2", "SE"], "give one: the state's three-letter code"),
        (["person", "--name", "Bo Lund", "--offices", "[{title"], "cannot be read as it would stand in a file"),
        (["person", "--name", "Bo Lund", "../../x"], "cannot be a file name"),
        (["person", "--name", "Bo Lund", "/x"], "cannot be a file name"),
        (["person", "--name", "Bo Lund", "con"], "is taken"),
        (["person", "--name", "Bo Lund", "ada-moe"], "is there already"),
        (["person", "--name", "Bo\x07 Lund"], "character"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(tmp_path: Path, arguments: list[str], says: str) -> None:
    content = lay(tmp_path)
    before = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    result = run(tmp_path, *arguments)
    assert result.exit_code == 2
    assert says in result.output
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == before
    assert content.is_dir()


@pytest.mark.parametrize(
    "arguments",
    [
        ["person", "--name", "Ada Moe"],
        ["person", "--name", "Moe, Ada"],
        ["person", "--name", "Moe"],
        ["person", "--name", "Adda Moe"],
        ["source", "--title", "Another", "--publisher", "X", "--url", "https://council.example/record/"],
        ["resolution", "--symbol", "res/1", *COUNCIL],
        ["statement", "--speaker", "Ada Moe", "--date", "2025-02-24"],
        ["event", "--title", "The council meets.", "--date", "2025"],
    ],
)
def test_what_seems_to_be_there_is_not_written_twice(tmp_path: Path, arguments: list[str]) -> None:
    result = run(tmp_path, *arguments)
    assert result.exit_code == 1, result.output
    assert "there is already" in result.output
    again = run(tmp_path, *arguments, "--anyway")
    assert "wrote content/" in again.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["person", "--name", "Bo Lund"],
        ["resolution", "--symbol", "RES/11"],
        ["event", "--title", "The Council meets 2"],
    ],
)
def test_what_only_looks_alike_is_new(tmp_path: Path, arguments: list[str]) -> None:
    assert "there is already" not in run(tmp_path, *arguments).output


def test_a_roll_call_is_recognised_and_what_is_not_is_shown(tmp_path: Path) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text("In favour: Norway, Frankreich\nAgainst: None\nAbstaining: United Kingdm\n", "utf-8")
    result = run(tmp_path, *RESOLUTION, "--roll-call", str(lists))
    assert "United Kingdm, under abstain: no member is spelt so; did you mean GBR?" in result.output
    assert "1 of 3 members are not listed, and votes.0.roll_call.rest says unknown: GBR\n" in result.output
    text = (tmp_path / "content/resolutions/res-2.yaml").read_text("utf-8")
    assert "    rule: substantive\n" in text
    assert text.endswith("    roll_call:\n      yes: [FRA, NOR]\n      rest: unknown\nsources: [record]\n")


def test_members_that_are_not_listed_are_named_only_where_they_are_few(tmp_path: Path) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text("In favour: Norway\n", "utf-8")
    result = run(tmp_path, *RESOLUTION, "--roll-call", str(lists))
    assert "2 of 3 members are not listed, and votes.0.roll_call.rest says unknown\n" in result.output


def test_a_whole_roll_call_has_no_rest_and_gives_the_numbers(tmp_path: Path) -> None:
    lists = tmp_path / "lists.csv"
    lists.write_text("Member;Vote\nNOR;yes\nFrance;yes\nGB;abstain\n", "utf-8")
    result = run(tmp_path, *RESOLUTION, "--yes", "2", "--roll-call", str(lists))
    assert result.exit_code == 0, result.output
    text = (tmp_path / "content/resolutions/res-2.yaml").read_text("utf-8")
    assert "      yes: [FRA, NOR]\n      abstain: [GBR]\n" in text
    assert "rest" not in text


def test_numbers_that_contradict_each_other_are_not_taken(tmp_path: Path) -> None:
    lists = tmp_path / "lists.txt"
    stated = "Adopted by 2 votes to 1, with no abstentions.\nRejected by 1 vote to 2, with no abstentions.\n"
    lists.write_text(f"{stated}In favour: Norway, France\nAgainst: United Kingdom\n", "utf-8")
    run(tmp_path, *RESOLUTION, "--roll-call", str(lists))
    text = (tmp_path / "content/resolutions/res-2.yaml").read_text("utf-8")
    assert "    stated:\n      result: adopted\n    roll_call:" in text


def test_a_number_that_was_given_is_not_taken_from_the_text(tmp_path: Path) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text("Adopted by 2 votes to none, with 1 abstention.\nIn favour: Norway, France\n", "utf-8")
    run(tmp_path, *RESOLUTION, "--yes", "3", "--roll-call", str(lists))
    text = (tmp_path / "content/resolutions/res-2.yaml").read_text("utf-8")
    assert "      result: adopted\n      yes: 3\n      no: 0\n      abstain: 1\n" in text


def test_no_roll_call_is_read_without_a_body(tmp_path: Path) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text("In favour: Norway\n", "utf-8")
    result = run(tmp_path, "resolution", "--symbol", "RES/2", "--roll-call", str(lists), "--ask", typed="\n" * 20)
    assert "give body and date, by which its members are known" in result.output
    assert "roll_call" not in (tmp_path / "content/resolutions/res-2.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "more", "says"),
    [
        ("In favour: Norway\n", ["resolution", "--symbol", "RES/2"], "give body and date"),
        ("See there.\n", RESOLUTION, "recognised: nobody"),
    ],
)
def test_without_the_roll_call_that_was_given_nothing_is_written(
    tmp_path: Path, text: str, more: list[str], says: str
) -> None:
    lists = tmp_path / "lists.txt"
    lists.write_text(text, "utf-8")
    result = run(tmp_path, *more, "--roll-call", str(lists))
    assert (result.exit_code, says in result.output, "nothing was written" in result.output) == (1, True, True)
    assert not (tmp_path / "content/resolutions/res-2.yaml").exists()


def test_every_real_record_is_written_as_it_stands() -> None:
    kinds = {kind.folder: kind for kind in RECORD_TYPES}
    languages = pipeline.check(REPOSITORY / "content").facts.site.languages
    tried = 0
    for file in read_folder(REPOSITORY / "content")[0]:
        text = (REPOSITORY / file.name).read_text("utf-8")
        if file.folder not in kinds or file.tree is None or any(" # " in line for line in file.lines[1:]):
            continue
        tree = plain(file.tree)
        assert isinstance(tree, dict)
        if "\n#" not in text:
            assert written(kinds[file.folder], file.stem, tree, languages) == text, file.name
            tried += 1
    assert tried > 350


@given(st.text(max_size=90))
@example("Con")
@example("COM0")
def test_a_suggested_name_is_one_that_a_file_can_have(name: str) -> None:
    guess = suggested_id(Person, {"name": name}, {"x"})
    assert guess is None or bad_stem(guess) is None


@given(st.dictionaries(st.sampled_from(["name", "born", "note"]), st.text(max_size=40)))
def test_whatever_is_answered_is_one_record_that_says_it(draft: dict[str, str]) -> None:
    try:
        text = written(Person, "x", dict(draft), ["en", "de"])
    except ValueError:
        return
    file, found = read_text("content/people/x.yaml", "people", "x", text.encode())
    assert found == []
    assert file.tree is not None
    assert plain(file.tree) == draft


def test_names_are_made_of_what_letters_sound_like() -> None:
    assert slug("Ada Møller-Straße O\u2019Neil, Łódź") == "ada-moller-strasse-oneil-lodz"
    assert suggested_id(Person, {"name": {"en": "Ada Moe"}}, {"ada-moe", "ada-moe-2"}) == "ada-moe-3"


def test_a_suggested_name_ends_with_a_whole_word() -> None:
    long = suggested_id(Person, {"name": " ".join(["seven77"] * 9)}, ())
    assert long == "-".join(["seven77"] * 7)
