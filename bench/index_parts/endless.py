"""A node with as many sales as one likes: it makes up each block when asked for it.

    python endless.py SALES      prints its address, and answers until its input ends

No chain could be written and loaded that holds a million of them. Headers hash to their names and
name their parents, blooms hold what was said, logs are those of our contracts: all that a reader of
ranges checks holds true. Receipts are not made up; nobody asks for those of old blocks that spoke.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson

from indexer import bloom, proof
from indexer.abi import abi
from indexer.decode import topic
from indexer.follow import FINALITY
from tests.indexer.speaker import ADDRESSES

SALES_A_BLOCK = 100
WORKS, PEOPLE = 4_000, 3_000
CHAIN_ID = 31337
ZERO_WORD = "0" * 64


def event(contract: str, name: str) -> str:
    """The topic of one of our events."""
    return topic(next(e for e in abi(contract) if e["type"] == "event" and e["name"] == name))


ARTWORK, MARKET = ADDRESSES["Artwork"].lower(), ADDRESSES["Market"].lower()
MOVED, SOLD = event("Artwork", "Transfer"), event("Market", "WorkSold")


@lru_cache(maxsize=2**14)
def word(kind: str, number: int) -> str:
    """A work or an order: any 32 bytes; a person: 20 of them."""
    digits = sha256(f"{kind} {number}".encode()).hexdigest()
    return "0" * 24 + digits[24:] if kind == "person" else digits


def people(sale: int) -> tuple[str, str]:
    """Who sells and who buys: whoever bought a work sells it the next time."""
    return tuple(word("person", (number * 7919) % PEOPLE) for number in (sale - WORKS, sale))  # type: ignore[return-value]


class Node:
    """Every block of a history, by its number."""

    def __init__(self, sales: int) -> None:
        self._sales = sales
        self.headers: list[dict[str, Any]] = []
        parent = "0x" + ZERO_WORD
        for number in range(1 + -(-sales // SALES_A_BLOCK) + FINALITY + 1):
            self.headers.append(self._header(number, parent))
            parent = self.headers[-1]["hash"]

    def answer(self, method: str, parameters: list[Any]) -> Any:
        """What a node answers."""
        match method:
            case "eth_chainId":
                return hex(CHAIN_ID)
            case "eth_getBlockByNumber":
                last = len(self.headers) - 1
                tags = {"latest": last, "safe": last - FINALITY, "finalized": last - FINALITY}
                number = tags[parameters[0]] if parameters[0] in tags else int(parameters[0], 16)
                return self.headers[number] if number <= last else None
            case "eth_getLogs":
                first, last = (int(parameters[0][key], 16) for key in ("fromBlock", "toBlock"))
                return [log for number in range(first, last + 1) for log in self._logs(number)]
        raise NotImplementedError(method)

    def _of_block(self, number: int) -> range:
        first = (number - 1) * SALES_A_BLOCK
        return range(max(0, first), max(0, min(first + SALES_A_BLOCK, self._sales)))

    def _header(self, number: int, parent: str) -> dict[str, Any]:
        bits = 0
        for sale in self._of_block(number):
            words = (word("work", sale % WORKS), *people(sale))
            for value in (ARTWORK, MARKET, MOVED, SOLD, *("0x" + one for one in words)):
                bits |= bloom.mask(value)
        raw = {
            **dict.fromkeys(("sha3Uncles", "stateRoot", "transactionsRoot"), "0x" + ZERO_WORD),
            **dict.fromkeys(("receiptsRoot", "mixHash"), "0x" + ZERO_WORD),
            **dict.fromkeys(("difficulty", "gasLimit", "gasUsed", "baseFeePerGas"), "0x0"),
            "parentHash": parent,
            "miner": "0x" + "0" * 40,
            "logsBloom": f"0x{bits:0512x}",
            "number": hex(number),
            "timestamp": hex(1_700_000_000 + 12 * number),
            "extraData": "0x",
            "nonce": "0x" + "0" * 16,
        }
        return raw | {"hash": proof.header_hash(raw)}

    def _logs(self, number: int) -> Iterator[dict[str, Any]]:
        block = {"blockNumber": hex(number), "blockHash": self.headers[number]["hash"]}
        for index, sale in enumerate(self._of_block(number)):
            work, (seller, buyer) = word("work", sale % WORKS), people(sale)
            price = 10**15 * (1 + sale % 10**5)
            money = f"{ZERO_WORD}{price:064x}{price // 40:064x}{price // 10:064x}"
            place = block | {"transactionHash": "0x" + sha256(b"%d" % sale).hexdigest()}
            told = ["0x" + seller, "0x" + buyer]
            yield place | {
                "address": ARTWORK,
                "topics": [MOVED, *told, "0x" + work],
                "data": "0x",
                "logIndex": hex(2 * index),
            }
            yield place | {
                "address": MARKET,
                "topics": [SOLD, "0x" + work, *told],
                "data": f"0x{sha256(b'order %d' % sale).hexdigest()}{money}{seller}",
                "logIndex": hex(2 * index + 1),
            }


class Handler(BaseHTTPRequestHandler):
    """JSON-RPC, one question or many."""

    protocol_version = "HTTP/1.1"
    node: Node

    def do_POST(self) -> None:
        """Answer in the order asked."""
        asked = orjson.loads(self.rfile.read(int(self.headers["Content-Length"])))
        many = asked if isinstance(asked, list) else [asked]
        told = [
            {"id": one["id"], "result": self.node.answer(one["method"], one["params"])}
            for one in many
        ]
        body = orjson.dumps(told if isinstance(asked, list) else told[0])
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve so many sales until whoever started this lets go."""
    Handler.node = Node(int(sys.argv[1]))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
