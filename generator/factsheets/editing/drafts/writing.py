"""A draft as a file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from factsheets.content.formatting import formatted
from factsheets.content.records import Record
from factsheets.content.records.schema import json_schema, schema_name
from factsheets.content.source import read_text
from factsheets.editing.drafts.tree import Draft


def written(kind: type[Record], name: str, draft: Draft, languages: Sequence[str]) -> str:
    """Return the text of a record's file in the one form; raises ValueError for what no file may hold."""
    text = json.dumps(draft, ensure_ascii=False)
    file, found = read_text(f"content/{kind.folder}/{name}.yaml", kind.folder, name, text.encode("utf-8", "replace"))
    if found:
        raise ValueError(f"{found[0].message}; {found[0].hint}")
    return formatted(file, json_schema(kind, languages), schema_name(kind))
