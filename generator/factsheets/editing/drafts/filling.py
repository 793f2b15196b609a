"""From a filled form to drafts: of the record, and of its source where that is not there yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factsheets.content.link import Facts
from factsheets.content.records import Record
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Source
from factsheets.content.records.statement import Statement
from factsheets.content.source import Path
from factsheets.editing.drafts.answers import language
from factsheets.editing.drafts.desk import Desk, desk_for
from factsheets.editing.drafts.forms import Filled
from factsheets.editing.drafts.known import named
from factsheets.editing.drafts.plans import plan_of
from factsheets.editing.drafts.tree import Draft, get, put
from factsheets.editing.drafts.votes import with_only_rule, with_roll_call

KINDS: Mapping[str, type[Record]] = {"add-a-statement": Statement, "add-a-vote": Resolution}
"""The type of the record that each form begins. The form for errors begins none."""

_TRANSLATION: Path = ("wordings", 1)


@dataclass(frozen=True, slots=True)
class Begun:
    """What a form begins: the draft of a record without its sources, and what a person must know of it."""

    desk: Desk
    draft: Draft
    remarks: tuple[str, ...] = ()


def begin(facts: Facts, filled: Filled, kind: type[Record]) -> Begun:
    """Return the record that a form begins; raises AnswerError naming the line."""
    desk = desk_for(facts, kind)
    draft = _filled(desk, plan_of(kind).begins, filled, filled.of_record())
    if get(draft, _TRANSLATION):
        name = get(draft, (*_TRANSLATION, "lang")) or "translation"
        draft = put(put(draft, (*_TRANSLATION, "id"), name), (*_TRANSLATION, "from"), "original")
    if kind is not Resolution:
        return Begun(desk, draft)
    draft, lists = with_only_rule(facts, draft), filled.own("roll-call")
    draft, remarks = with_roll_call(facts, draft, lists.encode(), "form.txt") if lists else (draft, [])
    return Begun(desk, draft, tuple(remarks))


def known_source(facts: Facts, filled: Filled) -> str | None:
    """Return the source that is there already with the address that the form gives."""
    return next(iter(named(facts, Source.folder, filled.answers.get("source-URL", ""))), None)


def begin_source(facts: Facts, filled: Filled) -> Begun:
    """Return the record of the source that a form describes; raises AnswerError naming the line."""
    desk = desk_for(facts, Source)
    return Begun(desk, _filled(desk, {}, filled, filled.of_source()))


def citing(draft: Draft, source: str, filled: Filled) -> Draft:
    """Return the draft with its source, and the place in it that the form gives."""
    place = filled.own("at")
    return {**draft, "sources": [{"source": source, "at": place} if place else source]}


def _filled(desk: Desk, draft: Draft, filled: Filled, answers: Mapping[Path, str]) -> Draft:
    """Return the draft with the answers; a text stands in the language in which the form was filled in."""
    tag = written_in(desk, filled)
    own = () if tag == desk.languages[0] else (tag,)
    return desk.filled(
        draft, {(*path, *own) if desk.question(path).by_language else path: text for path, text in answers.items()}
    )


def written_in(desk: Desk, filled: Filled) -> str:
    """Return the language in which a form was filled in: the site's first, unless it names another of the site's."""
    tag = language(filled.own("language"))
    return tag if tag in desk.languages else desk.languages[0]
