"""How a record's own types say that a text does not fit."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def misfit(
    code: str, message: str, hint: str, *, remedy: str | None = None, at: tuple[str | int, ...] = ()
) -> ValueError:
    """Return the error a validator raises.

    `code` is a diagnostic's code; `hint` and `remedy` become the diagnostic's; `at` leads from the field to the
    narrower value at fault.
    """
    context = {"message": message, "hint": hint, "remedy": remedy, "at": at}
    return PydanticCustomError(code, "{message}", context)
