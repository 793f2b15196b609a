"""One thing wrong in the small world in; the one diagnostic and the words it points at out."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.derive import checks
from tests.world import WORLD, edited, found, lay, words_under

RESOLUTION, PERSON, COUNCIL = "resolutions/resolution-1.yaml", "people/ada-moe.yaml", "bodies/council.yaml"
STATEMENT, SHEET, SOURCE = "statements/first-words.yaml", "factsheets/first-day.yaml", "sources/record.yaml"
EVENT = "events/meeting.yaml"
IN_ENGLISH = "{id: en, kind: original, lang: en, text: It begins.}"
IN_GERMAN = "{id: de, kind: official, lang: de, from: nb, text: Sie beginnt.}"
WRONG = [
    (RESOLUTION, "yes: [NOR, FRA]", "yes: [NOX, FRA]", "unknown-reference", "NOX", "NOR"),
    (RESOLUTION, "yes: [NOR, FRA]", "yes: [NO, FRA]", "unknown-reference", "NO", "NOR"),
    (RESOLUTION, "abstain: [GBR]", "abstain: [GBR, NOR]", "listed-twice", "NOR", "other place"),
    (RESOLUTION, "yes: 2, no: 0, abstain: 1", "yes: 3, no: 0, abstain: 1", "tally-mismatch", "3", "compare"),
    (RESOLUTION, "result: adopted, yes: 2", "result: rejected, yes: 2",
     "outcome-mismatch", "rejected", "check the numbers"),
    (RESOLUTION, "on: [resolution]", "on: [resolutoin]", "unknown-subject", "resolutoin", "write resolution"),
    (RESOLUTION, "2025-02-24", "2025-02-30", "bad-date", "2025-02-30", "look the day up"),
    (RESOLUTION, "2025-02-24", "2025-02-29", "bad-date", "2025-02-29", "look the day up"),
    (RESOLUTION, "2025-02-24", "24.02.2025", "bad-date", "24.02.2025", "write 2025-02-24"),
    (RESOLUTION, "symbol:", "symbl:", "unknown-field", "symbl", "write symbol"),
    (RESOLUTION, "preferred: Britain abstained", "preferred: Britain left", "bad-conflict", "Britain left", "copy"),
    (RESOLUTION, "fields: [roll_call]", "fields: [rolls]", "bad-conflict", "rolls", "the name of the line"),
    (STATEMENT, "speaker: ada-moe\n", "", "missing-field", "date", "add a line such as speaker"),
    (STATEMENT, "words: long road", "words: longer road", "bad-wording", "longer road", "copy the words"),
    (STATEMENT, "    from: original\n", "", "bad-wording", "id", "in a translation add from:"),
    (RESOLUTION, "votes:\n", f"wordings: [{IN_ENGLISH}, {IN_GERMAN}]\nvotes:\n", "bad-wording", "nb", "the id of"),
    (STATEMENT, "kind: machine", "kind: machin", "unknown-choice", "machin", "write machine"),
    (STATEMENT, "lang: nb", "lang: norsk", "bad-language", "norsk", "letters of the language"),
    (STATEMENT, "date: 2025-02-24", "date: 1960", "dates-out-of-order", "1960", "compare"),
    (PERSON, "period: 2020-05-01/", "period: 2020-05-01/2019-05-01",
     "dates-out-of-order", "2020-05-01/2019-05-01", "earlier"),
    (PERSON, "seen: 2025-02", "seen: 2019", "dates-out-of-order", "2019", "compare"),
    (PERSON, "born: 1970", "former_ids: [ada-moe]", "duplicate-id", "ada-moe", "delete it here"),
    (PERSON, "born: 1970", "former_ids: [Ada-Moe]", "duplicate-id", "Ada-Moe", "delete it here"),
    (PERSON, "born: 1970", "former_ids: [../x]", "bad-id", "../x", "as the file had"),
    (PERSON, "sources: [record]", "note: {en: x, de: x}", "no-source", "name", "add a line such as sources: ["),
    (PERSON, "name: Ada Moe", "name: [Ada, Moe]", "wrong-kind", "Ada", "write the text"),
    (SHEET, "{en: The first day, de: Der erste Tag}", "The first day", "missing-translation", "The first day", "de:"),
    (SHEET, "    sources: [{source: record, at: p. 1}]\n", "", "no-source", "id", "add a line such as sources: ["),
    (PERSON, "    state: NOR\n", "    votes_in: [council]\n", "bad-office", "council", "add a line state:"),
    (PERSON, "    state: NOR\n", "    state: NOR\n    votes_in: [counsil]\n",
     "unknown-reference", "counsil", "council"),
    (SHEET, "reviewed: 2025-03-01", "reviewed: 2025-03-01\nreview_due: 2026\nstatus: historical",
     "bad-status", "2026", "delete the line review_due"),
    (SHEET, "reviewed: 2025-03-01", "reviewed: 2025-03-01\nreview_due: 2026\nsuperseded_by: first-day",
     "bad-status", "2026", "delete the line review_due"),
    (SHEET, "key_facts:\n  - id: began", "status: historical\nkey_facts:\n  - id: began\n    review_due: 2026",
     "bad-status", "2026", "delete the line review_due"),
    (SHEET, "reviewed: 2025-03-01", "reviewed: 2025-03-01\nsuperseded_by: first-day\nstatus: historical",
     "bad-status", "historical", "superseded"),
    (SHEET, "- id: began", "- id: votes", "duplicate-id", "votes", "give it another id, such as about-"),
    (SHEET, "- id: began", "- id: source-1", "duplicate-id", "source-1", "give it another id, such as about-"),
    (RESOLUTION, "  - id: adoption", "  - id: text", "duplicate-id", "text", "give it another id, such as about-"),
    (SOURCE, "https://council.example/record", "javascript:alert(1)", "bad-address", "javascript:alert(1)", "https"),
    (COUNCIL, "{at_least: 2}", "{at_least: 2/3}", "bad-rule", "at_least", "of: present_and_voting"),
    (RESOLUTION, "vetoed_by: [FRA]", "vetoed_by: [FRA, NOR]", "bad-veto", "NOR", "delete it here"),
    (RESOLUTION, "no: 0, abstain: 1}", "no: 0, abstain: 1, vetoed_by: [GBR]}", "bad-veto", "GBR", "its position"),
    (EVENT, "participants: [ada-moe]", "participants: [ada-moe, ada-moe]", "listed-twice", "ada-moe", "delete it here"),
    (EVENT, "sources: [record]", "sources: [record, record]", "listed-twice", "record", "delete it here"),
    (EVENT, "sources: [record]", "sources: [record]\nalso_present: [Ola Nobody, Ola Nobody]",
     "listed-twice", "Ola Nobody", "delete it here"),
    (PERSON, "states: [NOR]", "states: [NOR, NOR]", "listed-twice", "NOR", "delete it here"),
    (COUNCIL, "members: [NOR]", "members: [NOR, NOR]", "listed-twice", "NOR", "delete it here"),
    (RESOLUTION, "vetoed_by: [FRA]", "vetoed_by: [FRA, FRA]", "listed-twice", "FRA", "delete it here"),
    (RESOLUTION, "on: [change]", "on: [change, change]", "listed-twice", "change", "delete it here"),
    ("site.yaml", "languages: [en, de]", "languages: [en, de, de]", "listed-twice", "de", "delete it here"),
    (COUNCIL, "{at_least: 2}", "{at_least: two}", "bad-number", "two", "such as 9"),
]  # fmt: skip


def test_nothing_is_wrong_with_the_small_world(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize(("file", "old", "new", "code", "words", "hint"), WRONG)
def test_one_mistake_gives_one_diagnostic_at_its_words(  # noqa: PLR0913, PLR0917 - one row of the table
    tmp_path: Path, file: str, old: str, new: str, code: str, words: str, hint: str
) -> None:
    checked = pipeline.check(lay(tmp_path, edited(file, old, new)))
    errors = checked.diagnostics
    assert [each.code for each in errors] == [code]
    assert errors[0].place.file == f"content/{file}"
    assert words_under(checked, errors[0]) == words
    assert hint in errors[0].hint
    assert checked.failed


def test_one_source_may_be_named_for_two_places_in_it(tmp_path: Path) -> None:
    places = "sources: [{source: record, at: p. 1}, {source: record, at: p. 2}]"
    assert found(tmp_path, edited(EVENT, "sources: [record]", places)) == []


def test_a_vote_by_somebody_who_is_no_member(tmp_path: Path) -> None:
    diagnostics = found(tmp_path, edited(COUNCIL, "period: 2025", "period: 2023"))
    assert [each.code for each in diagnostics] == ["tally-mismatch", "not-a-member"]
    assert "NOR was no member of council on 2025-02-24" in diagnostics[1].message


def test_two_states_on_one_tile_and_a_tile_on_no_map(tmp_path: Path) -> None:
    tile = "region: europe\ntile: {column: 1, row: 1}\n"
    states = {name: WORLD[name] + tile for name in ("states/FRA.yaml", "states/NOR.yaml")}
    states["states/GBR.yaml"] = WORLD["states/GBR.yaml"] + "tile: {column: 2, row: 1}\n"
    diagnostics = found(tmp_path, states)
    assert {each.place.file: each.code for each in diagnostics} == {
        "content/states/NOR.yaml": "bad-tile",
        "content/states/GBR.yaml": "bad-tile",
    }


def test_a_state_is_named_by_its_code_and_may_have_had_another(tmp_path: Path) -> None:
    norway = {"states/norway.yaml": "alpha_2: SJ\nformer_ids: [NOX]\nsources: [record]\n"}
    assert [each.code for each in found(tmp_path, norway)] == ["bad-file-name"]


def test_a_name_that_is_there_and_cannot_be_found_in_a_list_is_not_offered(tmp_path: Path) -> None:
    sweden = {"states/sweden.yaml": "alpha_2: SE\nsources: [record]\n"}
    diagnostics = found(tmp_path, {**sweden, **edited(RESOLUTION, "no: [FRA]", "no: [sweden]")})
    (unknown,) = (each for each in diagnostics if each.code == "unknown-reference")
    assert unknown.hint.startswith("write the three letters of the state")
    assert unknown.remedy is None


def test_a_name_in_front_of_a_colon_and_one_behind_it_are_told_apart(tmp_path: Path) -> None:
    lay(tmp_path, edited(RESOLUTION, "no: [FRA]", "no: [FRA]\n      proxies: {FRX: GBX}"))
    checked = pipeline.check(tmp_path / "content")
    unknown = [each for each in checked.diagnostics if each.code == "unknown-reference"]
    assert [words_under(checked, each) for each in unknown] == ["FRX", "GBX"]


def test_members_left_out_without_a_word(tmp_path: Path) -> None:
    changes = edited(RESOLUTION, "no: 0, abstain: 1}\n    roll_call:\n      yes: [NOR, FRA]\n      abstain: [GBR]",
                     "no: 0}\n    roll_call:\n      yes: [NOR, FRA]")  # fmt: skip
    diagnostics = found(tmp_path, changes)
    assert [each.code for each in diagnostics] == ["unaccounted"]
    assert "GBR" in diagnostics[0].message


def test_a_file_wrong_in_seven_ways_gives_seven_diagnostics(tmp_path: Path) -> None:
    text = WORLD[RESOLUTION]
    for old, new in [
        ("symbol: RES/1", "symbol: RES/1\nsymbl: RES/1"),
        ("date: 2025-02-24", "date: 2025-02-24\nmeeting: []"),
        ("yes: [NOR, FRA]", "yes: [NOR, FRA, FRX]"),
        ("abstain: [GBR]", "abstain: [GBR, FRA]"),
        ("on: [change]", "on: [chance]"),
        ("preferred: Britain abstained", "preferred: Britain left"),
        ("    rule: substantive\n    stated: {result: rejected", "    rule: procedural\n    stated: {result: rejected"),
    ]:
        assert text.count(old) == 1
        text = text.replace(old, new)
    codes = {each.code for each in found(tmp_path, {RESOLUTION: text})}
    assert codes >= {
        "unknown-field",
        "wrong-kind",
        "unknown-reference",
        "listed-twice",
        "unknown-subject",
        "bad-conflict",
        "unknown-rule",
    }


def test_a_rule_of_which_the_beginning_is_not_known_is_offered(tmp_path: Path) -> None:
    rule = "    title: {en: Substance, de: Sachfragen}\n    period: "
    council = WORLD["bodies/council.yaml"].replace(f"{rule}1990-01-01/..", f"{rule}/..")
    result = "    stated: {result: rejected"
    resolution = WORLD[RESOLUTION].replace(f"    rule: substantive\n{result}", f"    rule: simple\n{result}")
    (wrong,) = found(tmp_path, {"bodies/council.yaml": council, RESOLUTION: resolution})
    assert (wrong.code, wrong.hint.partition(";")[0]) == ("unknown-rule", "write one of these: substantive")


def test_a_broken_record_causes_no_errors_in_others(tmp_path: Path) -> None:
    assert [each.code for each in found(tmp_path, {"states/NOR.yaml": "alpha_2: nor\nsources: [record]\n"})] == [
        "bad-code"
    ]


def test_a_wrong_site_file_hides_nothing(tmp_path: Path) -> None:
    changes = {"site.yaml": "title: x\n", **edited(PERSON, "states: [NOR]", "states: [NOX]")}
    codes = [each.code for each in found(tmp_path, changes)]
    assert sorted(set(codes)) == ["missing-field", "unknown-reference"]
    assert pipeline.check(tmp_path / "nowhere").failed


def test_file_names(tmp_path: Path) -> None:
    changes = {"people/x.yml": "", "people/CON.yaml": "a: 1", "people/a b.yaml": "a: 1", "poeple/x.yaml": "a: 1"}
    content = lay(tmp_path, changes)
    (content / "people" / "link.yaml").symlink_to(content / "people" / "ada-moe.yaml")
    (content / "people" / "deep").mkdir()
    codes = {each.place.file.removeprefix("content/"): each.code for each in pipeline.check(content).diagnostics}
    assert codes == {
        "people/x.yml": "bad-file-name",
        "people/CON.yaml": "bad-file-name",
        "people/a b.yaml": "bad-file-name",
        "people/link.yaml": "symlink",
        "people/deep": "nested-folder",
        "poeple/x.yaml": "unknown-folder",
    }


def test_names_that_differ_only_in_capitals(tmp_path: Path) -> None:
    diagnostics = found(tmp_path, {"people/Ada-Moe.yaml": WORLD[PERSON]})
    assert [each.code for each in diagnostics] == ["duplicate-id"]
    assert diagnostics[0].related[0].place.file == "content/people/Ada-Moe.yaml"


WAIVER = "waivers:\n  - {{code: outcome-mismatch, file: resolutions/resolution-1.yaml, at: {at}, reason: as printed}}\n"


def test_a_waiver_silences_its_finding_and_fails_when_stale(tmp_path: Path) -> None:
    wrong = edited(RESOLUTION, "result: adopted, yes: 2", "result: rejected, yes: 2")
    assert found(tmp_path, {**wrong, "waivers.yaml": WAIVER.format(at="votes.1.stated.result")}) == []
    stale = found(tmp_path, {RESOLUTION: WORLD[RESOLUTION], "waivers.yaml": WAIVER.format(at="votes.1.stated.result")})
    assert [each.code for each in stale] == ["stale-waiver"]


NEVER_WAIVED = {
    "duplicate-id": edited(PERSON, "born: 1970", "born: 1970\nformer_ids: [ada-moe]"),
    "listed-twice": edited(RESOLUTION, "abstain: [GBR]", "abstain: [GBR, NOR]"),
    "not-a-member": edited(RESOLUTION, "vetoed_by: [FRA]}\n    roll_call:\n      no: [FRA]",
                           "vetoed_by: [FRA]}\n    roll_call:\n      no: [FRA]\n      not_voting: [ada-moe]"),
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(checks.NEVER_WAIVED))
def test_what_no_page_could_show_is_not_waived(tmp_path: Path, code: str) -> None:
    (wrong,) = found(tmp_path, NEVER_WAIVED[code])
    file = wrong.place.file.removeprefix("content/")
    waivers = f"waivers:\n  - {{code: {wrong.code}, file: {file}, at: {wrong.subject}, reason: It is so.}}\n"
    diagnostics = found(tmp_path, {**NEVER_WAIVED[code], "waivers.yaml": waivers})
    assert sorted(each.code for each in diagnostics) == sorted([code, "bad-waiver"])
    (refused,) = (each for each in diagnostics if each.code == "bad-waiver")
    assert f"correct {file} at {wrong.subject}" in refused.hint


@pytest.mark.parametrize(("number", "codes"), [(8, []), (9, ["glance-length"])])
def test_more_key_facts_than_fit_at_a_glance_are_a_warning(tmp_path: Path, number: int, codes: list[str]) -> None:
    more = "".join(f"  - {{id: more-{n}, text: {{en: x, de: x}}, sources: [record]}}\n" for n in range(1, number))
    checked = pipeline.check(lay(tmp_path, edited(SHEET, "resolutions: [", f"{more}resolutions: [")))
    assert [each.code for each in checked.diagnostics] == codes
    assert not checked.failed
