"""Offer the voucher by which anybody may mint for the artist, and take back only that offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from indexer.primitives import ZERO_ADDRESS, Address
from marketplace.studio.error import VoucherWrong
from marketplace.studio.lineage import SHARE_MAXIMUM_BPS, SHARE_MINIMUM_BPS
from marketplace.typed_data import Field, Struct

DAY: Final = 86_400
LIFE_SECONDS: Final = 7 * DAY
ROYALTY_CAP_BPS: Final = 1_000
DOMAIN: Final = "Atelier Artwork"
ETHER: Final = ZERO_ADDRESS  # how the contracts write the currency that is no token


@dataclass(frozen=True, slots=True)
class Share(Struct):
    """A payee's part of a work's income."""

    KIND: ClassVar[str] = "Share"
    FIELDS: ClassVar[tuple[Field, ...]] = (("payee", "address"), ("bps", "uint16"))

    payee: Address
    bps: int


@dataclass(frozen=True, slots=True)
class Split(Struct):
    """Who shares a work's income besides its artist; nobody, unless said otherwise."""

    KIND: ClassVar[str] = "Split"
    FIELDS: ClassVar[tuple[Field, ...]] = (
        ("parents", "uint256[]"),
        ("parentsBps", "uint16"),
        ("shares", "Share[]"),
    )
    NESTED: ClassVar[Mapping[str, type[Struct]]] = {"Share": Share}

    parents: tuple[int, ...] = ()
    parents_bps: int = 0
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Voucher(Struct):
    """The contract's struct, field by field and in its order."""

    KIND: ClassVar[str] = "Voucher"
    FIELDS: ClassVar[tuple[Field, ...]] = (
        ("work", "uint256"),
        ("artist", "address"),
        ("to", "address"),
        ("currency", "address"),
        ("price", "uint256"),
        ("royaltyBps", "uint16"),
        ("maxFeeBps", "uint16"),
        ("deadline", "uint64"),
        ("nonce", "uint64"),
        ("submitter", "address"),
        ("split", "Split"),
    )
    NESTED: ClassVar[Mapping[str, type[Struct]]] = {"Split": Split}

    work: int
    artist: Address
    to: Address
    currency: Address
    price: int
    royalty_bps: int
    max_fee_bps: int
    deadline: int
    nonce: int
    submitter: Address
    split: Split

    def is_alive(self, terms: "Terms") -> bool:
        """Whether the contract would still take it."""
        return (
            self.deadline > terms.timestamp
            and self.nonce == terms.nonce
            and terms.fee_bps <= self.max_fee_bps
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """What a voucher of this moment has to say, as far as it is not the artist's choice."""

    work: int
    artist: Address
    timestamp: int  # of the newest indexed block: chain time, never the clock on the wall
    nonce: int
    fee_bps: int
    parents: tuple[int, ...] = ()


def offer(terms: Terms, royalty_bps: int, parents_bps: int = 0) -> Voucher:
    """A gift to the artist themself, paid in gas by whoever brings it; parents share its income."""
    return Voucher(
        work=terms.work,
        artist=terms.artist,
        to=terms.artist,
        currency=ETHER,
        price=0,
        royalty_bps=royalty_bps,
        max_fee_bps=terms.fee_bps,
        deadline=terms.timestamp + LIFE_SECONDS,
        nonce=terms.nonce,
        submitter=ZERO_ADDRESS,
        split=Split(parents=terms.parents, parents_bps=parents_bps),
    )


def parents_share(terms: Terms) -> tuple[int, int]:
    """The least and the most of a work's income that its parents may have, in basis points."""
    return (SHARE_MINIMUM_BPS, SHARE_MAXIMUM_BPS) if terms.parents else (0, 0)


def check(voucher: Voucher, terms: Terms) -> None:
    """Refuse any field that differs from what `offer` said; only time may have passed since."""
    parents_bps = voucher.split.parents_bps
    least, most = parents_share(terms)
    if not least <= parents_bps <= most:
        raise _wrong("split.parentsBps", parents_bps, f"must be {least} to {most}")
    offered = offer(terms, voucher.royalty_bps, parents_bps).as_message()
    brought = voucher.as_message()
    for name, _ in Voucher.FIELDS:
        if name not in ("royaltyBps", "deadline") and brought[name] != offered[name]:
            raise _wrong(name, brought[name], f"must be {offered[name]}")
    if not 0 <= voucher.royalty_bps <= ROYALTY_CAP_BPS:
        raise _wrong("royaltyBps", voucher.royalty_bps, f"must be 0 to {ROYALTY_CAP_BPS}")
    if voucher.deadline <= terms.timestamp:
        raise _wrong("deadline", voucher.deadline, f"has passed; chain time is {terms.timestamp}")
    if voucher.deadline > offered["deadline"]:
        raise _wrong("deadline", voucher.deadline, f"must be at most {offered['deadline']}")


def _wrong(field: str, value: Any, rule: str) -> VoucherWrong:
    return VoucherWrong(
        f"{field} is {value} and {rule}; ask for new terms and sign those.",
        field=field,
        value=value,
    )
