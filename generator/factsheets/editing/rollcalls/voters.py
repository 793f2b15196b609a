"""Who may be meant: the members of a body on a day, by all the names that the content and CLDR have for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factsheets.content.link import Facts
from factsheets.content.link.aliases import aliases
from factsheets.content.records.body import Body
from factsheets.content.records.dates import Edtf
from factsheets.content.records.ids import MemberId
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Position
from factsheets.content.records.state import State
from factsheets.derive.membership import members_on
from factsheets.diagnostics.suggest import near
from factsheets.editing.rollcalls.model import Unrecognised, Why
from factsheets.editing.rollcalls.spelling import bare, fold, turned, unbroken, uninverted

Spellings = Mapping[str, tuple[MemberId, ...]]
"""Those who are spelt so, by the folded spelling."""

LONGEST = 200
"""Characters of a name. What is longer is none, and no close one is looked for."""

_CODE = 3
"""Letters of the longest code."""

_JOINING = frozenset({"and", "und"})
"""What joins the last two names of a list. In small letters it is never a code."""


@dataclass(frozen=True, slots=True)
class Voters:
    """The members, and everybody else the content knows."""

    members: frozenset[MemberId] = field(repr=False)
    spellings: Spellings = field(repr=False)
    others: Spellings = field(repr=False)

    def named(self, text: str) -> tuple[MemberId, ...]:
        """Return the members that a text names: one, none, or several where the spelling is shared."""
        return _spelt(text, self.spellings)

    def only(self, text: str) -> MemberId | None:
        """Return the one member that a text names, or None."""
        found = self.named(text)
        return found[0] if len(found) == 1 else None

    def unrecognised(self, text: str, line: int, position: Position | None) -> Unrecognised:
        """Return a piece that names no one member, with what is known about it."""
        if found := self.named(text):
            return Unrecognised(text, line, position, Why.AMBIGUOUS, found)
        others = _spelt(text, self.others)
        return Unrecognised(text, line, position, Why.NOT_A_MEMBER if others else Why.UNKNOWN, others)

    def guesses(self, text: str) -> tuple[MemberId, ...]:
        """Return the members that a text may mean: by the longest name within it, else by the nearest."""
        folded = fold(bare(text[:LONGEST]))
        within = [each for each in self.spellings if len(each) > _CODE and f" {each} " in f" {folded} "]
        likely = [max(within, key=len)] if within else near(folded, self.spellings)
        return tuple(sorted({member for each in likely for member in self.spellings[each]}))


def voters_of(facts: Facts, body: Body, day: Edtf) -> Voters:
    """Return the voters of a body on a day."""
    members = frozenset(member for member in members_on(body, day) if member in facts)
    states, people = (map(MemberId, facts.all(kind)) for kind in (State, Person))
    others = {*states, *people} - members
    return Voters(members, _spellings(facts, members), _spellings(facts, others))


def _spellings(facts: Facts, members: frozenset[MemberId] | set[MemberId]) -> Spellings:
    known: dict[str, set[MemberId]] = {}
    for member in members:
        for name in _names(facts, member):
            known.setdefault(fold(name), set()).add(member)
    return {spelling: tuple(sorted(found)) for spelling, found in known.items()}


def _names(facts: Facts, member: MemberId) -> Iterator[str]:
    record = facts[member]
    names = aliases(facts, str(member), record)
    yield from names
    yield from (turned(name) for name in names if isinstance(record, Person) or name.endswith(")"))


def _spelt(text: str, spellings: Spellings) -> tuple[MemberId, ...]:
    return next((spellings[way] for way in _ways(text) if way in spellings), ())


def _ways(text: str) -> Iterator[str]:
    """Yield the foldings by which a text may be found, the text as it stands first."""
    if len(text) <= LONGEST and text.strip() not in _JOINING and not _is_abbreviation(text.strip(" .")):
        for each in dict.fromkeys((text, bare(text), bare(unbroken(text)), uninverted(bare(unbroken(text))))):
            yield fold(each)


def _is_abbreviation(text: str) -> bool:
    """Tell `St` from `ST`: a code has letters of one size."""
    return 1 < len(text) <= _CODE and text.isalpha() and not (text.isupper() or text.islower())
