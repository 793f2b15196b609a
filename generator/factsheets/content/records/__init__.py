"""The record types. A new one is a file beside this and a line in this list; everything else follows from it."""

from factsheets.content.records.base import Record
from factsheets.content.records.body import Body
from factsheets.content.records.event import Event
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.person import Person
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.source import Source
from factsheets.content.records.state import State
from factsheets.content.records.statement import Statement

RECORD_TYPES: tuple[type[Record], ...] = (
    Factsheet,
    Resolution,
    State,
    Person,
    Statement,
    Event,
    Body,
    Source,
)

__all__ = ["RECORD_TYPES", "Record"]
