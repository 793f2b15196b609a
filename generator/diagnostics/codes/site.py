"""What can be wrong with the finished site. Examples are what a page holds."""

from __future__ import annotations

from generator.diagnostics.codes.code import Code

CODES = (
    Code(
        "broken-link",
        "a link to a page that is not there",
        "Every link of the finished site is followed before it is shown. This is a fault of the program and not "
        "yours: report it.",
        '<a href="votes/gone.html">',
        '<a href="index.html">',
    ),
    Code(
        "broken-anchor",
        "a link to a place that is not on its page",
        "Every fact has a place of its own on its page, for ever. This is a fault of the program and not yours: "
        "report it.",
        '<a href="index.html#gone">',
        '<a href="index.html#top">',
    ),
    Code(
        "duplicate-anchor",
        "two facts in one place of a page",
        "A link to it could mean either. Give one of the two entries another id in its file.",
        '<p id="adopted"></p><p id="adopted"></p>',
        '<p id="adopted"></p><p id="rejected"></p>',
    ),
    Code(
        "forbidden-link",
        "a kind of link that no page may have",
        "Links lead to addresses with https:// or http://, or to mail. Correct the address in the file it comes from.",
        '<a href="ftp://council.example/record">',
        '<a href="https://council.example/record">',
    ),
    Code(
        "third-party",
        "something that would be loaded from elsewhere",
        "Whoever reads this site tells nobody else about it, so a page loads nothing from other sites. Take it "
        "out; a link to it is welcome.",
        '<img src="https://council.example/logo.png">',
        '<a href="https://council.example/logo.png">',
    ),
)
