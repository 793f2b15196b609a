"""The text of a form for issues: which form it was, and what was answered.

The forms lie in `.github/ISSUE_TEMPLATE/`. A field's `id` is the path at which its answer stands in the record, with
hyphens: `votes-0-stated-yes`. Those of the source's own record begin with `source-`; those that begin with `form-`
stand in no record as they are. GitHub writes an issue as a heading for each label, with the answer below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath

from factsheets.content.source import Path, SourceFile, read_text
from factsheets.content.source.tree import Plain, plain
from factsheets.editing.drafts.tree import path_of

LARGEST = 128 * 1024
"""Characters of a form's text. GitHub takes 65,536."""

_SOURCE, _FORM = "source-", "form-"

_NO_ANSWER = "_No response_"
_FENCE = re.compile(r"\A(`{3,})[a-z]*\n(.*?)\n?\1\Z", re.DOTALL)


class FormError(ValueError):
    """A text that is no filled form. The message says why."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its file's name, the label of each of its fields by the field's id, and the fields with options."""

    name: str
    labels: Mapping[str, str]
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled form: which, and the answers by the ids of its fields."""

    form: str
    answers: Mapping[str, str]

    def own(self, name: str) -> str:
        """Return an answer that stands in no record as it is."""
        return self.answers.get(f"{_FORM}{name}", "")

    def of_source(self) -> dict[Path, str]:
        """Return the answers about the source, by their paths in its record."""
        return {_path(key.removeprefix(_SOURCE)): each for key, each in self.answers.items() if key.startswith(_SOURCE)}

    def of_record(self) -> dict[Path, str]:
        """Return the answers about the record itself, by their paths in it."""
        others = (_SOURCE, _FORM)
        return {_path(key): each for key, each in self.answers.items() if not key.startswith(others)}


def forms_in(folder: FilePath) -> list[Form]:
    """Return the forms of a folder."""
    files = (read_text(path.name, "", path.stem, path.read_bytes())[0] for path in sorted(folder.glob("*.yml")))
    return [form for file in files if (form := _form(file)).labels]


def read_form(text: str, forms: Iterable[Form]) -> Filled:
    """Return what a filled form says; raises FormError."""
    if len(text) > LARGEST:
        raise FormError("this is longer than any form")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    form = max(forms, key=lambda each: len(_headings(lines, each)), default=None)
    if form is None or not _headings(lines, form):
        raise FormError("this is not the text of one of the forms; copy the whole issue, with its headings")
    headings = _headings(lines, form)
    if twice := next((label for label in form.labels.values() if lines.count(f"### {label}") > 1), None):
        raise FormError(f"the heading {twice!r} stands there twice; take out the one that is no heading")
    ends = [*(at for at, _ in headings[1:]), len(lines)]
    answers = {
        field: answer
        for (at, field), end in zip(headings, ends, strict=True)
        if (answer := _answer("\n".join(lines[at + 1 : end]), is_chosen=field in form.chosen))
    }
    return Filled(form.name, answers)


def _form(file: SourceFile) -> Form:
    tree = plain(file.tree) if file.tree else {}
    body = tree.get("body") if isinstance(tree, dict) else None
    fields = [each for each in body if isinstance(each, dict) and "id" in each] if isinstance(body, list) else []
    chosen = frozenset(str(each["id"]) for each in fields if each.get("type") == "dropdown")
    return Form(file.stem, {str(each["id"]): _label(each.get("attributes")) for each in fields}, chosen)


def _label(attributes: Plain | None) -> str:
    return str(attributes.get("label", "")) if isinstance(attributes, dict) else ""


def _headings(lines: list[str], form: Form) -> list[tuple[int, str]]:
    """Return the line of each heading of a form, with the field it stands above."""
    fields = {f"### {label}": field for field, label in form.labels.items()}
    return [(at, fields[line.rstrip()]) for at, line in enumerate(lines) if line.rstrip() in fields]


def _answer(text: str, *, is_chosen: bool) -> str:
    """Return an answer without what GitHub puts round it; of an option, the first of its words."""
    text = text.strip()
    if text == _NO_ANSWER:
        return ""
    if match := _FENCE.fullmatch(text):
        return match[2].strip()
    return text.partition(" · ")[0].partition(": ")[0] if is_chosen else text


def _path(field: str) -> Path:
    return path_of(field.replace("-", "."))
