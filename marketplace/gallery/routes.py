"""Show works, their history and receipts; take signed listings; prepare sales."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Query

from indexer.primitives import Hash32
from marketplace import cursor
from marketplace import signature as signatures
from marketplace.adapters.ipfs.cid import RAW, Cid
from marketplace.auth import MaybeSigned, Signed
from marketplace.dependency import PartsDep, Unit
from marketplace.gallery import order, queries, receipt, sale
from marketplace.gallery.error import WorkMissing
from marketplace.gallery.history import history
from marketplace.gallery.models import Listing
from marketplace.gallery.queries import Filter, WorkFacts
from marketplace.gallery.schemas import (
    Account,
    HappeningAnswer,
    ListingAnswer,
    ListingsAnswer,
    ListingTermsRequest,
    ReceiptAnswer,
    SignedListingRequest,
    TypedDataAnswer,
    WorkAnswer,
    WorkDetailAnswer,
    WorksAnswer,
)
from marketplace.prepared import PreparedTransaction

EPOCH = datetime.fromtimestamp(0, UTC)
TICK = timedelta(microseconds=1)

router = APIRouter(prefix="/api/v1", tags=["gallery"])

After = Annotated[str | None, Query(alias="cursor", max_length=300)]
WorkCid = Annotated[str, Path(max_length=100)]
Digest = Annotated[str, Path(pattern=r"^0x[0-9a-f]{64}$")]
Limit = Annotated[int, Query(ge=1, le=100)]


@router.get("/works")
def list_works(
    unit: Unit,
    after: After = None,
    artist: Account | None = None,
    owner: Account | None = None,
    listed: bool | None = None,
    limit: Limit = queries.PAGE,
) -> WorksAnswer:
    """Works, newest first."""
    wanted = Filter(artist, owner, listed)
    before = None
    if after:
        block, log = cursor.read(after, int, int)
        before = int(block), int(log)
    found = queries.works(unit, wanted, before, limit + 1)
    shown = found[:limit]
    return WorksAnswer(
        works=[WorkAnswer.of(facts) for facts in shown],
        next=cursor.write(*shown[-1].place) if len(found) > limit else None,
    )


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
    terms = sale.require_terms(unit, parts, _token(cid), seller)
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


@router.get("/listings")
def read_listings(unit: Unit, after: After = None, limit: Limit = queries.PAGE) -> ListingsAnswer:
    """Listings that the contract would honour now, newest first."""
    before = None
    if after:
        ticks, digest = cursor.read(after, int, str)
        before = EPOCH + int(ticks) * TICK, Hash32(str(digest))
    found = queries.live_listings(unit, before, limit + 1)
    shown = found[:limit]
    return ListingsAnswer(
        listings=[ListingAnswer.of(listing) for listing in shown],
        next=_after(shown[-1]) if len(found) > limit else None,
    )


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


def _token(text: str) -> int:
    """A work has one name: the CID of its metadata as one raw block."""
    cid = Cid.parse(text)
    if cid.codec != RAW:
        raise WorkMissing(f"{text} names a file or folder; a work's CID begins bafkrei.", work=text)
    return cid.token


def _work(unit: Unit, cid: str) -> WorkFacts:
    found = queries.work(unit, _token(cid))
    if found is None:
        raise WorkMissing(f"the index knows no work {cid}.", work=cid)
    return found


def _after(listing: Listing) -> str:
    return cursor.write((listing.created_at - EPOCH) // TICK, listing.digest)
