"""An answer as a person types it, and the value it means by the schema."""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel import Locale

from generator.diagnostics.suggest import closest
from generator.drafts.known import named
from generator.link import Facts, dotted
from generator.records.ids import PersonId, StateId
from generator.records.languages import TAG, is_language_tag
from generator.source import Path, read_text
from generator.source.tree import Plain, plain
from generator.style.kinds import Kind


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
    languages by theirs. Groups of lines are written as in a file, in braces.
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
        return _choice(asked.choices, text)
    return _one(facts, kind, text)


def _is_text(kind: Kind) -> bool:
    return not kind.forms or "string" in kind.types or "integer" in kind.types


def _choice(choices: tuple[str, ...], text: str) -> str:
    same = next((each for each in choices if each.casefold() == text.casefold()), None)
    if same is None:
        guess = closest(text, choices)
        meant = f"did you mean {guess}? " if guess else ""
        raise AnswerError(f"{text!r} is none of the words that may stand here; {meant}one of: {', '.join(choices)}")
    return same


def _one(facts: Facts, kind: Kind, text: str) -> str:
    folders = [form["x-folder"] for form in kind.forms if "x-folder" in form]
    if any("x-member" in form for form in kind.forms):
        folders = [StateId.folder, PersonId.folder]
    found = [name for folder in folders for name in named(facts, folder, text)]
    if len(found) > 1:
        raise AnswerError(f"{text!r} may be {' or '.join(found)}; write which")
    if any(form.get("pattern") == TAG for form in kind.forms):
        return language(text)
    return found[0] if found else text


def language(text: str) -> str:
    """Return the tag of a language named in English or German, or by its tag."""
    if is_language_tag(text):
        return text
    for locale in ("en", "de"):
        for tag, name in Locale(locale).languages.items():
            if name.casefold() == text.casefold():
                return str(tag).replace("_", "-")
    return text


def _yaml(text: str) -> Plain:
    file, found = read_text("", "", "answer", f"answer: {text}\n".encode())
    if found or file.tree is None:
        raise AnswerError("this cannot be read as it would stand in a file, such as {en: Oslo, de: Oslo}")
    value: Plain = plain(file.tree.entries[0].value)
    return value
