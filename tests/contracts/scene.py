"""What the scenes of the tests share: units, ids, and the chain's clock."""

from hashlib import sha256
from typing import Any

from brownie import chain, web3

HOUR = 3_600
DAY = 24 * HOUR
ETHER = 10**18
BOND = ETHER // 20
FEE_BPS = 250
AGAINST, FOR, ABSTAIN = range(3)
# A split that nobody shares in.
UNSHARED = {"parents": [], "parentsBps": 0, "shares": []}
# Of a proposal, in OpenZeppelin's order.
PENDING, ACTIVE, CANCELED, DEFEATED, SUCCEEDED, QUEUED, EXPIRED, EXECUTED = range(8)


def digest(text: str) -> bytes:
    """Some sha-256 digest."""
    return sha256(text.encode()).digest()


def work_id(number: int) -> int:
    """The id of some work."""
    return int.from_bytes(digest(f"work {number}"))


def now() -> int:
    """The chain's clock."""
    return int(chain[-1].timestamp)


def pass_time(seconds: int) -> None:
    """Let the chain's clock run on."""
    chain.sleep(seconds)
    chain.mine()


def selector(signature: str) -> str:
    """The first four bytes of an error's data."""
    return "0x" + bytes(web3.keccak(text=signature)[:4]).hex()


def next_block_at(timestamp: int) -> None:
    """Have the next block, and so the next transaction, happen in this very second."""
    web3.provider.make_request("evm_setNextBlockTimestamp", [timestamp])


def act(who: Any, method: Any, *arguments: Any, value: int = 0) -> Any:
    """Call a contract as somebody: an account, or a wallet contract through its owner."""
    if not hasattr(who, "act"):
        return method(*arguments, {"from": who, "value": value})
    terms = {"from": who.OWNER(), "value": value}
    return who.act(method._address, value, method.encode_input(*arguments), terms)
