"""What could be more than words in a comment on GitHub, and what of a comment is not kept in code spans."""

from __future__ import annotations

import re

HOSTILE = [
    "<script>alert(1)</script>",
    "</details></summary><img src=x onerror=alert(1)>",
    "@team @user/repo",
    "#12 GH-12 owner/repo#12 6f9ae60b8f0d",
    "[x](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "https://evil.example www.evil.example mail@evil.example",
    "`code` ``two`` ```three```",
    "`",
    "| a | b |",
    "**bold** _em_ ~~gone~~ :smile: $x$ \\` &lt;b&gt;",
    "- [ ] task",
    "```\n@team\n```",
    "one\n\n@team\r\n> two\u2028# three",
    "\u202eevil\u2066 \u200bhidden\u200d \x07\x1b[31m",
]

_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)")
"""A code span, as CommonMark reads it: closed by as many backticks as opened it."""


def around(comment: str) -> str:
    """Return what a comment says outside of code spans, line by line as it stands."""
    return "\n".join(_SPAN.sub("", line) for line in comment.split("\n"))
