"""Names of records, as they stand in other records: text that knows which folder it points into."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

_SAFE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


class RecordId(str):
    """The id of a record, which is its file's name without `.yaml`. Whether that file exists is for `link` to say."""

    __slots__ = ()

    folder: ClassVar[str]
    examples: ClassVar[tuple[str, ...]] = ()
    """Names that could stand here, for editors' tools."""

    @property
    def target(self) -> str:
        """The folder this id points into."""
        return self.folder

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Take any text: whether a record has that name is for `link` to say, which knows them."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the id by its pattern and the folder it points into."""
        return {
            "type": "string",
            "pattern": f"^{_SAFE.pattern}$",
            "description": cls.__doc__,
            "x-explained": cls.__doc__,
            "examples": list(cls.examples),
            **({"x-folder": cls.folder} if hasattr(cls, "folder") else {}),
        }


def could_be(name: str) -> bool:
    """Tell whether a file could have that name."""
    return _SAFE.fullmatch(name) is not None


class PersonId(RecordId):
    """The name of a file in `content/people/`, without `.yaml`."""

    folder = "people"
    examples = ("dorothy-shea",)


class StateId(RecordId):
    """The name of a file in `content/states/`, without `.yaml`."""

    folder = "states"
    examples = ("NOR", "USA")


class BodyId(RecordId):
    """The name of a file in `content/bodies/`, without `.yaml`."""

    folder = "bodies"
    examples = ("un-general-assembly", "un-security-council")


class EventId(RecordId):
    """The name of a file in `content/events/`, without `.yaml`."""

    folder = "events"
    examples = ("general-assembly-2025-02-24",)


class StatementId(RecordId):
    """The name of a file in `content/statements/`, without `.yaml`."""

    folder = "statements"
    examples = ("shea-path-to-peace",)


class ResolutionId(RecordId):
    """The name of a file in `content/resolutions/`, without `.yaml`."""

    folder = "resolutions"
    examples = ("a-res-es-11-7", "s-res-2774")


class FactsheetId(RecordId):
    """The name of a file in `content/factsheets/`, without `.yaml`."""

    folder = "factsheets"
    examples = ("2025-02-24-ukraine-at-the-united-nations",)


class SourceId(RecordId):
    """The name of a file in `content/sources/`, without `.yaml`."""

    folder = "sources"
    examples = ("un-charter", "dgacm-es11")


class MemberId(RecordId):
    """Somebody who votes: a file in `content/states/`, in capitals, or in `content/people/`, both without `.yaml`."""

    examples = ("HUN", "dorothy-shea")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Mark the id, so that what stands under members can be sorted."""
        return {**super().__get_pydantic_json_schema__(schema, handler), "x-member": True}

    @property
    def target(self) -> str:
        """The folder of states for a name in capitals, else the folder of people."""
        return StateId.folder if self.isupper() else PersonId.folder
