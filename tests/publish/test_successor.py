"""The Markdown that is handed to MkDocs is whole for its successor too: Zensical finds nothing wrong with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ZENSICAL = Path(sys.executable).with_name("zensical")


def build(root: Path, language: str) -> subprocess.CompletedProcess[str]:
    command = [str(ZENSICAL), "build", "--strict", "--config-file", f"{language}.yml"]
    return subprocess.run(command, cwd=root / "build", capture_output=True, text=True, check=False)


def tree_of(site: Path, tmp_path: Path) -> Path:
    """Return a copy of what a site was made from, to be built once more."""
    root = tmp_path / "root"
    shutil.copytree(site.parent / "build", root / "build", ignore=shutil.ignore_patterns("html"))
    shutil.copyfile(site.parent / "mkdocs.yml", root / "mkdocs.yml")
    return root


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_successor_builds_the_same_tree(real_site: Path, tmp_path: Path, language: str) -> None:
    root = tree_of(real_site, tmp_path)
    done = build(root, language)
    assert (done.returncode, "No issues found" in done.stderr) == (0, True), done.stdout + done.stderr
    written, made = root / "build" / language, root / "build" / "html" / language
    pages = {page.relative_to(written).with_suffix(".html") for page in written.rglob("*.md")}
    assert len(pages) > 400
    assert pages <= {page.relative_to(made) for page in made.rglob("*.html")}


def test_a_link_that_leads_nowhere_would_be_found(small_site: Path, tmp_path: Path) -> None:
    root = tree_of(small_site, tmp_path)
    page = root / "build" / "en" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n[nowhere](nowhere.md)\n", "utf-8")
    assert build(root, "en").returncode != 0
