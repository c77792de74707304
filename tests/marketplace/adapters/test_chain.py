"""the chain's client
a node that answers        -> numbers, bytes, receipts
a contract that says no    -> Reverted, and the error's name and values by the ABI
sent twice                 -> as good as once
nobody, garbage, a hang    -> NodeUnreachable, twice, and NodeSlow; no password told anywhere
a fault beside a status    -> read like any other
"""

import socket
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from eth_account import Account

from indexer.abi import Deployment, abi
from marketplace.adapters.chain import (
    Call,
    Chain,
    NodeRefused,
    NodeSlow,
    NodeUnreachable,
    Reverted,
)
from marketplace.adapters.contract import PANIC, REASON, Contract
from marketplace.runtime.chain import Chain as Anvil
from tests.conftest import Accounts


@contextmanager
def answering(content: bytes | None, status: int = 200) -> Iterator[str]:
    """Somebody who answers every request with these bytes, or never."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                while not connection.recv(65536).endswith(b"}"):
                    pass  # headers and body may come apart
                if content is None:
                    connection.recv(1)  # until the caller gives up
                else:
                    head = f"HTTP/1.1 {status} Said\r\nContent-Length: {len(content)}\r\n\r\n"
                    connection.sendall(head.encode() + content)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://user:secret@127.0.0.1:{listening.getsockname()[1]}"
        thread.join()


def test_a_node_is_read(chain: Anvil, deployment: Deployment, accounts: Accounts) -> None:
    with Chain(chain.url) as node:
        head = node.head()
        assert node.chain_id() == deployment.chain_id
        assert node.genesis_hash() == deployment.genesis_hash
        assert head.number >= deployment.block
        assert head.base_fee_wei > 0
        assert len(node.code(deployment.contracts["Market"])) > 1000
        assert node.balance_wei(accounts.collector.address) > 10**18
        assert node.receipt("0x" + "00" * 32) is None
        assert not node.knows("0x" + "00" * 32)


def test_a_transaction_sent_twice_is_one(chain: Anvil, accounts: Accounts) -> None:
    me = accounts.collector
    with Chain(chain.url) as node:
        signed = Account.sign_transaction(
            {
                "chainId": node.chain_id(),
                "nonce": node.transaction_count(me.address),
                "to": me.address,
                "value": 1,
                "gas": 21_000,
                "maxFeePerGas": 10**11,
                "maxPriorityFeePerGas": 10**9,
                "type": 2,
            },
            me.key,
        )
        for _ in range(2):
            node.broadcast(bytes(signed.raw_transaction))
        node.ask("evm_mine")
        receipt = node.receipt("0x" + bytes(signed.hash).hex())
        assert receipt is not None
        assert (receipt.is_success, receipt.gas_used) == (True, 21_000)
        with pytest.raises(NodeRefused, match="eth_sendRawTransaction"):
            node.broadcast(b"\x02nonsense")


def test_a_revert_is_read_by_the_abi(
    chain: Anvil, deployment: Deployment, accounts: Accounts
) -> None:
    artwork = Contract("Artwork", deployment.contracts["Artwork"], abi("Artwork"))
    stranger = accounts.stranger.address
    call = Call(artwork.address, artwork.encode("mint", 7, stranger, 0), stranger)
    with Chain(chain.url) as node:
        for attempt in (node.call, node.estimate_gas):
            with pytest.raises(Reverted) as refusal:
                attempt(call)
            error = artwork.explain(refusal.value.data)
            assert (error.name, error.values) == ("NotArtist", {"account": stranger})


def test_any_revert_has_some_words(deployment: Deployment) -> None:
    artwork = Contract("Artwork", deployment.contracts["Artwork"], abi("Artwork"))
    word = bytes(31) + b"\x11"
    assert str(artwork.explain(PANIC + word)) == "Panic (code 17)"
    text = bytes(31) + b"\x20" + bytes(31) + b"\x02" + b"no".ljust(32, b"\0")
    assert str(artwork.explain(REASON + text)) == "Error (reason no)"
    assert artwork.explain(b"").name == "unknown error"
    assert artwork.explain(REASON + b"\xff").values == {"data": "0x08c379a0ff"}
    with pytest.raises(LookupError, match="safeTransferFrom"):
        artwork.encode("safeTransferFrom")


def test_a_node_that_is_not_there_is_named_without_its_password() -> None:
    with (
        Chain("http://user:secret@127.0.0.1:9") as node,
        pytest.raises(NodeUnreachable, match=r"127\.0\.0\.1:9") as fault,
    ):
        node.head()
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize(
    "content", [b"<html>", b"[]", b'{"id": 99, "result": "0x1"}', b"null", b"\xff\xfe"]
)
@pytest.mark.parametrize("status", [200, 502])
def test_garbage_is_no_answer(content: bytes, status: int) -> None:
    """The node may have heard us: what was sent counts as sent, and is looked for."""
    with (
        answering(content, status) as url,
        Chain(url) as node,
        pytest.raises(NodeUnreachable) as fault,
    ):
        node.chain_id()
    assert "secret" not in "".join(traceback.format_exception(fault.value))


@pytest.mark.parametrize("status", [200, 400, 429, 500])
def test_a_fault_is_read_beside_any_status(status: int) -> None:
    content = b'{"jsonrpc": "2.0", "id": 0, "error": {"code": -32005, "message": "slow down"}}'
    with (
        answering(content, status) as url,
        Chain(url) as node,
        pytest.raises(NodeRefused, match="eth_chainId: slow down"),
    ):
        node.chain_id()


def test_a_node_that_hangs_is_left() -> None:
    with answering(None) as url, Chain(url, seconds=0.2) as node, pytest.raises(NodeSlow):
        node.chain_id()
