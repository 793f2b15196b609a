"""Builders side by side, editors meanwhile, signals, and a server that is asked while builds are killed."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from urllib.error import URLError
from urllib.request import urlopen

from tests.campaigns.judging import Result, last_lines, tail, traces
from tests.campaigns.report import Failure
from tests.campaigns.scenarios import BUILD, lay_world, version
from tests.campaigns.trials import Ran, Setting, Tree, run, start, tree_of, wait_a_bit

_VERSIONS = 4
_PAGES = ("index.html", "people/ada-moe.html", "de/index.html")
_WAITS = 20.0
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


class Reader:
    """Somebody who reads some pages of a site again and again, and keeps what was none of the known ones."""

    def __init__(self, site: Path, bodies: Mapping[str, set[bytes]]) -> None:
        """`bodies` are the pages as they may be."""
        self._site, self._bodies = site, bodies
        self.wrong: list[str] = []
        self.read = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read until the end of the block."""
        done = Event()
        thread = Thread(target=self._loop, args=(done,))
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _loop(self, done: Event) -> None:
        while not done.is_set():
            for name in _PAGES:
                try:
                    if (self._site / name).read_bytes() not in self._bodies[name]:
                        self.wrong.append(f"{name} was read half")
                except OSError as error:
                    self.wrong.append(f"{name} was not there: {error.strerror}")
                self.read += 1
            done.wait(0.001)


class Arena:
    """A world with a published site, and the sites that each version of its content has."""

    def __init__(self, base: Path, *, quick: bool = True, versions: int = _VERSIONS) -> None:
        """Every version is built once, so that what may be read is known."""
        self.root = Path(tempfile.mkdtemp(prefix="arena-", dir=base)) / "root"
        self.quick, self.versions = quick, versions
        lay_world(self.root, version(0))
        self.sites: list[Tree] = []
        self.bodies: dict[str, set[bytes]] = {name: set() for name in _PAGES}
        for number in range(versions):
            self.edit(number)
            ran = run(self.root, BUILD, Setting(quick=quick))
            if ran.code:
                raise RuntimeError(ran.said)
            self.sites.append(tree_of(self.root / "site"))
            for name in _PAGES:
                self.bodies[name].add((self.root / "site" / name).read_bytes())

    def edit(self, number: int) -> None:
        """Write a version of the content, as an editor does that writes beside and renames."""
        ((name, text),) = version(number).items()
        beside = self.root / "edited"
        beside.write_text(text, "utf-8")
        beside.replace(self.root / "content" / name)

    def reader(self) -> Reader:
        """Return somebody who reads the site."""
        return Reader(self.root / "site", self.bodies)

    def ends_well(self, number: int) -> list[str]:
        """Return what is wrong after all: the site, and that of the next build on a version of the content."""
        found = [] if tree_of(self.root / "site") in self.sites else ["the site is neither old nor new"]
        self.edit(number)
        last = run(self.root, BUILD, Setting(quick=self.quick))
        found += traces(last, "the next build")
        if tree_of(self.root / "site") != self.sites[number]:
            found.append(f"the next build does not publish the content (exit code {last.code}): {tail(last.said)}")
        return found


def race(arena: Arena, seed: int, builders: int) -> Result:
    """Let builders start together, each on another version of the content."""
    chance, reader = random.Random(seed), arena.reader()  # noqa: S311 - for a campaign
    with reader.reading():
        running = []
        for number in range(builders):
            arena.edit(number % arena.versions)
            running.append(start(arena.root, BUILD, Setting(quick=arena.quick)))
            time.sleep(chance.random() * 0.15)
        ran = [each.wait() for each in running]
    found = [said for each in ran for said in traces(each, "a builder")]
    found += [f"a builder crashed: {tail(each.said)}" for each in ran if each.code < 0]
    return _result(
        f"{builders} builders at once", f"race {builders}:{seed}", found + reader.wrong[:1] + arena.ends_well(1), ran
    )


def edited_meanwhile(arena: Arena, seed: int) -> Result:
    """Let an editor change the content all the time while it is built."""
    chance, reader = random.Random(seed), arena.reader()  # noqa: S311
    with reader.reading():
        child = start(arena.root, BUILD, Setting(quick=arena.quick))
        for _ in range(chance.randrange(5, 60)):
            arena.edit(chance.randrange(arena.versions))
            time.sleep(chance.random() * 0.02)
        ran = child.wait()
    return _result(
        "edits meanwhile", f"edits:{seed}", traces(ran, "the build") + reader.wrong[:1] + arena.ends_well(2), [ran]
    )


def signalled(arena: Arena, seed: int) -> Result:
    """End a build at any moment by a signal."""
    chance, reader = random.Random(seed), arena.reader()  # noqa: S311
    which = chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    arena.edit(chance.randrange(arena.versions))
    with reader.reading():
        child = start(arena.root, BUILD, Setting(quick=arena.quick))
        time.sleep(chance.random() * (0.9 if arena.quick else 6))
        with suppress(ProcessLookupError):
            os.kill(child.process, which)
        ran = child.wait()
    engine = "the quick engine" if arena.quick else "the true engine"
    found = traces(ran, "the build") + reader.wrong[:1] + arena.ends_well(3)
    return _result(f"{which.name} at any moment, {engine}", f"signal {engine}:{seed}", found, [ran])


def served(arena: Arena, seed: int, kills: int = 5) -> list[Result]:
    """Ask a server for pages while the content is edited and builds beside it are killed."""
    chance = random.Random(seed)  # noqa: S311
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    child = start(arena.root, ("serve", "--date", "2025-03-01", "--port", str(port)))
    found = (
        [] if wait_a_bit(_WAITS, lambda: _answer(port, "index.html") is not None) else ["the server does not answer"]
    )
    results = []
    for each in range(kills):
        arena.edit(chance.randrange(arena.versions))
        builder = start(arena.root, BUILD)
        end = time.monotonic() + chance.random() * 0.9
        while time.monotonic() < end and not found:
            found += _asked(arena, port)
        with suppress(ProcessLookupError):
            os.kill(builder.process, signal.SIGKILL)
        builder.wait()
        found += _asked(arena, port) if not found else []
        results.append(_result("a builder killed beside a server under load", f"serve:{seed}:{each}", found, []))
        found = []
    os.kill(child.process, signal.SIGINT)
    ran = child.wait()
    return [*results, _result("servers ended", f"serve:{seed}", traces(ran, "the server") + arena.ends_well(0), [ran])]


def _asked(arena: Arena, port: int) -> list[str]:
    """Return what a reader gets that is neither old nor new, but for what the server changes: policy and script."""
    found = []
    for name in _PAGES:
        answer = _answer(port, name)
        wanted = [_POLICY.sub(b"", each).partition(b"</body>")[0] for each in arena.bodies[name]]
        if answer is None or not any(answer.startswith(each) for each in wanted):
            found.append(f"the server answers for {name}: {(answer or b'nothing')[:80]!r}")
    return found


def _answer(port: int, name: str) -> bytes | None:
    try:
        with urlopen(f"http://127.0.0.1:{port}/{name}", timeout=5) as answer:
            return bytes(answer.read())
    except (URLError, OSError):
        return None


def _result(kind: str, seed: str, found: list[str], ran: list[Ran]) -> Result:
    reduced = "\n".join(last_lines(each) for each in ran)
    return Result(kind, tuple(Failure(seed, each, reduced) for each in found))


def cleared(arena: Arena) -> None:
    """Remove an arena."""
    shutil.rmtree(arena.root.parent, ignore_errors=True)
