"""Hear an answer of HTTP, however it drips, within a time that is set for the whole of it.

A socket's own time-out begins anew with each byte: a node that sends one every few seconds would
hold the index for ever.
"""

import http.client
import io
import socket
import time
from typing import Any


class Punctual(http.client.HTTPResponse):
    """An answer of which something must come within `timeout`, and all within `whole` seconds."""

    def __init__(
        self, timeout: float, whole: float, sock: socket.socket, *arguments: Any, **options: Any
    ) -> None:
        super().__init__(sock, *arguments, **options)
        self.fp.close()
        self.fp = io.BufferedReader(_Timed(sock, timeout, whole))


class _Timed(io.RawIOBase):
    """What comes in by a socket until its time is over; TimeoutError from then on."""

    def __init__(self, sock: socket.socket, timeout: float, whole: float) -> None:
        # The file keeps the socket open for as long as somebody reads from it.
        self._socket, self._file = sock, sock.makefile("rb", buffering=0)
        self._timeout, self._whole = timeout, whole
        self._end = time.monotonic() + whole

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._end - time.monotonic()
        if left > 0:
            self._socket.settimeout(min(left, self._timeout))
            try:
                return self._file.readinto(buffer)
            except TimeoutError:
                if left > self._timeout:
                    raise
        raise TimeoutError(f"the answer was not whole after {self._whole:g} seconds")

    def close(self) -> None:
        self._file.close()
        super().close()
