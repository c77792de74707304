"""What the contracts owe, pay out and keep."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import FeesChanged, FeesSwept, PayoutCredited, Withdrawn


def payout_credited(contract: str, event: PayoutCredited) -> Rows:
    """A payment waits for its payee."""
    yield models.Credit, _owed(contract, event)


def withdrawn(contract: str, event: Withdrawn) -> Rows:
    """The payee came."""
    yield models.Withdrawal, _owed(contract, event)


def fees_changed(contract: str, event: FeesChanged) -> Rows:
    """A contract's fees, from here on."""
    yield (
        models.Fee,
        {
            "contract": contract,
            "primary_fee_bps": event.primary_fee_bps,
            "secondary_fee_bps": event.secondary_fee_bps,
        },
    )


def fees_swept(contract: str, event: FeesSwept) -> Rows:
    """Fees went to the treasury."""
    yield (
        models.Sweep,
        {"contract": contract, "currency": event.currency, "amount": event.amount},
    )


def _owed(contract: str, event: PayoutCredited | Withdrawn) -> dict[str, object]:
    return {
        "contract": contract,
        "payee": event.payee,
        "currency": event.currency,
        "amount": event.amount,
    }
