"""Commands in worlds: what lies there before, and what each may leave."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from tests.campaigns.injecting import Call, Fault
from tests.campaigns.trials import DAY, Ran, Setting, Tree, build, run, tree_of
from tests.coverage.writing import COVERED, FIRST, plain
from tests.world import WORLD, edited, lay

_REPOSITORY = Path(__file__).parent.parent.parent
BUILD = ("build", "--date", DAY)
_ROLL_CALL = "In favour: Norway, France\nAbstaining: United Kingdom\n"
_NEW = (
    "new", "resolution", "--symbol", "RES/2 (2025)", "--body", "council", "--date", "2025-02-24", "--title", "Two",
    "--summary", "It goes on.", "--sources", "record", "--result", "adopted", "--roll-call", "lists.txt",
)  # fmt: skip
_FORMLESS = {
    "states/NOR.yaml": "sources: [record]\nalpha_2: NO\n",
    "states/GBR.yaml": "sources: [record]\nalpha_2: GB\n",
}
_TYPOS = {
    **edited("resolutions/resolution-1.yaml", "symbol:", "symbl:"),
    **edited("events/meeting.yaml", "participants:", "particpants:"),
}
_SPARE = {"people/bo-lund.yaml": "name: Bo Lund\nstates: [NOR]\nsources: [record]\n"}


def version(number: int) -> Mapping[str, str]:
    """Return a change of the content that every page shows: the name of the site."""
    return edited("site.yaml", "en: Small world", f"en: World {number}")


def _nothing(_: Path) -> None:
    return


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command, and what lies where it runs.

    `published` is the content whose site is there before, None for no site; `content` is that on which the command
    runs. `left` lays what another version left. `alone` says that each file it writes stands for itself.
    """

    arguments: tuple[str, ...]
    content: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, str] | None = field(default_factory=dict)
    left: Callable[[Path], None] = _nothing
    alone: bool = True


def _stray(root: Path) -> None:
    (root / "build" / "notes.txt").write_text("mine", "utf-8")
    (root / "build" / "html" / "fr").mkdir()
    (root / "build" / "html" / "fr" / "index.html").write_text("old", "utf-8")
    (root / "build" / "en" / "people").rename(root / "build" / "en" / "persons")


def _half(root: Path) -> None:
    shutil.copytree(root / "site" / "people", root / "build" / "next" / "people")
    (root / "build" / "en" / "people" / "index.md").write_bytes(b"\xff\x00")
    (root / "build" / "en.yml").write_text("{", "utf-8")


def _other_kinds(root: Path) -> None:
    """Lay a file where a folder is wanted, and folders where files are."""
    shutil.rmtree(root / "build" / "html")
    (root / "build" / "html").write_text("no folder", "utf-8")
    (root / "build" / "de.yml").unlink()
    (root / "build" / "de.yml" / "within").mkdir(parents=True)
    (root / "build" / "en" / "index.md").unlink()
    (root / "build" / "en" / "index.md" / "within").mkdir(parents=True)
    (root / "build" / "next").write_text("no folder", "utf-8")
    (root / "build" / "previous").write_text("no folder", "utf-8")


def _links(root: Path) -> None:
    """Lay links that lead out of the build folder; what they lead to must stay."""
    for name in ("en", "html", "next", "previous"):
        precious = root / "precious" / name
        precious.mkdir(parents=True)
        (precious / "letter.txt").write_text("mine", "utf-8")
        there = root / "build" / name
        if there.exists():
            shutil.rmtree(there)
        there.symlink_to(precious)


def _killed_by_another_version(root: Path) -> None:
    """Lay what a kill between two renames leaves: no site, the previous one beside, the next one not whole."""
    shutil.copytree(root / "site" / "people", root / "build" / "next")
    (root / "site").rename(root / "build" / "previous")


def _published_again(root: Path) -> None:
    build(root)


SCENARIOS: Mapping[str, Scenario] = {
    "build": Scenario(BUILD, version(2)),
    "first build": Scenario(BUILD, published=None),
    "upgrade: stray files": Scenario(BUILD, version(2), left=_stray),
    "upgrade: half trees": Scenario(BUILD, version(2), left=_half),
    "upgrade: files for folders": Scenario(BUILD, version(2), left=_other_kinds),
    "upgrade: links": Scenario(BUILD, version(2), left=_links),
    "upgrade: between two renames": Scenario(BUILD, version(2), left=_killed_by_another_version),
    "rollback": Scenario(("rollback",), version(2), left=_published_again),
    "pages": Scenario(("pages", "--date", DAY), version(2)),
    "format": Scenario(("format",), _FORMLESS),
    "fix": Scenario(("fix", "--yes"), _TYPOS),
    "rename": Scenario(("rename", "people/ada-moe", "ada-m"), alone=False),
    "remove": Scenario(("remove", "people/bo-lund"), _SPARE),
    "new --roll-call": Scenario(_NEW),
    "coverage --against": Scenario(("coverage", "--against", "votes.csv"), COVERED),
}


@dataclass(frozen=True, slots=True)
class Ready:
    """A scenario laid, and what a clean run makes of it: its calls, and each state that a fault may leave."""

    name: str
    root: Path
    calls: tuple[Call, ...]
    contents: tuple[Tree, Tree]
    sites: tuple[Tree, Tree]
    next_sites: tuple[Tree, Tree]
    wrong: str = ""

    @property
    def scenario(self) -> Scenario:
        """The scenario itself."""
        return SCENARIOS[self.name]


def ready(name: str, base: Path) -> Ready:
    """Lay a scenario below a folder, and run it once without a fault."""
    scenario = SCENARIOS[name]
    root = base / name.replace(" ", "-").replace("/", "-") / "root"
    lay_world(root, scenario.published)
    lay(root, scenario.content)
    scenario.left(root)
    clean = copied(root, base)
    ran = run(clean, scenario.arguments, Setting(Fault(0, "")))
    contents = (tree_of(root / "content"), tree_of(clean / "content"))
    sites = (old_site(root), tree_of(clean / "site"))
    last = build(clean)
    then = tree_of(clean / "site")
    untouched = then if contents[0] == contents[1] else _site_of(root, base)
    shutil.rmtree(clean.parent)
    return Ready(name, root, ran.calls, contents, sites, (untouched, then), _wrong(ran, last))


def _site_of(root: Path, base: Path) -> Tree:
    """Return the site of what lies there."""
    copy = copied(root, base)
    build(copy)
    site = tree_of(copy / "site")
    shutil.rmtree(copy.parent)
    return site


def lay_world(root: Path, published: Mapping[str, str] | None) -> None:
    """Lay the world, with the site of some content."""
    root.mkdir(parents=True)
    shutil.copy(_REPOSITORY / "mkdocs.yml", root)
    (root / "lists.txt").write_text(_ROLL_CALL, "utf-8")
    (root / "votes.csv").write_text(plain([FIRST]), "utf-8", newline="")
    lay(root, published)
    if published is not None:
        ran = build(root)
        if ran.code:
            raise RuntimeError(ran.said)
    lay(root, WORLD)


def copied(root: Path, base: Path) -> Path:
    """Return a copy of a root, in a folder of its own; links within it stay links, into the copy."""
    target = Path(mkdtemp(prefix="trial-", dir=base)) / "root"
    shutil.copytree(root, target, symlinks=True)
    for path in (target / "build").glob("*") if (target / "build").is_dir() else ():
        if path.is_symlink():
            place = path.readlink()
            path.unlink()
            path.symlink_to(target / place.relative_to(root))
    return target


def old_site(root: Path) -> Tree:
    """Return the site that is published, or the one that takes its place when the next build begins."""
    previous = root / "build" / "previous"
    return tree_of(root / "site") or (tree_of(previous) if previous.is_dir() and not previous.is_symlink() else {})


def _wrong(ran: Ran, last: Ran) -> str:
    if ran.code not in {0, 1} or "Traceback" in ran.said:
        return ran.said or f"exit code {ran.code}"
    return last.said if "Traceback" in last.said else ""
