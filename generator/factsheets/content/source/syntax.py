"""What libyaml says of a broken file, in words for somebody who has never seen YAML."""

from __future__ import annotations

from collections.abc import Callable

import yaml

from factsheets.content.source import brackets, colons, indents, quotes
from factsheets.content.source.spans import Lines, span
from factsheets.content.source.trouble import Trouble
from factsheets.diagnostics import Diagnostic, Span

_EXPLANATIONS: tuple[Callable[[Trouble], Diagnostic | None], ...] = (
    quotes.merged,
    quotes.directive,
    indents.tab,
    indents.odd_space,
    indents.close_hyphen,
    indents.bullet,
    colons.no_names,
    quotes.unclosed,
    quotes.backslash,
    quotes.more_after,
    colons.second_colon,
    colons.missing_colon,
    colons.missing_name,
    quotes.hyphen,
    brackets.outside,
    brackets.inside,
    quotes.sign,
    indents.misfit,
)
"""Asked in this order; the first that recognises the mistake explains it."""


def explain(trouble: Trouble) -> Diagnostic:
    """Return the diagnostic for a file that is not YAML, at the words that are wrong."""
    for explanation in _EXPLANATIONS:
        if diagnostic := explanation(trouble):
            return diagnostic
    hint = "put the text in quotation marks, or compare the lines around it with a similar file"
    return trouble.say("yaml-syntax", trouble.rest(trouble.at), f"YAML cannot read on here ({trouble.said})", hint)


def marks(lines: Lines, error: yaml.YAMLError) -> tuple[str, Span, Span]:
    """Return what libyaml says, where it stopped, and where what it was reading began."""
    problem = getattr(error, "problem", None) or str(error)
    said = " ".join(filter(None, (getattr(error, "context", None), problem)))
    stopped = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) or stopped
    at, since = ((mark.line + 1, mark.column + 1) if mark else (1, 1) for mark in (stopped, began))
    return said, span(lines, *at), span(lines, *since)
