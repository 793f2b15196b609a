"""What a browser may do with a page: load the site's own files, and nothing else.

The policy is made from the files of the built site. It stands in every page, so that it holds from a folder and on any
host, and in files from which hosts take headers. Nothing that a page says widens it: a script or a style that stands in
the page itself is never allowed, whoever wrote it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from factsheets.site import files
from factsheets.site.publish.integrity import hashes, sealed

_CHARSET = '<meta charset="utf-8">'
_ALWAYS = {
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "factsheets",
}
_OWN = {"script-src": (".js",), "style-src": (".css",), "img-src": (".svg", ".png", ".jpg", ".webp", ".ico")}
"""What is allowed from the site itself if it has such a file."""
_DATA = ('url("data:image/', "url('data:image/", "url(data:image/")
_COMPANIONS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def policy(files: Iterable[str], styles: Iterable[str]) -> str:
    """Return the policy of a site with these files, by name, and style sheets, by text."""
    endings = {Path(name).suffix for name in files}
    own = {kind: "'self'" for kind, known in _OWN.items() if endings & set(known)}
    if any(mark in css for css in styles for mark in _DATA):
        own["img-src"] = f"{own.get('img-src', '')} data:".strip()
    rules = {"default-src": "'none'", **own, **_ALWAYS}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(rules: str, *, integrity: bool = False) -> Mapping[str, str]:
    """Return the headers of every answer; a page cannot say by itself who may frame it."""
    also = {"Integrity-Policy": "blocked-destinations=(script)"} if integrity else {}
    return {"Content-Security-Policy": f"{rules}; frame-ancestors 'none'", **_COMPANIONS, **also}


def in_page(html: str, rules: str) -> str:
    """Return a page with its policy before everything that it could apply to; ValueError if the page has no head."""
    before, mark, after = html.partition(_CHARSET)
    if not mark or "<script" in before or "<link" in before:
        raise ValueError("the page does not begin with its encoding")
    return f'{before}{mark}\n      <meta http-equiv="Content-Security-Policy" content="{rules}">{after}'


def protect(tree: Path, *, integrity: bool = False) -> None:
    """Write the policy into every page of a built tree and, for hosts that read them, into files of headers.

    With `integrity`, the hash of every script and style goes with it.
    """
    paths = [path for path in files.below(tree) if path.is_file()]
    sheets = (path.read_text("utf-8") for path in paths if path.suffix == ".css")
    rules = policy((path.name for path in paths), sheets)
    known = hashes(tree) if integrity else {}
    for path in paths:
        if path.suffix == ".html":
            html = in_page(path.read_text("utf-8"), rules)
            text = sealed(html, path.relative_to(tree).as_posix(), known) if integrity else html
            path.write_text(text, "utf-8", newline="\n")
    sent = headers(rules, integrity=integrity)
    lines = "".join(f"  {name}: {value}\n" for name, value in sent.items())
    (tree / "_headers").write_text(f"/*\n{lines}", "utf-8", newline="\n")
    settings = "".join(f'  Header always set {name} "{value}"\n' for name, value in sent.items())
    (tree / ".htaccess").write_text(f"<IfModule mod_headers.c>\n{settings}</IfModule>\n", "utf-8", newline="\n")
