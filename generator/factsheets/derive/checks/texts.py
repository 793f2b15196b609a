"""Texts that a reader of one of the site's languages would miss."""

from __future__ import annotations

from collections.abc import Iterator

from factsheets.content.link import SITE, Facts, records_of
from factsheets.content.records.base import walk
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.site import Site
from factsheets.content.records.text import FIRST_LANGUAGE, Name, Text
from factsheets.derive import Derived
from factsheets.derive.checks.finding import Finding
from factsheets.diagnostics import Severity


def texts_are_translated(facts: Facts, _: Derived) -> Iterator[Finding]:
    """Find texts without one of the site's languages: an error in a fact sheet or in `site.yaml`, else a warning."""
    for key, record in (*records_of(facts), (SITE, facts.site)):
        severity = Severity.ERROR if isinstance(record, Factsheet | Site) else Severity.WARNING
        for path, value in walk(record):
            if isinstance(value, Text) and not isinstance(value, Name):
                missing = [each for each in facts.site.languages if each not in value.languages(facts.site.first)]
                if missing:
                    message = f"this text is not there in: {', '.join(missing)}"
                    hint = f"{_form(value, facts.site.first, missing[0])}; until then readers see another language"
                    yield Finding("missing-translation", key, path, message, hint, severity)


def _form(text: Text, first: str, missing: str) -> str:
    """Return how the text is written with the language that is missing."""
    if FIRST_LANGUAGE in text.by_language:
        return f"write it as {{{first}: the text as it is, {missing}: the text in that language}}"
    return f"add {missing}: … beside the other language"
