"""What all records share: frozen values, sources, notes and conflicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factsheets.content.records.dates import Date
from factsheets.content.records.ids import RecordId, SourceId
from factsheets.content.records.text import Line, ProperName, Prose
from factsheets.content.records.values import Slug, Stem
from factsheets.content.source.tree import AtKey, Path


class Model(BaseModel):
    """A mapping of a record. A field's docstring is its documentation everywhere."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, arbitrary_types_allowed=True, populate_by_name=False
    )


class Citation(Model):
    """A source, and the place in it."""

    source: SourceId
    """The source."""
    at: ProperName | None = Field(None, examples=["p. 3", {"en": "Art. 27 (3)", "de": "Art. 27 Abs. 3"}])
    """Where in it: a page, a paragraph, an article, a time code."""


def _as_mapping(value: Any) -> Any:  # noqa: ANN401 - judged by pydantic next
    """Let the name of a source stand for a citation without a place."""
    return {"source": value} if isinstance(value, str) else value


Citations: TypeAlias = tuple[
    Annotated[Citation, BeforeValidator(_as_mapping, json_schema_input_type=SourceId | Citation)], ...
]
"""Sources: names of files in `sources/`, or `{source: …, at: …}` with the place in it."""


class ConflictValue(Model):
    """What one side of a conflict says."""

    value: Line = Field(examples=[{"en": "Since December 2010", "de": "Seit Dezember 2010"}])
    """What these sources say."""
    sources: Citations
    """Who says so."""


class Conflict(Model):
    """Sources that disagree. Both are shown, with the one preferred and why."""

    fields: tuple[str, ...] = Field(examples=[["born"]])
    """The fields of this mapping that the sources disagree about."""
    values: tuple[ConflictValue, ...]
    """What each side says."""
    preferred: str | None = Field(None, examples=["Since December 2010"])
    """The value this site follows, written as in `values`. Left out while it is open."""
    why: Line | None = None
    """Why that value is preferred."""


class Search(Model):
    """A search for what is missing, that did not find it."""

    date: Date
    """When somebody looked."""
    where: Line
    """Where: the sources, archives or records, in a few words."""


class Fact(Model):
    """A mapping that states something. Its receipt is its own `sources`, else those of the mapping around it."""

    review_due: Date | None = None
    """When somebody should read it again against its sources. No fact, but what editors have agreed."""
    note: Prose | None = None
    """What a reader should know about this."""
    conflicts: tuple[Conflict, ...] = ()
    """What the sources disagree about."""
    searched: tuple[Search, ...] = ()
    """Where somebody looked for what is missing here, in vain, so that nobody looks there twice."""
    sources: Citations = ()
    """Where it says so."""


class Named(Fact):
    """A fact with a name of its own, which is its anchor on the page for ever."""

    id: Slug = Field(examples=["adoption"])
    """The name of this entry within the record. Never change it once it is published."""


class Gravity(StrEnum):
    """How grave a mistake was: it changed a result, a fact, or only the wording."""

    RESULT = "result"
    """It changed a result: an outcome, or how somebody voted."""
    FACT = "fact"
    """It changed a fact that is no result."""
    WORDING = "wording"
    """It changed the wording only."""


class Correction(Model):
    """A mistake that was published, and what stands there since."""

    date: Date
    """The day on which it was put right."""
    was: Line
    """What the page said."""
    now: Line
    """What it says since."""
    gravity: Gravity
    """What the mistake changed: a result, a fact or only the wording."""
    why: Line
    """How it came to be, or who noticed."""


class Record(Fact):
    """One file. The file's name without `.yaml` is the record's id."""

    folder: ClassVar[str]
    """The folder in `content/`."""
    section: ClassVar[str]
    """The folder of the published pages."""
    label: ClassVar[Mapping[str, str]]
    """The section's name, by language."""
    needs_sources: ClassVar[bool] = True
    """Whether the record itself states facts. A source does not; it is one."""

    reserved: ClassVar[frozenset[str]] = frozenset({"top", "sources", "downloads", "corrections"})
    """Anchors that the record's page has of its own, so that no fact on it may have them."""
    reserved_starts: ClassVar[tuple[str, ...]] = ("source-",)
    """What the page's numbered or named anchors begin with; no fact on it may begin so."""

    corrections: tuple[Correction, ...] = ()
    """Mistakes that were published here and put right, the latest first."""
    former_ids: tuple[Stem, ...] = Field((), max_length=50)
    """Earlier file names of this record, so that old addresses go on working."""


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401 - any value of any record
    """Yield every value within a record with its path, mappings before what they hold."""
    waiting = [(path, value)]  # the next one last; each level that calls itself would hand on all that lies below it
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if value is not None and not isinstance(value, str):
            waiting += reversed(_within(value, path))


def _within(value: Any, path: Path) -> list[tuple[Path, Any]]:  # noqa: ANN401 - any value of any record
    """Return what a value holds itself, each with its path: the names of records among the keys of a mapping, too."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        return [((*path, field.alias or name), getattr(value, name)) for name, field in fields]
    if isinstance(value, Mapping):
        found: list[tuple[Path, Any]] = []
        for key, item in value.items():
            found += [((*path, AtKey(key)), key)] if isinstance(key, RecordId) else []
            found.append(((*path, str(key)), item))
        return found
    return [((*path, index), item) for index, item in enumerate(value)] if isinstance(value, tuple) else []


def references(record: Model) -> Iterator[tuple[Path, RecordId]]:
    """Yield every name of another record, with the path at which it stands."""
    return ((path, value) for path, value in walk(record) if isinstance(value, RecordId))
