"""Bytes that nobody would write, at every place that reads: by a fuzzer that follows the code, or else by Hypothesis.

The fuzzer is atheris, which is made for some systems and Pythons only. Where it is not there, that is said, and what it
would have tried is not counted; Hypothesis then mutates what the corpus has. `python -m tests.campaigns.fuzzing TARGET
[FILE …]` tries a target with files, as to see a failure again.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.campaigns.report import Failure, Outcome
from tests.campaigns.targets import CORPUS, TARGETS
from tests.conftest import REPOSITORY

SECONDS = 60
"""How long the fuzzer tries each target; the size of the campaign is the number of mutations where it is not there."""
_RUN = """
import sys, atheris
with atheris.instrument_imports(include=["factsheets"]):
    from tests.campaigns.targets import TARGETS
atheris.Setup(sys.argv[1:], TARGETS[sys.argv.pop(1)])
atheris.Fuzz()
"""
_SIGNS = (
    b": ",
    b"- ",
    b"[",
    b"]",
    b"{",
    b"}",
    b'"',
    b"'",
    b"\n",
    b"  ",
    b"#",
    b"|",
    b">",
    b"\t",
    b"\r\n",
    b"\xc3\xa4",
)


def campaign(size: int, seed: int) -> Outcome:
    """Try every target, by the fuzzer for a minute each, and by so many mutations of its corpus."""
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    has_fuzzer = importlib.util.find_spec("atheris") is not None
    for name in TARGETS:
        for data in mutated(name, size // len(TARGETS), seed):
            counts["mutations of the corpus tried"] += 1
            failures += tried(name, data)
        if has_fuzzer:
            runs, found = followed(name, seed)
            counts["inputs tried by the fuzzer that follows the code"] += runs
            failures += found
    if not has_fuzzer:
        counts["inputs tried by the fuzzer that follows the code: it is not made for this system or Python"] = 0
    return Outcome(counts, tuple(failures[:100]))


def seeds(name: str) -> list[bytes]:
    """Return the inputs that stay for a target."""
    return [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]


def mutated(name: str, number: int, seed: int) -> list[bytes]:
    """Return so many changed inputs of a target's corpus: bytes taken out, put in, doubled, or from another."""
    random, kept = Random(f"{name}-{seed}"), seeds(name)  # noqa: S311 - a seed, not a secret
    return [_changed(random.choice(kept), kept, random) for _ in range(number)]


def _changed(data: bytes, kept: list[bytes], random: Random) -> bytes:
    for _ in range(random.randint(1, 6)):
        start = random.randint(0, len(data))
        end = min(len(data), start + random.choice((0, 1, 1, 2, 8, 40)))
        other = random.choice(kept)
        at = random.randint(0, len(other))
        doubled = data[start:end] * random.choice((1, 2, 50))
        pieces = (b"", doubled, other[at : at + 30], random.choice(_SIGNS), random.randbytes(2))
        piece = random.choice(pieces)
        data = data[:start] + piece + data[end:]
    return data[:20_000]


def tried(name: str, data: bytes) -> list[Failure]:
    """Try one input; return what it broke, with the smallest part of it that was found to break it, too."""
    try:
        TARGETS[name](data)
    except Exception as error:  # noqa: BLE001 - nothing may be raised
        return [Failure(name, f"{type(error).__name__}: {error}"[:300], repr(reduced(name, data, type(error)))[:2000])]
    return []


def reduced(name: str, data: bytes, kind: type[Exception]) -> bytes:
    """Return a smaller input that raises the same kind of error: ever smaller parts are left out while it does."""
    width = max(1, len(data) // 2)
    while width:
        at = 0
        while at < len(data):
            less = data[:at] + data[at + width :]
            if _raises(name, less, kind):
                data = less
            else:
                at += width
        width //= 2
    return data


def _raises(name: str, data: bytes, kind: type[Exception]) -> bool:
    try:
        TARGETS[name](data)
    except kind:
        return True
    except Exception:  # noqa: BLE001 - another fault than the one that is looked for
        return False
    return False


def followed(name: str, seed: int) -> tuple[int, list[Failure]]:
    """Let the fuzzer try a target in a process of its own, with limits; return how much it tried, and what it broke."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) / "corpus"
        work.mkdir()
        limits = [f"-max_total_time={SECONDS}", "-timeout=5", "-rss_limit_mb=900", "-max_len=4096", f"-seed={seed + 1}"]
        command = [
            sys.executable,
            "-c",
            _RUN,
            name,
            *limits,
            f"-artifact_prefix={folder}/",
            str(work),
            str(CORPUS / name),
        ]
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, errors="replace", check=False)
        said = re.findall(r"^Done (\d+) runs|^#(\d+)\s", done.stderr, re.MULTILINE)
        runs = max((int(number) for pair in said for number in pair if number), default=0)
        broken = [path for path in Path(folder).iterdir() if path.name.startswith(("crash-", "timeout-", "oom-"))]
        found = [Failure(f"{name} (atheris)", done.stderr[-400:], repr(path.read_bytes())[:2000]) for path in broken]
    if done.returncode and not found:
        found = [Failure(f"{name} (atheris)", "the fuzzer itself failed", done.stderr[-800:])]
    return runs, found


def main(arguments: list[str]) -> None:
    """Try a target with files."""
    name, *paths = arguments
    for path in paths:
        TARGETS[name](Path(path).read_bytes())


if __name__ == "__main__":
    main(sys.argv[1:])
