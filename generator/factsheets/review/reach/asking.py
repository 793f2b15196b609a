"""One request and the head of its answer. Of a body nothing is read, however long, slow or packed it is."""

from __future__ import annotations

import io
import socket
import ssl
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection, HTTPException
from time import monotonic
from typing import Any
from urllib.parse import quote, urlsplit

from factsheets.review.reach.politeness import Politeness

_PORTS = {"http": 80, "https": 443}

KEPT = "%/:=&?~+!$,;'@()*[]#-._"
"""What stays as it is in an address; all else is written in percent signs."""

_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_MOST = 4
"""Addresses of one host that are tried."""


class Trouble(StrEnum):
    """Why there is no answer."""

    NO_HOST = "there is no host of that name"
    NO_NAMES = "the name of its host cannot be looked up now"
    PRIVATE = "it lies in a private network, where nothing is asked"
    NO_CONNECTION = "the host takes no connection"
    TLS = "the connection is not safe: its certificate does not hold, or it speaks no TLS"
    SLOW = "the answer takes too long"
    GARBLED = "the answer is no HTTP"


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer: its status, where it leads on to, how long to wait. Or the trouble there was, status 0."""

    status: int = 0
    location: str | None = None
    wait: float | None = None
    trouble: Trouble | None = None


def ask(method: str, address: str, politeness: Politeness) -> Answer:
    """Ask for one address once."""
    try:
        return _ask(method, address, politeness)
    except TimeoutError:
        return Answer(trouble=Trouble.SLOW)
    except ssl.SSLError:
        return Answer(trouble=Trouble.TLS)
    except socket.gaierror as error:
        return Answer(trouble=Trouble.NO_HOST if error.errno in _NO_NAME else Trouble.NO_NAMES)
    except OSError:
        return Answer(trouble=Trouble.NO_CONNECTION)
    except (HTTPException, ValueError):
        return Answer(trouble=Trouble.GARBLED)


def _ask(method: str, address: str, politeness: Politeness) -> Answer:
    parts, ends = urlsplit(address), monotonic() + politeness.timeout
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        return Answer(trouble=Trouble.NO_HOST)
    port = parts.port or _PORTS[parts.scheme]
    allowed = [each for each in politeness.resolve(host, port) if politeness.is_allowed(each, port)]
    if not allowed:
        return Answer(trouble=Trouble.PRIVATE)
    plain = _connected(allowed[:_MOST], port, ends)
    with plain, _secured(plain, host) if parts.scheme == "https" else plain as sock:
        connection = HTTPConnection(host, port)
        connection.default_port = _PORTS[parts.scheme]
        connection.sock = _Timed(sock, ends)
        target = quote(parts.path or "/", KEPT) + (f"?{quote(parts.query, KEPT)}" if parts.query else "")
        connection.request(method, target, headers=_headers(politeness))
        return _head(connection)


def _headers(politeness: Politeness) -> dict[str, str]:
    return {"User-Agent": quote(politeness.agent, KEPT + " "), "Accept": "*/*", "Connection": "close"}


def _head(connection: HTTPConnection) -> Answer:
    response = connection.getresponse()
    wait = response.headers.get("Retry-After", "").strip()
    seconds = float(wait) if wait.isascii() and wait.isdigit() else None
    return Answer(response.status, response.headers.get("Location"), seconds)


def _connected(addresses: list[str], port: int, ends: float) -> socket.socket:
    """Connect to the first of some addresses that takes it; each gets its share of the time."""
    trouble: OSError = TimeoutError()
    for number, address in enumerate(addresses):
        try:
            return socket.create_connection((address, port), _left(ends) / (len(addresses) - number))
        except OSError as error:
            trouble = error
    raise trouble


def _secured(plain: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _left(ends: float) -> float:
    """Return the seconds that are left; raises TimeoutError if none are."""
    if (left := ends - monotonic()) <= 0:
        raise TimeoutError
    return left


class _Timed(io.RawIOBase):
    """A connected socket that must be done in time as a whole, however little it sends at a time."""

    def __init__(self, sock: socket.socket, ends: float) -> None:
        self._sock, self._ends = sock, ends

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - any buffer
        self._sock.settimeout(_left(self._ends))
        return self._sock.recv_into(buffer)

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(_left(self._ends))
        self._sock.sendall(data)

    def makefile(self, *_: Any) -> io.BufferedReader:  # noqa: ANN401 - as a socket has it
        return io.BufferedReader(self)
