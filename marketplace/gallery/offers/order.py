"""Write the offer that a bidder signs, and check what comes back signed."""

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from indexer.primitives import ZERO_ADDRESS, Address
from marketplace.gallery.offers.error import OfferWrong
from marketplace.gallery.order import DAY, ETHER, MOST_DAYS
from marketplace.typed_data import Field, Struct

MOST_PRICE: Final = 2**128 - 1  # of any token; no sum of offers reaches 256 bits
MOST_COPIES: Final = 1_000_000
ANY_WORK: Final = 0  # how the contract writes an offer that names no work
ANY_ARTIST: Final = ZERO_ADDRESS
UNIQUE: Final = 0  # and one that is for no copies but for a work of which there is one


@dataclass(frozen=True, slots=True)
class Order(Struct):
    """The contract's `Offer`, field by field and in its order."""

    KIND: ClassVar[str] = "Offer"
    FIELDS: ClassVar[tuple[Field, ...]] = (
        ("bidder", "address"),
        ("work", "uint256"),
        ("artist", "address"),
        ("copies", "uint256"),
        ("currency", "address"),
        ("price", "uint256"),
        ("nonce", "uint256"),
        ("expiresAt", "uint64"),
        ("epoch", "uint64"),
    )

    bidder: Address
    work: int
    artist: Address
    copies: int
    currency: Address
    price: int
    nonce: int
    expires_at: int
    epoch: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What a bidder chooses about an offer; `price` in the currency's smallest unit."""

    work: int
    artist: Address
    copies: int
    currency: Address
    price: int
    days: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What an offer of this moment has to say, as far as it is not the bidder's choice."""

    bidder: Address
    epoch: int
    block_number: int
    timestamp: int  # of the newest indexed block: chain time, never the clock on the wall


def make(terms: Terms, wish: Wish, nonce: int) -> Order:
    """The bidder's offer of what is wished."""
    order = Order(
        bidder=terms.bidder,
        work=wish.work,
        artist=wish.artist,
        copies=wish.copies,
        currency=wish.currency,
        price=wish.price,
        nonce=nonce,
        expires_at=terms.timestamp + wish.days * DAY,
        epoch=terms.epoch,
    )
    check(order, terms)
    return order


def check(order: Order, terms: Terms) -> None:
    """Refuse what the contract would refuse, and what its bidder cannot have meant."""
    if order.epoch != terms.epoch:
        raise wrong("epoch", order.epoch, f"must be {terms.epoch}")
    if order.currency == ETHER:
        raise wrong("currency", order.currency, "is ether, which nobody can take from you later")
    if not 0 < order.price <= MOST_PRICE:
        raise wrong("price", order.price, f"must be 1 to {MOST_PRICE}")
    if order.copies > MOST_COPIES:
        raise wrong("copies", order.copies, f"must be at most {MOST_COPIES}")
    if order.expires_at <= terms.timestamp:
        raise wrong("expiresAt", order.expires_at, f"has passed; chain time is {terms.timestamp}")
    latest = terms.timestamp + MOST_DAYS * DAY
    if order.expires_at > latest:
        raise wrong("expiresAt", order.expires_at, f"must be at most {latest} ({MOST_DAYS} days)")
    if order.artist == order.bidder:
        raise wrong("artist", order.artist, "is the bidder")


def wrong(field: str, value: Any, rule: str) -> OfferWrong:
    """The refusal of one field."""
    return OfferWrong(
        f"{field} is {value} and {rule}; ask for new terms and sign those.",
        field=field,
        value=str(value),
    )
