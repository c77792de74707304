"""Ask a server as fast as it answers, over a few connections that stay open."""

from __future__ import annotations

import random
import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass

CONNECTIONS = 32
HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length: "


@dataclass(frozen=True, slots=True)
class Load:
    """How many answers a second, and how long each took, in seconds, the shortest first."""

    per_second: float
    waits: list[float]

    def at(self, share: float) -> float:
        """The wait, in milliseconds, that this share of all answers did not exceed."""
        return 1000 * self.waits[min(len(self.waits) - 1, int(share * len(self.waits)))]


class Asker:
    """One connection with one question under way."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._missing, self._got = -1, b""
        self.asked = 0.0

    def ask(self, request: bytes) -> None:
        """Send the next question."""
        self._missing, self._got = -1, b""
        self.asked = time.perf_counter()
        self.socket.sendall(request)

    def has_answer(self) -> bool:
        """Take what has come; whether that is all of it."""
        came = self.socket.recv(1 << 18)
        if not came:
            raise ConnectionError("the server hung up")
        if self._missing < 0:
            self._got += came
            head, end, body = self._got.partition(HEAD_END)
            if not end:
                return False
            if not head.startswith(b"HTTP/1.1 200"):
                raise ConnectionError(head.decode())
            self._missing = int(head.lower().partition(LENGTH)[2].split(b"\r\n", 1)[0]) - len(body)
        else:
            self._missing -= len(came)
        return self._missing == 0


def load(port: int, paths: Sequence[str], seconds: float, seed: int = 7) -> Load:
    """Ask for paths by chance, the same chance every time, over `CONNECTIONS` connections."""
    chance = random.Random(seed)  # noqa: S311 - the same pages every time
    host = f"Host: 127.0.0.1:{port}"
    requests = [f"GET {path} HTTP/1.1\r\n{host}\r\n\r\n".encode() for path in paths]
    chooser = selectors.DefaultSelector()
    askers = [Asker(port) for _ in range(CONNECTIONS)]
    waits: list[float] = []
    began = time.perf_counter()
    for asker in askers:
        chooser.register(asker.socket, selectors.EVENT_READ, asker)
        asker.ask(chance.choice(requests))
    while (now := time.perf_counter()) < began + seconds:
        for key, _ in chooser.select(1):
            asker = key.data
            if asker.has_answer():
                waits.append(time.perf_counter() - asker.asked)
                asker.ask(chance.choice(requests))
    for asker in askers:
        asker.socket.close()
    return Load(len(waits) / (now - began), sorted(waits))
