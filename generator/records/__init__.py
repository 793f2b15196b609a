"""The record types. A new one is a file beside this and a line in this list; everything else follows from it."""

from generator.records.base import Record
from generator.records.body import Body
from generator.records.event import Event
from generator.records.factsheet import Factsheet
from generator.records.person import Person
from generator.records.resolution import Resolution
from generator.records.source import Source
from generator.records.state import State
from generator.records.statement import Statement

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
