"""What a fault left, held against what it may leave."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns.injecting import Fault
from tests.campaigns.report import Failure
from tests.campaigns.scenarios import Ready, copied
from tests.campaigns.trials import Ran, Setting, Tree, build, run, tree_of

_LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Result:
    """What one trial was, and what it broke."""

    kind: str
    failures: tuple[Failure, ...] = ()
    also: tuple[str, ...] = ()


def with_fault(ready: Ready, setting: Setting, seed: str, kind: str) -> Result:
    """Run a scenario with a fault on a copy of it, and judge what is left."""
    root = copied(ready.root, ready.root.parent.parent)
    ran = run(root, ready.scenario.arguments, setting)
    said, also = judged(ready, root, ran)
    where = _where(ready, setting.fault)
    shutil.rmtree(root.parent, ignore_errors=True)
    return Result(kind, tuple(Failure(seed, each, f"{where}\n{last_lines(ran)}") for each in said), also)


def judged(ready: Ready, root: Path, ran: Ran) -> tuple[list[str], tuple[str, ...]]:
    """Return the promises broken, and what else was seen."""
    found = traces(ran, "the command")
    content = tree_of(root / "content")
    litter = [name for name in content if Path(name).name.startswith(".")]
    kept = {name: data for name, data in content.items() if name not in litter}
    found += _site(ready, root, ran) + _precious(ready, root)
    next_one = build(root)
    found += traces(next_one, "the next build")
    if (root / "content" / ".unfinished").exists():
        found.append("the next command has not taken back what was half written")
    if ".unfinished" in litter:  # then the next command has taken back what was half written
        kept = {name: data for name, data in tree_of(root / "content").items() if not Path(name).name.startswith(".")}
    found += _content(ready, kept, ran)
    if kept in ready.contents:
        wanted = ready.next_sites[ready.contents.index(kept)]
        if tree_of(root / "site") != wanted:
            found.append(
                f"the next build does not publish the content (exit code {next_one.code}): {tail(next_one.said)}"
            )
    return found, ("left a file beside the content",) if litter else ()


def traces(ran: Ran, who: str) -> list[str]:
    """Return whether a run printed a traceback, hung, or failed without a word."""
    if "Traceback" in ran.said:
        return [f"{who} printed a traceback: {_raised(ran.said)}"]
    if ran.code == -14:
        return [f"{who} hung"]
    return [f"{who} failed without a word (exit code {ran.code})"] if ran.code > 0 and not ran.said.strip() else []


def tail(text: str) -> str:
    """Return the last line of a text."""
    return ([""] + [line for line in text.splitlines() if line.strip()])[-1][:300]


def _raised(text: str) -> str:
    """Return the line that says what was raised, below the first traceback."""
    lines = text.partition("Traceback")[2].splitlines()[1:]
    return next((line for line in lines if line[:1].strip()), "")[:300]


def last_lines(ran: Ran) -> str:
    """Return the end of what a command said, and its exit code."""
    lines = [line[:300] for line in ran.said.splitlines() if line.strip(" ^")]
    return "\n".join([f"exit code {ran.code}", *lines[-_LAST_LINES:]])


def _content(ready: Ready, content: Tree, ran: Ran) -> list[str]:
    before, after = ready.contents
    if content in ready.contents:
        failed = ran.code == 0 and content != after
        return ["the command says that all is well, and has not written the content"] if failed else []
    every = {*before, *after, *content}
    torn = sorted(name for name in every if content.get(name) not in {before.get(name), after.get(name)})
    if torn:
        return [f"the content is neither old nor new: {', '.join(torn)}"]
    if ready.scenario.alone:
        return []
    old = sorted(
        name for name in every if before.get(name) != after.get(name) and content.get(name) == before.get(name)
    )
    return [f"of the content one part is old, the other new; old: {', '.join(old)}"]


def _site(ready: Ready, root: Path, ran: Ran) -> list[str]:
    site = tree_of(root / "site")
    if ran.code == 0 and site != ready.sites[1]:
        return ["the command says that all is well, and the site is not the new one"]
    if site in ready.sites or (not site and not tree_of(ready.root / "site")):
        return []
    return [f"the site is neither old nor new ({len(site)} files of {len(ready.sites[0])} or {len(ready.sites[1])})"]


def _precious(ready: Ready, root: Path) -> list[str]:
    changed = tree_of(root / "precious") != tree_of(ready.root / "precious")
    return ["what a link in build/ leads to was changed"] if changed else []


def _where(ready: Ready, fault: Fault | None) -> str:
    if not fault or not 0 < fault.at <= len(ready.calls):
        return ready.name
    call = ready.calls[fault.at - 1]
    at = call.path.partition("/root/")[2] or call.path.partition("/tmp/")[2] or call.path  # noqa: S108 - of a trial
    return f"{ready.name}, call {fault.at} of {len(ready.calls)}: {call.kind} {at}"
