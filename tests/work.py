"""Work, counted by calls: it is the same on every machine, however busy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType

import factsheets

_PROGRAM = str(Path(factsheets.__file__).parent)


def work_of(do: Callable[[], object]) -> int:
    """Return how many calls a piece of work makes, of functions of the program and of those that these call."""
    calls = 0
    own: dict[CodeType, bool] = {}

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        if event not in {"call", "c_call"}:
            return
        code = frame.f_code
        is_own = own.get(code)
        if is_own is None:
            is_own = own[code] = code.co_filename.startswith(_PROGRAM)
        calls += is_own

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        do()
    finally:
        sys.setprofile(before)
    return calls


def growth(do: Callable[[int], object], size: int) -> float:
    """Return by how much the work grows when the size doubles: about 2 where it is in proportion, 4 where squared."""
    do(2)  # what is made once is made now
    return work_of(lambda: do(2 * size)) / work_of(lambda: do(size))
