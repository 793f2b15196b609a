"""The whole flow on one screen: content in; a published site, or diagnostics and nothing changed, out."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from factsheets.content.link import SITE, Facts, Key, Origins, link
from factsheets.content.parse import parse
from factsheets.content.records import RECORD_TYPES, Record
from factsheets.content.records.base import Model
from factsheets.content.records.schema import TOP_FILES, schema_files
from factsheets.content.records.site import Site, Waivers
from factsheets.content.source import SourceFile, read_folder
from factsheets.content.source.encoding import decode
from factsheets.content.source.spans import Lines
from factsheets.derive import Derived, checks, derive
from factsheets.diagnostics import Diagnostic, Place
from factsheets.diagnostics.model import bounded, has_errors, in_order
from factsheets.diagnostics.suggest import closest
from factsheets.site import engine, files, output, publish
from factsheets.site.engine import Edition, EngineError
from factsheets.site.exports import exports
from factsheets.site.history import last_changed
from factsheets.site.pages import pages
from factsheets.site.pages.own.search import INDEX, SAYS, search_index
from factsheets.site.pages.shared.addresses import ABOUT, COMPARISONS, CORRECT, CORRECTIONS, COUNTING, COVERAGE, MISSING
from factsheets.site.render import assets, render
from factsheets.site.words import CATALOGUES, Words, words_in

Say = Callable[[str], None]
Types = tuple[type[Record], ...]
M = TypeVar("M", bound=Model)

_NAMED = 5
"""Files that changed during a build of which the names are said."""

_STAND_IN = Site.model_validate(
    {
        "title": "-",
        "description": "-",
        "languages": ["en"],
        "address": "https://site.example/",
        "repository": "https://site.example/",
    }
)
"""Takes the place of a `site.yaml` that is missing or wrong, so that all other files are checked all the same."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and what it found it in."""

    files: tuple[SourceFile, ...]
    diagnostics: list[Diagnostic]
    facts: Facts
    derived: Derived

    @property
    def failed(self) -> bool:
        """Whether an error forbids publishing."""
        return has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where everything lies, below one root."""

    root: Path = field(default_factory=Path)

    @property
    def content(self) -> Path:
        """The facts."""
        return self.root / "content"

    @property
    def build(self) -> Path:
        """What is generated on the way; it is made where it is not there. Raises OSError, also where it is a link.

        What lies below it is cleared away, so it must not be somebody else's.
        """
        folder = self.root / "build"
        if folder.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))
        folder.mkdir(exist_ok=True)
        return folder

    @property
    def site(self) -> Path:
        """The published site."""
        return self.root / "site"


def check(content: Path, types: Types = RECORD_TYPES, day: date | None = None) -> Checked:
    """Read, parse, link, derive and check the content; on a day, also what is overdue then."""
    read, found = read_folder(content)
    records, origins, misplaced = _records(read, types)
    found = [*found, *misplaced]
    site, said = _top_file(read, "site", Site, content)
    waivers, also = _top_file(read, "waivers", Waivers, content, required=False)
    found += [*said, *also, *_languages(site, read), *_nothing(read, content)]
    facts, dangling = link(site or _STAND_IN, types, records, origins, waivers.waivers if waivers else ())
    derived = derive(facts, day)
    found += [*dangling, *checks.run(facts, derived, origins, Place(f"{content.name}/waivers.yaml"))]
    return Checked(read, bounded(in_order(found)), facts, derived)


def write_pages(checked: Checked, folders: Folders) -> int:
    """Render every page to Markdown in the build folder, with each language's configuration; return their number."""
    facts, derived, shared = checked.facts, checked.derived, assets()
    languages = facts.site.languages
    trees = {language: {**shared, INDEX: search_index(facts, derived, language)} for language in languages}
    for page in pages(facts, derived, last_changed(folders.content)):
        trees[page.language][page.path] = render(page).encode()
    for language, tree in trees.items():
        folder = files.own_folder(folders.build / language)
        output.write(output.plan(tree, folder), tree, folder)
        settings = folders.build / f"{language}.yml"
        files.clear(settings)
        settings.write_text(engine.config(_edition(facts, language)), "utf-8", newline="\n")
    return sum(len(tree) - len(shared) - 1 for tree in trees.values())


def build(folders: Folders, day: date, say: Say, types: Types = RECORD_TYPES, *, integrity: bool = False) -> Checked:
    """Check, render, build, check the built tree, and only then publish; raises EngineError if the engine refuses."""
    stage = publish.staging(folders.build, folders.site)
    publish.mend(stage, folders.site)
    checked = check(folders.content, types, day)
    if checked.failed:
        return checked
    say(f"checked {len(checked.files)} files")
    say(f"wrote {write_pages(checked, folders)} pages; building …")
    languages = checked.facts.site.languages
    engine.build(languages, folders.build, day)
    schemas = schema_files(types, languages)
    extras = {**{f"schemas/{name}": data for name, data in schemas.items()}, **exports(checked.facts, checked.derived)}
    fresh = publish.merge(folders.build, stage, languages, extras, integrity=integrity)
    if broken := publish.check(fresh, checked.facts.site.address, checked.files):
        return Checked(checked.files, in_order([*checked.diagnostics, *broken]), checked.facts, checked.derived)
    publish.swap(stage, folders.site)
    say(f"published {folders.site.name}/")
    if changed := changed_since(checked, folders.content):
        named = ", ".join(changed[:_NAMED]) + (" and others" if len(changed) > _NAMED else "")
        say(f"as it was when the build began: {named} changed meanwhile, so build again")
    return checked


def roll_back(folders: Folders) -> None:
    """Put back the site that was published before; raises NoSiteError where there is none, or OSError."""
    stage = publish.staging(folders.build, folders.site)
    publish.mend(stage, folders.site)
    publish.roll_back(stage, folders.site)


def changed_since(checked: Checked, content: Path) -> list[str]:
    """Return the names of the files that say something else than was read, are new or are gone, sorted."""
    read = {file.name.partition("/")[2]: file.lines for file in checked.files}
    there = {path.relative_to(content).as_posix(): path for path in content.glob("**/*.yaml") if not _hidden(path)}
    return sorted(name for name in read.keys() | there if name not in there or _lines(there[name]) != read.get(name))


def _hidden(path: Path) -> bool:
    return path.name.startswith(".")


def _lines(path: Path) -> Lines | None:
    """Return the lines of a file; None if it cannot be read any more."""
    try:
        return decode(path.name, path.read_bytes())[1]
    except OSError:
        return None


def _records(files: tuple[SourceFile, ...], types: Types) -> tuple[dict[Key, Record], Origins, list[Diagnostic]]:
    by_folder = {kind.folder: kind for kind in types}
    records: dict[Key, Record] = {}
    origins: dict[Key, SourceFile] = {}
    found: list[Diagnostic] = []
    for file in files:
        if (file.folder, file.stem) == SITE:
            origins[SITE] = file
        kind = by_folder.get(file.folder)
        if kind is None:
            found += _stray(file, by_folder)
            continue
        origins[file.folder, file.stem] = file
        record, diagnostics = parse(file, kind)
        found += diagnostics
        if record is not None:
            records[file.folder, file.stem] = record
    return records, Origins(origins), found


def _nothing(files: tuple[SourceFile, ...], content: Path) -> list[Diagnostic]:
    """Refuse content without a single record: what was published before is not to be replaced by nothing."""
    if any(file.folder for file in files) or not content.is_dir() or content.is_symlink():
        return []
    hint = "add a record, such as with factsheets new source; if the files lie elsewhere, run the command there"
    return [Diagnostic("no-content", Place(content.name), f"there is no record in {content.name}/", hint)]


def _stray(file: SourceFile, folders: Mapping[str, object]) -> list[Diagnostic]:
    if not file.folder and file.stem in TOP_FILES:
        return []
    guess = closest(file.folder, folders) if file.folder else None
    hint = f"move the file to {guess or 'one of these folders: ' + ', '.join(folders)}"
    return [Diagnostic("unknown-folder", Place(file.name), "records of no known kind lie here", hint)]


def _top_file(
    files: tuple[SourceFile, ...], stem: str, model: type[M], content: Path, *, required: bool = True
) -> tuple[M | None, list[Diagnostic]]:
    """Parse a file at the top of the content folder."""
    file = next((each for each in files if not each.folder and each.stem == stem), None)
    if file is not None:
        return parse(file, model)
    if not required or not files:
        return None, []
    hint = "add that file, with the lines title:, description:, languages:, address: and repository:"
    return None, [Diagnostic("missing-file", Place(f"{content.name}/{stem}.yaml"), f"{stem}.yaml is missing", hint)]


def _languages(site: Site | None, files: tuple[SourceFile, ...]) -> list[Diagnostic]:
    missing = [tag for tag in site.languages if not (CATALOGUES / f"{tag}.toml").is_file()] if site else []
    place = next((Place(file.name) for file in files if not file.folder and file.stem == "site"), Place("site.yaml"))
    folder = "generator/factsheets/site/words/"
    hint = f"write languages: [en, de], or one of them; for another language, its words must be added in {folder}"
    return [Diagnostic("unknown-language", place, f"the site has no words in {tag!r}", hint) for tag in missing]


def _edition(facts: Facts, language: str) -> Edition:
    site, words = facts.site, words_in(language)
    root = site.address.rstrip("/") + "/"
    return Edition(
        language,
        site.title.pick(language, site.first)[0],
        site.description.pick(language, site.first)[0],
        root if language == site.first else f"{root}{language}/",
        _nav(facts, words),
        (
            (words("completeness"), COVERAGE),
            (words("missing"), MISSING),
            (words("correct"), CORRECT),
            (words("corrections"), CORRECTIONS),
            (words("counting"), COUNTING),
            (words("about"), ABOUT),
            (words("repository"), site.repository),
        ),
        words("to_dark"),
        words("to_light"),
        {"close": words("close"), **{key: words(f"search.{key}", n="{n}") for key in SAYS}},
    )


def _nav(facts: Facts, words: Words) -> tuple[tuple[str, str], ...]:
    sections = [(kind.label.get(words.language, kind.section), f"{kind.section}/index.md") for kind in facts.types]
    own = ((words("compare"), COMPARISONS), (words("missing"), MISSING), (words("about"), ABOUT))
    return (*sections, *((label, address.removesuffix(".html") + ".md") for label, address in own))


__all__ = ["Checked", "EngineError", "Folders", "build", "check", "write_pages"]
