"""Why an engine did not come to its end: it refused the tree, or the machine refused it something."""

from __future__ import annotations

import re
import signal

_RAISED = re.compile(
    r"\w*Error: \[Errno (?P<number>\d+)\] (?P<said>[^:]+)(?:: '(?P<path>[^']*)')?(?: -> '(?P<to>.*)')?"
)
_KILLED = -9
"""What ends a program that gets no more memory, on systems that end it rather than refuse."""


class EngineError(Exception):
    """The engine refused the tree. The text is what it said."""


def failure(text: str, code: int) -> EngineError | OSError | MemoryError:
    """Return what to raise for an engine that printed a text and ended with a code, which is not 0."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("INFO")]
    last = lines[-1] if lines else ""
    if code == _KILLED or last.startswith("MemoryError"):
        return MemoryError()
    if found := _RAISED.fullmatch(last):
        return OSError(int(found["number"]), found["said"], found["to"] or found["path"])
    if code < 0:
        lines.append(f"the engine was ended by the signal {_name(-code)}; run the command again")
    return EngineError("\n".join(lines))


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
