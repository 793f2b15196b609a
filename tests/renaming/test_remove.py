"""A record to be taken away in; its file gone, or the places that still name it, out."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from factsheets import pipeline
from factsheets.cli import main
from tests.renaming.test_rename import COVERED_BY_SITE, files, laid
from tests.world import WORLD, edited, lay

ADA, BO, MEETING = "people/ada-moe.yaml", "people/bo-lund.yaml", "events/meeting.yaml"
WORDS, SHEET, RESOLUTION = "statements/first-words.yaml", "factsheets/first-day.yaml", "resolutions/resolution-1.yaml"
LUND = {BO: "name: Bo Lund\nformer_ids: [bo, lund]\nsources: [record]\n"}


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["remove", "--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def kept(root: Path, *arguments: str, code: int = 1) -> str:
    """Return what is said of a record that is not removed, and nothing written."""
    before = files(root)
    found, printed = run(root, *arguments)
    assert (found, files(root)) == (code, before)
    return printed


def test_what_is_named_nowhere_is_removed_and_the_lost_addresses_are_said(tmp_path: Path) -> None:
    before = laid(tmp_path, LUND)
    code, printed = run(tmp_path, "bo-lund")
    assert code == 0
    assert printed == (
        "content/people/bo-lund.yaml is removed; gone from the site with it: "
        "people/bo-lund.html, people/bo.html, people/lund.html\n"
    )
    del before[BO]
    assert files(tmp_path) == before
    assert pipeline.check(tmp_path / "content").diagnostics == []


def test_the_data_of_a_resolution_go_with_it(tmp_path: Path) -> None:
    laid(tmp_path, {"resolutions/resolution-2.yaml": WORLD[RESOLUTION] + "former_ids: [second]\n"})
    assert run(tmp_path, "resolution-2")[1].endswith(
        ": votes/resolution-2.html, votes/second.html, data/votes/resolution-2.csv, data/votes/resolution-2.json, "
        "data/votes/second.csv, data/votes/second.json\n"
    )


def test_a_dry_run_only_says_it(tmp_path: Path) -> None:
    laid(tmp_path, LUND)
    printed = kept(tmp_path, "people/bo-lund", "--dry-run", code=0)
    assert printed.startswith("content/people/bo-lund.yaml would be removed; gone from the site with it: people/bo-l")
    assert "is still needed" in kept(tmp_path, "ada-moe", "--dry-run")


def test_what_is_still_named_stays_and_every_place_is_listed(tmp_path: Path) -> None:
    laid(tmp_path, edited(MEETING, "[ada-moe]", "[\n  # who\n  'ada-moe', \t# her\u00ad\n]"))
    assert kept(tmp_path, "ada-moe") == (
        "content/people/ada-moe.yaml is still needed in 3 places; nothing is removed\n\n"
        "content/events/meeting.yaml:6:3: 'ada-moe',     # her\ufffd\n"
        "content/factsheets/first-day.yaml:10:10: people: [ada-moe]\n"
        "content/statements/first-words.yaml:1:10: speaker: ada-moe\n"
    )
    assert kept(tmp_path, "events/meeting").count("\n") == 4


def test_it_is_removed_once_nothing_names_it(tmp_path: Path) -> None:
    laid(tmp_path)
    assert "still needed in 1 place;" in kept(tmp_path, "first-words")
    lay(tmp_path, edited(SHEET, "statements: [first-words]\n", ""))
    assert run(tmp_path, "first-words")[0] == 0
    assert WORDS not in files(tmp_path)


def test_keys_and_waivers_that_name_it_are_places_too(tmp_path: Path) -> None:
    lay(tmp_path, {"states/SWE.yaml": "alpha_2: SE\nsources: [record]\n"})
    lay(tmp_path, edited(RESOLUTION, "    conflicts:", "    member_sources: {SWE: [record]}\n    conflicts:"))
    assert f"content/{RESOLUTION}:25:22: member_sources: {{SWE: [record]}}\n" in kept(tmp_path, "SWE")
    words = WORLD[WORDS].replace("date: 2025-02-24", "date: 1960-02-24")
    lay(tmp_path, {RESOLUTION: WORLD[RESOLUTION], "statements/more.yaml": words})
    (wrong,) = pipeline.check(tmp_path / "content").diagnostics
    waiver = f"{{code: {wrong.code}, file: statements/more.yaml, at: {wrong.subject}, reason: It is so.}}"
    laid(tmp_path, {"waivers.yaml": f"waivers: [{waiver}]\n"})
    printed = kept(tmp_path, "more")
    assert "content/waivers.yaml:1:1: nothing to waive: " in printed
    (tmp_path / "content/waivers.yaml").unlink()
    assert run(tmp_path, "more")[0] == 0


def test_what_the_site_covers_is_still_needed(tmp_path: Path) -> None:
    laid(tmp_path, COVERED_BY_SITE)
    assert "content/site.yaml:10:15: bodies: [ 'council' ] # council\n" in kept(tmp_path, "council")
    assert "content/site.yaml:16:9: - resolution-1 # resolution-1\n" in kept(tmp_path, "resolution-1")
    assert 'content/site.yaml:18:24: sources: [{source: "record", at: record}]\n' in kept(tmp_path, "record")


def test_what_names_only_itself_is_removed(tmp_path: Path) -> None:
    laid(tmp_path, {"sources/gazette.yaml": WORLD["sources/record.yaml"] + "sources: [gazette]\n"})
    checked = pipeline.check(tmp_path / "content")
    assert [each.key for each in checked.facts.mentions["sources", "gazette"]] == [("sources", "gazette")]
    assert run(tmp_path, "gazette")[0] == 0


def test_nothing_is_removed_while_a_file_that_may_name_it_cannot_be_read(tmp_path: Path) -> None:
    lay(tmp_path, {**LUND, MEETING: WORLD[MEETING].replace("[ada-moe]", "[ada-moe, bo-lund")})
    printed = kept(tmp_path, "bo-lund")
    assert "content/events/meeting.yaml:" in printed
    assert printed.endswith("what is in these files is not known; nothing is removed before they are mended\n")
    lay(tmp_path, {MEETING: WORLD[MEETING], "waivers.yaml": "waivers: [x\n"})
    assert "content/waivers.yaml:" in kept(tmp_path, "bo-lund")


def test_errors_in_files_that_can_be_read_do_not_stand_in_the_way(tmp_path: Path) -> None:
    lay(tmp_path, {**LUND, **edited(MEETING, "[ada-moe]", "[nobody]")})
    assert [each.code for each in pipeline.check(tmp_path / "content").diagnostics] == ["unknown-reference"]
    assert run(tmp_path, "bo-lund")[0] == 0


def test_what_cannot_be_read_itself_is_removed_unless_it_is_named(tmp_path: Path) -> None:
    lay(tmp_path, {BO: "name: [x\n"})
    assert run(tmp_path, "people/bo-lund")[0] == 0
    laid(tmp_path)
    lay(tmp_path, {ADA: "name: [x\n"})
    printed = kept(tmp_path, "ada-moe")
    assert "still needed in 3 places" in printed
    assert "content/statements/first-words.yaml:1:10: speaker: ada-moe\n" in printed


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("bo-lun", "there is no record 'bo-lun'; did you mean people/bo-lund?"),
        ("../x", "there is no record '../x'"),
        ("site", "there is no record 'site'"),
        ("x\x1b[31m", "there is no record 'x\\x1b[31m'"),
        ("x" * 300, "there is no record 'xxx"),
        ("bo-lund", "'bo-lund' is the name of 2 files; write people/bo-lund or sources/bo-lund"),
    ],
)
def test_what_is_no_record_or_several_is_not_removed(tmp_path: Path, record: str, said: str) -> None:
    laid(tmp_path, {**LUND, "sources/bo-lund.yaml": WORLD["sources/record.yaml"]})
    assert said in kept(tmp_path, record, code=2)


def test_no_file_elsewhere_is_removed(tmp_path: Path) -> None:
    laid(tmp_path, LUND)
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(LUND[BO])
    assert "does not lie in" in kept(tmp_path, str(elsewhere), code=2)
    assert "there is no record" in kept(tmp_path, str(tmp_path / "content/site.yaml"), code=2)
    assert elsewhere.read_text() == LUND[BO]


def test_a_link_is_removed_and_not_what_it_leads_to(tmp_path: Path) -> None:
    before = laid(tmp_path, LUND)
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text(LUND[BO])
    link = tmp_path / "content/people/link.yaml"
    for target in (tmp_path / "content" / BO, elsewhere):
        link.symlink_to(target)
        code, printed = run(tmp_path, str(link))
        assert (code, printed.split(";")[0]) == (0, "content/people/link.yaml is removed")
        assert files(tmp_path) == before
    assert elsewhere.read_text() == LUND[BO]


def test_a_file_that_cannot_be_removed_is_said_to_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = laid(tmp_path, LUND)
    unlinking = Path.unlink

    def unlink(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as in pathlib
        if path == tmp_path / "content" / BO:
            raise PermissionError(13, "Permission denied", str(path))
        unlinking(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    code, printed = run(tmp_path, "bo-lund")
    assert code == 3
    assert "bo-lund.yaml: this is not allowed; see that" in printed
    assert files(tmp_path) == before
