"""Speak to one Ethereum node through web3, and say plainly what it could not do.

ChainError
├── NodeUnreachable   502  nobody answered, or the answer was lost or garbled on its way
├── NodeSlow          504
├── NodeRefused       502  the node answered with an error
└── Reverted          409  a contract said no; `data` is what it said
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

import requests
from web3 import HTTPProvider
from web3.types import RPCEndpoint

SECONDS = 10.0
# What nodes say when they have the transaction already: Anvil, Geth, Nethermind, Erigon.
KNOWN = ("already known", "already imported", "alreadyknown", "known transaction", "nonce too low")


class ChainError(Exception):
    """The chain could not be read or written."""

    status: ClassVar[int] = 502
    title: ClassVar[str] = "The chain failed"


class NodeUnreachable(ChainError):
    """Nobody answers at the node's address."""

    title = "The Ethereum node cannot be reached"


class NodeSlow(ChainError):
    """The node did not answer in time."""

    status, title = 504, "The Ethereum node took too long"


class NodeRefused(ChainError):
    """The node answered with an error."""

    title = "The Ethereum node refused"


class Reverted(ChainError):
    """A contract reverted; `data` holds its error, selector first."""

    status, title = 409, "The contract refused"

    def __init__(self, message: str, data: bytes) -> None:
        super().__init__(message)
        self.data = data


@dataclass(frozen=True, slots=True)
class Head:
    """The newest block, as far as we need it."""

    number: int
    hash: str
    timestamp: int
    base_fee_wei: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a transaction."""

    block_number: int
    is_success: bool
    gas_used: int


@dataclass(frozen=True, slots=True)
class Call:
    """What a transaction would do, before anybody signs it."""

    to: str
    data: str
    sender: str | None = None
    value_wei: int = 0

    def as_json(self) -> dict[str, str]:
        content = {"to": self.to, "data": self.data, "value": hex(self.value_wei)}
        return content if self.sender is None else {**content, "from": self.sender}


class Chain:
    """One node's client, safe to share between threads."""

    def __init__(self, url: str, *, seconds: float = SECONDS) -> None:
        parts = urlsplit(url)
        self._shown = f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy is not who we were told to ask
        # web3's provider and not its `eth`: that would retry by itself, and follow a contract's
        # CCIP-read (ERC-3668) to whatever address a stranger wrote into it.
        self._provider = HTTPProvider(
            url,
            request_kwargs={"timeout": seconds, "allow_redirects": False},
            session=self._session,
            exception_retry_configuration=None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._session.close()

    def ask(self, method: str, *params: Any) -> Any:
        """One JSON-RPC request; its result, or one of the errors above."""
        answer = self._answer(method, params)
        if not isinstance(answer, dict) or answer.get("jsonrpc") != "2.0":
            raise NodeUnreachable(f"what the node at {self._shown} said is no answer to {method}")
        if fault := answer.get("error"):
            raise _fault(method, fault)
        return answer.get("result")

    def _answer(self, method: str, params: Sequence[Any]) -> Any:
        """What came back, if it was JSON; some nodes explain a fault beside a status of 400.

        Causes stay untold: they quote the node's address, in which keys and passwords are. Where a
        proxy speaks instead of the node, the node may have heard us all the same.
        """
        try:
            try:
                return self._provider.make_request(RPCEndpoint(method), list(params))
            except requests.HTTPError as refusal:
                return refusal.response.json()
        except requests.Timeout:
            raise NodeSlow(f"the node at {self._shown} gave no answer to {method}") from None
        except (json.JSONDecodeError, UnicodeDecodeError):
            raise NodeUnreachable(f"the node at {self._shown} did not answer in JSON") from None
        except requests.RequestException as error:
            raise NodeUnreachable(
                f"no answer from the node at {self._shown} ({type(error).__name__}); "
                "start it, or correct ATELIER_RPC_URL"
            ) from None

    def chain_id(self) -> int:
        return int(self.ask("eth_chainId"), 16)

    def genesis_hash(self) -> str:
        return str(self._block("0x0")["hash"])

    def head(self) -> Head:
        block = self._block("latest")
        return Head(
            number=int(block["number"], 16),
            hash=str(block["hash"]),
            timestamp=int(block["timestamp"], 16),
            base_fee_wei=int(block.get("baseFeePerGas") or "0x0", 16),
        )

    def code(self, address: str) -> bytes:
        return _bytes(self.ask("eth_getCode", address, "latest"))

    def balance_wei(self, address: str) -> int:
        return int(self.ask("eth_getBalance", address, "latest"), 16)

    def transaction_count(self, address: str) -> int:
        """How many transactions of the address are mined: its next nonce, pending ones aside."""
        return int(self.ask("eth_getTransactionCount", address, "latest"), 16)

    def call(self, call: Call, block: int | None = None) -> bytes:
        """What the contract would answer; `Reverted` where it would revert."""
        tag = "latest" if block is None else hex(block)
        return _bytes(self.ask("eth_call", call.as_json(), tag))

    def estimate_gas(self, call: Call) -> int:
        return int(self.ask("eth_estimateGas", call.as_json()), 16)

    def priority_fee_wei(self) -> int:
        return int(self.ask("eth_maxPriorityFeePerGas"), 16)

    def receipt(self, transaction: str) -> Receipt | None:
        """The transaction's receipt, once it is in a block."""
        found = self.ask("eth_getTransactionReceipt", transaction)
        if not found:
            return None
        return Receipt(
            block_number=int(found["blockNumber"], 16),
            is_success=int(found["status"], 16) == 1,
            gas_used=int(found["gasUsed"], 16),
        )

    def knows(self, transaction: str) -> bool:
        """Whether the node has the transaction, mined or waiting."""
        return self.ask("eth_getTransactionByHash", transaction) is not None

    def broadcast(self, raw: bytes) -> None:
        """Hand in a signed transaction; one that the node has already is as good as sent."""
        try:
            self.ask("eth_sendRawTransaction", "0x" + raw.hex())
        except NodeRefused as refusal:
            if not any(word in str(refusal).lower() for word in KNOWN):
                raise

    def _block(self, tag: str) -> dict[str, Any]:
        block = self.ask("eth_getBlockByNumber", tag, False)
        if not isinstance(block, dict):
            raise NodeRefused(f"the node at {self._shown} has no block {tag}")
        return block


def _fault(method: str, fault: Any) -> ChainError:
    message = str(fault.get("message", fault)) if isinstance(fault, dict) else str(fault)
    data = fault.get("data") if isinstance(fault, dict) else None
    if isinstance(data, dict):  # some nodes wrap it once more
        data = data.get("data")
    is_revert = "revert" in message.lower() or (isinstance(fault, dict) and fault.get("code") == 3)
    if is_revert and method in ("eth_call", "eth_estimateGas"):
        return Reverted(message, _bytes(data) if isinstance(data, str) else b"")
    return NodeRefused(f"{method}: {message}")


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))
