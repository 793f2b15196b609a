"""A report in three forms: for a terminal, for one comment on a pull request, and for programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from factsheets.content.link import Key
from factsheets.diagnostics import reports
from factsheets.diagnostics.report import visible_json
from factsheets.diagnostics.reports import line_of, plain
from factsheets.review.diff.model import Diff
from factsheets.review.diff.report import report


def as_text(diff: Diff) -> str:
    """Return the report for a terminal."""
    made = report(diff)
    return reports.as_text((made.headline, ("compared: ", *made.compared)), made.sections)


def as_markdown(diff: Diff, room: int = reports.LONGEST) -> str:
    """Return the report as Markdown for one comment, or for so much room in one."""
    made = report(diff)
    return reports.as_markdown((made.headline, ("Compared: ", *made.compared)), made.sections, room)


def as_json(diff: Diff) -> str:
    """Return one object, whose names stay as they are while `format` is 1.

    `base` and `head` have `name` (of the commit, or `the working tree`), `errors` (how many) and `unread` (records left
    out for them). `summary` is the first line of the report. `records` has the name of each record named, by its file
    without `.yaml`: `people/ada-moe`. `changes`, `votes` and `owed` are lists of objects with the fields of `Change`,
    `VoteChange` and `Owed`, where `record` stands for `key`, and a shift is `{before, after}` or null. `pages` is null
    if they were not compared, else a list of `language`, `address` (within the language) and `how` (added, changed or
    removed). `found` and `mended` are diagnostics as `check --format json` gives them. `resting` says how many facts
    rest on each source named. Characters that nobody can see are escaped.
    """
    return visible_json(
        {
            "format": 1,
            "summary": line_of(report(diff).headline, plain),
            "base": {**asdict(diff.base), "unread": list(map(_name, diff.base.unread))},
            "head": {**asdict(diff.head), "unread": list(map(_name, diff.head.unread))},
            "records": {_name(key): name for key, name in diff.names.items()},
            "changes": list(map(_with_record, diff.changes)),
            "votes": list(map(_with_record, diff.votes)),
            "owed": list(map(_with_record, diff.owed)),
            "pages": None if diff.pages is None else list(map(asdict, diff.pages)),
            "found": list(map(asdict, diff.found)),
            "mended": list(map(asdict, diff.mended)),
            "resting": diff.resting,
        }
    )


def _name(key: Key) -> str:
    return "/".join(filter(None, key))


def _with_record(change: Any) -> dict[str, Any]:  # noqa: ANN401 - a change of any kind
    fields = asdict(change)
    return {"record": _name(fields.pop("key")), **fields}


FORMS: dict[str, Callable[[Diff], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
"""Each form by its name on the command line."""
