"""Offer the voucher by which anybody may mint for the artist, and take back only that offer."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any, Final, Self

from indexer.primitives import ZERO_ADDRESS, Address
from marketplace import typed_data
from marketplace.studio.error import VoucherWrong

DAY: Final = 86_400
LIFE_SECONDS: Final = 7 * DAY
ROYALTY_CAP_BPS: Final = 1_000

FIELDS: Final[tuple[typed_data.Field, ...]] = (
    ("work", "uint256"),
    ("artist", "address"),
    ("to", "address"),
    ("priceWei", "uint256"),
    ("royaltyBps", "uint16"),
    ("maxFeeBps", "uint16"),
    ("deadline", "uint64"),
    ("nonce", "uint256"),
    ("submitter", "address"),
)


@dataclass(frozen=True, slots=True)
class Voucher:
    """The contract's struct, field by field and in its order."""

    work: int
    artist: Address
    to: Address
    price_wei: int
    royalty_bps: int
    max_fee_bps: int
    deadline: int
    nonce: int
    submitter: Address

    def as_tuple(self) -> tuple[Any, ...]:
        """As calldata takes it."""
        return astuple(self)

    def as_message(self) -> dict[str, Any]:
        """As wallets, JSON and the table take it: 256-bit numbers are decimal texts."""
        wide = {name for name, kind in FIELDS if kind == "uint256"}
        pairs = zip((name for name, _ in FIELDS), astuple(self), strict=True)
        return {name: str(value) if name in wide else value for name, value in pairs}

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Self:
        """Read what `as_message` wrote."""
        return cls(
            work=int(message["work"]),
            artist=Address(message["artist"]),
            to=Address(message["to"]),
            price_wei=int(message["priceWei"]),
            royalty_bps=int(message["royaltyBps"]),
            max_fee_bps=int(message["maxFeeBps"]),
            deadline=int(message["deadline"]),
            nonce=int(message["nonce"]),
            submitter=Address(message["submitter"]),
        )

    def document(self, chain_id: int, contract: Address) -> dict[str, Any]:
        """The request that the artist's wallet signs."""
        return typed_data.document(
            "Voucher",
            FIELDS,
            self.as_message(),
            domain_name="Atelier Artwork",
            chain_id=chain_id,
            contract=contract,
        )

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


def offer(terms: Terms, royalty_bps: int) -> Voucher:
    """A gift to the artist themself, paid in gas by whoever brings it."""
    return Voucher(
        work=terms.work,
        artist=terms.artist,
        to=terms.artist,
        price_wei=0,
        royalty_bps=royalty_bps,
        max_fee_bps=terms.fee_bps,
        deadline=terms.timestamp + LIFE_SECONDS,
        nonce=terms.nonce,
        submitter=ZERO_ADDRESS,
    )


def check(voucher: Voucher, terms: Terms) -> None:
    """Refuse any field that differs from what `offer` said; only time may have passed since."""
    offered = offer(terms, voucher.royalty_bps).as_message()
    brought = voucher.as_message()
    for name, _ in FIELDS:
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
