"""Write the listing that a seller signs, and check what comes back signed."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any, Final, Self

from indexer.primitives import ZERO_ADDRESS, Address
from marketplace import typed_data
from marketplace.gallery.error import ListingWrong

DAY: Final = 86_400
MOST_DAYS: Final = 180
MOST_PRICE_WEI: Final = 10**9 * 10**18  # more ether than there is

FIELDS: Final[tuple[typed_data.Field, ...]] = (
    ("seller", "address"),
    ("work", "uint256"),
    ("priceWei", "uint256"),
    ("maxFeeBps", "uint16"),
    ("transferCount", "uint48"),
    ("expiresAt", "uint64"),
    ("epoch", "uint256"),
    ("buyer", "address"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """The contract's `Listing`, field by field and in its order."""

    seller: Address
    work: int
    price_wei: int
    max_fee_bps: int
    transfer_count: int
    expires_at: int
    epoch: int
    buyer: Address

    def as_tuple(self) -> tuple[Any, ...]:
        """As calldata takes it."""
        return astuple(self)

    def as_message(self) -> dict[str, Any]:
        """As wallets and JSON take it: 256-bit numbers are decimal texts."""
        wide = {name for name, kind in FIELDS if kind == "uint256"}
        pairs = zip((name for name, _ in FIELDS), astuple(self), strict=True)
        return {name: str(value) if name in wide else value for name, value in pairs}

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Self:
        """Read what `as_message` wrote."""
        return cls(
            seller=Address(message["seller"]),
            work=int(message["work"]),
            price_wei=int(message["priceWei"]),
            max_fee_bps=int(message["maxFeeBps"]),
            transfer_count=int(message["transferCount"]),
            expires_at=int(message["expiresAt"]),
            epoch=int(message["epoch"]),
            buyer=Address(message["buyer"]),
        )

    def document(self, chain_id: int, contract: Address) -> dict[str, Any]:
        """The request that the seller's wallet signs."""
        return typed_data.document(
            "Listing",
            FIELDS,
            self.as_message(),
            domain_name="Atelier Market",
            chain_id=chain_id,
            contract=contract,
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """What a listing of this moment has to say, as far as it is not the seller's choice."""

    work: int
    owner: Address
    transfer_count: int
    epoch: int
    fee_bps: int
    block_number: int
    timestamp: int  # of the newest indexed block: chain time, never the clock on the wall


def make(terms: Terms, price_wei: int, days: int, buyer: Address | None) -> Offer:
    """The owner's listing at this price, for so many days, for this buyer or for anybody."""
    offer = Offer(
        seller=terms.owner,
        work=terms.work,
        price_wei=price_wei,
        max_fee_bps=terms.fee_bps,
        transfer_count=terms.transfer_count,
        expires_at=terms.timestamp + days * DAY,
        epoch=terms.epoch,
        buyer=buyer or ZERO_ADDRESS,
    )
    check(offer, terms)
    return offer


def check(offer: Offer, terms: Terms) -> None:
    """Refuse what the contract would refuse, and what its seller cannot have meant."""
    same: tuple[tuple[str, Any, Any], ...] = (
        ("seller", offer.seller, terms.owner),
        ("transferCount", offer.transfer_count, terms.transfer_count),
        ("epoch", offer.epoch, terms.epoch),
        ("maxFeeBps", offer.max_fee_bps, terms.fee_bps),
    )
    for name, brought, current in same:
        if brought != current:
            raise _wrong(name, brought, f"must be {current}")
    if not 0 < offer.price_wei <= MOST_PRICE_WEI:
        raise _wrong("priceWei", offer.price_wei, f"must be 1 to {MOST_PRICE_WEI}")
    if offer.expires_at <= terms.timestamp:
        raise _wrong("expiresAt", offer.expires_at, f"has passed; chain time is {terms.timestamp}")
    latest = terms.timestamp + MOST_DAYS * DAY
    if offer.expires_at > latest:
        raise _wrong("expiresAt", offer.expires_at, f"must be at most {latest} ({MOST_DAYS} days)")
    if offer.buyer == offer.seller:
        raise _wrong("buyer", offer.buyer, "is the seller; name somebody else, or nobody")


def _wrong(field: str, value: Any, rule: str) -> ListingWrong:
    return ListingWrong(
        f"{field} is {value} and {rule}; ask for new terms and sign those.",
        field=field,
        value=str(value),
    )
