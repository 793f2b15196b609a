"""A server on this machine that says whatever a test wants it to, under any name."""

from __future__ import annotations

import socket
import socketserver
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any

from factsheets.review.reach import Politeness

TLS = b"\x16"
"""How a connection begins that wants TLS."""

Send = Callable[[bytes], object]
Answer = bytes | Callable[[Send], object]


def head(status: int, **fields: str) -> bytes:
    lines = [f"HTTP/1.1 {status} x", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


@dataclass
class Server:
    """What is asked and answered: `answers` has the bytes for `GET /path`, or for `/path` with any method."""

    port: int = 0
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    hosts_at_once: int = 0
    _busy: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def url(self, path: str, host: str = "one.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def serve(self, request: list[str], send: Send) -> None:
        method, path, _ = request[0].split(" ", 2)
        fields = {line.partition(":")[0].lower(): line.partition(":")[2].strip() for line in request[1:]}
        host = fields["host"].partition(":")[0]
        with self._lock:
            self.asked.append(f"{method} {host}{path}")
            self.agents.add(fields["user-agent"])
            self._busy.append(host)
            self.hosts_at_once = max(self.hosts_at_once, self._busy.count(host))
            answer = self.answers.get(f"{method} {path}", self.answers.get(path, head(200)))
            if isinstance(answer, list):
                answer = answer.pop(0)
        send = self._freeing(host, send)
        with suppress(OSError):  # whoever asked has gone
            send(answer) if isinstance(answer, bytes) else answer(send)

    def _freeing(self, host: str, send: Send) -> Send:
        """Return a way to send at whose first use the request is over: its answer may be read at once."""

        def first(data: bytes) -> object:
            with self._lock:
                if waiting:
                    self._busy.remove(waiting.pop())
            return send(data)

        waiting = [host]
        return first


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            if self.connection.recv(1, socket.MSG_PEEK) == TLS:
                self.wfile.write(b"no TLS here\r\n")
                return
            request: list[str] = []
            while (line := self.rfile.readline(65_536).decode("latin-1").rstrip("\r\n")) != "":
                request.append(line)
            if request:
                server.serve(request, self.wfile.write)

    class Listener(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 64

    with Listener(("127.0.0.1", 0), Handler) as listener:
        server.port = listener.server_address[1]
        thread = Thread(target=listener.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        listener.shutdown()


def politeness(server: Server, **more: Any) -> Politeness:  # noqa: ANN401 - any field of Politeness
    """Return a politeness that finds every host on this machine, and may ask nothing there but one server."""
    fields: dict[str, Any] = {
        "agent": "test (+https://github.com/example/small)",
        "timeout": 30,
        "sleep": lambda _: None,
        "resolve": lambda host, _: [host if host.replace(".", "").isdigit() else "127.0.0.1"],
        "is_allowed": lambda address, port: (address, port) == ("127.0.0.1", server.port),
    }
    return Politeness(**{**fields, **more})
