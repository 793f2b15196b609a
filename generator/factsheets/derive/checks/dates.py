"""Dates that cannot be in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.link import Facts
from factsheets.content.records.dates import Edtf
from factsheets.content.records.person import Person
from factsheets.content.records.source import Source
from factsheets.content.records.statement import Statement
from factsheets.derive import Derived
from factsheets.derive.checks.finding import Finding

_HINT = "compare both dates with the source, and correct the one that is wrong"


def _before(first: Edtf | None, second: Edtf | None) -> bool:
    """Tell whether `first` lies certainly before `second`."""
    return first is not None and second is not None and first.latest < second.earliest


def people_live_in_order(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find offices held before birth, and offices last seen outside their period."""
    for name, person in facts.all(Person).items():
        for index, office in enumerate(person.offices):
            path, key = ("offices", index), (Person.folder, name)
            if _before(office.period, person.born):
                message = f"the office {office.period.text if office.period else ''} ends before the birth"
                yield Finding("dates-out-of-order", key, (*path, "period"), message, _HINT)
            if office.seen and office.period and not office.period.may_overlap(office.seen):
                message = f"seen: {office.seen.text} lies outside period: {office.period.text}"
                yield Finding("dates-out-of-order", key, (*path, "seen"), message, _HINT)


def statements_come_after_birth(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find statements made before the speaker was born."""
    for name, statement in facts.all(Statement).items():
        speaker = facts.get(Person, statement.speaker)
        if speaker and _before(statement.date, speaker.born):
            yield Finding(
                "dates-out-of-order",
                (Statement.folder, name),
                ("date",),
                f"{statement.date.text} is before the speaker's birth",
                _HINT,
            )


def sources_are_read_after_they_appear(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find sources that were read before they were published."""
    for name, source in facts.all(Source).items():
        if _before(source.accessed, source.issued):
            message = "it was read before it was published"
            yield Finding("dates-out-of-order", (Source.folder, name), ("accessed",), message, _HINT)
