"""One address visited: asked as often as it takes, and followed wherever it leads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urljoin, urlsplit

from factsheets.content.records.values import is_safe_url
from factsheets.review.reach.asking import KEPT, Answer, Trouble, ask
from factsheets.review.reach.politeness import Politeness
from factsheets.review.reach.turns import Turns

_HOPS = 10
"""How often an address may lead on to another."""
_FOR_EVER, _FOR_NOW = {301, 308}, {302, 303, 307}
_GONE = {404, 410}
_BUSY = {429, 503}
_FAILED = 400
_LOST = {Trouble.NO_HOST, Trouble.PRIVATE}
_WITHOUT_BODY = {Trouble.GARBLED, Trouble.NO_CONNECTION, Trouble.SLOW}
"""Troubles that some servers have with HEAD alone."""


class Outcome(StrEnum):
    """What a visit comes to."""

    ANSWERS = "answers"
    GONE = "gone"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit comes to, why, and where the address is to be found now if it has moved to another host for ever.

    `is_answered` is false where nothing was heard from anywhere.
    """

    outcome: Outcome
    why: str = ""
    moved: str | None = None
    is_answered: bool = True


def visit(address: str, politeness: Politeness, turns: Turns) -> Visit:
    """Visit an address and follow where it leads."""
    here, moved, is_for_ever = address, None, True
    for hop in range(_HOPS):
        answer = _patiently(here, politeness, turns)
        if answer.status not in _FOR_EVER | _FOR_NOW or not answer.location:
            return _judged(address, here, moved, answer, hop)
        there = _target(here, answer.location)
        if there is None:
            return Visit(Outcome.UNSURE, "it leads to what is no web address")
        is_for_ever = is_for_ever and answer.status in _FOR_EVER
        here, moved = there, there if is_for_ever else moved
    return Visit(Outcome.UNSURE, "it leads on and on")


def _judged(address: str, here: str, moved: str | None, answer: Answer, hops: int) -> Visit:
    if answer.trouble:
        outcome = Outcome.GONE if answer.trouble in _LOST else Outcome.UNSURE
        return Visit(outcome, answer.trouble.value, is_answered=bool(hops) or answer.trouble is Trouble.PRIVATE)
    if answer.status in _GONE:
        return Visit(Outcome.GONE, f"the server answers {answer.status}, not found")
    if not 200 <= answer.status < 300:  # noqa: PLR2004 - what HTTP calls success
        return Visit(Outcome.UNSURE, f"the server answers {answer.status}")
    if hops and _is_front_page(here) and not _is_front_page(address):
        return Visit(Outcome.UNSURE, "it leads to the front page of a site")
    return Visit(Outcome.ANSWERS, moved=moved if moved and _site(moved) != _site(address) else None)


def _patiently(address: str, politeness: Politeness, turns: Turns) -> Answer:
    """Ask for an address, and again after a while where the server is busy."""
    answer = _either_way(address, politeness, turns)
    for number in range(1, politeness.tries):
        if answer.status not in _BUSY:
            break
        wait = politeness.backoff * 2 ** (number - 1) if answer.wait is None else answer.wait
        politeness.sleep(min(wait, politeness.longest))
        answer = _either_way(address, politeness, turns)
    return answer


def _either_way(address: str, politeness: Politeness, turns: Turns) -> Answer:
    """Ask for the head alone, and for the whole where a server may refuse that; the whole is not read, though."""
    with turns.of(host_of(address)):
        answer = ask("HEAD", address, politeness)
    is_refused = answer.status >= _FAILED and answer.status not in _BUSY
    if not is_refused and answer.trouble not in _WITHOUT_BODY:
        return answer
    with turns.of(host_of(address)):
        return ask("GET", address, politeness)


def _target(here: str, location: str) -> str | None:
    """Return the address that an answer leads on to; None where that is none."""
    try:
        there = urljoin(here, quote(location.strip().encode("latin-1", "replace"), KEPT))
    except ValueError:
        return None
    return there if is_safe_url(there) else None


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in {"", "/"} and not parts.query


def host_of(address: str) -> str:
    """Return the host that an address names."""
    return urlsplit(address).hostname or ""


def _site(address: str) -> str:
    return host_of(address).removeprefix("www.")
