"""One code of a diagnostic, with its long story."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `wrong` and `right` are lines of a file, or words where the matter is not in the lines."""

    code: str
    title: str
    why: str
    wrong: str
    right: str

    def as_text(self) -> str:
        """Return the long story for a terminal."""
        return "\n\n".join(
            [
                f"{self.code}: {self.title}",
                self.why,
                f"wrong:\n{_indented(self.wrong)}",
                f"right:\n{_indented(self.right)}",
            ]
        )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
