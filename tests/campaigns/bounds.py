"""Nothing takes for ever: files that the limits let in, each as bad as it can be, with every command that reads them.

Each is measured in a process of its own, seconds of the processor and memory at its most; more than 5 s or 500 MB is a
failure. That the work does not grow with the square of the size is held by the tests, which count it.
"""

from __future__ import annotations

import io
import lzma
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from factsheets.content.source.compose import MOST_ENTRIES
from factsheets.content.source.encoding import LARGEST
from tests.campaigns.report import Failure, Outcome
from tests.conftest import git
from tests.coverage.writing import COVERED
from tests.long import every
from tests.world import WORLD, lay

SECONDS, MEGABYTES = 5.0, 500
PERSON, VOTE, SHEET = "people/ada-moe.yaml", "resolutions/resolution-1.yaml", "factsheets/first-day.yaml"

_MEASURED = """
import resource, sys
from factsheets.cli import main
try:
    main(sys.argv[1:], standalone_mode=False)
except (Exception, SystemExit) as error:
    if type(error).__name__ not in {"SystemExit", "UsageError", "BadParameter", "ClickException", "MachineError"}:
        raise
used = resource.getrusage(resource.RUSAGE_SELF)
print("\\n@", used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)
"""


def many(line: str, room: int = LARGEST - 4096) -> str:
    """Return as many numbered copies of a text as a file has room for; `{}` is the number."""
    width = len(line.format(100_000).encode())
    return "".join(line.format(number) for number in range(room // width))


def person(more: str) -> dict[str, str]:
    return {PERSON: WORLD[PERSON] + more}


SHAPES: Mapping[str, Callable[[], dict[str, str]]] = {
    "as it is": dict,
    "lines that break": lambda: {PERSON: many('a{}: "x\n')},
    "lists that break": lambda: {PERSON: "a:\n" + many("  - b: c: {}\n")},
    "brackets that stay open": lambda: {PERSON: many("a{}: [x\n")},
    "dashes behind a bracket": lambda: {PERSON: "a: [" + "-" * 500_000},
    "dashes": lambda: {PERSON: "a: x\n" + "-" * 500_000},
    "hyphens and spaces": lambda: {PERSON: "a: " + "- " * 250_000},
    "colons": lambda: {PERSON: "a: " + ": " * 250_000},
    "quotation marks": lambda: {PERSON: "a: " + "'\"" * 250_000},
    "comments": lambda: {PERSON: WORLD[PERSON] + many("# note {}\n")},
    "comments behind entries": lambda: person("other_names:\n" + many("  - A{} # note\n", 100_000)),
    "names": lambda: person("other_names: [" + many("A{}, ") + "A]\n"),
    "names that are not known": lambda: person(many("k{}: x\n")),
    "names that are nearly known": lambda: person(many("nam{}: x\n")),
    "states that are not there": lambda: {PERSON: WORLD[PERSON].replace("[NOR]", "[" + many("N{}, ") + "NOR]")},
    "sources that are not there": lambda: {PERSON: WORLD[PERSON].replace("[record]", "[" + many("r-{}, ") + "record]")},
    "offices": lambda: {
        PERSON: WORLD[PERSON].replace("sources:", many("  - title: {{en: a{}, de: b}}\n") + "sources:")
    },
    "a long number": lambda: person("born: " + "9" * 500_000 + "\n"),
    "a long name": lambda: {PERSON: WORLD[PERSON].replace("Ada Moe", "A" * 500_000)},
    "marks on a letter": lambda: {PERSON: WORLD[PERSON].replace("Ada Moe", "A" + "\u0301" * 200_000)},
    "voters that are not there": lambda: {
        VOTE: WORLD[VOTE].replace("yes: [NOR, FRA]", "yes: [" + many("N{}, ") + "FRA]")
    },
    "one voter again and again": lambda: {VOTE: WORLD[VOTE].replace("[NOR, FRA]", "[" + "NOR, " * 90_000 + "FRA]")},
    "votes": lambda: {
        VOTE: WORLD[VOTE].replace(
            "votes:\n",
            "votes:\n" + many("  - {{id: v{}, on: [resolution], rule: substantive, roll_call: {{yes: [NOR]}}}}\n"),
        )
    },
    "amendments": lambda: {VOTE: WORLD[VOTE].replace("votes:\n", many("  - {{id: a{}, by: unknown}}\n") + "votes:\n")},
    "key facts": lambda: {
        SHEET: WORLD[SHEET].replace(
            "resolutions: [", many("  - {{id: k{}, text: {{en: a, de: a}}, sources: [record]}}\n") + "resolutions: ["
        )
    },
    "brackets in brackets": lambda: {PERSON: "a: " + "[" * 250_000 + "]" * 250_000},
    "groups in groups": lambda: {PERSON: "a: " + "{b: " * 120_000},
    "blank lines": lambda: {PERSON: WORLD[PERSON] + "\n" * 500_000},
    "tabs": lambda: {PERSON: WORLD[PERSON] + "\t" * 500_000},
}
MOST_RECORDS = 300
"""So many records are made for a list that names some."""
_OTHER = str.maketrans("0123456789", "1234567890")
COMMANDS = (("check",), ("format", "--check"), ("fix",), ("diff", "HEAD"))
ROLL_CALLS: Mapping[str, Callable[[], bytes]] = {
    "and and and": lambda: b"In favour: " + b"and " * 120_000,
    "names and names": lambda: b"In favour: " + b"Norway and " * 40_000,
    "names in a line": lambda: b"In favour: " + b"Norway, " * 4_900,
    "lines": lambda: b"In favour:\n" + b"x\n" * 1_000_000,
    "hyphens": lambda: b"In favour:\n" + b"Nor-\n" * 4_900,
    "headings": lambda: b"Yes:\n" * 4_900,
    "halves of names": lambda: b"In favour: " + b"Republic of, " * 4_900,
    "brackets": lambda: b"In favour (" * 40_000,
    "spaces": lambda: b"In favour" + b" " * 490_000 + b":",
    "rows": lambda: b"name,vote\n" + b"Norway,yes\n" * 100_000,
    "columns": lambda: b"name,vote" + b",x" * 200_000 + b"\nNorway,yes\n",
    "a cell": lambda: b"name,vote\n" + b"N" * 1_900_000 + b",yes\n",
    "quotation marks": lambda: b'"' * 1_900_001,
    "a workbook that unpacks to much": lambda: _zip(b"\0" * (400 << 20)),
}
LISTS: Mapping[str, Callable[[], bytes]] = {
    "packed noughts": lambda: lzma.compress(b"\0" * (400 << 20), preset=0),
    "packed empty lines": lambda: lzma.compress(b'{"symbol": "x"}\n' + b"\n" * (400 << 20), preset=0),
    "a long line": lambda: lzma.compress(b"x" * (400 << 20), preset=0),
    "lists in lists": lambda: b'{"a": ' + b"[" * 400_000 + b"}\n",
    "half of a letter": lambda: b'{"symbol": "A/RES/1", "title": "\\ud800", "date": "2025-01-01"}\n' * 1000,
    "a long number": lambda: b'{"symbol": ' + b"9" * 500_000 + b"}\n",
    "columns": lambda: b"symbol,date" + b",x" * 200_000 + b"\n" + b"RES/1,2025-02-24\n" * 1000,
    "quotation marks": lambda: b"symbol,date\n" + b'"' * 900_001,
}
_NEW = ("new", "resolution", "--symbol", "RES/2", "--body", "council", "--date", "2025-02-24", "--title", "Two")


def _zip(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", data)
    return packed.getvalue()


def campaign(size: int, seed: int) -> Outcome:
    """Measure so many shapes of each kind, all if there are fewer; the seed changes nothing."""
    del seed
    counts: dict[str, int] = {}
    failures: list[Failure] = []
    for name, folder, command in cases(size):
        seconds, megabytes, said = measured(command, folder)
        what = f"ms, {megabytes} MB: {command[0]}, {name}"
        counts[what] = round(seconds * 1000)
        if seconds > SECONDS or megabytes > MEGABYTES or said:
            failures.append(Failure(name, f"{seconds:.1f} s, {megabytes} MB: {command[0]}", said))
    return Outcome(counts, tuple(failures))


def cases(size: int) -> Iterator[tuple[str, Path, Sequence[str]]]:
    """Yield the name of each case, the folder in which it is laid, and the command."""
    for name, changes, others in islice(shapes(), size):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            lay(root)
            git(root, "init", "-q")
            _commit(root)
            lay(root, changes)
            yield from ((name, root, command) for command in COMMANDS)
            _commit(root)
            lay(root, others)
            yield f"{name}, both sides", root, COMMANDS[-1]
    for kinds, command in (
        (ROLL_CALLS, (*_NEW, "--roll-call", "file")),
        (LISTS, ("coverage", "--against", "file")),
    ):
        for name, data in islice(kinds.items(), size):
            with tempfile.TemporaryDirectory() as folder:
                lay(Path(folder), COVERED)
                (Path(folder) / "file").write_bytes(data())
                yield name, Path(folder), command


def shapes() -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """Yield the name of each shape, its files, and the same with all else in them that can be another."""
    for name, changes in SHAPES.items():
        files = changes()
        yield name, files, {each: text.translate(_OTHER) for each, text in files.items()}
    for each in every():
        number = MOST_RECORDS if each.names_records else MOST_ENTRIES - 20
        number = number * LARGEST // max(LARGEST, len(each.world(number, number)[each.file].encode()) * 101 // 100)
        yield f"{each.name}, {number:,} of them", each.world(number), each.world(number, number)


def _commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "x")


def measured(arguments: Sequence[str], folder: Path) -> tuple[float, int, str]:
    """Return the seconds and megabytes that a command took in a folder, and what it said if it broke."""
    limit = (int(SECONDS) * 6, int(SECONDS) * 6)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, limit),
    )
    _, mark, numbers = done.stderr.rpartition("\n@ ")
    if not mark:
        return float(limit[0]), 0, done.stderr[-800:] or "ended by the limit of time"
    seconds, kilobytes = numbers.split()
    return float(seconds), int(kilobytes) // 1024, ""
