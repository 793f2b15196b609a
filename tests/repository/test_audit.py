"""What could not be audited is not called safe."""

from __future__ import annotations

from typing import Any

import pytest

from tests.audit import Audit, as_text, read

SOUND: dict[str, Any] = {"name": "sound", "version": "1", "vulns": []}
FLAWED = {
    "name": "flawed",
    "version": "2",
    "vulns": [{"id": "X-1", "fix_versions": ["3"]}, {"id": "X-2", "fix_versions": []}],
}
SKIPPED = {"name": "odd", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "code", "words"),
    [
        ([SOUND], 0, "1 packages audited, no known"),
        ([SOUND, FLAWED], 1, "- flawed 2: X-1, mended in 3\n- flawed 2: X-2, mended in none yet\n"),
        ([SOUND, SKIPPED], 3, "not audited: odd\n"),
        ([FLAWED, SKIPPED], 1, "not audited: odd\n"),
        ([SKIPPED], 3, "nothing was audited"),
        ([], 3, "nothing was audited"),
    ],
)
def test_only_what_was_audited_can_pass(packages: list[dict[str, Any]], code: int, words: str) -> None:
    audit = read({"dependencies": packages})
    assert audit.code == code
    assert words in as_text(audit)


def test_a_database_that_is_not_there_is_no_pass() -> None:
    assert Audit(0, (), ()).code not in {0, 1}
