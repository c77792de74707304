"""Send to an address that a stranger chose, without becoming their hand inside our network.

The name is resolved once, every address it has is checked, and the connection goes to a checked
address: what the name means a moment later changes nothing. Only the public internet is reached, by
https; no redirect is followed, no proxy asked, and neither time nor bytes are unbounded.
"""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final
from urllib.parse import urlsplit

import httpcore
from httpcore import AsyncNetworkStream

PORTS: Final = frozenset({443, 8443})
LONGEST_URL: Final = 500
SECONDS: Final = 10.0  # for all of it: name, connection, answer
KEPT_BYTES: Final = 512  # of the answer, for whoever looks for the fault

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Public by their numbers, and yet the inside of a cloud; and IPv6 that is another way to say IPv4.
INNER: Final = tuple(map(ipaddress.IPv4Network, ("168.63.129.16/32", "192.0.0.0/24")))
NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
SITE_LOCAL: Final = ipaddress.IPv6Network("fec0::/10")


class UrlRefused(Exception):
    """An address that we do not send to, whoever it belongs to."""


class Unsent(Exception):
    """There was no answer, or none in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, how its body began, and after how long."""

    status: int
    text: str
    milliseconds: int


def check_url(url: str, *, loopback: bool = False) -> None:
    """Refuse what we would never send to, before any name is resolved; `loopback` is for trying."""
    if len(url) > LONGEST_URL or not url.isascii() or not url.isprintable() or " " in url:
        raise UrlRefused(f"an address has at most {LONGEST_URL} printable ASCII characters")
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError as error:
        raise UrlRefused(f"{url!r} is no web address: {error}") from error
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise UrlRefused(f"{url!r} needs a host, and takes neither a user nor a fragment")
    if loopback and parts.scheme == "http" and _is_loopback(host):
        return
    if parts.scheme != "https" or (port or 443) not in PORTS:
        raise UrlRefused(
            f"{url!r} is not https on port {' or '.join(map(str, sorted(PORTS)))}, and nothing "
            "else is sent to"
        )
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return
    if not is_public(address):
        raise UrlRefused(f"{host} is not on the public internet")


def is_public(address: IpAddress) -> bool:
    """Whether this can only be somebody's server on the internet, in every reading of it."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address in SITE_LOCAL or address.scope_id is not None:
            return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not any(address in network for network in INNER)
    )


async def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    loopback: bool = False,
    trust: ssl.SSLContext | None = None,
) -> Answer:
    """Post once; any status is an answer. `UrlRefused` or `Unsent` says why there is none."""
    check_url(url, loopback=loopback)
    begun = monotonic()
    try:
        async with asyncio.timeout(SECONDS):
            async with httpcore.AsyncConnectionPool(
                ssl_context=trust or ssl.create_default_context(),
                network_backend=Checked(loopback=loopback),
                max_connections=1,
            ) as pool:
                said = [*headers.items(), ("Content-Length", str(len(body)))]
                async with pool.stream("POST", url, headers=said, content=body) as response:
                    text = await _beginning(response)
                    return Answer(response.status, text, round(1000 * (monotonic() - begun)))
    except TimeoutError:
        raise Unsent(f"no answer within {SECONDS:g} seconds") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException) as error:
        raise Unsent(str(error) or type(error).__name__) from error
    except (OSError, ssl.SSLError) as error:
        raise Unsent(str(error) or type(error).__name__) from error


class Checked(httpcore.AsyncNetworkBackend):
    """Connections to checked addresses only."""

    def __init__(self, *, loopback: bool) -> None:
        self._loopback = loopback
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> AsyncNetworkStream:
        """Resolve, check all, and connect to the first that listens."""
        addresses = await self._resolved(host, port)
        for number, address in enumerate(addresses):
            try:
                return await self._inner.connect_tcp(str(address), port, timeout)
            except httpcore.ConnectError:
                if number == len(addresses) - 1:
                    raise
        raise Unsent(f"{host} has no address")

    async def sleep(self, seconds: float) -> None:
        """Wait between two tries."""
        await asyncio.sleep(seconds)

    async def _resolved(self, host: str, port: int) -> list[IpAddress]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise Unsent(f"{host} cannot be resolved") from error
        addresses = [ipaddress.ip_address(entry[4][0]) for entry in found]
        for address in addresses:
            if not is_public(address) and not (self._loopback and address.is_loopback):
                raise UrlRefused(f"{host} is {address}, which is not on the public internet")
        return list(dict.fromkeys(addresses))


async def _beginning(response: httpcore.Response) -> str:
    """How the body begins; the rest is not waited for."""
    kept = b""
    async for part in response.aiter_stream():
        kept += part[:KEPT_BYTES]
        if len(kept) >= KEPT_BYTES:
            break
    text = kept[:KEPT_BYTES].decode(errors="replace")
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
