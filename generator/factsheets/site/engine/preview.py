"""The site in a browser while it is being worked on: served to whoever asks this machine by its own name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

_LONGEST = 2000
"""Characters of a path that is looked up; none of the site's has more than a tenth."""


def serve(site: Path, watched: Iterable[Path], rebuild: Callable[[], None], host: str, port: int) -> None:
    """Serve a folder until interrupted, calling `rebuild` on every change below `watched` and reloading the browser.

    Files are looked up by name at each request, so the folder may be exchanged meanwhile. Raises OSError where it
    cannot listen there.
    """
    server = _Preview(builder=rebuild, host=host, port=port, root=str(site), mount_path="/")
    server.names = frozenset({"localhost", host.casefold()})
    for folder in watched:
        server.watch(str(folder))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it unannotated
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown(wait=server.serve_thread.is_alive())  # else that thread would keep the program alive


_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


class _Preview(LiveReloadServer):
    """MkDocs's server, which answers nobody who came by another name.

    A page elsewhere could let its own name lead here, and so read drafts through its reader's browser.
    """

    names: frozenset[str] = frozenset()

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request, or refuse it."""
        if not _is_own(environ.get("HTTP_HOST", ""), self.names):
            return _refused(start_response, "421 Misdirected Request", "this preview has another address")
        if not _is_path(environ.get("PATH_INFO", "")):
            return _refused(start_response, "404 Not Found", "no page has such an address")
        answer: Iterable[bytes] = super().serve_request(environ, start_response)
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Put the script that reloads into a page, and take out the policy that forbids it."""
        answer: bytes = super()._inject_js_into_html(_POLICY.sub(b"", content), epoch)  # type: ignore[no-untyped-call]
        return answer


def _is_own(host: str, names: frozenset[str]) -> bool:
    """Tell whether a Host header names this machine: by its number, which nobody else's name can be, or as here."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if name in names:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _is_path(path: str) -> bool:
    """Tell whether the bytes of a path, given as Latin-1, are text that a file could be named by."""
    try:
        return len(path) <= _LONGEST and path.encode("latin-1").decode().isprintable()
    except UnicodeError:
        return False


def _refused(start_response: Callable[..., Any], status: str, why: str) -> Iterable[bytes]:
    start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [f"{why}\n".encode()]
