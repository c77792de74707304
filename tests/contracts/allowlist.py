"""Merkle trees of accounts and limits, as OpenZeppelin's library for JavaScript makes them."""

from collections.abc import Mapping
from typing import Any

from brownie import web3
from eth_abi.abi import encode


class Allowlist:
    """Accounts, and how many copies each may get."""

    def __init__(self, limits: Mapping[Any, int]) -> None:
        self.limits = {str(account): limit for account, limit in limits.items()}
        self._levels = [sorted(leaf(one, limit) for one, limit in self.limits.items())]
        while len(self._levels[-1]) > 1:
            self._levels.append(_parents(self._levels[-1]))

    @property
    def root(self) -> bytes:
        """What an edition's terms name."""
        return self._levels[-1][0]

    def proof(self, account: Any) -> list[bytes]:
        """The neighbours from an account's leaf up to the root."""
        at = self._levels[0].index(leaf(account, self.limits[str(account)]))
        found = []
        for level in self._levels[:-1]:
            neighbour = at ^ 1
            if neighbour < len(level):
                found.append(level[neighbour])
            at //= 2
        return found


def leaf(account: Any, limit: int) -> bytes:
    """Hashed twice, so that no inner node can pass for it."""
    packed = encode(["address", "uint256"], [str(account), limit])
    return bytes(web3.keccak(web3.keccak(packed)))


def _parents(level: list[bytes]) -> list[bytes]:
    pairs = [level[i : i + 2] for i in range(0, len(level), 2)]
    return [bytes(web3.keccak(b"".join(sorted(one)))) if one[1:] else one[0] for one in pairs]
