"""What a campaign tells: how much it tried, and what it broke, each with what is needed to see it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One promise broken: by which seed, how, and by the smallest input that was found to do it."""

    seed: str
    what: str
    reduced: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a campaign. `counts` says how many of each thing were tried, in words."""

    counts: Mapping[str, int]
    failures: tuple[Failure, ...] = ()


def as_text(name: str, outcome: Outcome) -> str:
    """Return an outcome in lines."""
    lines = [f"{name}: {len(outcome.failures) or 'no'} failures"]
    lines += [f"  {number:>9,} {what}" for what, number in outcome.counts.items()]
    for each in outcome.failures:
        lines += [
            f"  FAILED with seed {each.seed}: {each.what}",
            *(f"    {line}" for line in each.reduced.splitlines()),
        ]
    return "\n".join(lines) + "\n"
