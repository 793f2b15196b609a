"""How to ask: who asks, how long to wait, how often to try, and whom not to ask."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factsheets.review.reach.hosts import is_public, resolve


@dataclass(frozen=True, slots=True)
class Politeness:
    """How to ask. All times are in seconds.

    `agent` names who asks. One request must be answered within `timeout`; after each, its host is left alone for
    `pause`. Of hosts, `together` are asked at a time. A server that is busy is asked `tries` times in all; `backoff`
    is the first wait, which doubles, or what the server asks for, but never more than `longest`.
    """

    agent: str
    timeout: float = 20
    pause: float = 1
    together: int = 8
    tries: int = 3
    backoff: float = 5
    longest: float = 60
    sleep: Callable[[float], None] = time.sleep
    resolve: Callable[[str, int], Sequence[str]] = resolve
    is_allowed: Callable[[str, int], bool] = is_public
