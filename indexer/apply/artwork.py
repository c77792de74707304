"""Works, where they go, and what their owners and artists allow."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import MarketTrustChanged, Transfer, VouchersCancelled, WorkMinted


def work_minted(_contract: str, event: WorkMinted) -> Rows:
    """A work exists."""
    yield (
        models.Work,
        {
            "work": event.work,
            "artist": event.artist,
            "recipient": event.recipient,
            "payer": event.payer,
            "royalty_bps": event.royalty_bps,
            "currency": event.currency,
            "price": event.price,
            "fee": event.fee,
        },
    )


def moved(_contract: str, event: Transfer) -> Rows:
    """A work has another owner; its mint is its first move."""
    yield (
        models.Transfer,
        {"work": event.token, "sender": event.sender, "recipient": event.recipient},
    )


def vouchers_cancelled(_contract: str, event: VouchersCancelled) -> Rows:
    """Vouchers of an earlier nonce are void."""
    yield models.VoucherEpoch, {"artist": event.artist, "nonce": event.nonce}


def market_trust_changed(_contract: str, event: MarketTrustChanged) -> Rows:
    """The market may, or may no longer, move an owner's works."""
    yield models.MarketTrust, {"owner": event.owner, "is_trusted": event.is_trusted}
