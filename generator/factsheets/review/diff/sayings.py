"""Values and entries of records as short texts in English, for editors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from factsheets.content.records.base import Citation, Conflict, Correction, Model, Named, Search
from factsheets.content.records.body import Membership, Rule, Seats
from factsheets.content.records.coverage import LeftOut
from factsheets.content.records.dates import Edtf
from factsheets.content.records.factsheet import KeyFact, Misreading
from factsheets.content.records.ids import RecordId, SourceId
from factsheets.content.records.person import Office, WebPage
from factsheets.content.records.resolution import Exclusion, Proposal, ReportedNumbers, Unconfirmed, Vote
from factsheets.content.records.site import Section
from factsheets.content.records.source import Interest
from factsheets.content.records.text import Text
from factsheets.content.records.wording import Doubt, Wording

LANGUAGE = "en"
"""The language in which editors are told what differs."""

NameOf = Callable[[RecordId], str]


def text_of(text: Text) -> str:
    """Return a text in the editors' language, or else in its first."""
    return text.pick(LANGUAGE, LANGUAGE)[0]


def label(entry: Model) -> str:  # noqa: C901, PLR0911 - one answer for each kind
    """Return what an entry of a list is called: its id, or the words of its own by which it is known."""
    match entry:
        case Named() | Section():
            return entry.id
        case Office() | WebPage():
            return text_of(entry.title)
        case Membership():
            return f"{entry.role.value} {entry.period.text}"
        case Seats():
            return entry.period.text
        case Unconfirmed():
            return entry.position.value
        case ReportedNumbers():
            return text_of(entry.why)
        case Exclusion():
            return said(entry.members, str)
        case LeftOut():
            return entry.symbol
        case Search():
            return entry.date.text
        case Interest():
            return said(entry.kind, str)
        case Doubt():
            return entry.words
    return said(entry, str)


def gist(entry: Model, name_of: NameOf) -> str:  # noqa: PLR0911 - one answer for each kind
    """Return in short what an entry says."""
    match entry:
        case Wording():
            return entry.text or "not known"
        case KeyFact():
            return text_of(entry.text)
        case Misreading():
            return entry.words
        case Office():
            return f"{text_of(entry.title)}, {entry.period.text if entry.period else 'period not known'}"
        case Proposal() | Rule() | Section():
            return text_of(entry.title)
        case Membership() | Unconfirmed():
            return f"{label(entry)}: {said(entry.members, name_of)}"
        case Vote():
            return f"on {', '.join(entry.on)}"
        case Doubt():
            return f"{entry.words}: {text_of(entry.note)}"
    return said(entry, name_of)


def conflict(value: Conflict, name_of: NameOf) -> str:
    """Return a conflict: what each side says, and which is followed."""
    sides = " / ".join(f"{text_of(each.value)} ({said(each.sources, name_of)})" for each in value.values)
    why = f", because: {text_of(value.why)}" if value.why else ""
    return f"{sides}; {f'followed: {value.preferred}{why}' if value.preferred else 'open'}"


def correction(value: Correction) -> str:
    """Return a correction: its day, what was there and what is."""
    return f"{value.date.text}, {value.gravity.value}: {text_of(value.was)} → {text_of(value.now)}"


def said(value: Any, name_of: NameOf) -> str:  # noqa: ANN401, C901, PLR0911 - any value
    """Return any value in short."""
    match value:
        case Text():
            return text_of(value)
        case Edtf():
            return value.text
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value).replace("_", " ")
        case SourceId():
            return str(value)
        case RecordId():
            return name_of(value)
        case Citation():
            return f"{value.source} ({text_of(value.at)})" if value.at else str(value.source)
        case tuple():
            return ", ".join(said(each, name_of) for each in value)
        case Mapping():
            return ", ".join(f"{said(key, name_of)}: {said(each, name_of)}" for key, each in value.items())
        case Model():
            return "; ".join(f"{name.replace('_', ' ')} {said(each, name_of)}" for name, each in _set(value))
    return str(value)


def _set(model: Model) -> list[tuple[str, Any]]:
    """Return the fields of a mapping that say something."""
    fields = type(model).model_fields.items()
    return [(field.alias or name, each) for name, field in fields if (each := getattr(model, name)) not in (None, ())]
