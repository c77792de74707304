"""kubo, with a liar between us and a real node
says it pinned another CID, or that it did not pin   -> CidMismatch
gives back other bytes, or fewer                     -> CidMismatch
breaks off within an answer                          -> StoreUnreachable
is silent, or drips                                  -> StoreSlow, within the bound
answers without end, or with what swells             -> NodeRefused, within the bound
answers with an error, or sends us elsewhere         -> NodeRefused, and nobody goes there
is down                                              -> StoreUnreachable with the address
"""

import gzip
import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import (
    CidMismatch,
    NodeRefused,
    StoreError,
    StoreSlow,
    StoreUnreachable,
)
from marketplace.adapters.ipfs.kubo import KuboBlocks
from marketplace.adapters.ipfs.store import UnixfsStore

pytestmark = pytest.mark.ipfs_node

CONTENT = b"cloud to butterfly"
BOMB = gzip.compress(bytes(64 << 20), 1)
Lie = Callable[["Handler", bytes], bytes]

PATIENCE = 6  # tries more at a busy node


class Handler(BaseHTTPRequestHandler):
    """Passes each request on to the node, and each answer back through the lie of the moment."""

    protocol_version = "HTTP/1.1"
    server: "Liar"

    def do_POST(self) -> None:
        command = urlsplit(self.path).path.removeprefix("/api/v0/")
        self.server.asked.append(command)
        answer = self.pass_on()
        lie = self.server.lies.get(command)
        if lie is not None:
            answer = lie(self, answer)
        self.answer(answer)

    def pass_on(self) -> bytes:
        body = b"".join(iter(self.next_chunk, b""))
        for attempt in range(PATIENCE):  # a busy node drops connections now and then
            with suppress(http.client.HTTPException, OSError):
                return self.asked_of_node(body)
            self.server.over.wait(0.1 * 2**attempt)
        return self.asked_of_node(body)

    def asked_of_node(self, body: bytes) -> bytes:
        node = http.client.HTTPConnection("127.0.0.1", self.server.node_port, timeout=30)
        try:
            kind = {"Content-Type": self.headers["Content-Type"] or ""}
            node.request("POST", self.path, body, kind)
            return node.getresponse().read()
        finally:
            node.close()

    def next_chunk(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return b""
        size = int(self.rfile.readline(), 16)
        chunk = self.rfile.read(size)
        self.rfile.readline()
        return chunk

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.close_connection = True
        self.send_response(status)
        self.send_header("Connection", "close")  # or the client asks on while we hang up
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def endlessly(self, piece: bytes, pause: float = 0) -> None:
        """Go on until the other side has had enough, or the test is over."""
        while not self.server.over.wait(pause):
            try:
                self.wfile.write(piece)
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


class Liar(ThreadingHTTPServer):
    def __init__(self, node_port: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.node_port = node_port
        self.lies: dict[str, Lie] = {}
        self.asked: list[str] = []
        self.over = threading.Event()

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up, nor of lies that do."""

    @property
    def address(self) -> str:
        return f"/ip4/127.0.0.1/tcp/{self.server_port}"


@pytest.fixture
def liar(node_address: str) -> Iterator[Liar]:
    with Liar(int(node_address.split("/")[4])) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def store(liar: Liar) -> Iterator[UnixfsStore]:
    with KuboBlocks(liar.address, timeout_seconds=3) as blocks:
        yield UnixfsStore(blocks)


def another_root(_: Handler, __: bytes) -> bytes:
    other = {"Cid": {"/": str(Cid.of(b"other"))}, "PinErrorMsg": ""}
    return json.dumps({"Root": other}).encode()


def not_pinned(_: Handler, answer: bytes) -> bytes:
    root = json.loads(answer)["Root"]
    return json.dumps({"Root": root | {"PinErrorMsg": "the disk is full"}}).encode()


def gibberish(_: Handler, __: bytes) -> bytes:
    return b'\xff\n[]\n{"Root": 7}\n{"Root": {"Cid": null}}\n'


def other_bytes(_: Handler, answer: bytes) -> bytes:
    return answer.replace(b"butterfly", b"butterfry")


def nothing(_: Handler, __: bytes) -> bytes:
    return b""


def one_block_less(_: Handler, answer: bytes) -> bytes:
    # Where a busy node left the block out by itself, some other part is missing.
    return answer[: answer.rfind(Cid.of(CONTENT).digest) - 5]


def cut(handler: Handler, answer: bytes) -> bytes:
    handler.answer(answer[: len(answer) // 2], Content_Length=str(len(answer)))
    raise ConnectionAbortedError


def silent(handler: Handler, answer: bytes) -> bytes:
    handler.server.over.wait()
    return answer


def dripping(handler: Handler, answer: bytes) -> bytes:
    handler.answer(b"", Content_Length=str(1 << 20))
    handler.endlessly(b" ", pause=0.05)
    return answer


def endless(handler: Handler, answer: bytes) -> bytes:
    handler.answer(b"", Content_Length=str(1 << 40))
    handler.endlessly(bytes(1 << 16))
    return answer


def swelling(handler: Handler, answer: bytes) -> bytes:
    handler.answer(BOMB, Content_Encoding="gzip")
    return answer


def refusing(handler: Handler, answer: bytes) -> bytes:
    handler.answer(b'{"Message": "pin: context canceled", "Code": 0}', status=500)
    return answer


def refusing_without_end(handler: Handler, answer: bytes) -> bytes:
    handler.answer(b"", status=500, Content_Length=str(1 << 40))
    handler.endlessly(b"no " * 1000)
    return answer


def elsewhere(handler: Handler, answer: bytes) -> bytes:
    handler.answer(b"", status=307, Location="/api/v0/version")
    return answer


@pytest.mark.parametrize("lie", [another_root, not_pinned, gibberish, nothing])
def test_what_is_not_pinned_is_not_stored(liar: Liar, store: UnixfsStore, lie: Lie) -> None:
    liar.lies["dag/import"] = lie
    with pytest.raises(CidMismatch, match="did not pin"):
        store.add(CONTENT)


@pytest.mark.parametrize("lie", [other_bytes, nothing, one_block_less, gibberish])
def test_what_is_not_given_back_is_not_stored(liar: Liar, store: UnixfsStore, lie: Lie) -> None:
    liar.lies["dag/export"] = lie
    with pytest.raises(CidMismatch):
        store.add_folder({"a": b"other", "b": CONTENT})


@pytest.mark.parametrize("lie", [other_bytes, nothing])
def test_other_bytes_are_not_read(liar: Liar, store: UnixfsStore, lie: Lie) -> None:
    cid = store.add(CONTENT)
    liar.lies["block/get"] = lie
    with pytest.raises(CidMismatch, match=str(cid)):
        store.read(cid)


@pytest.mark.parametrize("command", ["dag/import", "dag/export"])
def test_an_answer_that_breaks_off_is_no_answer(
    liar: Liar, store: UnixfsStore, command: str
) -> None:
    liar.lies[command] = cut
    with pytest.raises(StoreUnreachable, match=f"broke off during {command}"):
        store.add(CONTENT)


@pytest.mark.parametrize(
    ("lie", "error"),
    [
        (silent, StoreSlow),
        (dripping, StoreSlow),
        (endless, NodeRefused),
        (swelling, NodeRefused),
        (refusing_without_end, NodeRefused),
    ],
)
def test_an_answer_has_bounds(
    liar: Liar, store: UnixfsStore, lie: Lie, error: type[StoreError]
) -> None:
    liar.lies["block/stat"] = lie
    started = time.monotonic()
    with pytest.raises(error, match=liar.address):
        store.has(Cid.of(CONTENT))
    assert time.monotonic() - started < 15


def test_a_refusal_is_passed_on(liar: Liar, store: UnixfsStore) -> None:
    liar.lies["dag/import"] = refusing
    with pytest.raises(NodeRefused, match="refused dag/import: HTTP 500: pin: context canceled"):
        store.add(CONTENT)


def test_nobody_is_sent_elsewhere(liar: Liar, store: UnixfsStore) -> None:
    liar.lies["block/get"] = elsewhere
    with pytest.raises(NodeRefused, match="not followed"):
        store.block(Cid.of(CONTENT))
    assert liar.asked == ["block/get"]


def test_after_a_lie_the_truth_is_stored(liar: Liar, store: UnixfsStore) -> None:
    liar.lies["dag/export"] = other_bytes
    with pytest.raises(CidMismatch):
        store.add(CONTENT)
    liar.lies.clear()
    assert store.read(store.add(CONTENT)) == CONTENT


def test_a_node_that_is_down_is_named() -> None:
    with (
        KuboBlocks("/ip4/127.0.0.1/tcp/1", timeout_seconds=1) as blocks,
        pytest.raises(StoreUnreachable, match=r"/ip4/127\.0\.0\.1/tcp/1: start it"),
    ):
        blocks.has(Cid.of(CONTENT))


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:5001", "/ip4/127.0.0.1", "/ip4/x/tcp/1"])
def test_an_address_must_be_one(address: str) -> None:
    with pytest.raises(StoreUnreachable, match="write it like"):
        KuboBlocks(address)
