"""Where one new record is put together, beside the facts that are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factsheets.content.formatting.kinds import Kind, kind_of
from factsheets.content.link import Facts, dotted
from factsheets.content.records import Record
from factsheets.content.records.schema import json_schema
from factsheets.content.source import Path
from factsheets.editing.drafts.answers import AnswerError, Question, objection, question, value_of
from factsheets.editing.drafts.known import Likely, likely
from factsheets.editing.drafts.naming import suggested_id
from factsheets.editing.drafts.tree import Draft, get, put


@dataclass(frozen=True, slots=True)
class Desk:
    """The facts that are there, and the type of the new record."""

    facts: Facts
    kind: type[Record]
    whole: Kind

    @property
    def languages(self) -> Sequence[str]:
        """The languages of the site, the first one first."""
        return self.facts.site.languages

    def question(self, path: Path) -> Question:
        """Return the question for a path in the record."""
        return question(self.whole, path)

    def answered(self, draft: Draft, path: Path, answer: str) -> Draft:
        """Return the draft with an answer at a path; raises AnswerError.

        A text that stands there without a language is one in the site's first, once another joins it.
        """
        value = value_of(self.facts, self.question(path), answer)
        if isinstance(text := get(draft, path[:-1]), str):
            draft = put(draft, path[:-1], {self.languages[0]: text})
        return put(draft, path, value)

    def filled(self, draft: Draft, answers: Mapping[Path, str]) -> Draft:
        """Return the draft with all answers; raises AnswerError, which names the line."""
        for path, answer in answers.items():
            try:
                draft = self.answered(draft, path, answer)
            except AnswerError as error:
                raise AnswerError(f"{dotted(path)}: {error}") from error
        return draft

    def agreed(self, draft: Draft, path: Path, answer: str) -> Draft:
        """Return the draft with an answer of somebody who can be asked again; raises AnswerError.

        So it objects to more than `answered` does: see `objection`.
        """
        after = self.answered(draft, path, answer)
        if problem := objection(self.facts, self.question(path), get(after, path) or []):
            raise AnswerError(problem)
        return after

    def taken(self) -> set[str]:
        """Return the names that records of the type have, or had."""
        records = self.facts.all(self.kind)
        return {*records, *(former for each in records.values() for former in each.former_ids)}

    def suggested(self, draft: Draft) -> str | None:
        """Return a free name for the file."""
        return suggested_id(self.kind, draft, self.taken())

    def likely(self, draft: Draft) -> list[Likely]:
        """Return the records that may be the same."""
        return likely(self.facts, self.kind, draft)


def desk_for(facts: Facts, kind: type[Record]) -> Desk:
    """Return the desk for a new record of a type."""
    schema = json_schema(kind, facts.site.languages)
    return Desk(facts, kind, kind_of(schema, schema["$defs"]))
