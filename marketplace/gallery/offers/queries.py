"""Read offers, and what they are for, as the index has it."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from indexer.models import (
    Chain,
    CurrencyTerm,
    CurrentWork,
    Edition,
    EditionHolding,
    Fee,
    OfferCancellation,
    OrderEpoch,
    Work,
)
from indexer.primitives import Address, Hash32
from marketplace.gallery.offers.models import Offer, OfferStanding
from marketplace.gallery.offers.order import UNIQUE, Terms
from marketplace.gallery.queries import latest

SMALL_NONCE: Final = 2**64  # of those that are counted up


@dataclass(frozen=True, slots=True)
class Subject:
    """A work or an edition that an offer may be for; `owner` is nobody's name for an edition."""

    artist: Address
    royalty_bps: int
    owner: Address | None


def terms(session: Session, bidder: Address) -> Terms | None:
    """What an offer has to say right now; None while the index is empty."""
    head = session.execute(select(Chain.head_number, Chain.head_timestamp)).one_or_none()
    if head is None:
        return None
    epoch = latest(session, OrderEpoch.epoch, OrderEpoch.account == bidder) or 0
    return Terms(bidder=bidder, epoch=epoch, block_number=head[0], timestamp=head[1])


def next_nonce(session: Session, bidder: Address) -> int:
    """One above all that the bidder's offers and cancellations name; neighbours share a slot."""
    known = (
        select(Offer.nonce)
        .where(Offer.bidder == bidder, Offer.nonce < SMALL_NONCE)
        .union_all(
            select(OfferCancellation.nonce).where(
                OfferCancellation.bidder == bidder, OfferCancellation.nonce < SMALL_NONCE
            )
        )
        .subquery()
    )
    last = session.scalar(select(func.max(known.c.nonce)))
    return 0 if last is None else int(last) + 1


def is_named(session: Session, bidder: Address, nonce: int) -> bool:
    """Whether an offer or a cancellation of the bidder names the nonce already."""
    spent = select(OfferCancellation.nonce).where(
        OfferCancellation.bidder == bidder, OfferCancellation.nonce == nonce
    )
    named = select(Offer.nonce).where(Offer.bidder == bidder, Offer.nonce == nonce)
    return session.scalars(spent.union_all(named).limit(1)).first() is not None


def is_currency(session: Session, currency: Address) -> bool:
    """Whether the DAO lets this token pay."""
    return bool(latest(session, CurrencyTerm.is_allowed, CurrencyTerm.currency == currency))


def subject(session: Session, token: int, copies: int) -> Subject | None:
    """The work, or for copies the edition, of this id; None where the index has none."""
    if copies != UNIQUE:
        opened = select(Edition.artist, Edition.royalty_bps).where(Edition.edition == token)
        edition = session.execute(opened).one_or_none()
        return None if edition is None else Subject(edition[0], edition[1], owner=None)
    minted = (
        select(Work.artist, Work.royalty_bps, CurrentWork.owner)
        .join(CurrentWork, CurrentWork.work == Work.work)
        .where(Work.work == token)
    )
    work = session.execute(minted).one_or_none()
    return None if work is None else Subject(*work)


def copies_of(session: Session, edition: int, holder: Address) -> int:
    """How many copies of an edition somebody holds."""
    held = select(EditionHolding.copies).where(
        EditionHolding.edition == edition, EditionHolding.holder == holder
    )
    return int(session.scalar(held) or 0)


def fee_bps(session: Session, *, is_primary: bool) -> int:
    """What the market keeps now of an artist's own sale, or of any other."""
    kept = Fee.primary_fee_bps if is_primary else Fee.secondary_fee_bps
    return latest(session, kept, Fee.contract == "Market") or 0


def offer(session: Session, digest: Hash32) -> tuple[Offer, OfferStanding] | None:
    """One offer and where it stands."""
    query = select(Offer, OfferStanding).join(OfferStanding, OfferStanding.digest == Offer.digest)
    row = session.execute(query.where(Offer.digest == digest)).one_or_none()
    return None if row is None else (row[0], row[1])


def promised(session: Session, bidder: Address, currency: Address) -> int:
    """What the bidder's live offers in a currency come to together, in its smallest unit."""
    query = (
        select(func.coalesce(func.sum(Offer.price), 0))
        .join(OfferStanding, OfferStanding.digest == Offer.digest)
        .where(Offer.bidder == bidder, Offer.currency == currency, OfferStanding.is_live)
    )
    return int(session.scalar(query) or 0)


def count_live(session: Session, bidder: Address) -> int:
    """How many live offers the bidder has."""
    query = (
        select(func.count())
        .select_from(Offer)
        .join(OfferStanding, OfferStanding.digest == Offer.digest)
        .where(Offer.bidder == bidder, OfferStanding.is_live)
    )
    return session.scalar(query) or 0
