"""A server that takes webhooks as the guide for integrators says, and answers as it is told to."""

import hashlib
import hmac
import http.server
import json
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

FRESH_SECONDS = 300


def is_ours(headers: Any, body: bytes, secrets: dict[str, str], now: float | None = None) -> bool:
    """Check a delivery; the guide for integrators shows this very function."""
    timestamp = headers["Atelier-Timestamp"]
    if abs((now or time.time()) - int(timestamp)) > FRESH_SECONDS:
        return False
    signed = timestamp.encode() + b"." + body
    for part in headers["Atelier-Signature"].split(", "):
        key, _, signature = part.partition("=")
        if key in secrets:
            expected = hmac.new(secrets[key].encode(), signed, hashlib.sha256).hexdigest()
            if hmac.compare_digest(signature, expected):
                return True
    return False


@dataclass(slots=True)
class Received:
    """One request as it came."""

    headers: Any
    body: bytes

    @property
    def content(self) -> Any:
        """What it says."""
        return json.loads(self.body)


@dataclass(slots=True)
class Receiver:
    """Notes what comes; answers 200, or what `answers` holds next."""

    url: str = ""
    received: list[Received] = field(default_factory=list)
    answers: deque[int] = field(default_factory=deque)
    came: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    @property
    def ids(self) -> list[str]:
        """Which events came, in order."""
        return [each.headers["Atelier-Event"] for each in self.received]

    def start(self) -> http.server.ThreadingHTTPServer:
        """Serve on a port of this machine."""
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.received.append(Received(self.headers, body))
                outer.came.release()
                self.send_response(outer.answers.popleft() if outer.answers else 200)
                self.send_header("Content-Length", "5")
                self.end_headers()
                self.wfile.write(b"hello")

            def log_message(self, *_: Any) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{server.server_port}/hook"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server
