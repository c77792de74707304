"""Act as one person: sign in, send prepared transactions, sign what is asked for."""

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx
from eth_account.messages import encode_defunct, encode_typed_data
from eth_account.signers.local import LocalAccount
from eth_utils.crypto import keccak
from siwe import SiweMessage

from marketplace.adapters.chain import Call, ChainError
from marketplace.journey.error import Refused
from marketplace.journey.stage import Stage, until

SECONDS = 60.0
NOT_READY = 503


@dataclass(frozen=True, slots=True)
class Sent:
    """A transaction of ours that a block holds."""

    transaction: str
    gas: int
    block_number: int


class Person:
    """One wallet and one browser session."""

    def __init__(self, account: LocalAccount, stage: Stage) -> None:
        self.address: str = account.address
        self._account = account
        self._stage = stage
        self._site = httpx.Client(
            base_url=stage.url, timeout=SECONDS, trust_env=False, headers={"Origin": stage.url}
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._site.close()

    def ask(self, method: str, path: str, **content: Any) -> Any:
        """One request to the marketplace; its JSON answer.

        A marketplace that is not ready yet (503), as after a restart, is asked again for a while
        where asking changes nothing.

        Raises:
            Overdue: it was not ready for a minute.
            Refused: the answer was a problem (RFC 9457); the message is its detail.
        """

        def ready() -> httpx.Response | None:
            answer = self._site.request(method, path, **content)
            return None if method == "GET" and answer.status_code == NOT_READY else answer

        answer = until(f"{path} to be ready", ready, SECONDS)
        if answer.is_error:
            problem = answer.json() if "json" in answer.headers.get("content-type", "") else {}
            detail = problem.get("detail") or problem.get("title") or answer.text[:200]
            raise Refused(f"{method} {path}: {answer.status_code}, {detail}")
        return answer.json() if answer.content else None

    def fetch(self, cid: str) -> bytes:
        """The bytes of a file, through the gateway.

        Raises:
            Refused: the gateway does not have it.
        """
        answer = self._site.get(f"/ipfs/{cid}")
        if answer.is_error:
            raise Refused(f"/ipfs/{cid}: {answer.status_code}")
        return answer.content

    def sign_in(self) -> None:
        """Sign in with Ethereum (EIP-4361)."""
        terms = self.ask("POST", "/api/v1/sign-in/nonce")
        message = SiweMessage(
            domain=terms["domain"],
            address=self.address,
            statement=terms["statement"],
            uri=terms["uri"],
            version="1",
            chain_id=terms["chain_id"],
            nonce=terms["nonce"],
            issued_at=terms["issued_at"],
            expiration_time=terms["expires_at"],
        ).prepare_message()
        signature = self._account.sign_message(encode_defunct(text=message)).signature
        self.ask(
            "POST", "/api/v1/sign-in", json={"message": message, "signature": signature.to_0x_hex()}
        )

    def sign(self, typed_data: dict[str, Any]) -> str:
        """Sign EIP-712 typed data."""
        message = encode_typed_data(full_message=typed_data)
        return str(self._account.sign_message(message).signature.to_0x_hex())

    def send(self, prepared: dict[str, Any]) -> Sent:
        """Send a prepared transaction and wait for its block.

        Raises:
            Refused: a contract or the node said no.
        """
        chain = self._stage.chain
        call = Call(prepared["to"], prepared["data"], self.address, int(prepared["value"]))
        try:
            gas = chain.estimate_gas(call)
            raw = self._account.sign_transaction(self._transaction(call, gas)).raw_transaction
            chain.broadcast(bytes(raw))
        except ChainError as error:
            raise Refused(f"{prepared['function']}: {error}") from error
        transaction = "0x" + bytes(keccak(raw)).hex()
        receipt = until(
            f"transaction {transaction}", lambda: chain.receipt(transaction), seconds=SECONDS
        )
        if not receipt.is_success:
            raise Refused(f"{prepared['function']}: transaction {transaction} reverted")
        return Sent(transaction, receipt.gas_used, receipt.block_number)

    def _transaction(self, call: Call, gas: int) -> dict[str, Any]:
        chain = self._stage.chain
        tip = chain.priority_fee_wei()
        return {
            "chainId": self._stage.deployment.chain_id,
            "type": 2,
            "nonce": chain.transaction_count(self.address),
            "to": call.to,
            "data": call.data,
            "value": call.value_wei,
            "gas": gas * 5 // 4,
            "maxPriorityFeePerGas": tip,
            "maxFeePerGas": 2 * chain.head().base_fee_wei + tip,
        }
