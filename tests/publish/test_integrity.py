"""No page is published that browsers have to mend, that lacks its twin, or that its charts or data contradict."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from factsheets.content.source import read_folder
from factsheets.diagnostics import Diagnostic
from factsheets.site import publish
from tests.world import lay

VOTE = "votes/resolution-1.html"
ADDRESS = "https://small.example/base/"


def looked_at(site: Path, tmp_path: Path, name: str = "", old: str = "", new: str = "") -> list[Diagnostic]:
    """Look at a copy of a site in which one file says something else."""
    copy = tmp_path / "site"
    shutil.copytree(site, copy, copy_function=os.link)
    if name:
        text = (copy / name).read_text("utf-8")
        assert old in text
        (copy / name).unlink()
        (copy / name).write_text(text.replace(old, new, 1), "utf-8", newline="")
    return publish.check(copy, address_of(site), read_folder(lay(tmp_path))[0])


def address_of(site: Path) -> str:
    """Return the address that a built site names itself."""
    return (
        (site / "sitemap.xml")
        .read_text("utf-8")
        .partition("<loc>")[2]
        .partition("</loc>")[0]
        .removesuffix("index.html")
    )


@pytest.mark.parametrize("site", ["small_site", "chamber_site", "evil_site", "real_site"])
def test_a_site_as_it_was_built_has_no_fault(request: pytest.FixtureRequest, site: str, tmp_path: Path) -> None:
    assert looked_at(request.getfixturevalue(site), tmp_path) == []


BROKEN = [
    (VOTE, "</h1>", "</h1></b>", "broken-markup"),
    (VOTE, "</h1>", "</h1><p><ul><li>x</li></ul></p>", "broken-markup"),
    (VOTE, "</h1>", "</h1><a href='#top'>x<a href='#top'>y</a></a>", "broken-markup"),
    (VOTE, "</h1>", "</h1><div>", "broken-markup"),
    (VOTE, "</h1>", '</h1><p class="x" title="" class="y">x</p>', "broken-markup"),
    (VOTE, "</h1>", "</h1><p>1 < 2</p>", "broken-markup"),
    (VOTE, "</h1>", "</h1><nosuch>x</nosuch>", "broken-markup"),
    (VOTE, "</h1>", "</h1><span><div>x</div></span>", "broken-markup"),
    (VOTE, "</h1>", '</h1><img src="../assets/favicon.svg">', "broken-markup"),
    (VOTE, '<html lang="en"', "<html", "broken-markup"),
    (VOTE, '<h1 id="top">', '<h1 id="top"><i id="top"></i>', "duplicate-anchor"),
    (VOTE, 'class="twin"', 'class="nobody"', "missing-twin"),
    (VOTE, 'hreflang="de"', 'hreflang="fr"', "missing-twin"),
    (VOTE, "<td>2</td>", "<td>3</td>", "chart-differs"),
    (VOTE, '<section class="standing" data-kind="yes">', '<section class="standing" data-kind="no">', "export-differs"),
    (VOTE, "ballot ballot-adopted", "ballot ballot-rejected", "export-differs"),
    ("data/votes/resolution-1.json", '"FRA": "yes"', '"FRA": "no"', "export-differs"),
    ("data/votes/resolution-1.csv", "FRA,yes", "FRA,no", "export-differs"),
    ("data/positions.csv", "FRA,yes", "FRA,no", "export-differs"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code"), [(each[:3], each[3]) for each in BROKEN])
def test_what_is_broken_is_found(small_site: Path, tmp_path: Path, change: tuple[str, str, str], code: str) -> None:
    assert code in {each.code for each in looked_at(small_site, tmp_path, *change)}


@pytest.mark.parametrize("name", [VOTE, f"de/{VOTE}"])
def test_a_fault_names_page_record_and_line(small_site: Path, tmp_path: Path, name: str) -> None:
    found = looked_at(small_site, tmp_path, name, "ballot ballot-adopted", "ballot ballot-rejected")
    [fault] = [each for each in found if each.code == "export-differs"]
    assert fault.place.file == name
    [record] = fault.related
    assert record.place.file == "content/resolutions/resolution-1.yaml"
    lines = (tmp_path / record.place.file).read_text("utf-8").splitlines()
    assert "id: adoption" in lines[record.place.span.line - 1]
