"""Small typed values: counts, shares, addresses and names of things inside a record."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import PlainValidator, WithJsonSchema

from generator.records.errors import misfit

SAFE_SCHEMES = ("https", "http")
"""The schemes that a link to another site may have."""

_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_SHARE = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _count(value: object) -> int:
    if not isinstance(value, str) or not _COUNT.fullmatch(value):
        raise misfit("bad-number", f"{value!r} is no whole number", "write digits only: 93; leave out what is unknown")
    return int(value)


def _weight(value: object) -> int:
    if number := _count(value):
        return number
    raise misfit("bad-number", "0 is too few here", "write a number from 1, or leave the line out")


def _amount(value: object) -> int | Fraction:
    if isinstance(value, str) and (match := _SHARE.fullmatch(value)):
        share = Fraction(int(match[1]), int(match[2]))
        if share <= 1:
            return share
    if isinstance(value, str) and _COUNT.fullmatch(value):
        return int(value)
    raise misfit("bad-number", f"{value!r} is neither a number nor a share", "write 9, or 2/3")


def _slug(value: object) -> str:
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        hint = "write small letters a to z, digits and single hyphens: adoption, eu-amendment-2"
        raise misfit("bad-id", f"{value!r} cannot be used as a name here", hint)
    return value


def is_safe_url(text: str) -> bool:
    """Tell whether `text` is an absolute web address with an allowed scheme, a host and no white space."""
    if re.search(r"[\s\x00-\x20\x7f<>\"\\^`{|}]", text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in SAFE_SCHEMES and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False


def _url(value: object) -> str:
    if not isinstance(value, str) or not is_safe_url(value):
        hint = "copy the address from the browser's address bar; it starts with https:// or http://"
        raise misfit("bad-address", f"{value!r} is no web address", hint)
    return value


def _coded(pattern: str, what: str, hint: str) -> PlainValidator:
    def read(value: object) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise misfit("bad-code", f"{value!r} is no {what}", hint)
        return value

    return PlainValidator(read)


Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": ["integer", "string"], "minimum": 0})]
"""A number of votes or members, from 0."""

Weight = Annotated[int, PlainValidator(_weight), WithJsonSchema({"type": ["integer", "string"], "minimum": 1})]
"""A number from 1: of seats, of the votes one member casts, of columns and rows."""

Amount = Annotated[
    int | Fraction, PlainValidator(_amount), WithJsonSchema({"type": ["integer", "string"], "examples": [9, "2/3"]})
]
"""A number (`9`) or a share (`2/3`) of votes or members."""

Slug = Annotated[str, PlainValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$"})]
"""The name of a thing inside a record, for ever: addresses and other lines point to it."""

Url = Annotated[str, PlainValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]
"""A web address, with `https` or `http` only."""

Alpha2 = Annotated[
    str,
    _coded(r"[A-Z]{2}", "two-letter country code", "write two capitals, as in NO for Norway"),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"}),
]
"""An ISO 3166-1 alpha-2 code."""

M49 = Annotated[
    str,
    _coded(r"[0-9]{3}", "M49 code", "write three digits, as in 578 for Norway"),
    WithJsonSchema({"type": ["integer", "string"], "examples": ["578", "004"]}),
]
"""A country's number in the United Nations' standard M49."""

WikidataId = Annotated[
    str,
    _coded(r"Q[1-9][0-9]*", "Wikidata identifier", "write Q and digits, as in Q20 for Norway"),
    WithJsonSchema({"type": "string", "pattern": "^Q[1-9][0-9]*$"}),
]
"""An item of Wikidata."""

LibraryRecord = Annotated[
    str,
    _coded(r"[1-9][0-9]*", "record number", "write the digits at the end of the record's address"),
    WithJsonSchema({"type": ["integer", "string"], "examples": ["4076916"]}),
]
"""A record of the United Nations Digital Library."""
