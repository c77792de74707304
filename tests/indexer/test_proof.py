"""header_hash, receipts_root
mainnet's first block              -> its hash
no receipts                        -> the root of the empty trie
blocks with any number of them     -> the hash and the root that the node's own code made
a field or a receipt changed       -> another hash, another root
"""

from typing import Any

import msgspec
import pytest

from indexer.proof import header_hash, receipts_root
from indexer.raw import RawReceipt
from tests.indexer.speaker import say
from tests.indexer.stage import Stage

EMPTY_ROOT = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421"
ZERO32 = "0x" + "00" * 32
FIRST = {
    "parentHash": ZERO32,
    "sha3Uncles": "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347",
    "miner": "0x" + "00" * 20,
    "stateRoot": "0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544",
    "transactionsRoot": EMPTY_ROOT,
    "receiptsRoot": EMPTY_ROOT,
    "logsBloom": "0x" + "00" * 256,
    "difficulty": "0x400000000",
    "number": "0x0",
    "gasLimit": "0x1388",
    "gasUsed": "0x0",
    "timestamp": "0x0",
    "extraData": "0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa",
    "mixHash": ZERO32,
    "nonce": "0x0000000000000042",
}
FIRST_HASH = "0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3"


def test_mainnets_first_block_has_its_hash() -> None:
    assert header_hash(FIRST) == FIRST_HASH


@pytest.mark.parametrize("name", FIRST)
def test_any_field_changed_makes_another_hash(name: str) -> None:
    last = FIRST[name][-1]
    changed = FIRST | {name: FIRST[name][:-1] + ("1" if last == "0" else "0")}
    assert header_hash(changed) != FIRST_HASH


def test_no_receipts_are_the_empty_trie() -> None:
    assert receipts_root([]) == EMPTY_ROOT


# Positions are written in one byte up to 127 and in more beyond; tries branch by sixteen.
@pytest.mark.parametrize("transactions", [1, 2, 15, 16, 17, 127, 128, 129, 260])
def test_a_block_is_proved_as_the_node_made_it(stage: Stage, transactions: int) -> None:
    block, receipts = spoken_block(stage, transactions)
    assert len(receipts) == transactions
    assert header_hash(block) == block["hash"]
    assert receipts_root(receipts) == block["receiptsRoot"]


def test_a_receipt_moved_or_missing_makes_another_root(stage: Stage) -> None:
    block, receipts = spoken_block(stage, 20)
    assert receipts_root([receipts[1], receipts[0], *receipts[2:]]) != block["receiptsRoot"]
    assert receipts_root(receipts[:-1]) != block["receiptsRoot"]


def spoken_block(stage: Stage, transactions: int) -> tuple[dict[str, Any], list[RawReceipt]]:
    """A block with so many transactions, and its receipts, as the node gives them."""
    stage.ask("evm_setBlockGasLimit", hex(10**9))
    stage.block(*[[say("Market", "FeesChanged", number, 0)] for number in range(transactions)])
    block = stage.ask("eth_getBlockByNumber", "latest", False)
    receipts = stage.ask("eth_getBlockReceipts", block["hash"])
    return block, msgspec.convert(receipts, list[RawReceipt])
