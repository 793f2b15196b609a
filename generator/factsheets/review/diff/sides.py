"""One side of a comparison: the content as checked, and its pages and proofs, where no error stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from factsheets import pipeline
from factsheets.content.link import Key
from factsheets.derive.vote_events import vote_events
from factsheets.diagnostics.model import in_order
from factsheets.pipeline import Checked
from factsheets.review.diff.model import How, PageChange
from factsheets.review.diff.revisions import commit_of, lay_out, short
from factsheets.review.diff.sayings import LANGUAGE
from factsheets.review.diff.votes import Votes
from factsheets.site import files
from factsheets.site.pages import pages
from factsheets.site.pages.shared.addresses import HOME
from factsheets.site.pages.shared.parts import Scene
from factsheets.site.pages.votes.proofs import proof
from factsheets.site.render import render
from factsheets.site.words import words_in

WORKING_TREE = "the working tree"

Pages = Mapping[tuple[str, str], bytes]
"""What tells a page from another that reads differently, by its language and its address within it."""


@dataclass(frozen=True, slots=True)
class Side:
    """The content of one side: what it is called, and what a check by this program made of it."""

    name: str
    checked: Checked

    @property
    def errors(self) -> int:
        """How many errors it has."""
        return sum(each.is_error for each in self.checked.diagnostics)

    @property
    def unread(self) -> tuple[Key, ...]:
        """The records that are there and cannot be relied on."""
        folders = {kind.folder for kind in self.checked.facts.types}
        keys = ((file.folder, file.stem) for file in self.checked.files if file.folder in folders)
        return tuple(key for key in keys if key not in self.checked.facts.records)

    @property
    def scene(self) -> Scene:
        """Where names and proofs are said in the editors' language."""
        return Scene(self.checked.facts, self.checked.derived, words_in(LANGUAGE), HOME)

    def name_of(self, key: Key) -> str | None:
        """Return what a record is called; None where there is no such record."""
        record = self.checked.facts.records.get(key)
        return self.scene.name(record, key[1]).text if record else None


def side_of(root: Path, revision: str | None) -> Side:
    """Read and check one side: the content of a revision, or the working tree; raises RevisionError."""
    if revision is None:
        return Side(WORKING_TREE, pipeline.check(root / "content"))
    commit = commit_of(root, revision)
    with files.scratch() as folder:
        refused = lay_out(root, commit, folder)
        checked = pipeline.check(folder / "content")
    found = in_order([*checked.diagnostics, *refused])
    return Side(short(commit), Checked(checked.files, found, checked.facts, checked.derived))


def votes_of(side: Side) -> Votes:
    """Return the votes of one side, with the proofs where no error stands in the way."""
    facts, counts, scene = side.checked.facts, side.checked.derived.counts, side.scene
    if side.errors:
        return Votes(counts, {})
    return Votes(
        counts, {(each.name, each.vote.id): " ".join(proof(scene, each.count)) for each in vote_events(facts, counts)}
    )


def page_changes(before: Side, after: Side) -> tuple[PageChange, ...] | None:
    """Compare what the pages of both sides say, but for the day of their last change; None where one has errors."""
    if before.errors or after.errors:
        return None
    if before.checked.facts == after.checked.facts:
        return ()
    was, now = _pages(before), _pages(after)
    return tuple(
        PageChange(*key, How.ADDED if key not in was else How.REMOVED if key not in now else How.CHANGED)
        for key in sorted({*was, *now})
        if was.get(key) != now.get(key)
    )


def _pages(side: Side) -> Pages:
    return {
        (page.language, page.path.removesuffix(".md") + ".html"): blake2b(render(page).encode()).digest()
        for page in pages(side.checked.facts, side.checked.derived)
    }
