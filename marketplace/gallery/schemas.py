"""Say what the gallery speaks over HTTP; works are named by their metadata's CID."""

from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from indexer.primitives import Address, Hash32, address
from marketplace.adapters.ipfs.cid import Cid
from marketplace.gallery.history import Happening
from marketplace.gallery.models import Listing
from marketplace.gallery.order import MOST_DAYS, MOST_PRICE, Order
from marketplace.gallery.queries import Price, WorkFacts
from marketplace.metadata import Provenance

Account = Annotated[Address, AfterValidator(address)]
Wide = Annotated[int, Field(ge=0, lt=2**256)]


class PriceAnswer(BaseModel):
    """What a work costs, and by which listing; the zero address is ether."""

    listing: Hash32
    currency: Address
    amount: str
    expires_at: int

    @classmethod
    def of(cls, price: Price) -> Self:
        """The cheapest live listing."""
        return cls(
            listing=price.listing,
            currency=price.currency,
            amount=str(price.amount),
            expires_at=price.expires_at,
        )


class WorkAnswer(BaseModel):
    """A work as it hangs in the gallery; texts and picture are null until the metadata is known."""

    work: str
    token_id: str
    title: str | None
    description: str | None
    artefact: dict[str, Any] | None
    provenance: Provenance | None
    is_sensitive: bool
    artist: Address
    owner: Address
    royalty_bps: int
    transfer_count: int
    minted_at: datetime
    transaction_hash: Hash32
    price: PriceAnswer | None

    @classmethod
    def of(cls, facts: WorkFacts) -> Self:
        """The index's facts and the metadata's words."""
        content = facts.metadata or {}
        return cls(
            work=facts.cid,
            token_id=str(facts.work),
            title=content.get("name"),
            description=content.get("description"),
            artefact=content.get("artefact"),
            provenance=content.get("provenance", "rerunnable") if content else None,
            is_sensitive=bool(content.get("sensitive")),
            artist=facts.artist,
            owner=facts.owner,
            royalty_bps=facts.royalty_bps,
            transfer_count=facts.transfer_count,
            minted_at=datetime.fromtimestamp(facts.minted_at, UTC),
            transaction_hash=facts.transaction_hash,
            price=None if facts.price is None else PriceAnswer.of(facts.price),
        )


class ListingAnswer(BaseModel):
    """A signed listing; a buyer of null means anybody."""

    digest: Hash32
    work: str
    token_id: str
    seller: Address
    currency: Address
    price: str
    expires_at: int
    buyer: Address | None

    @classmethod
    def of(cls, listing: Listing) -> Self:
        """The row."""
        return cls(
            digest=listing.digest,
            work=str(Cid.from_digest(listing.work)),
            token_id=str(listing.work),
            seller=listing.seller,
            currency=listing.currency,
            price=str(listing.price),
            expires_at=listing.expires_at,
            buyer=listing.buyer if int(listing.buyer, 16) else None,
        )


class WorkDetailAnswer(WorkAnswer):
    """One work with all its metadata and every live listing of it."""

    metadata: dict[str, Any] | None
    listings: list[ListingAnswer]

    @classmethod
    def with_listings(cls, facts: WorkFacts, listings: list[ListingAnswer]) -> Self:
        """The work and its listings."""
        known = WorkAnswer.of(facts).model_dump()
        return cls(**known, metadata=facts.metadata, listings=listings)


class HappeningAnswer(BaseModel):
    """One line of a work's history."""

    kind: str
    at: datetime
    block_number: int
    transaction_hash: Hash32 | None
    actor: Address
    counterpart: Address | None
    currency: Address | None
    price: str | None
    listing: Hash32 | None

    @classmethod
    def of(cls, happening: Happening) -> Self:
        """The row."""
        return cls(
            kind=happening.kind,
            at=datetime.fromtimestamp(happening.at, UTC),
            block_number=happening.block_number,
            transaction_hash=happening.transaction_hash,
            actor=happening.actor,
            counterpart=happening.counterpart,
            currency=happening.currency,
            price=None if happening.price is None else str(happening.price),
            listing=happening.listing,
        )


class FindingAnswer(BaseModel):
    """One link between the token and the picture."""

    what: str
    holds: bool
    seen: str


class ReceiptAnswer(BaseModel):
    """How a work was made, and how anybody checks that."""

    work: str
    token_id: str
    token_uri: str
    chain_id: int
    contract: Address
    provenance: Provenance
    recipe: dict[str, Any] | None
    recipe_digest: str | None
    plan_sha256: str | None
    artefact: dict[str, Any]
    folder: str | None
    licence: str
    findings: list[FindingAnswer]
    is_sound: bool
    how_to_verify: str


class ListingTermsRequest(BaseModel):
    """What a seller chooses about a listing."""

    model_config = ConfigDict(extra="forbid")

    price: int = Field(ge=1, le=MOST_PRICE)
    days: int = Field(ge=1, le=MOST_DAYS)
    buyer: Account | None = None


class ListingMessage(BaseModel):
    """The contract's `Listing`, by the contract's names."""

    model_config = ConfigDict(extra="forbid")

    seller: Account
    work: Wide
    currency: Account
    price: Wide
    maxFeeBps: int = Field(ge=0, le=65_535)
    transferCount: int = Field(ge=0, lt=2**40)
    expiresAt: int = Field(ge=0, lt=2**63)
    epoch: int = Field(ge=0, lt=2**64)
    buyer: Account

    def as_order(self) -> Order:
        """The values, checked for shape."""
        return Order.from_message(self.model_dump())


class SignedListingRequest(BaseModel):
    """The listing that was offered, and the wallet's signature of it."""

    model_config = ConfigDict(extra="forbid")

    listing: ListingMessage
    signature: str = Field(max_length=16_384)


class TypedDataAnswer(BaseModel):
    """What the wallet has to sign."""

    typed_data: dict[str, Any]
