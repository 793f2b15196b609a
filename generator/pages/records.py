"""The pages of people, states, bodies, events, statements, sources and fact sheets."""

from __future__ import annotations

from dataclasses import dataclass

from generator.link import Mention
from generator.pages.parts import Link, Phrase, Receipt, Remarks, Scene, address_of, sorting
from generator.pages.votes import Ballot, ballot, standing
from generator.pages.wordings import WordingView, wording_views
from generator.records.base import Record
from generator.records.body import Body
from generator.records.dates import Edtf
from generator.records.event import Event
from generator.records.factsheet import Factsheet, KeyFact
from generator.records.ids import BodyId, EventId, MemberId, PersonId, RecordId, ResolutionId, StatementId
from generator.records.person import Person
from generator.records.resolution import RESOLUTION, Resolution
from generator.records.source import Source
from generator.records.state import State
from generator.records.statement import Statement
from generator.records.text import Text

NO_REMARKS = Remarks()


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated line: an event, an office, a vote."""

    anchor: str
    date: str
    what: Phrase
    link: Link | None = None
    more: str = ""
    receipts: tuple[Receipt, ...] = ()
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class Stand:
    """How a member voted once."""

    date: str
    link: Link
    position: str
    kind: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person."""

    names: tuple[Phrase, ...]
    full_names: tuple[Phrase, ...]
    other_names: tuple[str, ...]
    states: tuple[Link, ...]
    born: str
    birth_place: Phrase | None
    offices: tuple[Dated, ...]
    statements: tuple[Dated, ...]
    events: tuple[Dated, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def mentioned_in(scene: Scene, key: tuple[str, str], kind: type[Record]) -> list[str]:
    """Return the ids of the records of one type that refer to `key`, each once."""
    mentions: tuple[Mention, ...] = scene.facts.mentions.get(key, ())
    return list(dict.fromkeys(each.key[1] for each in mentions if each.key[0] == kind.folder))


def event_lines(scene: Scene, names: list[str] | tuple[EventId, ...]) -> tuple[Dated, ...]:
    """Return events as dated lines, the earliest first."""
    events = [(name, scene.facts.all(Event)[name]) for name in names]
    return tuple(
        Dated(f"event-{name}", scene.date(event.date), scene.say(event.title), scene.link(EventId(name)))
        for name, event in sorted(events, key=lambda each: (when(each[1].date), each[0]))
    )


def when(edtf: Edtf) -> tuple[str, str]:
    """Return the key by which dates are put in order."""
    return edtf.earliest.isoformat(), edtf.latest.isoformat()


def statement_lines(scene: Scene, names: list[str]) -> tuple[Dated, ...]:
    """Return statements as dated lines, the earliest first."""
    statements = [(name, scene.facts.all(Statement)[name]) for name in names]
    return tuple(
        Dated(f"statement-{name}", scene.date(each.date), scene.say(each.about), scene.link(StatementId(name)))
        for name, each in sorted(statements, key=lambda pair: (when(pair[1].date), pair[0]))
    )


def person_page(scene: Scene, name: str, person: Person) -> PersonPage:
    """Return the view of a person."""
    key = (Person.folder, name)
    full = person.full_name
    own = scene.say(person.name).text
    return PersonPage(
        names=tuple(Phrase(text, tag) for tag, text in person.name.by_language.items() if text != own),
        full_names=tuple(Phrase(text, tag) for tag, text in full.by_language.items()) if full else (),
        other_names=tuple(text for each in person.other_names for text in each.every()),
        states=scene.links(person.states),
        born=scene.date(person.born) if person.born else "",
        birth_place=scene.maybe(person.birth_place),
        offices=tuple(
            Dated(
                f"office-{number}",
                scene.date(office.period) if office.period else scene.words("unknown"),
                scene.say(office.title),
                scene.link(office.state) if office.state else None,
                scene.words("seen", date=scene.date(office.seen)) if office.seen else "",
                scene.cite(office.sources),
                scene.remarks(office.note, office.conflicts),
            )
            for number, office in enumerate(person.offices, 1)
        ),
        statements=statement_lines(scene, mentioned_in(scene, key, Statement)),
        events=event_lines(scene, mentioned_in(scene, key, Event)),
        receipts=scene.cite(person.sources),
        remarks=scene.remarks(person.note, person.conflicts),
    )


@dataclass(frozen=True, slots=True)
class StatePage:
    """A state: how it voted, who acted for it, where it is a member."""

    code: str
    stands: tuple[Stand, ...]
    people: tuple[Link, ...]
    memberships: tuple[Dated, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def state_page(scene: Scene, name: str, state: State) -> StatePage:
    """Return the view of a state."""
    member = MemberId(name)
    memberships = [
        Dated(
            f"member-{key}",
            scene.date(each.period),
            scene.say(body.name),
            scene.link(BodyId(key)),
            scene.words(f"role.{each.role.value}"),
            scene.cite(each.sources),
        )
        for key, body in scene.facts.all(Body).items()
        for each in body.membership
        if member in each.members
    ]
    return StatePage(
        code=name,
        stands=stands_of(scene, member),
        people=scene.links([PersonId(each) for each in mentioned_in(scene, (State.folder, name), Person)]),
        memberships=tuple(memberships),
        receipts=scene.cite(state.sources),
        remarks=scene.remarks(state.note, state.conflicts),
    )


def stands_of(scene: Scene, member: MemberId) -> tuple[Stand, ...]:
    """Return how a member voted wherever it had a vote: the latest day first, the resolution before its amendments."""
    found = [
        (resolution, name, vote, scene.derived.counts[name, vote.id])
        for name, resolution in scene.facts.all(Resolution).items()
        for vote in resolution.votes
        if (name, vote.id) in scene.derived.counts and member in scene.derived.counts[name, vote.id].members
    ]
    found.sort(key=lambda each: (when(each[3].day), RESOLUTION in each[2].on), reverse=True)
    stands = []
    for resolution, name, vote, count in found:
        anchor = f"{vote.id}-{member.lower()}" if vote.roll_call else vote.id
        titles = [resolution.proposals()[on].title for on in vote.on if on in resolution.proposals()]
        what = scene.say(titles[0]) if titles else scene.say(resolution.title)
        label = Phrase(f"{resolution.symbol}: {what.text}", what.lang)
        link = Link(scene.href(address_of(Resolution, name), anchor), label)
        position = count.listed.get(member)
        kind = position.value.replace("_", "-") if position else "unknown"
        stands.append(Stand(scene.date(count.day), link, standing(scene, count, vote, member), kind))
    return tuple(stands)


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """Members of a body for a period."""

    anchor: str
    role: str
    period: str
    members: tuple[Link, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body: its votes, rules and members."""

    votes: tuple[Dated, ...]
    rules: tuple[Dated, ...]
    groups: tuple[MemberGroup, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def body_page(scene: Scene, name: str, body: Body) -> BodyPage:
    """Return the view of a body."""
    return BodyPage(
        votes=resolution_lines(scene, mentioned_in(scene, (Body.folder, name), Resolution)),
        rules=tuple(
            Dated(
                f"rule-{rule.id}-{number}",
                scene.date(rule.period),
                scene.say(rule.title),
                None,
                scene.say(rule.article).text,
                scene.cite(rule.sources),
                scene.remarks(rule.note, rule.conflicts),
            )
            for number, rule in enumerate(body.rules, 1)
        ),
        groups=tuple(
            MemberGroup(
                f"members-{number}",
                scene.words(f"role.{each.role.value}"),
                scene.date(each.period),
                scene.members(each.members),
                scene.cite(each.sources),
                scene.remarks(each.note, each.conflicts),
            )
            for number, each in enumerate(body.membership, 1)
        ),
        receipts=scene.cite(body.sources),
        remarks=scene.remarks(body.note, body.conflicts),
    )


def resolution_lines(scene: Scene, names: list[str]) -> tuple[Dated, ...]:
    """Return resolutions as dated lines with their outcome, the latest first."""
    resolutions = [(name, scene.facts.all(Resolution)[name]) for name in names]
    resolutions.sort(key=lambda each: (when(each[1].date), each[0]), reverse=True)
    return tuple(
        Dated(
            f"vote-{name}",
            scene.date(each.date),
            scene.say(each.title),
            scene.link(ResolutionId(name)),
            _result(scene, name, each),
        )
        for name, each in resolutions
    )


def _result(scene: Scene, name: str, resolution: Resolution) -> str:
    final = next((vote for vote in reversed(resolution.votes) if RESOLUTION in vote.on), None)
    count = scene.derived.counts.get((name, final.id)) if final else None
    result = count.outcome.result if count and count.outcome else None
    return scene.words(f"result.{result.value if result else 'unknown'}")


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event."""

    date: str
    place: Phrase | None
    meeting: Phrase | None
    participants: tuple[Link, ...]
    votes: tuple[Dated, ...]
    statements: tuple[Dated, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def event_page(scene: Scene, name: str, event: Event) -> EventPage:
    """Return the view of an event."""
    return EventPage(
        date=scene.date(event.date),
        place=scene.maybe(event.place),
        meeting=scene.maybe(event.meeting),
        participants=scene.links(event.participants),
        votes=resolution_lines(scene, list(event.resolutions)),
        statements=statement_lines(scene, mentioned_in(scene, (Event.folder, name), Statement)),
        receipts=scene.cite(event.sources),
        remarks=scene.remarks(event.note, event.conflicts),
    )


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Something said, in all its wordings."""

    speaker: Link
    date: str
    venue: Phrase | None
    reported_by: Phrase | None
    event: Link | None
    wordings: tuple[WordingView, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def statement_page(scene: Scene, _: str, statement: Statement) -> StatementPage:
    """Return the view of a statement."""
    return StatementPage(
        speaker=scene.link(statement.speaker),
        date=scene.date(statement.date),
        venue=scene.maybe(statement.venue),
        reported_by=scene.maybe(statement.reported_by),
        event=scene.link(statement.event) if statement.event else None,
        wordings=wording_views(scene, statement.wordings),
        receipts=scene.cite(statement.sources),
        remarks=scene.remarks(statement.note, statement.conflicts),
    )


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: what it is, what is wrong with it, and all that rests on it."""

    kind: str
    kind_class: str
    publisher: Phrase
    issued: str
    accessed: str
    url: str
    archive: str
    faults: Phrase | None
    uses: tuple[Link, ...]
    remarks: Remarks


def source_page(scene: Scene, name: str, source: Source) -> SourcePage:
    """Return the view of a source."""
    keys = dict.fromkeys(each.key for each in scene.facts.mentions.get((Source.folder, name), ()))
    uses = [
        Link(scene.href(address_of(type(record), key[1])), scene.name(record, key[1]))
        for key in keys
        if (record := scene.facts.records[key])
    ]
    return SourcePage(
        kind=scene.words(f"kinds.{source.kind.value}"),
        kind_class=source.kind.value,
        publisher=scene.say(source.publisher),
        issued=scene.date(source.issued),
        accessed=scene.date(source.accessed),
        url=source.URL or "",
        archive=source.archive or "",
        faults=scene.maybe(source.faults),
        uses=tuple(sorted(uses, key=lambda link: sorting(link.phrase.text))),
        remarks=scene.remarks(source.note, source.conflicts),
    )


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact with its receipt."""

    anchor: str
    text: Phrase
    receipts: tuple[Receipt, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class VoteCard:
    """A vote in small, on a fact sheet."""

    link: Link
    title: Phrase
    date: str
    ballot: Ballot | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A statement in small, on a fact sheet."""

    link: Link
    speaker: Link
    date: str


@dataclass(frozen=True, slots=True)
class FactsheetPage:
    """A fact sheet."""

    answer: Phrase
    key_facts: tuple[FactLine, ...]
    votes: tuple[VoteCard, ...]
    timeline: tuple[Dated, ...]
    voices: tuple[Voice, ...]
    people: tuple[Link, ...]
    open_questions: tuple[FactLine, ...]
    reviewed: str
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def factsheet_page(scene: Scene, _: str, sheet: Factsheet) -> FactsheetPage:
    """Return the view of a fact sheet."""
    return FactsheetPage(
        answer=scene.say(sheet.answer),
        key_facts=_fact_lines(scene, sheet.key_facts),
        votes=tuple(_vote_card(scene, each) for each in sheet.resolutions),
        timeline=event_lines(scene, sheet.events),
        voices=tuple(_voice(scene, each) for each in sheet.statements),
        people=scene.links(sheet.people),
        open_questions=_fact_lines(scene, sheet.open_questions),
        reviewed=scene.date(sheet.reviewed),
        receipts=scene.cite(sheet.sources),
        remarks=scene.remarks(sheet.note, sheet.conflicts),
    )


def _fact_lines(scene: Scene, facts: tuple[KeyFact, ...]) -> tuple[FactLine, ...]:
    return tuple(
        FactLine(each.id, scene.say(each.text), scene.cite(each.sources), scene.remarks(each.note, each.conflicts))
        for each in facts
    )


def _vote_card(scene: Scene, name: ResolutionId) -> VoteCard:
    resolution = scene.facts.all(Resolution)[name]
    final = next((vote for vote in reversed(resolution.votes) if RESOLUTION in vote.on), None)
    count = scene.derived.counts.get((name, final.id)) if final else None
    small = ballot(scene, name, final, count) if final and count else None
    return VoteCard(scene.link(name), scene.say(resolution.title), scene.date(resolution.date), small)


def _voice(scene: Scene, name: StatementId) -> Voice:
    statement = scene.facts.all(Statement)[name]
    return Voice(scene.link(name), scene.link(statement.speaker), scene.date(statement.date))


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a record without a page design of its own."""

    name: str
    phrases: tuple[Phrase, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Any record, field by field."""

    fields: tuple[FieldLine, ...]
    receipts: tuple[Receipt, ...]
    remarks: Remarks


def record_page(scene: Scene, _: str, record: Record) -> RecordPage:
    """Return the view of a record whose type has no design of its own yet."""
    own = [name for name in type(record).model_fields if name not in Record.model_fields]
    lines = (_field(scene, name, getattr(record, name)) for name in own)
    return RecordPage(
        tuple(line for line in lines if line.phrases or line.links),
        scene.cite(record.sources),
        scene.remarks(record.note, record.conflicts),
    )


def _field(scene: Scene, name: str, value: object) -> FieldLine:
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    links = scene.links(each for each in values if isinstance(each, RecordId))
    phrases = tuple(_phrase(scene, each) for each in values if not isinstance(each, RecordId))
    return FieldLine(name.replace("_", " "), phrases, links)


def _phrase(scene: Scene, value: object) -> Phrase:
    if isinstance(value, Text):
        return scene.say(value)
    return Phrase(scene.date(value) if isinstance(value, Edtf) else str(value))
