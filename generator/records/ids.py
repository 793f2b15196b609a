"""Names of records, as they stand in other records: text that knows which folder it points into."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.records.errors import misfit

_SAFE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


class RecordId(str):
    """The id of a record, which is its file's name without `.yaml`. Whether that file exists is for `link` to say."""

    __slots__ = ()

    folder: ClassVar[str]

    @property
    def target(self) -> str:
        """The folder this id points into."""
        return self.folder

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the id, or raise `bad-id` for what could never be the name of a record."""
        if not _SAFE.fullmatch(text):
            raise misfit(
                "bad-id",
                f"{text!r} cannot be the name of a record",
                "a name has letters a to z, digits and single hyphens, as the file has without .yaml",
            )
        return cls(text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Validate a string by `parse`."""
        return core_schema.no_info_after_validator_function(cls.parse, core_schema.str_schema(strict=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the id by its pattern and the folder it points into."""
        return {"type": "string", "pattern": f"^{_SAFE.pattern}$", "x-folder": getattr(cls, "folder", None)}


class PersonId(RecordId):
    """A file of `people/`."""

    folder = "people"


class StateId(RecordId):
    """A file of `states/`."""

    folder = "states"


class BodyId(RecordId):
    """A file of `bodies/`."""

    folder = "bodies"


class EventId(RecordId):
    """A file of `events/`."""

    folder = "events"


class StatementId(RecordId):
    """A file of `statements/`."""

    folder = "statements"


class ResolutionId(RecordId):
    """A file of `resolutions/`."""

    folder = "resolutions"


class FactsheetId(RecordId):
    """A file of `factsheets/`."""

    folder = "factsheets"


class SourceId(RecordId):
    """A file of `sources/`."""

    folder = "sources"


class MemberId(RecordId):
    """Somebody who votes: a state (`HUN`, in capitals) or a person (`dorothy-shea`)."""

    @property
    def target(self) -> str:
        """The folder of states for a name in capitals, else the folder of people."""
        return StateId.folder if self.isupper() else PersonId.folder
