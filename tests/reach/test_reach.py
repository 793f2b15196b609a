"""Servers of every kind, on this machine, in; what a visit comes to out. Nothing is asked of any other machine."""

from __future__ import annotations

import gzip
import random
import socket
import ssl
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest
import trustme

from factsheets.review.reach import Outcome, Politeness, Visit, visit_all
from factsheets.review.reach.hosts import is_public
from tests.reach.server import Answer, Send, Server, head, politeness, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


def visited(server: Server, path: str = "/page", **more: Any) -> Visit:  # noqa: ANN401 - any field of Politeness
    (found,) = visit_all([server.url(path)], politeness(server, **more)).values()
    return found


def test_an_address_that_answers_is_asked_once_and_for_its_head_alone(server: Server) -> None:
    assert visited(server, "/page?q=1#part") == Visit(Outcome.ANSWERS)
    assert server.asked == ["HEAD one.example/page?q=1"]
    assert server.agents == {"test (+https://github.com/example/small)"}


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (204, Outcome.ANSWERS),
        (206, Outcome.ANSWERS),
        (404, Outcome.GONE),
        (410, Outcome.GONE),
        *((each, Outcome.UNSURE) for each in (300, 304, 400, 401, 403, 418, 429, 451, 500, 502, 503, 999)),
    ],
)
def test_each_status_comes_to_something(server: Server, status: int, outcome: Outcome) -> None:
    server.answers["/page"] = head(status)
    found = visited(server)
    assert found.outcome is outcome
    assert str(status) in found.why or outcome is Outcome.ANSWERS


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_a_server_that_refuses_to_give_the_head_alone_is_asked_for_the_whole(server: Server, status: int) -> None:
    server.answers["HEAD /page"] = head(status)
    assert visited(server).outcome is Outcome.ANSWERS
    assert server.asked == ["HEAD one.example/page", "GET one.example/page"]


def test_a_server_that_hangs_up_on_head_is_asked_for_the_whole(server: Server) -> None:
    server.answers["HEAD /page"] = b""
    assert visited(server).outcome is Outcome.ANSWERS


@pytest.mark.parametrize(
    ("status", "target", "moved"),
    [
        (301, "http://two.example:{port}/page", "http://two.example:{port}/page"),
        (308, "//two.example:{port}/page?x=1", "http://two.example:{port}/page?x=1"),
        (302, "http://two.example:{port}/page", None),
        (307, "http://two.example:{port}/page", None),
        (301, "http://www.one.example:{port}/there", None),
        (301, "/there", None),
        (301, "there", None),
    ],
)
def test_what_has_moved_for_ever_to_another_host_is_told(
    server: Server, status: int, target: str, moved: str | None
) -> None:
    server.answers["/old"] = head(status, Location=target.format(port=server.port))
    expected = moved.format(port=server.port) if moved else None
    assert visited(server, "/old") == Visit(Outcome.ANSWERS, moved=expected)


def test_only_as_far_as_it_is_for_ever_has_it_moved(server: Server) -> None:
    server.answers |= {
        "/old": head(301, Location=server.url("/new", "two.example")),
        "/new": head(302, Location=server.url("/today", "three.example")),
        "/today": head(301, Location=server.url("/here", "four.example")),
    }
    assert visited(server, "/old").moved == server.url("/new", "two.example")


def test_where_it_leads_may_be_gone(server: Server) -> None:
    server.answers |= {"/old": head(301, Location="/new"), "/new": head(404)}
    assert visited(server, "/old").outcome is Outcome.GONE


@pytest.mark.parametrize("front", ["/", ""])
def test_the_front_page_is_not_the_page(server: Server, front: str) -> None:
    server.answers["/old"] = head(302, Location=server.url(front, "two.example"))
    assert visited(server, "/old") == Visit(Outcome.UNSURE, "it leads to the front page of a site")
    assert visited(server, "/").outcome is Outcome.ANSWERS


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://two.example/",
        "javascript:alert(1)",
        "http://user@two.example/",
        "http://[::1",
        "http://two.example:99999/",
        "data:text/html,x",
    ],
)
def test_only_the_web_is_followed(server: Server, location: str) -> None:
    server.answers["/old"] = head(301, Location=location)
    assert visited(server, "/old") == Visit(Outcome.UNSURE, "it leads to what is no web address")


def test_letters_beyond_ascii_are_asked_for_as_browsers_do(server: Server) -> None:
    server.answers["/old"] = head(302, Location="/größe ünd".encode().decode("latin-1"))
    assert visited(server, "/old").outcome is Outcome.ANSWERS
    assert server.asked[-1] == "HEAD one.example/gr%C3%B6%C3%9Fe%20%C3%BCnd"
    server.asked.clear()
    visit_all([server.url("/größe?q=ü", "bücher.example")], politeness(server))
    assert server.asked == ["HEAD xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%BC"]


def test_a_circle_ends(server: Server) -> None:
    server.answers |= {"/a": head(302, Location="/b"), "/b": head(302, Location="/a")}
    assert visited(server, "/a") == Visit(Outcome.UNSURE, "it leads on and on")
    assert len(server.asked) == 10


@pytest.mark.parametrize(
    ("after", "waits"),
    [
        ({}, [5, 10]),
        ({"Retry_After": "7"}, [7, 7]),
        ({"Retry_After": "9" * 500}, [60, 60]),
        ({"Retry_After": "-1"}, [5, 10]),
        ({"Retry_After": "Fri, 31 Dec 1999 23:59:59 GMT"}, [5, 10]),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_given_time(server: Server, status: int, after: dict[str, str], waits: list[float]) -> None:
    waited: list[float] = []
    server.answers["/page"] = head(status, **after)
    assert visited(server, sleep=waited.append, pause=0).outcome is Outcome.UNSURE
    assert [each for each in waited if each] == waits
    server.answers["/page"] = [head(status), head(200)]
    assert visited(server).outcome is Outcome.ANSWERS
    assert not [each for each in server.asked if each.startswith("GET")]


PRIVATE = [
    "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.1", "100.64.0.1",
    "224.0.0.1", "239.1.1.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "::7f00:1",
    "64:ff9b:1::1", "fec0::1", "168.63.129.16", "::ffff:168.63.129.16",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
]  # fmt: skip
"""The last is Teredo's form of 192.0.2.45."""


@pytest.mark.parametrize("address", PRIVATE)
def test_what_lies_in_a_private_network_is_not_public(address: str) -> None:
    assert not is_public(address, 80)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_what_all_can_reach_is_public(address: str) -> None:
    assert is_public(address, 80)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "localhost", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_under_any_name(server: Server, host: str) -> None:
    (found,) = visit_all([server.url("/page", host)], Politeness("test", pause=0)).values()
    assert found.outcome is Outcome.GONE
    assert found.why.startswith("it lies in a private network")
    assert server.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "169.254.169.254", "10.1.2.3"])
def test_a_redirect_does_not_lead_into_a_private_network(server: Server, host: str) -> None:
    with serving() as inner:
        server.answers["/old"] = head(302, Location=f"http://{host}:{inner.port}/latest/meta-data/")
        assert visited(server, "/old").why.startswith("it lies in a private network")
        assert inner.asked == []


def test_of_a_name_that_stands_for_several_addresses_only_public_ones_are_asked(server: Server) -> None:
    here: dict[str, Any] = {
        "resolve": lambda *_: ["127.0.0.2", "127.0.0.1"],
        "is_allowed": lambda address, _: address == "127.0.0.1",
    }
    assert visited(server, **here).outcome is Outcome.ANSWERS
    here["resolve"] = lambda *_: ["127.0.0.2"]
    assert visited(server, **here).outcome is Outcome.GONE


def raising(code: int) -> object:
    def resolve(*_: object) -> list[str]:
        raise socket.gaierror(code, "x")

    return resolve


def test_a_name_that_nobody_has_is_gone_and_one_that_cannot_be_looked_up_is_not(server: Server) -> None:
    found = visited(server, resolve=raising(socket.EAI_NONAME))
    assert found == Visit(Outcome.GONE, "there is no host of that name", is_answered=False)
    found = visited(server, resolve=raising(socket.EAI_AGAIN))
    assert found == Visit(Outcome.UNSURE, "the name of its host cannot be looked up now", is_answered=False)
    (found,) = visit_all([server.url("/", "x" * 64 + ".example")], politeness(server)).values()
    assert found.outcome is Outcome.GONE


def endlessly(start: bytes, more: bytes, ended: Event | None = None) -> Answer:
    def answer(send: Send) -> None:
        try:
            send(start)
            while True:
                send(more)
        finally:
            if ended:
                ended.set()

    return answer


def dripping(send: Send) -> None:
    for each in head(200) * 100:
        send(bytes([each]))
        Event().wait(0.05)


GARBAGE: list[Answer] = [
    b"",
    b"\x00\xff\xfe garbage \r\n\r\n",
    b"SSH-2.0-OpenSSH_9.6\r\n",
    b"HTTP/1.1 abc x\r\n\r\n",
    b"HTTP/1.1 99999 x\r\n\r\n",
    b"HTTP/1.1 200 " + b"x" * 100_000 + b"\r\n\r\n",
    b"HTTP/1.1 200 x\r\n" + b"A: " + b"x" * 100_000 + b"\r\n\r\n",
    endlessly(b"HTTP/1.1 200 x\r\n", b"A: b\r\n"),
    endlessly(b"HTTP/1.1 200 x\r\n", b"a" * 1000),
    endlessly(b"", b"HTTP/1.1 100 x\r\n\r\n"),
    dripping,
]


@pytest.mark.parametrize("answer", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_and_answers_without_end_are_unsure(server: Server, answer: Answer) -> None:
    server.answers["/page"] = answer
    assert visited(server, timeout=0.4).outcome is Outcome.UNSURE


def test_a_connection_that_says_nothing_is_left(server: Server) -> None:
    server.answers["/page"] = lambda _: Event().wait(30)
    assert visited(server, timeout=1) == Visit(Outcome.UNSURE, "the answer takes too long", is_answered=False)


def test_headers_that_are_garbage_do_no_harm(server: Server) -> None:
    odd = b"HTTP/1.1 200 x\r\n: x\r\nno colon\r\n\xff\xfe: \x00\r\nContent-Length: -5\r\nRetry-After: \xb2\r\n\r\n"
    server.answers["/page"] = odd
    assert visited(server).outcome is Outcome.ANSWERS


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"Content_Length": "9" * 30}, b"x" * 65_536),
        ({"Transfer_Encoding": "chunked"}, b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
        ({"Content_Encoding": "gzip"}, gzip.compress(bytes(10_000_000))),
    ],
    ids=["long", "chunked", "packed"],
)
def test_a_body_without_end_is_left_unread(server: Server, fields: dict[str, str], body: bytes) -> None:
    ended = Event()
    server.answers |= {"HEAD /page": head(405), "GET /page": endlessly(head(200, **fields), body, ended)}
    assert visited(server).outcome is Outcome.ANSWERS
    assert ended.wait(10)


def test_what_speaks_no_tls_is_unsure(server: Server) -> None:
    server.answers["/page"] = head(200)
    (found,) = visit_all([server.url("/page").replace("http:", "https:")], politeness(server)).values()
    assert (found.outcome, found.why.partition(":")[0]) == (Outcome.UNSURE, "the connection is not safe")


def test_a_certificate_that_nobody_vouches_for_is_unsure() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("one.example").configure_cert(context)

    def answer() -> None:
        try:
            with context.wrap_socket(listener.accept()[0], server_side=True) as sock:
                sock.sendall(head(200))
        except OSError:
            pass  # whoever asked has gone

    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=answer, daemon=True).start()
        server = Server(port=listener.getsockname()[1])
        (found,) = visit_all([server.url("/").replace("http:", "https:")], politeness(server)).values()
    assert (found.outcome, found.why.partition(":")[0]) == (Outcome.UNSURE, "the connection is not safe")


def test_a_port_that_nobody_listens_at_is_unsure(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    (found,) = visit_all([f"http://one.example:{port}/"], politeness(server, is_allowed=lambda *_: True)).values()
    assert found == Visit(Outcome.UNSURE, "the host takes no connection", is_answered=False)


def crowd(server: Server) -> list[str]:
    """Return addresses of five hosts, some of which lead on to others, answered after a moment each."""
    chance = random.Random(7)  # noqa: S311 - no secret

    def later(answer: bytes) -> Answer:
        wait = chance.random() / 100
        return lambda send: Event().wait(wait) or (send(answer) and None)

    addresses = []
    for number in range(40):
        status = chance.choice([200, 301, 404, 405])
        target = server.url(f"/there-{number}", f"host-{chance.randrange(5)}.example")
        server.answers[f"/{number}"] = later(head(status, Location=target))
        addresses.append(server.url(f"/{number}", f"host-{chance.randrange(5)}.example"))
    return addresses


def test_several_hosts_are_asked_at_a_time_and_it_makes_no_difference(server: Server) -> None:
    addresses = crowd(server)
    alone = visit_all(addresses, politeness(server, together=1))
    together = visit_all(addresses, politeness(server, together=5))
    assert list(alone) == list(together) == addresses
    assert alone == together
    assert {each.outcome for each in alone.values()} == {*Outcome}


def test_of_one_host_one_thing_is_asked_at_a_time_and_then_it_is_left_alone(server: Server) -> None:
    waited: list[float] = []
    addresses = crowd(server)
    visit_all([*addresses, *addresses], politeness(server, together=5, pause=0.5, sleep=waited.append))
    assert server.hosts_at_once == 1
    assert waited == [0.5] * len(server.asked)
    assert sorted(set(server.asked)) == sorted(server.asked)
