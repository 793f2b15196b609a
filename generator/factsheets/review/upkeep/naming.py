"""Facts as lines for editors: what they are called, and where they stand in which file."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.link import SITE, Key, Origins, dotted
from factsheets.content.source.tree import Path
from factsheets.diagnostics import Place
from factsheets.pipeline import Checked
from factsheets.site.pages.records.anchors import place_of
from factsheets.site.pages.shared.addresses import HOME
from factsheets.site.pages.shared.parts import Scene
from factsheets.site.words import words_in

LANGUAGE = "en"
"""The language in which editors are told."""


@dataclass(frozen=True, slots=True)
class Named:
    """A fact: the file of its record, the record's name, the fact within it, and its line."""

    record: str
    name: str
    path: str
    what: str
    file: str
    line: int

    @property
    def place(self) -> str:
        """Where it stands: file and line."""
        return f"{self.file}:{self.line}"


def named(checked: Checked, key: Key, path: Path, at: Path) -> Named:
    """Return a fact of a content without errors; `at` is the path of the value whose line is given."""
    place = _place(checked, key, at)
    record = "/".join(filter(None, key))
    if key == SITE:
        return Named(record, f"{key[1]}.yaml", dotted(path), "", place.file, place.span.line)
    scene = Scene(checked.facts, checked.derived, words_in(LANGUAGE), HOME)
    name = scene.name(checked.facts.records[key], key[1]).text
    return Named(record, name, dotted(path), _what(scene, key, path), place.file, place.span.line)


def _place(checked: Checked, key: Key, path: Path) -> Place:
    return Origins({(each.folder, each.stem): each for each in checked.files}).place(key, path, on_key=True)


def _what(scene: Scene, key: Key, path: Path) -> str:
    """Return what a fact within a record is called; nothing for the record as a whole."""
    if not path:
        return ""
    place = place_of(scene, scene.facts.records[key], path)
    return f"{place.kind}: {place.name.text}"
