"""How the program's time grows: each stage on the real content with few and with many more votes, in one run.

Run it by `make bench`. Only the ratios mean anything; the seconds are those of one machine on one day.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from factsheets import pipeline
from factsheets.derive import derive
from factsheets.derive.agreement import agreement
from factsheets.site.exports import exports
from factsheets.site.pages import pages
from factsheets.site.render import render

REPOSITORY = Path(__file__).parent.parent
FEW, MANY = 20, 80
"""How many votes are added to the real content."""

T = TypeVar("T")


def content(root: Path, votes: int) -> Path:
    """Copy the real content and add votes of the General Assembly in which everybody is in favour."""
    folder = root / f"content-{votes}"
    shutil.copytree(REPOSITORY / "content", folder)
    members = ", ".join(sorted(path.stem for path in (folder / "states").glob("*.yaml")))
    for number in range(votes):
        text = (
            f"symbol: BENCH/{number}\ntitle: {{en: x, de: x}}\nsummary: {{en: x, de: x}}\nbody: un-general-assembly\n"
            f"date: 2020-01-01\nvotes:\n  - id: adoption\n    on: [resolution]\n    rule: other-question\n"
            f"    roll_call: {{yes: [{members}]}}\nsources: [un-charter]\n"
        )
        (folder / "resolutions" / f"bench-{number}.yaml").write_text(text, "utf-8")
    return folder


def timed(seconds: dict[str, float], stage: str, work: Callable[[], T]) -> T:
    """Do the work and note the processor time it took, which other programs disturb least."""
    start = time.process_time()
    result = work()
    seconds[stage] = time.process_time() - start
    return result


def stages(folder: Path) -> dict[str, float]:
    """Return the seconds that each stage takes."""
    seconds: dict[str, float] = {}
    checked = timed(seconds, "read, parse, link, check", lambda: pipeline.check(folder))
    derived = timed(seconds, "derive", lambda: derive(checked.facts))
    casts = list(derived.casts.values())
    timed(seconds, "agreement of all pairs", lambda: [agreement(one, other) for one in casts for other in casts])
    timed(seconds, "exports", lambda: exports(checked.facts, derived))
    made = timed(seconds, "pages", lambda: list(pages(checked.facts, derived)))
    timed(seconds, "render", lambda: [render(page) for page in made])
    return seconds


def main() -> None:
    """Print each stage's time for few and for many votes, and how much longer many take."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (stages(content(Path(folder), votes)) for votes in (FEW, MANY))
    print(f"{'stage':<28}{f'+{FEW} votes':>12}{f'+{MANY} votes':>12}{'ratio':>8}")  # noqa: T201 - a report
    for stage, seconds in few.items():
        print(f"{stage:<28}{seconds:>11.2f}s{many[stage]:>11.2f}s{many[stage] / seconds:>8.1f}")  # noqa: T201


if __name__ == "__main__":
    main()
