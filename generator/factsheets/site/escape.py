"""The one way in which text reaches Markdown, HTML, SVG or front matter: as numeric character references.

Every ASCII character that is neither a letter, a digit nor a space is written as a reference, because any of them can
be markup to Markdown, one of its extensions, HTML or YAML. References are the only form that all of these leave alone.
Characters that no page may hold (controls, surrogates, noncharacters) become U+FFFD.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_TAB, _BLANK = Markup("&#9;"), Markup("&#32;")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufdd0-\ufdef\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
    "|[\U000e0000-\U000e007f]"
)
_MARKUP = re.compile(r"[!-/:-@\[-`{-~]")


def escape(value: object) -> Markup:
    """Return `value` as text that is markup to nobody, on one line. `Markup` passes as it is."""
    if isinstance(value, Markup):
        return value
    text = _FORBIDDEN.sub("\ufffd", _SPACE.sub(" ", str(value)))
    return Markup(_MARKUP.sub(lambda match: f"&#{ord(match[0])};", text))  # noqa: S704 - this is the escaping


def escape_lines(text: str) -> Markup:
    """Return the lines of a text for an element that keeps them, each escaped, with the white space at its start."""
    return Markup("&#10;").join(_indent(line) + escape(line.lstrip()) for line in text.split("\n"))


def _indent(line: str) -> Markup:
    start = line[: len(line) - len(line.lstrip())]
    return Markup("").join(_TAB if each == "\t" else _BLANK for each in start)


def json_in_html(text: str) -> Markup:
    """Return JSON for a script element that holds data: nothing in it can end the element or be markup."""
    return Markup(re.sub("[<>&]", lambda match: f"\\u{ord(match[0]):04x}", text))  # noqa: S704 - this is the escaping
