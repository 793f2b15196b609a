"""One page of each kind on the real site, and the site in both languages."""

from __future__ import annotations

KINDS = (
    "index.html",
    "about.html",
    "missing.html",
    "coverage.html",
    "counting.html",
    "corrections.html",
    "correct.html",
    "messages.html",
    "compare/index.html",
    "compare/a-res-es-11-6--a-res-es-11-7.html",
    "compare/RUS--USA.html",
    "factsheets/index.html",
    "factsheets/2025-02-24-ukraine-at-the-united-nations.html",
    "factsheets/ukraine-in-the-eleventh-emergency-special-session.html",
    "factsheets/what-the-article-got-wrong.html",
    "votes/index.html",
    "votes/s-res-2774.html",
    "votes/a-res-es-11-7.html",
    "votes/a-res-es-11-8.html",
    "states/index.html",
    "states/HUN.html",
    "people/index.html",
    "people/vasily-nebenzya.html",
    "statements/index.html",
    "statements/peskov-small-steps.html",
    "events/index.html",
    "events/osaka-meeting-2019-06-28.html",
    "bodies/index.html",
    "bodies/un-security-council.html",
    "bodies/asia-pacific-group.html",
    "bodies/eastern-european-group.html",
    "sources/index.html",
    "sources/cnbc-de-garbled.html",
)

BOTH = tuple(f"{folder}{kind}" for kind in KINDS for folder in ("", "de/"))
"""Each of them in English and in German."""
