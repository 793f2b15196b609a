"""One comment on a proposal, for its author first: what to do next, what is wrong, and what changes for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from factsheets.diagnostics import Diagnostic, Place, Severity
from factsheets.diagnostics.markdown import code, listed
from factsheets.diagnostics.model import has_errors
from factsheets.diagnostics.report import nearest
from factsheets.diagnostics.reports import LONGEST
from factsheets.review.diff.forms import as_markdown
from factsheets.review.diff.model import Diff

MARKER = "<!-- factsheets -->"
"""The first line of the comment, by which it is found again."""

_ERRORS, _WARNINGS = 20_000, 6_000
"""Characters of the list of errors, and of that of warnings."""
_PLACES = 5
"""Places of one message that are listed."""

_MOST = 3000
"""Files of a pull request that GitHub lists; of those beyond it says nothing."""
_RUNS = (".ci/", ".github/", ".vscode/", "Makefile", "mkdocs.yml", "pyproject.toml", "requirements")
"""How the names begin of what a machine runs by itself, or installs, once it is merged or even before."""
_NAMED = 12
"""Files of each kind that are named."""
_PLAIN = re.compile(r"content(/[A-Za-z0-9][A-Za-z0-9._-]*)+")
"""Names of files that lead nowhere but to themselves."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What GitHub itself says of a proposal: addresses, the commit, the files it changes, and how its run ended.

    `files` are as many names as GitHub lists, former ones among them; two may read alike where neither can be shown.
    """

    pull: str
    commit: str
    run: str
    files: tuple[str, ...]
    succeeded: bool

    @property
    def repository(self) -> str:
        """The address of the repository that it was proposed to."""
        return self.pull.partition("/pull/")[0]

    @property
    def is_content_only(self) -> bool:
        """Whether nothing but facts changes, for certain."""
        return len(self.files) < _MOST and all(name.startswith("content/") for name in self.files)


def comment(proposal: Proposal, found: list[Diagnostic] | None, diff: Diff | None) -> str:
    """Return the comment. `found` is None if the check did not finish, `diff` if nothing could be compared."""
    if found is None:
        return f"{MARKER}\n{_joined(_caution(proposal), _unfinished(proposal), _foot(proposal))}"
    said = _joined(_caution(proposal), _next(proposal, found), *_wrong(proposal, found))
    foot = _joined(_preview(proposal, found), _foot(proposal))
    changes = _changes(diff, LONGEST - len(said) - len(foot))
    return f"{MARKER}\n{said}\n{changes}\n{foot}"


def _joined(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _unfinished(proposal: Proposal) -> str:
    return (
        "**The check did not finish, or found more than can be listed here.** "
        f"[Its run]({proposal.run}) "
        f"says which, and the tab [Files changed]({proposal.pull}/files) shows what was found first beside the lines. "
        "If nothing is marked there, you need not do anything: a maintainer sees to it.\n"
    )


def _caution(proposal: Proposal) -> str:
    """Say to the reviewer what else a proposal changes: what runs by itself first, then the program."""
    if proposal.is_content_only:
        return ""
    runs = [name for name in proposal.files if name.startswith(_RUNS)]
    rest = [name for name in proposal.files if not name.startswith(("content/", *_RUNS))]
    lines = [
        "> [!WARNING]",
        "> This proposal changes more than `content/`. What stands below was found by the changed program:",
        "> read those changes before you rely on it.",
    ]
    if runs:
        lines.append(f">\n> **What runs by itself, and what it installs:** {_names(runs)}")
    if rest:
        lines.append(f">\n> **The program and its tests:** {_names(rest)}")
    if len(proposal.files) >= _MOST:
        lines.append(f">\n> GitHub lists {_MOST} files of a proposal at most; there may be more.")
    return "\n".join(lines) + "\n"


def _names(files: list[str]) -> str:
    more = len(files) - _NAMED
    return ", ".join(code(each, 120) for each in files[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _next(proposal: Proposal, found: list[Diagnostic]) -> str:
    """Say what its author can do now."""
    errors = sum(each.is_error for each in found)
    if errors:
        noun = "1 thing has" if errors == 1 else f"{errors} things have"
        return (
            f"**Thank you. {noun} to be mended before this can be published.** Open the tab [Files changed]"
            f"({proposal.pull}/files), click **…** beside the file, then **Edit file**. Put it right and click "
            f"**Commit changes…**: everything is checked again, and this comment says what is left. "
            f"[The guide]({proposal.repository}/blob/HEAD/CONTRIBUTING.md) explains how files are written.\n"
        )
    if not proposal.succeeded:
        return (
            f"**Thank you. Nothing is wrong with the facts, but another test failed:** [its run]({proposal.run}) says "
            "which. If you changed only facts, you need not do anything: a maintainer sees to it.\n"
        )
    return (
        "**Thank you. Nothing has to be mended.** You need not do anything: somebody reads this against its sources "
        "next, and may ask you something here.\n"
    )


def _wrong(proposal: Proposal, found: list[Diagnostic]) -> Iterator[str]:
    """Yield the errors, and below them, folded away, the warnings."""

    def link_of(place: Place) -> str | None:
        return _link(proposal, place)

    near = nearest(found, dict.fromkeys(proposal.files, ()))
    errors, warnings = ([each for each in near if each.severity is kind] for kind in Severity)
    if errors:
        yield "### To be mended\n\n" + "".join(listed(errors, _ERRORS, _PLACES, link_of))
    if warnings:
        items = "".join(listed(warnings, _WARNINGS, _PLACES, link_of))
        yield f"<details><summary>Warnings, which stop nothing ({len(warnings)})</summary>\n\n{items}\n</details>\n"


def _link(proposal: Proposal, place: Place) -> str | None:
    """Return the address of a line: among the files changed, or else in the file as it is in the proposal."""
    if place.file in proposal.files:
        return f"{proposal.pull}/files#diff-{sha256(place.file.encode()).hexdigest()}R{place.span.line}"
    if _PLAIN.fullmatch(place.file):
        return f"{proposal.repository}/blob/{proposal.commit}/{place.file}#L{place.span.line}"
    return None


def _changes(diff: Diff | None, room: int) -> str:
    """Say what changes for readers; what is wrong stands above already."""
    said = as_markdown(replace(diff, found=()), room - 200) if diff else None
    if said is None or len(said) > room - 200:
        said = "What changes cannot be said here: there is too much of it, or it could not be read.\n"
    return f"### What changes for readers\n\n{said}"


def _preview(proposal: Proposal, found: list[Diagnostic]) -> str:
    if not proposal.succeeded or has_errors(found):
        return ""
    return (
        f"To see the pages as they would be, open [the run]({proposal.run}), download **site** at its foot, unpack it "
        "and open `index.html`. It is kept for a few days.\n"
    )


def _foot(proposal: Proposal) -> str:
    return (
        f"<sub>About the commit {code(proposal.commit[:9])}; [the run]({proposal.run}) lists everything that was "
        "found. The next commit changes this comment.</sub>\n"
    )
