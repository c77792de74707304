"""Ask an IPFS node over HTTP within bounds of bytes and time, and say plainly what failed."""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final

from ipfshttpclient import exceptions
from ipfshttpclient.http_requests import ClientSync
from ipfshttpclient.multipart import stream_bytes
from requests import Response, Session
from requests.exceptions import ReadTimeout, RequestException, TooManyRedirects
from urllib3.exceptions import HTTPError, ReadTimeoutError

from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import (
    BlockMissing,
    NodeRefused,
    StoreSlow,
    StoreUnreachable,
)

ANSWER_LIMIT: Final = 1 << 20  # bytes of an answer that is not content
REASON_LIMIT: Final = 2048  # bytes of an error's text
READ_SIZE: Final = 64 << 10
SLOWEST: Final = 1 << 20  # bytes a second; a slower node is given up
ABSENT: Final = ("not found", "could not find", "no such file")  # "missing" in nodes' words


class Refusal(Exception):
    """What a node said instead of an answer."""


class Rpc:
    """The RPC of the node at a multiaddr; safe to share between threads."""

    def __init__(self, address: str, timeout_seconds: float) -> None:
        self.address = address
        self._timeout = timeout_seconds
        headers = {"Accept-Encoding": "identity"}  # nothing that could swell
        try:
            self._client = _Client(address, "api/v0", headers=headers, timeout=timeout_seconds)
        except (exceptions.AddressError, ValueError) as error:
            raise StoreUnreachable(
                f"{address!r} is not a node's address; write it like /ip4/127.0.0.1/tcp/5001"
            ) from error
        self._client.open_session()

    def close(self) -> None:
        """Drop the connections."""
        self._client.close_session()

    def ask(
        self,
        command: str,
        cid: Cid | None = None,
        *,
        limit: int = ANSWER_LIMIT,
        options: Mapping[str, str] | None = None,
        archive: bytes | None = None,
    ) -> Iterator[bytes]:
        """Yield the answer, at most `limit` bytes of it."""
        sending = len(archive) if archive else 0
        deadline = time.monotonic() + self._timeout + (limit + sending) / SLOWEST
        data, headers = None, {}
        if archive is not None:
            parts, headers = stream_bytes(archive, chunk_size=READ_SIZE)
            data = self._in_time(parts, deadline)
        with self._plainly(command, cid):
            answer = self._client.request(
                command,
                [str(cid)] if cid else [],
                opts={"offline": "true", **(options or {})},
                data=data,
                headers=headers,
                stream=True,
            )
            with answer:
                left = limit
                for chunk in self._in_time(answer, deadline):
                    left -= len(chunk)
                    if left < 0:
                        raise NodeRefused(
                            f"{self.address} answered {command} with over {limit} bytes"
                        )
                    yield chunk

    def _in_time(self, chunks: Iterable[bytes], deadline: float) -> Iterator[bytes]:
        for chunk in chunks:
            if time.monotonic() > deadline:
                raise StoreSlow(f"{self.address} is slower than {SLOWEST} bytes a second; gave up")
            yield chunk

    @contextmanager
    def _plainly(self, command: str, cid: Cid | None) -> Iterator[None]:
        try:
            yield
        except Refusal as error:
            reason = str(error)
            if cid and any(words in reason.lower() for words in ABSENT):
                raise BlockMissing(f"{cid} is not in the node at {self.address}") from error
            raise NodeRefused(f"{self.address} refused {command}: {reason}") from error
        except (exceptions.TimeoutError, ReadTimeout, ReadTimeoutError) as error:
            raise StoreSlow(
                f"{self.address} was silent for {self._timeout} s at {command}; "
                "see whether the node is well, and try again"
            ) from error
        except TooManyRedirects as error:
            raise NodeRefused(f"{self.address} sends {command} elsewhere; not followed") from error
        except exceptions.ConnectionError as error:
            raise StoreUnreachable(
                f"no IPFS node answers at {self.address}: start it (`ipfs daemon`), "
                "or correct the address"
            ) from error
        except (exceptions.Error, RequestException, HTTPError) as error:
            raise StoreUnreachable(
                f"{self.address} broke off during {command}; see its log, and try again"
            ) from error


class _Client(ClientSync):  # type: ignore[misc]  # the library has no types
    """The library's client, but reading in bounded pieces and following nobody elsewhere."""

    def _make_session(self) -> Session:
        # The library's own session speaks to urllib3 in a way that urllib3 3 refuses.
        session = Session()
        session.params = self._session_props["params"]
        session.headers.update(self._session_props["headers"])
        session.max_redirects = 0
        session.trust_env = False
        return session

    def _request(self, *args: Any, **kwargs: Any) -> tuple[list[Any], Iterator[bytes]]:
        closables, _ = super()._request(*args, **kwargs)
        return closables, _as_it_comes(closables[0])

    def _do_raise_for_status(self, response: Response) -> None:
        swollen = response.headers.get("Content-Encoding")
        if swollen:
            raise Refusal(f"it answers in {swollen[:40]}, which was not asked for")
        if response.status_code == 200:
            return
        text = response.raw.read1(REASON_LIMIT).decode(errors="replace")
        with suppress(ValueError, KeyError, TypeError):  # then the text itself is the reason
            text = str(json.loads(text)["Message"])
        raise Refusal(f"HTTP {response.status_code}: {text[:300]}")


def _as_it_comes(response: Response) -> Iterator[bytes]:
    """Yield what each read of the socket brings, so that a slow node is noticed at once."""
    while chunk := response.raw.read1(READ_SIZE, decode_content=False):
        yield chunk
