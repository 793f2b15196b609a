"""Nothing that was published is lost, and nothing is published that was not checked."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import output, pipeline
from generator.pipeline import EngineError, Folders
from generator.publish import links, mend, swap
from tests.conftest import DAY, REPOSITORY, publish
from tests.world import edited, lay

names = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".md")
trees = st.dictionaries(names, st.binary(max_size=5), max_size=5)


@given(trees, trees)
def test_after_writing_the_folder_is_what_was_planned(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    for tree in (before, after):
        output.write(output.plan(tree, folder), tree, folder)
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")} == after
    assert output.plan(after, folder) == output.Plan((), (), ())
    assert all(any(path.iterdir()) for path in folder.rglob("*") if path.is_dir())


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
]


@pytest.mark.parametrize(("html", "codes"), LINKS)
def test_links_of_a_built_tree(tmp_path: Path, html: str, codes: list[str]) -> None:
    (tmp_path / "a.html").write_text(html, "utf-8")
    (tmp_path / "b.html").write_text('<p id="here">', "utf-8")
    assert [each.code for each in links.check(tmp_path, "https://small.example/base/")] == codes


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
        monkeypatch.setattr("generator.publish.swapping.exchange", lambda one, other: False)  # noqa: ARG005
    build, site = stage(tmp_path)
    swap(build, site)
    assert (site / "index.html").read_text("utf-8") == "new"
    assert list(build.iterdir()) == []


KILL = """
import os, signal, sys
from pathlib import Path
from generator.publish import swapping as room
build, site, step, exchange = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "True"
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
room.exchange = killing(room.exchange)
Path.rename = killing(Path.rename)
room.shutil.rmtree = killing(room.shutil.rmtree)
room.swap(build, site)
"""


@pytest.mark.parametrize("can_exchange", [True, False])
@pytest.mark.parametrize("step", range(6))
def test_a_build_killed_at_any_step_is_mended_by_the_next(tmp_path: Path, step: int, *, can_exchange: bool) -> None:
    build, site = stage(tmp_path)
    arguments = [sys.executable, "-c", KILL, str(build), str(site), str(step), str(can_exchange)]
    done = subprocess.run(arguments, cwd=REPOSITORY, check=False)
    assert done.returncode in {0, -signal.SIGKILL}
    mend(build, site)
    assert (site / "index.html").read_text("utf-8") in {"the last good site", "new"}
    assert list(build.iterdir()) == []


def test_the_site_folder_keeps_itself_out_of_git(small_site: Path) -> None:
    assert (small_site / ".gitignore").read_text("utf-8") == "*\n!.gitignore\n"
    assert (REPOSITORY / "site" / ".gitignore").read_text("utf-8") == "*\n!.gitignore\n"
