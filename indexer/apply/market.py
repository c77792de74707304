"""Sales, and orders that will never be filled."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import OrderCancelled, OrdersCancelled, WorkSold


def work_sold(_contract: str, event: WorkSold) -> Rows:
    """A work was bought."""
    yield (
        models.Sale,
        {
            "work": event.work,
            "order_digest": event.order,
            "seller": event.seller,
            "buyer": event.buyer,
            "currency": event.currency,
            "price": event.price,
            "fee": event.fee,
            "royalty": event.royalty,
            "royalty_receiver": event.artist,
        },
    )


def order_cancelled(_contract: str, event: OrderCancelled) -> Rows:
    """One order is void."""
    yield models.OrderCancellation, {"order_digest": event.order, "account": event.account}


def orders_cancelled(_contract: str, event: OrdersCancelled) -> Rows:
    """Orders of an earlier epoch are void."""
    yield models.OrderEpoch, {"account": event.account, "epoch": event.epoch}
