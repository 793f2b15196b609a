"""An answer as a person types it, and the value it means by the schema."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.localedata import locale_identifiers

from factsheets.content.formatting.kinds import Kind
from factsheets.content.link import Facts, dotted
from factsheets.content.records.dates import DATE, PERIOD, date_meant, is_edtf, period_meant
from factsheets.content.records.ids import PersonId, StateId
from factsheets.content.records.languages import TAG, is_language_tag
from factsheets.content.records.written import dates_meant, periods_meant
from factsheets.content.source import Path, bad_stem, read_text
from factsheets.content.source.tree import Plain, plain
from factsheets.diagnostics.suggest import closest
from factsheets.editing.drafts.known import named, part_named

_GUESSES = 3
"""Records that are offered at once, at most."""

_CODE = 3
"""The letters of a state's code."""


class AnswerError(ValueError):
    """An answer that has no meaning where it was given. The message says what would have one."""


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a record: what may stand there."""

    path: Path
    kind: Kind

    @property
    def name(self) -> str:
        """The path as messages write it."""
        return dotted(self.path)

    @property
    def about(self) -> str:
        """What the line is for."""
        return str(self.kind.own.get("description", ""))

    @property
    def example(self) -> str:
        """A value that could stand here, nothing where the schema has none of one line."""
        own, entry = self.kind.own, self.kind.item().forms
        found = next((each["examples"][0] for each in (own, *entry) if each.get("examples")), "")
        return ", ".join(map(str, found)) if isinstance(found, list) else "" if isinstance(found, dict) else str(found)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of which one must stand here, none where anything may."""
        return tuple(str(each) for form in self.kind.forms for each in form.get("enum", ()))

    @property
    def by_language(self) -> bool:
        """Whether it is a text that stands here once in each language."""
        return any(TAG in form.get("patternProperties", ()) for form in self.kind.forms)


def question(kind: Kind, path: Path) -> Question:
    """Return the question for a path within a record of a kind."""
    for step in path:
        kind = kind.item() if isinstance(step, int) else kind.at(step)
    return Question(path, kind)


def value_of(facts: Facts, asked: Question, answer: str) -> Plain:
    """Return the value an answer means; raises AnswerError.

    Lists of names are taken with commas, other lists with semicolons. Records are found by any name they have, and
    languages by theirs; dates in another form are taken where they can mean one day only. Groups of lines are written
    as in a file, in braces.
    """
    text, kind = answer.strip(), asked.kind
    if any(form.get("type") == "array" for form in kind.forms):
        entry = Question(asked.path, kind.item())
        if not text.startswith("[") and _is_text(entry.kind):
            separator = r"[;\n]" if entry.by_language else r"[,;\n]"
            return [value_of(facts, entry, each) for each in re.split(separator, text) if each.strip()]
        return _yaml(text)
    if not _is_text(kind) or (asked.by_language and text.startswith("{")):
        return _yaml(text)
    if asked.choices:
        return choice(asked.choices, text)
    return _one(facts, kind, text)


def _is_text(kind: Kind) -> bool:
    return not kind.forms or "string" in kind.types or "integer" in kind.types


def objection(facts: Facts, asked: Question, value: Plain) -> str | None:
    """Return what to say of a value to somebody who can answer again, or None.

    It names a record that is not there and cannot come, is no date where one belongs, or is what no file may hold.
    """
    _, found = read_text("", "", "answer", json.dumps({"answer": value}, ensure_ascii=False).encode("utf-8", "replace"))
    if found:
        return f"{found[0].message}; {found[0].hint}"
    if isinstance(value, list):
        entry = Question(asked.path, asked.kind.item())
        return next((each for one in value if (each := objection(facts, entry, one))), None)
    if not isinstance(value, str):
        return None
    folders = _folders(asked.kind)
    if folders and not any(_may_come(folder, value) for folder in folders):
        return _nobody(facts, folders, value)
    return _no_date(asked.kind, value)


def _may_come(folder: str, name: str) -> bool:
    """Tell whether a name may be that of a file in a folder, be it there or not."""
    if folder == StateId.folder:
        return len(name) == _CODE and name.isascii() and name.isupper()
    return not bad_stem(name) and name == name.lower()


def _nobody(facts: Facts, folders: list[str], name: str) -> str:
    guesses = [each for folder in folders for each in part_named(facts, folder, name)][:_GUESSES]
    guess = f"did you mean {' or '.join(guesses)}? If not, " if guesses else ""
    where = " or ".join(f"content/{each}/" for each in folders)
    return f"nothing in {where} is called {name!r}; {guess}write the name of a file there, or of one you will add"


def _no_date(kind: Kind, text: str) -> str | None:
    """Return what to say of a text that is no date where one belongs; a file's name is made of some."""
    meant = {DATE: dates_meant, PERIOD: periods_meant}
    wanted = next((meant[form["pattern"]] for form in kind.forms if form.get("pattern") in meant), None)
    if wanted is None or is_edtf(text):
        return None
    likely = [each for each in wanted(text) if is_edtf(each)]
    return f"{text!r} is no date as they are written here; write {' or '.join(likely) or Question((), kind).example}"


def choice(choices: Sequence[str], text: str) -> str:
    """Return the one of some words that a text is, capitals aside; raises AnswerError."""
    same = next((each for each in choices if each.casefold() == text.casefold()), None)
    if same is None:
        guess = closest(text, choices)
        meant = f"did you mean {guess}? " if guess else ""
        raise AnswerError(f"{text!r} is none of the words that may stand here; {meant}one of: {', '.join(choices)}")
    return same


def _one(facts: Facts, kind: Kind, text: str) -> str:
    found = [name for folder in _folders(kind) for name in named(facts, folder, text)]
    if len(found) > 1:
        raise AnswerError(f"{text!r} may be {' or '.join(found)}; write which")
    meanings = {TAG: language, DATE: date_meant, PERIOD: period_meant}
    meaning = next((meanings[each["pattern"]] for each in kind.forms if each.get("pattern") in meanings), None)
    if meaning:
        return meaning(text)
    return found[0] if found else text


def _folders(kind: Kind) -> list[str]:
    """Return the folders in which a name leads to a record, none where it is no such name."""
    if any("x-member" in form for form in kind.forms):
        return [StateId.folder, PersonId.folder]
    return [form["x-folder"] for form in kind.forms if "x-folder" in form]


def language(text: str) -> str:
    """Return the tag of a language named in English, in German or in itself, or by its tag."""
    if is_language_tag(text):
        return text
    for locale in ("en", "de"):
        for tag, name in Locale(locale).languages.items():
            if name.casefold() == text.casefold():
                return str(tag).replace("_", "-")
    return _own_names().get(text.casefold(), text)


@cache
def _own_names() -> dict[str, str]:
    """Return the tags of languages by what each calls itself, as far as CLDR has words in it."""
    tags = sorted(tag for tag in locale_identifiers() if "_" not in tag)
    names = {tag: Locale.parse(tag).languages.get(tag) for tag in reversed(tags)}
    return {str(name).casefold(): tag for tag, name in names.items() if name}


def _yaml(text: str) -> Plain:
    file, found = read_text("", "", "answer", f"answer: {text}\n".encode())
    if found or file.tree is None:
        raise AnswerError("this cannot be read as it would stand in a file, such as {en: Oslo, de: Oslo}")
    value: Plain = plain(file.tree.entries[0].value)
    return value
