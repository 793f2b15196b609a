"""What a person was: the latest office, or that of a day; never without its time where that could mislead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factsheets.content.records.dates import Edtf
from factsheets.content.records.ids import PersonId
from factsheets.content.records.person import Office, Person
from factsheets.derive.office import held_throughout
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Scene


@dataclass(frozen=True, slots=True)
class Role:
    """An office in one line: what, when, and who says so."""

    title: Phrase
    when: str
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """A person and the latest office."""

    link: Link
    role: Role | None


def who(scene: Scene, names: Iterable[str]) -> tuple[Who, ...]:
    """Return people with their latest offices, in the order given."""
    return tuple(Who(scene.link(PersonId(name)), role(scene, scene.facts.one(Person, name))) for name in names)


def role(scene: Scene, person: Person) -> Role | None:
    """Return the latest office of a person; None where none is known."""
    return next((_role(scene, each, held(scene, each)) for each in person.offices), None)


def role_on(scene: Scene, person: Person, day: Edtf) -> Role | None:
    """Return the office that a person held, or may have held, on a day; with its time, unless it was certainly held."""
    office = next((each for each in person.offices if each.period is None or each.period.may_overlap(day)), None)
    if office is None:
        return None
    return _role(scene, office, "" if held_throughout(office, day) else held(scene, office))


def _role(scene: Scene, office: Office, when: str) -> Role:
    return Role(scene.say(office.title), when, scene.cite(office.sources))


def held(scene: Scene, office: Office) -> str:
    """Return when an office was held, as far as that is known."""
    known = [scene.date(office.period)] if office.period else []
    known += [scene.words("seen", date=scene.date(office.seen))] if office.seen else []
    return "; ".join(known) or scene.words("dates_unknown")
