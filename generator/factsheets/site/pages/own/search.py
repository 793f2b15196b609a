"""What the search knows: one entry for each record and each page of the site's own, in one language.

It is written as a script and not as JSON, because a page that lies in a folder may run a script but fetch no file. What
changes from page to page, such as the lines of a roll call, is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from factsheets.content.link import Facts
from factsheets.content.link.aliases import aliases
from factsheets.content.records.base import Record
from factsheets.content.records.body import Body
from factsheets.content.records.dates import Edtf
from factsheets.content.records.event import Event
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Source
from factsheets.content.records.state import State
from factsheets.content.records.statement import Statement
from factsheets.content.records.wording import Wording
from factsheets.derive import Derived
from factsheets.site.escape import json_in_html
from factsheets.site.pages.shared.addresses import (
    ABOUT,
    COMPARISONS,
    CORRECT,
    CORRECTIONS,
    COUNTING,
    COVERAGE,
    MESSAGES,
    MISSING,
)
from factsheets.site.pages.shared.lines import when
from factsheets.site.pages.shared.parts import Phrase, Scene, address_of, sorting
from factsheets.site.pages.shared.roles import role
from factsheets.site.pages.shared.wordings import kind_of_wording
from factsheets.site.pages.votes.ballots import ended, subject, vote_line
from factsheets.site.words import words_in

INDEX = "assets/search-index.js"
"""The address of the index within a language. Every address in it is seen from here."""

SAYS = ("title", "shortcut", "hint", "none", "found", "more", "failed")
"""The words of the search itself."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a record beside its title: what stands below it, other names, and texts that are found too.

    Words of others are never shown without what they are, such as a machine translation, which stands before them.
    """

    about: str = ""
    names: tuple[str, ...] = ()
    texts: tuple[Phrase, ...] = ()
    quoted: tuple[tuple[str, Phrase], ...] = ()


Entry: TypeAlias = list[Any]
"""A title, an address, and what is known beside; what is empty at the end is left out."""


def search_index(facts: Facts, derived: Derived, language: str) -> bytes:
    """Return the index of a language: the kinds of pages in their order, and of each its entries."""
    scene = Scene(facts, derived, words_in(language), INDEX)
    kinds = [(scene.section(kind), list(_entries(scene, kind))) for kind in facts.types]
    kinds.append((scene.words("search.pages"), list(_own(scene))))
    data = json.dumps([each for each in kinds if each[1]], ensure_ascii=False, separators=(",", ":"))
    return f"factsheetsIndex({json_in_html(data)});\n".encode()


def _entries(scene: Scene, kind: type[Record]) -> Iterator[Entry]:
    """Yield the records of a type: what has a date by date, the latest first; all else by name."""
    titled = [(_title(scene, name, record), name, record) for name, record in scene.facts.all(kind).items()]
    titled.sort(key=lambda each: sorting(each[0].text))
    titled.sort(key=lambda each: _day(each[2]), reverse=True)
    known = _KNOWN.get(kind, _nothing)
    for title, name, record in titled:
        yield _entry(title, scene.href(address_of(kind, name)), known(scene, name, record))


def _title(scene: Scene, name: str, record: Record) -> Phrase:
    title = scene.heading(record, name)
    return Phrase(f"{record.symbol}: {title.text}", title.lang) if isinstance(record, Resolution) else title


def _day(record: Record) -> tuple[str, str]:
    date = getattr(record, "date", None)
    return when(date) if isinstance(date, Edtf) else ("", "")


def _entry(title: Phrase, href: str, known: Known) -> Entry:
    names = [each for each in dict.fromkeys(known.names) if each != title.text]
    quoted = [[each.text, each.lang, what] for what, each in known.quoted]
    entry = [_said(title), href, known.about, names, [*map(_said, known.texts), *quoted]]
    while not entry[-1]:
        entry.pop()
    return entry


def _said(phrase: Phrase) -> str | list[str]:
    """Return a text, with its language where that is not the page's."""
    return [phrase.text, phrase.lang] if phrase.lang else phrase.text


def _own(scene: Scene) -> Iterator[Entry]:
    """Yield the pages that belong to no record: those that are there once, and the index of each section."""
    for address, key in _OWN:
        about = scene.words(f"introductions.{key}")
        yield _entry(Phrase(scene.words(key)), scene.href(address), Known(about))
    for kind in scene.facts.types:
        about = scene.words.entries.get(f"introductions.{kind.folder}", "")
        yield _entry(Phrase(scene.section(kind)), scene.href(address_of(kind)), Known(about))


_OWN = (
    (ABOUT, "about"),
    (COVERAGE, "completeness"),
    (COUNTING, "counting"),
    (COMPARISONS, "compare"),
    (MISSING, "missing"),
    (CORRECTIONS, "corrections"),
    (CORRECT, "correct"),
    (MESSAGES, "messages"),
)
"""The address of each page that is there once, and the key of its title and introduction."""


def _nothing(_scene: Scene, _name: str, _record: Record) -> Known:
    return Known()


def _factsheet(scene: Scene, _: str, sheet: Factsheet) -> Known:
    facts = [each.text for each in (*sheet.key_facts, *sheet.open_questions)]
    facts += [each.explanation for each in sheet.misreadings]
    return Known(scene.say(sheet.answer).text, texts=tuple(map(scene.say, facts)), quoted=tuple(_misread(scene, sheet)))


def _misread(scene: Scene, sheet: Factsheet) -> Iterator[tuple[str, Phrase]]:
    for each in sheet.misreadings:
        yield scene.words("it_says"), scene.quoted(each.words, each.lang)
        if each.meant:
            yield scene.words("it_meant"), scene.quoted(each.meant, each.meant_lang or "")


def _resolution(scene: Scene, name: str, resolution: Resolution) -> Known:
    line = vote_line(scene, name, resolution)
    proposals = resolution.proposals().values()
    texts = (scene.say(resolution.summary), *(scene.say(each.title) for each in proposals))
    return Known(
        f"{line.date} · {line.body.text} · {line.result}",
        aliases(scene.facts, name, resolution),
        (*texts, *_endings(scene, name)),
        tuple(_wordings(scene, resolution.wordings)),
    )


def _endings(scene: Scene, name: str) -> Iterator[Phrase]:
    """Yield how each vote before the final one ended, under what it was on: a veto there is looked for, too."""
    for event in scene.vote_events():
        if event.name == name and not event.is_final:
            what = subject(scene, event.resolution, event.vote)
            yield Phrase(f"{what.text}: {ended(scene, event.vote, event.count)[1]}", what.lang)


def _wordings(scene: Scene, wordings: tuple[Wording, ...]) -> Iterator[tuple[str, Phrase]]:
    by_id = {each.id: each for each in wordings}
    for each in wordings:
        if each.text:
            kind = kind_of_wording(scene, each, by_id)
            yield scene.words(f"wording.{kind}"), scene.quoted(each.text, each.lang)


def _state(scene: Scene, name: str, state: State) -> Known:
    region = str(scene.words.locale.territories[state.region.m49]) if state.region else ""
    return Known(region, aliases(scene.facts, name, state))


def _person(scene: Scene, name: str, person: Person) -> Known:
    latest = role(scene, person)
    about = f"{latest.title.text}, {latest.when}" if latest else ""
    earlier = tuple(scene.say(each.title) for each in person.offices[1:])
    names = aliases(scene.facts, name, person)
    return Known(about, (*names, *map(_family_first, names)), earlier)


def _family_first(name: str) -> str:
    """Return a name as lists of names have it, so that the search finds it as a beginning."""
    given, _, family = name.rpartition(" ")
    return f"{family} {given}".strip()


def _statement(scene: Scene, _: str, statement: Statement) -> Known:
    speaker = scene.link(statement.speaker).phrase.text
    return Known(
        f"{speaker}, {scene.date(statement.date)}",
        aliases(scene.facts, statement.speaker, scene.facts.one(Person, statement.speaker)),
        quoted=tuple(_wordings(scene, statement.wordings)),
    )


def _event(scene: Scene, _: str, event: Event) -> Known:
    about = [scene.date(event.date), *([scene.say(event.place).text] if event.place else [])]
    present = tuple(each.phrase.text for each in scene.links(event.participants))
    return Known(" · ".join(about), present, (scene.say(event.meeting),) if event.meeting else ())


def _body(scene: Scene, _: str, body: Body) -> Known:
    about = scene.words(f"bodies.{body.classification.value}")
    texts = (each for each in (body.summary, *(rule.title for rule in body.rules)) if each)
    return Known(about, body.name.every(), tuple(scene.say(each) for each in texts))


def _source(scene: Scene, _: str, source: Source) -> Known:
    about = f"{scene.say(source.publisher).text} · {scene.say_kind(source)}"
    said = (source.description if source.title else None, source.faults)
    return Known(about, texts=tuple(scene.say(each) for each in said if each))


_KNOWN: Mapping[type[Record], Callable[[Scene, str, Any], Known]] = {
    Factsheet: _factsheet,
    Resolution: _resolution,
    State: _state,
    Person: _person,
    Statement: _statement,
    Event: _event,
    Body: _body,
    Source: _source,
}
"""What is known of the records of each type. One that is not here is found by its title."""
