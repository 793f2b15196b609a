"""Tables and workbooks: which columns count, what is refused, and that nothing hostile costs more than a refusal."""

from __future__ import annotations

import io
import zipfile

import pytest

from factsheets.content.records.resolution import Position
from factsheets.editing.rollcalls import LARGEST, ReadRollCall, Refused, Voters, read
from factsheets.editing.rollcalls.model import Why
from tests.rollcalls.writing import packed, sheet_of, workbook


def taken(data: bytes, voters: Voters, name: str = "roll-call.csv") -> ReadRollCall:
    roll_call = read(data, name, voters)
    assert isinstance(roll_call, ReadRollCall), roll_call
    return roll_call


def refusal(data: bytes, voters: Voters, name: str = "roll-call.csv") -> str:
    found = read(data, name, voters)
    assert isinstance(found, Refused), found
    return found.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_as_excel_writes_it(assembly: Voters, encoding: str, mark: str, name: str) -> None:
    rows = ["Land", "Stimme"], ["Dänemark", "Ja"], ["Norwegen", "Nein"], ["Österreich", "Enthaltung"], ["Iran", "X"]
    text = "\r\n".join(mark.join(row) for row in rows)
    found = taken(text.encode(encoding), assembly, name).lists
    assert [found[each] for each in Position] == [("DNK",), ("NOR",), ("AUT",), ("IRN",), ()]


def test_columns_are_found_by_what_is_in_them(assembly: Voters) -> None:
    found = taken(b"7,Sweden,Europe,No\n8,Denmark,Europe,No\n9,Chad,Africa,yes\n", assembly).lists
    assert [found[each] for each in (Position.YES, Position.NO)] == [("TCD",), ("DNK", "SWE")]


def test_a_position_may_be_an_office(assembly: Voters) -> None:
    roll_call = taken(b"Country,Position,Vote\nChad,Ambassador,yes\nPeru,Counsellor,no\n", assembly)
    assert [roll_call.lists[each] for each in (Position.YES, Position.NO)] == [("TCD",), ("PER",)]


def test_a_vote_that_is_missing_or_not_understood_is_reported(assembly: Voters) -> None:
    roll_call = taken(b"Member,Vote\nFrance,Yess\nChad,\nPeru,Y\nFooland,Z\nItaly,N\nSpain,A\n", assembly)
    assert roll_call.lists[Position.YES] == ("PER",)
    assert [(each.text, each.line, each.why, each.guesses) for each in roll_call.unrecognised] == [
        ("France: Yess", 2, Why.NO_POSITION, ("FRA",)),
        ("Chad", 3, Why.NO_POSITION, ("TCD",)),
        ("Fooland: Z", 5, Why.NO_POSITION, ()),
    ]


LIBRARY = b"""ms_code,ms_name,ms_vote,total_yes,total_no,total_abstentions,total_non_voting
DNK,DENMARK,Y,2.0,0.0,1.0,1.0
NOR,SWEDEN,N,2.0,0.0,1.0,1.0
TUR,T\xc3\x9cRK\xc3\x9dYE,A,2.0,0.0,1.0,1.0
DEU,GERMANY,X,2.0,0.0,1.0,1.0
"""


def test_code_and_name_must_agree_and_totals_are_compared(assembly: Voters) -> None:
    roll_call = taken(LIBRARY, assembly)
    assert [roll_call.lists[each] for each in Position] == [("DNK",), (), ("TUR",), ("DEU",), ()]
    (contradiction,) = roll_call.unrecognised
    assert (contradiction.line, contradiction.why) == (3, Why.CONTRADICTORY)
    assert contradiction.guesses == ("NOR", "SWE")
    assert [(each.position, each.stated, each.recognised) for each in roll_call.differences] == [(Position.YES, 2, 1)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"country,vote\nNorway,1\nSweden,2\nChad,3\n", "numbers for votes"),
        (b"Norway,1\nSweden,2\n", "no column names members"),
        (b"Sweden,Yes,No\nDenmark,No,No\n", "columns 2 and 3"),
        (b"country,vote\nSweden,Yes\nDenmark,No\nSweden,No\nDenmark,No\n", "more than once"),
        (b'country,vote,note\nChad,Yes,"a\nPeru,No,b\nMali,No,c\n', "no column names members"),
        (b"," * 300_000, "too large"),
        (b"hello", "no column names members"),
        (b"", "no column names members"),
        (b"%PDF-1.7 \xff", "a PDF document"),
        (b"\xd0\xcf\x11\xe0\0\0", "an old Excel"),
        (b"\0\x01\x02", "no text"),
        (b"x" * (LARGEST + 1), "larger than"),
        (b"PK\x03\x04junk", "cannot be read"),
    ],
)
def test_what_is_refused(assembly: Voters, data: bytes, words: str) -> None:
    assert words in refusal(data, assembly)


ROWS = [["The vote of 24 February"], ["Country", "Vote"], ["Norway", "Yes"], ["Chad", "=IF(1,2)|No"], ["Perú", ""]]


def test_a_workbook_is_read_by_its_values(assembly: Voters) -> None:
    roll_call = taken(workbook([["Notes"]], ROWS), assembly, "book.xlsx")
    assert [roll_call.lists[each] for each in (Position.YES, Position.NO)] == [("NOR",), ("TCD",)]
    assert [(each.text, each.line) for each in roll_call.unrecognised] == [("Perú", 5)]
    assert [(each.text, each.line) for each in roll_call.passed] == [("The vote of 24 February", 1)]


def test_a_formula_without_a_value_is_no_vote(assembly: Voters) -> None:
    roll_call = taken(workbook([*ROWS, ["Cuba", "=Yes"]]), assembly, "book.xlsx")
    assert [each.guesses for each in roll_call.unrecognised] == [("PER",), ("CUB",)]


def test_a_hidden_sheet_is_not_read(assembly: Voters) -> None:
    rows = [["Member", "Vote"], ["Norway", "yes"]]
    hidden = workbook(rows, [["Member", "Vote"], ["Norway", "no"]], hidden=("sheet2",))
    assert taken(hidden, assembly, "a.xlsx").lists[Position.YES] == ("NOR",)


def test_a_heading_in_a_cell_is_no_vote(assembly: Voters) -> None:
    (wrong,) = taken(b"Member;Vote\nNorway;yes\nSweden;no\nDenmark;Yes:\n", assembly).unrecognised
    assert (wrong.text, wrong.why) == ("Denmark: Yes", Why.NO_POSITION)


def test_two_sheets_with_votes_are_refused(assembly: Voters) -> None:
    assert "more than one sheet" in refusal(workbook(ROWS, ROWS), assembly, "book.xlsx")


@pytest.mark.parametrize("reference", ["XFD1048576", "A1048576", "XFD100"])
def test_a_sheet_that_spans_too_much_is_refused(assembly: Voters, reference: str) -> None:
    rows = sheet_of(ROWS) + f'<row r="{reference.lstrip("AXFD")}"><c r="{reference}"><v>1</v></c></row>'
    assert "too large" in refusal(packed({"a": rows}), assembly, "book.xlsx")


def test_so_is_one_whose_rows_and_cells_do_not_say_where_they_are(assembly: Voters) -> None:
    rows = f"<row>{'<c><v>1</v></c>' * 2000}</row>{'<row/>' * 500}<row><c><v>1</v></c></row>"
    assert "too large" in refusal(packed({"a": sheet_of(ROWS) + rows}), assembly, "book.xlsx")


def test_a_document_type_is_refused(assembly: Voters) -> None:
    before = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert "too large" in refusal(packed({"a": sheet_of(ROWS)}, before), assembly, "book.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_refused(assembly: Voters) -> None:
    assert "too large" in refusal(packed({"a": " " * (33 * 1024 * 1024)}), assembly, "book.xlsx")


def test_a_workbook_of_too_many_parts_is_refused(assembly: Voters) -> None:
    data = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(data, "a") as archive:
        for number in range(600):
            archive.writestr(f"xl/{number}.xml", "<a/>")
    assert "too large" in refusal(data.getvalue(), assembly, "book.xlsx")


def test_sizes_that_are_not_true_help_nobody(assembly: Voters) -> None:
    data = packed({"a": sheet_of(ROWS) + " " * 100_000})
    name = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/worksheets/a.xml"))
    wrong = data[: name + 24] + (50).to_bytes(4, "little") + data[name + 28 :]
    assert "cannot be read" in refusal(wrong, assembly, "book.xlsx")
