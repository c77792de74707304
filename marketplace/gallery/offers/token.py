"""Ask an ERC-20 what a bidder can pay, and prepare what lets the market take it."""

from typing import Any, Final

from eth_abi.exceptions import DecodingError

from indexer.primitives import Address
from marketplace.adapters.chain import Call, Reverted
from marketplace.adapters.contract import Contract, Entry
from marketplace.gallery.offers.error import OfferUnfunded
from marketplace.parts import Parts
from marketplace.prepared import PreparedTransaction, prepare_call


def _function(name: str, output: str, **inputs: str) -> Entry:
    return {
        "type": "function",
        "name": name,
        "inputs": [{"name": key, "type": kind} for key, kind in inputs.items()],
        "outputs": [{"name": "", "type": output}],
    }


ERC20: Final = (
    _function("balanceOf", "uint256", account="address"),
    _function("allowance", "uint256", owner="address", spender="address"),
    _function("approve", "bool", spender="address", amount="uint256"),
)


def require_cover(
    parts: Parts, currency: Address, bidder: Address, price: int, way: PreparedTransaction | None
) -> None:
    """Refuse an offer that the bidder could not pay now; `way` is what would let the market.

    Raises:
        OfferUnfunded: with the balance and the allowance, in the currency's smallest unit.
    """
    held, allowed = held_by(parts, currency, bidder), allowance(parts, currency, bidder)
    if min(held, allowed) >= price:
        return
    lack = f"holds {held}" if held < price else f"lets the market take {allowed}"
    raise OfferUnfunded(
        f"the offer is {price} of the token {currency}, of which its bidder {lack}.",
        balance=str(held),
        allowance=str(allowed),
        transaction=None if way is None else way.model_dump(),
    )


def held_by(parts: Parts, currency: Address, account: Address) -> int:
    """What the account holds of the token now."""
    return _number(parts, currency, "balanceOf", account)


def allowance(parts: Parts, currency: Address, account: Address) -> int:
    """How much of the account's tokens the market may take now."""
    return _number(parts, currency, "allowance", account, parts.deployment.contracts["Market"])


def approval(parts: Parts, currency: Address, amount: int) -> PreparedTransaction:
    """Let the market take this much of the sender's tokens."""
    return prepare_call(
        parts,
        _token(currency),
        "approve",
        parts.deployment.contracts["Market"],
        amount,
        says=f"Let the market take {amount} (smallest units) of your tokens {currency}",
    )


def _token(currency: Address) -> Contract:
    return Contract("ERC20", currency, ERC20)


def _number(parts: Parts, currency: Address, function: str, *arguments: Any) -> int:
    """What a token answers; 0 where it answers nothing that is a number."""
    token = _token(currency)
    try:
        answer = parts.chain.call(Call(currency, token.encode(function, *arguments)))
        return int(token.decode(function, answer)[0])
    except (Reverted, DecodingError):
        return 0
