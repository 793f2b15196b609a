"""Known vulnerabilities in the packages of the lock files, where the database that pip-audit asks can be reached.

Run it by `make audit`. It ends with 0 if every package was audited and nothing is known against any, with 1 if
something is, and with 3 if the database said nothing of some or of all: that is not a pass, and is not called one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parent.parent
FOUND, UNKNOWN = 1, 3


@dataclass(frozen=True, slots=True)
class Audit:
    """How many packages were audited, which could not be, and what is known against the others, a line each."""

    audited: int
    unknown: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def code(self) -> int:
        """The exit code."""
        return FOUND if self.found else UNKNOWN if self.unknown or not self.audited else 0


def read(report: Mapping[str, Any]) -> Audit:
    """Return what a report of pip-audit in JSON says. Packages that it passed over are not among those audited."""
    packages = report["dependencies"]
    known = [each for each in packages if "skip_reason" not in each]
    found = [_line(package, flaw) for package in known for flaw in package["vulns"]]
    return Audit(len(known), tuple(each["name"] for each in packages if "skip_reason" in each), tuple(found))


def _line(package: Mapping[str, Any], flaw: Mapping[str, Any]) -> str:
    mended = ", ".join(flaw["fix_versions"]) or "none yet"
    return f"{package['name']} {package['version']}: {flaw['id']}, mended in {mended}"


def as_text(audit: Audit) -> str:
    """Return what is known, in lines."""
    if not audit.audited:
        return "nothing was audited: the database of vulnerabilities could not be reached\n"
    lines = [f"{audit.audited} packages audited, {len(audit.found) or 'no'} known vulnerabilities"]
    lines += [f"- {each}" for each in audit.found]
    lines += [f"not audited: {', '.join(audit.unknown)}"] if audit.unknown else []
    return "\n".join(lines) + "\n"


def main() -> int:
    """Audit all lock files."""
    locks = [argument for path in sorted(REPOSITORY.glob("requirements*.txt")) for argument in ("-r", str(path))]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "audit.json"
        command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner=off"]
        command += ["--format=json", f"--output={target}", *locks]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        audit = read(json.loads(target.read_bytes())) if target.is_file() else Audit(0, (), ())
    if not audit.audited:
        sys.stderr.write(done.stderr.strip().rpartition("\n")[2] + "\n")
    sys.stdout.write(as_text(audit))
    return audit.code


if __name__ == "__main__":
    sys.exit(main())
