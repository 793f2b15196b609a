"""Each kind of edit in, what it changes for the reader out, and nothing else."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheets.diagnostics.reports import line_of, plain
from factsheets.review.diff import compare
from factsheets.review.diff.forms import as_markdown, as_text
from factsheets.review.diff.model import Diff
from factsheets.review.diff.phrases import item
from tests.diff.sides import diff, side, without
from tests.world import WORLD, edited

ADA = "people/ada-moe.yaml"
SHEET = "factsheets/first-day.yaml"
RES = "resolutions/resolution-1.yaml"
WORDS = "statements/first-words.yaml"
COUNCIL = "bodies/council.yaml"
RECORD = "sources/record.yaml"
OFFICE = "offices/Ambassador of Norway"
SECOND = {"sources/gazette.yaml": WORLD[RECORD].replace("The record", "The gazette")}

Found = tuple[str, str, str | None, str | None]

NOTE = "born: 1970\nnote: {en: Doubtful., de: Zweifelhaft.}"
CONFLICT = """\
born: 1970
conflicts:
  - fields: [born]
    values: [{value: "1970", sources: [record]}, {value: "1971", sources: [record]}]
"""
SIDES = "Britain abstained (record) / Britain was away (record)"
KEY_FACT = "  - {id: ended, text: {en: It ended., de: Es endete.}, sources: [record]}\n"
IN_ITALIAN = "  - {id: it, kind: agency, lang: it, from: original, text: È un buon inizio.}\n"
MOVED = "\n  - {title: {en: Envoy, de: Gesandter}, state: NOR, period: 2018/2019}"

ONE_EDIT: list[tuple[str, str, str, list[Found]]] = [
    (ADA, "name: Ada Moe", "name: Ada Mo", [("name", "name", "Ada Moe", "Ada Mo")]),
    (ADA, "born: 1970", "born: 1971", [("born", "date", "1970", "1971")]),
    (ADA, "born: 1970\n", "", [("born", "date", "1970", None)]),
    (ADA, "born: 1970", "born: 1970\nwikidata: Q1", [("wikidata", "value", None, "Q1")]),
    (ADA, "born: 1970", NOTE, [("note", "note", None, "Doubtful."), ("note", "note", None, "Zweifelhaft.")]),
    (ADA, "born: 1970\n", CONFLICT, [("conflicts/born", "conflict", None, "1970 (record) / 1971 (record); open")]),
    (ADA, "2020-05-01/\n", "2020-05-01/2025\n", [(f"{OFFICE}/period", "date", "2020-05-01/", "2020-05-01/2025")]),
    (ADA, "    state: NOR\n", "", [(f"{OFFICE}/state", "value", "Norway", None)]),
    (ADA, "offices:", f"offices:{MOVED}", [("offices/Envoy", "entry", None, "Envoy, 2018/2019")]),
    (
        ADA,
        "Ambassador of Norway,",
        "Ambasador of Norway,",
        [("offices/Ambasador of Norway/title", "text", "Ambassador of Norway", "Ambasador of Norway")],
    ),
    (ADA, "states: [NOR]", "states: [FRA]", [("states", "list", "Norway", "France")]),
    (ADA, "name: Ada Moe", "name: {en: Ada Moe, ru: Ада}", [("name", "name", None, "Ада")]),
    (
        SHEET,
        "Der Rat hat begonnen.",
        "Der Rat begann.",
        [("answer", "text", "Der Rat hat begonnen.", "Der Rat begann.")],
    ),
    (SHEET, "reviewed:", "status: historical\nreviewed:", [("status", "value", "current", "historical")]),
    (SHEET, "reviewed:", "review_due: 2026\nreviewed:", [("review_due", "date", None, "2026")]),
    (SHEET, "  - id: began", "  - id: began\n    review_due: 2026", []),
    (ADA, "    seen: 2025-02", "    seen: 2025-02\n    review_due: 2026", []),
    (ADA, "born: 1970", "born: 1970\nreview_due: 2026", []),
    (SHEET, "key_facts:\n", f"key_facts:\n{KEY_FACT}", [("key_facts/ended", "entry", None, "It ended.")]),
    (SHEET, "id: began", "id: start", [("key_facts/start/id", "address", "began", "start")]),
    (SHEET, "at: p. 1", "at: p. 2", [("key_facts/began", "sources", "record (p. 1)", "record (p. 2)")]),
    (
        WORDS,
        "a good start",
        "a bad start",
        [
            (
                "wordings/en/text",
                "quotation",
                "It is a good start and a long road.",
                "It is a bad start and a long road.",
            )
        ],
    ),
    (WORDS, "  - id: en\n", f"{IN_ITALIAN}  - id: en\n", [("wordings/it", "quotation", None, "È un buon inizio.")]),
    (
        WORDS,
        "Perhaps far way.",
        "Far way.",
        [("wordings/en/doubts/long road/note", "doubt", "Perhaps far way.", "Far way.")],
    ),
    (WORDS, "kind: machine", "kind: agency", [("wordings/en/kind", "value", "machine", "agency")]),
    (
        WORDS,
        "missing: {en: Not found., de: Nicht gefunden.}",
        "text: En god start.",
        [
            ("wordings/original/text", "quotation", None, "En god start."),
            ("wordings/original/missing", "note", "Not found.", None),
            ("wordings/original/missing", "note", "Nicht gefunden.", None),
        ],
    ),
    (RECORD, "kind: official", "kind: agency", [("kind", "value", "official", "agency")]),
    (
        RECORD,
        "/record\n",
        "/other\n",
        [("URL", "value", "https://council.example/record", "https://council.example/other")],
    ),
    (RECORD, "issued:", "faults: {en: Torn.}\nissued:", [("faults", "text", None, "Torn.")]),
    (COUNCIL, "at_least: 2", "at_least: 3", [("rules/substantive/majority/at_least", "value", "2", "3")]),
    (
        COUNCIL,
        "period: 2025\n",
        "period: 2025/2026\n",
        [("membership/elected 2025/2026/period", "date", "2025", "2025/2026")],
    ),
    (
        RES,
        "        preferred: Britain abstained\n        why: {en: The record says so., de: So steht es im Protokoll.}\n",
        "",
        [
            (
                "votes/adoption/conflicts/roll_call",
                "conflict",
                f"{SIDES}; followed: Britain abstained, because: The record says so.",
                f"{SIDES}; open",
            )
        ],
    ),
    (RES, "by: unknown", "by: [NOR]", [("amendments/change/by", "list", None, "Norway")]),
    (
        RES,
        "The first resolution,",
        "The 1st resolution,",
        [("title", "text", "The first resolution", "The 1st resolution")],
    ),
    ("site.yaml", "languages: [en, de]", "languages: [en]", [("languages", "list", "de", None)]),
]


def found(result: Diff) -> list[Found]:
    return [("/".join(each.path), each.kind.value, each.before, each.after) for each in result.changes]


@pytest.mark.parametrize(("name", "old", "new", "expected"), ONE_EDIT)
def test_an_edit_is_the_change_it_makes(tmp_path: Path, name: str, old: str, new: str, expected: list[Found]) -> None:
    result = diff(tmp_path, edited(name, old, new))
    assert found(result) == expected
    folder, _, stem = name.removesuffix(".yaml").rpartition("/")
    assert {each.key for each in result.changes} <= {(folder, stem)}


def test_when_a_fact_should_be_read_again_is_shown_nowhere(tmp_path: Path) -> None:
    of_fact = diff(tmp_path / "1", edited(ADA, "    seen: 2025-02", "    seen: 2025-02\n    review_due: 2026"))
    assert (of_fact.changes, of_fact.owed, of_fact.pages) == ((), (), ())
    of_sheet = diff(tmp_path / "2", edited(SHEET, "reviewed:", "review_due: 2026\nreviewed:"))
    assert (of_sheet.owed, len(of_sheet.pages or ())) == ((), 2)


def test_a_record_is_new_or_gone_with_its_name(tmp_path: Path) -> None:
    bo = {"people/bo-lund.yaml": "name: Bo Lund\nsources: [record]\n"}
    added, gone = diff(tmp_path / "1", bo), diff(tmp_path / "2", {}, bo)
    assert found(added) == [("", "record", None, "Bo Lund")]
    assert found(gone) == [("", "record", "Bo Lund", None)]
    assert added.changes[0].key == gone.changes[0].key == ("people", "bo-lund")
    assert ("people/bo-lund.html", "removed") in [(each.address, each.how.value) for each in gone.pages or ()]


def renamed(more: str = "") -> dict[str, str]:
    world = {name: text.replace("ada-moe", "ada-marie-moe") for name, text in without(ADA).items()}
    return {**world, "people/ada-marie-moe.yaml": WORLD[ADA] + more}


def test_a_file_with_another_name_is_the_same_record_wherever_it_is_named(tmp_path: Path) -> None:
    base = side(tmp_path / "base")
    kept = compare(base, side(tmp_path / "kept", world=renamed("former_ids: [ada-moe]\n")))
    assert found(kept) == [("", "renamed", "ada-moe", "ada-marie-moe")]
    lost = compare(base, side(tmp_path / "lost", world=renamed()))
    assert found(lost) == [("", "address", "ada-moe", None), ("", "renamed", "ada-moe", "ada-marie-moe")]
    assert [each.key for each in lost.changes] == [("people", "ada-marie-moe")] * 2
    assert {each.named_by for each in (*kept.changes, *lost.changes)} == {()}
    assert as_text(lost).startswith(
        "Ada Moe: the old address ada-moe leads nowhere now; former_ids can keep it; and 1 more; "
    )
    assert "\n    has another address: ada-moe → ada-marie-moe\n" in as_text(lost)
    world = renamed() | edited(RECORD, "kind: official", "kind: agency")
    assert as_text(compare(base, side(tmp_path / "more", world=world))).startswith(
        "2 records change; 1 old address leads nowhere now; no outcome changes; "
    )


CITING = ("events/meeting", "factsheets/first-day", "statements/first-words")


def test_a_record_that_is_gone_and_still_named_is_said_to_be_with_the_files(tmp_path: Path) -> None:
    result = compare(side(tmp_path / "base"), side(tmp_path / "head", world=without(ADA)))
    assert found(result) == [("", "record", "Ada Moe", None)]
    assert result.changes[0].named_by == CITING
    assert as_text(result).startswith(
        "3 ERRORS; Ada Moe: gone, and its page with it (source record); "
        "still named in events/meeting, factsheets/first-day, statements/first-words; pages not compared; "
    )
    assert ("still named in `events/meeting`, `factsheets/first-day`, `statements/first-words`") in as_markdown(result)
    gone = compare(side(tmp_path / "again"), side(tmp_path / "source", world=without(RECORD)))
    assert "gone, and its page with it; still named in bodies/council, " in as_text(gone)
    assert "statements/first-words and 3 more (21 facts rest on it)" in as_text(gone)


def test_a_file_with_another_name_that_others_still_name_as_before_is_the_same_record(tmp_path: Path) -> None:
    world = {**without(ADA), "people/bo.yaml": WORLD[ADA] + "former_ids: [ada-moe]\n"}
    result = compare(side(tmp_path / "base"), side(tmp_path / "head", world=world))
    assert found(result) == [("", "renamed", "ada-moe", "bo")]
    assert (result.changes[0].named_by, result.owed) == (CITING, ())
    assert as_text(result).startswith(
        "3 ERRORS; Ada Moe: has another address: ada-moe → bo; "
        "still named ada-moe in events/meeting, factsheets/first-day, statements/first-words; "
    )


def test_the_site_is_one_of_the_files_that_still_name_a_record(tmp_path: Path) -> None:
    sheet = WORLD[SHEET]
    covered = sheet[sheet.index("coverage:") : sheet.index("selection:")].replace("[council]", "[chamber]")
    site, chamber = {"site.yaml": WORLD["site.yaml"] + covered}, {"bodies/chamber.yaml": WORLD[COUNCIL]}
    (gone,) = diff(tmp_path, site, site | chamber).changes
    assert (gone.key, gone.before, gone.named_by) == (("bodies", "chamber"), "Council", ("site",))


def test_another_record_in_its_place_is_another(tmp_path: Path) -> None:
    cy = {"people/cy-dal.yaml": "name: Cy Dal\nborn: 1950\nsources: [record]\n"}
    di = {"people/di-eng.yaml": "name: Di Eng\nborn: 1960\nsources: [record]\n"}
    result = diff(tmp_path, di, cy)
    assert found(result) == [("", "record", None, "Di Eng"), ("", "record", "Cy Dal", None)]


def test_a_fact_that_loses_its_second_source_rests_on_the_other_alone(tmp_path: Path) -> None:
    fact = "sources: [{source: record, at: p. 1}]"
    before = SECOND | edited(SHEET, fact, "sources: [record, gazette]")
    after = SECOND | edited(SHEET, fact, "sources: [gazette]")
    assert found(diff(tmp_path, after, before)) == [
        ("key_facts/began", "sources", "record", None),
        ("key_facts/began", "support", "gazette, record", "gazette"),
    ]


def test_a_fact_without_any_source_is_said_to_have_none(tmp_path: Path) -> None:
    result = diff(tmp_path, {ADA: WORLD[ADA].replace("sources: [record]\n", "")})
    assert found(result) == [("", "sources", "record", None), ("", "support", "record", None)]
    assert [each.code for each in result.found] == ["no-source"]
    assert result.pages is None


def test_a_source_of_its_own_that_is_the_one_around_it_is_no_change(tmp_path: Path) -> None:
    after = edited(ADA, "    seen: 2025-02\n", "    seen: 2025-02\n    sources: [record]\n")
    assert found(diff(tmp_path, after)) == []


def test_members_whose_receipts_differ_alike_are_one_change(tmp_path: Path) -> None:
    own = "    member_sources: {NOR: [gazette], FRA: [gazette]}\n    conflicts:\n      - fields: [roll_call]"
    after = SECOND | edited(RES, "    conflicts:\n      - fields: [roll_call]", own)
    assert found(diff(tmp_path, after, SECOND)) == [
        ("votes/adoption/member_sources/Norway, France", "sources", "record", "gazette")
    ]


def test_order_is_told_where_readers_see_it(tmp_path: Path) -> None:
    one, two = (
        "  - {id: a, text: {en: A., de: A.}, sources: [record]}\n",
        "  - {id: b, text: {en: B., de: B.}, sources: [record]}\n",
    )
    before, after = (edited(SHEET, "key_facts:\n", f"key_facts:\n{each}") for each in (one + two, two + one))
    assert found(diff(tmp_path / "1", after, before)) == [("key_facts", "order", "a, b, began", "b, a, began")]
    before, after = (
        edited(COUNCIL, "members: [FRA, GBR]", each) for each in ("members: [FRA, GBR]", "members: [GBR, FRA]")
    )
    assert found(diff(tmp_path / "2", after, before)) == []


def test_entries_that_readers_see_in_another_order_have_none_of_their_own(tmp_path: Path) -> None:
    elected = "  - members: [NOR]\n    role: elected\n    period: 2025\n"
    assert elected in WORLD[COUNCIL]
    text = WORLD[COUNCIL].replace(elected, "").replace("membership:\n", f"membership:\n{elected}")
    assert found(diff(tmp_path, {COUNCIL: text})) == []


def test_a_correction_is_told(tmp_path: Path) -> None:
    recorded = "{date: 2025-03-01, was: {en: 1970}, now: {en: 1971}, gravity: fact, why: {en: Typo.}}"
    text = f"born: 1971\ncorrections: [{recorded}]"
    changes = found(diff(tmp_path, edited(ADA, "born: 1970", text)))
    assert ("corrections", "correction", None, "2025-03-01, fact: 1970 → 1971") in changes


ADDED: list[tuple[str, str, str, str]] = [
    (
        SHEET,
        "    entries: 1\n",
        "    entries: 1\n    left_out: [{symbol: RES/9, reason: other_subject, why: {en: On fish., de: x}}]\n",
        "coverage “council”, entry left out “RES/9”: ",
    ),
    (
        RES,
        "    roll_call:\n      yes",
        "    exclusions: [{members: [GBR], reason: other, why: {en: It left., de: x}}]\n    roll_call:\n      yes",
        "vote “adoption”, exclusion of “GBR”: ",
    ),
    (
        RES,
        "    roll_call:\n      yes",
        "    reported_numbers: [{yes: 3, why: {en: A rumour., de: x}}]\n    roll_call:\n      yes",
        "vote “adoption”, reported numbers “A rumour.”: ",
    ),
    (
        ADA,
        "born: 1970\n",
        "searched: [{date: 2025-03-01, where: {en: Registers, de: x}}]\n",
        "search of “2025-03-01”: ",
    ),
    (
        RECORD,
        "issued:",
        "interests: [{kind: state_media, text: {en: It is owned., de: x}, sources: [record]}]\nissued:",
        "interest “state media”: ",
    ),
    (
        RES,
        "amendments:\n",
        "paragraphs: [{id: p4, title: {en: Paragraph 4, de: x}}]\namendments:\n",
        "paragraph “p4”: ",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "where"), ADDED)
def test_an_entry_is_called_by_words_of_its_own(tmp_path: Path, name: str, old: str, new: str, where: str) -> None:
    result = diff(tmp_path, edited(name, old, new))
    added = next(each for each in result.changes if each.before is None)
    assert line_of(item(added, "x").line, plain).startswith(where)


def test_a_waiver_is_told(tmp_path: Path) -> None:
    waivers = "waivers: [{code: no-source, file: people/x.yaml, at: x, reason: It is so.}]\n"
    changes = found(diff(tmp_path, {"waivers.yaml": waivers}))
    assert changes == [("", "entry", None, "code no-source; file people/x.yaml; at x; reason It is so.")]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (ADA, "name: Ada Moe", "# who she is\nname:   'Ada Moe'"),
        (ADA, "name: Ada Moe", "name: {en: Ada Moe}"),
        (ADA, "states: [NOR]", "states:\n  - NOR # home"),
        (ADA, "state: NOR", "votes_in: []\n    state: NOR"),
        (
            WORDS,
            "text: It is a good start and a long road.",
            "text: >-\n      It is a good start\n      and a long road.",
        ),
        (RES, "yes: [NOR, FRA]", "yes: [FRA, NOR]"),
        (SHEET, "sources: [{source: record, at: p. 1}]", "sources:\n      - at: p. 1\n        source: record"),
    ],
)
def test_how_a_file_is_written_makes_no_difference(tmp_path: Path, name: str, old: str, new: str) -> None:
    result = diff(tmp_path, edited(name, old, new))
    assert (result.changes, result.votes, result.owed, result.pages, result.found) == ((), (), (), (), ())


def shuffled(value: Any, chance: random.Random) -> Any:  # noqa: ANN401 - a YAML tree
    if isinstance(value, list):
        return [shuffled(each, chance) for each in value]
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return value


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_makes_no_difference(chance: random.Random) -> None:
    trees = {name: yaml.load(text, Loader=yaml.BaseLoader) for name, text in WORLD.items()}  # noqa: S506 - texts only
    world = {
        name: yaml.safe_dump(shuffled(tree, chance), allow_unicode=True, sort_keys=False)
        for name, tree in trees.items()
    }
    with TemporaryDirectory() as folder:
        result = diff(Path(folder), world)
    assert (result.changes, result.votes, result.owed, result.pages) == ((), (), (), ())


def test_what_one_side_cannot_read_is_named_and_all_else_is_compared(tmp_path: Path) -> None:
    after = {"people/ada-moe.yaml": "name: [x\n", **edited(RECORD, "kind: official", "kind: agency")}
    result = diff(tmp_path, after)
    assert ("people", "ada-moe") in result.head.unread
    assert result.head.errors == 1
    assert result.pages is None
    assert found(result) == [("kind", "value", "official", "agency")]
    assert [each.code for each in result.found] == ["yaml-bracket"]
    assert [each for each in found(diff(tmp_path / "back", {}, after)) if each[1] == "record"] == []
    lines = as_text(result).splitlines()
    assert lines[0].startswith(
        "1 ERROR; record (The record): kind: official → agency (13 facts rest on it); pages not compared"
    )
    assert "  head has 1 error; what can be read of it is compared, its pages are not; not compared: " in lines[4]


def test_messages_are_told_wherever_they_stand(tmp_path: Path) -> None:
    wrong = edited(ADA, "born: 1970", "born: 1970\nfull_name: x\nbirth_place: {en: Oslo}")
    moved = edited(ADA, "born: 1970", "\n\nborn: 1970\nfull_name: x\nbirth_place: {en: Oslo}")
    assert [each.code for each in diff(tmp_path / "1", wrong).found] == ["missing-translation"]
    assert [each.code for each in diff(tmp_path / "2", {}, wrong).mended] == ["missing-translation"]
    same = diff(tmp_path / "3", moved, wrong)
    assert (same.found, same.mended) == ((), ())
