"""Many addresses visited: several hosts at a time, of each host one address after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

from factsheets.review.reach.politeness import Politeness
from factsheets.review.reach.turns import Turns
from factsheets.review.reach.visiting import Visit, host_of, visit


def visit_all(addresses: Iterable[str], politeness: Politeness) -> Mapping[str, Visit]:
    """Return what a visit to each address comes to, in the order of the addresses, whichever answered first."""
    every = tuple(dict.fromkeys(addresses))
    by_host: dict[str, list[str]] = {}
    for address in every:
        by_host.setdefault(host_of(address), []).append(address)
    turns = Turns(politeness)
    with ThreadPoolExecutor(politeness.together) as pool:
        rounds = pool.map(lambda group: [visit(each, politeness, turns) for each in group], by_host.values())
        found = {
            address: made
            for group, visits in zip(by_host.values(), rounds, strict=True)
            for address, made in zip(group, visits, strict=True)
        }
    return {address: found[address] for address in every}
