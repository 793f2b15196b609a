"""The hash of every script and style, in the pages that load them: a browser then takes no other bytes for them.

Pages opened from a folder cannot have this: what a `file:` address gives is of no known origin, and Chromium refuses to
compare it. So it is for sites that a server sends, and only where it is asked for.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha384
from pathlib import Path

from factsheets.site import files

_LOADED = re.compile(r'<(?:script src|link rel="stylesheet" href|dialog [^>]*?data-index)="([^"?#]+)"')
"""What loads a script or a style: the pages' own elements, and the search, which loads its index when it is used."""


def hashes(tree: Path) -> dict[str, str]:
    """Return the hash of every script and style sheet of a tree, by its path, as Subresource Integrity writes it."""
    found = (path for path in files.below(tree) if path.suffix in {".js", ".css"})
    return {path.relative_to(tree).as_posix(): f"sha384-{_encoded(path.read_bytes())}" for path in found}


def sealed(html: str, name: str, known: Mapping[str, str]) -> str:
    """Return a page, known by its path in the tree, with the hash beside each address that loads something.

    Raises ValueError for an address that leads to nothing that has a hash.
    """
    return _LOADED.sub(lambda match: _with_hash(match, name, known), html)


def _with_hash(match: re.Match[str], name: str, known: Mapping[str, str]) -> str:
    attribute = "data-integrity" if match[0].startswith("<dialog") else "integrity"
    return f'{match[0]} {attribute}="{known[_target(match[1], name, known)]}"'


def _target(address: str, name: str, known: Mapping[str, str]) -> str:
    """Return the path that an address of a page leads to; one from the root may begin with the folders of the site."""
    if not address.startswith("/"):
        found = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
        ways = [found]
    else:
        parts = address.strip("/").split("/")
        ways = ["/".join(parts[start:]) for start in range(len(parts))]
    for each in ways:
        if each in known:
            return each
    raise ValueError(f"{name} loads {address}, which is not there")


def _encoded(data: bytes) -> str:
    return b64encode(sha384(data).digest()).decode()
