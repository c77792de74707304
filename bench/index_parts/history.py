"""Write a market's history on a chain: sales as our contracts tell of them, a hundred a block.

Each sale is a transaction of its own with two events, a transfer of the work and the sale itself.
What speaks at the contracts' addresses is the speaker of the indexer's tests: it emits the very
logs of our contracts, without the work of trading, so that a history is written in half a minute.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from indexer.primitives import ZERO_ADDRESS, Address, address
from marketplace.runtime import chain_state
from marketplace.runtime.chain import Chain, free_port
from tests.indexer.speaker import Utterance, say
from tests.indexer.stage import Stage, transaction

ROOT = Path(__file__).resolve().parents[2]
EVENTS_A_SALE = 2
SALES_A_BLOCK = 100
WORKS, PEOPLE = 4_000, 3_000


def written(chain: Chain, sales: int) -> Stage:
    """A stage on this chain with so many sales, the last block being full or not."""
    stage = Stage(chain.url)
    for block in _blocks(_sales(sales)):
        stage.node.ask([("eth_sendTransaction", [transaction(said)]) for said in block])
        stage.mine()
    return stage


def kept(sales: int) -> Path:
    """A saved chain with that history; written at the first time, under build/."""
    file = ROOT / "build" / "bench" / f"sales-{sales}.json"
    if not file.exists():
        print(f"  writing {sales} sales on a chain, once", file=sys.stderr, flush=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        chain = Chain(free_port())
        chain.start()
        try:
            written(chain, sales).close()
            chain_state.write(file, chain_state.dump(chain.url))
        finally:
            chain.stop()
    return file


def _sales(count: int) -> Iterator[list[Utterance]]:
    dice = random.Random(count)  # noqa: S311 - a history, not a secret
    owners = [_person(dice.randrange(PEOPLE)) for _ in range(WORKS)]
    for number in range(count):
        index, price = dice.randrange(WORKS), 10**15 * dice.randrange(1, 10**5)
        seller, buyer = owners[index], _person(dice.randrange(PEOPLE))
        owners[index] = buyer
        work, order = _digest("work", index), _digest("order", number).to_bytes(32)
        money = (ZERO_ADDRESS, price, price // 40, price // 10, _person(index))
        yield [
            say("Artwork", "Transfer", seller, buyer, work),
            say("Market", "WorkSold", work, seller, buyer, order, *money),
        ]


def _blocks(sales: Iterator[list[Utterance]]) -> Iterator[list[list[Utterance]]]:
    block: list[list[Utterance]] = []
    for sale in sales:
        block.append(sale)
        if len(block) == SALES_A_BLOCK:
            yield block
            block = []
    if block:
        yield block


def _person(number: int) -> Address:
    return address(f"0x{_digest('person', number) >> 96:040x}")


def _digest(word: str, number: int) -> int:
    return int.from_bytes(sha256(f"{word} {number}".encode()).digest())
