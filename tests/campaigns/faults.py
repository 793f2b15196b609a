"""At least 1,000 faults of the machine, at every step of the commands that write: each leaves the old or the new.

A seed names a trial, so that it can be seen again: `python -m tests.campaigns.faults "build:17:ENOSPC+"` has the 17th
call of a build fail as on a full disk; the plus says that the disk stays full.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, cycle, islice
from pathlib import Path
from typing import TypeAlias

from tests.campaigns.injecting import ANYWHERE, KINDS, Call, Fault
from tests.campaigns.judging import Result, with_fault
from tests.campaigns.racing import Arena, cleared, edited_meanwhile, race, served, signalled
from tests.campaigns.report import Failure, Outcome, as_text
from tests.campaigns.scenarios import SCENARIOS, Ready, ready
from tests.campaigns.trials import Setting

WHOLE = 1000
_SHARES = {
    "build": 0.24, "rollback": 0.03, "first build": 0.04, "upgrade: stray files": 0.03, "upgrade: half trees": 0.03,
    "upgrade: files for folders": 0.03, "upgrade: links": 0.03,
    "upgrade: between two renames": 0.03, "pages": 0.03, "format": 0.06, "fix": 0.06, "rename": 0.08,
    "remove": 0.03, "new --roll-call": 0.06, "coverage --against": 0.03,
}  # fmt: skip
"""Which part of the trials breaks a call of each scenario; the rest is limits, clocks, signals, races and servers."""
_LIMITS = (
    *({"FSIZE": size} for size in (0, 1, 100, 1000, 4096, 10_000, 20_000, 50_000)),
    *({"NOFILE": number} for number in (7, 8, 9, 10, 11, 12, 14, 16)),
    *({"AS": number << 20} for number in (1, 60, 150, 180, 200, 220, 250, 300)),
)
_CLOCKS = (-2e9, -1.0, 0.0, 1.0, 2**31, 2**33, 253_402_300_799.0)
_LIMITED = ("build", "format", "fix", "rename", "new --roll-call", "upgrade: half trees", "coverage --against")
_KIND = re.compile(
    r"(?<=traceback: )[\w.]*Error\b.*|(?<=\(exit code ).*|(?<=server answers for ).*|(?<=files )of .*|\d+"
)
"""What differs between failures of one kind."""
Job: TypeAlias = tuple[Callable[..., "Result | list[Result]"], tuple[object, ...]]


def run(size: int, seed: int, workers: int = 0) -> Outcome:
    """Try so many faults, or a few more; every kind at least once."""
    base = Path(tempfile.mkdtemp(prefix="faults-"))
    count = workers or min(4, os.cpu_count() or 1)
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        laid = list(pool.map(ready, SCENARIOS, [base] * len(SCENARIOS)))
        jobs = [*_steps(laid, size, seed), *_limits(laid, size, seed), *_moments(base, size, seed)]
        random.Random(seed).shuffle(jobs)  # noqa: S311 - for a campaign
        done = [pool.submit(call, *given) for call, given in jobs]
        results = [each for job in done for each in _flat(job.result())]
    shutil.rmtree(base, ignore_errors=True)
    return _outcome(laid, results)


def trial(seed: str) -> Result:
    """Return what becomes of the trial of a seed, such as "rename:40:kill"."""
    name, at, kind = seed.rsplit(":", 2)
    base = Path(tempfile.mkdtemp(prefix="faults-"))
    fault = Fault(int(at), kind.removesuffix("+"), kind.endswith("+"))
    try:
        return with_fault(ready(name, base), Setting(fault), seed, name)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def chosen(calls: Iterable[Call], number: int, seed: int) -> list[Fault]:
    """Choose faults for so many of the calls: of each kind in turn, so that the rare ones are all among them."""
    chance, by_kind = random.Random(seed), defaultdict[str, list[Fault]](list)  # noqa: S311
    for at, call in enumerate(calls, 1):
        kinds = (*KINDS[call.kind], *ANYWHERE)
        kind = chance.choice(kinds)
        by_kind[call.kind].append(Fault(at, kind, kind in KINDS[call.kind] and chance.random() < 0.5))
    for faults in by_kind.values():
        chance.shuffle(faults)
    turns = cycle(sorted(by_kind))
    found: list[Fault] = []
    while len(found) < number and any(by_kind.values()):
        if faults := by_kind[next(turns)]:
            found.append(faults.pop())
    return found


def _steps(laid: list[Ready], size: int, seed: int) -> Iterator[Job]:
    for each in laid:
        if each.wrong:
            continue
        for fault in chosen(each.calls, max(1, round(size * _SHARES[each.name])), seed):
            name = f"{each.name}:{fault.at}:{fault.kind}{'+' if fault.stays else ''}"
            yield with_fault, (each, Setting(fault), name, f"{each.name}, a call fails")


def _limits(laid: list[Ready], size: int, seed: int) -> Iterator[Job]:
    there = [each for each in laid if each.name in _LIMITED and not each.wrong]
    chance = random.Random(seed)  # noqa: S311
    settings = [(each, limit) for limit in _LIMITS for each in there]
    chance.shuffle(settings)
    for each, limit in islice(settings, max(1, size // 9)):
        ((what, value),) = limit.items()
        kind = {"FSIZE": "a limit of file sizes", "NOFILE": "a limit of open files", "AS": "a limit of memory"}[what]
        yield with_fault, (each, Setting(limits=limit), f"{each.name}, {what} {value}", kind)
    for each in there[:2]:
        for clock in islice(cycle(_CLOCKS), max(1, size // 100)):
            yield with_fault, (each, Setting(clock=clock), f"{each.name}, clock {clock}", "a clock that jumps")


def _moments(base: Path, size: int, seed: int) -> Iterator[Job]:
    for number in range(max(1, size // 80)):
        yield _in_arena, (base, "race", seed * 1000 + number)
    for number in range(max(1, size // 200)):
        yield _in_arena, (base, "serve", seed * 1000 + number)
    for number in range(size // 200):
        yield _in_arena, (base, "true", seed * 1000 + number)


def _in_arena(base: Path, what: str, seed: int) -> list[Result]:
    """Run some trials of a kind one after the other in a world of their own, each on what the last left."""
    arena = Arena(base, quick=what != "true")
    try:
        if what == "race":
            signals = (signalled(arena, seed * 10 + number) for number in range(5))
            races = (race(arena, seed, 2), race(arena, seed, 4), edited_meanwhile(arena, seed))
            return [*races, *signals]
        return served(arena, seed) if what == "serve" else [signalled(arena, seed * 10 + each) for each in range(4)]
    finally:
        cleared(arena)


def _flat(found: Result | list[Result]) -> list[Result]:
    return found if isinstance(found, list) else [found]


def _outcome(laid: list[Ready], results: list[Result]) -> Outcome:
    kinds = Counter(each.kind for each in results)
    also = Counter(chain.from_iterable(each.also for each in results))
    broken = sum(bool(each.failures) for each in results)
    counts = {
        "faults in all": len(results),
        **dict(sorted(kinds.items())),
        **also,
        "broke a promise": broken,
    }
    clean = [Failure(f"{each.name}:0:none", "a clean run fails", each.wrong[-1500:]) for each in laid if each.wrong]
    return Outcome(counts, (*clean, *_grouped(chain.from_iterable(each.failures for each in results))))


def _grouped(failures: Iterable[Failure]) -> Iterator[Failure]:
    """Tell failures of one kind once, with the seeds of the others."""
    groups = defaultdict[str, list[Failure]](list)
    for each in failures:
        groups[_KIND.sub("", each.what)].append(each)
    for first, *others in sorted(groups.values(), key=len, reverse=True):
        if not others:
            yield first
            continue
        seeds = "; ".join(each.seed for each in others[:8])
        more = f"so did {len(others)} others: {seeds}{' …' if len(others) > 8 else ''}"
        yield Failure(first.seed, first.what, f"{first.reduced}\n{more}")


if __name__ == "__main__":
    for asked in sys.argv[1:]:
        sys.stdout.write(as_text(asked, Outcome({}, trial(asked).failures)))
