"""Show works, their history and receipts; take signed listings; prepare sales."""

from typing import Annotated

from fastapi import APIRouter, Path

from indexer.primitives import Hash32
from marketplace import signature as signatures
from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.auth import MaybeSigned, Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.gallery import order, queries, receipt, sale
from marketplace.gallery.error import WorkMissing
from marketplace.gallery.history import history
from marketplace.gallery.queries import WorkFacts
from marketplace.gallery.schemas import (
    HappeningAnswer,
    ListingAnswer,
    ListingTermsRequest,
    ReceiptAnswer,
    SignedListingRequest,
    TypedDataAnswer,
    WorkDetailAnswer,
)
from marketplace.prepared import PreparedTransaction

router = APIRouter(prefix="/api/v1", tags=["gallery"])

WorkCid = Annotated[str, Path(max_length=100)]
Digest = Annotated[str, Path(pattern=r"^0x[0-9a-f]{64}$")]


@router.get("/works/{cid}")
def read_work(cid: WorkCid, unit: Unit) -> WorkDetailAnswer:
    """One work."""
    facts = _work(unit, cid)
    listings = [ListingAnswer.of(row) for row in queries.live_listings_of(unit, facts.work)]
    return WorkDetailAnswer.with_listings(facts, listings)


@router.get("/works/{cid}/history")
def read_history(cid: WorkCid, unit: Unit) -> list[HappeningAnswer]:
    """All that happened to a work, oldest first."""
    facts = _work(unit, cid)
    return [HappeningAnswer.of(happening) for happening in history(unit, facts.work)]


@router.get("/works/{cid}/receipt")
def read_receipt(cid: WorkCid, unit: Unit, parts: PartsDep) -> ReceiptAnswer:
    """How a work was made, with every digest checked just now."""
    return receipt.write(parts, _work(unit, cid))


@router.post("/works/{cid}/listing-terms")
def offer_listing(
    cid: WorkCid, content: ListingTermsRequest, seller: Signed, unit: Unit, parts: PartsDep
) -> TypedDataAnswer:
    """The listing for the owner's wallet to sign."""
    terms = sale.require_terms(unit, parts, token_of(cid), seller)
    made = order.make(terms, content.price, content.days, content.buyer)
    sale.require_cheapest(unit, parts, made)
    return TypedDataAnswer(typed_data=sale.document(parts, made))


@router.post("/listings", status_code=201)
def list_for_sale(
    content: SignedListingRequest, seller: Signed, unit: Unit, parts: PartsDep
) -> ListingAnswer:
    """Take a signed listing; from now on anybody can buy by it."""
    signature = signatures.parse(content.signature)
    return ListingAnswer.of(sale.take(unit, parts, content.listing.as_order(), signature, seller))


@router.post("/listings/cancellation")
def cancel_all(seller: Signed, parts: PartsDep) -> PreparedTransaction:
    """The transaction that cancels all listings of whoever sends it."""
    return sale.cancel_all(parts)


@router.post("/listings/{digest}/purchase")
def purchase(
    digest: Digest, buyer: MaybeSigned, unit: Unit, parts: PartsDep
) -> PreparedTransaction:
    """The transaction that buys."""
    return sale.purchase(unit, parts, Hash32(digest), buyer)


@router.post("/listings/{digest}/cancellation")
def cancel(digest: Digest, seller: Signed, unit: Unit, parts: PartsDep) -> PreparedTransaction:
    """The transaction that cancels one listing."""
    return sale.cancel(unit, parts, Hash32(digest), seller)


def token_of(text: str) -> int:
    """A work has one name: the CID of its metadata as one raw block."""
    cid = Cid.parse(text)
    if cid.codec != RAW:
        raise WorkMissing(f"{text} names a file or folder; a work's CID begins bafkrei.", work=text)
    return cid.token


def _work(unit: Unit, cid: str) -> WorkFacts:
    found = queries.work(unit, token_of(cid))
    if found is None:
        raise WorkMissing(f"the index knows no work {cid}.", work=cid)
    return found
