"""What the contracts owe, pay out and keep."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import FeeChanged, FeesSwept, PayoutCredited, Withdrawn


def payout_credited(contract: str, event: PayoutCredited) -> Rows:
    """A payment waits for its payee."""
    yield (
        models.Credit,
        {"contract": contract, "payee": event.payee, "amount_wei": event.amount_wei},
    )


def withdrawn(contract: str, event: Withdrawn) -> Rows:
    """The payee came."""
    yield (
        models.Withdrawal,
        {"contract": contract, "payee": event.payee, "amount_wei": event.amount_wei},
    )


def fee_changed(contract: str, event: FeeChanged) -> Rows:
    """A contract's fee, from here on."""
    yield models.Fee, {"contract": contract, "fee_bps": event.fee_bps}


def fees_swept(contract: str, event: FeesSwept) -> Rows:
    """Fees went to the treasury."""
    yield models.Sweep, {"contract": contract, "amount_wei": event.amount_wei}
