"""A node that lies: it stands before an honest one and bends its answers as a test tells it to."""

import json
import random
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

Call = dict[str, Any]
Reply = dict[str, Any]

DRIP_SECONDS = 0.02

# A lie takes each question and its honest answer, and gives the answer to pass on.
Lie = Callable[[Call, Reply], Reply]


class Broken(Exception):
    """Instead of an answer: a status, a body, or nothing until the test is over.

    What drips comes a byte at a time, and never to its end.
    """

    def __init__(self, status: int = 200, body: bytes | None = b"", *, drips: bool = False) -> None:
        super().__init__(status)
        self.status = status
        self.body = body
        self.drips = drips


def honest(_call: Call, reply: Reply) -> Reply:
    """The answer as it was."""
    return reply


class Liar(ThreadingHTTPServer):
    """A proxy on a port of its own; `lie` may be changed at any time."""

    daemon_threads = True

    def __init__(self, honest_url: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = urlsplit(honest_url).netloc
        self.lie: Lie = honest
        self.told = 0
        self.headers: list[dict[str, str]] = []
        self.hangs_up = False
        self.asked = threading.Event()
        self.over = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> "Liar":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def answer(self, body: bytes) -> bytes:
        """The honest node's answers, each bent by the lie."""
        connection = HTTPConnection(self.behind, timeout=10)
        connection.request("POST", "/", body, {"Content-Type": "application/json"})
        try:
            asked, told = json.loads(body), json.loads(connection.getresponse().read())
        finally:
            connection.close()
        if isinstance(asked, dict):
            return json.dumps(self._bent(asked, told)).encode()
        by_id = {reply["id"]: reply for reply in told}
        return json.dumps([self._bent(call, by_id[call["id"]]) for call in asked]).encode()

    def _bent(self, call: Call, reply: Reply) -> Reply:
        bent = self.lie(call, json.loads(json.dumps(reply)))
        self.told += bent != reply
        return bent


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Liar

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.headers.append(dict(self.headers))
        self.server.asked.set()
        try:
            self._send(200, self.server.answer(body))
        except Broken as broken:
            self.server.told += 1
            if broken.drips:
                self._drip()
            elif broken.body is None:
                self.server.over.wait()
                self.close_connection = True
            else:
                self._send(broken.status, broken.body)

    def _send(self, status: int, body: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = self.server.hangs_up
        except OSError:  # whoever asked did not wait for the end
            self.close_connection = True

    def _drip(self) -> None:
        self.close_connection = True
        with suppress(OSError):  # until whoever asked has had enough
            self.send_response(200)
            self.send_header("Content-Length", str(2**20))
            self.end_headers()
            while not self.server.over.wait(DRIP_SECONDS):
                self.wfile.write(b" ")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


Bend = Callable[[list[Reply]], None]


def about_logs(bend: Bend) -> Lie:
    """A lie about the logs of a block, told wherever a node tells of them."""

    @wraps(bend)
    def lie(call: Call, reply: Reply) -> Reply:
        if call["method"] == "eth_getLogs" and reply.get("result"):
            bend(reply["result"])
        if call["method"] == "eth_getBlockReceipts":
            for receipt in reply.get("result") or []:
                bend(receipt["logs"])
        return reply

    return lie


@about_logs
def first_log_dropped(logs: list[Reply]) -> None:
    """As if the first event had never been."""
    del logs[:1]


@about_logs
def last_log_dropped(logs: list[Reply]) -> None:
    """As if the last event had never been."""
    del logs[-1:]


@about_logs
def all_logs_dropped(logs: list[Reply]) -> None:
    """A node whose logs lag behind its blocks: none yet, and no error."""
    del logs[:]


@about_logs
def logs_doubled(logs: list[Reply]) -> None:
    """Every event twice."""
    logs += list(logs)


@about_logs
def logs_shuffled(logs: list[Reply]) -> None:
    """The last event first."""
    logs.reverse()


@about_logs
def logs_renumbered(logs: list[Reply]) -> None:
    """A log dropped, and the rest numbered as if nothing were missing."""
    first = logs[0]["logIndex"]
    del logs[:1]
    for index, log in enumerate(logs):
        log["logIndex"] = hex(int(first, 16) + index)


@about_logs
def logs_misnumbered(logs: list[Reply]) -> None:
    """The right events at places where they do not stand."""
    for log in logs:
        log["logIndex"] = hex(int(log["logIndex"], 16) + 1)


@about_logs
def logs_removed(logs: list[Reply]) -> None:
    """Events of a block that is no longer there."""
    for log in logs:
        log["removed"] = True


@about_logs
def logs_of_another_block(logs: list[Reply]) -> None:
    """Events that name a block nobody has seen."""
    for log in logs:
        log["blockHash"] = "0x" + "5a" * 32


@about_logs
def logs_of_another_token(logs: list[Reply]) -> None:
    """Somebody else's work."""
    for log in logs:
        log["topics"][1:] = ["0x" + "00" * 31 + "77" for _ in log["topics"][1:]]


@about_logs
def prices_changed(logs: list[Reply]) -> None:
    """The same event about another amount: no bloom filter knows."""
    for log in logs:
        last = log["data"][-1]
        log["data"] = log["data"][:-1] + ("1" if last == "0" else "0" if last != "x" else last)


@about_logs
def numbers_malformed(logs: list[Reply]) -> None:
    """Numbers where hexadecimal text should be."""
    for log in logs:
        log["logIndex"] = 7


def receipt_dropped(call: Call, reply: Reply) -> Reply:
    """As if the last transaction of each block had never been."""
    if call["method"] == "eth_getBlockReceipts":
        del reply["result"][-1:]
    return reply


def hash_wrong(call: Call, reply: Reply) -> Reply:
    """A block by another name."""
    if call["method"] == "eth_getBlockByNumber" and reply["result"]:
        reply["result"]["hash"] = "0x" + "99" * 32
    return reply


def parent_wrong(call: Call, reply: Reply) -> Reply:
    """A block of another family."""
    if call["method"] == "eth_getBlockByNumber" and reply["result"]:
        reply["result"]["parentHash"] = "0x" + "98" * 32
    return reply


def bloom_empty(call: Call, reply: Reply) -> Reply:
    """A block that claims that nobody spoke in it, with logs beside it."""
    if call["method"] == "eth_getBlockByNumber" and reply["result"]:
        reply["result"]["logsBloom"] = "0x" + "0" * 512
    return reply


def head_ahead(call: Call, reply: Reply) -> Reply:
    """A head that is not there yet."""
    if call["params"][:1] == ["latest"]:
        reply["result"]["number"] = hex(int(reply["result"]["number"], 16) + 5)
    return reply


def null(_call: Call, reply: Reply) -> Reply:
    """Nothing known of anything."""
    return reply | {"result": None}


def refused(_call: Call, reply: Reply) -> Reply:
    """An error for every question."""
    del reply["result"]
    return reply | {"error": {"code": -32000, "message": "header not found"}}


def unanswered(_call: Call, reply: Reply) -> Reply:
    """An answer to a question nobody asked."""
    return reply | {"id": 10_000}


def time_malformed(call: Call, reply: Reply) -> Reply:
    """A block of no time."""
    if call["method"] == "eth_getBlockByNumber" and reply["result"]:
        reply["result"]["timestamp"] = "soon"
    return reply


def garbage(_call: Call, _reply: Reply) -> Reply:
    """Half an answer."""
    raise Broken(body=b'{"jsonrpc": "2.0", "id": 0, "resu')


def page_of_html(_call: Call, _reply: Reply) -> Reply:
    """What a gateway says when the node behind it is gone."""
    raise Broken(502, b"<html><h1>502 Bad Gateway</h1></html>")


def too_many_requests(_call: Call, _reply: Reply) -> Reply:
    """Slow down."""
    raise Broken(429, b"Too Many Requests")


def endless(_call: Call, _reply: Reply) -> Reply:
    """An answer of 64 MiB."""
    raise Broken(body=b" " * (64 * 2**20))


def dripping(_call: Call, _reply: Reply) -> Reply:
    """An answer that goes on coming, a byte now and then."""
    raise Broken(drips=True)


def silent(_call: Call, _reply: Reply) -> Reply:
    """No answer at all."""
    raise Broken(body=None)


# Lies about what a block holds, each of which would make a wrong row if it were believed.
BENT: list[Lie] = [
    first_log_dropped,
    last_log_dropped,
    all_logs_dropped,
    logs_doubled,
    logs_shuffled,
    logs_renumbered,
    logs_misnumbered,
    logs_removed,
    logs_of_another_block,
    logs_of_another_token,
    prices_changed,
    receipt_dropped,
    hash_wrong,
    parent_wrong,
    bloom_empty,
    head_ahead,
    null,
    refused,
    unanswered,
    numbers_malformed,
    time_malformed,
]
BROKEN: list[Lie] = [garbage, page_of_html, too_many_requests, endless, silent]


def mixture(lies: list[Lie], seed: int, share: float) -> Lie:
    """Now the truth, now one of these lies."""
    dice = random.Random(seed)

    def mixed(call: Call, reply: Reply) -> Reply:
        return dice.choice(lies)(call, reply) if dice.random() < share else reply

    return mixed
