"""What editors do to the real content; what they are told to write, and what a reviewer reads first."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from factsheets.review.diff import side_of
from tests.conftest import REPOSITORY
from tests.pull_requests.proposing import Edit, Repository, add, change, everywhere, move, remove

VOTE, PERSON, OTHER = "resolutions/a-res-es-11-7.yaml", "people/vasily-nebenzya.yaml", "people/hakan-fidan.yaml"
SHEET, EVENT = "factsheets/2025-02-24-ukraine-at-the-united-nations.yaml", "events/osaka-meeting-2019-06-28.yaml"
SAID, NEW = "statements/peskov-previous-administration.yaml", "name: Jane Doe\nsources: [un-charter]\n"
AGAINST, RENAMED = "PLW, PRK, RUS, SDN, USA]", "people/vassily-nebenzia.yaml"
OFFICE = "office “Permanent Representative of Russia to the United Nations”, period: "
RECEIPTS, READ_AGAIN = "rbcua-nebenzya-2026, ria-nebenzya-2026", "rbcua-nebenzya-2026, un-charter, ria-nebenzya-2026"
OWN = "\nsources: [mid-nebenzya-bio, tass-nebenzya-2017, itwiki-nebenzya]\n"
MOVED = (
    change(VOTE, "HTI, HUN, ISR", "HTI, ISR"),
    change(VOTE, "GAB, GHA, GIN, GRD, HND, IND,", "GAB, GHA, GIN, GRD, HND, HUN, IND,"),
)
STATED = change(VOTE, "      no: 18\n      abstain: 65", "      no: 17\n      abstain: 66")


def lines_with(file: str, text: str) -> list[int]:
    """Return the lines of a file of the content in which a text stands."""
    lines = (REPOSITORY / "content" / file).read_text("utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if text in line]


def at(file: str, text: str) -> int:
    """Return the first line of a file of the content in which a text stands."""
    return lines_with(file, text)[0]


REFERENCES = tuple(
    (file, at(file, "vasily-nebenzya"))
    for file in (
        "events/security-council-2025-02-24.yaml",
        SHEET,
        "factsheets/what-the-article-got-wrong.yaml",
        "statements/nebenzya-constructive-changes.yaml",
        "statements/nebenzya-not-ideal.yaml",
    )
)
NOTHING, UNREAD = "nothing changes for the reader", "1 ERROR; nothing that can be compared changes"


@dataclass(frozen=True)
class Row:
    """A proposal, its errors as (code, file, line, what to do), and how the first line of its diff begins."""

    name: str
    edits: tuple[Edit, ...]
    found: tuple[tuple[str, str, int, str], ...]
    headline: str
    comment: tuple[str, ...] = ()
    warns: int = 0


def russia(written: str, what: str) -> Row:
    return Row(
        f"{written} for RUS",
        (change(VOTE, AGAINST, AGAINST.replace("RUS", written)),),
        (("unknown-reference", VOTE, at(VOTE, AGAINST), what),),
        "1 ERROR; A/RES/ES-11/7: vote “adoption”: ",
        (f"`{written}` `no member` → `no`", "outcome unchanged (`adopted`)"),
    )


ROWS = (
    Row(
        "a typo in a title",
        (change(VOTE, "en: Advancing a comprehensive, just", "en: Advancing a comprehensve, just"),),
        (),
        "A/RES/ES-11/7: title (en): Advancing a comprehensive, just and lasting peace in Ukraine → Advancing a "
        "comprehensve, just and lasting peace in Ukraine; pages",
        ("Wording that may owe a correction",),
    ),
    Row(
        "a typo in the name of a field",
        (change(PERSON, "birth_place:", "brith_place:"),),
        (("unknown-field", PERSON, at(PERSON, "birth_place:"), "write birth_place"),),
        UNREAD,
    ),
    russia("RUZ", "did you mean RUS? If not, write the three letters of the state, as a file in content/states/"),
    russia("RU", "write RUS"),
    russia("Russia", "write RUS"),
    russia("Russian Federation", "write RUS"),
    Row(
        "a vote moved, and with it the numbers",
        (*MOVED, STATED),
        (),
        "A/RES/ES-11/7: vote “adoption”: Hungary no → abstain; tally 93–18–65 → 93–17–66; outcome unchanged (adopted);",
        ("**Votes**", "**Corrections owed**", "1 correction is not recorded"),
    ),
    Row(
        "a vote moved, the numbers left",
        MOVED,
        (
            ("tally-mismatch", VOTE, at(VOTE, "      abstain: 65"), "compare both with the source"),
            ("tally-mismatch", VOTE, at(VOTE, "      no: 18"), "compare both with the source"),
        ),
        "2 ERRORS; A/RES/ES-11/7: vote “adoption”: Hungary no → abstain; outcome unchanged (adopted); ",
        ("`18 stated, but 17 listed under no`",),
    ),
    Row(
        "a vote added in a second list",
        (MOVED[1],),
        (
            (
                "listed-twice",
                VOTE,
                at(VOTE, "GAB, GHA, GIN, GRD"),
                "keep it where the source has it, and delete it in the other place",
            ),
        ),
        UNREAD,
        (f"  - `first listed here`: [`content/{VOTE}:{at(VOTE, AGAINST)}`](",),
    ),
    Row(
        "a file renamed in the browser, without former_ids",
        (move(PERSON, RENAMED),),
        tuple(("unknown-reference", file, line, "write vassily-nebenzia") for file, line in REFERENCES),
        "5 ERRORS; Vasily Nebenzya: the old address vasily-nebenzya leads nowhere now; former_ids can keep it; ",
    ),
    Row(
        "a file renamed, with former_ids and with all that names it",
        (
            move(PERSON, RENAMED),
            everywhere("vasily-nebenzya", "vassily-nebenzia"),
            change(RENAMED, "states: [RUS]", "former_ids: [vasily-nebenzya]\nstates: [RUS]"),
        ),
        (),
        "Vasily Nebenzya: has another address: vasily-nebenzya → vassily-nebenzia; pages",
    ),
    Row(
        "a source removed that is cited",
        (remove("sources/itwiki-nebenzya.yaml"),),
        tuple(
            ("unknown-reference", PERSON, line, "write the name of a file in content/sources/ without .yaml")
            for line in lines_with(PERSON, "itwiki-nebenzya")
        ),
        "2 ERRORS; itwiki-nebenzya (Vasilij Nebenzja): gone, and its page with it; still named in "
        "people/vasily-nebenzya (2 facts rest on it); pages",
    ),
    Row(
        "the last source taken out of the brackets",
        (change(PERSON, OWN, "\nsources: []\n"),),
        (("no-source", PERSON, at(PERSON, OWN.strip()), "write a source between the brackets, such as [un-charter]"),),
        "1 ERROR; Vasily Nebenzya: rests on no source now; before on itwiki-nebenzya, mid-nebenzya-bio, "
        "tass-nebenzya-2017; ",
    ),
    Row(
        "the line of the sources taken out",
        (change(OTHER, "\nsources: [trt-fidan]\n", "\n"),),
        (("no-source", OTHER, 2, "add a line such as sources: [un-charter]"),),
        "1 ERROR; Hakan Fidan: rests on no source now; before on trt-fidan; ",
    ),
    Row(
        "the end of an office added, with its source",
        (
            change(PERSON, "    period: 2017-07-27/\n", "    period: 2017-07-27/2026-05-01\n"),
            change(PERSON, RECEIPTS, READ_AGAIN),
        ),
        (),
        f"Vasily Nebenzya: {OFFICE}end added, 2026-05-01 (sources kremlin-nebenzya-2017, unpress-240701, "
        "unpress-251001, tass-nebenzya-2017, rbcua-nebenzya-2026, un-charter, ria-nebenzya-2026); and 1 more; ",
        ("sources added: `un-charter`",),
    ),
    Row(
        "a date as Germans write it",
        (change(PERSON, "born: 1962-02-26", "born: 26.02.1962"),),
        (("bad-date", PERSON, at(PERSON, "born:"), "write 1962-02-26"),),
        UNREAD,
    ),
    Row(
        "a day that the calendar does not have",
        (change(PERSON, "born: 1962-02-26", "born: 1962-02-30"),),
        (("bad-date", PERSON, at(PERSON, "born:"), "if it does not say, write the month only: 1962-02"),),
        UNREAD,
        ("`'1962-02-30': February 1962 has 28 days`",),
    ),
    Row(
        "the German of a fact sheet's title missing",
        (change(SHEET, '  de: "24. Februar 2025: drei Abstimmungen über die Ukraine"\n', ""),),
        (("missing-translation", SHEET, at(SHEET, "  en: "), "add de: … beside the other language"),),
        UNREAD,
    ),
    Row(
        "the German of a place missing",
        (change(EVENT, "  de: Osaka, Japan\n", ""),),
        (),
        "Trump and Putin meet at the G20 summit in Osaka: place (de): taken out, Osaka, Japan; pages",
        ("Warnings, which stop nothing (1)", "`add de: … beside the other language;"),
        warns=1,
    ),
    Row(
        "a machine's wording passed off as the original",
        (change(SAID, "  - id: de\n    kind: machine\n", "  - id: de\n    kind: original\n"),),
        (("bad-wording", SAID, at(SAID, "  - id: de"), "delete from in an original; in a translation"),),
        UNREAD,
    ),
    Row(
        "a quotation changed",
        (change(SAID, "messed things up badly", "messed up things badly"),),
        (),
        "Peskov on the previous United States administration: wording “en”: changed (sources cnbc-en-copy, "
        "cryptopolitan-putin-peskov); pages",
        ("**Quotations changed**", "`The previous Washington administration messed up things badly.", "not recorded"),
    ),
    Row(
        "lines in another order and form",
        (
            change(PERSON, "states: [RUS]\nborn: 1962-02-26\n", "born: '1962-02-26'\nstates:\n  - RUS\n"),
            change(
                PERSON, "birth_place: {en: Volgograd, de: Wolgograd}", "birth_place:\n  de: Wolgograd\n  en: Volgograd"
            ),
        ),
        (),
        NOTHING,
    ),
    Row(
        "a new person in a folder that is none",
        (add("content/persons/jane-doe.yaml", NEW),),
        (("unknown-folder", "persons/jane-doe.yaml", 1, "move the file to one of these folders: "),),
        UNREAD,
    ),
    Row(
        "a new person with the ending .yml",
        (add("content/people/jane-doe.yml", NEW),),
        (("bad-file-name", "people/jane-doe.yml", 1, "rename it to jane-doe.yaml"),),
        UNREAD,
    ),
    Row(
        "a new person as a text file",
        (add("content/people/Jane Doe.txt", NEW),),
        (("bad-file-name", "people/Jane Doe.txt", 1, "if it is a record, rename it to jane-doe.yaml; if not, take"),),
        UNREAD,
    ),
    Row(
        "a bracket not closed, and a wrong date below",
        (
            change(PERSON, "states: [RUS]", "states: [RUS"),
            change(PERSON, "2013-06-03/2017-07-27", "2013-06-31/2017-07-27"),
        ),
        (
            ("yaml-bracket", PERSON, at(PERSON, "states:"), "write ] after the last entry, as in [ALB, AND]"),
            ("bad-date", PERSON, at(PERSON, "2013-06-03"), "write the month only: 2013-06"),
        ),
        "2 ERRORS; nothing that can be compared changes",
    ),
    Row(
        "a quotation mark not closed, and a wrong date below",
        (
            change(PERSON, "  en: Vasily Nebenzya\n", '  en: "Vasily Nebenzya\n'),
            change(PERSON, "2013-06-03/2017-07-27", "03.06.2013/2017-07-27"),
        ),
        (
            ("yaml-quote", PERSON, at(PERSON, "  en: Vasily Nebenzya"), 'write "Vasily Nebenzya"'),
            (
                "bad-date",
                PERSON,
                at(PERSON, "2013-06-03"),
                "write 2013-03-06/2017-07-27 or 2013-06-03/2017-07-27, whichever day the source",
            ),
        ),
        "2 ERRORS; nothing that can be compared changes",
        ("not compared: `events/security-council-2025-02-24`",),
    ),
    Row(
        "a tab at the start of a line",
        (change(PERSON, "    state: RUS\n    votes_in", "\tstate: RUS\n    votes_in"),),
        (
            (
                "yaml-tab",
                PERSON,
                at(PERSON, "    state: RUS"),
                "delete it and press the space bar instead: two spaces",
            ),
        ),
        UNREAD,
    ),
    Row(
        "another address of the site",
        (change("site.yaml", "https://factsheets.example/", "https://elsewhere.example/"),),
        (),
        "site.yaml: address: https://factsheets.example/ → https://elsewhere.example/; pages",
    ),
    Row(
        "a file outside content/",
        (add("Makefile", "site:\n\ttrue\n"), change(PERSON, "born: 1962-02-26", "born: 1962-02-27")),
        (),
        "Vasily Nebenzya: born: 1962-02-26 → 1962-02-27 (sources mid-nebenzya-bio, tass-nebenzya-2017, "
        "itwiki-nebenzya); pages",
        ("> [!WARNING]\n> This proposal changes more than `content/`.",),
    ),
)


@pytest.mark.usefixtures("no_pages")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_editor_is_told_what_to_write_and_the_reviewer_what_changes(real: Repository, row: Row) -> None:
    seen = real.propose(*row.edits)
    told = {(each.code, each.place.file, each.place.span.line): each.hint for each in seen.errors}
    assert len(told) == len(seen.errors)
    assert set(told) == {(code, f"content/{file}", line) for code, file, line, _ in row.found}
    for code, file, line, hint in row.found:
        said = told[code, f"content/{file}", line]
        assert hint in said
        beside = rf"^::error file=content/{re.escape(file)},line={line},.*title={code}.*{re.escape(said)}$"
        assert re.search(beside, seen.github, re.MULTILINE)
        assert f"[`content/{file}:{line}`](" in seen.comment
        assert f"what to do: `{said}`" in seen.comment
    assert len(seen.found) - len(seen.errors) == row.warns
    assert seen.headline.startswith(row.headline)
    for part in row.comment:
        assert part in seen.comment
    number = len(row.found)
    what = (
        f"{number} thing{'s' * (number > 1)} ha{'ve' if number > 1 else 's'} to be mended" if number else "Nothing has"
    )
    assert f"**Thank you. {what}" in seen.comment
    assert ("changes more than `content/`" in seen.comment) is ("outside" in row.name)
    assert ("not recorded" in seen.comment) <= (not row.found)


@pytest.mark.usefixtures("some_pages")
def test_a_vote_put_right_is_said_with_its_pages(real: Repository) -> None:
    real.propose(*MOVED, STATED)
    back = (
        change(VOTE, "GAB, GHA, GIN, GRD, HND, HUN, IND,", "GAB, GHA, GIN, GRD, HND, IND,"),
        change(VOTE, "HTI, ISR", "HTI, HUN, ISR"),
        change(VOTE, "      no: 17\n      abstain: 66", "      no: 18\n      abstain: 65"),
    )
    seen = real.look(side_of(real.root, "HEAD"), *back)
    assert seen.errors == []
    found = re.fullmatch(
        r"A/RES/ES-11/7: vote “adoption”: Hungary abstain → no; tally 93–17–66 → 93–18–65; "
        r"outcome unchanged \(adopted\); (\d+) pages change; 1 correction is not recorded",
        seen.headline,
    )
    assert found
    pages = {(each.language, each.address) for each in seen.diff.pages or ()}
    assert int(found[1]) == len(pages)
    for language in ("en", "de"):
        assert (language, "votes/a-res-es-11-7.html") in pages
        assert (language, "people/vasily-nebenzya.html") not in pages
    assert (
        "\n`A/RES/ES-11/7`: vote `adoption`: `Hungary` `abstain` → `no`; tally `93–17–66` → `93–18–65`; "
        in seen.comment
    )
