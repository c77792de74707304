"""Read the gallery: works as the index has them, their metadata, their listings."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, true, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.selectable import LateralFromClause

from indexer.models import (
    Block,
    Chain,
    CurrentAuction,
    CurrentWork,
    Fee,
    MarketTrust,
    OrderEpoch,
    Transfer,
    Work,
)
from indexer.primitives import ZERO_ADDRESS, Address, Hash32
from marketplace.adapters.ipfs.cid import Cid
from marketplace.adapters.ipfs.error import CidInvalid
from marketplace.gallery.models import Listing, Standing, WorkMetadata
from marketplace.gallery.order import Terms
from marketplace.resemblance import queries as resemblances
from marketplace.resemblance.queries import Subject
from marketplace.studio.models import Commission

PAGE: Final = 24
MOST_PARENTS: Final = 8  # as the contract keeps them

Place = tuple[int, int]  # block number and log index: where on the chain a work was minted


@dataclass(frozen=True, slots=True)
class Filter:
    """Which works somebody wants to see."""

    artist: Address | None = None
    owner: Address | None = None
    is_listed: bool | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """The cheapest live listing of a work that anybody may take."""

    listing: Hash32
    currency: Address
    amount: int
    expires_at: int


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """A work as it is now; `metadata` is None where it could not be fetched yet."""

    work: int
    artist: Address
    owner: Address
    royalty_bps: int
    transfer_count: int
    minted_at: int
    minted_block: int
    minted_log: int
    transaction_hash: Hash32
    metadata: dict[str, Any] | None
    price: Price | None

    @property
    def cid(self) -> str:
        """The metadata's CID, which is how people and URLs name the work."""
        return str(Cid.from_digest(self.work))

    @property
    def place(self) -> Place:
        """Where it was minted; newer works have higher places."""
        return self.minted_block, self.minted_log


def works(
    session: Session, wanted: Filter = Filter(), before: Place | None = None, limit: int = PAGE
) -> list[WorkFacts]:
    """Works by what is wanted, newest first, those minted before a place."""
    price = _cheapest()
    query = _works(price)
    if wanted.artist is not None:
        query = query.where(Work.artist == wanted.artist)
    if wanted.owner is not None:  # whoever owns a work once received it: that is an index
        received = select(Transfer.work).where(Transfer.recipient == wanted.owner)
        query = query.where(Work.work.in_(received), CurrentWork.owner == wanted.owner)
    if wanted.is_listed is True:
        query = query.where(Work.work.in_(select(Listing.work)), price.c.digest.is_not(None))
    if wanted.is_listed is False:
        query = query.join(listed := _listed(), true()).where(~listed.c.it)
    if before is not None:
        query = query.where(tuple_(Work.block_number, Work.log_index) < tuple_(*before))
    query = query.order_by(Work.block_number.desc(), Work.log_index.desc()).limit(limit)
    return [_facts(row) for row in session.execute(query)]


def work(session: Session, token: int) -> WorkFacts | None:
    """One work."""
    row = session.execute(_works(_cheapest()).where(Work.work == token)).one_or_none()
    return None if row is None else _facts(row)


def parents(session: Session, facts: WorkFacts) -> list[WorkFacts]:
    """The minted works that a work's recipe names as its parents, in its order."""
    named = [one for one in _named(facts.metadata) if one.is_block]
    query = _works(_cheapest()).where(Work.work.in_([one.token for one in named]))
    found = {row.work: _facts(row) for row in session.execute(query)}
    return [found[one.token] for one in named if one.token in found]


def remixes(session: Session, facts: WorkFacts, limit: int = PAGE) -> list[WorkFacts]:
    """The minted works whose recipe names this one as a parent, newest first."""
    said = {"recipe": {"parents": [facts.cid]}}
    ours = select(Commission.work).where(Commission.content.contains(said))
    others = select(WorkMetadata.work).where(WorkMetadata.content.contains(said))
    query = _works(_cheapest()).where(Work.work.in_(ours.union(others)))
    query = query.order_by(Work.block_number.desc(), Work.log_index.desc()).limit(limit)
    return [_facts(row) for row in session.execute(query)]


def listing(session: Session, digest: Hash32) -> tuple[Listing, Standing] | None:
    """One listing and where it stands."""
    query = select(Listing, Standing).join(Standing, Standing.digest == Listing.digest)
    row = session.execute(query.where(Listing.digest == digest)).one_or_none()
    return None if row is None else (row[0], row[1])


def live_listings_of(session: Session, token: int) -> Sequence[Listing]:
    """A work's live listings, reserved ones too, cheapest first."""
    query = select(Listing).join(Standing, Standing.digest == Listing.digest)
    query = query.where(Listing.work == token, Standing.is_live)
    return session.scalars(query.order_by(Listing.price, Listing.created_at)).all()


def cheaper(session: Session, token: int, price: int, buyer: Address) -> Listing | None:
    """A live listing that would sell the work to the same buyer for less."""
    query = (
        select(Listing)
        .join(Standing, Standing.digest == Listing.digest)
        .where(
            Listing.work == token,
            Listing.price < price,
            or_(Listing.buyer == ZERO_ADDRESS, Listing.buyer == buyer),
            Standing.is_live,
        )
    )
    return session.scalars(query.order_by(Listing.price).limit(1)).one_or_none()


def terms(session: Session, token: int) -> Terms | None:
    """What a listing of the work has to say right now; None where the index has no such work."""
    owned = session.get(CurrentWork, token, populate_existing=True)
    head = session.execute(select(Chain.head_number, Chain.head_timestamp)).one_or_none()
    if owned is None or head is None:
        return None
    artist = session.scalar(select(Work.artist).where(Work.work == token))
    fee_bps = Fee.primary_fee_bps if owned.owner == artist else Fee.secondary_fee_bps
    return Terms(
        work=token,
        owner=owned.owner,
        transfer_count=owned.transfer_count,
        epoch=latest(session, OrderEpoch.epoch, OrderEpoch.account == owned.owner) or 0,
        fee_bps=latest(session, fee_bps, Fee.contract == "Market") or 0,
        block_number=head[0],
        timestamp=head[1],
    )


def auction(session: Session, token: int) -> CurrentAuction | None:
    """The auction that holds the work now; also one whose time is over, until it is settled."""
    query = select(CurrentAuction).where(
        CurrentAuction.work == token, CurrentAuction.state == "open"
    )
    return session.scalars(query.order_by(CurrentAuction.block_number.desc()).limit(1)).first()


def trusts_market(session: Session, owner: Address) -> bool:
    """Whether the market may move the owner's works; it may unless they opted out."""
    said = latest(session, MarketTrust.is_trusted, MarketTrust.owner == owner)
    return said is None or bool(said)


def unknown_metadata(session: Session, before: datetime, limit: int) -> Sequence[int]:
    """Works made elsewhere whose metadata was never fetched, or in vain before that time."""
    query = (
        select(Work.work)
        .join(Commission, Commission.work == Work.work, isouter=True)
        .join(WorkMetadata, WorkMetadata.work == Work.work, isouter=True)
        .where(Commission.id.is_(None))
        .where(
            or_(
                WorkMetadata.work.is_(None),
                and_(WorkMetadata.content.is_(None), WorkMetadata.looked_at < before),
            )
        )
    )
    return session.scalars(query.limit(limit)).all()


def ask_to_compare(session: Session, limit: int) -> None:
    """Have works made elsewhere compared that never were, once their metadata is at hand."""
    query = (
        select(Work.work, Work.artist, WorkMetadata.content)
        .join(WorkMetadata, WorkMetadata.work == Work.work)
        .where(WorkMetadata.content.is_not(None), resemblances.unasked(Work.work))
    )
    for row in session.execute(query.limit(limit)).all():
        parents = [cid.token for cid in _named(row.content)]
        picture = resemblances.shown(row.content)
        resemblances.ask(session, Subject.of_work(row.work, row.artist, picture, parents))


def _named(metadata: dict[str, Any] | None) -> list[Cid]:
    """The parents that metadata names; it may be anybody's, so what is no CID names nothing."""
    recipe = (metadata or {}).get("recipe")
    names = recipe.get("parents") if isinstance(recipe, dict) else None
    found = []
    for name in names[:MOST_PARENTS] if isinstance(names, list) else ():
        with suppress(CidInvalid):
            found.append(Cid.parse(str(name)))
    return found


def _cheapest() -> LateralFromClause:
    """What a work costs; asked for each work of a page by itself, never for all works at once."""
    return (
        select(Listing.digest, Listing.currency, Listing.price, Listing.expires_at)
        .join(Standing, Standing.digest == Listing.digest)
        .where(Listing.work == Work.work, Listing.buyer == ZERO_ADDRESS, Standing.is_live)
        .order_by(Listing.price, Listing.digest)
        .limit(1)
        .lateral("cheapest")
    )


def _listed() -> LateralFromClause:
    """Whether a work costs anything; OFFSET 0 keeps this, too, from being asked of all at once."""
    live = (
        select(Listing.digest)
        .join(Standing, Standing.digest == Listing.digest)
        .where(Listing.work == Work.work, Listing.buyer == ZERO_ADDRESS, Standing.is_live)
        .correlate(Work)
    )
    return select(live.exists().label("it")).correlate(Work).offset(0).lateral("listed")


def _works(price: LateralFromClause) -> Select[*tuple[Any, ...]]:
    """Every work beside its owner, its metadata and its price; each join walks one index."""
    return (
        select(
            Work.work,
            Work.artist,
            Work.royalty_bps,
            Work.block_number,
            Work.log_index,
            Work.transaction_hash,
            CurrentWork.owner,
            CurrentWork.transfer_count,
            Block.timestamp,
            func.coalesce(Commission.content, WorkMetadata.content).label("content"),
            price.c.digest,
            price.c.currency,
            price.c.price,
            price.c.expires_at,
        )
        .join(CurrentWork, CurrentWork.work == Work.work)
        .join(Block, Block.number == Work.block_number, isouter=True)
        .join(Commission, Commission.work == Work.work, isouter=True)
        .join(WorkMetadata, WorkMetadata.work == Work.work, isouter=True)
        .join(price, true(), isouter=True)
    )


def _facts(row: Row[Any]) -> WorkFacts:
    return WorkFacts(
        work=row.work,
        artist=row.artist,
        owner=row.owner,
        royalty_bps=row.royalty_bps,
        transfer_count=row.transfer_count,
        minted_at=row.timestamp or 0,
        minted_block=row.block_number,
        minted_log=row.log_index,
        transaction_hash=row.transaction_hash,
        metadata=row.content,
        price=None if row.digest is None else _price(row),
    )


def _price(row: Row[Any]) -> Price:
    return Price(row.digest, row.currency, row.price, row.expires_at)


def latest(
    session: Session, column: InstrumentedAttribute[Any], condition: ColumnElement[bool]
) -> Any:
    """The newest of the values that each replace the one before."""
    table = column.class_
    query = select(column).where(condition)
    query = query.order_by(table.block_number.desc(), table.log_index.desc())
    return session.scalar(query.limit(1))
