"""One request to a host at a time, and a pause after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from factsheets.review.reach.politeness import Politeness


class Turns:
    """Hosts take turns: whoever asks one waits for whoever asks it now, and then leaves it alone for a while."""

    def __init__(self, politeness: Politeness) -> None:
        self._manners = politeness
        self._locks: dict[str, Lock] = {}
        self._door = Lock()

    @contextmanager
    def of(self, host: str) -> Iterator[None]:
        """Wait for a turn with a host, and hold it through the pause after what is done with it."""
        with self._door:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            yield
            self._manners.sleep(self._manners.pause)
