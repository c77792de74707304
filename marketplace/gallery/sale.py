"""Take signed listings, and prepare what buyers and sellers send: buy, cancel, cancel all."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from indexer.primitives import ZERO_ADDRESS, Address, Hash32
from marketplace import typed_data
from marketplace.gallery import order, queries
from marketplace.gallery.error import (
    CheaperListed,
    ListingDead,
    ListingForged,
    ListingMissing,
    MarketDistrusted,
    NotBuyer,
    NotOwner,
    OwnListing,
    WorkMissing,
)
from marketplace.gallery.models import Listing, Standing
from marketplace.gallery.order import Order, Terms
from marketplace.parts import Parts
from marketplace.prepared import PreparedTransaction, prepare
from marketplace.signature import is_signed_by


def document(parts: Parts, made: Order) -> dict[str, Any]:
    """The request that the seller's wallet signs."""
    deployment = parts.deployment
    return made.document(order.DOMAIN, deployment.chain_id, deployment.contracts["Market"])


def require_terms(session: Session, parts: Parts, token: int, owner: Address) -> Terms:
    """What this owner's listing has to say; refused to everybody else."""
    terms = queries.terms(session, token)
    if terms is None:
        raise WorkMissing(f"the index knows no work {token:#066x}.", token_id=str(token))
    if terms.owner != owner:
        raise NotOwner(
            f"this work belongs to {terms.owner}; only its owner lists it.", owner=terms.owner
        )
    require_trust(session, parts, owner, then="list")
    return terms


def require_trust(session: Session, parts: Parts, owner: Address, *, then: str) -> None:
    """Refuse whoever opted out of the market, with the way back; `then` is what they wanted."""
    if queries.trusts_market(session, owner):
        return
    again = prepare(
        parts, "Artwork", "setMarketTrust", True, says="Let the market move your works again"
    )
    raise MarketDistrusted(
        "you opted out of the market, so nobody could buy; send the transaction that opts "
        f"back in, then {then}.",
        transaction=again.model_dump(),
    )


def require_cheapest(session: Session, parts: Parts, made: Order) -> None:
    """An older signature at a lower price would still sell the work: it goes first."""
    older = queries.cheaper(session, made.work, made.price, made.buyer)
    if older is None:
        return
    raise CheaperListed(
        f"an earlier listing at {older.price} wei is still live and would sell the work for "
        "less; cancel it first, then list at the higher price.",
        listing=older.digest,
        price=str(older.price),
        transaction=cancellation(parts, older).model_dump(),
    )


def take(session: Session, parts: Parts, made: Order, signature: bytes, owner: Address) -> Listing:
    """Keep a signed listing; handed in again, it is the same one."""
    request = document(parts, made)
    hashed = typed_data.digest(request)
    digest = Hash32("0x" + hashed.hex())
    if known := session.get(Listing, digest):
        return known
    # Two listings of one work at once would not see which of them is cheaper.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(str(made.work), 0))))
    terms = require_terms(session, parts, made.work, owner)
    order.check(made, terms)
    require_cheapest(session, parts, made)
    if not is_signed_by(parts.chain, made.seller, hashed, signature):
        raise ListingForged(
            f"the signature over this listing is not {made.seller}'s; "
            "sign in the wallet that holds this address.",
            seller=made.seller,
        )
    _keep(session, digest, made, signature, terms)
    return session.get_one(Listing, digest)


def purchase(
    session: Session, parts: Parts, digest: Hash32, buyer: Address | None
) -> PreparedTransaction:
    """The transaction that buys, once nothing speaks against it."""
    listing, standing = _found(session, digest)
    require_live(listing, standing)
    if buyer == listing.seller:
        raise OwnListing("this is your own listing; nobody buys from themself.")
    if listing.buyer not in (ZERO_ADDRESS, buyer):
        raise NotBuyer(f"this listing is reserved for {listing.buyer}.", buyer=listing.buyer)
    return prepare(
        parts,
        "Market",
        "buy",
        order_of(listing).as_tuple(),
        listing.signature,
        says=f"Buy this work from {listing.seller} for {ether(listing.price)} ETH",
        value_wei=listing.price,
    )


def require_live(listing: Listing, standing: Standing) -> None:
    """Say why the contract would refuse the listing, if it would."""
    if standing.is_live:
        return
    reasons = (
        (standing.is_sold, "the work was sold by it"),
        (standing.is_cancelled, "the seller cancelled it"),
        (standing.owner != listing.seller, f"the work belongs to {standing.owner} by now"),
        (standing.current_count != listing.transfer_count, "the work changed hands since"),
        (standing.current_epoch != listing.epoch, "the seller cancelled all listings"),
        (not standing.is_trusted, "the seller opted out of the market"),
        (standing.fee_bps > listing.max_fee_bps, "the market's fee rose above what was signed"),
        (standing.timestamp >= listing.expires_at, f"it expired at {listing.expires_at}"),
    )
    reason = next(text for is_so, text in reasons if is_so)
    raise ListingDead(f"this listing is over: {reason}.", listing=listing.digest, reason=reason)


def cancel(session: Session, parts: Parts, digest: Hash32, seller: Address) -> PreparedTransaction:
    """The transaction that cancels one listing."""
    listing, standing = _found(session, digest)
    if listing.seller != seller:
        raise NotOwner(f"only its seller {listing.seller} cancels this listing.")
    require_live(listing, standing)
    return cancellation(parts, listing)


def cancellation(parts: Parts, listing: Listing) -> PreparedTransaction:
    """Cancel one listing."""
    return prepare(
        parts,
        "Market",
        "cancel",
        order_of(listing).as_tuple(),
        says=f"Cancel your listing at {ether(listing.price)} ETH",
    )


def cancel_all(parts: Parts) -> PreparedTransaction:
    """Cancel all listings and offers that the sender signed so far: they share an epoch."""
    says = "Cancel all listings and offers you signed so far"
    return prepare(parts, "Market", "cancelAll", says=says)


def order_of(listing: Listing) -> Order:
    """What the seller signed."""
    return Order(
        seller=listing.seller,
        work=listing.work,
        currency=listing.currency,
        price=listing.price,
        max_fee_bps=listing.max_fee_bps,
        transfer_count=listing.transfer_count,
        expires_at=listing.expires_at,
        epoch=listing.epoch,
        buyer=listing.buyer,
    )


def ether(amount_wei: int) -> str:
    """The amount in ether, exactly."""
    whole, rest = divmod(amount_wei, 10**18)
    return f"{whole}.{rest:018d}".rstrip("0").rstrip(".")


def _found(session: Session, digest: Hash32) -> tuple[Listing, Standing]:
    found = queries.listing(session, digest)
    if found is None:
        raise ListingMissing(f"nobody handed in a listing {digest}.", listing=digest)
    return found


def _keep(session: Session, digest: Hash32, made: Order, signature: bytes, terms: Terms) -> None:
    session.execute(
        insert(Listing)
        .values(
            digest=digest,
            work=made.work,
            seller=made.seller,
            currency=made.currency,
            price=made.price,
            max_fee_bps=made.max_fee_bps,
            transfer_count=made.transfer_count,
            expires_at=made.expires_at,
            epoch=made.epoch,
            buyer=made.buyer,
            signature=signature,
            listed_block=terms.block_number,
            listed_at=terms.timestamp,
        )
        .on_conflict_do_nothing()
    )
