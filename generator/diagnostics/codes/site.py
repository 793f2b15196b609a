"""What can be wrong with the built site."""

from __future__ import annotations

from generator.diagnostics.codes.code import Code

CODES = (
    Code(
        "broken-link",
        "a link to a page that is not there",
        "Every link of the built site is followed before it is shown.",
    ),
    Code("broken-anchor", "a link to a place that is not on the page", "Every fact has a place of its own, for ever."),
    Code("duplicate-anchor", "one place, two facts", "A link to it could mean either."),
    Code("forbidden-link", "a kind of link that no page may have", "Links lead to https, http or mail addresses."),
    Code(
        "third-party", "something that would be loaded from elsewhere", "Reading this site tells nobody else about it."
    ),
)
