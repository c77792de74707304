"""Take signed offers, and prepare what owners and bidders send: take, cancel."""

import secrets
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from indexer.primitives import Address, Hash32
from marketplace import typed_data
from marketplace.adapters.chain import Call
from marketplace.gallery import sale
from marketplace.gallery.error import IndexBehind, NotOwner, WorkMissing
from marketplace.gallery.offers import order, queries, token
from marketplace.gallery.offers.error import (
    NonceTaken,
    NotBidder,
    OfferDead,
    OfferElsewhere,
    OfferForged,
    OfferMissing,
    OffersTooMany,
    OwnOffer,
)
from marketplace.gallery.offers.models import Offer, OfferStanding
from marketplace.gallery.offers.order import ANY_ARTIST, ANY_WORK, UNIQUE, Order, Terms, Wish
from marketplace.gallery.offers.queries import Subject
from marketplace.gallery.order import DOMAIN
from marketplace.parts import Parts
from marketplace.prepared import PreparedTransaction, prepare
from marketplace.signature import is_signed_by

MOST_LIVE: Final = 200  # offers of one bidder at a time
WHOLE_BPS: Final = 10_000


def document(parts: Parts, made: Order) -> dict[str, Any]:
    """The request that the bidder's wallet signs."""
    deployment = parts.deployment
    return made.document(DOMAIN, deployment.chain_id, deployment.contracts["Market"])


def propose(
    session: Session, parts: Parts, wish: Wish, bidder: Address
) -> tuple[Order, PreparedTransaction | None]:
    """The offer to sign, and what to send first where the market may not take its price yet."""
    terms = _terms(session, bidder)
    made = order.make(terms, wish, _fresh_nonce(session, parts, bidder))
    _require_sense(session, made)
    is_open = token.allowance(parts, made.currency, bidder) >= made.price
    return made, None if is_open else _approval(session, parts, made)


def take(session: Session, parts: Parts, made: Order, signature: bytes, bidder: Address) -> Offer:
    """Keep a signed offer; handed in again, it is the same one."""
    hashed = typed_data.digest(document(parts, made))
    digest = Hash32("0x" + hashed.hex())
    if known := session.get(Offer, digest):
        return known
    if made.bidder != bidder:
        raise NotBidder(f"only its bidder {made.bidder} hands this offer in.", bidder=made.bidder)
    # Two offers of one bidder at once would see neither each other's nonce nor how many there are.
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(bidder, 1))))
    terms = _terms(session, bidder)
    order.check(made, terms)
    _require_sense(session, made)
    _require_fresh(session, parts, made)
    if queries.count_live(session, bidder) >= MOST_LIVE:
        raise OffersTooMany(f"you have {MOST_LIVE} live offers; cancel some of them first.")
    if not is_signed_by(parts.chain, bidder, hashed, signature):
        raise OfferForged(
            f"the signature over this offer is not {bidder}'s; "
            "sign in the wallet that holds this address.",
            bidder=bidder,
        )
    way = _approval(session, parts, made)
    token.require_cover(parts, made.currency, bidder, made.price, way)
    _keep(session, digest, made, signature, terms)
    return session.get_one(Offer, digest)


def acceptance(
    session: Session, parts: Parts, digest: Hash32, named: int | None, seller: Address
) -> PreparedTransaction:
    """The transaction by which an owner takes the offer, once nothing speaks against it.

    `named` is the work, where the offer leaves it open. The owner gets what the sale comes to now,
    or the contract refuses.
    """
    offer, standing = _found(session, digest)
    require_live(offer, standing)
    if offer.bidder == seller:
        raise OwnOffer("this is your own offer; nobody sells to themself.")
    sold = _work_of(offer, named)
    subject = _require_subject(session, sold, offer.copies)
    if offer.artist not in (None, subject.artist):
        raise OfferElsewhere(
            f"the offer is for works of {offer.artist}; this one is by {subject.artist}.",
            artist=offer.artist,
        )
    _require_owner(session, offer, sold, subject, seller)
    sale.require_trust(session, parts, seller, then="take the offer")
    token.require_cover(parts, offer.currency, offer.bidder, offer.price, None)
    least = proceeds(session, offer, subject, seller)
    return prepare(
        parts,
        "Market",
        "takeOffer",
        order_of(offer).as_tuple(),
        offer.signature,
        sold,
        least,
        says=f"Sell {_thing(offer)} to {offer.bidder} for {offer.price} (smallest units) of the "
        f"token {offer.currency}; you get {least}",
    )


def require_live(offer: Offer, standing: OfferStanding) -> None:
    """Say why the contract would refuse the offer, if it would."""
    if standing.is_live:
        return
    _require_standing(offer, standing)
    reasons = (
        (not standing.is_allowed, f"{offer.currency} may no longer pay"),
        (standing.timestamp >= offer.expires_at, f"it expired at {offer.expires_at}"),
        (standing.is_paused, "sales are paused"),
    )
    raise _dead(next(text for is_so, text in reasons if is_so))


def cancel(session: Session, parts: Parts, digest: Hash32, bidder: Address) -> PreparedTransaction:
    """The transaction that spends the offer's nonce; also of one that only sleeps."""
    offer, standing = _found(session, digest)
    if offer.bidder != bidder:
        raise NotBidder(f"only its bidder {offer.bidder} cancels this offer.", bidder=offer.bidder)
    _require_standing(offer, standing)
    return prepare(
        parts,
        "Market",
        "cancelOffer",
        offer.nonce,
        says=f"Cancel your offer of {offer.price} (smallest units) of the token {offer.currency}",
    )


def proceeds(session: Session, offer: Offer, subject: Subject, seller: Address) -> int:
    """What the seller's side gets of the price now, as `Orders._divide` divides it."""
    is_primary = seller == subject.artist
    fee = offer.price * queries.fee_bps(session, is_primary=is_primary) // WHOLE_BPS
    royalty = 0 if is_primary else offer.price * subject.royalty_bps // WHOLE_BPS
    return offer.price - fee - royalty


def order_of(offer: Offer) -> Order:
    """What the bidder signed."""
    return Order(
        bidder=offer.bidder,
        work=ANY_WORK if offer.work is None else offer.work,
        artist=ANY_ARTIST if offer.artist is None else offer.artist,
        copies=offer.copies,
        currency=offer.currency,
        price=offer.price,
        nonce=offer.nonce,
        expires_at=offer.expires_at,
        epoch=offer.epoch,
    )


def _terms(session: Session, bidder: Address) -> Terms:
    terms = queries.terms(session, bidder)
    if terms is None:
        raise IndexBehind("the index has read no block yet; try again in a moment.")
    return terms


def _fresh_nonce(session: Session, parts: Parts, bidder: Address) -> int:
    """The next in line, unless an offer that we never saw has spent it."""
    nonce = queries.next_nonce(session, bidder)
    return secrets.randbits(128) if _is_used(parts, bidder, nonce) else nonce


def _is_used(parts: Parts, bidder: Address, nonce: int) -> bool:
    market = parts.contracts["Market"]
    asked = Call(market.address, market.encode("isOfferUsed", bidder, nonce))
    return bool(market.decode("isOfferUsed", parts.chain.call(asked))[0])


def _require_fresh(session: Session, parts: Parts, made: Order) -> None:
    is_named = queries.is_named(session, made.bidder, made.nonce)
    if is_named or _is_used(parts, made.bidder, made.nonce):
        raise NonceTaken(
            f"the nonce {made.nonce} is another offer's; ask for new terms and sign those.",
            nonce=str(made.nonce),
        )


def _require_sense(session: Session, made: Order) -> None:
    """Refuse a currency that may not pay, and a work that is not there or not to be bought."""
    if not queries.is_currency(session, made.currency):
        raise order.wrong("currency", made.currency, "may not pay here")
    if made.work == ANY_WORK:
        return
    subject = _require_subject(session, made.work, made.copies)
    if made.artist not in (ANY_ARTIST, subject.artist):
        raise order.wrong("artist", made.artist, f"must be {subject.artist}, whose work it is")
    if subject.owner == made.bidder:
        raise OwnOffer("this work is yours already.")


def _require_subject(session: Session, work: int, copies: int) -> Subject:
    subject = queries.subject(session, work, copies)
    if subject is None:
        kind = "work" if copies == UNIQUE else "edition"
        raise WorkMissing(f"the index knows no {kind} {work:#066x}.", token_id=str(work))
    return subject


def _require_owner(
    session: Session, offer: Offer, work: int, subject: Subject, seller: Address
) -> None:
    if subject.owner is None:
        held = queries.copies_of(session, work, seller)
        if held < offer.copies:
            raise NotOwner(f"you hold {held} copies; the offer is for {offer.copies}.")
    elif subject.owner != seller:
        raise NotOwner(
            f"this work belongs to {subject.owner}; only its owner takes the offer.",
            owner=subject.owner,
        )


def _require_standing(offer: Offer, standing: OfferStanding) -> None:
    """Refuse what is over for good."""
    reasons = (
        (standing.is_taken, "an owner took it"),
        (standing.is_cancelled, "the bidder cancelled it"),
        (standing.current_epoch != offer.epoch, "the bidder cancelled all offers"),
    )
    for is_so, text in reasons:
        if is_so:
            raise _dead(text)


def _dead(reason: str) -> OfferDead:
    return OfferDead(f"the contract would refuse this offer: {reason}.", reason=reason)


def _work_of(offer: Offer, named: int | None) -> int:
    """The work that the offer is for, or that its taker names."""
    if offer.work is None:
        if named is None:
            raise OfferElsewhere("the offer leaves the work open; name the one you sell.")
        return named
    if named not in (None, offer.work):
        raise OfferElsewhere("the offer is for another work.", token_id=str(offer.work))
    return offer.work


def _thing(offer: Offer) -> str:
    return "this work" if offer.copies == UNIQUE else f"{offer.copies} copies of this edition"


def _approval(session: Session, parts: Parts, made: Order) -> PreparedTransaction:
    """What lets the market take all that the bidder promised in this currency, and this."""
    promised = queries.promised(session, made.bidder, made.currency)
    return token.approval(parts, made.currency, promised + made.price)


def _found(session: Session, digest: Hash32) -> tuple[Offer, OfferStanding]:
    found = queries.offer(session, digest)
    if found is None:
        raise OfferMissing(f"nobody handed in an offer {digest}.", offer=digest)
    return found


def _keep(session: Session, digest: Hash32, made: Order, signature: bytes, terms: Terms) -> None:
    session.execute(
        insert(Offer)
        .values(
            digest=digest,
            bidder=made.bidder,
            work=None if made.work == ANY_WORK else made.work,
            artist=None if made.artist == ANY_ARTIST else made.artist,
            copies=made.copies,
            currency=made.currency,
            price=made.price,
            nonce=made.nonce,
            expires_at=made.expires_at,
            epoch=made.epoch,
            signature=signature,
            offered_block=terms.block_number,
            offered_at=terms.timestamp,
        )
        .on_conflict_do_nothing()
    )
