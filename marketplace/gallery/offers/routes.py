"""Take signed offers; prepare their taking and cancelling."""

from typing import Annotated

from fastapi import APIRouter, Path

from indexer.primitives import Hash32
from marketplace import signature as signatures
from marketplace.auth import Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.gallery import sale
from marketplace.gallery.offers import deal
from marketplace.gallery.offers.order import ANY_ARTIST, ANY_WORK, Wish
from marketplace.gallery.offers.schemas import (
    AcceptanceRequest,
    OfferAnswer,
    OfferTermsAnswer,
    OfferTermsRequest,
    SignedOfferRequest,
)
from marketplace.gallery.routes import token_of
from marketplace.prepared import PreparedTransaction

router = APIRouter(prefix="/api/v1", tags=["gallery"])

Digest = Annotated[str, Path(pattern=r"^0x[0-9a-f]{64}$")]


@router.post("/offer-terms")
def make_offer(
    content: OfferTermsRequest, bidder: Signed, unit: Unit, parts: PartsDep
) -> OfferTermsAnswer:
    """The offer for the bidder's wallet to sign."""
    wish = Wish(
        work=ANY_WORK if content.work is None else token_of(content.work),
        artist=content.artist or ANY_ARTIST,
        copies=content.copies,
        currency=content.currency,
        price=content.price,
        days=content.days,
    )
    made, approval = deal.propose(unit, parts, wish, bidder)
    return OfferTermsAnswer(typed_data=deal.document(parts, made), approval=approval)


@router.post("/offers", status_code=201)
def hand_in(
    content: SignedOfferRequest, bidder: Signed, unit: Unit, parts: PartsDep
) -> OfferAnswer:
    """Take a signed offer; from now on whoever owns what it is for can take it."""
    signature = signatures.parse(content.signature)
    return OfferAnswer.of(deal.take(unit, parts, content.offer.as_order(), signature, bidder))


@router.post("/offers/cancellation")
def cancel_every(bidder: Signed, parts: PartsDep) -> PreparedTransaction:
    """The transaction that cancels all offers and listings of whoever sends it."""
    return sale.cancel_all(parts)


@router.post("/offers/{digest}/acceptance")
def accept(
    digest: Digest, content: AcceptanceRequest, seller: Signed, unit: Unit, parts: PartsDep
) -> PreparedTransaction:
    """The transaction by which an owner sells to the bidder."""
    named = None if content.work is None else token_of(content.work)
    return deal.acceptance(unit, parts, Hash32(digest), named, seller)


@router.post("/offers/{digest}/cancellation")
def cancel(digest: Digest, bidder: Signed, unit: Unit, parts: PartsDep) -> PreparedTransaction:
    """The transaction that cancels one offer."""
    return deal.cancel(unit, parts, Hash32(digest), bidder)
