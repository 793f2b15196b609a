"""Whether each page has its twin in every other language, and the two lead to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from factsheets.site.publish.faults import Fault

_WITHOUT = "404.html"
"""A page that stands for any address, and so leads to no twin."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of a page, and its links to twins: address and language of each. `moved`: it only leads on."""

    language: str
    twins: tuple[tuple[str, str], ...]
    moved: bool


def read(document: LexborHTMLParser) -> Tongue:
    """Return the language of a page and its twins."""
    html = document.css_first("html")
    links = [node.attributes for node in document.css("a.twin, link[rel=alternate][hreflang]")]
    return Tongue(
        (html.attributes.get("lang") if html else "") or "",
        tuple((each.get("href") or "", each.get("hreflang") or "") for each in links),
        document.css_first("meta[http-equiv=refresh i]") is not None,
    )


def faults(name: str, tongues: Mapping[str, Tongue], files: frozenset[str], led: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what is wrong with the twins of a page. `led` says to which file each of its links leads."""
    own = tongues[name]
    folders = _folders(tongues)
    path = name.removeprefix(folders.get(own.language, ""))
    said = {(led.get(href, ""), language) for href, language in own.twins}
    expected = {(f"{folder}{path}", language) for language, folder in folders.items() if language != own.language}
    for twin, language in sorted(expected):
        if twin not in files:
            yield Fault("missing-twin", f"there is no {twin}, which would say the same in {language!r}")
    leads_on = own.moved or path.rpartition("/")[2] == _WITHOUT
    if said != expected and (said or not leads_on):
        yield Fault("missing-twin", f"the links to other languages lead to {_say(said)} instead of {_say(expected)}")


def _folders(tongues: Mapping[str, Tongue]) -> dict[str, str]:
    """Return the folder of each language: the first has none, each other is named as its folder."""
    first = tongues["index.html"].language if "index.html" in tongues else ""
    others = {each.language for each in tongues.values()} - {first}
    return {first: ""} | {each: f"{each}/" for each in sorted(others) if f"{each}/index.html" in tongues}


def _say(twins: set[tuple[str, str]]) -> str:
    return ", ".join(f"{path or 'no page'} ({language})" for path, language in sorted(twins)) or "nothing"
