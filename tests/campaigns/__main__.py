"""Run campaigns and print what they found; the exit code is 1 if any failed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.campaigns import bounds, faults, fuzzing, hostile, worlds
from tests.campaigns.report import Outcome, as_text


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign by the number of its trials and a seed, with the number that makes it whole."""

    run: Callable[[int, int], Outcome]
    whole: int


CAMPAIGNS: Mapping[str, Campaign] = {
    "bounds": Campaign(bounds.campaign, 100),
    "worlds": Campaign(worlds.campaign, 2000),
    "fuzz": Campaign(fuzzing.campaign, 18_000),
    "hostile": Campaign(hostile.campaign, 3000),
    "faults": Campaign(faults.run, faults.WHOLE),
}


def main(arguments: list[str]) -> int:
    """Run the campaigns named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(CAMPAIGNS)}")
    parser.add_argument("--seed", type=int, default=0, help="another seed, other trials [default: 0]")
    parser.add_argument("--size", type=float, default=1.0, help="a share of the trials [default: 1, all]")
    asked = parser.parse_args(arguments)
    if unknown := [each for each in asked.names if each not in CAMPAIGNS]:
        parser.error(f"no campaign is called {', '.join(unknown)}")
    failed = False
    for name in asked.names or CAMPAIGNS:
        each = CAMPAIGNS[name]
        outcome = each.run(max(1, round(each.whole * asked.size)), asked.seed)
        sys.stdout.write(as_text(name, outcome))
        sys.stdout.flush()
        failed = failed or bool(outcome.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
