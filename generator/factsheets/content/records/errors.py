"""How a record's own types say that a text does not fit."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

_SHOWN = 60
"""Letters of a value that a message repeats."""


def short(value: object) -> str:
    """Return a value as a message shows it, in quotation marks and cut where it is long."""
    text = value if isinstance(value, str) else str(value)
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")


def misfit(
    code: str, message: str, hint: str, *, remedy: str | None = None, at: tuple[str | int, ...] = ()
) -> ValueError:
    """Return the error a validator raises.

    `code` is a diagnostic's code; `hint` and `remedy` become the diagnostic's; `at` leads from the field to the
    narrower value at fault.
    """
    context = {"message": message, "hint": hint, "remedy": remedy, "at": at}
    return PydanticCustomError(code, "{message}", context)
