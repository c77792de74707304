"""What the tests of works begin with: those who may call, money, and who agreed to share."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from brownie import ZERO_ADDRESS, accounts
from scene import DAY, FEE_BPS, act, now
from signing import TYPES, Signed, sign, struct

TYPES["Consent"] = (
    "uint256 work,address artist,address payee,uint16 bps,uint64 epoch,uint64 deadline"
)


@pytest.fixture(scope="module")
def as_curation(curation: Any) -> Any:
    return accounts.at(curation.address, force=True)


@pytest.fixture(scope="module")
def admit(artwork: Any, as_curation: Any) -> Callable[[Any], Any]:
    """Have somebody be an artist, without a vote."""
    return lambda applicant: artwork.admit(applicant, {"from": as_curation})


@pytest.fixture(scope="module")
def as_market(market: Any) -> Any:
    return accounts.at(market.address, force=True)


@pytest.fixture(scope="module")
def as_auction_house(deployed: Mapping[str, Any]) -> Any:
    return accounts.at(deployed["AuctionHouse"].address, force=True)


@pytest.fixture(scope="module")
def royalties(deployed: Mapping[str, Any]) -> Any:
    return deployed["Royalties"]


@pytest.fixture(scope="module")
def currencies(deployed: Mapping[str, Any]) -> Any:
    return deployed["Currencies"]


@pytest.fixture(scope="module")
def allowed(
    currencies: Any, as_treasury: Any, double: Callable[..., Any], collector: Any, artwork: Any
) -> Callable[..., Any]:
    """A token the DAO allows, of which the collector has some, ready to be taken."""

    def build(kind: str, amount: int) -> Any:
        token = double(kind)
        currencies.setCurrency(token, True, {"from": as_treasury})
        token.mint(collector, amount, {"from": collector})
        token.approve(artwork, amount, {"from": collector})
        return token

    return build


@pytest.fixture(scope="module")
def bring(artwork: Any) -> Callable[..., Any]:
    """Mint by a voucher, paid as it says."""

    def build(voucher: Signed, caller: Any, value: int | None = None, consents: Any = ()) -> Any:
        due = voucher.price if voucher.currency == ZERO_ADDRESS else 0
        paid = due if value is None else value
        arguments = (voucher.terms, voucher.signature, list(consents))
        return act(caller, artwork.mintWithVoucher, *arguments, value=paid)

    return build


@pytest.fixture(scope="module")
def split_with(royalties: Any) -> Callable[..., tuple[dict[str, Any], list[Any]]]:
    """A split that gives a payee their part, and the payee's standing consent to it."""

    def build(artist: Any, payee: Any, bps: int) -> tuple[dict[str, Any], list[Any]]:
        message = {
            "work": 0,
            "artist": artist,
            "payee": payee,
            "bps": bps,
            "epoch": 0,
            "deadline": now() + DAY,
        }
        domain = {
            "name": "Atelier Royalties",
            "version": "1",
            "chainId": 31337,
            "verifyingContract": royalties.address,
        }
        signed = sign("Consent", message, payee, domain)
        split = {"parents": [], "parentsBps": 0, "shares": [{"payee": payee, "bps": bps}]}
        return split, [(True, signed.deadline, signed.signature)]

    return build


@pytest.fixture(scope="session")
def terms() -> Callable[[Any], Any]:
    """A split as the contract takes it."""
    return struct


@pytest.fixture(scope="session")
def fee_of() -> Callable[[int], int]:
    """What the DAO gets of a price."""
    return lambda price: price * FEE_BPS // 10_000
