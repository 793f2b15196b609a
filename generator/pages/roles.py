"""What a person was: the latest office, never without its time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.parts import Link, Phrase, Receipt, Scene
from generator.records.ids import PersonId
from generator.records.person import Office, Person


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
    if not person.offices:
        return None
    office = person.offices[0]
    return Role(scene.say(office.title), held(scene, office), scene.cite(office.sources))


def held(scene: Scene, office: Office) -> str:
    """Return when an office was held, as far as that is known."""
    known = [scene.date(office.period)] if office.period else []
    known += [scene.words("seen", date=scene.date(office.seen))] if office.seen else []
    return "; ".join(known) or scene.words("dates_unknown")
