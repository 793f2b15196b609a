"""What each type of record is asked for when a new one begins, and what is known without asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factsheets.content.records import Record
from factsheets.content.records.body import Body
from factsheets.content.records.event import Event
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.schema import keys
from factsheets.content.records.source import Source
from factsheets.content.records.state import State
from factsheets.content.records.statement import Statement
from factsheets.editing.drafts.tree import Draft


@dataclass(frozen=True, slots=True)
class Plan:
    """The questions for one type, in order, as dotted paths.

    `named_by` are the paths of which the file's name is made, `or_by` those taken where these give none. `begins` is
    what a new record has before anything is asked, and `short` gives lines further in a name of their own on the
    command line.
    """

    asks: tuple[str, ...]
    named_by: tuple[str, ...] = ()
    begins: Draft = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    or_by: tuple[str, ...] = ()


_PLANS: Mapping[type[Record], Plan] = {
    Person: Plan(("name", "states", "born", "sources"), ("name",)),
    State: Plan(("alpha_2", "sources")),
    Body: Plan(
        ("name", "membership.0.members", "membership.0.role", "membership.0.period", "sources"),
        ("name",),
    ),
    Event: Plan(("title", "date", "place", "participants", "sources"), ("title", "date")),
    Statement: Plan(
        (
            "speaker", "date", "about", "venue",
            "wordings.0.lang", "wordings.0.text", "wordings.0.missing",
            "sources",
        ),
        ("speaker", "date"),
        {"wordings": [{"id": "original", "kind": "original"}]},
        {"lang": "wordings.0.lang", "text": "wordings.0.text", "missing": "wordings.0.missing"},
    ),
    Resolution: Plan(
        (
            "symbol", "title", "summary", "body", "date",
            "votes.0.rule", "votes.0.stated.result",
            "votes.0.stated.yes", "votes.0.stated.no", "votes.0.stated.abstain",
            "sources",
        ),
        ("symbol",),
        {"votes": [{"id": "adoption", "on": ["resolution"]}]},
        {
            "rule": "votes.0.rule", "result": "votes.0.stated.result", "yes": "votes.0.stated.yes",
            "no": "votes.0.stated.no", "abstain": "votes.0.stated.abstain", "vetoed-by": "votes.0.stated.vetoed_by",
        },
    ),
    Factsheet: Plan(
        ("title", "answer", "key_facts.0.id", "key_facts.0.text", "key_facts.0.sources", "reviewed", "sources"),
        ("title",),
    ),
    Source: Plan(
        ("kind", "read", "via.name", "URL", "title", "language", "publisher", "issued", "accessed"),
        ("publisher", "title"),
        short={"via-name": "via.name"},
        or_by=("URL",),
    ),
}  # fmt: skip


def plan_of(kind: type[Record]) -> Plan:
    """Return the plan of a record type; one without its own is asked for each line that must be there."""
    if kind in _PLANS:
        return _PLANS[kind]
    fields = {field.alias or name: field for name, field in kind.model_fields.items()}
    needed = tuple(key for key in keys(kind) if fields[key].is_required())
    return Plan((*needed, *(("sources",) if kind.needs_sources else ())), needed[:1])
