"""Nothing takes for ever: files that the limits let in, each as bad as it can be, with every command that reads them.

Each is measured in a process of its own, seconds of the processor and memory at its most; more than 5 s or 500 MB is a
failure. That the work does not grow with the square of the size is held by the tests, which count it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from factsheets.content.source.encoding import LARGEST
from tests.campaigns.report import Failure, Outcome
from tests.conftest import REPOSITORY
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
COMMANDS = (("check",), ("format", "--check"), ("fix",))


def campaign(size: int, seed: int) -> Outcome:
    """Measure so many shapes, all if there are fewer, with every command; the seed changes nothing."""
    del seed
    counts: dict[str, int] = {}
    failures: list[Failure] = []
    for name, changes in list(SHAPES.items())[:size]:
        for command in COMMANDS:
            with tempfile.TemporaryDirectory() as folder:
                lay(Path(folder), changes())
                seconds, megabytes, said = measured([*command, "--root", folder])
            what = f"ms, {megabytes} MB: {' '.join(command)}, {name}"
            counts[what] = round(seconds * 1000)
            if seconds > SECONDS or megabytes > MEGABYTES or said:
                failures.append(Failure(name, f"{seconds:.1f} s, {megabytes} MB: {' '.join(command)}", said))
    return Outcome(counts, tuple(failures))


def measured(arguments: list[str]) -> tuple[float, int, str]:
    """Return the seconds and megabytes that a command took, and what it said if it broke."""
    limit = (int(SECONDS) * 6, int(SECONDS) * 6)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *arguments],
        cwd=REPOSITORY,
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
