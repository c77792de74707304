"""Sales, and listings that will never be sold."""

from indexer import models
from indexer.apply.row import Rows
from indexer.events import ListingCancelled, ListingsCancelled, WorkSold


def work_sold(_contract: str, event: WorkSold) -> Rows:
    """A listed work was bought."""
    yield (
        models.Sale,
        {
            "work": event.work,
            "listing": event.listing,
            "seller": event.seller,
            "buyer": event.buyer,
            "price_wei": event.price_wei,
            "fee_wei": event.fee_wei,
            "royalty_wei": event.royalty_wei,
            "royalty_receiver": event.artist,
        },
    )


def listing_cancelled(_contract: str, event: ListingCancelled) -> Rows:
    """One listing is void."""
    yield (
        models.ListingCancellation,
        {"listing": event.listing, "seller": event.seller, "work": event.work},
    )


def listings_cancelled(_contract: str, event: ListingsCancelled) -> Rows:
    """Listings of an earlier epoch are void."""
    yield models.ListingEpoch, {"seller": event.seller, "epoch": event.epoch}
