"""A name in; the file under it, all that names it mended, and every other byte as it was, out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.cli import main
from factsheets.content.formatting import restyle
from factsheets.content.link import Key
from factsheets.content.records import Record
from factsheets.content.source import bad_stem
from factsheets.site.exports import exports
from tests.pages.rendered import page
from tests.world import WORLD, edited, lay

ADA, RESOLUTION, SHEET = "people/ada-moe.yaml", "resolutions/resolution-1.yaml", "factsheets/first-day.yaml"
MEETING, WORDS, RECORD = "events/meeting.yaml", "statements/first-words.yaml", "sources/record.yaml"
COUNCIL, SITE = "bodies/council.yaml", "site.yaml"
COVERED_BY_SITE = {
    SITE: WORLD[SITE]
    + """\
coverage: # compared with 'record'
  - id: all
    subject: {en: resolutions of the council, de: Resolutionen des Rats}
    list: {en: the record, de: dem Protokoll}
    bodies: [ 'council' ] # council
    since: 2025-01-01
    until: 2025-02-28
    compared: 2025-03-01
    entries: 0
    beyond:
      - resolution-1 # resolution-1
    review_due: 2099
    sources: [{source: "record", at: record}]
"""
}
"""A site that covers votes: it names a body, a vote and a source."""

Files = dict[str, bytes]


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["rename", "--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def files(root: Path) -> Files:
    content = root / "content"
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if not path.is_dir()}


def laid(root: Path, changes: Mapping[str, str | bytes] | None = None) -> Files:
    """Write the changed world, which has no errors, and return its files."""
    assert pipeline.check(lay(root, changes)).diagnostics == []
    return files(root)


def renamed(root: Path, old: str, new: str) -> Files:
    code, printed = run(root, old, new)
    assert code == 0, printed
    assert pipeline.check(root / "content").diagnostics == []
    return files(root)


def refused(root: Path, *arguments: str, code: int = 2) -> str:
    """Return what is said of a name that is refused, and nothing written."""
    before = files(root)
    found, printed = run(root, *arguments)
    assert (found, files(root)) == (code, before)
    return printed


def with_line(data: bytes, line: bytes) -> bytes:
    """Return a file with a line above the last, which has its sources."""
    lines = data.splitlines(keepends=True)
    return b"".join([*lines[:-1], line, lines[-1]])


def test_the_file_moves_and_all_that_names_it_names_it_anew(tmp_path: Path) -> None:
    before = laid(tmp_path)
    after = renamed(tmp_path, "people/ada-moe", "ada-marie-moe")
    expected = {name: data.replace(b"ada-moe", b"ada-marie-moe") for name, data in before.items()}
    ada = expected.pop(ADA)
    assert after == {**expected, "people/ada-marie-moe.yaml": with_line(ada, b"former_ids: [ada-moe]\n")}


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ("states/FRA", "FRX", 4),
        ("bodies/council", "the-council", 1),
        ("events/meeting", "first-meeting", 2),
        ("statements/first-words", "words", 1),
        ("resolutions/resolution-1", "res-1", 2),
        ("factsheets/first-day", "day-1", 0),
        ("sources/record", "the-record", 13),
    ],
)
def test_records_of_every_type_are_renamed(tmp_path: Path, old: str, new: str, number: int) -> None:
    before = laid(tmp_path)
    after = renamed(tmp_path, old, new)
    folder, name = old.split("/")
    moved = after.pop(f"{folder}/{new}.yaml")
    assert moved.count(f"former_ids: [{name}]\n".encode()) == 1
    assert f"{old}.yaml" not in after
    same = {each: data for each, data in before.items() if after.get(each) == data}
    others = b"".join(data for each, data in after.items() if each not in same)
    assert others.count(new.encode()) >= number
    assert len(files(tmp_path)) == len(before)


def everywhere() -> dict[str, str | bytes]:
    """Return a world in which a state and a source are named in every way that YAML has, as keys and in waivers too."""
    vote = """\
      abstain: [GBR] # GBR, which is not named NOR
      proxies: {"NOR": NOR, FRA: 'GBR'} # NOR for itself
    member_sources:
      NOR: [record] # NOR
      # NOR and FRA
      'FRA': [{source: "record", at: record}]
"""
    waivers = """\
waivers:
  - {code: bad-proxy, file: resolutions/resolution-1.yaml, at: votes.1.roll_call.proxies.NOR, reason: It is NOR.}
"""
    return {
        RESOLUTION: edited(RESOLUTION, "      abstain: [GBR]\n", vote)[RESOLUTION].replace(
            "yes: [NOR, FRA]", "yes:\n        - NOR # NOR\n        - 'FRA'"
        ),
        "waivers.yaml": waivers,
        COUNCIL: b"\xef\xbb\xbf" + edited(COUNCIL, "[NOR]", "[ NOR ]")[COUNCIL].replace("\n", "\r\n").encode(),
        ADA: edited(ADA, "states: [NOR]", "states: [\n  NOR, # NOR\n]")[ADA].replace("state: NOR", "state:   NOR  "),
    }


def test_every_other_byte_stays_as_it_was(tmp_path: Path) -> None:
    before = laid(tmp_path, everywhere())
    after = renamed(tmp_path, "NOR", "NOX")
    state = after.pop("states/NOX.yaml")
    assert state == with_line(before.pop("states/NOR.yaml"), b"former_ids: [NOR]\n")
    replaced = {
        RESOLUTION: [
            ("- NOR # NOR", "- NOX # NOR"),
            ('{"NOR": NOR, FRA', '{"NOX": NOX, FRA'),
            ("      NOR: [record] # NOR", "      NOX: [record] # NOR"),
        ],
        "waivers.yaml": [("proxies.NOR", "proxies.NOX")],
        COUNCIL: [("[ NOR ]", "[ NOX ]")],
        ADA: [("  NOR, # NOR", "  NOX, # NOR"), ("state:   NOR  \n", "state:   NOX  \n")],
    }
    for name, pairs in replaced.items():
        for old, new in pairs:
            assert before[name].count(old.encode()) == 1
            before[name] = before[name].replace(old.encode(), new.encode())
    assert after == before


def test_a_source_is_named_anew_in_whatever_quotation_marks(tmp_path: Path) -> None:
    changes = everywhere()
    changes[RECORD] = b"\xef\xbb\xbf" + WORLD[RECORD].replace("\n", "\r\n").encode()
    before = laid(tmp_path, changes)
    after = renamed(tmp_path, "sources/record.yaml", "gazette")
    assert before[RESOLUTION].count(b"record") == 7
    expected = before[RESOLUTION].replace(b"record", b"gazette")
    for old, new in ((b"at: gazette", b"at: record"), (b"The gazette says", b"The record says")):
        expected = expected.replace(old, new)
    assert after[RESOLUTION] == expected
    assert after["sources/gazette.yaml"] == before[RECORD] + b"former_ids: [record]\r\n"
    assert after[COUNCIL].startswith(b"\xef\xbb\xbf")
    assert after[COUNCIL] == before[COUNCIL].replace(b"[record]", b"[gazette]")


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("bodies/council", "assembly", "[ 'council' ]", "[ 'assembly' ]"),
        ("resolutions/resolution-1", "res-1", "- resolution-1 #", "- res-1 #"),
        ("sources/record", "gazette", 'source: "record"', 'source: "gazette"'),
    ],
)
def test_what_the_site_covers_is_named_anew(tmp_path: Path, old: str, new: str, was: str, now: str) -> None:
    before = laid(tmp_path, COVERED_BY_SITE)[SITE]
    code, dry = run(tmp_path, old, new, "--dry-run")
    assert (code, "--- content/site.yaml\n" in dry) == (0, True)
    assert before.count(was.encode()) == 1
    assert renamed(tmp_path, old, new)[SITE] == before.replace(was.encode(), now.encode())


def test_a_site_in_the_one_form_is_in_it_still(tmp_path: Path) -> None:
    laid(tmp_path, COVERED_BY_SITE)
    for name, text in restyle(tmp_path / "content", lambda _: True).changed.items():
        (tmp_path / name).write_bytes(text.encode())
    assert f"bodies: [{'x' * 70}]".encode() in renamed(tmp_path, "council", "x" * 70)[SITE]
    assert in_form(tmp_path) == []


def test_a_name_that_others_would_take_for_nothing_is_quoted(tmp_path: Path) -> None:
    laid(tmp_path)
    after = renamed(tmp_path, "ada-moe", "null")
    assert b'speaker: "null"\n' in after[WORDS]
    assert b'participants: ["null"]\n' in after[MEETING]
    assert b'\nformer_ids: [ada-moe, "null"]\n' in renamed(tmp_path, "null", "bo")["people/bo.yaml"]


def test_waivers_name_the_file_anew(tmp_path: Path) -> None:
    old = edited(WORDS, "date: 2025-02-24", "date: 1960-02-24")
    waivers = """\
# why
waivers:
  - code: {code}
    file: {file} # the file
    at: {at}
    reason: Of people/first-words.yaml it is so.
"""
    lay(tmp_path, old)
    (wrong,) = pipeline.check(tmp_path / "content").diagnostics
    for file in ("statements/first-words.yaml", '"first-words.yaml"'):
        text = waivers.format(code=wrong.code, file=file, at=wrong.subject)
        laid(tmp_path, {**old, "waivers.yaml": text})
        after = renamed(tmp_path, "statements/first-words", "words")
        assert after["waivers.yaml"].decode() == text.replace(f"{file} #", f"{file.replace('first-words', 'words')} #")
        renamed(tmp_path, "statements/words", "first-words")
        assert (tmp_path / "content/waivers.yaml").read_text() == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: A\nsources: [record]\n", "name: A\nformer_ids: [ada-moe]\nsources: [record]\n"),
        ("sources: [record]\nname: A", "sources: [record]\nname: A\nformer_ids: [ada-moe]"),
        ("sources: [record]\r\nname: A\r\n", "sources: [record]\r\nname: A\r\nformer_ids: [ada-moe]\r\n"),
        (
            "sources:\n  - record\nname: A\n  # A\n# end\n",
            "sources:\n  - record\nname: A\n  # A\nformer_ids: [ada-moe]\n# end\n",
        ),
        ("name: A\nsources: # why\n  - record\n", "name: A\nformer_ids: [ada-moe]\nsources: # why\n  - record\n"),
        ("{name: A, sources: [record]} # x\n", "{name: A, sources: [record], former_ids: [ada-moe]} # x\n"),
        ("  name: A\n  sources: [record]\n", "  name: A\n  former_ids: [ada-moe]\n  sources: [record]\n"),
        (
            "name: A\nformer_ids: [a, b] # x\nsources: [record]\n",
            "name: A\nformer_ids: [a, b, ada-moe] # x\nsources: [record]\n",
        ),
        (
            "former_ids:\n  - a # first\n  # then\n  - b # last\nname: A\nsources: [record]\n",
            "# first\n# then\nformer_ids: [a, b, ada-moe] # last\nname: A\nsources: [record]\n",
        ),
        (
            "name: A\nformer_ids: [\n  a, # first\n  # then\n  b, # last\n  # end\n] # x\nsources: [record]\n",
            "name: A\n# first\n# then\n# last\n# end\nformer_ids: [a, b, ada-moe] # x\nsources: [record]\n",
        ),
        ("name: A\nformer_ids: []\nsources: [record]\n", "name: A\nformer_ids: [ada-moe]\nsources: [record]\n"),
    ],
)
def test_the_line_of_former_names_is_placed_or_made_longer(tmp_path: Path, text: str, expected: str) -> None:
    laid(tmp_path, {ADA: text.encode()})
    after = renamed(tmp_path, "people/ada-moe", "bo")
    assert after["people/bo.yaml"].decode() == expected


def test_named_as_before_a_record_has_that_name_no_more_as_a_former_one(tmp_path: Path) -> None:
    before = laid(tmp_path)
    renamed(tmp_path, "ada-moe", "bo")
    assert b"\nformer_ids: [ada-moe, bo]\n" in renamed(tmp_path, "bo", "cy")["people/cy.yaml"]
    again = renamed(tmp_path, "cy", "ada-moe")
    assert again == {**before, ADA: with_line(before[ADA], b"former_ids: [bo, cy]\n")}


def in_form(root: Path) -> list[str]:
    """Return the files that would be written otherwise in the one form."""
    return list(restyle(root / "content", lambda _: True).changed)


def test_what_was_in_the_one_form_is_in_it_still(tmp_path: Path) -> None:
    laid(tmp_path)
    for name, text in restyle(tmp_path / "content", lambda _: True).changed.items():
        (tmp_path / name).write_bytes(text.encode())
    before = (tmp_path / "content" / ADA).read_text()
    after = renamed(tmp_path, "ada-moe", "bo")
    assert in_form(tmp_path) == []
    text = after["people/bo.yaml"].decode()
    assert text.replace("former_ids: [ada-moe]\n", "") == before
    for old, new in (("bo", "x" * 70), ("x" * 70, "1970"), ("1970", "y" * 70), ("NOR", "ABC"), ("record", "z" * 70)):
        renamed(tmp_path, old, new)
        assert in_form(tmp_path) == []
    assert b"yes: [ABC, FRA]\n" in files(tmp_path)[RESOLUTION]


def test_what_was_not_in_the_one_form_is_not_put_into_it(tmp_path: Path) -> None:
    before = laid(tmp_path, edited(ADA, "born: 1970", "born:   '1970' # so they say"))
    assert renamed(tmp_path, "ada-moe", "bo")["people/bo.yaml"] == with_line(before[ADA], b"former_ids: [ada-moe]\n")


def test_the_page_at_the_old_address_leads_to_the_new_one(tmp_path: Path) -> None:
    laid(tmp_path)
    renamed(tmp_path, "ada-moe", "bo")
    for language in ("en", "de"):
        assert 'href="bo.html"' in page(tmp_path, "people/ada-moe.md", language)
    assert "# Ada Moe" in page(tmp_path, "people/bo.md")
    assert 'href="../people/bo.html"' in page(tmp_path, "statements/first-words.md")


def test_the_data_of_a_resolution_are_at_both_addresses(tmp_path: Path) -> None:
    laid(tmp_path)
    renamed(tmp_path, "resolution-1", "res-1")
    checked = pipeline.check(tmp_path / "content")
    found = exports(checked.facts, checked.derived)
    assert {name for name in found if "votes/" in name} == {
        f"data/votes/{name}.{ending}" for name in ("res-1", "resolution-1") for ending in ("csv", "json")
    }
    assert found["data/votes/resolution-1.json"] == found["data/votes/res-1.json"]
    assert json.loads(found["data/votes/resolution-1.json"])["id"] == "res-1"
    rows = list(csv.DictReader(io.StringIO(found["data/votes/resolution-1.csv"].decode())))
    assert {row["resolution"] for row in rows} == {"res-1"}


def test_what_is_written_is_shown_and_what_goes_on_working(tmp_path: Path) -> None:
    laid(tmp_path)
    code, printed = run(tmp_path, "resolution-1", "res-1")
    assert code == 0
    assert printed.startswith("resolutions/resolution-1.yaml → resolutions/res-1.yaml\n\n")
    assert "--- content/events/meeting.yaml\n" in printed
    assert "-resolutions: [resolution-1]\n+resolutions: [res-1]\n" in printed
    assert "+former_ids: [resolution-1]\n" in printed
    assert printed.count("\n-") - printed.count("\n---") == 2
    last = "renamed; resolution-1 is kept in former_ids, so that votes/resolution-1.html goes on working\n"
    assert printed.endswith(last)


def test_a_dry_run_writes_nothing_and_shows_the_same(tmp_path: Path) -> None:
    before = laid(tmp_path)
    code, dry = run(tmp_path, "ada-moe", "bo", "--dry-run")
    assert (code, files(tmp_path)) == (0, before)
    assert dry.splitlines()[-1].startswith("would be renamed; ada-moe is kept in former_ids")
    assert dry.splitlines()[:-1] == run(tmp_path, "ada-moe", "bo")[1].splitlines()[:-1]


@pytest.mark.parametrize("old", ["ada-moe", "people/ada-moe", "people/ada-moe.yaml", "content/people/ada-moe.yaml"])
@pytest.mark.parametrize("new", ["bo", "bo.yaml", "people/bo", "content/people/bo.yaml"])
def test_both_are_named_by_name_or_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    laid(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(Path(), old, new)[0] == 0
    assert "people/bo.yaml" in files(tmp_path)


def test_both_are_named_by_the_path_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(tmp_path)
    assert run(tmp_path, f"{tmp_path}/content/{ADA}", f"{tmp_path}/content/people/bo.yaml")[0] == 0
    monkeypatch.chdir(tmp_path / "content/people")
    assert run(Path("../.."), "bo.yaml", "cy.yaml")[0] == 0
    monkeypatch.chdir(tmp_path / "content/sources")
    assert run(Path("../.."), "cy", "di")[0] == 0
    assert "people/di.yaml" in files(tmp_path)


BAD_NAMES = [
    ("ada moe", "'ada moe.yaml' cannot be a file name here; rename it to ada-moe.yaml"),
    ("Ädä", "rename it to ada.yaml"),
    ("", "'.yaml' cannot be a file name here"),
    ("a--b", "rename it to a-b.yaml"),
    ("x" * 81, "the name has 81 characters"),
    ("index", "the name 'index' is taken"),
    ("con", "the name 'con' is taken"),
    ("../x", "'../x' does not lie in people/, where the file stays; write its new name only"),
    ("sources/x", "'sources/x' does not lie in people/"),
    ("/etc/passwd", "'/etc/passwd' does not lie in people/"),
    ("..", "'...yaml' cannot be a file name here"),
    ("x\x1b[31m", "'x\\x1b[31m.yaml' cannot be a file name here"),
    ("x\n", "'x\\n.yaml' cannot be a file name here"),
    ("ada-moe", "that is its name already"),
    ("Ada-Moe", "Ada-Moe and ada-moe differ only in capitals"),
    ("A-M", "A-M and a-m differ only in capitals"),
    ("bo-lund", "there is people/bo-lund.yaml already"),
    ("Bo-Lund", "there is people/bo-lund.yaml already"),
    ("bo", "bo is a former name of people/bo-lund.yaml; an address leads to one record"),
    ("BO", "lists of members would take BO for a state: only states are named in capitals"),
    ("Bo", "Bo is a former name of people/bo-lund.yaml"),
]


@pytest.mark.parametrize(("new", "said"), BAD_NAMES)
def test_a_name_that_cannot_be_is_refused(tmp_path: Path, new: str, said: str) -> None:
    bo = "name: Bo Lund\nformer_ids: [bo]\nsources: [record]\n"
    laid(tmp_path, {"people/bo-lund.yaml": bo, **edited(ADA, "born: 1970", "former_ids: [a-m]")})
    printed = refused(tmp_path, "people/ada-moe", new)
    assert said in printed
    assert "for NEW: " in printed
    assert "\x1b" not in printed


def test_a_path_to_another_folder_is_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(tmp_path)
    monkeypatch.chdir(tmp_path / "content/people")
    assert "does not lie in people/" in refused(Path("../.."), "ada-moe", "../sources/x.yaml")
    assert "does not lie in people/" in refused(Path("../.."), "ada-moe", "../../x.yaml")


def test_a_state_keeps_a_code(tmp_path: Path) -> None:
    laid(tmp_path)
    said = "lists of members would take norway for a person: a state is named by three capitals"
    assert said in refused(tmp_path, "NOR", "norway")
    assert "the file of a state is named by its three-letter code, not 'NORW'" in refused(
        tmp_path, "NOR", "NORW", code=1
    )


def test_a_name_in_another_folder_is_free(tmp_path: Path) -> None:
    laid(tmp_path, edited(RECORD, "issued:", "former_ids: [bo]\nissued:"))
    assert "people/bo.yaml" in renamed(tmp_path, "ada-moe", "bo")
    assert "people/meeting.yaml" in renamed(tmp_path, "people/bo", "meeting")


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("ada-mo", "there is no record 'ada-mo'; did you mean people/ada-moe?"),
        ("people/ada-mo", "did you mean people/ada-moe?"),
        ("Moe", "there is no record 'Moe'; did you mean people/ada-moe?"),
        ("nobody-at-all", "there is no record 'nobody-at-all'\n"),
        ("site", "there is no record 'site'\n"),
        ("../x", "there is no record '../x'"),
        ("x" * 300, "there is no record 'xxx"),
        ("x\x1b[31m", "there is no record 'x\\x1b[31m'"),
        ("", "there is no record ''"),
        ("twin", "'twin' is the name of 2 files; write events/twin or people/twin"),
    ],
)
def test_what_is_no_record_or_several_is_not_renamed(tmp_path: Path, old: str, said: str) -> None:
    twin = {"people/twin.yaml": WORLD[ADA], "events/twin.yaml": WORLD[MEETING]}
    laid(tmp_path, twin)
    assert said in refused(tmp_path, old, "bo")


def test_of_several_with_one_name_one_is_chosen_by_its_folder(tmp_path: Path) -> None:
    laid(tmp_path, {"events/ada-moe.yaml": WORLD[MEETING], **edited(SHEET, "events: [meeting]", "events: [ada-moe]")})
    after = renamed(tmp_path, "people/ada-moe", "bo")
    assert b"\nevents: [ada-moe]\n" in after[SHEET]
    assert b"\npeople: [bo]\n" in after[SHEET]
    assert "events/ada-moe.yaml" in after
    assert b"participants: [bo]" in after["events/ada-moe.yaml"]


def test_content_with_errors_is_left_alone(tmp_path: Path) -> None:
    lay(tmp_path, edited(MEETING, "date: 2025-02-24", "date: 24.02.2025"))
    printed = refused(tmp_path, "ada-moe", "bo", code=1)
    assert "content/events/meeting.yaml:2:7: error[bad-date]" in printed
    assert printed.endswith("the content has errors; nothing is renamed before they are mended\n")


def test_warnings_do_not_stand_in_the_way(tmp_path: Path) -> None:
    lay(tmp_path, edited(MEETING, "{en: Oslo, de: Oslo}", "{en: Oslo}"))
    assert [each.code for each in pipeline.check(tmp_path / "content").diagnostics] == ["missing-translation"]
    assert run(tmp_path, "ada-moe", "bo")[0] == 0


def test_errors_that_the_name_would_bring_are_shown(tmp_path: Path) -> None:
    bare = {"people/first-words.yaml": WORLD[ADA], **edited(WORDS, "date: 2025-02-24", "date: 1960-02-24")}
    lay(tmp_path, bare)
    (wrong,) = pipeline.check(tmp_path / "content").diagnostics
    waiver = f"waivers: [{{code: {wrong.code}, file: first-words.yaml, at: {wrong.subject}, reason: It is so.}}]\n"
    laid(tmp_path, {**bare, "waivers.yaml": waiver})
    printed = refused(tmp_path, "people/first-words", "bo", code=1)
    assert "error[stale-waiver]" in printed
    assert printed.endswith("with the new name the content would have errors; nothing is written\n")


@pytest.mark.parametrize("step", range(6))
def test_a_write_that_fails_puts_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    before = laid(tmp_path)
    replacing, unlinking = Path.replace, Path.unlink
    steps = iter(range(100))

    def fails(path: Path) -> None:
        if tmp_path in path.parents and next(steps) == step:
            raise OSError(28, "No space left on device", str(path))

    def replace(path: Path, target: Path) -> Path:
        fails(target)
        return replacing(path, target)

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as in pathlib
        if path.suffix == ".yaml":
            fails(path)
        unlinking(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(Path, "unlink", unlink)
    code, printed = run(tmp_path, "ada-moe", "bo")
    monkeypatch.undo()
    if step < 5:
        assert code == 3
        assert "the disk is full; make room and run the command again; every other file is put back" in printed
        assert files(tmp_path) == before
    else:
        assert (code, "people/bo.yaml" in files(tmp_path)) == (0, True)


def test_a_file_that_cannot_be_put_back_keeps_no_other_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = laid(tmp_path)
    replacing, unlinking = Path.replace, Path.unlink

    def fails(path: Path) -> None:
        if path == tmp_path / "content" / ADA:
            raise PermissionError(13, "Permission denied", str(path))

    def replace(path: Path, target: Path) -> Path:
        fails(target)
        return replacing(path, target)

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as in pathlib
        fails(path)
        unlinking(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        patch.setattr(Path, "unlink", unlink)
        code, printed = run(tmp_path, "ada-moe", "bo")
    assert code == 3
    assert "content/people/ada-moe.yaml: this is not allowed; see that" in printed
    assert "every other file is put back if it can be" in printed
    seen = {name: data for name, data in files(tmp_path).items() if not Path(name).name.startswith(".")}
    assert seen == before
    assert CliRunner().invoke(main, ["check", "--root", str(tmp_path)]).exit_code == 0
    assert files(tmp_path) == before


def test_links_are_not_followed(tmp_path: Path) -> None:
    laid(tmp_path)
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(WORLD[ADA])
    link = tmp_path / "content/people/link.yaml"
    link.symlink_to(elsewhere)
    for old in ("link", str(link), "ada-moe"):
        assert "error[symlink]" in refused(tmp_path, old, "bo", code=1)
    link.unlink()
    link.symlink_to(tmp_path / "content" / ADA)
    assert "error[symlink]" in refused(tmp_path, str(link), "bo", code=1)
    assert elsewhere.read_text() == WORLD[ADA]
    link.unlink()
    assert f"{elsewhere} does not lie in" in refused(tmp_path, str(elsewhere), "bo").replace("\n", " ")


def test_hostile_words_command_no_terminal(tmp_path: Path) -> None:
    participants = '["ada\\x2dmoe"] # \u200b\u00ad'
    laid(tmp_path, {MEETING: WORLD[MEETING].replace("[ada-moe]", participants)})
    code, printed = run(tmp_path, "ada-moe", "bo")
    assert code == 0
    assert not {"\u200b", "\u00ad"} & set(printed)
    assert '+participants: ["bo"] # \ufffd\ufffd\n' in printed
    assert '["bo"] # \u200b\u00ad\n'.encode() in files(tmp_path)[MEETING]


WORLDS: tuple[Mapping[str, str | bytes], ...] = (WORLD, {**WORLD, **everywhere()})
NAMES = st.from_regex(r"[A-Za-z0-9]{1,6}(-[A-Za-z0-9]{1,6}){0,2}", fullmatch=True)
CODES = st.from_regex("[A-Z]{3}", fullmatch=True)


def without_former(root: Path) -> Iterator[tuple[Key, Record]]:
    for key, record in pipeline.check(root / "content").facts.records.items():
        yield key, record.model_copy(update={"former_ids": ()})


@settings(max_examples=15)
@given(st.data(), st.sampled_from(WORLDS))
def test_any_record_has_any_name_and_its_own_again(data: st.DataObject, world: Mapping[str, str | bytes]) -> None:
    file = data.draw(st.sampled_from([name for name in world if "/" in name]))
    folder, old = file.removesuffix(".yaml").split("/")
    taken = {name.partition("/")[2].removesuffix(".yaml").casefold() for name in world if name.startswith(folder)}
    new = data.draw(
        (CODES if folder == "states" else NAMES).filter(
            lambda each: (
                each.casefold() not in taken and bad_stem(each) is None and not (folder == "people" and each.isupper())
            )
        )
    )
    with TemporaryDirectory() as at:
        root = Path(at)
        before, records = laid(root, world), dict(without_former(root))
        there = renamed(root, f"{folder}/{old}", new)
        assert set(there) == {*before, f"{folder}/{new}.yaml"} - {file}
        page(root, f"{SECTIONS.get(folder, folder)}/{old}.md")
        assert renamed(root, f"{folder}/{new}", old)[file] != before[file]
        assert dict(without_former(root)) == records
        (line,) = set(files(root)[file].splitlines()) - set(before[file].splitlines())
        assert line.removeprefix(b"\xef\xbb\xbf").startswith(b"former_ids: [")
        assert {**files(root), file: b""} == {**before, file: b""}
        assert [each for each in files(root)[file].splitlines(keepends=True) if each.rstrip() != line] == before[
            file
        ].splitlines(keepends=True)


SECTIONS = {"resolutions": "votes"}
