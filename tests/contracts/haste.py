"""Spare Brownie the work that a chain of our own, begun for these tests, makes needless."""

import gc
import sys
from types import SimpleNamespace
from typing import Any

import urllib3
from brownie import web3
from brownie.network import account, rpc
from web3.providers.base import JSONBaseProvider
from web3.types import RPCEndpoint, RPCResponse

HEADERS = {"Content-Type": "application/json"}
GIVE_UP_SECONDS = 60.0


def fit() -> None:
    """Nobody here undoes a transaction, and who calls need not be looked up in the sources.

    For `chain.undo` Brownie takes a snapshot after each transaction on a chain it finds active; to
    warn of calls that go past `chain` it reads the source lines of the whole stack.
    """
    unlock = account.rpc.unlock_account
    account.rpc = SimpleNamespace(is_active=lambda: False, unlock_account=unlock)
    rpc.inspect = SimpleNamespace(stack=_caller)


def settle() -> None:
    """Leave out what stays: at each revert Brownie collects garbage, among all it has loaded."""
    gc.collect()
    gc.freeze()


def connect() -> None:
    """Talk to the chain that Brownie has started as one does on the same machine."""
    web3.provider = Wire(web3.provider.endpoint_uri)


class Wire(JSONBaseProvider):
    """JSON-RPC over a kept connection: no proxies, cookies and redirects to be looked for."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.endpoint_uri = url
        self._pool = urllib3.connection_from_url(url, maxsize=4, timeout=GIVE_UP_SECONDS)
        self._chain_id: RPCResponse | None = None

    def make_request(self, method: RPCEndpoint, params: Any) -> RPCResponse:
        """Ask the chain; who it is, only once."""
        if method != "eth_chainId":
            return self._ask(method, params)
        self._chain_id = self._chain_id or self._ask(method, params)
        return self._chain_id

    def _ask(self, method: RPCEndpoint, params: Any) -> RPCResponse:
        request = self.encode_rpc_request(method, params)
        answer = self._pool.urlopen("POST", "/", body=request, headers=HEADERS, retries=False)
        return self.decode_rpc_response(answer.data)


def _caller() -> list[Any]:
    """As much of `inspect.stack` as Brownie looks at: the frame above the one that asks."""
    return [None, SimpleNamespace(frame=sys._getframe(2))]
