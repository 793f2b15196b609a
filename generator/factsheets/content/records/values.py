"""Small typed values: counts, shares, addresses and names of things inside a record."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import PlainValidator, WithJsonSchema

from factsheets.content.records.errors import misfit, short
from factsheets.content.source import bad_stem

SAFE_SCHEMES = ("https", "http")
"""The schemes that a link to another site may have."""

_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[,.'\u2019\u00a0\u202f ][0-9]{3})+")
"""A whole number with signs between its thousands."""
_SHARE = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
_SITE = r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
"""Letters of a name inside a record, as many as a file's name may have."""
_STEM = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


def _count(value: object) -> int:
    if not isinstance(value, str) or not _COUNT.fullmatch(value):
        digits = re.sub(r"[,.'\u2019\s]", "", value) if isinstance(value, str) and _GROUPED.fullmatch(value) else None
        hint = "write digits only, without words and signs, such as 93; if the number is not known, delete the line"
        raise misfit(
            "bad-number", f"{value!r} is no whole number", f"write {digits}" if digits else hint, remedy=digits
        )
    return int(value)


def _weight(value: object) -> int:
    if number := _count(value):
        return number
    raise misfit("bad-number", "0 is too few here", "write a number from 1, or delete the line")


def _amount(value: object) -> int | Fraction:
    if isinstance(value, str) and (match := _SHARE.fullmatch(value)):
        share = Fraction(int(match[1]), int(match[2]))
        if share <= 1:
            return share
    if isinstance(value, str) and _COUNT.fullmatch(value):
        return int(value)
    raise misfit(
        "bad-number", f"{value!r} is neither a number nor a share", "write a number such as 9, or a share such as 2/3"
    )


def _slug(value: object) -> str:
    if isinstance(value, str) and _SLUG.fullmatch(value) and len(value) <= LONGEST_ID:
        return value
    right = _as_slug(value) if isinstance(value, str) else None
    hint = f"write small letters a to z, digits and single hyphens, such as eu-amendment-2; at most {LONGEST_ID} in all"
    message = f"{short(value)} cannot be used as a name here: it would be part of an address"
    raise misfit("bad-id", message, f"write {right}" if right else hint, remedy=right)


def _stem(value: object) -> str:
    if isinstance(value, str) and bad_stem(value) is None:
        return value
    hint = "write letters a to z, digits and single hyphens, as the file had without .yaml; else delete it"
    raise misfit("bad-id", f"{short(value)} was never the name of a file here", hint)


def _as_slug(text: str) -> str | None:
    """Return a text of plain letters, digits and spaces as a name; None where more than its form would change."""
    slug = re.sub(r"[ _]+", "-", text.strip()).lower()
    return slug if _SLUG.fullmatch(slug) and len(slug) <= LONGEST_ID else None


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
        hint = "copy the whole address from the browser's address bar; it starts with https:// or http://"
        raise misfit("bad-address", f"{value!r} is no web address", hint)
    return value


def _site_address(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(_SITE, value):
        hint = (
            "write it as https://council.example/ or https://example.github.io/council/: plain letters, no ? and no #"
        )
        raise misfit("bad-address", f"{short(value)} cannot be the address of a site", hint)
    return value


def _coded(pattern: str, what: str, hint: str) -> PlainValidator:
    """Return a validator for codes of that pattern. One in small letters or at the end of an address is offered."""

    def read(value: object) -> str:
        if isinstance(value, str) and re.fullmatch(pattern, value):
            return value
        last = value.strip().rpartition("/")[2].upper() if isinstance(value, str) else ""
        right = last if re.fullmatch(pattern, last) else None
        raise misfit("bad-code", f"{value!r} is no {what}", f"write {right}" if right else hint, remedy=right)

    return PlainValidator(read)


_DIGITS = f"^({_COUNT.pattern})$"

Count = Annotated[
    int,
    PlainValidator(_count),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "pattern": _DIGITS, "examples": [93, 0]}),
]
"""A number of votes or members, from 0."""

Weight = Annotated[
    int,
    PlainValidator(_weight),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "pattern": "^[1-9][0-9]{0,8}$", "examples": [15]}),
]
"""A number from 1: of seats, of the votes one member casts, of columns and rows."""

Amount = Annotated[
    int | Fraction,
    PlainValidator(_amount),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "minimum": 0,
            "pattern": f"^({_COUNT.pattern}|{_SHARE.pattern})$",
            "examples": [9, "2/3"],
        }
    ),
]
"""A number (`9`) or a share (`2/3`) of votes or members."""

Slug = Annotated[str, PlainValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$"})]
"""The name of a thing inside a record, for ever: addresses and other lines point to it."""

Stem = Annotated[str, PlainValidator(_stem), WithJsonSchema({"type": "string", "pattern": f"^{_STEM.pattern}$"})]
"""The name of a file without `.yaml`; a state's is in capitals."""

Url = Annotated[
    str,
    PlainValidator(_url),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://", "examples": ["https://www.un.org/en"]}),
]
"""A web address, with `https` or `http` only."""

SiteAddress = Annotated[
    str,
    PlainValidator(_site_address),
    WithJsonSchema(
        {"type": "string", "format": "uri", "pattern": f"^{_SITE}$", "examples": ["https://example.github.io/council/"]}
    ),
]
"""The address of a whole site, below which its pages lie: a host and folders whose names need no escaping."""

Alpha2 = Annotated[
    str,
    _coded(r"[A-Z]{2}", "two-letter country code", "write the two capitals of ISO 3166, such as NO for Norway"),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$", "examples": ["NO"]}),
]
"""An ISO 3166-1 alpha-2 code."""

M49 = Annotated[
    str,
    _coded(
        r"[0-9]{3}",
        "M49 code",
        "write three digits, with 0 in front of a short number, such as 578 for Norway and 004 for Afghanistan",
    ),
    WithJsonSchema(
        {"type": ["integer", "string"], "minimum": 0, "maximum": 999, "pattern": "^[0-9]{3}$", "examples": [578, "004"]}
    ),
]
"""A country's number in the United Nations' standard M49."""

WikidataId = Annotated[
    str,
    _coded(
        r"Q[1-9][0-9]*",
        "Wikidata identifier",
        "write Q and the digits behind it, as the address of the item ends: Q20 for Norway",
    ),
    WithJsonSchema({"type": "string", "pattern": "^Q[1-9][0-9]*$", "examples": ["Q20"]}),
]
"""An item of Wikidata."""

LibraryRecord = Annotated[
    str,
    _coded(r"[1-9][0-9]*", "record number", "write the digits at the end of the record's address, such as 4076916"),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 1, "pattern": "^[1-9][0-9]*$", "examples": [4076916]}),
]
"""A record of the United Nations Digital Library."""
