"""Everything that the project installs has a licence under which anybody may use and pass on what is made with it."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from tests.conftest import REPOSITORY

ALLOWED = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MPL-2.0", "PSF-2.0"}
"""Licences that ask for their own text alone; the Mozilla one asks so of its own files, which nobody here changes."""

FAMILIES = {
    "Apache Software License": {"Apache-2.0"},
    "BSD License": {"BSD-2-Clause", "BSD-3-Clause"},
    "MIT License": {"MIT"},
    "Mozilla Public License 2.0 (MPL 2.0)": {"MPL-2.0"},
}
"""What older packages say in the words of a list that tells less apart."""

BEGINNINGS = {
    "Apache-2.0": "Apache License Version 2.0",
    "BSD-2-Clause": "BSD 2-Clause License",
    "BSD-3-Clause": "BSD 3-Clause License",
    "MIT": "MIT License",
}
"""How the texts of licences begin, for packages that say nothing else."""

LISTED: dict[str, str] = tomllib.loads((Path(__file__).parent / "licences.toml").read_text("utf-8"))


def locked() -> set[str]:
    """Return the names of all packages in the lock files."""
    text = "\n".join(path.read_text("utf-8") for path in REPOSITORY.glob("requirements*.txt"))
    return set(re.findall(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^]]*])?==", text, re.MULTILINE))


def parts(expression: str) -> set[str]:
    return set(re.split(r" (?:AND|OR|WITH) ", expression.strip("()")))


def own_words(package: Distribution) -> set[str]:
    """Return the licences that a package may mean by what it says; nothing if it says nothing that is understood."""
    said = package.metadata
    if "License-Expression" in said:
        return parts(said["License-Expression"])
    names = {each.rpartition(" :: ")[2] for each in said.get_all("Classifier", []) if each.startswith("License")}
    if found := set[str]().union(*(FAMILIES.get(name, set()) for name in names)):
        return found
    files = (package.read_text(name) or "" for name in ("licenses/LICENSE", "LICENSE"))
    texts = [" ".join(text.split()) for text in (*said.get_all("License", []), *files)]
    return {each for text in texts for each, begins in BEGINNINGS.items() if text.startswith((each, begins))}


def test_every_package_that_is_locked_has_a_licence_that_is_allowed() -> None:
    assert locked() == set(LISTED), "write into licences.toml what each new package says of itself"
    assert {name: text for name, text in LISTED.items() if not parts(text) <= ALLOWED} == {}


def test_the_list_says_what_the_packages_say() -> None:
    told = 0
    for name, expression in LISTED.items():
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # of another system, or of another lock file
        assert parts(expression) <= own_words(package), name
        told += 1
    assert told > 60


def test_a_licence_that_is_not_allowed_would_be_found() -> None:
    assert not parts("MIT OR GPL-3.0-only") <= ALLOWED
    assert parts("(MIT AND PSF-2.0)") <= ALLOWED
