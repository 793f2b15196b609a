"""Roll calls, written in each of the forms that people have them in."""

from __future__ import annotations

import csv
import io
import textwrap
import zipfile
from collections.abc import Collection, Mapping, Sequence
from html import escape

from factsheets.content.records.resolution import Position

Lists = Mapping[Position, Sequence[str]]

PRESS = dict(zip(Position, ("In favour", "Against", "Abstain", "Absent", "Not entitled to vote"), strict=True))
RECORD = PRESS | {Position.ABSTAIN: "Abstaining"}
GERMAN = dict(
    zip(Position, ("Dafür", "Dagegen", "Enthaltung", "Nicht abgestimmt", "Nicht stimmberechtigt"), strict=True)
)
LETTERS = {Position.YES: "Y", Position.NO: "N", Position.ABSTAIN: "A", Position.NOT_VOTING: " "}


def press_release(lists: Lists, width: int = 80) -> str:
    listed = [f"{PRESS[each]}:  {_and(names)}." for each, names in lists.items() if names]
    counts = [len(lists.get(each, ())) for each in (Position.YES, Position.NO, Position.ABSTAIN)]
    sentence = "The text was adopted by a recorded vote of {} in favour to {} against, with {} abstentions, as follows:"
    return "\n\n".join(textwrap.fill(each, width) for each in ("ANNEX", sentence.format(*counts), *listed))


def record(lists: Lists, width: int = 60) -> str:
    listed = [
        f"{RECORD[each]}:\n" + textwrap.indent(textwrap.fill(", ".join(names) or "None", width), "\t")
        for each, names in lists.items()
    ]
    counts = [len(lists.get(each, ())) for each in (Position.YES, Position.NO, Position.ABSTAIN)]
    adopted = "Draft resolution A/1/L.1 was adopted by {} votes to {}, with {} abstentions (resolution 1/1)."
    return "\n\n".join(["A recorded vote was taken.", *listed, adopted.format(*counts)])


def under_headings(lists: Lists) -> str:
    return "\n\n".join("\n".join([GERMAN[each], *names]) for each, names in lists.items() if names)


def answers(lists: Lists) -> str:
    return "\n".join(f"{name}: {GERMAN[each].lower()}" for each, names in lists.items() for name in names)


def library(lists: Lists) -> str:
    return "\n".join(sorted(f"{LETTERS[each]} {name}" for each, names in lists.items() for name in names))


def delimited(lists: Lists, mark: str = ",", encoding: str = "utf-8-sig") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=mark).writerows(_rows(lists))
    return text.getvalue().replace("\u0130", "I").encode(encoding)


def _rows(lists: Lists) -> list[list[str]]:
    return [["Member", "Vote"], *([name, PRESS[each]] for each, names in lists.items() for name in names)]


def _and(names: Sequence[str]) -> str:
    return ", ".join(names[:-2]) + ", " * (len(names) > 2) + " and ".join(names[-2:])


def workbook(*sheets: Sequence[Sequence[str]], hidden: Collection[str] = ()) -> bytes:
    return packed({f"sheet{number}": sheet_of(rows) for number, rows in enumerate(sheets, 1)}, hidden=hidden)


def workbook_of(lists: Lists) -> bytes:
    return workbook(_rows(lists))


def sheet_of(rows: Sequence[Sequence[str]]) -> str:
    """Return a sheet's rows; what begins with = is a formula, and its value behind a bar."""
    return "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)


def _cell(text: str) -> str:
    if text.startswith("="):
        formula, _, value = text[1:].partition("|")
        return f'<c t="str"><f>{escape(formula)}</f><v>{escape(value)}</v></c>'
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def packed(sheets: Mapping[str, str], before: str = "", hidden: Collection[str] = ()) -> bytes:
    """Return a workbook of sheets in XML, with something before each."""
    office = "http://schemas.openxmlformats.org"
    main = f'xmlns="{office}/spreadsheetml/2006/main" xmlns:r="{office}/officeDocument/2006/relationships"'
    kind = f"{office}/officeDocument/2006/relationships"
    entries = enumerate(sheets, 1)
    states = dict.fromkeys(hidden, ' state="hidden"')
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"{states.get(name, "")}/>' for number, name in entries
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{kind}/worksheet" Target="worksheets/{name}.xml"/>'
        for number, name in enumerate(sheets, 1)
    )
    package = f'xmlns="{office}/package/2006/relationships"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"/>',
        "_rels/.rels": f"<Relationships {package}>"
        f'<Relationship Id="r1" Type="{kind}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"<workbook {main}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"<Relationships {package}>{related}</Relationships>",
    } | {
        f"xl/worksheets/{name}.xml": f"{before}<worksheet {main}><sheetData>{rows}</sheetData></worksheet>"
        for name, rows in sheets.items()
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()
