"""Names of hosts to addresses on the network, and which of those may be asked.

Whoever proposes a source chooses an address, and so does any server that redirects. Neither may make this program ask
something on the network it runs in: only addresses that all of the internet can reach are asked.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that a gateway translates to the IPv4 address in their last four bytes."""

_LOCAL = tuple(map(IPv6Network, ("::/96", "64:ff9b:1::/48", "fec0::/10")))
"""IPv6 addresses that are no longer given out or stay within a network, and that Python does not count as private."""

_OF_CLOUDS = {IPv4Address("168.63.129.16")}
"""Addresses that look public and stand for the machinery of a cloud to whatever runs in it; this one is of Azure."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the addresses of a host, as the system finds them; raises `socket.gaierror`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(address: str, _port: int) -> bool:
    """Tell whether an address is one that all of the internet can reach."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address) and any(ip in network for network in _LOCAL):
        return False
    return all(each.is_global and not each.is_multicast and each not in _OF_CLOUDS for each in (ip, *_within(ip)))


def _within(ip: IPv4Address | IPv6Address) -> Sequence[IPv4Address]:
    """Return the IPv4 addresses that an IPv6 address stands for."""
    if isinstance(ip, IPv4Address):
        return ()
    translated = IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None
    return [each for each in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ()), translated) if each]
