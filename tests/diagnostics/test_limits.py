"""However much a file holds below the limit of its size, reading it ends, and what is told of it can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from factsheets import pipeline
from factsheets.content.source import read_text
from factsheets.content.source.compose import MOST_ENTRIES
from factsheets.content.source.recovery import Reading, recover
from factsheets.diagnostics import Diagnostic
from factsheets.diagnostics.model import MOST_OF_A_FILE
from tests.world import WORLD, edited, found, lay

PERSON, STATEMENT, RESOLUTION = "people/ada-moe.yaml", "statements/first-words.yaml", "resolutions/resolution-1.yaml"


def told(root: Path, name: str, old: str, new: str) -> list[Diagnostic]:
    return found(root, edited(name, old, new))


def codes(root: Path, name: str, old: str, new: str) -> list[str]:
    return [each.code for each in told(root, name, old, new)]


def test_of_more_mistakes_than_anybody_reads_the_others_are_counted(tmp_path: Path) -> None:
    names = ", ".join(f"NX{number}" for number in range(MOST_OF_A_FILE + 20))
    here = told(tmp_path, PERSON, "states: [NOR]", f"states: [{names}]")
    assert [each.code for each in here] == ["unknown-reference"] * MOST_OF_A_FILE + ["too-many"]
    assert here[-1].message == "20 more things are wrong in this file"
    assert here[-1].is_error


def test_errors_are_told_before_warnings(tmp_path: Path) -> None:
    offices = "".join(f"  - title: Ambassador {number}\n" for number in range(MOST_OF_A_FILE + 5))
    person = WORLD[PERSON].replace("sources: [record]", f"{offices}sources: [records]")
    here = found(tmp_path, {PERSON: person})
    assert sum(each.is_error for each in here) == 1
    assert here[-1].code == "too-many"
    assert not here[-1].is_error


@pytest.mark.parametrize(("entries", "expected"), [(MOST_ENTRIES, []), (MOST_ENTRIES + 1, ["too-long"])])
@pytest.mark.parametrize("form", ["a: [{}]", "{{{}}}"])
def test_a_group_has_so_many_entries_and_no_more(form: str, entries: int, expected: list[str]) -> None:
    part = "x{}: y" if form == "{{{}}}" else "x{}"
    text = form.format(", ".join(part.format(number) for number in range(entries)))
    assert [each.code for each in read_text("x.yaml", "", "x", text.encode())[1]] == expected


@pytest.mark.parametrize("line", ['a{}: "x', "a{}: [x", "a{}: b: c", "a{} b", "- a{}: - -"])
def test_a_file_that_breaks_everywhere_is_read_again_so_often_and_no_more(line: str) -> None:
    lines = tuple(line.format(number) for number in range(4_000))
    _, (broken, *_) = read_text("x.yaml", "", "x", "\n".join(lines).encode())
    work = 0

    def read(some: tuple[str, ...]) -> Reading:
        nonlocal work
        work += len(some)
        return Reading(None, (broken,))

    recover(read, lines, broken)
    assert work <= 500_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u200b", "empty-value"),
        ('"\u200b \u200d"', "empty-value"),
        ("\u2800", "empty-value"),
        ("\u034f\u0301", "empty-value"),
        ("\u3164", "forbidden-character"),
        ("\u115f", "forbidden-character"),
        ("\u2060", "forbidden-character"),
        ("A" + "\u0301" * 9, "unreadable-text"),
        ("A" * 5_001, "too-long"),
    ],
)
def test_a_name_can_be_seen_and_read(tmp_path: Path, text: str, code: str) -> None:
    (here,) = told(tmp_path, PERSON, "name: Ada Moe", f"name: {text}")
    assert here.code == code
    assert here.place.span.line == 1
    assert here.hint


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # noqa: RUF001 - Persian, which parts letters with U+200C
        "क्\u200dष",  # and Hindi joins them with U+200D
        "👩\u200d🚒",
        "שָׁלוֹם",
        "Nguye\u0302\u0303n",
        "ก็",
        "ជំនុំ\u200bជម្រះ",  # Khmer parts words with U+200B
        "A" * 5_000,
    ],
)
def test_names_of_all_scripts_are_names(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, PERSON, "name: Ada Moe", f"name: {text}") == []


@pytest.mark.parametrize(
    ("former", "code"),
    [
        ("index", "bad-id"),
        ("README", "bad-id"),
        ("con", "bad-id"),
        ("a--b", "bad-id"),
        ("a" * 81, "bad-id"),
        ("a, a", "listed-twice"),
        ("a, A", "duplicate-id"),
        ("ada-moe", "duplicate-id"),
        (", ".join(f"a{number}" for number in range(51)), "too-long"),
    ],
)
def test_a_former_name_is_one_that_a_file_could_have_had(tmp_path: Path, former: str, code: str) -> None:
    assert codes(tmp_path, PERSON, "born: 1970", f"former_ids: [{former}]") == [code]


def test_two_records_at_one_address_are_told_at_both(tmp_path: Path) -> None:
    other = WORLD[PERSON].replace("name: Ada Moe", "name: Bo Moe") + "former_ids: [ida-moe]\n"
    mine = edited(PERSON, "born: 1970", "former_ids: [Ida-Moe]")
    (here,) = found(tmp_path, {"people/bo-moe.yaml": other, **mine})
    assert (here.code, here.place.file) == ("duplicate-id", "content/people/bo-moe.yaml")
    assert [(each.place.file, each.place.span.line) for each in here.related] == [(f"content/{PERSON}", 3)]


def test_digits_of_other_scripts_are_no_date_but_say_which(tmp_path: Path) -> None:
    (here,) = told(tmp_path, PERSON, "born: 1970", "born: ١٩٧٠-٠٢-٢٤")
    assert (here.code, here.remedy) == ("bad-date", "1970-02-24")


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a b",
        "https://x.example/ä",
        "https://x.example/?a",
        "https://x.example/#a",
        "ftp://x.example/",
    ],
)
def test_the_address_of_a_site_is_one_below_which_every_page_can_be_named(tmp_path: Path, address: str) -> None:
    assert codes(tmp_path, "site.yaml", "https://small.example/", f'"{address}"') == ["bad-address"]
    assert codes(tmp_path, "site.yaml", "https://small.example/", "http://x-1.example:8000/a/b_c") == []


def test_content_without_a_record_replaces_nothing(tmp_path: Path) -> None:
    content = lay(tmp_path, world={"site.yaml": WORLD["site.yaml"]})
    assert [each.code for each in pipeline.check(content).diagnostics] == ["no-content"]
