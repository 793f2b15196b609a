"""The page of a record whose type has no design of its own."""

from __future__ import annotations

from dataclasses import dataclass

from factsheets.content.records.base import Record
from factsheets.content.records.dates import Edtf
from factsheets.content.records.ids import RecordId
from factsheets.content.records.text import Text
from factsheets.site.pages.shared.parts import Link, Phrase, Receipt, Remarks, Scene


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
        scene.remarks(record),
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
