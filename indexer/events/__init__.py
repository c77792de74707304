"""The facts our contracts state: one dataclass an event, fields in the order of the ABI."""

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from indexer.events import (
    artwork,
    auction,
    curation,
    edition,
    exhibition,
    governance,
    market,
    membership,
    money,
    royalty,
    token,
)

# Whose events are where: a name may mean another thing in another contract.
SPOKEN: Mapping[str, tuple[ModuleType, ...]] = {
    "Membership": (membership, token),
    "Curation": (curation, money),
    "Exhibitions": (exhibition,),
    "Currencies": (money,),
    "Royalties": (royalty, money),
    "Artwork": (artwork, token, money),
    "Editions": (edition, money),
    "Market": (market, money),
    "AuctionHouse": (auction, money),
    "AtelierGovernor": (governance,),
    "Treasury": (),
}


def fact(contract: str, name: str) -> type[Any] | None:
    """The dataclass of a contract's event; None where we keep no more than its arguments."""
    found = (getattr(module, name, None) for module in SPOKEN[contract])
    return next((kind for kind in found if kind is not None), None)
