"""Know who asks where nobody has to sign in: by the network they ask from, and no more."""

import hashlib
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Annotated, Final

from fastapi import Depends, Request

HOUSEHOLD: Final = 64  # bits of an IPv6 address that one household shares
LETTERS: Final = 32  # of the digest


def digest(host: str) -> str:
    """A digest for an address; the addresses that an IPv6 household has at its choice are one."""
    try:
        address = ip_address(host)
    except ValueError:
        return _digest(host)  # a socket of this machine has no address
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return _digest(str(address.ipv4_mapped))
        return _digest(str(ip_network((int(address), HOUSEHOLD), strict=False)))
    return _digest(str(address))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LETTERS]


def _caller(request: Request) -> str:
    return digest(request.client.host if request.client else "")


Caller = Annotated[str, Depends(_caller)]
