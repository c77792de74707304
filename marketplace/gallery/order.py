"""Write the listing that a seller signs, and check what comes back signed."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from indexer.primitives import ZERO_ADDRESS, Address
from marketplace.gallery.error import ListingWrong
from marketplace.typed_data import Field, Struct

DAY: Final = 86_400
MOST_DAYS: Final = 180
MOST_PRICE: Final = 10**9 * 10**18  # more ether than there is
DOMAIN: Final = "Atelier Market"
ETHER: Final = ZERO_ADDRESS  # how the contracts write the currency that is no token


@dataclass(frozen=True, slots=True)
class Order(Struct):
    """The contract's `Listing`, field by field and in its order."""

    KIND: ClassVar[str] = "Listing"
    FIELDS: ClassVar[tuple[Field, ...]] = (
        ("seller", "address"),
        ("work", "uint256"),
        ("currency", "address"),
        ("price", "uint256"),
        ("maxFeeBps", "uint16"),
        ("transferCount", "uint40"),
        ("expiresAt", "uint64"),
        ("epoch", "uint64"),
        ("buyer", "address"),
    )

    seller: Address
    work: int
    currency: Address
    price: int
    max_fee_bps: int
    transfer_count: int
    expires_at: int
    epoch: int
    buyer: Address


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


def make(terms: Terms, price: int, days: int, buyer: Address | None) -> Order:
    """The owner's listing at this price, for so many days, for this buyer or for anybody."""
    order = Order(
        seller=terms.owner,
        work=terms.work,
        currency=ETHER,
        price=price,
        max_fee_bps=terms.fee_bps,
        transfer_count=terms.transfer_count,
        expires_at=terms.timestamp + days * DAY,
        epoch=terms.epoch,
        buyer=buyer or ZERO_ADDRESS,
    )
    check(order, terms)
    return order


def check(order: Order, terms: Terms) -> None:
    """Refuse what the contract would refuse, and what its seller cannot have meant."""
    same: tuple[tuple[str, Any, Any], ...] = (
        ("seller", order.seller, terms.owner),
        ("currency", order.currency, ETHER),
        ("transferCount", order.transfer_count, terms.transfer_count),
        ("epoch", order.epoch, terms.epoch),
        ("maxFeeBps", order.max_fee_bps, terms.fee_bps),
    )
    for name, brought, current in same:
        if brought != current:
            raise _wrong(name, brought, f"must be {current}")
    if not 0 < order.price <= MOST_PRICE:
        raise _wrong("price", order.price, f"must be 1 to {MOST_PRICE}")
    if order.expires_at <= terms.timestamp:
        raise _wrong("expiresAt", order.expires_at, f"has passed; chain time is {terms.timestamp}")
    latest = terms.timestamp + MOST_DAYS * DAY
    if order.expires_at > latest:
        raise _wrong("expiresAt", order.expires_at, f"must be at most {latest} ({MOST_DAYS} days)")
    if order.buyer == order.seller:
        raise _wrong("buyer", order.buyer, "is the seller; name somebody else, or nobody")


def _wrong(field: str, value: Any, rule: str) -> ListingWrong:
    return ListingWrong(
        f"{field} is {value} and {rule}; ask for new terms and sign those.",
        field=field,
        value=str(value),
    )
