"""Nothing that was published is lost, and nothing is published that was not checked."""

from __future__ import annotations

import errno
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheets import pipeline
from factsheets.pipeline import EngineError, Folders
from factsheets.site import engine, output
from factsheets.site.publish import NoSiteError, links, mend, roll_back, staging, swap
from tests.conftest import DAY, REPOSITORY, publish
from tests.world import edited, lay

names = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3).map("/".join)


def fits(tree: dict[str, bytes]) -> bool:
    """No name is both a file and a folder."""
    return not any(other.startswith(f"{name}/") for name in tree for other in tree)


trees = st.dictionaries(names, st.binary(max_size=5), max_size=5).filter(fits)


@given(trees, trees)
def test_after_writing_the_folder_is_what_was_planned(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    for tree in (before, after):
        output.write(output.plan(tree, folder), tree, folder)
    files = (path for path in folder.rglob("*") if path.is_file())
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in files} == after
    assert output.plan(after, folder) == output.Plan((), (), ())
    assert all(any(path.iterdir()) for path in folder.rglob("*") if path.is_dir())


@pytest.mark.parametrize("name", ["../x.md", "a/../../x.md", "/x.md", "a\\..\\x.md", ""])
def test_no_page_lies_outside_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        output.plan({name: b""}, tmp_path)


@pytest.mark.parametrize("name", ["a", "a/b.md"])
def test_symbolic_links_are_replaced_and_never_followed(tmp_path: Path, name: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "pages"
    for each in (outside, folder):
        each.mkdir()
    (outside / "b.md").write_bytes(b"not ours")
    (folder / "a").symlink_to(outside, target_is_directory=True)
    output.write(output.plan({name: b"ours"}, folder), {name: b"ours"}, folder)
    assert (folder / name).read_bytes() == b"ours"
    assert [path.read_bytes() for path in outside.iterdir()] == [b"not ours"]


LINKS = [
    ('<a href="b.html">x</a>', []),
    ('<a href="b.html#here">x</a>', []),
    ('<a href="/base/b.html">x</a>', []),
    ('<a href="https://elsewhere.example/">x</a>', []),
    ('<a href="c.html">x</a>', ["broken-link"]),
    ('<a href="../b.html">x</a>', ["broken-link"]),
    ('<a href="b.html#there">x</a>', ["broken-anchor"]),
    ('<a href="#nowhere">x</a>', ["broken-anchor"]),
    ('<p id="x"></p><p id="x"></p>', ["duplicate-anchor"]),
    ('<a href="javascript:alert(1)">x</a>', ["forbidden-link"]),
    ('<a href=" data:text/html,x">x</a>', ["forbidden-link"]),
    ('<img src="https://elsewhere.example/x.png">', ["third-party"]),
    ('<script src="//elsewhere.example/x.js"></script>', ["third-party"]),
    ('<link rel="stylesheet" href="https://elsewhere.example/x.css">', ["third-party"]),
    ('<link rel="canonical" href="https://small.example/base/a.html">', []),
    ('<link rel="canonical" href="https://small.example/base/gone.html">', ["broken-link"]),
    ('<a href="https://small.example/base/b.html#there">x</a>', ["broken-anchor"]),
    ('<a href="https://small.example.elsewhere.example/">x</a>', []),
    ('<script src="https://small.example.elsewhere.example/x.js"></script>', ["third-party"]),
    ('<script src="https://small.example/base/b.html"></script>', ["third-party"]),
    ('<a href="/b.html">x</a>', ["broken-link"]),
    ('<a href="//elsewhere.example/">x</a>', ["forbidden-link"]),
    ('<a href="http://[">x</a>', ["forbidden-link"]),
    ('<img srcset="b.html 1x, https://elsewhere.example/x.png 2x">', ["third-party"]),
    ('<video poster="https://elsewhere.example/x.png"></video>', ["third-party"]),
    ('<svg><image xlink:href="https://elsewhere.example/x.png"/></svg>', ["third-party"]),
    ('<p style="background: url(https://elsewhere.example/x.png)">', ["third-party"]),
    ('<style>@import "https://elsewhere.example/x.css";</style>', ["third-party"]),
    ('<style>p {background: url("data:image/svg+xml,(x)")}</style>', []),
    ('<base href="https://elsewhere.example/">', ["third-party"]),
    ('<meta http-equiv="Refresh" content="0; url=c.html">', ["broken-link"]),
    ('<button formaction="javascript:alert(1)">x</button>', ["forbidden-link"]),
    ('<input type="image" src="https://elsewhere.example/x.png">', ["third-party"]),
]


@pytest.mark.parametrize(("html", "codes"), LINKS)
def test_links_of_a_built_tree(tmp_path: Path, html: str, codes: list[str]) -> None:
    (tmp_path / "a.html").write_text(html, "utf-8")
    (tmp_path / "b.html").write_text('<p id="here">', "utf-8")
    assert [each.code for each in links.check(tmp_path, "https://small.example/base/")] == codes


@pytest.mark.parametrize("address", ["https://small.example", "https://small.example/"])
def test_a_host_whose_name_begins_like_ours_is_another_host(tmp_path: Path, address: str) -> None:
    (tmp_path / "a.html").write_text('<script src="https://small.example.elsewhere.example/x.js"></script>', "utf-8")
    assert [each.code for each in links.check(tmp_path, address)] == ["third-party"]


@pytest.mark.parametrize(
    ("css", "codes"),
    [
        ("p {background: url(https://elsewhere.example/x.png)}", ["third-party"]),
        ("p {background: url('gone.png')}", ["broken-link"]),
        ('p {background: url("../a.html")}', []),
        ("@import url(https://elsewhere.example/x.css);", ["third-party"]),
    ],
)
def test_links_of_a_style_sheet(tmp_path: Path, css: str, codes: list[str]) -> None:
    (tmp_path / "a.html").write_text("", "utf-8")
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "a.css").write_text(css, "utf-8")
    found = links.check(tmp_path, "https://small.example/")
    assert [(each.code, each.place.file) for each in found] == [(code, "styles/a.css") for code in codes]


def test_the_same_content_gives_the_same_bytes(small_site: Path, tmp_path: Path) -> None:
    lay(tmp_path)
    again = publish(tmp_path)
    for path in small_site.rglob("*"):
        if path.is_file():
            assert (again / path.relative_to(small_site)).read_bytes() == path.read_bytes(), path
    assert len(list(again.rglob("*"))) == len(list(small_site.rglob("*")))


def old_site(root: Path) -> Path:
    site = root / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", "utf-8")
    return site


def test_wrong_content_leaves_the_site(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    lay(tmp_path, edited("people/ada-moe.yaml", "born: 1970", "born: 1970-02-30"))
    assert pipeline.build(Folders(tmp_path), DAY, lambda _: None).failed
    assert (site / "index.html").read_text("utf-8") == "the last good site"


def test_a_failing_engine_leaves_the_site(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    lay(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("theme: {name: there-is-no-such-theme}\n", "utf-8")
    with pytest.raises(EngineError, match="there-is-no-such-theme"):
        pipeline.build(Folders(tmp_path), DAY, lambda _: None)
    assert (site / "index.html").read_text("utf-8") == "the last good site"


@pytest.mark.parametrize("text", ["[x](gone.md)", "[x](index.md#gone)", "[x](/gone.html)", "[x](gone)"])
def test_the_engine_is_strict(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    pages = {"index.md": f"# Home\n\n{text}\n".encode(), "assets/factsheets.css": b""}
    output.write(output.plan(pages, tmp_path / "build" / "en"), pages, tmp_path / "build" / "en")
    edition = engine.Edition(
        "en", "Home", "", "https://small.example/", (("Home", "index.md"),), (), "Dark", "Light", {}
    )
    (tmp_path / "build" / "en.yml").write_text(engine.config(edition), "utf-8")
    with pytest.raises(EngineError, match="gone") as raised:
        engine.build(["en"], tmp_path / "build", DAY)
    assert "INFO" not in str(raised.value)


def test_stopping_the_preview_leaves_nothing_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs.livereload.LiveReloadServer._build_loop", interrupt)
    before = set(threading.enumerate())
    engine.serve(tmp_path, [tmp_path], lambda: None, "127.0.0.1", 0)
    assert set(threading.enumerate()) - before == set()


def test_a_broken_link_in_the_built_tree_leaves_the_site(tmp_path: Path) -> None:
    site = old_site(tmp_path)
    lay(tmp_path)
    look = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(look.replace("assets/factsheets.css", "assets/missing.css"), "utf-8")
    checked = pipeline.build(Folders(tmp_path), DAY, lambda _: None)
    assert {each.code for each in checked.diagnostics} == {"broken-link"}
    assert (site / "index.html").read_text("utf-8") == "the last good site"


def stage(root: Path) -> tuple[Path, Path]:
    build, site = root / "build", old_site(root)
    (build / "next").mkdir(parents=True)
    (build / "next" / "index.html").write_text("new", "utf-8")
    return build, site


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool) -> None:
    if not can_exchange:
        monkeypatch.setattr("factsheets.site.publish.swapping.exchange", lambda one, other: False)  # noqa: ARG005
    build, site = stage(tmp_path)
    swap(build, site)
    assert (site / "index.html").read_text("utf-8") == "new"
    assert [path.name for path in build.iterdir()] == ["previous"]
    assert (build / "previous" / "index.html").read_text("utf-8") == "the last good site"


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_previous_site_is_put_back_and_brought_forth_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr("factsheets.site.publish.swapping.exchange", lambda one, other: False)  # noqa: ARG005
    build, site = stage(tmp_path)
    with pytest.raises(NoSiteError):
        roll_back(build, site)
    swap(build, site)
    for text in ("the last good site", "new", "the last good site"):
        roll_back(build, site)
        assert (site / "index.html").read_text("utf-8") == text
    assert [path.name for path in build.iterdir()] == ["previous"]


def test_a_folder_that_was_no_site_is_not_kept_as_one(tmp_path: Path) -> None:
    build, site = stage(tmp_path)
    (site / "index.html").unlink()
    swap(build, site)
    assert list(build.iterdir()) == []


def test_a_swap_that_fails_half_way_leaves_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheets.site.publish.swapping.exchange", lambda one, other: False)  # noqa: ARG005
    site = old_site(tmp_path)
    (tmp_path / "build").mkdir()
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "build", site)
    assert (site / "index.html").read_text("utf-8") == "the last good site"


@pytest.mark.parametrize("after", [False, True])
def test_a_swap_that_is_stopped_half_way_leaves_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    build, site = stage(tmp_path)
    rename = Path.rename

    def stopped(path: Path, target: Path) -> Path:
        if path.name != "next":
            return rename(path, target)
        if after:
            rename(path, target)
        raise KeyboardInterrupt

    monkeypatch.setattr("factsheets.site.publish.swapping.exchange", lambda one, other: False)  # noqa: ARG005
    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        swap(build, site)
    assert (site / "index.html").read_text("utf-8") == ("new" if after else "the last good site")


def test_a_link_in_place_of_the_folder_beside_the_site_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, site = stage(tmp_path)
    outside = tmp_path / "outside"
    (outside / "next").mkdir(parents=True)
    (outside / "next" / "letter.txt").write_text("mine", "utf-8")
    (tmp_path / ".site.next").symlink_to(outside, target_is_directory=True)
    monkeypatch.setattr("factsheets.site.publish.swapping._disk", lambda folder: int(folder == build))
    mend(staging(build, site), site)
    assert (outside / "next" / "letter.txt").read_text("utf-8") == "mine"


def test_a_site_folder_that_is_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    build, site = stage(tmp_path)
    link = tmp_path / "public"
    link.symlink_to(site, target_is_directory=True)
    swap(build, link)
    mend(build, link)
    assert link.is_symlink()
    assert (site / "index.html").read_text("utf-8") == "new"


KILL = """
import os, signal, sys
from pathlib import Path
from factsheets.site.publish import swapping as room
build, site, step, exchange = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "True"
from factsheets.site import files
if not exchange:
    room.exchange = lambda one, other: False
steps = 0
def killing(function):
    def wrapped(*args, **kwargs):
        global steps
        if steps == step:
            os.kill(os.getpid(), signal.SIGKILL)
        steps += 1
        return function(*args, **kwargs)
    return wrapped
def rmtree(folder, **_):  # one file at a time, the last first
    for file in sorted(folder.glob("*"), reverse=True):
        killing(file.unlink)()
    killing(folder.rmdir)() if folder.is_dir() else None
room.exchange = killing(room.exchange)
Path.rename = killing(Path.rename)
files.shutil.rmtree = rmtree
for job in sys.argv[5:]:
    getattr(room, job)(build, site)
"""
OLD, NEW = {"index.html": "the last good site", "z.html": "old"}, {"index.html": "new", "z.html": "new"}
OLDER = {"index.html": "older", "z.html": "older"}


def with_older(build: Path) -> None:
    """Let there be a site that was published before the one that is there."""
    (build / "previous").mkdir()
    for name, text in OLDER.items():
        (build / "previous" / name).write_text(text, "utf-8")


def killed(build: Path, site: Path, step: int, *jobs: str, can_exchange: bool) -> None:
    """Do something with a site that has one before it, and die before a step, or come to the end."""
    arguments = [sys.executable, "-c", KILL, str(build), str(site), str(step), str(can_exchange), *jobs]
    done = subprocess.run(arguments, cwd=REPOSITORY, check=False)
    assert done.returncode in {0, -signal.SIGKILL}


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.glob("*")}


@pytest.mark.parametrize("can_exchange", [True, False])
@pytest.mark.parametrize("step", range(10))
def test_a_build_killed_at_any_step_is_mended_by_the_next(tmp_path: Path, step: int, *, can_exchange: bool) -> None:
    build, site = stage(tmp_path)
    (site / "z.html").write_text("old", "utf-8")
    (build / "next" / "z.html").write_text("new", "utf-8")
    with_older(build)
    killed(build, site, step, "swap", can_exchange=can_exchange)
    assert texts(site) in (OLD, NEW, {})
    assert not can_exchange or texts(site) != {}
    mend(build, site)
    assert texts(site) in (OLD, NEW)
    assert kept(build) in ([], [OLDER], [OLD])


def kept(build: Path) -> list[dict[str, str]]:
    """Return what is left in the build folder, which can only be a site to go back to."""
    assert [path.name for path in build.iterdir()] in ([], ["previous"])
    return [texts(path) for path in build.iterdir()]


def test_what_was_replaced_and_cannot_be_deleted_is_told_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, site = stage(tmp_path)
    with_older(build)

    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "z.html")

    with monkeypatch.context() as patch:
        patch.setattr("factsheets.site.files.shutil.rmtree", refuse)
        swap(build, site)
        assert (site / "index.html").read_text("utf-8") == "new"
        with pytest.raises(PermissionError) as raised:
            mend(build, site)
    assert raised.value.filename == str(build / "gone")
    mend(build, site)
    assert kept(build) == [{"index.html": "the last good site"}]


@pytest.mark.parametrize("can_exchange", [True, False])
@pytest.mark.parametrize("step", range(6))
def test_going_back_killed_at_any_step_is_mended_by_the_next(tmp_path: Path, step: int, *, can_exchange: bool) -> None:
    build, site = stage(tmp_path)
    (site / "z.html").write_text("old", "utf-8")
    (build / "next" / "z.html").write_text("new", "utf-8")
    swap(build, site)
    killed(build, site, step, "roll_back", can_exchange=can_exchange)
    mend(build, site)
    assert (texts(site), kept(build)) in ((NEW, [OLD]), (OLD, [NEW]))


@pytest.mark.parametrize("mending", range(4))
@pytest.mark.parametrize("step", [2, 3, 4])
def test_mending_killed_at_any_step_is_mended_by_the_next(tmp_path: Path, step: int, mending: int) -> None:
    build, site = stage(tmp_path)
    (site / "z.html").write_text("old", "utf-8")
    (build / "next" / "z.html").write_text("new", "utf-8")
    with_older(build)
    killed(build, site, step, "swap", can_exchange=False)
    killed(build, site, mending, "mend", can_exchange=False)
    mend(build, site)
    assert texts(site) in (OLD, NEW)
    assert kept(build) in ([], [OLDER], [OLD])


@pytest.mark.parametrize("step", [3, 4, 5])
def test_what_is_put_back_is_whole_even_if_the_site_is_removed_meanwhile(tmp_path: Path, step: int) -> None:
    build, site = stage(tmp_path)
    (site / "z.html").write_text("old", "utf-8")
    (build / "next" / "z.html").write_text("new", "utf-8")
    with_older(build)
    killed(build, site, step, "swap", can_exchange=False)  # while the old site is put away and deleted
    shutil.rmtree(site)
    mend(build, site)
    assert texts(site) in (OLD, {})


def test_every_file_that_is_no_page_is_named_by_one_or_by_what_it_loads(small_site: Path) -> None:
    texts = {path: path.read_text("utf-8") for kind in ("html", "css", "js") for path in small_site.rglob(f"*.{kind}")}
    said = "\n".join(texts.values())
    assets = [path for path in small_site.rglob("assets/**/*") if path.is_file()]
    assert len(assets) > 20
    assert [path.name for path in assets if path.name not in said] == []
    assert "sourceMappingURL=" not in said
    assert "/workers/" not in said


def test_the_site_folder_keeps_itself_out_of_git(small_site: Path) -> None:
    assert (small_site / ".gitignore").read_text("utf-8") == "*\n!.gitignore\n"
    assert (REPOSITORY / "site" / ".gitignore").read_text("utf-8") == "*\n!.gitignore\n"
