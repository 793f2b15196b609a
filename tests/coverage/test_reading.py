"""Lists of votes as others publish them, with their defects, in; entries and what they leave open, or refusals, out."""

from __future__ import annotations

import lzma
import tracemalloc
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factsheets.content.records.resolution import Position
from factsheets.diagnostics.report import as_text
from factsheets.diagnostics.reports import line_of, plain
from factsheets.review.lists import ListError, ReadList, read
from factsheets.review.lists.opening import LONGEST
from factsheets.review.lists.symbols import key, keys, run, series, within
from factsheets.review.lists.values import day_of, number_of
from tests.coverage.writing import ASSEMBLY_2024, ASSEMBLY_2026, COUNCIL, FIRST, LAYOUTS, extract, library
from tests.coverage.writing import plain as plain_list

SECOND = replace(FIRST, symbol="RES/2", title="The second", absent=("UNITED KINGDOM",), abstain=())


def found(root: Path, text: str | bytes) -> ReadList:
    path = root / "list.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path, lambda _: True)


def left_open(root: Path, text: str | bytes) -> list[tuple[int, str]]:
    return [(flaw.line, line_of(flaw.words, plain)) for each in found(root, text).entries for flaw in each.flaws]


def refused(root: Path, text: str | bytes) -> tuple[str, int, int, str]:
    with pytest.raises(ListError) as caught:
        found(root, text)
    each = caught.value.diagnostic
    assert each.place.file == (root / "list.txt").as_posix()
    return each.code, each.place.span.line, each.place.span.column, each.message


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_is_read(tmp_path: Path, layout: str) -> None:
    entries = found(tmp_path, LAYOUTS[layout]([FIRST, SECOND])).entries
    assert [each.head.symbol for each in entries] == ["RES/1", "RES/2"]
    assert {each.head.day for each in entries} == {date(2025, 2, 24)}
    assert [each.head.title for each in entries] == ["The first resolution", "The second"]
    assert [each.flaws for each in entries] == [(), ()]
    cast = (Position.YES, Position.NO, Position.ABSTAIN)
    assert [[each.numbers[position] for position in cast] for each in entries] == [[2, 0, 1], [2, 0, 0]]
    if layout != "plain":
        assert {each.name: each.position.value for each in entries[0].listed} == {
            "NORWAY": "yes",
            "FRANCE": "yes",
            "UNITED KINGDOM": "abstain",
        }
        absent = {each.name for each in entries[1].listed if each.position is Position.NOT_VOTING}
        assert absent == (set() if layout == "extract" else {"UNITED KINGDOM"})


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_is_divided_by_whatever_divides_it(tmp_path: Path, mark: str) -> None:
    (entry,) = found(tmp_path, plain_list([FIRST], mark)).entries
    assert (entry.head.symbol, entry.head.title, len(entry.numbers)) == ("RES/1", "The first resolution", 3)
    (entry,) = found(tmp_path, f"x{mark}DATE{mark}symbol\n1{mark}2 March 2022{mark}RES/1\n").entries
    assert (entry.head.symbol, entry.head.day, entry.numbers) == ("RES/1", date(2022, 3, 2), {})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_marks_line_ends_packing_and_old_letters_do_not_matter(tmp_path: Path, layout: str) -> None:
    text = LAYOUTS[layout]([replace(FIRST, title="Côte d\u2019Ivoire")])
    expected = found(tmp_path, text).entries
    unix = text.replace("\r\n", "\n")
    forms: list[str | bytes] = [
        "\ufeff" + unix,
        unix.replace("\n", "\r\n"),
        "\n\n" + text,
        unix.encode("cp1252"),
        lzma.compress(text.encode()),
        lzma.compress(("\ufeff" + text).encode()),
        unix.removesuffix("\n"),
    ]
    for each in forms:
        (entry,) = found(tmp_path, each).entries
        assert (entry.head.title, entry.numbers) == ("Côte d\u2019Ivoire", expected[0].numbers)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("S/RES/2720(2023)", "S/RES/2720 (2023)"),
        ("S/RES/2720", "s/res/2720\u00a0(2023)"),
        ("A/RES/ES-11/1", "A/RES/ES\u201111/1."),
        ("A/RES/75/290 A", "A/RES/75/290A"),
        ("A/RES/3314(XXIX)", "A/RES/3314 (XXIX)"),
    ],
)
def test_a_symbol_is_one_however_it_is_spelt(written: str, other: str) -> None:
    assert key(written) == key(other)


def test_what_a_symbol_says() -> None:
    assert keys("A/RES/75/254 A-C") == (
        "A/RES/75/254A-C",
        "A/RES/75/254",
        "A/RES/75/254A",
        "A/RES/75/254B",
        "A/RES/75/254C",
    )
    assert keys("") == ()
    assert key("A/RES/1(I)") != key("A/RES/1(II)")
    assert (series("A/RES/ES-11/1"), run("A/RES/ES-11/1")) == ("A/RES", "A/RES/ES-11")
    assert (series("S/2022/155"), series("S/RES/2720 (2023)"), run("S/RES/2720 (2023)")) == ("S", "S/RES", "S/RES")
    assert within("A/ES-11/L.1 and A/ES-11/L.1/Add.1") == ("A/ES-11/L.1", "A/ES-11/L.1/ADD.1")
    assert within("A/79/652, para. 58") == ("A/79/652",)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2 March 2022", date(2022, 3, 2)),
        ("2\u00a0March 2022", date(2022, 3, 2)),
        ("2019-12-27 00:00:00", date(2019, 12, 27)),
        ("2019-12-27T00:00:00Z", date(2019, 12, 27)),
        ("2019-12-27", date(2019, 12, 27)),
        ("27.12.2019", date(2019, 12, 27)),
        ("3/4/2022", None),
        ("2022-02-30", None),
        ("2022-02", None),
        ("soon", None),
    ],
)
def test_a_day_is_one_or_none(written: str, day: date | None) -> None:
    assert day_of(written) == day


def test_numbers() -> None:
    assert [number_of(each) for each in ("120.0", "120", " 0 ", "120.5", "many", "-1")] == [
        120,
        120,
        0,
        None,
        None,
        None,
    ]


def test_an_entry_that_stands_there_again_is_one(tmp_path: Path) -> None:
    assert left_open(tmp_path, extract([FIRST, FIRST])) == [
        (2, "it stands there again (first in line 1), with the same votes")
    ]
    turkey = [replace(FIRST, no=(each,)) for each in ("TÜRKÝYE", "TÜRKİYE", "TÃœRKIYE")]
    assert {words.rpartition(", ")[2] for _, words in left_open(tmp_path, extract(turkey))} == {"with the same votes"}
    other = replace(FIRST, symbol="res/1", abstain=())
    for text in (extract([FIRST, other]), plain_list([FIRST, other]).replace("Symbol", "\nSymbol")):
        ((line, words),) = left_open(tmp_path, text)
        assert words.startswith(f"it stands there again (first in line {line - 1}), with other numbers")
    other = replace(FIRST, yes=("NORWAY",), abstain=("FRANCE",), day=date(2025, 2, 25))
    ((_, words),) = left_open(tmp_path, extract([FIRST, other]))
    assert words.endswith(
        "with another day, other numbers, other names under yes, other names under abstain; the first is compared"
    )


def test_rows_that_stand_there_again_are_counted_once(tmp_path: Path) -> None:
    twice = library(ASSEMBLY_2026, [FIRST, SECOND, FIRST])
    assert left_open(tmp_path, twice) == [
        (2, "more than once under abstain, and counted once: UNITED KINGDOM"),
        (2, "every name under yes stands there twice; each is counted once"),
    ]
    other = replace(FIRST, yes=("NORWAY",), abstain=("FRANCE", "UNITED KINGDOM"))
    assert (8, "another yes and abstain than in line 2, which is compared") in left_open(
        tmp_path, library(ASSEMBLY_2026, [FIRST, SECOND, other])
    )
    both = "under more than one position, and not compared: FRANCE"
    assert (2, both) in left_open(tmp_path, library(ASSEMBLY_2026, [FIRST, SECOND, other]))


def test_what_an_entry_leaves_open_is_said(tmp_path: Path) -> None:
    doubled = replace(FIRST, yes=FIRST.yes * 2)
    assert left_open(tmp_path, extract([doubled], MS_in_favour_count="2")) == [
        (1, "every name under yes stands there twice; each is counted once")
    ]
    counts = {f"MS_{each}_count": "N.A." for each in ("in_favour", "against", "abstaining")}
    assert left_open(tmp_path, extract([FIRST], **counts)) == [(1, "it has names, and no numbers")]
    nobody = replace(FIRST, yes=(), abstain=())
    assert left_open(tmp_path, extract([nobody], MS_in_favour_count="168")) == [(1, "it has numbers, and no names")]
    assert left_open(tmp_path, extract([FIRST], MS_abstaining_count="2")) == [(1, "abstain: 2 stated, 1 named")]
    unsaid = {"adoption_type": "", "MS_in_favour_count": "0"}
    assert left_open(tmp_path, extract([nobody], **unsaid)) == [(1, "it does not say whether there was a vote")]
    assert left_open(tmp_path, extract([FIRST], symbol="", adoption_date="")) == [
        (1, "it has no day"),
        (1, "it has no symbol"),
    ]
    assert left_open(tmp_path, library(ASSEMBLY_2026, [FIRST], total_ms="193.0", total_no="")) == [
        (2, "193 members stated, 3 named")
    ]
    empty = library(ASSEMBLY_2026, [FIRST]).replace("NORWAY,Y,", "NORWAY,,")
    assert left_open(tmp_path, empty) == [
        (4, "no vote stands beside NORWAY"),
        (2, "yes: 2 stated, 1 named"),
        (2, "3 members stated, 2 named"),
    ]


def test_what_was_adopted_without_a_vote_is_known(tmp_path: Path) -> None:
    silent = extract([replace(FIRST, yes=(), abstain=())], adoption_type="Without a vote", MS_in_favour_count="N.A.")
    for text in (silent, library(COUNCIL, [FIRST], modality="ADOPTED WITHOUT VOTE")):
        result = found(tmp_path, text)
        assert (result.without_vote, [each.head.is_vote for each in result.entries]) == (1, [False])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"PK\x03\x04", ("list-file", 1, 1, "this is a workbook or ZIP file")),
        (b"a\0b", ("list-file", 1, 1, "this is no text")),
        (b"", ("list-form", 1, 1, "the file is empty")),
        ("[\n{}\n]", ("list-form", 1, 1, "the file begins with a bracket")),
        ("a,b\n1,2\n", ("list-form", 1, 1, "no list is known whose columns are a, b")),
        (b"symbol,date\n\x81\x8d\n", ("list-file", 2, 1, "byte 1 of line 2 fits no text")),
        (b"\n\n\x81\x8d\n", ("list-file", 3, 1, "byte 1 of line 3 fits no text")),
        ("symbol,date\n" + "x" * LONGEST + "\n", ("list-form", 2, 1, "line 2 is longer than 1024 KiB")),
        ("\n" + "x" * LONGEST + "\n", ("list-form", 2, 1, "line 2 is longer than 1024 KiB")),
        (extract([FIRST]) + '\n{"symbol": ]', ("list-line", 3, 12, "this line is no JSON: Expecting value")),
        (extract([FIRST]) + "[1]", ("list-line", 2, 1, "this line is no object in braces")),
        ('{"symbol": "RES/1"}', ("list-line", 1, 1, 'there is no "MS_in_favour" in this object')),
        ('{"symbol": ["RES/1"]}', ("list-line", 1, 2, '"symbol" is not a text')),
        ("symbol,date\nRES/1\n", ("list-row", 2, 6, "this row has 1 cells, and the head has 2")),
        ("symbol,date,x\nRES/1,soon,\n", ("list-date", 2, 7, "'soon' in the column date is no day")),
        (
            library(ASSEMBLY_2026, [FIRST], date="soon"),
            ("list-date", 2, 23, "'soon' in the column date is no day"),
        ),
        (
            library(ASSEMBLY_2026, [FIRST], total_no="few "),
            ("list-number", 2, 87, "'few' in the column total_no is no number of votes"),
        ),
        (
            'symbol,date,title,no\nRES/1,2025-02-24,"a,\nb",3.5\n',
            ("list-number", 3, 4, "'3.5' in the column no is no number of votes"),
        ),
        (
            library(ASSEMBLY_2026, [FIRST], ms_vote="NV"),
            ("list-vote", 2, 21, "'NV' in the column ms_vote is no vote"),
        ),
        (library(ASSEMBLY_2024, [FIRST], ms_votes="X"), ("list-vote", 2, 20, "'X' in the column ms_votes is no vote")),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_at_its_place(
    tmp_path: Path, text: str | bytes, expected: tuple[str, int, int, str]
) -> None:
    assert refused(tmp_path, text) == expected


def test_an_extract_with_a_day_that_is_none_is_refused_at_its_name(tmp_path: Path) -> None:
    text = extract([FIRST]) + extract([SECOND], adoption_date="31 April 2025")
    code, line, column, message = refused(tmp_path, text)
    assert (code, line, message) == ("list-date", 2, '"adoption_date" is not a day such as 2 March 2022')
    assert text.splitlines()[1][column - 1 :].startswith('"adoption_date"')
    assert refused(tmp_path, extract([FIRST], MS_against_count="few"))[0] == "list-number"


def test_a_later_row_with_a_day_that_is_none_is_refused_too(tmp_path: Path) -> None:
    text = library(ASSEMBLY_2026, [FIRST, FIRST])
    last = text.rindex("2025-02-24")
    assert refused(tmp_path, text[:last] + "2025-02-31" + text[last + 10 :])[:2] == ("list-date", 7)


def test_a_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    text = library(ASSEMBLY_2026, [replace(FIRST, symbol=f"RES/{each}") for each in range(500)])
    packed = lzma.compress(text.encode())
    assert refused(tmp_path, packed[:-20])[0] == "list-file"
    assert refused(tmp_path, packed[:20])[0] == "list-file"
    assert refused(tmp_path, text[:-30])[:2] == ("list-row", 1501)
    quoted = plain_list([FIRST]) + '"RES/2;2025-02-24;'
    assert refused(tmp_path, quoted)[:2] == ("list-row", 3)


def test_a_refusal_is_printed_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ListError) as caught:
        found(tmp_path, "symbol,date\r\nRES/1,soon\r\n")
    printed = as_text([caught.value.diagnostic], lambda _, __: caught.value.text)
    assert "    2 | RES/1,soon\n      |       ^^^^\n  help: write year, month and day: 2022-03-02\n" in printed


def test_what_is_not_wanted_is_counted_and_forgotten(tmp_path: Path) -> None:
    for layout, text in ((each, LAYOUTS[each]([FIRST, SECOND])) for each in LAYOUTS):
        (tmp_path / "list.txt").write_text(text, "utf-8", newline="")
        result = read(tmp_path / "list.txt", lambda head: "second" in head.title)
        assert (result.total, [each.head.symbol for each in result.entries]) == (2, ["RES/2"]), layout
        assert result.runs == {"RES"}


def test_a_long_list_needs_no_more_room_than_what_is_kept(tmp_path: Path) -> None:
    row = library(ASSEMBLY_2026, [FIRST]).splitlines(keepends=True)
    with (tmp_path / "list.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(row[0])
        for number in range(10_000):
            file.writelines(each.replace("RES/1", f"RES/{number // 60}") for each in row[1:])
    tracemalloc.start()
    result = read(tmp_path / "list.csv", lambda head: head.symbol == "RES/7")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (result.total, len(result.entries)) == (167, 1)
    assert peak < 1024 * 1024


def test_a_number_of_thousands_of_digits_is_refused(tmp_path: Path) -> None:
    text = extract([FIRST]) + '{"symbol": ' + "9" * 5000 + "}\n"
    assert refused(tmp_path, text) == ("list-line", 2, 1, "this line is no JSON: a number in it is too long")


def test_empty_lines_at_the_beginning_are_passed_over_up_to_a_bound(tmp_path: Path) -> None:
    assert found(tmp_path, "\n" * 1000 + extract([FIRST])).entries
    for text in (b"\n" * 10_000, lzma.compress(b"\n" * 10_000)):
        assert refused(tmp_path, text)[0] == "list-form"
    entry = extract([FIRST]).splitlines(keepends=True)[0]
    assert found(tmp_path, entry + "\n" * 1000).entries
    assert refused(tmp_path, entry + "\n" * 1001)[:2] == ("list-form", 1002)


def four(form: str) -> str:
    """Return four entries in a form, and three names in each."""
    return LAYOUTS[form]([replace(FIRST, symbol=f"RES/{each}") for each in range(4)])


@pytest.mark.parametrize(
    ("limit", "form", "message"),
    [
        ("MOST_LINES", "plain", "the list has more than 2 lines"),
        ("MOST_ENTRIES", "plain", "the list has more than 2 entries"),
        ("MOST_ENTRIES", "extract", "the list has more than 2 entries"),
        ("MOST_ENTRIES", "assembly 2026", "the list has more than 2 entries"),
        ("MOST_NAMES", "extract", "more than 2 names stand in this entry"),
        ("MOST_NAMES", "assembly 2026", "more than 2 names stand in this entry"),
    ],
)
def test_a_list_longer_than_any_is_refused_by_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, form: str, message: str
) -> None:
    monkeypatch.setattr(f"factsheets.review.lists.opening.{limit}", 2)
    assert refused(tmp_path, four(form))[3] == message


def test_a_packed_list_that_becomes_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.review.lists.opening.MOST_BYTES", 2 * LONGEST)
    packed = lzma.compress(extract([FIRST]).encode() * 9_000)
    assert refused(tmp_path, packed)[::3] == ("list-form", "the list is larger than 2 MiB, unpacked")


def test_a_packed_list_that_wants_too_much_memory_is_refused(tmp_path: Path) -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 28, "mf": lzma.MF_HC3}]
    packed = lzma.compress(extract([FIRST]).encode(), filters=filters)
    message = "the file cannot be unpacked in 128 MiB of memory"
    assert refused(tmp_path, packed)[::3] == ("list-file", message)


def test_packed_lists_that_follow_one_another_are_one(tmp_path: Path) -> None:
    packed = (lzma.compress(extract([each]).encode()) for each in (FIRST, SECOND))
    assert len(found(tmp_path, (b"\0" * 4).join(packed) + b"\0" * 8).entries) == 2


def test_of_entries_that_stand_there_again_and_again_the_first_are_told(tmp_path: Path) -> None:
    (entry,) = found(tmp_path, extract([FIRST] * 500)).entries
    assert len(entry.flaws) == 101
    assert "more often" in str(entry.flaws[-1].words)
