"""Fit Brownie's patience to a chain of our own: quick to answer, rarely a moment late."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from brownie import web3
from brownie.network import transaction
from web3.exceptions import TransactionNotFound

LOOK_AGAIN_SECONDS = 0.02
GIVE_UP_SECONDS = 10.0


def fit() -> None:
    """Look for a transaction every few milliseconds, and not once only.

    Brownie looks once a second, which is right for a public chain. And between leaving the pool and
    standing in a block a transaction can be nowhere for a moment: Brownie would call it dropped.
    """
    transaction.time = SimpleNamespace(time=time.time, sleep=_look_again)
    web3.eth.get_transaction = _patient(web3.eth.get_transaction)
    web3.eth.get_transaction_receipt = _patient(web3.eth.get_transaction_receipt)


def _patient(ask: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def asked(txid: Any) -> Any:
        deadline = time.monotonic() + GIVE_UP_SECONDS
        while True:
            try:
                return ask(txid)
            except TransactionNotFound:
                if time.monotonic() > deadline:
                    raise
                time.sleep(LOOK_AGAIN_SECONDS)

    return asked


def _look_again(_seconds: float) -> None:
    time.sleep(LOOK_AGAIN_SECONDS)
