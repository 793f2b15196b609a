"""What people write who have never seen YAML in; the message that lets them mend it out.

A remedy is offered where nothing else can be meant, and then it is right: with it, the message is gone and no other
error has come. Where it would be a guess, there is none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.model import has_errors
from factsheets.pipeline import Checked
from tests.world import edited, lay

RESOLUTION, PERSON, COUNCIL = "resolutions/resolution-1.yaml", "people/ada-moe.yaml", "bodies/council.yaml"
STATEMENT, SHEET, SOURCE = "statements/first-words.yaml", "factsheets/first-day.yaml", "sources/record.yaml"
EVENT, NORWAY = "events/meeting.yaml", "states/NOR.yaml"
VOTES, NAME, TITLE = "yes: [NOR, FRA]", "name: Ada Moe", "en: The first day, de: Der erste Tag"

CERTAIN = [
    # dates
    (PERSON, "born: 1970", "born: 17.05.1970", "1970-05-17"),
    (PERSON, "born: 1970", "born: 5/17/1970", "1970-05-17"),
    (PERSON, "born: 1970", "born: 05.05.1970", "1970-05-05"),
    (PERSON, "born: 1970", "born: 1970-5-17", "1970-05-17"),
    (PERSON, "born: 1970", "born: 1970/05/17", "1970-05-17"),
    (PERSON, "born: 1970", "born: 17 May 1970", "1970-05-17"),
    (PERSON, "born: 1970", "born: 17. Mai 1970", "1970-05-17"),
    (PERSON, "born: 1970", "born: May 1970", "1970-05"),
    (PERSON, "born: 1970", "born: 1970–05–17", "1970-05-17"),
    (PERSON, "born: 1970", "born: 1970-05-17,", "1970-05-17"),
    (PERSON, "born: 1970", "born: Sonntag, 17. Mai 1970", "1970-05-17"),
    (PERSON, "born: 1970", "born: Sun, May 17, 1970", "1970-05-17"),
    (PERSON, "born: 1970", "born: 7. Jänner 1970", "1970-01-07"),
    (PERSON, "born: 1970", "born: 1970-05-17\u200b", "1970-05-17"),
    (COUNCIL, "period: 2025", "period: 2024-2025", "2024/2025"),
    (COUNCIL, "period: 2025", "period: 2025-01-01–2025-12-31", "2025-01-01/2025-12-31"),
    (COUNCIL, "period: 2025", "period: 13.01.2025 to 31.12.2025", "2025-01-13/2025-12-31"),
    # names
    (PERSON, "born: 1970", "Born: 1970", "born"),
    (PERSON, "born: 1970", "boorn: 1970", "born"),
    (RESOLUTION, "      abstain: [GBR]", "      abstained: [GBR]", "abstain"),
    (RESOLUTION, "result: adopted", "result: Adopted", "adopted"),
    (SOURCE, "kind: official", "kind: oficial", "official"),
    (SOURCE, "language: en", "language: English", "en"),
    (SOURCE, "language: en", "language: Englisch", "en"),
    (SHEET, TITLE, "en: The first day, german: Der erste Tag", "de"),
    (SHEET, "id: began", "id: It Began", "it-began"),
    (RESOLUTION, "on: [resolution]", "on: [resolutoin]", "resolution"),
    (RESOLUTION, "on: [resolution]\n    rule: substantive", "on: [resolution]\n    rule: substantiv", "substantive"),
    # states, people and sources
    (RESOLUTION, VOTES, "yes: [Norway, FRA]", "NOR"),
    (RESOLUTION, VOTES, "yes: [Norwegen, FRA]", "NOR"),
    (RESOLUTION, VOTES, "yes: [nor, FRA]", "NOR"),
    (RESOLUTION, VOTES, "yes: [NOR, FR]", "FRA"),
    (RESOLUTION, "abstain: [GBR]", "abstain: [UK]", "GBR"),
    (RESOLUTION, "abstain: [GBR]", "abstain: [United Kingdom]", "GBR"),
    (EVENT, "participants: [ada-moe]", "participants: [Ada Moe]", "ada-moe"),
    (STATEMENT, "speaker: ada-moe", "speaker: ada-mo", "ada-moe"),
    (PERSON, "sources: [record]", "sources: [record.yaml]", "record"),
    (PERSON, "sources: [record]", "sources: [content/sources/record]", "record"),
    (PERSON, "sources: [record]", "sources: [https://council.example/record]", "record"),
    (PERSON, "sources: [record]", "sources: record", "[record]"),
    (RESOLUTION, VOTES, "yes: NOR, FRA", "[NOR, FRA]"),
    (RESOLUTION, VOTES, "yes: NOR, FRA]", "[NOR, FRA]"),
    (RESOLUTION, VOTES, "yes: (NOR, FRA)", "[NOR, FRA]"),
    # codes and numbers
    (NORWAY, "alpha_2: NO", "alpha_2: no", "NO"),
    (NORWAY, "alpha_2: NO", "alpha_2: NO\nwikidata: https://www.wikidata.org/wiki/Q20", "Q20"),
    (RESOLUTION, "yes: 2, no: 0, abstain: 1}", 'yes: 2, no: 0, abstain: 1, present: "1,003"}', "1003"),
    (RESOLUTION, "fields: [roll_call]", "fields: [rollcall]", "roll_call"),
    # signs
    (PERSON, "born: 1970", "born:1970", "born: 1970"),
    (PERSON, NAME, "name: Moe: Ada", '"Moe: Ada"'),
    (PERSON, NAME, "name: “Moe: Ada”", '"“Moe: Ada”"'),
    (PERSON, NAME, 'name: "Ada" Moe', """'"Ada" Moe'"""),
    (PERSON, NAME, "name: 'Ada's Moe'", '''"Ada's Moe"'''),
    (PERSON, NAME, "name: @Ada", '"@Ada"'),
    (PERSON, NAME, "name: [sic] Ada", '"[sic] Ada"'),
    (PERSON, NAME, "name:\u00a0Ada", " "),
    (PERSON, "  - title: {en: Amb", "  -title: {en: Amb", "- "),
    (SHEET, "{en: The first day, de: Der erste Tag}", "{en:Day, de: Tag}", "en: Day"),
    (SHEET, "title: {en: The", "title:{en: The", ": "),
    (SHEET, "{en: The first day, de: Der erste Tag}", "en: Day, de: Tag", "{en: Day, de: Tag}"),
    (SHEET, "{en: The first day, de: Der erste Tag}", "en: Day, de: Tag}", "{en: Day, de: Tag}"),
    (PERSON, NAME, 'name: Moe: Ada"', '"Moe: Ada"'),
    (PERSON, NAME, 'name: ""Ada Moe""', '"Ada Moe"'),
    (PERSON, "states: [NOR]", "* states: [NOR]", "states: [NOR]"),
    (PERSON, "states: [NOR]", "**states:** [NOR]", "states: [NOR]"),
    (EVENT, "\nsources: [record]", "\nalso_present:\n  - Ola\n  -Kari\nsources: [record]", "- "),
    (EVENT, "\nsources: [record]", "\nalso_present:\n  -{en: Ola, de: Ole}\nsources: [record]", "- "),
    (EVENT, "\nsources: [record]", "\nalso_present:\n  - Ola\n  • Kari\nsources: [record]", "- "),
    (EVENT, "\nsources: [record]", "\nalso_present:\n  * Ola\n  - Kari\nsources: [record]", "- "),
]  # fmt: skip

TOLD = [
    # the file, what stands in it, what somebody makes of it, the code, and what helps
    (PERSON, "born: 1970", "born: 04.05.1970", "bad-date", "write 1970-04-05 or 1970-05-04"),
    (PERSON, "born: 1970", "born: 2025-24-02", "bad-date", "the month second"),
    (PERSON, "born: 1970", "born: 31.02.1970", "bad-date", "write 2025-02-24 (year, month, day)"),
    (PERSON, "born: 1970", "born: unknown", "bad-date", "if nothing is known, delete the line"),
    (PERSON, "born: 1970", "born: 1970-05-17 10:00", "bad-date", "write 2025-02-24"),
    (PERSON, "period: 2020-05-01/", "period: 2020-05-01/present", "bad-date", "2012-05-22/.. if a source says"),
    (PERSON, "born: 1970", "born 1970", "yaml-syntax", "write born: 1970"),
    (PERSON, "born: 1970", "born = 1970", "yaml-syntax", "write born: 1970"),
    (PERSON, "born: 1970", "born:", "empty-value", "delete the line"),
    (PERSON, "born: 1970", "born: null", "empty-value", "delete the line"),
    (PERSON, "born: 1970", "born: #1970", "empty-value", 'write "#1970"'),
    (PERSON, "born: 1970", "born: 1970\nborn: 1971", "duplicate-key", "keep one"),
    (PERSON, "born: 1970", "geburtsjahr: 1970", "unknown-field", "name, full_name, other_names, states"),
    (PERSON, "    state: NOR", "   state: NOR", "yaml-indent", "4 spaces (so that it stands below 'title'"),
    (PERSON, "    state: NOR", "\tstate: NOR", "yaml-tab", "press the space bar"),
    (PERSON, "\nsources: [record]", '\nsources: "see BBC"', "wrong-kind", "write [see BBC]"),
    (PERSON, "\nsources: [record]", "\nsources: [BBC]", "unknown-reference", "add one there, with the lines kind:"),
    (PERSON, "\nsources: [record]", "\nsources: [https://bbc.example/1]", "unknown-reference", "URL: https://bbc"),
    (PERSON, "\nsources: [record]", "", "no-source", "add a line such as sources: ["),
    (PERSON, "\nsources: [record]", "\nsources: [record", "yaml-bracket", "write ] after the last entry"),
    (RESOLUTION, VOTES, "yes: [NO, FRA]", "unknown-reference", "did you mean NOR?"),
    (RESOLUTION, VOTES, "yes: [NOX, FRA]", "unknown-reference", "did you mean NOR?"),
    (RESOLUTION, VOTES, "yes: [NOR FRA]", "unknown-reference", "write a comma after each: NOR, FRA"),
    (RESOLUTION, VOTES, "yes: [NOR; FRA]", "unknown-reference", "write a comma after each: NOR, FRA"),
    (RESOLUTION, VOTES, "yes: true", "wrong-kind", "in square brackets"),
    (RESOLUTION, "abstain: [GBR]", "abstain: [GBR, FRA]", "listed-twice", "delete it in the other place"),
    (RESOLUTION, "yes: 2, no: 0", "yes: two, no: 0", "bad-number", "digits only"),
    (RESOLUTION, "yes: 2, no: 0", "yes: true, no: 0", "bad-number", "digits only"),
    (RESOLUTION, "result: adopted", "result: passed", "unknown-choice", "write one of these: adopted, rejected"),
    (SHEET, TITLE, "en: Oslo, Norway, de: Tag", "empty-value", 'write "Oslo, Norway"'),
    (SHEET, TITLE, "en The first day, de: Tag", "empty-value", "write en: The first day"),
    (SHEET, "{en: The first day, de: Der erste Tag}", "The first day", "missing-translation",
     "write it as {en: the text as it is, de:"),
    (SOURCE, "URL: https://council.example", "URL: council.example", "bad-address", "starts with https://"),
    (EVENT, "date: 2025-02-24\n", "", "missing-field", "add a line such as date: 2025-02-24, which starts right below"),
    (PERSON, "born: 1970", "links: [https://a.example]", "wrong-kind", "write {url: …, title: …} in its place"),
    (PERSON, "born: 1970", "corrections: [{date: 2025, was: x, now: y, gravity: fact}]", "missing-field",
     "write , why: {en: …, de: …} in front of the closing }"),
    (PERSON, "states: [NOR]", "states: [!NOR]", "yaml-tag", 'write "!NOR"; if not, delete it'),
    (RESOLUTION, VOTES, "yes: [NOR und FRA]", "unknown-reference", "write a comma after each: NOR, FRA"),
    (PERSON, NAME, "name: Ada #1 Moe", "cut-off", 'write "Ada #1 Moe"; if it is a note, put a space behind #'),
    (SOURCE, "council.example/record", "council.example/record #top", "cut-off", "/record #top"),
    (SHEET, TITLE, "en: Talk #1, de: Tag", "yaml-bracket", "put the text with # in quotation marks"),
    (EVENT, "sources: [record]", "sources: [source: record, at: p. 1]", "missing-field",
     "put braces around what belongs together: {source: …, at: …}"),
    (EVENT, "participants: [ada-moe]", "participants:\n  – ada-moe\n  – ola-moe", "wrong-kind",
     "write a hyphen and a space in front of each entry"),
    (PERSON, NAME, "name:\n\u00a0\u00a0en: Ada Moe", "empty-value",
     "the line below starts with what looks like a space"),
    (PERSON, NAME, 'name: "Ada Moe”', "yaml-quote", 'write "Ada Moe"; '),
    (PERSON, NAME, "name: \"Ada Moe'", "yaml-quote", 'write "Ada Moe"; '),
    (PERSON, "states: [NOR]", "states: ['NOR]", "yaml-quote", "write 'NOR'; "),
    (SHEET, TITLE, 'en: "Oslo”, de: Tag', "yaml-quote", 'write "Oslo"; '),
    (PERSON, NAME, "name: „Ada Moe”\nstates: [NOR],", "yaml-bracket", "delete the comma"),
    (PERSON, NAME, "```yaml\nname: Ada Moe", "yaml-syntax", "delete the line"),
    (PERSON, NAME, "<<<<<<< main\nname: Ada\n=======\nname: Ada Moe\n>>>>>>> x", "yaml-syntax", "keep one of the two"),
    (PERSON, NAME, "name:\n  en: Ada Moe\nde: Ada Moe\n  nb: Ada Moe", "yaml-indent",
     "if line 3 belongs to line 2, start that one with 2 spaces instead"),
    (PERSON, NAME, "name: Ada Moe\nnote:\n  en: A text that\ngoes on", "yaml-syntax", "start it with 4 spaces"),
    (SHEET, TITLE, "en: Oslo: a day, de: Tag", "yaml-bracket", 'write "Oslo: a day"'),
    (SHEET, TITLE, "en: Oslo de: Tag", "yaml-bracket", "if de is the next name, put a comma in front of it"),
    (RESOLUTION, VOTES, "yes: {NOR, FRA}", "yaml-bracket", "write [NOR, FRA]"),
    (RESOLUTION, VOTES, "yes: [NOR. FRA]", "unknown-reference", "write a comma after each: NOR, FRA"),
]  # fmt: skip

FINE = [
    (PERSON, NAME, "name: “Ada” Moe"),
    (PERSON, NAME, "name: Ada Moe 😀"),
    (PERSON, NAME, "name: Ada#1 Moe"),
    (PERSON, NAME, "name: Ada Moe # 1"),
    (PERSON, NAME, 'name: "Ada #1 Moe" #1'),
    (PERSON, NAME, "name: >-\n  Ada #1\n  Moe #2"),
    (PERSON, "states: [NOR]", "states: [NOR,]"),
    (PERSON, "born: 1970", 'born: "1970"'),
]  # fmt: skip


def check(root: Path, changes: dict[str, str]) -> Checked:
    return pipeline.check(lay(root, changes))


def mended(text: str, diagnostic: Diagnostic) -> str:
    """Return a file's text with the remedy in place of the words that are wrong."""
    span, lines = diagnostic.place.span, text.split("\n")
    assert span.line == span.end_line
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + (diagnostic.remedy or "") + line[span.end_column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(("file", "old", "new", "remedy"), CERTAIN)
def test_a_remedy_is_right(tmp_path: Path, file: str, old: str, new: str, remedy: str) -> None:
    changes = edited(file, old, new)
    wrong = [each for each in check(tmp_path, changes).diagnostics if each.remedy]
    assert [each.remedy for each in wrong] == [remedy]
    assert remedy.strip(" -") in wrong[0].hint
    assert check(tmp_path, {file: mended(changes[file], wrong[0])}).diagnostics == []


@pytest.mark.parametrize(("file", "old", "new", "code", "helps"), TOLD)
def test_what_is_not_certain_is_told_and_not_guessed(  # noqa: PLR0913, PLR0917 - one row of the table
    tmp_path: Path, file: str, old: str, new: str, code: str, helps: str
) -> None:
    found = [each for each in check(tmp_path, edited(file, old, new)).diagnostics if each.code == code]
    assert [each for each in found if helps in each.hint], [each.hint for each in found]
    assert [each.remedy for each in found if each.remedy] == []


@pytest.mark.parametrize(("file", "old", "new"), FINE)
def test_what_looks_odd_may_be_fine(tmp_path: Path, file: str, old: str, new: str) -> None:
    assert check(tmp_path, edited(file, old, new)).diagnostics == []


def test_a_space_that_is_none_leaves_no_name_above_it_without_a_value(tmp_path: Path) -> None:
    wrong = check(tmp_path, edited(PERSON, NAME, "name:\n\u00a0\u00a0en: Ada\n  nb: Ada")).diagnostics
    assert [(each.code, each.place.span.line) for each in wrong] == [("yaml-indent", 2)]


def test_line_ends_of_windows_are_fine(tmp_path: Path) -> None:
    text = (lay(tmp_path) / RESOLUTION).read_text("utf-8")
    assert not has_errors(check(tmp_path, {RESOLUTION: text.replace("\n", "\r\n")}).diagnostics)
