"""Say what offers speak over HTTP; works are named by their metadata's CID."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.primitives import Address, Hash32
from marketplace.adapters.ipfs.cid import Cid
from marketplace.gallery.offers.models import Offer
from marketplace.gallery.offers.order import MOST_COPIES, MOST_PRICE, Order
from marketplace.gallery.order import MOST_DAYS
from marketplace.gallery.schemas import Account, Wide
from marketplace.prepared import PreparedTransaction


class OfferTermsRequest(BaseModel):
    """What a bidder chooses: no work is any work, no artist anybody's, no copies a unique work."""

    model_config = ConfigDict(extra="forbid")

    work: str | None = Field(None, max_length=100)
    artist: Account | None = None
    copies: int = Field(0, ge=0, le=MOST_COPIES)
    currency: Account
    price: int = Field(ge=1, le=MOST_PRICE)
    days: int = Field(ge=1, le=MOST_DAYS)


class OfferTermsAnswer(BaseModel):
    """What the wallet has to sign; `approval` is to be sent first, where it is not null."""

    typed_data: dict[str, Any]
    approval: PreparedTransaction | None


class OfferMessage(BaseModel):
    """The contract's `Offer`, by the contract's names."""

    model_config = ConfigDict(extra="forbid")

    bidder: Account
    work: Wide
    artist: Account
    copies: Wide
    currency: Account
    price: Wide
    nonce: Wide
    expiresAt: int = Field(ge=0, lt=2**63)
    epoch: int = Field(ge=0, lt=2**64)

    def as_order(self) -> Order:
        """The values, checked for shape."""
        return Order.from_message(self.model_dump())


class SignedOfferRequest(BaseModel):
    """The offer that was made, and the wallet's signature of it."""

    model_config = ConfigDict(extra="forbid")

    offer: OfferMessage
    signature: str = Field(max_length=16_384)


class AcceptanceRequest(BaseModel):
    """Which work is sold; may be left out where the offer names it."""

    model_config = ConfigDict(extra="forbid")

    work: str | None = Field(None, max_length=100)


class OfferAnswer(BaseModel):
    """A signed offer; a work or an artist of null means any."""

    digest: Hash32
    work: str | None
    token_id: str | None
    artist: Address | None
    copies: int
    bidder: Address
    currency: Address
    price: str
    nonce: str
    expires_at: int

    @classmethod
    def of(cls, offer: Offer) -> Self:
        """The row."""
        return cls(
            digest=offer.digest,
            work=None if offer.work is None else str(Cid.from_digest(offer.work)),
            token_id=None if offer.work is None else str(offer.work),
            artist=offer.artist,
            copies=offer.copies,
            bidder=offer.bidder,
            currency=offer.currency,
            price=str(offer.price),
            nonce=str(offer.nonce),
            expires_at=offer.expires_at,
        )
